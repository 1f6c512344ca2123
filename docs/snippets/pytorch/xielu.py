import torch
from torch.nn import functional as F


def xielu(x, alpha_p=0.8, alpha_n=0.8, beta=0.5):
    right, left = F.relu(x), x.clamp(max=0)
    return right * (alpha_p * right + beta) + alpha_n * torch.expm1(left) + (beta - alpha_n) * left
