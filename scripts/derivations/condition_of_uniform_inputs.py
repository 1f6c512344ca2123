"""The condition number of E[x xᵀ]: the largest eigenvalue over the smallest, for two inputs or more."""

import numpy as np

from mathematics.derivation import derive

derivation = derive(
    lambda v: np.linalg.cond(np.eye(len(v)) / 12 + np.ones((len(v), len(v))) / 4),
    r"""
    (1/12 + n/4) / (1/12)
    = 1 + n/4 * 12           # 除以$\frac{1}{12}$就是乘以$12$ | to divide by $\frac{1}{12}$ is to multiply by $12$
    = 1 + 3*n                # 化簡 | simplify
    """,
    shapes={"v": "n 1"},
    sizes=[{"n": 2}, {"n": 10}, {"n": 100}],
)
