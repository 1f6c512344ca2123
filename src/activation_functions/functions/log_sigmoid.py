"""Log-sigmoid is the logarithm of the sigmoid: ReLU's mirror image below 0, with its corner rounded off.

A library function, the log-likelihood of a yes in logistic regression; it has no inventor, and no primary source is
known. It equals -softplus(-x).
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import sigmoid


def value(x: Floats) -> Floats:
    # -ln(1 + e^-x) overflows on the left. With the larger of 1 and e^-x taken out of the sum, the exponential
    # stays in (0, 1], and log1p keeps the tail on the right.
    return np.minimum(x, 0.0) - np.log1p(np.exp(-np.abs(x)))


def slope(x: Floats) -> Floats:
    return sigmoid.value(-x)


def second(x: Floats) -> Floats:
    return -sigmoid.slope(x)


log_sigmoid = Activation(
    id="log_sigmoid",
    name="Log-sigmoid",
    formula="-log(1 + exp(-x))",
    derivative_formula="sigma(-x)",
    second_formula="-sigma(x) * sigma(-x)",
    zh_hant="是Sigmoid的對數：像把ReLU轉到0以下，再把轉角磨圓。",
    en="is the logarithm of the sigmoid: ReLU's mirror image below 0, with its corner rounded off.",
    story=__doc__,
    family="smooth_rectifier",
    sources={},
    aliases={"logsigmoid": "torch", "log_expit": "scipy"},
    value=value,
    slope=slope,
    second=second,
    closed={
        "slope_mean": "1 / 2",
    },
    zh_hant_notes="把輸入與輸出都變號，就是Softplus。先算Sigmoid再取對數，遠小於0的輸入會得到負無限大；這裡的寫法不會。",
    en_notes="With input and output negated it is softplus. The logarithm of a computed sigmoid is minus infinity far below 0; this form is not.",
)
