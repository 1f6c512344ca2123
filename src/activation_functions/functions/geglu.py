"""GEGLU multiplies one half of its input by the GELU of the other.

One of the gated units that Shazeer compared in transformers, "GLU variants improve transformer", 2020,
arXiv:2002.05202.
"""

from math import pi, sqrt

import numpy as np
from scipy.special import erfcx

from activation_functions.activation import Activation, Floats
from activation_functions.functions import gelu
from activation_functions.functions.glu import chained, halves, times
from activation_functions.functions.swiglu import TINY
from activation_functions.rounding import half_gaussian, times_gaussian

# As in glu.py, a meets the falling exponential in two steps where the gate is all but shut. GELU(b) and its slope are
# e^(-b^2 / 2) times b M and b + M, with M = sqrt(pi / 2) erfcx(-b / sqrt 2), over sqrt(2 pi); see gelu.py.
SHUT = -20.0
LEAST = -54.0  # a GELU(b) is 0 by then, whatever the finite a; an infinite a stays infinite


def value(x: Floats) -> Floats:
    return gated(*halves(x))


def gated(a: Floats, b: Floats) -> Floats:
    y = times(a, gelu.value(b))
    tiny = np.abs(b) < TINY
    if tiny.any():
        y[tiny] = times(a[tiny], b[tiny]) / 2.0
    shut = b < SHUT
    if shut.any():
        near = np.maximum(b[shut], LEAST)
        y[shut] = _settled(b[shut], times_gaussian(a[shut] * (near * erfcx(-near / sqrt(2)) / 2.0), near))
    return y


def pullback(x: Floats, g: Floats) -> Floats:
    a, b = halves(x)
    steep = chained(g, a, gelu.slope(b))
    shut = b < SHUT
    if shut.any():
        near = np.maximum(b[shut], LEAST)
        root, rest = half_gaussian(near)
        slope = (near + sqrt(pi / 2) * erfcx(-near / sqrt(2))) * rest / sqrt(2 * pi)
        steep[shut] = times(g[shut] * root, _settled(b[shut], a[shut] * root * slope))
    return np.concatenate((gated(g, b), steep), axis=-1)


def _settled(b: Floats, y: Floats) -> Floats:
    """Where both halves are infinite the product has no limit."""
    return np.where(np.isinf(b) & np.isinf(y), np.nan, y)


geglu = Activation(
    id="geglu",
    name="GEGLU",
    formula="x[i] * x[i + n] * Phi(x[i + n])",
    jacobian="indicator(j == i) * x[i + n] * Phi(x[i + n]) + indicator(j == i + n) * x[i] * (Phi(x[i + n]) + x[i + n] * phi(x[i + n]))",
    zh_hant="把輸入的前半乘上後半的GELU。",
    en="multiplies one half of its input by the GELU of the other.",
    zh_hant_notes="順序與GLU相同：經過GELU的是後半。vLLM等程式讓前半經過GELU，使用前先把兩半對調。這裡的GELU是含誤差函數的精確形式。",
    en_notes="The order is that of GLU: the second half passes through GELU. Other code, such as vLLM, puts the half for GELU first; swap the halves for it. "
    "GELU is the exact form with the error function.",
    story=__doc__,
    family="gate",
    sources={"shazeer2020": "introduced"},
    value=value,
    pullback=pullback,
    width=0.5,
)
