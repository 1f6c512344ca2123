"""ReLU's slope is a step: 0 on the left, 1 on the right."""

from activation_functions import relu
from mathematics.derivation import derive

derivation = derive(
    relu.derivative,
    """
    D(max(0, x))
    = D(x if x > 0 else 0)        # 較大的那個，寫成兩段 | the larger of the two, in two pieces
    = D(x) if x > 0 else D(0)     # 兩側分別求導；0是轉折點，那裡沒有導數 | each side by itself; 0 is a kink, where there is no derivative
    = 1 if x > 0 else 0           # 直線的導數就是它的斜率；程式在0處回傳左側的斜率 | the derivative of a straight line is its slope; at 0 the code returns the one on the left
    """,
)
