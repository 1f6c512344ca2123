"""The sparse sigmoid's slope: one half on the ramp, zero beside it."""

from activation_functions import sparse_sigmoid
from mathematics.derivation import derive

derivation = derive(
    sparse_sigmoid.derivative,
    """
    D(min(max((x + 1) / 2, 0), 1))
    = D(1 if x > 1 else (x + 1) / 2 if x > -1 else 0)          # 三段 | three pieces
    = 0 if x > 1 else 1 / 2 if x > -1 else 0                   # 三段分別求導；兩個折角要另外看 | each of the three pieces by itself; the two corners are looked at apart
    """,
)
