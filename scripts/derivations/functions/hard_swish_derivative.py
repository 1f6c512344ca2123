"""Hard Swish's slope, piece by piece; in the middle it is a parabola."""

from activation_functions import hard_swish
from mathematics.derivation import derive

derivation = derive(
    hard_swish.derivative,
    """
    D(x * min(max(x / 6 + 1 / 2, 0), 1))
    = D(x if x > 3 else x * (x / 6 + 1 / 2) if x > -3 else 0)                         # 斜坡由0、直線與1接成，所以乘積也有三段 | the ramp is 0, a line and 1, so the product has three pieces too
    = D(x) if x > 3 else D(x * (x / 6 + 1 / 2)) if x > -3 else D(0)    # 三段分別求導；兩個折角要另外看 | each of the three pieces by itself; the two corners are looked at apart
    = 1 if x > 3 else x / 6 + 1 / 2 + x / 6 if x > -3 else 0           # 乘積法則 | the product rule
    = 1 if x > 3 else (2 * x + 3) / 6 if x > -3 else 0                 # 通分 | over a common denominator
    """,
)
