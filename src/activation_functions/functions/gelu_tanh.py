"""GELU (tanh) replaces the normal distribution of GELU by a tanh that nearly follows it.

Hendrycks and Gimpel give it as an approximation in "Gaussian error linear units (GELUs)", 2016, arXiv:1606.08415.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import two_product, two_sum

# (1 + tanh u) / 2 = sigma(2u): the function is x sigma(t) with t = C1 x + C3 x^3, C1 = 2 sqrt(2 / pi) and
# C3 = 0.044715 C1. The exponential magnifies an error of t into hundreds of units in the last place, so t is
# computed as a sum of two doubles. The rest is as for SiLU.

C1, C1_REST = 1.5957691216057308, -9.96930880911092e-17
C3, C3_REST = 0.07135481627260025, -6.175149918155315e-19


def _root_of_exp(left: Floats) -> Floats:
    """exp(t / 2) for -25 <= x <= 0, to the last digits."""
    square, square_rest = two_product(left, left)
    bend, bend_rest = two_product(C3, square)
    rate, rate_rest = two_sum(np.full_like(bend, C1), bend)
    t, t_rest = two_product(left, rate)
    t_rest += left * (rate_rest + bend_rest + C3 * square_rest + C3_REST * square + C1_REST)
    h: Floats = np.exp(t / 2.0) * (1.0 + t_rest / 2.0)
    return h


def value(x: Floats) -> Floats:
    x = np.maximum(x, -25.0)  # the value is below the smallest double by then, and -inf * 0 would be NaN
    h = _root_of_exp(np.maximum(-np.abs(x), -25.0))
    root = np.maximum(h, x >= 0.0)
    return x * root * root / (1.0 + h * h)


# The derivative is sigma(t) sigma(-t) (1 + x t' + e^t). On the left the last factor passes through 0 at the
# bottom of the dip. Written around that root r, with d = x - r and s = x^2 + x r + r^2, which is positive, it is
# d (C1 + 3 C3 s) + W expm1(d (C1 + C3 s)) with W = e^t at r: both terms have the sign of d, and nothing cancels.
# On the right f(x) = x + f(-x) gives f'(x) = 1 - f'(-x).

ROOT, ROOT_REST = -0.7524614220710163, 3.635560509207687e-17  # their sum is r to 32 digits
W = 0.29195521191476714


def slope(x: Floats) -> Floats:
    left = np.maximum(-np.abs(x), -25.0)
    h = _root_of_exp(left)
    d = (left - ROOT) - ROOT_REST
    s = left * left + left * ROOT + ROOT * ROOT
    on_the_left = h * (d * (C1 + 3.0 * C3 * s) + W * np.expm1(d * (C1 + C3 * s))) * h / np.square(1.0 + h * h)
    return np.where(x > 0.0, 1.0 - on_the_left, on_the_left)


def second(x: Floats) -> Floats:
    # sigma(t) sigma(-t) (2t' + x t'' - x t'^2 tanh(t / 2)) is even: the left side serves both.
    left = np.maximum(-np.abs(x), -25.0)
    h = _root_of_exp(left)
    s = left * left
    bend = 2.0 * C1 + 12.0 * C3 * s - left * np.square(C1 + 3.0 * C3 * s) * np.tanh(left * (C1 + C3 * s) / 2.0)
    result: Floats = h * bend * h / np.square(1.0 + h * h)
    return result


U = "sqrt(2 / pi) * (x + 0.044715 * x**3)"

gelu_tanh = Activation(
    id="gelu_tanh",
    name="GELU (tanh)",
    formula=f"x * (1 + tanh({U})) / 2",
    derivative_formula=f"(1 + tanh({U})) / 2 + x * sech({U})**2 * sqrt(2 / pi) * (1 + 0.134145 * x**2) / 2",
    second_formula=f"sech({U})**2 * sqrt(2 / pi) * ((1 + 0.134145 * x**2)**2 * (1 - sqrt(2 / pi) * x * tanh({U})) - (0.134145 * x**2)**2)",
    zh_hant="用很接近的雙曲正切，代替GELU裡的常態分布。",
    en="replaces the normal distribution of GELU by a tanh that nearly follows it.",
    story=__doc__,
    family="self_gated",
    sources={"hendrycks2016": "introduced"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="JAX的gelu預設就是它；PyTorch與Keras要另外指定。",
    en_notes="It is what gelu means in JAX by default; PyTorch and Keras use it on request.",
)
