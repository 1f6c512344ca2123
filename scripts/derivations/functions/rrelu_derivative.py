"""RReLU's slope, without a draw, is 1 on the right and the mean of the two bounds on the left."""

from activation_functions import rrelu
from mathematics.derivation import derive

derivation = derive(
    rrelu.derivative,
    """
    D(x if x > 0 else (lower + upper) / 2 * x)
    = D(x) if x > 0 else D((lower + upper) / 2 * x)    # 兩側分別求導；0是轉折點，要另外看 | each side by itself; the kink at 0 is looked at apart
    = 1 if x > 0 else (lower + upper) / 2              # 直線的導數就是它的斜率；程式在0處回傳左側的斜率 | the derivative of a straight line is its slope; at 0 the code returns the one on the left
    """,
)
