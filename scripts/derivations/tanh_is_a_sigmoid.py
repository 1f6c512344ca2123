"""tanh is the sigmoid with its input doubled, its output doubled, and moved down by one."""

from activation_functions import tanh
from mathematics.derivation import derive

derivation = derive(
    tanh,
    """
    2 * sigma(2 * x) - 1
    = 2 / (1 + exp(-2 * x)) - 1                             # 定義 | the definition
    = (1 - exp(-2 * x)) / (1 + exp(-2 * x))                 # 通分 | one common denominator
    = (exp(x) - exp(-x)) / (exp(x) + exp(-x))               # 分子分母同乘一個指數 | multiply both by an exponential
    = tanh(x)                                               # 定義 | the definition
    """,
)
