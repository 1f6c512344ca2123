"""Hard sigmoid has the slope of its ramp between the two kinks, and 0 outside."""

from activation_functions import hard_sigmoid
from mathematics.derivation import derive

derivation = derive(
    hard_sigmoid.derivative,
    """
    D(max(0, min(x / width + offset, 1)))
    = D(1 if x / width + offset > 1 else x / width + offset if x / width + offset > 0 else 0)          # 最大與最小，寫成三段 | the larger and the smaller, in three pieces
    = D(1) if x / width + offset > 1 else D(x / width + offset) if x / width + offset > 0 else D(0)    # 逐段求導；兩個轉折點沒有導數 | each piece by itself; the two kinks have no derivative
    = 0 if x / width + offset > 1 else 1 / width if x / width + offset > 0 else 0                      # 直線的導數就是它的斜率；程式在轉折點回傳左側的斜率 | the derivative of a straight line is its slope; at a kink the code returns the one on the left
    """,
)
