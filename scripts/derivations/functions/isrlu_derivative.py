"""ISRLU's slope on the left, by the quotient rule, is the cube of 1 / sqrt(1 + alpha x^2)."""

from activation_functions import isrlu
from mathematics.derivation import derive

derivation = derive(
    isrlu.derivative,
    """
    D(x if x > 0 else x / sqrt(1 + alpha * x**2))
    = D(x) if x > 0 else D(x / sqrt(1 + alpha * x**2))    # 兩側分別求導 | each side by itself
    = 1 if x > 0 else (sqrt(1 + alpha * x**2) - x * (alpha * x / sqrt(1 + alpha * x**2))) / (1 + alpha * x**2)    # 除法律；平方根的導數用連鎖律 | the quotient rule, with the chain rule for the square root
    = 1 if x > 0 else (1 + alpha * x**2 - alpha * x**2) / sqrt(1 + alpha * x**2)**3    # 分子分母同乘平方根 | multiply both by the square root
    = 1 if x > 0 else 1 / sqrt(1 + alpha * x**2)**3                                    # 抵消；兩側在0處都是1 | cancel; both sides are 1 at 0
    """,
)
