import numpy as np


def sqrt_softplus(x):
    h, right = np.exp(np.minimum(x, -14) / 2), np.maximum(x, -14)
    left = h * (1 - h**2 / 4 + h**4 * 13 / 96)  # the root of log1p(h^2)
    return np.where(x < -14, left, np.sqrt(np.maximum(right, 0) + np.log1p(np.exp(-np.abs(right)))))
