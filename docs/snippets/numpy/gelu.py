import numpy as np
from scipy import special


def gelu(x):
    x = np.maximum(x, -40)
    return x * special.ndtr(x)
