"""ReLU6 has slope 1 between its two kinks, and 0 outside."""

from activation_functions import relu6
from mathematics.derivation import derive

derivation = derive(
    relu6.derivative,
    """
    D(min(max(0, x), 6))
    = D(6 if x > 6 else x if x > 0 else 0)          # 最大與最小，寫成三段 | the larger and the smaller, in three pieces
    = D(6) if x > 6 else D(x) if x > 0 else D(0)    # 逐段求導；0與6是轉折點，那裡沒有導數 | each piece by itself; 0 and 6 are kinks, where there is no derivative
    = 0 if x > 6 else 1 if x > 0 else 0             # 直線的導數就是它的斜率；程式在轉折點回傳左側的斜率 | the derivative of a straight line is its slope; at a kink the code returns the one on the left
    """,
)
