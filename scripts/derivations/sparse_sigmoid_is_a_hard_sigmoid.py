"""The sparse sigmoid is the hard sigmoid of width 2."""

from activation_functions import sparse_sigmoid
from mathematics.derivation import derive

derivation = derive(
    sparse_sigmoid,
    """
    max(0, min(x / 2 + 1 / 2, 1))
    = max(0, min((x + 1) / 2, 1))    # 通分 | over a common denominator
    = min(max((x + 1) / 2, 0), 1)    # 下限不超過上限，先夾哪一邊都一樣 | the lower bound is below the upper one, so it does not matter which comes first
    """,
)
