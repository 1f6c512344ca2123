"""SiLU's slope, folded back into sigmoids."""

from activation_functions import silu
from mathematics.derivation import derive

derivation = derive(
    silu.derivative,
    """
    D(x * sigma(x))
    = sigma(x) + x * D(sigma(x))                 # 乘積法則 | the product rule
    = sigma(x) + x * sigma(x) * (1 - sigma(x))   # Sigmoid的導數 | the sigmoid's derivative
    = sigma(x) + x * sigma(x) * sigma(-x)        # Sigmoid的對稱 | the sigmoid's symmetry
    = sigma(x) * (1 + x * sigma(-x))             # 提出共同的因子 | take out the common factor
    """,
)
