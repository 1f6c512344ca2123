"""Hard tanh is to the hard sigmoid of width 2 what tanh is to the sigmoid."""

from activation_functions import hard_tanh
from mathematics.derivation import derive

derivation = derive(
    hard_tanh,
    """
    2 * max(0, min(x / 2 + 1 / 2, 1)) - 1
    = max(2 * 0 - 1, 2 * min(x / 2 + 1 / 2, 1) - 1)              # 乘以二、往下移$1$，大小次序不變 | doubling and moving down by $1$ keep the order of numbers
    = max(-1, min(2 * (x / 2 + 1 / 2) - 1, 2 * 1 - 1))           # 對較小的那個也一樣 | the same for the smaller of the two
    = max(-1, min(x, 1))                                         # 算出來 | carry it out
    """,
)
