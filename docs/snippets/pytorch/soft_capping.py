import torch


def soft_capping(x, c=30.0):
    return c * torch.tanh(x / c)
