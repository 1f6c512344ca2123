import numpy as np


def hard_elish(x):
    ramp = np.clip((x + 1) / 2, 0, 1)
    return ramp * np.where(x > 0, x, np.expm1(np.minimum(x, 0)))
