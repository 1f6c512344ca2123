import torch


def lisht(x):
    return x * torch.tanh(x)
