"""SQNL's slope is a tent: it climbs along a straight line to 1, and falls along another."""

from activation_functions import sqnl
from mathematics.derivation import derive

derivation = derive(
    sqnl.derivative,
    """
    D(1 if x > 2 else x - x**2 / 4 if x > 0 else x + x**2 / 4 if x > -2 else -1)
    = D(1) if x > 2 else D(x - x**2 / 4) if x > 0 else D(x + x**2 / 4) if x > -2 else D(-1)    # 四段分別求導 | each piece by itself
    = 0 if x > 2 else 1 - x / 2 if x > 0 else 1 + x / 2 if x > -2 else 0                       # 冪的導數；四段在交界處相接 | the derivative of a power; the pieces join where they meet
    """,
)
