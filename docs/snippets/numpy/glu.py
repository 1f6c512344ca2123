import numpy as np
from scipy import special


def glu(x, axis=-1):
    a, b = np.split(x, 2, axis)
    return a * special.expit(b)
