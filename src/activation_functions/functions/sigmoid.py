"""Sigmoid turns any number into a share between 0 and 1.

The logistic curve, which Verhulst found for the growth of populations in 1838 and named in 1845.
Rumelhart, Hinton and Williams trained networks of it, "Learning representations by back-propagating errors",
Nature 323, 1986, doi:10.1038/323533a0.
"""

import numpy as np

from activation_functions.activation import Activation, Floats

# exp(-x) overflows on the left, exp(x) on the right. With e = exp(-|x|), which stays in (0, 1], sigma(x)
# is 1 / (1 + e) on the right and e / (1 + e) on the left, where e keeps all the digits of the tail. The
# two numerators are one expression: the larger of e and of 1(x >= 0).


def value(x: Floats) -> Floats:
    e = np.exp(-np.abs(x))
    return np.maximum(e, x >= 0.0) / (1.0 + e)


def slope(x: Floats) -> Floats:
    # sigma'(x) = sigma(x) sigma(-x) is even: e / (1 + e)^2 on both sides, and nothing cancels.
    e = np.exp(-np.abs(x))
    return e / np.square(1.0 + e)


def second(x: Floats) -> Floats:
    # 1 - 2 sigma(x) would cancel near 0; it is -tanh(x / 2).
    return -slope(x) * np.tanh(x / 2.0)


sigmoid = Activation(
    id="sigmoid",
    name="Sigmoid",
    formula="1 / (1 + exp(-x))",
    derivative_formula="sigma(x) * (1 - sigma(x))",
    second_formula="sigma(x) * sigma(-x) * (sigma(-x) - sigma(x))",
    zh_hant="把任何數壓成0與1之間的一個比例。",
    en="turns any number into a share between 0 and 1.",
    story=__doc__,
    family="sigmoidal",
    sources={"verhulst1838": "introduced", "verhulst1845": "named", "rumelhart1986": "popularised", "cybenko1989": "studied"},
    aliases={"expit": "scipy"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "mean": "1 / 2",
    },
    zh_hant_notes="輸出全是正數，不以0為中心；輸入離0遠了，斜率就趨近0。",
    en_notes="Its outputs are all positive, so they are not centred on 0; far from 0 its slope vanishes.",
)
