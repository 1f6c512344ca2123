import numpy as np


def relu2(x):
    return np.maximum(x, 0) ** 2
