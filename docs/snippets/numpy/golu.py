import numpy as np


def golu(x):
    x = np.maximum(x, -7)
    return x * np.exp(-np.exp(-x))
