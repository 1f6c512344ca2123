"""StarReLU's slope: shifting changes no slope, scaling scales it."""

from activation_functions import star_relu
from mathematics.derivation import derive

derivation = derive(
    star_relu.derivative,
    """
    D((2 * max(0, x)**2 - 1) / sqrt(5))
    = D((2 * x**2 - 1) / sqrt(5) if x > 0 else -1 / sqrt(5))       # 較大的那個，寫成兩段 | the larger of the two, in two pieces
    = D((2 * x**2 - 1) / sqrt(5)) if x > 0 else D(-1 / sqrt(5))    # 兩側分別求導；左側是常數 | each side by itself; the left one is a constant
    = 1 / sqrt(5) * D(2 * x**2 - 1) if x > 0 else 0         # 常數倍提到外面 | a constant factor comes out
    = 4 * x / sqrt(5) if x > 0 else 0                       # 冪的導數 | the derivative of a power
    = 4 * max(0, x) / sqrt(5)                               # 兩側在0處都是0，合成一個式子 | both sides are 0 at 0: one expression says both
    """,
)
