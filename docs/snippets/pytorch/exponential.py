import torch


def exponential(x):
    return torch.exp(x)
