import torch


def swiglu_clamped(x, axis=-1, alpha=1.702, beta=1.0, limit=7.0):
    a, b = x.chunk(2, axis)
    b = b.clamp(max=limit)
    return (a.clamp(-limit, limit) + beta) * (b * torch.sigmoid(alpha * b))
