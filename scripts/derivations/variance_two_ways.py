"""The variance of three numbers: the mean of the squared distances, or the mean of the squares less the square of the mean."""

import numpy as np

from mathematics.derivation import derive

derivation = derive(
    lambda a, b, c: np.var([a, b, c]),
    """
    ((a - (a + b + c)/3)**2 + (b - (a + b + c)/3)**2 + (c - (a + b + c)/3)**2) / 3
    = (a**2 + b**2 + c**2)/3 - 2*((a + b + c)/3)*((a + b + c)/3) + ((a + b + c)/3)**2    # 展開平方，各項分別平均 | expand the squares and take the mean of each term
    = (a**2 + b**2 + c**2)/3 - ((a + b + c)/3)**2                                        # 後兩項合併 | the last two terms combine
    """,
)
