"""Tanh squeezes any number between -1 and 1, centred on 0.

A classical function with no inventor in networks. LeCun, Bottou, Orr and Müller recommend it over the
sigmoid because it is centred: "Efficient BackProp", 1998, doi:10.1007/3-540-49430-8_2.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    return np.tanh(x)


def slope(x: Floats) -> Floats:
    # 1 - tanh(x)^2 cancels where tanh is near 1. It equals sech(x)^2, and with h = exp(-|x|)
    # sech(x) = 2 / (e^x + e^-x) = 2h / (1 + h^2) has nothing to cancel. Squaring last keeps the tail:
    # h is still a normal number where h^2 is about to vanish.
    h = np.exp(-np.abs(x))
    return np.square(2.0 * h / (1.0 + h * h))


def second(x: Floats) -> Floats:
    return -2.0 * np.tanh(x) * slope(x)


tanh = Activation(
    id="tanh",
    name="Tanh",
    formula="(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
    derivative_formula="1 - tanh(x)**2",
    second_formula="-2 * tanh(x) * (1 - tanh(x)**2)",
    zh_hant="把任何數壓到−1與1之間，並以0為中心。",
    en="squeezes any number between -1 and 1, centred on 0.",
    story=__doc__,
    family="sigmoidal",
    sources={"lecun1998": "popularised"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="把Sigmoid的輸入與輸出都乘以2，再往下移1，就是它。",
    en_notes="It is the sigmoid with input and output doubled, moved down by 1.",
)
