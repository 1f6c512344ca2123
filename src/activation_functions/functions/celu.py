"""CELU keeps what is positive and bends what is negative smoothly towards -alpha, without a corner for any alpha.

The continuously differentiable ELU: Barron, "Continuously differentiable exponential linear units", 2017,
arXiv:1704.07483.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.rounding import two_product


def value(x: Floats, alpha: float) -> Floats:
    # alpha expm1(t) with t = x / alpha, which forgives the rounding of t. For t above -1e-17 it is x to the last
    # digit, also where a huge alpha has made t too small to hold its digits.
    t = np.minimum(x, 0.0) / alpha
    return np.where(t > -1e-17, x, alpha * np.expm1(t))


def slope(x: Floats, alpha: float) -> Floats:
    t, error = quotient(np.minimum(x, 0.0), alpha)
    return np.exp(t) * (1.0 + error)


def second(x: Floats, alpha: float) -> Floats:
    # exp(t) as the square of h = exp(t / 2): a small alpha divides h before exp(t) gets too small for its digits.
    t, error = quotient(np.minimum(x, 0.0), alpha)
    h = np.exp(t / 2.0)
    return np.where(x > 0.0, 0.0, h / alpha * h * (1.0 + error))


def quotient(x: Floats, alpha: float | Floats) -> tuple[Floats, Floats]:
    """t = x / alpha for x <= 0, no lower than -1500 or so, and what its rounding dropped.

    exp magnifies that by |t|, and it is put back as a factor 1 + error.
    """
    x = np.maximum(x, -1500.0 * alpha)
    t = x / alpha
    back, rest = two_product(alpha, t)
    return t, ((x - back) - rest) / alpha


celu = Activation(
    id="celu",
    name="CELU",
    formula="x if x > 0 else alpha * (exp(x / alpha) - 1)",
    derivative_formula="1 if x > 0 else exp(x / alpha)",
    second_formula="0 if x > 0 else exp(x / alpha) / alpha",
    zh_hant="保留正數，並讓負的一側平滑地彎向−α，不論α是多少都沒有轉角。",
    en="keeps what is positive and bends what is negative smoothly towards -alpha, without a corner for any alpha.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"barron2017": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"alpha": Parameter(default=1.0, above=0.0)},
    kinks=(Kink(at="0", left="1", right="1"),),
    closed={
        "mean": "1 / sqrt(2 * pi) + alpha * (exp(1 / (2 * alpha**2)) * Phi(-1 / alpha) - 1 / 2)",
        "second_moment": "1 / 2 + alpha**2 * (exp(2 / alpha**2) * Phi(-2 / alpha) - 2 * exp(1 / (2 * alpha**2)) * Phi(-1 / alpha) + 1 / 2)",
        "slope_mean": "1 / 2 + exp(1 / (2 * alpha**2)) * Phi(-1 / alpha)",
        "slope_moment": "1 / 2 + exp(2 / alpha**2) * Phi(-2 / alpha)",
    },
    zh_hant_notes="兩側的斜率在0處相等，跳躍的是二階導數。α=1時就是ELU。",
    en_notes="Both slopes agree at 0; there it is the second derivative that jumps. With alpha = 1 it is ELU.",
)
