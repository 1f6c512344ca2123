"""GoLU weighs its input by the Gompertz curve, a lopsided relative of the sigmoid.

The Gompertz linear unit: Das, Safari, Adriaensen and Hutter, "Gompertz linear units: leveraging asymmetry for
enhanced learning dynamics", 2025, arXiv:2502.03654.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import exp, exp_in_two

# The weight exp(-exp(-x)) gets too small for its digits before x times the weight does: x meets its square root h twice.
# On the left the outer exponential magnifies what is rounded off e^-x, up to seven hundred times: there e^-x comes in two words.

DEEPEST = -7.0  # the value is below the smallest double from there on


def _root_of_weight(x: Floats) -> Floats:
    y, rest = np.exp(-x), np.zeros_like(x)
    left = x < -0.5
    y[left], rest[left] = exp_in_two(-x[left])
    return exp(-y / 2.0, -rest / 2.0)


def value(x: Floats) -> Floats:
    x = np.maximum(x, DEEPEST)  # -inf * 0 would be NaN
    h = _root_of_weight(x)
    return x * h * h


# `golu.derivative(x) = exp(-exp(-x)) * (1 + x * exp(-x))`. The second factor passes through 0 at r = -W(1), Lambert's W, the
# bottom of the dip. As e^-r = -1 / r, it is -expm1(-d) - (d / r) e^-d with d = x - r: both terms have the sign of d.

ROOT, ROOT_REST = -0.5671432904097838, -3.2888566875211743e-17  # their sum is r to 32 digits


def slope(x: Floats) -> Floats:
    x = np.clip(x, DEEPEST, 800.0)
    h = _root_of_weight(x)
    d = (x - ROOT) - ROOT_REST
    return h * (-np.expm1(-d) - d / ROOT * np.exp(-d)) * h


# The second derivative is e^-x exp(-e^-x) (2 + x expm1(-x)): on the right it is e^-x that gets too small, so its root is taken as
# well. The last factor has a root b on either side. With d = x - b it is d expm1(-x) + b e^-b expm1(-d), again two terms of one sign.

BENDS, BENDS_REST = (-1.0600903198932103, 2.2386458346062827), (9.707112649855546e-17, -4.5083380768841064e-18)
STEEP = -1.0600903198932103 * 2.8866316977608784, 2.2386458346062827 * 0.10660276445570681  # b e^-b


def second(x: Floats) -> Floats:
    x = np.clip(x, DEEPEST, 800.0)
    h = _root_of_weight(x) * np.exp(-x / 2.0)
    bend, bend_rest, steep = (np.where(x < 0.0, *pair) for pair in (BENDS, BENDS_REST, STEEP))
    d = (x - bend) - bend_rest
    result: Floats = h * (d * np.expm1(-x) + steep * np.expm1(-d)) * h
    return result


golu = Activation(
    id="golu",
    name="GoLU",
    formula="x * exp(-exp(-x))",
    derivative_formula="exp(-exp(-x)) * (1 + x * exp(-x))",
    second_formula="exp(-x) * exp(-exp(-x)) * (2 - x * (1 - exp(-x)))",
    zh_hant="用Gompertz曲線來加權輸入，這條曲線像Sigmoid，但左右不對稱。",
    en="weighs its input by the Gompertz curve, a lopsided relative of the sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"das2025": "introduced"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "minimum.x": "-lambertw(1)",
        "minimum.y": "-lambertw(1) * exp(-1 / lambertw(1))",
    },
    zh_hant_notes="左端以雙重指數的速度消失，所以比SiLU早得多就捨入成0。",
    en_notes="On the left it dies out doubly exponentially, so it rounds to 0 much earlier than SiLU.",
)
