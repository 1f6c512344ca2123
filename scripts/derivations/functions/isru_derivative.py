"""ISRU's slope: the quotient rule leaves the cube of its own root."""

from activation_functions import isru
from mathematics.derivation import derive

derivation = derive(
    isru.derivative,
    """
    D(x / sqrt(1 + alpha * x**2))
    = (sqrt(1 + alpha * x**2) - x * D(sqrt(1 + alpha * x**2))) / (1 + alpha * x**2)              # 除法律 | the quotient rule
    = (sqrt(1 + alpha * x**2) - alpha * x**2 / sqrt(1 + alpha * x**2)) / (1 + alpha * x**2)      # 連鎖律：平方根的導數 | the chain rule: the derivative of a root
    = (1 + alpha * x**2 - alpha * x**2) / sqrt(1 + alpha * x**2)**3                              # 分子分母同乘平方根 | multiply both by the root
    = 1 / sqrt(1 + alpha * x**2)**3                                                              # 相消 | two terms cancel
    """,
)
