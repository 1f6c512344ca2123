"""Leaky ReLU's gain: each side contributes half of its slope squared."""

import numpy as np

from activation_functions import leaky_relu
from mathematics.derivation import derive


def measured(alpha: float) -> float:
    """One over the root of E f(Z)^2, by Gauss-Legendre quadrature on each side of the kink."""
    nodes, weights = np.polynomial.legendre.leggauss(100)
    z, w = 6.0 * (nodes + 1.0), 6.0 * weights / np.sqrt(2 * np.pi)
    return float(sum(np.sum(w * np.exp(-z * z / 2) * leaky_relu(side * z, alpha=alpha) ** 2) for side in (1, -1)) ** -0.5)


derivation = derive(
    measured,
    """
    1 / sqrt(1 / 2 + alpha**2 * (1 / 2))
    = 1 / sqrt((1 + alpha**2) / 2)    # 提出$\\frac{1}{2}$ | take $\\frac{1}{2}$ out
    = sqrt(2 / (1 + alpha**2))        # 倒數的平方根 | the root of the reciprocal
    """,
)
