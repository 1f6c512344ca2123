import numpy as np


def softshrink(x, lam=0.5):
    return x - np.clip(x, -lam, lam)
