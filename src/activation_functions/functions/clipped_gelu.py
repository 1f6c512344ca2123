"""Clipped GELU is GELU up to the value 10 and stays at 10 from there on.

Wu, Judd, Zhang, Isaev and Micikevicius cut GELU off for networks that compute in eight-bit integers: "Integer quantization for deep learning
inference: principles and empirical evaluation", 2020, arXiv:2004.09602. In transformers it is called gelu_10.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink
from activation_functions.functions import gelu

# GELU is 10 at 10 + 8e-23 or so. The double 10 lies on the left of this place, and the next larger one on the right.
LAST = 10.0


def value(x: Floats) -> Floats:
    return np.minimum(gelu.value(x), 10.0)


def slope(x: Floats) -> Floats:
    return np.where(x > LAST, 0.0, gelu.slope(x))


def second(x: Floats) -> Floats:
    return np.where(x > LAST, 0.0, gelu.second(x))


clipped_gelu = Activation(
    id="clipped_gelu",
    name="Clipped GELU",
    formula="min(x * Phi(x), 10)",
    derivative_formula="0 if x * Phi(x) > 10 else Phi(x) + x * phi(x)",
    second_formula="0 if x * Phi(x) > 10 else phi(x) * (2 - x**2)",
    zh_hant="在10以內就是GELU，此後一直停在10。",
    en="is GELU up to the value 10 and stays at 10 from there on.",
    story=__doc__,
    family="self_gated",
    sources={"wu2020": "introduced"},
    aliases={"gelu_10": "transformers"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="gelu_inverse(10)", left="Phi(gelu_inverse(10)) + gelu_inverse(10) * phi(gelu_inverse(10))", right="0"),),
    closed={"upper": "10", "inflection1.x": "-sqrt(2)", "inflection2.x": "sqrt(2)", "steepest": "Phi(sqrt(2)) + sqrt(2) * phi(sqrt(2))"},
    zh_hant_notes="transformers也把它截在−10以上，但GELU從不到那裡，所以沒有作用。它轉折在GELU等於10的地方：比10大一點，差距比雙精度數在那裡的間隔還小得多。",
    en_notes="transformers also cuts it off at -10, which GELU never reaches, so that this has no effect. It bends where GELU is 10: just above 10, and much nearer to it than doubles lie to one another there.",
)
