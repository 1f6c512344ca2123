import numpy as np


def tanhexp(x):
    return np.maximum(x, -800) * np.tanh(np.exp(np.minimum(x, 4)))  # the tanh is 1 from there on
