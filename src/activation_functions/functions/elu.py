"""ELU keeps what is positive and bends what is negative smoothly towards -alpha.

The exponential linear unit: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by
exponential linear units (ELUs)", ICLR 2016, arXiv:1511.07289.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter


def value(x: Floats, alpha: float) -> Floats:
    # expm1 keeps the digits that exp(x) - 1 loses near 0. Each summand is 0 on the other's side, and
    # copysign keeps -0.0, which the sum would lose.
    return np.copysign(np.maximum(x, 0.0) + alpha * np.expm1(np.minimum(x, 0.0)), x)


def slope(x: Floats, alpha: float) -> Floats:
    # alpha exp(x), with exp(x) as the square of h = exp(x / 2): a large alpha then meets h before
    # exp(x) has become too small to hold its digits.
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x > 0.0, 1.0, alpha * h * h)


def second(x: Floats, alpha: float) -> Floats:
    return np.where(x > 0.0, 0.0, slope(x, alpha))


elu = Activation(
    id="elu",
    name="ELU",
    formula="x if x > 0 else alpha * (exp(x) - 1)",
    derivative_formula="1 if x > 0 else alpha * exp(x)",
    second_formula="0 if x > 0 else alpha * exp(x)",
    zh_hant="保留正數，並讓負的一側平滑地彎向−α。",
    en="keeps what is positive and bends what is negative smoothly towards -alpha.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"clevert2016": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"alpha": Parameter(default=1.0, above=0.0)},
    kinks=(Kink(at="0", left="alpha", right="1"),),
    closed={
        "mean": "1 / sqrt(2 * pi) + alpha * (exp(1 / 2) * Phi(-1) - 1 / 2)",
        "second_moment": "1 / 2 + alpha**2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2)",
        "slope_mean": "1 / 2 + alpha * exp(1 / 2) * Phi(-1)",
        "slope_moment": "1 / 2 + alpha**2 * exp(2) * Phi(-2)",
    },
    zh_hant_notes="α=1時兩側的斜率相等，轉折點消失；其他的α在0處留下一個轉角。",
    en_notes="With alpha = 1 both slopes agree, and the kink is gone; any other alpha leaves a corner at 0.",
)
