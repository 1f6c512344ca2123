"""The slope of bent identity: 1 from the identity, and the rest from the bend."""

from activation_functions import bent_identity
from mathematics.derivation import derive

derivation = derive(
    bent_identity.derivative,
    """
    D(x + (sqrt(x**2 + 1) - 1) / 2)
    = 1 + D(sqrt(x**2 + 1)) / 2                        # 逐項求導，常數不見了 | term by term; the constant drops out
    = 1 + 1 / (2 * sqrt(x**2 + 1)) * (2 * x) / 2       # 連鎖律：平方根的導數，乘上裡面的導數 | the chain rule: the derivative of a root, times that of the inside
    = 1 + x / (2 * sqrt(x**2 + 1))                     # 約去2 | a factor 2 cancels
    """,
)
