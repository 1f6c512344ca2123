"""Softsign's slope, one side at a time; at 0 the two sides agree."""

from activation_functions import softsign
from mathematics.derivation import derive

derivation = derive(
    softsign.derivative,
    """
    D(x / (1 + abs(x)))
    = D(x / (1 + x) if x > 0 else x / (1 - x))                                   # 絕對值寫成兩段 | the absolute value in two pieces
    = D(x / (1 + x)) if x > 0 else D(x / (1 - x))                                # 兩側分別求導 | each side by itself
    = ((1 + x) - x) / (1 + x)**2 if x > 0 else ((1 - x) + x) / (1 - x)**2        # 除法律 | the quotient rule
    = 1 / (1 + x)**2 if x > 0 else 1 / (1 - x)**2                                # 分子剩下1 | the numerators come to 1
    = 1 / (1 + abs(x))**2                                                        # 兩側合成一式，在0處也相接 | both sides in one, and they meet at 0
    """,
)
