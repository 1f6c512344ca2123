import torch


def hard_sigmoid(x, width=6.0, offset=0.5):
    return torch.clamp(x / width + offset, 0, 1)
