"""The slope of tanh, by the quotient rule, is one minus tanh squared."""

from activation_functions import tanh
from mathematics.derivation import derive

derivation = derive(
    tanh.derivative,
    """
    D((exp(x) - exp(-x)) / (exp(x) + exp(-x)))
    = ((exp(x) + exp(-x)) * (exp(x) + exp(-x)) - (exp(x) - exp(-x)) * (exp(x) - exp(-x))) / (exp(x) + exp(-x))**2    # 除法律：分子與分母的導數恰好互為對方 | the quotient rule: numerator and denominator are each other's derivative
    = 1 - ((exp(x) - exp(-x)) / (exp(x) + exp(-x)))**2    # 拆成兩個分數，第一個是1 | split into two fractions, of which the first is 1
    = 1 - tanh(x)**2                                      # 括號裡就是雙曲正切 | inside the brackets stands tanh
    """,
)
