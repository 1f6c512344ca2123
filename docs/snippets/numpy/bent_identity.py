import numpy as np


def bent_identity(x):
    return x * (1 + np.tanh(np.arcsinh(x) / 2) / 2)
