"""Where the output of the nine-weight network is zero: putting the solution back in leaves nothing."""

from fractions import Fraction

from derivation import derive
from derivations.collapse_nine_weights import network


def on_the_line(i2, **w):
    """The network's output at the point of its zero line with the given second input, in exact arithmetic."""
    w1, w2, w3, w4, w5, w6, w7, w8, w9 = weights = [Fraction(w[f"w{k}"]) for k in range(1, 10)]
    i1 = -Fraction(i2) * (w2 * w7 + w4 * w8 + w6 * w9) / (w1 * w7 + w3 * w8 + w5 * w9)
    return network(*[*weights, i1, Fraction(i2)])


derivation = derive(
    on_the_line,
    """
    -i2 * ((w2 * w7 + w4 * w8 + w6 * w9) / (w1 * w7 + w3 * w8 + w5 * w9)) * (w1 * w7 + w3 * w8 + w5 * w9) + i2 * (w2 * w7 + w4 * w8 + w6 * w9)
    = -i2 * (w2 * w7 + w4 * w8 + w6 * w9) + i2 * (w2 * w7 + w4 * w8 + w6 * w9)    # 分母不為零，約掉它 | the denominator is not zero: cancel it
    = 0                                                                           # 兩項相消 | the two terms cancel
    """,
)
