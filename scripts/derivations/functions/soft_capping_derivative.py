"""Soft capping's slope is the slope of tanh at x/c: the cap in front cancels against the one inside."""

from activation_functions import soft_capping
from mathematics.derivation import derive

derivation = derive(
    soft_capping.derivative,
    """
    D(c * tanh(x / c))
    = c * (1 - tanh(x / c)**2) * D(x / c)        # tanh的導數與連鎖律 | the derivative of tanh and the chain rule
    = c * (1 - tanh(x / c)**2) / c               # 內層的導數是1/c | the derivative of the inside is 1/c
    = 1 - tanh(x / c)**2                         # 兩個c相消 | the two c cancel
    """,
)
