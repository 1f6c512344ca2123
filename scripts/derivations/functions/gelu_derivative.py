"""GELU's slope: the product rule, and a density is the derivative of its distribution function."""

from activation_functions import gelu
from mathematics.derivation import derive

derivation = derive(
    gelu.derivative,
    """
    D(x * Phi(x))
    = Phi(x) + x * D(Phi(x))    # 乘積法則 | the product rule
    = Phi(x) + x * phi(x)       # 分布函數的導數是密度 | the derivative of a distribution function is its density
    """,
)
