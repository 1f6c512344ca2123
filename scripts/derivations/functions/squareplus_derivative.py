"""Squareplus's slope: the derivative of a square root, then a common factor."""

from activation_functions import squareplus
from mathematics.derivation import derive

derivation = derive(
    squareplus.derivative,
    """
    D((x + sqrt(x**2 + b)) / 2)
    = (1 + D(sqrt(x**2 + b))) / 2                        # 逐項求導 | term by term
    = (1 + D(x**2 + b) / (2 * sqrt(x**2 + b))) / 2       # 連鎖律與平方根的導數 | the chain rule and the derivative of a square root
    = (1 + 2 * x / (2 * sqrt(x**2 + b))) / 2             # 冪的導數 | the derivative of a power
    = (1 + x / sqrt(x**2 + b)) / 2                       # 約去2 | 2 cancels
    """,
)
