"""ELU's slope, one side at a time; where the two sides meet, only alpha = 1 lets them agree."""

from activation_functions import elu
from mathematics.derivation import derive

derivation = derive(
    elu.derivative,
    """
    D(x if x > 0 else alpha * (exp(x) - 1))
    = D(x) if x > 0 else D(alpha * (exp(x) - 1))    # 兩側分別求導；交界處要另外看 | each side by itself; the point where they meet is looked at apart
    = 1 if x > 0 else alpha * D(exp(x) - 1)         # 常數倍提到外面 | a constant factor comes out
    = 1 if x > 0 else alpha * exp(x)                # 指數的導數是它自己 | the exponential is its own derivative
    """,
)
