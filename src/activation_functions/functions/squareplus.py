"""Squareplus is ReLU with its corner rounded off by a square root; b sets how widely.

Barron, "Squareplus: a softplus-like algebraic rectifier", 2021, arXiv:2112.11687.
"""

from math import sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter

# On the left x + sqrt(x^2 + b) would cancel. There the value is b / 4 over that of the right, for `squareplus(x) * squareplus(-x) = b / 4`;
# and the right is x more than the left, for `squareplus(x) = x + squareplus(-x)`.


def value(x: Floats, b: float) -> Floats:
    half, half_root = _halves(x, b)
    return np.maximum(x, 0.0) + b / 4.0 / (half + half_root)


def slope(x: Floats, b: float) -> Floats:
    # `squareplus.derivative(x) = squareplus(x) / sqrt(x**2 + b)`; on the right it is 1 minus what it is on the left, which is at most 1/2.
    half, half_root = _halves(x, b)
    left = b / 8.0 / (half + half_root) / half_root
    return np.where(x > 0.0, 1.0 - left, left)


def second(x: Floats, b: float) -> Floats:
    # `squareplus.second(x) = b / (2 * sqrt(x**2 + b)**3)`; dividing step by step keeps root^3 from overflowing.
    root = np.hypot(x, sqrt(b))
    return np.square(sqrt(b) / root) / root / 2.0


def _halves(x: Floats, b: float) -> tuple[Floats, Floats]:
    """|x| / 2 and sqrt(x^2 + b) / 2; halved, the largest doubles can be added.

    No square overflows or vanishes: sqrt(b) is taken out of the root, and far out |x| is the root.
    """
    half, s = 0.5 * np.abs(x), 0.5 * sqrt(b)
    return half, np.maximum(half, s * np.sqrt(1.0 + np.square(np.minimum(half / s, 1e100))))


squareplus = Activation(
    id="squareplus",
    name="Squareplus",
    formula="(x + sqrt(x**2 + b)) / 2",
    derivative_formula="(1 + x / sqrt(x**2 + b)) / 2",
    second_formula="b / (2 * sqrt(x**2 + b)**3)",
    zh_hant="用平方根把ReLU的轉角磨圓，b決定磨得多寬。",
    en="is ReLU with its corner rounded off by a square root; b sets how widely.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"barron2021": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"b": Parameter(default=4.0, above=0.0)},
    closed={
        "second_moment": "(2 + b) / 4",
        "slope_mean": "1 / 2",
        "slope_moment": "1 / 2 - sqrt(pi / 2) * exp(2) * Phi(-2)",
        "gain": "2 / sqrt(2 + b)",
    },
    zh_hant_notes="不必計算指數。Keras 3的說明文件把它記在別的作者名下。",
    en_notes="It needs no exponential. The documentation of Keras 3 credits it to another author.",
)
