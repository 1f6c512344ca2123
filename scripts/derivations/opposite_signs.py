"""The first component of the full-batch gradient at the error (1, −1), for two inputs uniform on (0, 1)."""

import numpy as np

from mathematics.derivation import derive

derivation = derive(
    lambda: (np.array([[1 / 3, 1 / 4], [1 / 4, 1 / 3]]) @ [1, -1])[0],
    r"""
    1/3 - 1/4
    = 4/12 - 3/12    # 通分 | one common denominator
    = 1/12           # 另一個分量是$\frac{1}{4}-\frac{1}{3}$，恰好反號 | the other component is $\frac{1}{4}-\frac{1}{3}$, the same with the other sign
    """,
)
