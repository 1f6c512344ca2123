import numpy as np


def sqnl(x):
    c = np.clip(x, -2, 2)
    return c - c * np.abs(c) / 4
