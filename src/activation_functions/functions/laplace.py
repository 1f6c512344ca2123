"""Laplace is the distribution function of a normal variable: the chance that it falls below the input.

Ma, Zhou, Kong, He, Gui, Neubig, May and Zettlemoyer introduced it for attention, in the place of the square of ReLU:
"Mega: moving average equipped gated attention", 2023, arXiv:2209.10655. Despite its name it has nothing of the Laplace distribution.
"""

from math import pi, sqrt

import numpy as np

from activation_functions.activation import Activation, Floats, Parameter
from activation_functions.bells import held, times_bell, times_tail
from activation_functions.rounding import two_product, two_sum

ROOT_TWO, ROOT_TWO_REST = sqrt(2), -9.667293313452913e-17  # their sum is the square root of 2 to 32 digits

# With z = (mu - x) / (width sqrt 2) the value is erfc(z) / 2, and the derivative exp(-z^2) / (width sqrt(2 pi)). Both magnify what is
# rounded off z, so that is kept at each step.


def _argument(x: Floats, mu: float, width: float) -> tuple[Floats, Floats]:
    furthest = 2.0 * abs(mu) + 100.0 * width
    d, d_rest = two_sum(np.asarray(mu), -np.clip(x, -furthest, furthest))
    whole, whole_rest = two_product(ROOT_TWO, np.asarray(width))
    z = d / whole
    product, product_rest = two_product(whole, z)
    return held(z, (((d - product) - product_rest) + (d_rest - z * (whole_rest + ROOT_TWO_REST * width))) / whole)


def value(x: Floats, mu: float, width: float) -> Floats:
    return times_tail(0.5, *_argument(x, mu, width))


def slope(x: Floats, mu: float, width: float) -> Floats:
    return times_bell(1.0 / (sqrt(2 * pi) * width), *_argument(x, mu, width))


def second(x: Floats, mu: float, width: float) -> Floats:
    z, rest = _argument(x, mu, width)
    return times_bell(z / (sqrt(pi) * width * width), z, rest)


laplace = Activation(
    id="laplace",
    name="Laplace",
    formula="Phi((x - mu) / width)",
    derivative_formula="phi((x - mu) / width) / width",
    second_formula="-(x - mu) / width**3 * phi((x - mu) / width)",
    zh_hant="是常態隨機變數的分布函數：它小於輸入的機率。",
    en="is the distribution function of a normal variable: the chance that it falls below the input.",
    story=__doc__,
    family="sigmoidal",
    sources={"ma2023": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"mu": Parameter(default=sqrt(0.5)), "width": Parameter(default=sqrt(1 / (4 * pi)), above=0.0)},
    zh_hant_notes="預設值使μ處的值與斜率都和ReLU的平方相等；transformers把這些預設值捨入到六位小數。",
    en_notes="By its defaults, value and slope at mu are those of the square of ReLU; transformers rounds these defaults to six decimals.",
)
