import numpy as np


def softsign(x):
    x = np.nan_to_num(x, nan=np.nan)  # infinities become the largest numbers
    return x / (1 + np.abs(x))
