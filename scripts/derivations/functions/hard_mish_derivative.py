"""Hard Mish's slope, piece by piece; in the middle it is a straight line."""

from activation_functions import hard_mish
from mathematics.derivation import derive

derivation = derive(
    hard_mish.derivative,
    """
    D(x / 2 * min(max(x + 2, 0), 2))
    = D(x if x > 0 else x / 2 * (x + 2) if x > -2 else 0)              # 斜坡由0、直線與2接成，所以乘積也有三段 | the ramp is 0, a line and 2, so the product has three pieces too
    = D(x) if x > 0 else D(x**2 / 2 + x) if x > -2 else D(0)           # 乘開，三段分別求導 | multiply out; each of the three pieces by itself
    = 1 if x > 0 else x + 1 if x > -2 else 0                           # 冪的導數 | the derivative of a power
    """,
)
