import numpy as np
from scipy import special


def swiglu_clamped(x, axis=-1, alpha=1.702, beta=1.0, limit=7.0):
    a, b = np.split(x, 2, axis)
    b = np.minimum(b, limit)
    return (np.clip(a, -limit, limit) + beta) * (b * special.expit(alpha * b))
