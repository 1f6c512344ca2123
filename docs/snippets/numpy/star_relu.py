import numpy as np


def star_relu(x):
    r = np.maximum(x, 0)
    return 0.8944271909999159 * r * r - 0.4472135954999579
