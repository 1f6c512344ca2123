"""Scaled tanh stretches tanh so that it sends 1 almost to 1 and -1 almost to -1.

1.7159 tanh(2x/3) has no inventor on record. LeCun, Bottou, Orr and Müller recommend it for inputs of variance 1:
"Efficient BackProp", 1998, doi:10.1007/3-540-49430-8_2.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.rounding import two_product


def value(x: Floats) -> Floats:
    return 1.7159 * np.tanh(2.0 * x / 3.0)


# The derivative is that of tanh at t = 2x/3, written with h = exp(-|t|) as in tanh.py, times 2/3 * 1.7159. Far
# out h magnifies the rounding of t, into the hundreds of units in the last place. What rounding 2/3 and then
# the product has dropped is therefore kept, and put back as a factor 1 - dropped.

TWO_THIRDS, TWO_THIRDS_REST = 2.0 / 3.0, 2.0**-53 / 3.0  # their sum is 2/3 to 32 digits


def slope(x: Floats) -> Floats:
    x = np.minimum(np.abs(x), 1200.0)  # the slope is below the smallest double by then
    t, dropped = two_product(TWO_THIRDS, x)
    h = np.exp(-t) * (1.0 - (dropped + TWO_THIRDS_REST * x))
    return 2.0 / 3.0 * 1.7159 * np.square(2.0 * h / (1.0 + h * h))


def second(x: Floats) -> Floats:
    return -4.0 / 3.0 * np.tanh(2.0 * x / 3.0) * slope(x)


scaled_tanh = Activation(
    id="scaled_tanh",
    name="Scaled tanh",
    formula="1.7159 * tanh(2 * x / 3)",
    derivative_formula="2 * 1.7159 / 3 * (1 - tanh(2 * x / 3)**2)",
    second_formula="-(8 * 1.7159 / 9) * tanh(2 * x / 3) * (1 - tanh(2 * x / 3)**2)",
    zh_hant="把tanh拉大，使1幾乎對到1、−1幾乎對到−1。",
    en="stretches tanh so that it sends 1 almost to 1 and -1 almost to -1.",
    story=__doc__,
    family="sigmoidal",
    sources={"lecun1998": "popularised"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "lower": "-1.7159",
        "upper": "1.7159",
        "steepest": "2 * 1.7159 / 3",
    },
    zh_hant_notes="目標值取1與−1時，不必走到斜率消失的兩端就能達到。",
    en_notes="Targets of 1 and -1 are then reached while the slope is still large, not at the far ends.",
)
