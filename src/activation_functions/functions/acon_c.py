"""ACON-C blends two slopes by a sigmoid, and learns both slopes and how sharply it changes over.

The name is short for "activate or not": Ma, Zhang, Liu and Sun, "Activate or not: learning customized activation",
CVPR 2021, arXiv:2009.04759.
"""

import numpy as np

from activation_functions.activation import Activation, Array, Floats, Parameter
from activation_functions.functions import silu, swish
from activation_functions.rounding import exp, exponent, two_product, two_sum

Learned = float | Floats

# The function is x (p1 sigma(t) + p2 sigma(-t)) with t = beta (p1 - p2) x. On either side one slope is `near` and
# the other `far`, weighed by the small sigma(-|t|), which keeps its digits in the tail. Close to t = 0 the two shares
# are nearly equal, and slopes of opposite sign would cancel: there the mean slope and half the difference times
# tanh(t / 2) are added. The exponential would magnify what is rounded off t, so that is kept at each step.


def _sides(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> tuple[Floats, Floats, Array, Floats, Floats]:
    """-|t| and what its rounding drops, whether t is above 0, and the slopes near and far."""
    gap, gap_rest = two_sum(np.asarray(p1), -np.asarray(p2))
    rate, rate_rest = two_product(beta, gap)
    left, dropped = exponent(-np.abs(x), np.abs(rate), np.sign(rate) * (rate_rest + beta * gap_rest))
    right = rate * x > 0.0
    return left, dropped, right, np.where(right, p1, p2), np.where(right, p2, p1)


def _is_swish(p1: Learned, p2: Learned) -> bool:
    """Whether the slopes are 1 and 0, as they are before anything is learned: Swish takes a third of the time."""
    return np.ndim(p1) == np.ndim(p2) == 0 and (p1, p2) == (1.0, 0.0)


def _finite(x: Floats) -> Floats:
    return np.clip(x, -np.finfo(np.float64).max, np.finfo(np.float64).max)


def _times(x: Floats, weight: Floats) -> Floats:
    """weight * x, with 0 where the weight is 0, even at an infinite x."""
    return np.where(weight == 0.0, _finite(x), x) * weight


def value(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    if _is_swish(p1, p2):
        return swish.value(x, beta)
    left, dropped, right, near, far = _sides(x, p1, p2, beta)
    h = np.exp(left / 2.0)
    small, rest = h * h, far * h * _finite(x) * h
    apart = (_times(x, near) + (rest + rest * dropped)) / (1.0 + (small + small * dropped))
    together = (p1 + p2) / 2.0 + (p1 - p2) / 2.0 * np.tanh(np.where(right, -left, left) / 2.0)
    return np.where(left > -1.0, _times(x, together), apart)


# With S = SiLU', for which S(t) + S(-t) = 1, the derivative is p1 S(t) + p2 S(-t), and those with respect to p1 and
# p2 are x S(t) and x S(-t).


def slope(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    if _is_swish(p1, p2):
        return swish.slope(x, beta)
    left, dropped, right, near, far = _sides(x, p1, p2, beta)
    apart = near + silu.times_slope(far - near, left, dropped)
    half = np.maximum(np.where(right, -left, left), -1.0) / 2.0
    together = (p1 + p2) / 2.0 + (p1 - p2) / 2.0 * (np.tanh(half) + half / np.square(np.cosh(half)))
    return np.where(left > -1.0, together, apart)


def second(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    left, dropped, *_ = _sides(x, p1, p2, beta)
    return silu.times_second(beta * (p1 - p2) * (p1 - p2), left, dropped)


def partial_p1(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    left, dropped, right, *_ = _sides(x, p1, p2, beta)
    small = silu.times_slope(_finite(x), left, dropped)
    return np.where(left == 0.0, x / 2.0, np.where(right, x - small, small))


def partial_p2(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    return partial_p1(x, p2, p1, beta)


def partial_beta(x: Floats, p1: Learned, p2: Learned, beta: Learned) -> Floats:
    left, dropped, *_ = _sides(x, p1, p2, beta)
    h = exp(left / 2.0, dropped / 2.0)
    return np.square((p1 - p2) * (_finite(x) * h) / (1.0 + h * h))


acon_c = Activation(
    id="acon_c",
    name="ACON-C",
    formula="(p1 - p2) * x * sigma(beta * (p1 - p2) * x) + p2 * x",
    derivative_formula="(p1 - p2) * sigma(beta * (p1 - p2) * x) * (1 + beta * (p1 - p2) * x * sigma(-beta * (p1 - p2) * x)) + p2",
    second_formula="beta * (p1 - p2)**2 * sigma(beta * (p1 - p2) * x) * sigma(-beta * (p1 - p2) * x)"
    " * (2 - beta * (p1 - p2) * x * tanh(beta * (p1 - p2) * x / 2))",
    zh_hant="用Sigmoid混合兩種斜率，而兩個斜率與轉換的快慢都由訓練學得。",
    en="blends two slopes by a sigmoid, and learns both slopes and how sharply it changes over.",
    story=__doc__,
    family="learned",
    sources={"ma2021": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"p1": partial_p1, "p2": partial_p2, "beta": partial_beta},
    parameters={"p1": Parameter(default=1.0, learned=True), "p2": Parameter(default=0.0, learned=True), "beta": Parameter(default=1.0, learned=True)},
    closed={
        "minimum.x": "-1 - lambertw(exp(-1))",
        "minimum.y": "-lambertw(exp(-1))",
        "slope_mean": "(p1 + p2) / 2",
    },
    zh_hant_notes="p1=1、p2=0時就是Swish；p1與p2相等時是一條直線。β越大，越接近兩條直線中較大的那一條。",
    en_notes="With p1 = 1 and p2 = 0 it is Swish; with p1 = p2 it is a straight line. As beta grows it approaches the larger of its two lines.",
)
