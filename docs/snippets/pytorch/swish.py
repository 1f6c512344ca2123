import torch


def swish(x, beta=1.0):
    s = torch.sigmoid(beta * x)
    return torch.where(s > 0, x, 0) * s  # no 0 times infinity
