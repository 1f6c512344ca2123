"""Sqrt softplus is the square root of softplus: on the left a slow exponential, on the right a square root.

DeepSeek-V4 scores its experts by it: DeepSeek-AI, "DeepSeek-V4: towards highly efficient million-token context intelligence", 2026,
arXiv:2606.19348. Of the formula itself no inventor is known.
"""

import numpy as np

from activation_functions.activation import Activation, Floats

# On the left ln(1 + e^x) is e^x, which vanishes long before its root e^(x/2) does.

LEFT = -40.0


def _root(x: Floats) -> Floats:
    """The square root of softplus, for x above LEFT."""
    return np.sqrt(np.maximum(x, np.log1p(np.exp(np.minimum(x, 700.0)))))


def value(x: Floats) -> Floats:
    return np.where(x < LEFT, np.exp(0.5 * x), _root(x))


# The derivative is sigma / (2 f).


def slope(x: Floats) -> Floats:
    right = np.maximum(x, LEFT)
    return np.where(x < LEFT, 0.5 * np.exp(0.5 * x), 0.5 / (1.0 + np.exp(-right)) / _root(right))


# The second derivative is sigma (2 ln(1 + w) - w) / (4 (1 + w) f^3) with w = e^x. It vanishes at the bend b, where w is W. With
# m = w - W = W expm1(x - b) the bracket is 2 log1p(m / (1 + W)) - m; on the right w is taken out of it.

BEND, BEND_REST = 0.9214225086553604, -3.9798817398527784e-17  # their sum is b to 32 digits
W = 2.5128624172523395


def second(x: Floats) -> Floats:
    left, right = np.clip(x, LEFT, 4.0), np.maximum(x, 4.0)
    w = np.exp(left)
    m = W * np.expm1((left - BEND) - BEND_REST)
    bracket = np.where(w < 0.5, 2.0 * np.log1p(w) - w, 2.0 * np.log1p(m / (1.0 + W)) - m)
    e = np.exp(-right)
    on_the_right = (2.0 * (np.minimum(right, 800.0) + np.log1p(e)) * e - 1.0) / np.square(1.0 + e)  # e is 0 beyond 800
    f = _root(np.maximum(x, LEFT))
    above = np.where(x > 4.0, on_the_right, bracket * w / np.square(1.0 + w)) / (4.0 * f) / np.square(f)
    return np.where(x < LEFT, 0.25 * np.exp(0.5 * x), above)


sqrt_softplus = Activation(
    id="sqrt_softplus",
    name="Sqrt softplus",
    formula="sqrt(log1p(exp(x)))",
    derivative_formula="sigma(x) / (2 * sqrt(log1p(exp(x))))",
    second_formula="sigma(x) * sigma(-x) * (2 * log1p(exp(x)) - exp(x)) / (4 * sqrt(log1p(exp(x)))**3)",
    zh_hant="是Softplus的平方根：左邊是緩慢的指數，右邊是平方根。",
    en="is the square root of softplus: on the left a slow exponential, on the right a square root.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"deepseek2026": "popularised"},
    aliases={"sqrtsoftplus": "transformers"},
    value=value,
    slope=slope,
    second=second,
    closed={},
    zh_hant_notes="輸出永遠大於0，而且越往右長得越慢，所以一個很大的分數不會蓋過其他所有的分數。",
    en_notes="Its output is always above 0 and grows ever more slowly, so that one large score does not drown all others.",
)
