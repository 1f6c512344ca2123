"""The direction (1, …, 1) is an eigenvector of E[x xᵀ], and its eigenvalue grows with the number of inputs."""

import numpy as np

from mathematics.derivation import derive

derivation = derive(
    lambda v: np.full((len(v), 1), np.linalg.eigvalsh(np.eye(len(v)) / 12 + np.ones((len(v), len(v))) / 4)[-1]),
    """
    (1/12 * I + 1/4 * one @ one.T) @ one
    = 1/12 * one + 1/4 * one @ (one.T @ one)    # 分配，先算內積 | distribute, inner product first
    = 1/12 * one + n/4 * one                    # $n$個$1$相加是$n$ | $n$ ones add up to $n$
    = (1/12 + n/4) * one                        # 提出共同的向量 | take the common vector out
    """,
    shapes={"v": "n 1"},
    sizes=[{"n": 1}, {"n": 2}, {"n": 3}, {"n": 10}],
)
