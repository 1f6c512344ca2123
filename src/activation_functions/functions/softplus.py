"""Softplus is ReLU with its corner rounded off; beta sets how sharply.

Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for better option
pricing", Advances in Neural Information Processing Systems 13, 2001. Glorot, Bordes and Bengio, often cited for it, credit
them.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.functions import sigmoid
from activation_functions.rounding import two_product

# With beta = 1 it is ln(1 + e^x), whose tail log1p keeps. The exponential is cut where it would overflow: from
# there on, and long before, the value is x itself.
#
# Any other beta takes more care. ln(1 + e^t) = max(t, 0) + ln(1 + e^-|t|) with t = beta x, and three things would
# cost digits. The rounding error of beta x, multiplied by |t|
# in the exponential, is put back as a factor 1 + error. Where e^-|t| alone is too small for a double although
# e^-|t| / beta is not, its exponent is cut at -700 and the rest multiplied in at the end, in two halves. And
# beta = m 2^k is split first, so that a huge beta may meet a tiny x: x 2^k is exact.


def _exponent(x: Floats, beta: float) -> tuple[Floats, Floats]:
    """-beta |x|, no lower than -1500 (every result is 0 by then), and its rounding error."""
    m, k = np.frexp(beta)
    return two_product(m, np.maximum(-np.ldexp(np.abs(x), k), -1500.0 / m))


def value(x: Floats, beta: float) -> Floats:
    if beta == 1.0:
        return np.maximum(x, np.log1p(np.exp(np.minimum(x, 700.0))))
    t, error = _exponent(x, beta)
    e = np.exp(np.maximum(t, -700.0)) * (1.0 + error)
    rest = np.exp(np.minimum(t + 700.0, 0.0) / 2.0)
    return np.maximum(x, 0.0) + np.log1p(e) / beta * rest * rest


def slope(x: Floats, beta: float) -> Floats:
    # The sigmoid of beta x, written as in sigmoid.py.
    if beta == 1.0:
        return sigmoid.value(x)
    t, error = _exponent(x, beta)
    e = np.exp(t) * (1.0 + error)
    return np.maximum(e, x >= 0.0) / (1.0 + e)


def second(x: Floats, beta: float) -> Floats:
    # beta e^t / (1 + e^t)^2, with e^t as the square of h: a large beta meets h before e^t gets too small for its digits.
    t, error = _exponent(x, beta)
    h = np.exp(t / 2.0)
    return beta * h * h * (1.0 + error) / np.square(1.0 + h * h)


softplus = Activation(
    id="softplus",
    name="Softplus",
    formula="log(1 + exp(beta * x)) / beta",
    derivative_formula="sigma(beta * x)",
    second_formula="beta * sigma(beta * x) * sigma(-beta * x)",
    zh_hant="把ReLU的轉角磨圓，β決定磨得多圓。",
    en="is ReLU with its corner rounded off; beta sets how sharply.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"dugas2001": "introduced", "glorot2011": "miscited"},
    value=value,
    slope=slope,
    second=second,
    parameters={"beta": Parameter(default=1.0, above=0.0)},
    closed={
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="斜率是βx的Sigmoid；β越大，越接近ReLU。",
    en_notes="Its slope is the sigmoid of beta x; as beta grows it approaches ReLU.",
)
