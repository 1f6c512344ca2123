"""Hardshrink has slope 1 outside its dead zone, and 0 inside."""

from activation_functions import hardshrink
from mathematics.derivation import derive

derivation = derive(
    hardshrink.derivative,
    """
    D(x if abs(x) > lam else 0)
    = D(x) if abs(x) > lam else D(0)    # 內外分別求導；函數在兩端跳躍，那裡沒有導數 | inside and outside by themselves; at both ends the function jumps and has no derivative
    = 1 if abs(x) > lam else 0          # 直線的導數就是它的斜率；程式在跳躍點回傳0 | the derivative of a straight line is its slope; at a jump the code returns 0
    """,
)
