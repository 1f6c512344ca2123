"""The squared error of a x₁ + b x₂ + c on the four points of XOR, written as a sum of squares."""

import numpy as np

from mathematics.derivation import derive


def squared_error(a, b, c):
    """The sum over the four points, as one would compute it."""
    x = np.array([[0, 0], [1, 0], [0, 1], [1, 1]])
    return np.sum((x @ np.array([a, b]) + c - np.array([0, 1, 1, 0])) ** 2)


derivation = derive(
    squared_error,
    """
    c**2 + (a + c - 1)**2 + (b + c - 1)**2 + (a + b + c)**2
    = 4 * (c + (a + b) / 2 - 1 / 2)**2 + a**2 + b**2 + 1    # 展開四個平方，再配方 | expand the four squares, then complete the squares
    """,
)
