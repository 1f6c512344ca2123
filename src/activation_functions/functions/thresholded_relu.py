"""Thresholded ReLU keeps what lies above theta and turns the rest into 0.

Konda, Memisevic and Krueger, "Zero-bias autoencoders and the benefits of co-adapting features", ICLR 2015,
arXiv:1402.3337.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat


def value(x: Floats, theta: float) -> Floats:
    return np.where(x <= theta, 0.0, x)  # asked this way round, NaN stays NaN


def slope(x: Floats, theta: float) -> Floats:
    return np.maximum(np.sign(x - theta), 0.0) + 0.0


thresholded_relu = Activation(
    id="thresholded_relu",
    name="Thresholded ReLU",
    formula="x if x > theta else 0",
    derivative_formula="1 if x > theta else 0",
    second_formula="0",
    zh_hant="保留大於θ的數，把其餘的都變成0。",
    en="keeps what lies above theta and turns the rest into 0.",
    story=__doc__,
    family="rectifier",
    sources={"konda2015": "introduced"},
    value=value,
    slope=slope,
    second=flat,
    parameters={"theta": Parameter(default=1.0)},
    kinks=(Kink(at="theta", left="0", right="1", jump=True),),
    closed={
        "mean": "phi(theta)",
        "second_moment": "Phi(-theta) + theta * phi(theta)",
        "slope_mean": "Phi(-theta)",
        "slope_moment": "Phi(-theta)",
        "gain": "1 / sqrt(Phi(-theta) + theta * phi(theta))",
        "chi": "Phi(-theta) / (Phi(-theta) + theta * phi(theta))",
    },
    zh_hant_notes="θ=0時就是ReLU，跳躍變成轉折點。θ處的值是約定，這裡取0。",
    en_notes="With theta = 0 it is ReLU, and the jump is a kink. The value at theta itself is a convention: here 0.",
)
