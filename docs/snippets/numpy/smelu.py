import numpy as np


def smelu(x, beta=1.0):
    return (np.clip(x, -beta, beta) + beta) ** 2 / (4 * beta) + np.maximum(x - beta, 0)
