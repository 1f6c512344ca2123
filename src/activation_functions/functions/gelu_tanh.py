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


# The second derivative is sigma(t) sigma(-t) (A - B T) with A = 2t' + x t'' = 2 C1 + 12 C3 x^2, B = x t'^2 and T = tanh(t / 2). It is
# even: the right side serves both. There the last factor passes through 0 at a bend b. With d = x - b it is the change of A, less
# that of B times T, less B at b times the change of T: each is d, or a tanh that has its sign, times a polynomial or a tanh. Where
# two tanh differ, their difference is tanh of half the change of t times 1 - T T(b).

BEND, BEND_REST = 1.4185040087908283, 8.089265124388305e-17  # their sum is b to 32 digits


def second(x: Floats) -> Floats:
    x = np.minimum(np.abs(x), 25.0)
    h = _root_of_exp(-x)
    d = (x - BEND) - BEND_REST
    sum2 = x * x + x * BEND + BEND * BEND  # (x^3 - b^3) / d
    sum4 = x * x * sum2 + BEND**3 * (x + BEND)  # (x^5 - b^5) / d
    tanh, tanh_at_bend = np.tanh(x * (C1 + C3 * x * x) / 2.0), np.tanh(BEND * (C1 + C3 * BEND**2) / 2.0)
    change_of_b = d * (C1**2 + 6.0 * C1 * C3 * sum2 + 9.0 * C3**2 * sum4)
    change_of_tanh = np.tanh(d * (C1 + C3 * sum2) / 2.0) * (1.0 - tanh * tanh_at_bend)
    last = 12.0 * C3 * d * (x + BEND) - change_of_b * tanh - BEND * (C1 + 3.0 * C3 * BEND**2) ** 2 * change_of_tanh
    result: Floats = h * last * h / np.square(1.0 + h * h)
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
    aliases={
        "gelu_new": "transformers",
        "gelu_fast": "transformers",
        "gelu_accurate": "transformers",
        "gelu_pytorch_tanh": "transformers",
        "gelu_python_tanh": "transformers",
        "gelu-approximate": "diffusers",
    },
    value=value,
    slope=slope,
    second=second,
    closed={
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="JAX的gelu預設就是它；PyTorch與Keras要另外指定。",
    en_notes="It is what gelu means in JAX by default; PyTorch and Keras use it on request.",
)
