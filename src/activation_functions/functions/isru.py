"""ISRU divides its input by a root that grows along with it; alpha sets where it levels off.

The inverse square root unit: Carlile, Delamarter, Kinney, Marti and Whitney, "Improving deep learning by inverse square
root linear units (ISRLUs)", 2017, arXiv:1710.09967.
"""

from math import sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter

# alpha x^2 is the square of t = sqrt(alpha) x. Only the root is taken of alpha, so that a huge or a tiny alpha
# does not overflow or vanish before it meets x.


def value(x: Floats, alpha: float) -> Floats:
    s = sqrt(alpha)
    x = np.clip(x, -1e100 / s, 1e100 / s)  # the quotient is 1 / s long before, and t^2 must not overflow
    return x / np.sqrt(1.0 + np.square(s * x))


def slope(x: Floats, alpha: float) -> Floats:
    # Where t^2 overflows, the slope has long been below the smallest double.
    r = 1.0 / np.sqrt(1.0 + np.square(sqrt(alpha) * x))
    return r * r * r


def second(x: Floats, alpha: float) -> Floats:
    # `isru.second(x) = -3 * alpha * x * (1 / sqrt(1 + alpha * x**2))**5`: t meets the first of the five roots, and the others keep the tail.
    s = sqrt(alpha)
    t = np.clip(s * x, -1e300, 1e300)  # inf / inf would be NaN
    r = 1.0 / np.hypot(1.0, t)
    return -3.0 * s * (t * r) * r * r * r * r


isru = Activation(
    id="isru",
    name="ISRU",
    formula="x / sqrt(1 + alpha * x**2)",
    derivative_formula="1 / sqrt(1 + alpha * x**2)**3",
    second_formula="-3 * alpha * x / sqrt(1 + alpha * x**2)**5",
    zh_hant="把輸入除以隨它一起變大的平方根，α決定在何處趨平。",
    en="divides its input by a root that grows along with it; alpha sets where it levels off.",
    story=__doc__,
    family="sigmoidal",
    sources={"carlile2017": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"alpha": Parameter(default=1.0, above=0.0)},
    closed={
        "lower": "-1 / sqrt(alpha)",
        "upper": "1 / sqrt(alpha)",
        "second_moment": "1 - sqrt(2 * pi) * exp(1 / 2) * Phi(-1)",
        "slope_moment": "(1 + sqrt(2 * pi) * exp(1 / 2) * Phi(-1)) / 4",
        "gain": "1 / sqrt(1 - sqrt(2 * pi) * exp(1 / 2) * Phi(-1))",
    },
    zh_hant_notes="不必計算指數；它的斜率是輸出與輸入之比的三次方。",
    en_notes="It needs no exponential, and its slope is the cube of the ratio of output to input.",
)
