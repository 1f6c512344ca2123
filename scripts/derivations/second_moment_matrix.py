"""E[x xᵀ] for inputs uniform on (0, 1), applied to a vector: variances on the diagonal, the same mean everywhere."""

from itertools import product

import numpy as np

from mathematics.derivation import derive


def at_gauss_points(v):
    """The mean of x (x · v) over the two-point Gauss rule in every coordinate: exact for polynomials of degree three."""
    points = np.array(list(product((0.5 - np.sqrt(1 / 12), 0.5 + np.sqrt(1 / 12)), repeat=len(v))))
    return points.T @ (points @ v) / len(points)


derivation = derive(
    at_gauss_points,
    r"""
    (1/3 * I + 1/4 * (one @ one.T - I)) @ v
    = (1/12 * I + 1/4 * one @ one.T) @ v      # $\frac{1}{3}-\frac{1}{4}=\frac{1}{12}$ | $\frac{1}{3}-\frac{1}{4}=\frac{1}{12}$
    = 1/12 * v + 1/4 * one @ (one.T @ v)      # 分配，先算內積 | distribute, inner product first
    """,
    shapes={"v": "n 1"},
    sizes=[{"n": 1}, {"n": 2}, {"n": 3}, {"n": 5}],
)
