"""The sigmoid's slope is a quarter less a square, so a quarter is its maximum: no calculus needed."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    sigmoid.derivative,
    """
    sigma(x) * (1 - sigma(x))
    = sigma(x) - sigma(x)**2                          # 乘開 | multiply out
    = 1 / 4 - (sigma(x)**2 - sigma(x) + 1 / 4)        # 加減同一個數 | add and subtract the same number
    = 1 / 4 - (sigma(x) - 1 / 2)**2                   # 括號裡是完全平方 | the brackets hold a square
    """,
)
