"""SwiGLU multiplies one half of its input by the SiLU of the other.

One of the gated units that Shazeer compared in transformers, "GLU variants improve transformer", 2020,
arXiv:2002.05202.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import silu
from activation_functions.functions.glu import SHUT, chained, halves, root, times

# Far below 0 a meets the exponential in two steps, as in glu.py; SiLU(b) is b e^b there. Close to 0 SiLU(b) is b / 2,
# and a comes first: SiLU(b) alone may be too small for its digits.
LEAST = -2000.0  # a SiLU(b) is 0 by then, whatever the finite a
TINY = 1e-20


def value(x: Floats) -> Floats:
    return gated(*halves(x))


def gated(a: Floats, b: Floats) -> Floats:
    y = times(a, silu.value(b))
    tiny = np.abs(b) < TINY
    if tiny.any():
        y[tiny] = times(a[tiny], b[tiny]) / 2.0
    shut = b < SHUT
    if shut.any():
        h = root(b[shut])
        y[shut] = a[shut] * h * (np.maximum(b[shut], LEAST) * h)
    return y


def pullback(x: Floats, g: Floats) -> Floats:
    a, b = halves(x)
    steep = chained(g, a, silu.slope(b))
    shut = b < SHUT
    if shut.any():  # SiLU'(b) is (1 + b) e^b there, to all digits
        h = root(b[shut])
        steep[shut] = times(g[shut] * h, a[shut] * h * (1.0 + np.maximum(b[shut], LEAST)))
    return np.concatenate((gated(g, b), steep), axis=-1)


swiglu = Activation(
    id="swiglu",
    name="SwiGLU",
    formula="x[i] * x[i + n] * sigma(x[i + n])",
    jacobian="indicator(j == i) * x[i + n] * sigma(x[i + n]) + indicator(j == i + n) * x[i] * sigma(x[i + n]) * (1 + x[i + n] * sigma(-x[i + n]))",
    zh_hant="把輸入的前半乘上後半的SiLU。",
    en="multiplies one half of its input by the SiLU of the other.",
    zh_hant_notes="順序與GLU相同：經過SiLU的是後半。vLLM等語言模型的程式則讓前半經過SiLU，使用前先把兩半對調。",
    en_notes="The order is that of GLU: the second half passes through SiLU. Code of language models, such as vLLM, often puts the half for SiLU first; "
    "swap the halves for it.",
    story=__doc__,
    family="gate",
    sources={"shazeer2020": "introduced"},
    value=value,
    pullback=pullback,
    width=0.5,
)
