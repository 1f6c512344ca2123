import torch


def softpick(x, axis=-1, epsilon=1e-8):
    m = x.detach().amax(axis, keepdim=True).clamp(min=0)
    small = torch.exp(-m)
    rise = torch.where(x < 1, torch.expm1(x.clamp(max=1)) * small, torch.exp(x - m) - small)
    total = epsilon * small + rise.abs().sum(axis, keepdim=True)
    return rise.relu() / total.clamp(min=torch.finfo(x.dtype).tiny)  # epsilon is 0 in float16
