"""Softshrink is the input minus the input clipped."""

from activation_functions import softshrink
from mathematics.derivation import derive

derivation = derive(
    lambda lam, x: softshrink(x, lam=lam),
    """
    x - max(-lam, min(x, lam))
    = 0 + (x - lam) if x > lam else x - x if x > -lam else x + lam    # 夾住的部分分三段 | the clipped part in three pieces
    = max(x - lam, 0) + min(x + lam, 0)                               # 三段合成一式 | the three pieces in one
    """,
)
