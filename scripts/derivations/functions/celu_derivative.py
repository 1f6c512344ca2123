"""CELU's slope: the chain rule brings out 1 / alpha, which cancels the alpha in front."""

from activation_functions import celu
from mathematics.derivation import derive

derivation = derive(
    celu.derivative,
    """
    D(x if x > 0 else alpha * (exp(x / alpha) - 1))
    = D(x) if x > 0 else alpha * D(exp(x / alpha) - 1)          # 兩側分別求導，常數倍提到外面 | each side by itself; a constant factor comes out
    = 1 if x > 0 else alpha * (exp(x / alpha) * (1 / alpha))    # 連鎖律：指數的導數帶出α的倒數 | the chain rule: the exponential brings out the reciprocal of α
    = 1 if x > 0 else exp(x / alpha)                            # 約去α，所以兩側在0處都是1 | α cancels, so both sides are 1 at 0
    """,
)
