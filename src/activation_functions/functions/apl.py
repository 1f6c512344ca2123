"""APL is ReLU plus hinges, and learns where each hinge lies and how steeply it opens.

The adaptive piecewise linear unit: Agostinelli, Hoffman, Sadowski and Baldi, "Learning activation functions to improve
deep neural networks", 2014, arXiv:1412.6830.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter
from activation_functions.rounding import two_product, two_sum

Learned = float | Floats

# Added one after the other the hinges would cancel: far on the left two steep ones may leave a level line. So the curve is followed
# from the right: down to the lower hinge the higher one is open alone, and beyond it both are, with their steepness added. Each
# difference and product comes with what its rounding drops, for close to its hinge a steep one meets all digits of x.


def value(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    high, low, steep = np.maximum(b1, b2), np.minimum(b1, b2), np.where(np.greater(b1, b2), a1, a2)
    both, both_rest = two_sum(np.asarray(a1), np.asarray(a2))
    beside, beside_rest = two_sum(high, -np.maximum(x, low))
    beyond, beyond_rest = two_sum(low, -x)
    one, one_rest = two_product(steep, beside)
    two, two_rest = two_product(both, beyond)
    one_open, both_open = x < high, x < low
    level = both_open & (both == 0.0)  # it stays level out to infinity
    total, rest = _sum(np.maximum(x, 0.0), np.where(one_open, one, 0.0), np.where(both_open & ~level, two, 0.0))
    one_rest = np.where(one_open, one_rest + steep * beside_rest, 0.0)
    two_rest = np.where(both_open, two_rest + both * beyond_rest + both_rest * beyond, 0.0)
    rest = rest + (one_rest + two_rest)
    return total + np.where(np.isfinite(rest), rest, 0.0)  # of numbers beyond 1e300 the rest overflows, and is not needed


def _sum(a: Floats, b: Floats, c: Floats) -> tuple[Floats, Floats]:
    """a + b + c, and what its rounding drops."""
    first, first_rest = two_sum(a, b)
    total, rest = two_sum(first, c)
    return total, rest + first_rest


def slope(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    total, rest = _sum((x > 0.0).astype(np.float64), np.where(x <= b1, -np.asarray(a1), 0.0), np.where(x <= b2, -np.asarray(a2), 0.0))
    return np.where(np.isnan(x), x, total + rest)


def second(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    return np.where(np.isnan(x), x, 0.0)


def partial_a1(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    return np.maximum(b1 - x, 0.0)


def partial_b1(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    return np.where(np.isnan(x), x, np.where(x <= b1, a1, 0.0))


def partial_a2(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    return partial_a1(x, a2, b2, a1, b1)


def partial_b2(x: Floats, a1: Learned, b1: Learned, a2: Learned, b2: Learned) -> Floats:
    return partial_b1(x, a2, b2, a1, b1)


apl = Activation(
    id="apl",
    name="APL",
    formula="max(0, x) + a1 * max(0, b1 - x) + a2 * max(0, b2 - x)",
    derivative_formula="(1 if x > 0 else 0) - (a1 if x <= b1 else 0) - (a2 if x <= b2 else 0)",
    second_formula="0",
    zh_hant="在ReLU上再加幾個折角，折在哪裡、開得多陡都由訓練學得。",
    en="is ReLU plus hinges, and learns where each hinge lies and how steeply it opens.",
    story=__doc__,
    family="learned",
    sources={"agostinelli2014": "introduced"},
    value=value,
    slope=slope,
    second=second,
    partial={"a1": partial_a1, "b1": partial_b1, "a2": partial_a2, "b2": partial_b2},
    parameters={
        "a1": Parameter(default=0.5, learned=True),
        "b1": Parameter(default=1.0, learned=True),
        "a2": Parameter(default=-0.5, learned=True),
        "b2": Parameter(default=-1.0, learned=True),
    },
    kinks=(
        Kink(at="0", left="-a1 * indicator(b1 >= 0) - a2 * indicator(b2 >= 0)", right="1 - a1 * indicator(b1 > 0) - a2 * indicator(b2 > 0)"),
        Kink(at="b1", left="indicator(b1 > 0) - a1 - a2 * indicator(b2 >= b1)", right="indicator(b1 >= 0) - a2 * indicator(b2 > b1)"),
        Kink(at="b2", left="indicator(b2 > 0) - a2 - a1 * indicator(b1 >= b2)", right="indicator(b2 >= 0) - a1 * indicator(b1 > b2)"),
    ),
    closed={
        "mean": "1 / 2 + 1 / sqrt(2 * pi)",
        "slope_mean": "Phi(-1)",
        "slope_moment": "3 / 4 - Phi(1) / 2",
    },
    zh_hant_notes="論文裡的折角可以有任意個，個數事先選定；這裡是兩個。預設值只是為了讓兩個折角都看得見，訓練會找到自己的。",
    en_notes="In the paper there are any number of hinges, chosen beforehand; here there are two. The defaults are chosen to show both; training finds its own.",
)
