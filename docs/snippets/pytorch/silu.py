from torch.nn import functional as F


def silu(x):
    return F.silu(x.clamp(min=-800))
