import torch


def prelu(x, alpha=0.25):
    return torch.where(x > 0, x, alpha * x)
