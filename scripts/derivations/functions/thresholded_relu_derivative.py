"""Thresholded ReLU has slope 1 above its threshold, and 0 below."""

from activation_functions import thresholded_relu
from mathematics.derivation import derive

derivation = derive(
    thresholded_relu.derivative,
    """
    D(x if x > theta else 0)
    = D(x) if x > theta else D(0)    # 兩側分別求導；函數在θ處跳躍，那裡沒有導數 | each side by itself; at θ the function jumps and has no derivative
    = 1 if x > theta else 0          # 直線的導數就是它的斜率；程式在跳躍點回傳0 | the derivative of a straight line is its slope; at a jump the code returns 0
    """,
)
