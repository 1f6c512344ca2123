"""LiSHT multiplies its input by its own tanh.

The linearly scaled hyperbolic tangent: Roy, Manna, Dubey and Chaudhuri, "LiSHT: non-parametric linearly scaled
hyperbolic tangent activation function for neural networks", CVIP 2022, published 2023,
doi:10.1007/978-3-031-31407-0_35, arXiv:1901.05894.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    return x * np.tanh(x)


def slope(x: Floats) -> Floats:
    # tanh(x) + x sech(x)^2: both terms have the sign of x, and sech is taken from exp(-|x|), as in tanh.py.
    x = np.clip(x, -800.0, 800.0)  # far beyond, the second term is 0, and inf * 0 would be NaN
    h = np.exp(-np.abs(x))
    return np.tanh(x) + x * np.square(2.0 * h / (1.0 + h * h)) + 0.0  # + 0.0 settles the sign of 0


# The second derivative is 2 sech(x)^2 (1 - x tanh(x)), which is even; the last factor meets one sech after the other, which keeps
# the tail. On the right 1 is b tanh(b) at its root b. With d = x - b it is -(d T + tanh(d) (b - T)), where T = tanh(x) <= 1: the
# difference of two hyperbolic tangents is tanh(x - b) (1 - T tanh(b)). Both terms have the sign of d, and nothing cancels.

BEND, BEND_REST = 1.1996786402577337, 9.232436427676682e-17  # their sum is b to 32 digits


def second(x: Floats) -> Floats:
    x = np.minimum(np.abs(x), 800.0)
    h, t = np.exp(-x), np.tanh(x)
    sech = 2.0 * h / (1.0 + h * h)
    d = (x - BEND) - BEND_REST
    return -2.0 * sech * (d * t + np.tanh(d) * (BEND - t)) * sech


lisht = Activation(
    id="lisht",
    name="LiSHT",
    formula="x * tanh(x)",
    derivative_formula="tanh(x) + x * (1 - tanh(x)**2)",
    second_formula="2 * (1 - tanh(x)**2) * (1 - x * tanh(x))",
    zh_hant="把輸入乘上它自己的雙曲正切。",
    en="multiplies its input by its own tanh.",
    story=__doc__,
    family="self_gated",
    sources={"roy2023": "introduced"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="偶函數：正負相反的輸入得到相同的輸出，遠處接近輸入的絕對值。",
    en_notes="It is even: inputs of opposite sign give the same output, which far away comes close to the absolute value.",
)
