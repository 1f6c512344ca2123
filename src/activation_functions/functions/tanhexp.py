"""TanhExp weighs its input by the tanh of its exponential.

Liu and Di, "TanhExp: a smooth activation function with high convergence speed for lightweight neural networks",
2020, arXiv:2003.09855.
"""

from math import comb, factorial

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import exp, exp_in_two

# tanh(e) with e = exp(x) cancels nothing. Only far on the left, where tanh(e) is e to all digits, e gets too small
# for its digits before x e does: there x meets the square root of e twice.


def value(x: Floats) -> Floats:
    x = np.maximum(x, -800.0)  # the value is below the smallest double by then, and -inf * 0 would be NaN
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x < -40.0, x * h * h, x * np.tanh(np.exp(x)))


# `tanhexp.derivative(x) = tanh(exp(x)) + x * exp(x) * sech(exp(x))**2`. On the right both terms are positive. On the left it is
# e sech(e)^2 (x + sinh(2e) / 2e), whose last factor passes through 0 at the bottom of the dip. sinh(2e) / 2e is
# the sum of y^k / (2k + 1)! with y = (2e)^2. Around the root r, where y = Y, y is Y (1 + q) with q = expm1(2 (x - r)).
# In powers of q the factor has no constant term, and nothing cancels.

ROOT, ROOT_REST = -1.078860058464624, -9.55786742622646e-17  # their sum is r to 32 digits
Y = 0.46235339511746654
COEFFICIENTS = [sum(comb(k, j) * Y**k / factorial(2 * k + 1) for k in range(j, 12)) for j in range(1, 12)]  # of q, q^2, ...


def slope(x: Floats) -> Floats:
    left, right = np.clip(x, -800.0, 0.0), np.exp(np.clip(x, 0.0, 6.0))
    h = np.exp(left / 2.0)
    d = (left - ROOT) - ROOT_REST
    q = np.expm1(2.0 * d)
    factor = d + q * np.polynomial.polynomial.polyval(q, COEFFICIENTS)
    on_the_left = h * factor * h / np.square(np.cosh(h * h))
    on_the_right = np.tanh(right) + np.minimum(x, 6.0) * right / np.square(np.cosh(right))
    return np.where(x > 0.0, on_the_right, on_the_left)


# The second derivative is e sech(e)^2 (2 - x g) with g = 2e tanh(e) - 1. The last factor meets the root of what stands before it
# twice. It vanishes at a bend b on either side of 0, where e is B. As for LiSHT, with d = x - b and m = e - B = B expm1(d), it is
# -(d g + 2b (m tanh(e) + B tanh(m) (1 - tanh(e) tanh(B)))), and nothing cancels at the root.

BENDS, BENDS_REST = (-2.06597189615675, 0.6965639603951724), (7.65918778808917e-17, -4.8319673145767366e-17)
POWERS = 0.12669509623453334, 2.006845247362529  # B


def second(x: Floats) -> Floats:
    x = np.clip(x, -800.0, 6.0)  # 0 on both sides of this
    e, rest = np.exp(x), np.zeros_like(x)
    right = x > 0.5  # there sech would magnify what is rounded off e
    e[right], rest[right] = exp_in_two(x[right])
    h, t = exp(-e, -rest), np.tanh(e)
    root = np.exp(x / 2.0) * (2.0 * h / (1.0 + h * h))
    bend, bend_rest, power = (np.where(x < 0.0, *pair) for pair in (BENDS, BENDS_REST, POWERS))
    d = (x - bend) - bend_rest
    m = power * np.expm1(d)
    last = d * (2.0 * e * t - 1.0) + 2.0 * bend * (m * t + power * np.tanh(m) * (1.0 - t * np.tanh(power)))
    result: Floats = -root * last * root
    return result


tanhexp = Activation(
    id="tanhexp",
    name="TanhExp",
    formula="x * tanh(exp(x))",
    derivative_formula="tanh(exp(x)) + x * exp(x) * sech(exp(x))**2",
    second_formula="exp(x) * sech(exp(x))**2 * (2 + x * (1 - 2 * exp(x) * tanh(exp(x))))",
    zh_hant="以輸入的指數值的雙曲正切，來加權輸入。",
    en="weighs its input by the tanh of its exponential.",
    story=__doc__,
    family="self_gated",
    sources={"liu2020": "introduced", "fernandez2024": "studied"},
    aliases={"telu": "fernandez2024: x * tanh(exp(x))"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="輸入超過3，float64就分不出它與輸入本身。",
    en_notes="Above 3, float64 can no longer tell it from its input.",
)
