"""Swish's slope: as for SiLU, with a factor beta from the chain rule."""

from activation_functions import swish
from mathematics.derivation import derive

derivation = derive(
    swish.derivative,
    """
    D(x * sigma(beta * x))
    = sigma(beta * x) + x * D(sigma(beta * x))                       # 乘積法則 | the product rule
    = sigma(beta * x) + x * beta * sigma(beta * x) * sigma(-beta * x)   # 連鎖律，以及Sigmoid的導數 | the chain rule, and the sigmoid's derivative
    = sigma(beta * x) * (1 + beta * x * sigma(-beta * x))            # 提出共同的因子 | take out the common factor
    """,
)
