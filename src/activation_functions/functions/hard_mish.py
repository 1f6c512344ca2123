"""Hard Mish weighs its input by a straight ramp that ends at 0, as a cheap stand-in for Mish.

In print no inventor is known. The timm library has it, "PyTorch image models", and says that it follows notes of Misra, the author of Mish.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink


def value(x: Floats) -> Floats:
    x = np.maximum(x, -2.0)  # the value is 0 from there on, and -inf * 0 would be NaN
    return x * np.minimum(0.5 * (x + 2.0), 1.0)


def slope(x: Floats) -> Floats:
    return np.where(x > 0.0, 1.0, np.where(x <= -2.0, 0.0, x + 1.0))


def second(x: Floats) -> Floats:
    inside = (x > -2.0) & (x <= 0.0)
    return np.where(np.isnan(x), x, inside)


hard_mish = Activation(
    id="hard_mish",
    name="Hard Mish",
    formula="x / 2 * min(max(x + 2, 0), 2)",
    derivative_formula="1 if x > 0 else x + 1 if x > -2 else 0",
    second_formula="0 if x > 0 else 1 if x > -2 else 0",
    zh_hant="以一段止於0的直線斜坡來加權輸入，便宜地代替Mish。",
    en="weighs its input by a straight ramp that ends at 0, as a cheap stand-in for Mish.",
    story=__doc__,
    family="self_gated",
    sources={"wightman2026": "popularised"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="-2", left="0", right="-1"), Kink(at="0", left="1", right="1")),
    closed={
        "minimum.x": "-1",
        "minimum.y": "-1 / 2",
    },
    zh_hant_notes="0的右側就是輸入本身；左側是一段拋物線。在0處兩側的斜率相等，跳躍的是二階導數。",
    en_notes="To the right of 0 it is the input itself, to the left a parabola. At 0 both slopes agree; there it is the second derivative that jumps.",
)
