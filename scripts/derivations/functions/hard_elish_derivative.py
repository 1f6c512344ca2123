"""Hard ELiSH's slope, in four pieces; the product rule serves where the ramp climbs."""

from activation_functions import hard_elish
from mathematics.derivation import derive

derivation = derive(
    hard_elish.derivative,
    """
    D(x * min(max((x + 1) / 2, 0), 1) if x > 0 else (exp(x) - 1) * min(max((x + 1) / 2, 0), 1))
    = D(x if x > 1 else x * (x + 1) / 2 if x > 0 else (exp(x) - 1) * (x + 1) / 2 if x > -1 else 0)    # 斜坡在−1之下是0，在1之上是1 | the ramp is 0 below −1 and 1 above 1
    = 1 if x > 1 else D(x * (x + 1) / 2) if x > 0 else D((exp(x) - 1) * (x + 1) / 2) if x > -1 else 0    # 四段分別求導 | each of the four pieces by itself
    = 1 if x > 1 else x + 1 / 2 if x > 0 else (exp(x) * (x + 1) + exp(x) - 1) / 2 if x > -1 else 0    # 冪的導數與乘積法則 | the derivative of a power, and the product rule
    = 1 if x > 1 else x + 1 / 2 if x > 0 else (exp(x) * (x + 2) - 1) / 2 if x > -1 else 0    # 併項 | collect the terms
    """,
)
