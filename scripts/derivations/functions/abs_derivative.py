"""The absolute value has slope 1 on the right and -1 on the left."""

from activation_functions import abs
from mathematics.derivation import derive

derivation = derive(
    abs.derivative,
    """
    D(abs(x))
    = D(x if x > 0 else -x)       # 絕對值的定義，寫成兩段 | the definition of the absolute value, in two pieces
    = D(x) if x > 0 else D(-x)    # 兩側分別求導；0是轉折點，那裡沒有導數 | each side by itself; 0 is a kink, where there is no derivative
    = 1 if x > 0 else -1          # 直線的導數就是它的斜率；程式在0處回傳左側的斜率 | the derivative of a straight line is its slope; at 0 the code returns the one on the left
    """,
)
