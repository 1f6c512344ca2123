"""Erf runs from -1 to 1 along the error function of the bell curve.

erf(x) is the chance that a normal variable of mean 0 and variance 1/2 lies between -x and x. Williams computed what
infinitely wide networks of it do, "Computing with infinite networks", Advances in Neural Information Processing
Systems 9, 1997; he is not its origin: it has no inventor
in networks.
"""

from math import pi, sqrt

import numpy as np
from scipy import special

from activation_functions.activation import Activation, Floats
from activation_functions.functions import gaussian


def value(x: Floats) -> Floats:
    result: Floats = np.asarray(special.erf(x))
    return result


def slope(x: Floats) -> Floats:
    return 2.0 / sqrt(pi) * gaussian.value(x)


def second(x: Floats) -> Floats:
    return 2.0 / sqrt(pi) * gaussian.slope(x)


erf = Activation(
    id="erf",
    name="Erf",
    formula="erf(x)",
    derivative_formula="2 / sqrt(pi) * exp(-x**2)",
    second_formula="-4 * x / sqrt(pi) * exp(-x**2)",
    zh_hant="沿著鐘形曲線的誤差函數，由−1走到1。",
    en="runs from -1 to 1 along the error function of the bell curve.",
    story=__doc__,
    family="sigmoidal",
    sources={"williams1997": "studied"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "steepest": "2 / sqrt(pi)",
        "second_moment": "2 / pi * asin(2 / 3)",
        "slope_mean": "2 / sqrt(3 * pi)",
        "slope_moment": "4 / (sqrt(5) * pi)",
        "gain": "sqrt(pi / (2 * asin(2 / 3)))",
        "chi": "2 / (sqrt(5) * asin(2 / 3))",
    },
    zh_hant_notes="把輸入與輸出各自伸縮、再往上移，它就成為GELU用來加權的常態分布函數。",
    en_notes="Rescaled and moved up, it is the normal distribution function that GELU weighs its input by.",
)
