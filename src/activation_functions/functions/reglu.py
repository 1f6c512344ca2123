"""ReGLU multiplies one half of its input by the ReLU of the other.

One of the gated units that Shazeer compared in transformers, "GLU variants improve transformer", 2020,
arXiv:2002.05202.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import relu
from activation_functions.functions.glu import halves, times


def value(x: Floats) -> Floats:
    a, b = halves(x)
    return times(a, relu.value(b))


def pullback(x: Floats, g: Floats) -> Floats:
    a, b = halves(x)
    return np.concatenate((times(g, relu.value(b)), times(g, times(a, relu.slope(b)))), axis=-1)


reglu = Activation(
    id="reglu",
    name="ReGLU",
    formula="x[i] * max(0, x[i + n])",
    jacobian="indicator(j == i) * max(0, x[i + n]) + indicator(j == i + n) * x[i] * indicator(x[i + n] > 0)",
    zh_hant="把輸入的前半乘上後半的ReLU。",
    en="multiplies one half of its input by the ReLU of the other.",
    zh_hant_notes="順序與GLU相同：經過ReLU的是後半；前半後半對調的程式也有。後半為零時，ReLU的導數取零。",
    en_notes="The order is that of GLU: the second half passes through ReLU; some code has it the other way round. Where the second half is 0, "
    "ReLU's derivative is taken as 0.",
    story=__doc__,
    family="gate",
    sources={"shazeer2020": "introduced"},
    value=value,
    pullback=pullback,
    width=0.5,
)
