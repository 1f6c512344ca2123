"""SMU weighs two slopes, 1 and alpha, by a normal distribution: a maximum of x and alpha x with its corner rounded off.

The smooth maximum unit: Biswas, Kumar, Banerjee and Pandey, "Smooth maximum unit: smooth activation function for deep networks using
smoothing maximum technique", CVPR 2022, arXiv:2111.04682.
"""

from math import pi, sqrt

import numpy as np
from scipy.special import erf

from activation_functions.activation import Activation, Array, Floats, Parameter
from activation_functions.bells import TWO_OVER_ROOT_PI, held, times_bell, times_tail
from activation_functions.functions import gelu
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats

ROOT_TWO, ROOT_TWO_REST = sqrt(2), -9.667293313452913e-17  # their sum is the square root of 2 to 32 digits

# With w = mu (1 - alpha) x the function is x times (1 + alpha) / 2 + (1 - alpha) / 2 erf(w). On either side one slope is `near` and the other
# `far`, weighed by the small erfc(|w|) / 2, which keeps its digits in the tail. w comes in two words, for the tail magnifies what is rounded off.


def _sides(x: Floats, alpha: float, mu: Learned) -> tuple[Floats, Floats, Array, Floats, Floats]:
    """|w| in two words, whether w is above 0, and x cut where the tail has long been 0; then 1 - alpha."""
    gap, gap_rest = two_sum(np.asarray(1.0), -np.asarray(alpha))
    rate, rate_rest = two_product(mu, gap)
    inside = np.clip(x, *(side * np.minimum(50.0 / np.abs(rate), 1e300) for side in (-1.0, 1.0)))
    w, w_rest = two_product(rate, inside)
    rest = w_rest + (rate_rest + mu * gap_rest) * inside
    w, rest = held(w, rest)
    return np.abs(w), np.where(w < 0.0, -rest, rest), w > 0.0, inside, gap


def value(x: Floats, alpha: float, mu: Learned) -> Floats:
    w, rest, right, inside, gap = _sides(x, alpha, mu)
    near, far = np.where(right, 1.0, alpha), np.where(right, alpha, 1.0)
    straight = np.where(near == 0.0, 0.0, near * x)
    apart = straight * (1.0 - 0.5 * times_tail(1.0, w, rest)) + times_tail(0.5 * far * inside, w, rest)
    together = x * ((1.0 + alpha) / 2.0 + gap / 2.0 * np.where(right, erf(w), -erf(w)))
    return np.where(w < 0.3, together, apart)


# The derivative is near + (far - near) g(-|u|), where g is GELU's slope and u = sqrt(2) w; the second derivative is
# 2 mu (1 - alpha)^2 (1 - w^2) exp(-w^2) / sqrt(pi).


def slope(x: Floats, alpha: float, mu: Learned) -> Floats:
    w, rest, right, _, gap = _sides(x, alpha, mu)
    u, u_rest = two_product(ROOT_TWO, -w)
    u_rest = u_rest - (ROOT_TWO_REST * w + ROOT_TWO * rest)
    share = gelu.slope(u) + u_rest * gelu.second(u)
    apart = np.where(right, 1.0, alpha) + np.where(right, -gap, gap) * share
    rise = erf(w) + TWO_OVER_ROOT_PI * w * np.exp(-w * w)
    together = (1.0 + alpha) / 2.0 + gap / 2.0 * np.where(right, rise, -rise)
    return np.where(w < 0.3, together, apart)


def second(x: Floats, alpha: float, mu: Learned) -> Floats:
    w, rest, _, _, gap = _sides(x, alpha, mu)
    return times_bell(TWO_OVER_ROOT_PI * (mu * gap * gap) * (((1.0 - w) - rest) * (1.0 + w)), w, rest)


def partial_mu(x: Floats, alpha: float, mu: Learned) -> Floats:
    w, rest, _, inside, gap = _sides(x, alpha, mu)
    return times_bell(np.square(gap * inside) / sqrt(pi), w, rest)


smu = Activation(
    id="smu",
    name="SMU",
    formula="((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2",
    derivative_formula="((1 + alpha) + (1 - alpha) * erf(mu * (1 - alpha) * x)) / 2 + mu * (1 - alpha)**2 / sqrt(pi) * x * exp(-(mu * (1 - alpha) * x)**2)",
    second_formula="2 * mu * (1 - alpha)**2 / sqrt(pi) * (1 - (mu * (1 - alpha) * x)**2) * exp(-(mu * (1 - alpha) * x)**2)",
    zh_hant="用常態分布為1與α兩種斜率加權，也就是把x與αx的較大值磨圓。",
    en="weighs two slopes, 1 and alpha, by a normal distribution: a maximum of x and alpha x with its corner rounded off.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"biswas2022": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"mu": partial_mu},
    parameters={"alpha": Parameter(default=0.25), "mu": Parameter(default=2.5, learned=True)},
    closed={"slope_mean": "(1 + alpha) / 2"},
    zh_hant_notes="α=0、μ是1/2的平方根時就是GELU。流傳的程式起點不一：有的μ一開始就非常大，看起來就是Leaky ReLU；有的很小。",
    en_notes="With alpha = 0 and mu = sqrt(1/2) it is GELU. Code in circulation starts differently: some with a mu so large that it looks like leaky ReLU, some with a small one.",
)
