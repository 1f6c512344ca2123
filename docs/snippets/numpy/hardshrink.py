import numpy as np


def hardshrink(x, lam=0.5):
    return np.where(np.abs(x) <= lam, 0, x)
