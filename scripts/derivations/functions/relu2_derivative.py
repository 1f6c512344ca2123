"""The squared ReLU's slope is twice the ReLU: squaring takes the corner out."""

from activation_functions import relu2
from mathematics.derivation import derive

derivation = derive(
    relu2.derivative,
    """
    D(max(0, x)**2)
    = D(x**2 if x > 0 else 0)           # 較大的那個，寫成兩段 | the larger of the two, in two pieces
    = D(x**2) if x > 0 else D(0)        # 兩側分別求導 | each side by itself
    = 2 * x if x > 0 else 0             # 冪的導數；常數的導數是0 | the derivative of a power; that of a constant is 0
    = 2 * max(0, x)                     # 兩側在0處都是0，合成一個式子 | both sides are 0 at 0: one expression says both
    """,
)
