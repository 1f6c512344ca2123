"""GoLU's slope: the product rule, then the chain rule through two exponentials."""

from activation_functions import golu
from mathematics.derivation import derive

derivation = derive(
    golu.derivative,
    """
    D(x * exp(-exp(-x)))
    = exp(-exp(-x)) + x * D(exp(-exp(-x)))           # 乘積法則 | the product rule
    = exp(-exp(-x)) + x * exp(-exp(-x)) * exp(-x)    # 連鎖律，用兩次 | the chain rule, twice
    = exp(-exp(-x)) * (1 + x * exp(-x))              # 提出共同的因子 | take out the common factor
    """,
)
