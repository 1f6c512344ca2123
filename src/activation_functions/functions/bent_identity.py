"""Bent identity follows the identity with a bend at 0: flatter on the left, steeper on the right.

It is found in encyclopaedias and lists; it has no inventor on record, and no primary source is known.
"""

import numpy as np

from activation_functions.activation import Activation, Floats

# sqrt(x^2 + 1) - 1 cancels near 0. It equals x^2 / (sqrt(x^2 + 1) + 1), so the function is x (1 + share), where
# the share x / (2 (sqrt(x^2 + 1) + 1)) rises from -1/2 to 1/2. It has reached them, to the last digit, long before
# the cut at 1e100, which keeps x^2 from overflowing.


def value(x: Floats) -> Floats:
    c = np.clip(x, -1e100, 1e100)
    return x * (1.0 + c / (2.0 * (np.sqrt(c * c + 1.0) + 1.0)))


def slope(x: Floats) -> Floats:
    c = np.clip(x, -1e100, 1e100)
    return 1.0 + c / (2.0 * np.sqrt(c * c + 1.0))


def second(x: Floats) -> Floats:
    r = 1.0 / np.hypot(x, 1.0)  # no cut here: the tail goes on beyond 1e100
    return 0.5 * r * r * r


bent_identity = Activation(
    id="bent_identity",
    name="Bent identity",
    formula="x + (sqrt(x**2 + 1) - 1) / 2",
    derivative_formula="1 + x / (2 * sqrt(x**2 + 1))",
    second_formula="1 / (2 * sqrt(x**2 + 1)**3)",
    zh_hant="把恆等函數在0附近折彎：左邊較平，右邊較陡。",
    en="follows the identity with a bend at 0: flatter on the left, steeper on the right.",
    story=__doc__,
    family="smooth_rectifier",
    sources={},
    value=value,
    slope=slope,
    second=second,
    closed={
        "slope_mean": "1",
        "slope_moment": "(5 - sqrt(2 * pi) * exp(1 / 2) * Phi(-1)) / 4",
    },
    zh_hant_notes="左端的斜率趨近1/2，右端趨近3/2，所以兩側都不飽和。",
    en_notes="Its slope tends to 1/2 on the left and 3/2 on the right, so it saturates on neither side.",
)
