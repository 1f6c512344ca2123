"""Where the output of the nine-weight network is zero: putting the solution back in leaves nothing."""

from fractions import Fraction

from derivations.collapse_nine_weights import network
from mathematics.derivation import derive


def on_the_line(p, q, i2):
    """The output, in exact arithmetic, of a network with the coefficients p and q at the point where i1 = −i2 q / p."""
    p, q, i2 = Fraction(p), Fraction(q), Fraction(i2)
    w3, w4, w5, w6, w7, w8, w9 = (Fraction(k) for k in (3, -4, 5, 6, -7, 8, 9))
    w1, w2 = (p - w3 * w8 - w5 * w9) / w7, (q - w4 * w8 - w6 * w9) / w7
    return network(w1, w2, w3, w4, w5, w6, w7, w8, w9, -i2 * q / p, i2)


derivation = derive(
    on_the_line,
    """
    p * (-i2 * (q / p)) + i2 * q
    = -i2 * q + i2 * q              # 分母不為零，約掉它 | the denominator is not zero: cancel it
    = 0                             # 兩項相消 | the two terms cancel
    """,
)
