import numpy as np


def thresholded_relu(x, theta=1.0):
    return np.where(x <= theta, 0, x)
