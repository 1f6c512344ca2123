import numpy as np
from scipy import special


def swish(x, beta=1.0):
    s = special.expit(beta * x)
    return np.where(s > 0, x, 0) * s  # no 0 times infinity
