import numpy as np


def pelu(x, a=1.0, b=1.0):
    return a / b * np.maximum(x, 0) + a * np.expm1(np.minimum(x, 0) / b)
