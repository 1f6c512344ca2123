import torch


def hard_elish(x):
    ramp = torch.where(x > -1, (x + 1) / 2, 0).clamp(max=1)
    return ramp * torch.where(x > 0, x, torch.expm1(x.clamp(max=0)))
