"""Softsign divides its input by one more than its size.

Elliott, "A better activation function for artificial neural networks", report TR 93-8, University of Maryland, 1993;
under this name Bergstra, Desjardins, Lamblin and Bengio, "Quadratic polynomials learn better image features", report
1337, Université de Montréal, 2009. Glorot and Bengio, often cited for it, credit them.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink

LARGEST = np.finfo(np.float64).max


def value(x: Floats) -> Floats:
    x = np.clip(x, -LARGEST, LARGEST)  # infinity by infinity would be NaN; the quotient is 1 by then
    return x / (1.0 + np.abs(x))


def slope(x: Floats) -> Floats:
    # Squaring last keeps the tail: (1 + |x|)^2 would overflow before its reciprocal vanishes.
    return np.square(1.0 / (1.0 + np.abs(x)))


def second(x: Floats) -> Floats:
    r = 1.0 / (1.0 + np.abs(x))
    return np.where(x > 0.0, -2.0, 2.0) * r * r * r


softsign = Activation(
    id="softsign",
    name="Softsign",
    formula="x / (1 + abs(x))",
    derivative_formula="1 / (1 + abs(x))**2",
    second_formula="-2 / (1 + x)**3 if x > 0 else 2 / (1 - x)**3",
    zh_hant="把輸入除以它的絕對值加1。",
    en="divides its input by one more than its size.",
    story=__doc__,
    family="sigmoidal",
    sources={"elliott1993": "introduced", "bergstra2009": "named", "glorot2010": "miscited"},
    aliases={"soft_sign": "jax, flax", "elliott": "elliott1993: x / (1 + abs(x))"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="0", left="1", right="1"),),
    zh_hant_notes="斜率是1減去輸出的絕對值、再平方，而不是1減去輸出的平方。",
    en_notes="Its slope is (1 - |f|)^2, and not 1 - f^2 as that of tanh.",
)
