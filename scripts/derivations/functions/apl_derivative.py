"""APL's slope counts what is open: 1 on the right of 0, and minus the steepness of every hinge that lies further right."""

from activation_functions import apl
from mathematics.derivation import derive

derivation = derive(
    apl.derivative,
    """
    D(max(0, x) + a1 * max(0, b1 - x) + a2 * max(0, b2 - x))
    = D(max(0, x)) + a1 * D(max(0, b1 - x)) + a2 * D(max(0, b2 - x))                     # 和逐項求導，常數倍提到外面 | a sum term by term; constant factors come out
    = (1 if x > 0 else 0) + a1 * (-1 if x <= b1 else 0) + a2 * (-1 if x <= b2 else 0)    # 每一項在折角的一側是直線，另一側恆為零 | each term is a straight line on one side of its corner and 0 on the other
    = (1 if x > 0 else 0) - (a1 if x <= b1 else 0) - (a2 if x <= b2 else 0)              # 整理；在折角上，這就是左側的斜率 | put in order; at a corner this is the slope on the left
    """,
)
