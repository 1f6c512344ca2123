import numpy as np


def sine(x, omega=1.0):
    return np.sin(omega * x)
