import numpy as np
from scipy import special


def swiglu(x, axis=-1):
    a, b = np.split(x, 2, axis)
    return a * (np.maximum(b, -800) * special.expit(b))
