"""Tanhshrink is what tanh takes away: the input minus its tanh.

A function of software libraries; no inventor is known.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import tanh

# Near 0 the two terms agree to ever more digits, x - tanh x = x^3 / 3 - ..., and their difference would lose them.
# Lambert's continued fraction tanh x = x / (1 + x^2 / d) with d = 3 + x^2 / (5 + x^2 / (7 + ...)) gives
# x - tanh x = x x^2 / (d + x^2), all of whose terms are positive.


def value(x: Floats) -> Floats:
    z = x * x
    d = 15.0 + z / 17.0
    for odd in range(13, 1, -2):
        d = odd + z / d
    return np.where(z < 1.05, x * z / (d + z), x - np.tanh(x))


def slope(x: Floats) -> Floats:
    return np.square(np.tanh(x))


def second(x: Floats) -> Floats:
    return -tanh.second(x)


tanhshrink = Activation(
    id="tanhshrink",
    name="Tanhshrink",
    formula="x - tanh(x)",
    derivative_formula="tanh(x)**2",
    second_formula="2 * tanh(x) * (1 - tanh(x)**2)",
    zh_hant="是tanh拿走的那一部分：輸入減去它的tanh。",
    en="is what tanh takes away: the input minus its tanh.",
    story=__doc__,
    family="shrinkage",
    sources={},
    aliases={"tanh_shrink": "keras"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="在0附近很平；離0很遠時，是輸入向0移近1。",
    en_notes="It is flat around 0; far away it is the input moved towards 0 by 1.",
)
