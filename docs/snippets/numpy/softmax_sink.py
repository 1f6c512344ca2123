import numpy as np


def softmax_sink(x, axis=-1, s=0.0):
    m = np.maximum(np.max(x, axis, keepdims=True), s)
    e = np.exp(x - m)
    return e / (np.exp(s - m) + e.sum(axis, keepdims=True))
