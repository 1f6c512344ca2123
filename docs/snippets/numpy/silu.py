import numpy as np
from scipy import special


def silu(x):
    return np.maximum(x, -800) * special.expit(x)
