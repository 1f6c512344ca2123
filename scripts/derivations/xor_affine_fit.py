"""The squared error of a x₁ + b x₂ + c on the four points of XOR, written as a sum of squares."""

import numpy as np

from derivation import derive


def squared_error(a, b, c):
    """The sum over the four points, as one would compute it."""
    x = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    return np.sum((x @ np.array([a, b]) + c - np.array([0, 1, 1, 0])) ** 2)


derivation = derive(
    squared_error,
    """
    c**2 + (a + c - 1)**2 + (b + c - 1)**2 + (a + b + c)**2
    = 2 * a**2 + 2 * b**2 + 4 * c**2 + 2 * a * b + 4 * a * c + 4 * b * c - 2 * a - 2 * b - 4 * c + 2    # 展開四個平方 | expand the four squares
    = 4 * (c + (a + b) / 2 - 1 / 2)**2 + a**2 + b**2 + 1                                                # 配方 | complete the squares
    """,
)
