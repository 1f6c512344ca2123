"""SReLU bends a straight line twice, and learns where and how steeply it goes on.

The S-shaped rectified linear unit: Jin and others, "Deep learning with S-shaped rectified linear activation units",
2016, arXiv:1512.07030.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats
LARGEST = np.finfo(np.float64).max

# The terms of a side piece t + a (x - t) cancel where it crosses 0: what each step rounds away is therefore kept and added at the
# end. The difference is taken first, for close to its bend a steep piece meets all digits of x.


def value(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where(x > t_r, _side(x, t_r, a_r), np.where(x > t_l, x, _side(x, t_l, a_l)))


def _side(x: Floats, t: Learned, a: Learned) -> Floats:
    if not np.all(a):  # a level piece stays level out to infinity
        x = np.where(np.equal(a, 0.0), np.clip(x, -LARGEST, LARGEST), x)
    beside, beside_rest = two_sum(x, -np.asarray(t))
    product, product_rest = two_product(a, beside)
    total, total_rest = two_sum(np.asarray(t), product)
    rest = total_rest + (product_rest + a * beside_rest)
    return total + np.where(np.isfinite(rest), rest, 0.0)  # of numbers beyond 1e300 the rest overflows, and is not needed


def slope(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where(np.isnan(x), x, np.where(x > t_r, a_r, np.where(x > t_l, 1.0, a_l)))


def partial_t_l(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where(np.isnan(x), x, np.where((x > t_l) | (x > t_r), 0.0, 1.0 - a_l))


def partial_a_l(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where((x > t_l) | (x > t_r), 0.0, x - t_l)


def partial_t_r(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where(np.isnan(x), x, np.where(x > t_r, 1.0 - a_r, 0.0))


def partial_a_r(x: Floats, t_l: Learned, a_l: Learned, t_r: Learned, a_r: Learned) -> Floats:
    return np.where(x <= t_r, 0.0, x - t_r)


srelu = Activation(
    id="srelu",
    name="SReLU",
    formula="t_r + a_r * (x - t_r) if x > t_r else x if x > t_l else t_l + a_l * (x - t_l)",
    derivative_formula="a_r if x > t_r else 1 if x > t_l else a_l",
    second_formula="0",
    zh_hant="把一條直線折兩次，在哪裡折、折後多陡都由訓練學得。",
    en="bends a straight line twice, and learns where and how steeply it goes on.",
    story=__doc__,
    family="learned",
    sources={"jin2016": "introduced"},
    value=value,
    slope=slope,
    second=flat,
    partial={"t_l": partial_t_l, "a_l": partial_a_l, "t_r": partial_t_r, "a_r": partial_a_r},
    parameters={
        "t_l": Parameter(default=-1.0, learned=True),
        "a_l": Parameter(default=0.125, learned=True),
        "t_r": Parameter(default=1.0, learned=True),
        "a_r": Parameter(default=0.125, learned=True),
    },
    kinks=(Kink(at="t_l", left="a_l", right="1"), Kink(at="t_r", left="1", right="a_r")),
    closed={
        "second_moment": "(18 + 14 * Phi(1) - 49 * phi(1)) / 32",
        "slope_mean": "(7 * Phi(1) - 3) / 4",
        "slope_moment": "(63 * Phi(1) - 31) / 32",
    },
    zh_hant_notes="須有t_l≤t_r。預設值畫出名稱裡的S形；訓練會選自己的值。",
    en_notes="t_l <= t_r is understood. The defaults draw the S of the name; training chooses its own.",
)
