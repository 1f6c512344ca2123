"""xIELU adds a parabola to a straight line on the right and an integrated ELU on the left, and learns how much of each.

The expanded integral of the ELU, found by asking first for the gradient: Huang and Schlag, "Deriving activation
functions using integration", 2024, arXiv:2411.13010. The defaults are the starting values of public implementations.
"""

from math import factorial

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.rounding import two_sum

# On the left e^x - 1 - x starts as x^2 / 2: the difference would lose every digit close to 0. Down to -1 its Taylor
# series is summed instead. Below, the two terms in x are taken together, for they cancel where alpha_n is near beta.
COEFFICIENTS = [2.0 / factorial(k + 2) for k in range(17)]


def _bend(x: Floats) -> Floats:
    """(e^x - 1 - x) / x from -1 to 0."""
    near = np.maximum(x, -1.0)
    series = np.full_like(near, COEFFICIENTS[-1])
    for coefficient in COEFFICIENTS[-2::-1]:
        series = series * near + coefficient
    return 0.5 * near * series


def value(x: Floats, alpha_p: float | Floats, alpha_n: float | Floats, beta: float) -> Floats:
    right, left = np.maximum(x, 0.0), np.where(x > 0.0, 0.0, x)
    near = left * (alpha_n * _bend(left) + beta)
    slope = np.asarray(beta - alpha_n)
    line = slope * np.where(slope == 0.0, 0.0, left)  # a level line stays level out to infinity
    return np.where(x > 0.0, right * (alpha_p * right + beta), np.where(x > -1.0, near, alpha_n * np.expm1(left) + line))


def slope(x: Floats, alpha_p: float | Floats, alpha_n: float | Floats, beta: float) -> Floats:
    # alpha_n (e^x - 1) + beta on the left: further down alpha_n and beta are taken together, and what is left of e^x keeps its digits,
    # as the square of its root, also where the two are equal.
    left = np.minimum(x, 0.0)
    h = np.exp(left / 2.0)
    gap, gap_rest = two_sum(np.asarray(beta), -np.asarray(alpha_n))
    on_the_left = np.where(left > -0.5, alpha_n * np.expm1(left) + beta, gap + (gap_rest + alpha_n * h * h))
    return np.where(x > 0.0, 2.0 * alpha_p * x + beta, on_the_left)


def second(x: Floats, alpha_p: float | Floats, alpha_n: float | Floats, beta: float) -> Floats:
    # e^x as the square of its root, so that alpha_n meets it before it gets too small
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x > 0.0, 2.0 * alpha_p, alpha_n * h * h)


def partial_alpha_p(x: Floats, alpha_p: float | Floats, alpha_n: float | Floats, beta: float) -> Floats:
    return np.square(np.maximum(x, 0.0))


def partial_alpha_n(x: Floats, alpha_p: float | Floats, alpha_n: float | Floats, beta: float) -> Floats:
    left = np.minimum(x, 0.0)
    return np.where(left > -1.0, left * _bend(left), np.expm1(left) - left)


xielu = Activation(
    id="xielu",
    name="xIELU",
    formula="alpha_p * x**2 + beta * x if x > 0 else alpha_n * (exp(x) - 1) - alpha_n * x + beta * x",
    derivative_formula="2 * alpha_p * x + beta if x > 0 else alpha_n * (exp(x) - 1) + beta",
    second_formula="2 * alpha_p if x > 0 else alpha_n * exp(x)",
    zh_hant="由直線加上彎曲而成，右側加的是拋物線，左側加的是ELU的積分，加多少由訓練學得。",
    en="adds a parabola to a straight line on the right and an integrated ELU on the left, and learns how much of each.",
    story=__doc__,
    family="learned",
    sources={"huang2024": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"alpha_p": partial_alpha_p, "alpha_n": partial_alpha_n},
    parameters={
        "alpha_p": Parameter(default=0.8, above=0.0, learned=True),
        "alpha_n": Parameter(default=0.8, above=0.0, learned=True),
        "beta": Parameter(default=0.5),
    },
    kinks=(Kink(at="0", left="beta", right="beta"),),
    closed={
        "minimum.x": "log(1 - beta / alpha_n)",
        "minimum.y": "-beta - (alpha_n - beta) * log(1 - beta / alpha_n)",
        "root1.x": "-alpha_n / (alpha_n - beta) - lambertw(-alpha_n / (alpha_n - beta) * exp(-alpha_n / (alpha_n - beta)))",
        "fixed2.x": "(1 - beta) / alpha_p",
        "slope.left": "beta - alpha_n",
        "mean": "alpha_p / 2 + alpha_n * (1 / sqrt(2 * pi) + exp(1 / 2) * Phi(-1) - 1 / 2)",
        "slope_mean": "beta + alpha_p * sqrt(2 / pi) + alpha_n * (exp(1 / 2) * Phi(-1) - 1 / 2)",
        "slope_moment": "2 * alpha_p**2 + 4 * alpha_p * beta * phi(0) + beta**2 / 2 + alpha_n**2 * exp(2) * Phi(-2) + 2 * alpha_n * (beta - alpha_n) * exp(1 / 2) * Phi(-1) + (beta - alpha_n)**2 / 2",
    },
    zh_hant_notes="αₙ大於β時，左側的斜率可以是負的。公開的程式把兩個α寫成softplus，因此永遠大於零，αₙ還大於β；這裡直接取α。",
    en_notes="With alpha_n above beta the slope on the left can be negative. Public code writes both alphas as softplus of what is learned, "
    "so that they stay above 0 and alpha_n above beta; here they are the alphas themselves.",
)
