import torch


def bent_identity(x):
    return x * (1 + torch.tanh(torch.asinh(x) / 2) / 2)
