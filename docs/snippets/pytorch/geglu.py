import torch


def geglu(x, axis=-1):
    a, b = x.chunk(2, axis)
    b = b.clamp(min=-40)
    return a * (b * (torch.erfc(-b * 0.7071067811865476) / 2))
