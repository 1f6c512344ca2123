import torch


def gelu_tanh(x):
    c = x.clamp(-30, 30)
    return x.clamp(min=-30) * torch.sigmoid(1.5957691216057308 * c * (1 + 0.044715 * c * c))
