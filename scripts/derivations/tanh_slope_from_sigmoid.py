"""tanh's slope out of the sigmoid's: four times as high, at half the input."""

from activation_functions import tanh
from mathematics.derivation import derive

derivation = derive(
    tanh.derivative,
    """
    D(2 * sigma(2 * x) - 1)
    = 2 * sigma(2 * x) * (1 - sigma(2 * x)) * 2      # 連鎖律：裡面的導數是2 | the chain rule: the inside has derivative 2
    = 4 * sigma(2 * x) * (1 - sigma(2 * x))          # 合併常數，這就是四倍的Sigmoid斜率 | gather the constants: four times the sigmoid's slope
    = 1 - (2 * sigma(2 * x) - 1)**2                  # 配成完全平方 | complete the square
    = 1 - tanh(x)**2                                 # 括號裡就是雙曲正切 | inside the brackets stands tanh
    """,
)
