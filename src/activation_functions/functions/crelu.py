"""CReLU keeps the positive part and the negative part, side by side.

The concatenated ReLU: Shang, Sohn, Almeida and Lee, "Understanding and improving convolutional neural networks via
concatenated rectified linear units", 2016, arXiv:1603.05201.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import relu
from activation_functions.functions.glu import halves


def value(x: Floats) -> Floats:
    return np.concatenate((relu.value(x), relu.value(-x)), axis=-1)


def pullback(x: Floats, g: Floats) -> Floats:
    positive, negative = halves(g)
    return positive * relu.slope(x) - negative * relu.slope(-x)


crelu = Activation(
    id="crelu",
    name="CReLU",
    formula="max(0, x[i]) if i < n else max(0, -x[i - n])",
    jacobian="indicator(i == j) * indicator(x[j] > 0) - indicator(i == j + n) * indicator(x[j] < 0)",
    zh_hant="把正的部分與負的部分並排，兩份都留下。",
    en="keeps the positive part and the negative part, side by side.",
    zh_hant_notes="輸出沿軸有兩倍的長度：前半是x與0中較大的，後半是−x與0中較大的。在零處，兩份的導數都取零。",
    en_notes="The output is twice as long along the axis: first max(0, x), then max(0, -x). At 0 both derivatives are taken as 0.",
    story=__doc__,
    family="rectifier",
    sources={"shang2016": "introduced"},
    value=value,
    pullback=pullback,
    width=2.0,
)
