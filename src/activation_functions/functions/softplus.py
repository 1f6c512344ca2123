"""Softplus is ReLU with its corner rounded off; beta sets how sharply.

Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for better option
pricing", Advances in Neural Information Processing Systems 13, 2001. Glorot, Bordes and Bengio, often cited for it, credit
them.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.functions import sigmoid
from activation_functions.rounding import exp, exponent

# With beta = 1 it is ln(1 + e^x), whose tail log1p keeps. The exponential is cut where it would overflow: from
# there on, and long before, the value is x itself.
#
# Any other beta takes more care. ln(1 + e^t) = max(t, 0) + ln(1 + e^-|t|) with t = beta x, and two things would cost digits. The
# rounding error of beta x, which the exponential magnifies, is put back as a factor 1 + error. Where e^-|t| alone is too small for
# a double although e^-|t| / beta is not, its exponent is cut at -700 and the rest multiplied in at the end, in two halves.


def value(x: Floats, beta: float) -> Floats:
    if beta == 1.0:
        return np.maximum(x, np.log1p(np.exp(np.minimum(x, 700.0))))
    t, error = exponent(-np.abs(x), beta)
    e = exp(np.maximum(t, -700.0), error)
    rest = np.exp(np.minimum(t + 700.0, 0.0) / 2.0)
    return np.maximum(x, 0.0) + np.log1p(e) / beta * rest * rest


def slope(x: Floats, beta: float) -> Floats:
    # The sigmoid of beta x, written as in sigmoid.py.
    if beta == 1.0:
        return sigmoid.value(x)
    t, error = exponent(-np.abs(x), beta)
    e = exp(t, error)
    return np.maximum(e, x >= 0.0) / (1.0 + e)


def second(x: Floats, beta: float) -> Floats:
    # beta e^t / (1 + e^t)^2, with e^t as the square of h: a large beta meets h before e^t gets too small for its digits.
    t, error = exponent(-np.abs(x), beta)
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
