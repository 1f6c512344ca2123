import torch


def scaled_tanh(x):
    return 1.7159 * torch.tanh(x * (2 / 3))
