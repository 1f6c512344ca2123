"""SiLU weighs its input by its own sigmoid.

The sigmoid linear unit, also called Swish: introduced and named by Hendrycks and Gimpel, 2016, arXiv:1606.08415; studied by
Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units for neural network function approximation in
reinforcement learning", Neural Networks 107, 2018, doi:10.1016/j.neunet.2017.12.012, arXiv:1702.03118; found
again by a search: Ramachandran, Zoph and Le, "Searching for activation functions", 2017, arXiv:1710.05941.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import exp

# sigma(x) = r / (r + 1/r) with r = exp(x / 2). Below x = -708 sigma is too small to hold its digits while x sigma
# still is not; r and 1/r are far from their ends there, so x is divided first and meets r last.


def value(x: Floats) -> Floats:
    x = np.maximum(x, -800.0)  # the value is below the smallest double by then, and -inf * 0 would be NaN
    r = np.minimum(np.exp(0.5 * x), 2.0**27)  # sigma is 1 from there on, and a power of two divides and multiplies exactly
    return x / (r + 1.0 / r) * r


# The derivative is sigma(x) sigma(-x) (1 + x + e^x). On the left the last factor passes through 0 at the bottom
# of the dip. Written around that root r, where e^r = -(1 + r) = W(1/e), Lambert's W, it is
# d + W(1/e) expm1(d) with d = x - r: both terms have the sign of d, and nothing cancels. On the right
# f(x) = x + f(-x) gives f'(x) = 1 - f'(-x).

ROOT, ROOT_REST = -1.2784645427610737, -1.0946994183093437e-16  # their sum is r to 32 digits
W = 0.2784645427610738


def slope(x: Floats) -> Floats:
    on_the_left = times_slope(1.0, np.maximum(-np.abs(x), -800.0))
    return np.where(x > 0.0, 1.0 - on_the_left, on_the_left)


def times_slope(a: float | Floats, left: Floats, rest: float | Floats = 0.0) -> Floats:
    """a times the derivative at left + rest <= 0, where rest is what rounding left; a meets the exponential before that gets too small."""
    h = exp(left / 2.0, rest / 2.0)
    d = (left - ROOT) + (rest - ROOT_REST)
    return a * h * (d + W * np.expm1(d)) * h / np.square(1.0 + h * h)


# The second derivative is sigma(x) sigma(-x) (2 - x tanh(x / 2)), which is even. On the right 2 is b tanh(b / 2) at the bend b, the
# root of the last factor. With d = x - b and tanh u - tanh v = tanh(u - v) (1 - tanh u tanh v) that factor is
# -(d T + tanh(d / 2) (b - 2T)) with T = tanh(x / 2) <= 1: both terms have the sign of d, and nothing cancels.

BEND, BEND_REST = 2.3993572805154675, 1.8464872855353363e-16  # their sum is b to 32 digits


def second(x: Floats) -> Floats:
    return times_second(1.0, np.maximum(-np.abs(x), -1500.0))


def times_second(a: float | Floats, left: Floats, rest: float | Floats = 0.0) -> Floats:
    """a times the second derivative at left + rest <= 0, as for the first."""
    h = exp(left / 2.0, rest / 2.0)
    d = (-left - BEND) - (rest + BEND_REST)
    t = np.tanh(left / -2.0)
    return -a * h * (d * t + np.tanh(d / 2.0) * (BEND - 2.0 * t)) * h / np.square(1.0 + h * h)


silu = Activation(
    id="silu",
    name="SiLU",
    formula="x * sigma(x)",
    derivative_formula="sigma(x) * (1 + x * sigma(-x))",
    second_formula="sigma(x) * sigma(-x) * (2 - x * tanh(x / 2))",
    zh_hant="用輸入自己的Sigmoid值來加權輸入。",
    en="weighs its input by its own sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"hendrycks2016": "introduced", "elfwing2018": "studied", "ramachandran2017": "miscited"},
    aliases={"linear-silu": "diffusers"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "minimum.x": "-1 - lambertw(exp(-1))",
        "minimum.y": "-lambertw(exp(-1))",
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="它就是β=1的Swish，許多函式庫兩個名稱都有。",
    en_notes="It is Swish with beta = 1; many libraries know it by both names.",
)
