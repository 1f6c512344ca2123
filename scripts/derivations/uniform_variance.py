"""The variance of a number drawn uniformly between -b and b."""

import numpy as np

from mathematics.derivation import derive


def measured(b: float, x: float) -> float:
    """The mean square by Gauss-Legendre quadrature from -b to b; x is the variable of the integral below, and has no say."""
    nodes, weights = np.polynomial.legendre.leggauss(8)
    return float(np.average((b * nodes) ** 2, weights=weights))


derivation = derive(
    measured,
    r"""
    integral((b * (2 * x - 1))**2)
    = b**2 * integral((2 * x - 1)**2)    # $x$由$0$到$1$，$b(2x-1)$就由$-b$到$b$；$b^2$提到外面 | as $x$ goes from $0$ to $1$, $b(2x-1)$ goes from $-b$ to $b$; $b^2$ comes out
    = b**2 / 3                           # 這個積分是$\frac{1}{3}$ | that integral is $\frac{1}{3}$
    """,
)
