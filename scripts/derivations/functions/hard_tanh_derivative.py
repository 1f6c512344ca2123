"""Hard tanh has slope 1 between its two kinks, and 0 outside."""

from activation_functions import hard_tanh
from mathematics.derivation import derive

derivation = derive(
    hard_tanh.derivative,
    """
    D(max(-1, min(x, 1)))
    = D(1 if x > 1 else x if x > -1 else -1)          # 最大與最小，寫成三段 | the larger and the smaller, in three pieces
    = D(1) if x > 1 else D(x) if x > -1 else D(-1)    # 逐段求導；兩個轉折點沒有導數 | each piece by itself; the two kinks have no derivative
    = 0 if x > 1 else 1 if x > -1 else 0              # 直線的導數就是它的斜率；程式在轉折點回傳左側的斜率 | the derivative of a straight line is its slope; at a kink the code returns the one on the left
    """,
)
