"""Snake winds along the identity: it climbs forever, with a ripple that repeats.

Ziyin, Hartwig and Ueda, "Neural networks fail to learn periodic functions and how to fix it", NeurIPS 2020,
arXiv:2006.08195.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.functions.sine import argument, turned, wave
from activation_functions.rounding import two_sum

QUARTER_TURN, QUARTER_TURN_REST = 0.7853981633974483, 3.061616997868383e-17  # their sum is pi / 4 to 32 digits


def value(x: Floats, a: float) -> Floats:
    sine, _ = wave(a, x)
    return np.where(np.isfinite(x) & (x != 0.0), x + sine * (sine / a), x)


def slope(x: Floats, a: float) -> Floats:
    # 1 + sin(2ax) would lose its digits where it touches 0. It is 2 sin(ax + pi / 4)^2, of an argument in two words.
    high, low = argument(a, x)
    total, rest = two_sum(high, np.full_like(high, QUARTER_TURN))
    sine, _ = turned(total, (rest + QUARTER_TURN_REST) + low)
    return np.where(np.isfinite(x), 2.0 * np.square(sine), np.nan)


def second(x: Floats, a: float) -> Floats:
    return 2.0 * a * wave(2.0 * a, x)[1]


snake = Activation(
    id="snake",
    name="Snake",
    formula="x + sin(a * x)**2 / a",
    derivative_formula="1 + sin(2 * a * x)",
    second_formula="2 * a * cos(2 * a * x)",
    zh_hant="沿著恆等函數蜿蜒：一直往上，帶著反覆出現的起伏。",
    en="winds along the identity: it climbs forever, with a ripple that repeats.",
    story=__doc__,
    family="wave",
    sources={"ziyin2020": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"a": Parameter(default=1.0, above=0.0)},
    closed={
        "inflection1.x": "-pi / (4 * a)",
        "inflection2.x": "pi / (4 * a)",
        "steepest": "2",
        "mean": "(1 - exp(-2 * a**2)) / (2 * a)",
        "second_moment": "1 + (3 - 4 * exp(-2 * a**2) + exp(-8 * a**2)) / (8 * a**2)",
        "slope_mean": "1",
        "slope_moment": "(3 - exp(-8 * a**2)) / 2",
        "gain": "1 / sqrt(1 + (3 - 4 * exp(-2 * a**2) + exp(-8 * a**2)) / (8 * a**2))",
        "period": "pi / a",
        "climb": "pi / a",
    },
    zh_hant_notes="它從不下降，只在無窮多個點上斜率恰好是0；左右兩端都沒有漸近線。",
    en_notes="It never falls; its slope is exactly 0 at infinitely many single points. It approaches no line on either side.",
)
