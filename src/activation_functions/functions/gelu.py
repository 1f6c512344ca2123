"""GELU weighs its input by the chance that a standard normal variable falls below it.

The Gaussian error linear unit, in its exact form with the error function: Hendrycks and Gimpel, "Gaussian
error linear units (GELUs)", 2016, arXiv:1606.08415.
"""

from math import pi, sqrt

import numpy as np
from scipy.special import erfc, erfcx

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import times_gaussian

# Phi(x) = erfc(-x / sqrt 2) / 2 is accurate down to about -1. Further left the rounding of x / sqrt 2 is
# magnified by about x^2, and thousands of units in the last place are lost. There erfc(z) = exp(-z^2) erfcx(z)
# takes the fall out: erfcx varies slowly, and times_gaussian multiplies by exp(-x^2 / 2) with all its digits.


def value(x: Floats) -> Floats:
    return np.piecewise(x, [x > -1.0], [lambda x: x * (erfc(-x / sqrt(2)) / 2.0), _tail])


def _tail(x: Floats) -> Floats:
    x = np.maximum(x, -40.0)  # the value is below the smallest double by then
    return times_gaussian(x * erfcx(-x / sqrt(2)) / 2.0, x)


# The derivative is Phi(x) + x phi(x) = phi(x) (M(x) + x), where M(x) = Phi(x) / phi(x), the Mills ratio,
# equals sqrt(pi / 2) erfcx(-x / sqrt 2). M + x falls through 0 at the bottom of the dip, and every digit would
# cancel there. Its Taylor series around that root, where M = -ROOT, has no constant term, hence nothing to
# cancel. The coefficients follow from M' = 1 + x M: c0 = -ROOT, c1 = 1 - ROOT^2, and
# c[n+1] = (ROOT c[n] + c[n-1]) / (n + 1). The x beside M adds 1 to c1.

ROOT, ROOT_REST = -0.7517915246935645, 1.4956759177009883e-17  # their sum is the root to 32 digits
HALF_WIDTH = 0.5  # where the series is used, on each side of the root


def _coefficients() -> list[float]:
    c = [-ROOT, 1.0 - ROOT**2]
    while abs(c[-1]) * HALF_WIDTH ** len(c) > 1e-19:
        c.append((ROOT * c[-1] + c[-2]) / len(c))
    return [2.0 - ROOT**2, *c[2:]]


COEFFICIENTS = _coefficients()  # of (M + x) / d, in powers of the distance d to the root


def slope(x: Floats) -> Floats:
    x = np.clip(x, -40.0, 40.0)
    return np.piecewise(x, [x > ROOT + HALF_WIDTH, np.abs(x - ROOT) <= HALF_WIDTH], [_slope_right, _slope_near_root, _slope_left])


BEND, BEND_REST = sqrt(2), -9.667293313452913e-17  # their sum is the square root of 2 to 32 digits


def second(x: Floats) -> Floats:
    # phi(x) (2 - x^2), the last factor taken apart into (sqrt 2 - x) (sqrt 2 + x), so that nothing cancels at its roots
    x = np.abs(np.clip(x, -40.0, 40.0))
    return times_gaussian(((BEND - x) + BEND_REST) * (BEND + x), x) / sqrt(2 * pi)


def _density(x: Floats) -> Floats:
    return np.exp(-x * x / 2.0) / sqrt(2 * pi)


def _slope_right(x: Floats) -> Floats:
    below: Floats = erfc(-x / sqrt(2)) / 2.0
    return below + x * _density(x)


def _slope_near_root(x: Floats) -> Floats:
    d = (x - ROOT) - ROOT_REST
    return d * np.polynomial.polynomial.polyval(d, COEFFICIENTS) * _density(x)


def _slope_left(x: Floats) -> Floats:
    return times_gaussian(sqrt(pi / 2) * erfcx(-x / sqrt(2)) + x, x) / sqrt(2 * pi)


gelu = Activation(
    id="gelu",
    name="GELU",
    formula="x * Phi(x)",
    derivative_formula="Phi(x) + x * phi(x)",
    second_formula="phi(x) * (2 - x**2)",
    zh_hant="以標準常態隨機變數小於輸入的機率，來加權輸入。",
    en="weighs its input by the chance that a standard normal variable falls below it.",
    story=__doc__,
    family="self_gated",
    sources={"hendrycks2016": "introduced"},
    aliases={"gelu_python": "transformers"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "inflection1.x": "-sqrt(2)",
        "inflection2.x": "sqrt(2)",
        "steepest": "Phi(sqrt(2)) + sqrt(2) * phi(sqrt(2))",
        "mean": "1 / (2 * sqrt(pi))",
        "second_moment": "1 / 3 + 1 / (2 * sqrt(3) * pi)",
        "slope_mean": "1 / 2",
        "slope_moment": "1 / 3 + 2 / (3 * sqrt(3) * pi)",
        "gain": "1 / sqrt(1 / 3 + 1 / (2 * sqrt(3) * pi))",
        "chi": "(6 * pi + 4 * sqrt(3)) / (6 * pi + 3 * sqrt(3))",
    },
    zh_hant_notes="函式庫裡的GELU有兩種：這裡的精確式，或用tanh的近似式，而各家的預設不同。",
    en_notes="Libraries mean two functions by GELU, this exact one or its tanh approximation, and their defaults differ.",
)
