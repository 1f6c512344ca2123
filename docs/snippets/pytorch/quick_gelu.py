import torch


def quick_gelu(x):
    return x.clamp(min=-500) * torch.sigmoid(1.702 * x)
