"""Gaussian answers 1 at 0 and falls off on both sides along a bell curve.

The bell curve has no inventor in networks. Broomhead and Lowe built networks of such bumps, as functions of the distance to a centre: "Multivariable functional
interpolation and adaptive networks", Complex Systems 2, 1988.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    square, dropped = _square(np.clip(x, -30.0, 30.0))
    y: Floats = np.exp(-square) * (1.0 - dropped)
    return y


def slope(x: Floats) -> Floats:
    x = np.clip(x, -30.0, 30.0)  # the slope is below the smallest double by then, and inf * 0 would be NaN
    return _times_bell(-2.0 * x, x) + 0.0  # + 0.0 turns -0.0 into 0


# The second derivative is 2 (2x^2 - 1) times the bell. With the root b of its first factor that is 4 (x - b) (x + b): nothing cancels.

BEND, BEND_REST = 0.7071067811865476, -4.833646656726457e-17  # their sum is 1 / sqrt 2 to 32 digits


def second(x: Floats) -> Floats:
    x = np.minimum(np.abs(x), 30.0)
    return _times_bell(4.0 * ((x - BEND) - BEND_REST) * (x + BEND), x)


def _times_bell(a: Floats, x: Floats) -> Floats:
    # The exponential is taken as the square of exp(-x^2 / 2), so that a meets it before it has become too small to
    # hold its digits.
    square, dropped = _square(x)
    root = np.exp(-0.5 * square)
    result: Floats = a * root * root * (1.0 - dropped)
    return result


def _square(x: Floats) -> tuple[Floats, Floats]:
    """x^2, and what its rounding drops: exp would magnify that, so it is put back as a factor 1 - dropped.

    x is cut into a float32 part, whose square is exact, and a rest r: x^2 = high^2 + r (x + high).
    """
    high = x.astype(np.float32).astype(np.float64)
    small = (x - high) * (x + high)
    square = high * high + small
    return square, (high * high - square) + small


gaussian = Activation(
    id="gaussian",
    name="Gaussian",
    formula="exp(-x**2)",
    derivative_formula="-2 * x * exp(-x**2)",
    second_formula="2 * (2 * x**2 - 1) * exp(-x**2)",
    zh_hant="在0處回答1，往兩側沿鐘形曲線下降。",
    en="answers 1 at 0 and falls off on both sides along a bell curve.",
    story=__doc__,
    family="wave",
    sources={"broomhead1988": "popularised"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "inflection1.x": "-1 / sqrt(2)",
        "inflection2.x": "1 / sqrt(2)",
        "steepest": "sqrt(2) * exp(-1 / 2)",
        "fixed1.x": "sqrt(lambertw(2) / 2)",
        "mean": "1 / sqrt(3)",
        "second_moment": "1 / sqrt(5)",
        "slope_moment": "4 / (5 * sqrt(5))",
        "gain": "sqrt(sqrt(5))",
        "chi": "4 / 5",
    },
    zh_hant_notes="輸出只看輸入離0多近；離得遠了，兩側的斜率都趨近0。",
    en_notes="Its output says how close the input is to 0; far away on either side the slope vanishes.",
)
