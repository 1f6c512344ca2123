import numpy as np


def xielu(x, alpha_p=0.8, alpha_n=0.8, beta=0.5):
    right, left = np.maximum(x, 0), np.minimum(x, 0)
    return right * (alpha_p * right + beta) + alpha_n * np.expm1(left) + (beta - alpha_n) * left
