"""Hard ELiSH weighs ELU by a straight ramp instead of a sigmoid.

Basirat and Roth, "The quest for the golden activation function", 2018, arXiv:1808.00783. Summaries that circulate give its right piece for
x >= 1, which leaves the numbers from 0 to 1 without a value: it begins at 0.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink

# On the left expm1 keeps the digits of e^x - 1. copysign keeps -0.0.


def value(x: Floats) -> Floats:
    ramp = np.clip(0.5 * (x + 1.0), 0.0, 1.0)
    return np.copysign(np.where(x > 0.0, x, np.expm1(np.minimum(x, 0.0))) * ramp, x)


# On the left the derivative is (e^x (x + 2) - 1) / 2, which vanishes at r = W(e^2) - 2, Lambert's W, the bottom of the dip. As e^r = 1 / (r + 2),
# it is e^r (d + (x + 2) expm1(d)) / 2 with d = x - r: both terms have the sign of d.

ROOT, ROOT_REST = -0.4428544010023886, 1.4810791653201162e-17  # their sum is r to 32 digits


def slope(x: Floats) -> Floats:
    left = np.clip(x, -1.0, 0.0)
    d = (left - ROOT) - ROOT_REST
    on_the_left = (d + (left + 2.0) * np.expm1(d)) / (2.0 * (ROOT + 2.0))
    return np.where(x > 1.0, 1.0, np.where(x > 0.0, x + 0.5, np.where(x <= -1.0, 0.0, on_the_left)))


def second(x: Floats) -> Floats:
    left = np.minimum(x, 0.0)
    on_the_left = 0.5 * np.exp(left) * (left + 3.0)
    flat = (x > 1.0) | (x <= -1.0)
    return np.where(flat, 0.0, np.where(x > 0.0, 1.0, on_the_left))


hard_elish = Activation(
    id="hard_elish",
    name="Hard ELiSH",
    formula="x * min(max((x + 1) / 2, 0), 1) if x > 0 else (exp(x) - 1) * min(max((x + 1) / 2, 0), 1)",
    derivative_formula="1 if x > 1 else x + 1 / 2 if x > 0 else (exp(x) * (x + 2) - 1) / 2 if x > -1 else 0",
    second_formula="0 if x > 1 else 1 if x > 0 else exp(x) * (x + 3) / 2 if x > -1 else 0",
    zh_hant="以一段直線的斜坡代替Sigmoid，來加權ELU。",
    en="weighs ELU by a straight ramp instead of a sigmoid.",
    story=__doc__,
    family="self_gated",
    sources={"basirat2018": "introduced"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="-1", left="0", right="(exp(-1) - 1) / 2"), Kink(at="0", left="1 / 2", right="1 / 2"), Kink(at="1", left="3 / 2", right="1")),
    closed={
        "minimum.x": "lambertw(exp(2)) - 2",
    },
    zh_hant_notes="與ELiSH不同，它在−1以下恰好是0，在1以上恰好是輸入本身。",
    en_notes="Unlike ELiSH it is exactly 0 below -1, and exactly its input above 1.",
)
