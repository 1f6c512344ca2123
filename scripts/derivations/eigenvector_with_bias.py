"""With a bias, the vector of n weights λ − 1 and a bias n m is an eigenvector whenever λ solves the quadratic equation."""

import numpy as np

from mathematics.derivation import derive


def every_weight_alike(n, m, s):
    """E[x xᵀ] applied to n equal weights and a bias: a matrix of two rows, one for each weight and one for the bias."""
    return np.array([[s**2 + n * m**2, m], [n * m, 1.0]])


derivation = derive(
    lambda lam, n, m, s: (every_weight_alike(n, m, s) @ [lam - 1, n * m])[0],
    r"""
    (s**2 + n * m**2) * (lam - 1) + m * (n * m)
    = s**2 * (lam - 1) + n * m**2 * lam                                      # $-nm^2$與$+nm^2$抵銷 | $-nm^2$ and $+nm^2$ cancel
    = lam * (lam - 1) - (lam**2 - (1 + s**2 + n * m**2) * lam + s**2)        # 後一個括號正是剛才的二次式 | the last bracket is the quadratic from before
    """,
)
