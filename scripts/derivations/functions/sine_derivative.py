"""Sine's slope: the chain rule."""

from activation_functions import sine
from mathematics.derivation import derive

derivation = derive(
    sine.derivative,
    """
    D(sin(omega * x))
    = cos(omega * x) * D(omega * x)   # 連鎖律，以及正弦的導數 | the chain rule, and the derivative of the sine
    = omega * cos(omega * x)          # 一次式的導數 | the derivative of a multiple of x
    """,
)
