"""ELiSH weighs ELU by a sigmoid.

The exponential linear sigmoid squashing: Basirat and Roth, "The quest for the golden activation function", 2018,
arXiv:1808.00783.
"""

from math import sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Kink
from activation_functions.functions import silu

# On the right it is SiLU. On the left it is (e - 1) e / (1 + e) with e = exp(x), where expm1 keeps the digits of e - 1.


def value(x: Floats) -> Floats:
    left = np.minimum(x, 0.0)
    e = np.exp(left)
    return np.copysign(np.where(x > 0.0, silu.value(x), np.expm1(left) * e / (1.0 + e)), x)  # copysign keeps -0.0


# The derivative: `elish.derivative(x) = exp(x) * (exp(x)**2 + 2 * exp(x) - 1) / (1 + exp(x))**2 for x < 0`. The middle factor is (e + sqrt 2 + 1)(e - e^r) with
# e^r = sqrt 2 - 1, and vanishes at r = -asinh 1, the bottom of the dip. e - e^r is e^r expm1(x - r), without cancelling.

ROOT, ROOT_REST = -0.881373587019543, 2.250545892825866e-17  # their sum is r to 32 digits


def slope(x: Floats) -> Floats:
    left = np.minimum(x, 0.0)
    e = np.exp(left)
    on_the_left = e * (1.0 + (sqrt(2) - 1.0) * e) * np.expm1((left - ROOT) - ROOT_REST) / np.square(1.0 + e)
    return np.where(x > 0.0, silu.slope(x), on_the_left)


# The second derivative on the left is e (e^3 + 3e^2 + 5e - 1) / (1 + e)^3. With the root B of the cubic, B = e^b, the cubic is
# (e - B) (e^2 + (3 + B) e + 1 / B), and e - B is B expm1(x - b).

BEND, BEND_REST = -1.7175297959782472, 8.102722327784694e-17  # their sum is b to 32 digits
B = 0.17950902460291676


def second(x: Floats) -> Floats:
    left = np.minimum(x, 0.0)
    e = np.exp(left)
    cubic = B * np.expm1((left - BEND) - BEND_REST) * (e * (e + (3.0 + B)) + 1.0 / B)
    return np.where(x > 0.0, silu.second(x), e * cubic / (1.0 + e) ** 3)


elish = Activation(
    id="elish",
    name="ELiSH",
    formula="x * sigma(x) if x > 0 else (exp(x) - 1) * sigma(x)",
    derivative_formula="sigma(x) * (1 + x * sigma(-x)) if x > 0 else sigma(x) * (exp(x) + sigma(x) - sigma(-x))",
    second_formula="sigma(x) * sigma(-x) * (2 - x * tanh(x / 2)) if x > 0 else sigma(x) * sigma(-x)**2 * (exp(3 * x) + 3 * exp(2 * x) + 5 * exp(x) - 1)",
    zh_hant="用Sigmoid值來加權ELU。",
    en="weighs ELU by a sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"basirat2018": "introduced"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="0", left="1 / 2", right="1 / 2"),),
    closed={
        "minimum.x": "log(sqrt(2) - 1)",
        "minimum.y": "-(sqrt(2) - 1)**2",
    },
    zh_hant_notes="右側就是SiLU。兩側的斜率在0處相等，跳躍的只有二階導數。",
    en_notes="On the right it is SiLU. Both slopes agree at 0: only the second derivative jumps there.",
)
