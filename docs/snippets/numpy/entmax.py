import numpy as np


def entmax(x, axis=-1):
    z = np.moveaxis(x, axis, -1) / 2
    z = z - z.max(-1, keepdims=True)
    falling = np.maximum(np.flip(np.sort(z, -1), -1), -1)  # tau is never below -1
    k = np.arange(1, z.shape[-1] + 1, dtype=z.dtype)
    mean = np.cumsum(falling, -1) / k
    spread = np.cumsum(falling * falling, -1) - k * mean * mean
    taus = mean - np.sqrt(np.maximum(1 - spread, 0) / k)
    last = np.sum(taus <= falling, -1, keepdims=True) - 1
    s = np.maximum(z - np.take_along_axis(taus, last, -1), 0)
    s = np.maximum(s - (s > 0) * (np.sum(s * s, -1, keepdims=True) - 1) / (2 * np.sum(s, -1, keepdims=True)), 0)  # a step of Newton's
    return np.moveaxis(s * s, -1, axis)
