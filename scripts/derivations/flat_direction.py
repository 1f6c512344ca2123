"""Every direction perpendicular to (1, …, 1) is an eigenvector of E[x xᵀ], all with one small eigenvalue."""

import numpy as np

from mathematics.derivation import derive


def second_moment(n):
    return np.eye(n) / 12 + np.ones((n, n)) / 4


derivation = derive(
    lambda u: second_moment(len(u)) @ (np.eye(len(u)) - np.full((len(u), len(u)), 1 / len(u))),
    """
    (1/12 * I + 1/4 * one @ one.T) @ (I - 1/n * one @ one.T)
    = 1/12 * (I - 1/n * one @ one.T) + 1/4 * one @ (one.T - 1/n * (one.T @ one) * one.T)    # 分配 | distribute
    = 1/12 * (I - 1/n * one @ one.T) + 1/4 * one @ (one.T - one.T)                          # $n$個$1$相加是$n$，約掉 | $n$ ones add up to $n$, which cancels
    = 1/12 * (I - 1/n * one @ one.T)                                                        # 後一項是零 | the last term is zero
    """,
    shapes={"u": "n 1"},
    sizes=[{"n": 2}, {"n": 3}, {"n": 5}],
)
