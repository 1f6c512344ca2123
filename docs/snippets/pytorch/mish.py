from torch.nn import functional as F


def mish(x):
    return F.mish(x.clamp(min=-800))
