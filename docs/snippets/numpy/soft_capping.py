import numpy as np


def soft_capping(x, c=30.0):
    return c * np.tanh(x / c)
