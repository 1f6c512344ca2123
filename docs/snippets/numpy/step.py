import numpy as np


def step(x):
    return np.heaviside(x, 0)
