"""The sigmoid's derivative, by the quotient rule, folded back into the sigmoid itself."""

from activation_functions import sigmoid
from mathematics.derivation import derive

derivation = derive(
    sigmoid.derivative,
    """
    D(1 / (1 + exp(-x)))
    = exp(-x) / (1 + exp(-x))**2                       # 除法律：分子是常數，只剩分母的導數 | the quotient rule: the numerator is constant, so only the denominator moves
    = 1 / (1 + exp(-x)) * (exp(-x) / (1 + exp(-x)))    # 拆成兩個因子 | split into two factors
    = 1 / (1 + exp(-x)) * (1 - 1 / (1 + exp(-x)))      # 第二個因子就是一減第一個 | the second factor is one minus the first
    = sigma(x) * (1 - sigma(x))                        # 兩個因子都是Sigmoid | both factors are sigmoids
    """,
)
