"""All weights move, and the bias moves against them so that the output at the mean stays: only the fluctuations are felt."""

from typing import Any

import numpy as np

from mathematics.derivation import derive


def with_bias(C: Any, c: Any) -> Any:
    """E[x xᵀ] of (x₁, …, xₙ, 1), for any covariance C and any means c."""
    mean = np.append(c, 1)
    return np.pad(C, (0, 1)) + np.outer(mean, mean)


derivation = derive(
    lambda C, c, u: np.append(u, -u.T @ c) @ with_bias(C, c) @ np.append(u, -u.T @ c),
    r"""
    u.T @ (C + c @ c.T) @ u - 2 * (u.T @ c) @ (c.T @ u) + (u.T @ c) @ (c.T @ u)
    = u.T @ C @ u + (u.T @ c) @ (c.T @ u) - (u.T @ c) @ (c.T @ u)    # 分配；後兩項合併 | distribute; join the last two terms
    = u.T @ C @ u                                                    # 平均值的部分抵銷 | the part of the means cancels
    """,
    shapes={"C": "n n", "c": "n 1", "u": "n 1"},
    sizes=[{"n": 1}, {"n": 2}, {"n": 3}, {"n": 4}],
)
