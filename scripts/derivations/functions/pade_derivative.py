"""Padé's slope: the quotient rule, on either side of the absolute value."""

from activation_functions import pade
from mathematics.derivation import derive

derivation = derive(
    pade.derivative,
    """
    D((a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) / (1 + abs(b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)))
    = D((a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) / (1 + (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4))) if b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4 >= 0 else D((a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) / (1 - (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)))    # 絕對值寫成兩段 | the absolute value, in two pieces
    = ((a1 + 2 * a2 * x + 3 * a3 * x**2 + 4 * a4 * x**3 + 5 * a5 * x**4) * (1 + (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)) - (a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) * (b1 + 2 * b2 * x + 3 * b3 * x**2 + 4 * b4 * x**3)) / (1 + (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4))**2 if b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4 >= 0 else ((a1 + 2 * a2 * x + 3 * a3 * x**2 + 4 * a4 * x**3 + 5 * a5 * x**4) * (1 - (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)) + (a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) * (b1 + 2 * b2 * x + 3 * b3 * x**2 + 4 * b4 * x**3)) / (1 - (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4))**2    # 除法律 | the quotient rule
    = (a1 + 2 * a2 * x + 3 * a3 * x**2 + 4 * a4 * x**3 + 5 * a5 * x**4) / (1 + (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)) - (a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) * (b1 + 2 * b2 * x + 3 * b3 * x**2 + 4 * b4 * x**3) / (1 + (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4))**2 if b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4 >= 0 else (a1 + 2 * a2 * x + 3 * a3 * x**2 + 4 * a4 * x**3 + 5 * a5 * x**4) / (1 - (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4)) + (a0 + a1 * x + a2 * x**2 + a3 * x**3 + a4 * x**4 + a5 * x**5) * (b1 + 2 * b2 * x + 3 * b3 * x**2 + 4 * b4 * x**3) / (1 - (b1 * x + b2 * x**2 + b3 * x**3 + b4 * x**4))**2    # 約去一個分母 | cancel one denominator
    """,
)
