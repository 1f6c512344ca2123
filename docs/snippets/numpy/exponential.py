import numpy as np


def exponential(x):
    return np.exp(x)
