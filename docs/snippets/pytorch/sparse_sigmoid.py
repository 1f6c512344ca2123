import torch


def sparse_sigmoid(x):
    return torch.clamp((x + 1) / 2, 0, 1)
