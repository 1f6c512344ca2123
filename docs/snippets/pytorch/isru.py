import torch


def isru(x, alpha=1.0):
    s = alpha**0.5
    return torch.tanh(torch.asinh(s * x)) / s  # x / sqrt(1 + alpha x^2) without a square
