"""The identity's slope is 1 everywhere."""

from activation_functions import identity
from mathematics.derivation import derive

derivation = derive(
    identity.derivative,
    """
    D(x)
    = 1    # 直線的導數就是它的斜率 | the derivative of a straight line is its slope
    """,
)
