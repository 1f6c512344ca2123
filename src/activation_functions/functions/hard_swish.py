"""Hard Swish weighs its input by a straight ramp instead of a sigmoid.

Howard and others introduced it for small networks on mobile phones: "Searching for MobileNetV3", ICCV 2019,
arXiv:1905.02244.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink


def value(x: Floats) -> Floats:
    x = np.maximum(x, -3.0)  # the value is 0 from there on, and -inf * 0 would be NaN
    return x * np.minimum((x + 3.0) / 6.0, 1.0)


def slope(x: Floats) -> Floats:
    # Twice x is exact, and so is the sum near the root at -3/2: nothing is lost there.
    inside = (2.0 * x + 3.0) / 6.0
    return np.where(x > 3.0, 1.0, np.where(x <= -3.0, 0.0, inside))


def second(x: Floats) -> Floats:
    inside = (x > -3.0) & (x <= 3.0)
    return np.where(np.isnan(x), x, inside / 3.0)


hard_swish = Activation(
    id="hard_swish",
    name="Hard Swish",
    formula="x * min(max(x / 6 + 1 / 2, 0), 1)",
    derivative_formula="1 if x > 3 else (2 * x + 3) / 6 if x > -3 else 0",
    second_formula="0 if x > 3 else 1 / 3 if x > -3 else 0",
    zh_hant="以一段直線的斜坡代替Sigmoid，來加權輸入。",
    en="weighs its input by a straight ramp instead of a sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"howard2019": "introduced"},
    aliases={"hard_silu": "keras, jax, flax", "hardswish": "torch, transformers, timm"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="-3", left="0", right="-1 / 2"), Kink(at="3", left="3 / 2", right="1")),
    closed={
        "mean": "(2 * Phi(3) - 1) / 6",
        "second_moment": "(4 - 2 * Phi(3) - 3 * phi(3)) / 6",
        "slope_mean": "1 / 2",
        "slope_moment": "(23 - 10 * Phi(3) - 24 * phi(3)) / 36",
    },
    zh_hant_notes="兩個轉折點之間是一段拋物線，不是直線。",
    en_notes="Between its two kinks it is a parabola, and no straight line.",
)
