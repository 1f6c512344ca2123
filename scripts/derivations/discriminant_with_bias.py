"""With a bias, the square root in the two eigenvalues is that of a positive number, so they are real and differ."""

import numpy as np

from derivations.plane_with_bias import second_moment
from mathematics.derivation import derive

derivation = derive(
    lambda n, m, s: np.diff(np.linalg.eigvalsh(second_moment(n, m, s)))[0] ** 2,
    r"""
    (1 + s**2 + n * m**2)**2 - 4 * s**2
    = (s**2 + n * m**2 - 1)**2 + 4 * (s**2 + n * m**2) - 4 * s**2    # $(a+1)^2=(a-1)^2+4a$，其中$a=s^2+nm^2$ | $(a+1)^2=(a-1)^2+4a$ with $a=s^2+nm^2$
    = (s**2 + n * m**2 - 1)**2 + 4 * n * m**2                        # $4s^2$消去 | $4s^2$ cancels
    """,
)
