from torch.nn import functional as F


def swiglu(x, axis=-1):
    a, b = x.chunk(2, axis)
    return a * F.silu(b.clamp(min=-800))
