import numpy as np


def identity(x):
    return np.positive(x)
