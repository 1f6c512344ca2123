"""Swish weighs its input by a sigmoid; beta sets how sharply.

Ramachandran, Zoph and Le found it by an automated search: "Searching for activation functions", 2017,
arXiv:1710.05941. With beta = 1 it is the SiLU of Hendrycks and Gimpel, 2016, arXiv:1606.08415, and of Elfwing,
Uchibe and Doya, 2018, arXiv:1702.03118.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.functions import silu
from activation_functions.rounding import exponent

# As for SiLU, x meets the square root h of exp(-|beta x|) twice, so that the tail keeps its digits. The exponential would magnify
# the rounding of beta x into hundreds of units in the last place: what it drops is kept and put back (rounding.py). beta may have
# either sign or be 0, so the side where the weight vanishes is not known beforehand; x is left out there, as -inf * 0 would be NaN.


def value(x: Floats, beta: float | Floats, rest: float = 0.0) -> Floats:
    """x sigma((beta + rest) x): a factor that is no double comes as two."""
    if np.ndim(beta) == 0 and beta == 1.0:
        return silu.value(x)
    left, dropped = _exponent(x, beta, rest)
    h, right = np.exp(left / 2.0), (beta * x >= 0.0).astype(np.float64)
    small, root = h * h, np.maximum(h, right)
    again = root + root * (dropped * (1.0 - right))
    y: Floats = np.where(root > 0.0, x, 0.0) * root * again / (1.0 + (small + small * dropped))
    return y


def slope(x: Floats, beta: float | Floats, rest: float = 0.0) -> Floats:
    on_the_left = silu.times_slope(1.0, *_exponent(x, beta, rest))  # x sigma(beta x) is SiLU, stretched by 1 / beta both ways
    return np.where(beta * x > 0.0, 1.0 - on_the_left, on_the_left)


def second(x: Floats, beta: float | Floats, rest: float = 0.0) -> Floats:
    return silu.times_second(beta, *_exponent(x, beta, rest))


def _exponent(x: Floats, beta: float | Floats, rest: float) -> tuple[Floats, Floats]:
    """-|beta x|, and what its rounding drops."""
    return exponent(-np.abs(x), np.abs(beta), np.copysign(1.0, beta) * rest)


swish = Activation(
    id="swish",
    name="Swish",
    formula="x * sigma(beta * x)",
    derivative_formula="sigma(beta * x) * (1 + beta * x * sigma(-beta * x))",
    second_formula="beta * sigma(beta * x) * sigma(-beta * x) * (2 - beta * x * tanh(beta * x / 2))",
    zh_hant="用輸入的Sigmoid值來加權輸入，β決定加權變化得多快。",
    en="weighs its input by a sigmoid; beta sets how sharply.",
    story=__doc__,
    family="self_gated",
    sources={"ramachandran2017": "introduced", "hendrycks2016": "studied", "elfwing2018": "studied"},
    value=value,
    slope=slope,
    second=second,
    parameters={"beta": Parameter(default=1.0)},
    closed={
        "minimum.x": "-(1 + lambertw(exp(-1))) / beta",
        "minimum.y": "-lambertw(exp(-1)) / beta",
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="β=0時是斜率1/2的直線；β越大，越接近ReLU。β變號，圖形就上下左右都翻轉。",
    en_notes="With beta = 0 it is the straight line x / 2; as beta grows it approaches ReLU. Changing the sign of beta turns the curve by half a turn about 0.",
)
