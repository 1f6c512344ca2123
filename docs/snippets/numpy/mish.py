import numpy as np
from scipy import special


def mish(x):
    x = np.maximum(x, -800)
    return x * np.tanh(-special.log_expit(-x))
