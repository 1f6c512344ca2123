import numpy as np


def prelu(x, alpha=0.25):
    return np.where(x > 0, x, alpha * x)
