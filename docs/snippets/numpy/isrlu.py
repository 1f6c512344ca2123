import numpy as np


def isrlu(x, alpha=1.0):
    s = alpha**0.5
    return np.maximum(x, 0) + np.tanh(np.arcsinh(s * np.minimum(x, 0))) / s  # x / sqrt(1 + alpha x^2) without a square
