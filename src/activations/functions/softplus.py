"""Softplus is ReLU with its corner rounded off; beta sets how sharply.

Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for better option
pricing", Advances in Neural Information Processing Systems 13, 2001.
"""

import numpy as np

from activations.activation import Activation, Floats, Parameter
from activations.rounding import two_product

# ln(1 + e^t) = max(t, 0) + ln(1 + e^-|t|) with t = beta x: the exponential cannot overflow, and log1p
# keeps the tail. Three things would still cost digits there. The rounding error of beta x, multiplied by |t|
# in the exponential, is put back as a factor 1 + error. Where e^-|t| alone is too small for a double although
# e^-|t| / beta is not, its exponent is cut at -700 and the rest multiplied in at the end, in two halves. And
# beta = m 2^k is split first, so that a huge beta may meet a tiny x: x 2^k is exact.


def _exponent(x: Floats, beta: float) -> tuple[Floats, Floats]:
    """-beta |x|, no lower than -1500 (every result is 0 by then), and its rounding error."""
    m, k = np.frexp(beta)
    return two_product(m, np.maximum(-np.ldexp(np.abs(x), k), -1500.0 / m))


def value(x: Floats, beta: float) -> Floats:
    t, error = _exponent(x, beta)
    e = np.exp(np.maximum(t, -700.0)) * (1.0 + error)
    rest = np.exp(np.minimum(t + 700.0, 0.0) / 2.0)
    return np.maximum(x, 0.0) + np.log1p(e) / beta * rest * rest


def slope(x: Floats, beta: float) -> Floats:
    # The sigmoid of beta x, written as in sigmoid.py.
    t, error = _exponent(x, beta)
    e = np.exp(t) * (1.0 + error)
    return np.maximum(e, x >= 0.0) / (1.0 + e)


softplus = Activation(
    id="softplus",
    name="Softplus",
    formula="log(1 + exp(beta * x)) / beta",
    derivative_formula="sigma(beta * x)",
    second_formula="beta * sigma(beta * x) * sigma(-beta * x)",
    zh_hant="把ReLU的轉角磨圓，β決定磨得多圓。",
    en="is ReLU with its corner rounded off; beta sets how sharply.",
    story=__doc__,
    sources=("dugas2001",),
    value=value,
    slope=slope,
    parameters={"beta": Parameter(default=1.0, above=0.0)},
)
