"""With a bias, the two eigenvalues that depend on the mean of the inputs: the determinant whose zeros they are."""

import numpy as np

from mathematics.derivation import derive


def second_moment(n, m, s):
    """E[x xᵀ] on the plane of (1, …, 1, 0)/√n and the axis of the bias, for n inputs of mean m and standard deviation s."""
    return np.array([[s**2 + n * m**2, m * np.sqrt(n)], [m * np.sqrt(n), 1.0]])


derivation = derive(
    lambda lam, n, m, s: np.prod(np.linalg.eigvalsh(second_moment(n, m, s)) - lam),
    r"""
    (s**2 + n * m**2 - lam) * (1 - lam) - (m * sqrt(n))**2
    = (s**2 - lam) * (1 - lam) + n * m**2 * (1 - lam) - n * m**2    # 把$nm^2$從第一個括號裡分出來 | take $nm^2$ out of the first bracket
    = (lam - s**2) * (lam - 1) - n * m**2 * lam                     # 兩個括號同時變號，後兩項合併 | change the sign of both brackets, join the last two terms
    = lam**2 - (1 + s**2 + n * m**2) * lam + s**2                   # 乘開，依$\lambda$的次方排好 | multiply out and sort by powers of $\lambda$
    """,
)
