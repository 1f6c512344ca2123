import numpy as np
from scipy import special


def acon_c(x, p1=1.0, p2=0.0, beta=1.0):
    d = (p1 - p2) * x
    s = special.expit(beta * d)
    return np.where(s > 0, d, 0) * s + p2 * np.nan_to_num(x, nan=np.nan)  # no 0 times infinity
