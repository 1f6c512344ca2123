import torch


def softmax_sink(x, axis=-1, s=0.0):
    m = x.detach().amax(axis, keepdim=True).clamp(min=s)
    e = torch.exp(x - m)
    return e / (torch.exp(s - m) + e.sum(axis, keepdim=True))
