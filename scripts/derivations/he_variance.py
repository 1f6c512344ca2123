"""He and others' variance: half of the second moment is lost in ReLU, and weights of variance 2/n make up for it."""

import numpy as np

from activation_functions import relu
from activation_functions.network import STARTS
from mathematics.derivation import derive


def passed_on(n: float, q: float) -> float:
    """n times the variance that `random_network` draws with times E relu(sqrt(q) Z)^2, by quadrature on the right half; the left gives 0."""
    nodes, weights = np.polynomial.legendre.leggauss(100)
    z, w = 6.0 * (nodes + 1.0), 6.0 * weights / np.sqrt(2 * np.pi)
    return float(n * (STARTS["he"][0] / n) * np.sum(w * np.exp(-z * z / 2) * relu(np.sqrt(q) * z) ** 2))


derivation = derive(
    passed_on,
    """
    n * (2 / n) * (1 / 2 * q + 1 / 2 * 0)
    = 2 * (1 / 2 * q)    # $n$約掉；左半邊是零 | $n$ cancels; the left half is zero
    = q                  # 一半乘以$2$ | a half, times $2$
    """,
)
