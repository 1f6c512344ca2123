"""The slope of scaled tanh: the chain rule brings out the factor 2/3."""

from activation_functions import scaled_tanh
from mathematics.derivation import derive

derivation = derive(
    scaled_tanh.derivative,
    """
    D(1.7159 * tanh(2 * x / 3))
    = 1.7159 * D(tanh(2 * x / 3))                        # 常數倍提到外面 | a constant factor comes out
    = 1.7159 * ((1 - tanh(2 * x / 3)**2) * (2 / 3))      # 連鎖律：tanh的導數，乘上裡面的導數 | the chain rule: tanh's derivative, times that of the inside
    = 2 * 1.7159 / 3 * (1 - tanh(2 * x / 3)**2)          # 把常數收在一起 | gather the constants
    """,
)
