import numpy as np
from scipy import special


def quick_gelu(x):
    return np.maximum(x, -500) * special.expit(1.702 * np.clip(x, -500, 500))
