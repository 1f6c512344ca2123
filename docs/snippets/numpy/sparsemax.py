import numpy as np


def sparsemax(x, axis=-1):
    z = np.moveaxis(x, axis, -1)
    z = z - z.max(-1, keepdims=True)
    falling = np.flip(np.sort(z, -1), -1)
    k = np.arange(1, z.shape[-1] + 1, dtype=z.dtype)
    tau = ((np.cumsum(falling, -1) - 1) / k).max(-1, keepdims=True)
    return np.moveaxis(np.maximum(z - tau, 0), -1, axis)
