"""Softshrink has slope 1 outside its dead zone, and 0 inside."""

from activation_functions import softshrink
from mathematics.derivation import derive

derivation = derive(
    softshrink.derivative,
    """
    D(max(x - lam, 0) + min(x + lam, 0))
    = D(x - lam if x > lam else 0 if x > -lam else x + lam)             # 最大與最小，寫成三段 | the larger and the smaller, in three pieces
    = D(x - lam) if x > lam else D(0) if x > -lam else D(x + lam)       # 逐段求導；兩個轉折點沒有導數 | each piece by itself; the two kinks have no derivative
    = 1 if x > lam else 0 if x > -lam else 1                            # 直線的導數就是它的斜率；程式在轉折點回傳左側的斜率 | the derivative of a straight line is its slope; at a kink the code returns the one on the left
    """,
)
