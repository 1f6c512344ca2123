import numpy as np
from scipy import special


def gelu_tanh(x):
    c = np.clip(x, -30, 30)
    return np.maximum(x, -30) * special.expit(1.5957691216057308 * c * (1 + 0.044715 * c * c))
