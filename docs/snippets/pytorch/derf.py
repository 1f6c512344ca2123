import torch


def derf(x, gamma=1.0, alpha=0.5, s=0.0, beta=0.0):
    return gamma * torch.erf(alpha * x + s) + beta
