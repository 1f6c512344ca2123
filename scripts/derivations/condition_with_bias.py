"""The condition number of E[x xᵀ] with a bias, for inputs uniform on (0, 1): it grows with the square of their number."""

from typing import Any

import numpy as np
from flint import arb

from mathematics.derivation import derive


def second_moment(n: int) -> Any:
    """E[x xᵀ] of (x₁, …, xₙ, 1): means of 1/2 and variances of 1/12; the bias is an input that is always 1."""
    mean = np.append(np.full(n, 1 / 2), 1)
    return np.diag([1 / 12] * n + [0]) + np.outer(mean, mean)


derivation = derive(
    lambda v: np.linalg.cond(second_moment(len(v))),
    r"""
    (13 + 3*n + sqrt((13 + 3*n)**2 - 48)) / (13 + 3*n - sqrt((13 + 3*n)**2 - 48))
    = (13 + 3*n + sqrt((13 + 3*n)**2 - 48))**2 / ((13 + 3*n)**2 - ((13 + 3*n)**2 - 48))    # 上下同乘以分子；分母是平方差 | multiply above and below by the numerator; below is a difference of squares
    = (13 + 3*n + sqrt((13 + 3*n)**2 - 48))**2 / 48                                        # 分母消去後只剩常數 | below, all but the constant cancels
    """,
    shapes={"v": "n 1"},
    sizes=[{"n": 1}, {"n": 2}, {"n": 10}, {"n": 100}],
)


def eigenvalues(n: int, mean: arb, variance: arb) -> tuple[arb, arb]:
    """The smallest and the largest eigenvalue with a bias, for n independent inputs of one mean (not 0) and one variance."""
    total = 1 + variance + n * mean**2
    largest = (total + (total**2 - 4 * variance).sqrt()) / 2
    return variance / largest, largest


def numbers() -> dict[str, arb]:
    found: dict[str, arb] = {}
    for n in (2, 10, 50, 100):
        smallest, largest = eigenvalues(n, arb(1) / 2, arb(1) / 12)
        found |= {f"smallest_{n}": smallest, f"largest_{n}": largest, f"at_{n}": largest / smallest}
    return found
