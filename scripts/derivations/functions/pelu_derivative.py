"""PELU's slope: the chain rule brings out 1 / b, and so both sides start from a / b."""

from activation_functions import pelu
from mathematics.derivation import derive

derivation = derive(
    pelu.derivative,
    """
    D(a / b * x if x > 0 else a * (exp(x / b) - 1))
    = a / b * D(x) if x > 0 else a * D(exp(x / b) - 1)     # 兩側分別求導，常數倍提到外面 | each side by itself; constant factors come out
    = a / b if x > 0 else a * (exp(x / b) * (1 / b))       # 連鎖律：指數的導數帶出b的倒數 | the chain rule: the exponential brings out the reciprocal of b
    = a / b if x > 0 else a / b * exp(x / b)               # 整理；兩側在0處相等 | put in order; both sides are equal at 0
    """,
)
