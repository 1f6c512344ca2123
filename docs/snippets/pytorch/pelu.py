import torch
from torch.nn import functional as F


def pelu(x, a=1.0, b=1.0):
    return a / b * F.relu(x) + a * torch.expm1(x.clamp(max=0) / b)
