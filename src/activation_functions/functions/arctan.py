"""Arctan gives the angle whose tangent is the input, between -pi/2 and pi/2.

A classical function; it has no inventor in networks, and no primary source is known.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    return np.arctan(x)


def slope(x: Floats) -> Floats:
    # 1 / (1 + x^2), scaled by 2^-80, which is exact: x^2 alone would overflow before the slope vanishes.
    return 2.0**-80 / (2.0**-80 + np.square(2.0**-40 * x))


def second(x: Floats) -> Floats:
    # -2x / (1 + x^2)^2: x meets the first of four roots before the other three, and keeps the tail.
    x = np.clip(x, -1e200, 1e200)  # inf / inf would be NaN
    r = 1.0 / np.hypot(1.0, x)
    return -2.0 * (x * r) * r * r * r


arctan = Activation(
    id="arctan",
    name="Arctan",
    formula="atan(x)",
    derivative_formula="1 / (1 + x**2)",
    second_formula="-2 * x / (1 + x**2)**2",
    zh_hant="給出正切等於輸入的那個角，介於−π/2與π/2之間。",
    en="gives the angle whose tangent is the input, between -pi/2 and pi/2.",
    story=__doc__,
    family="sigmoidal",
    sources={},
    aliases={"atan": "torch, tensorflow, onnx"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "lower": "-pi / 2",
        "upper": "pi / 2",
        "slope_mean": "sqrt(2 * pi) * exp(1 / 2) * Phi(-1)",
        "slope_moment": "1 / 2",
    },
    zh_hant_notes="兩端趨平得很慢：斜率大約按輸入平方的倒數變小，不像tanh的斜率那樣按指數變小。",
    en_notes="It levels off slowly: its slope falls like one over the square of the input, that of tanh exponentially.",
)
