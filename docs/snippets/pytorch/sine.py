import torch


def sine(x, omega=1.0):
    return torch.sin(omega * x)
