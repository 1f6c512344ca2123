"""ISRU's slope is the cube of its output over its input."""

from activation_functions import isru
from mathematics.derivation import derive

derivation = derive(
    lambda alpha, x: isru.derivative(x, alpha=alpha),
    """
    (x / sqrt(1 + alpha * x**2) / x)**3
    = (1 / sqrt(1 + alpha * x**2))**3    # 約去$x$，它不是$0$ | cancel $x$, which is not $0$
    = 1 / sqrt(1 + alpha * x**2)**3      # 分數的三次方 | the cube of a fraction
    """,
)
