import numpy as np


def lisht(x):
    return x * np.tanh(x)
