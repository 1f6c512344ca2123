"""ISRLU keeps what is positive and bends what is negative towards -1 / sqrt(alpha), with a square root for the bend.

The inverse square root linear unit: Carlile and others, "Improving deep learning by inverse square root linear units
(ISRLUs)", 2017, arXiv:1710.09967.
"""

from math import sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.functions import isru


def value(x: Floats, alpha: float) -> Floats:
    x = np.maximum(x, -1e100 / sqrt(alpha))  # the limit is reached to the last digit by then, and x^2 cannot overflow
    return x / np.sqrt(_square(x, alpha))


def slope(x: Floats, alpha: float) -> Floats:
    q = _square(x, alpha)
    return 1.0 / q / np.sqrt(q)


def second(x: Floats, alpha: float) -> Floats:
    return isru.second(np.minimum(x, 0.0), alpha)


def _square(x: Floats, alpha: float) -> Floats:
    """1 + alpha x^2 on the left, 1 on the right."""
    x = np.minimum(x, 0.0)
    return 1.0 + alpha * x * x


isrlu = Activation(
    id="isrlu",
    name="ISRLU",
    formula="x if x > 0 else x / sqrt(1 + alpha * x**2)",
    derivative_formula="1 if x > 0 else 1 / sqrt(1 + alpha * x**2)**3",
    second_formula="0 if x > 0 else -3 * alpha * x / sqrt(1 + alpha * x**2)**5",
    zh_hant="保留正數，並用平方根讓負的一側彎向−1／√α。",
    en="keeps what is positive and bends what is negative towards -1 / sqrt(alpha), with a square root for the bend.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"carlile2017": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"alpha": Parameter(default=1.0, above=0.0)},
    kinks=(Kink(at="0", left="1", right="1"),),
    closed={
        "lower": "-1 / sqrt(alpha)",
        "second_moment": "1 - sqrt(pi / 2) * exp(1 / 2) * Phi(-1)",
        "slope_moment": "(5 + sqrt(2 * pi) * exp(1 / 2) * Phi(-1)) / 8",
    },
    zh_hant_notes="左右兩段在0處的斜率與二階導數都相等，接得很平滑。",
    en_notes="At 0 the two branches meet without a corner: slope and second derivative agree.",
)
