import numpy as np


def apl(x, a1=0.5, b1=1.0, a2=-0.5, b2=-1.0):
    low, high = min(b1, b2), max(b1, b2)
    steep = a1 if b1 > b2 else a2  # of the hinge that opens first
    one = steep * (high - np.clip(x, low, high))
    both = (a1 + a2) * np.maximum(low - np.nan_to_num(x, nan=np.nan), 0)  # two hinges taken together do not cancel
    return np.maximum(x, 0) + one + both
