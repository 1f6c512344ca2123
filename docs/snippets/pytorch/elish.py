import torch


def elish(x):
    return torch.sigmoid(x) * torch.where(x > 0, x, torch.expm1(x.clamp(max=0)))
