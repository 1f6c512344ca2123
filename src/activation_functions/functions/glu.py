"""GLU lets one half of its input through, as far as the other half opens a sigmoid gate.

The gated linear unit: Dauphin, Fan, Auli and Grangier, "Language modeling with gated convolutional networks", 2017,
arXiv:1612.08083.
"""

import numpy as np

from activation_functions.activation import Activation, Floats
from activation_functions.functions import sigmoid

# A large a meets a gate that is all but shut: a sigma(b) is a number long after sigma(b) alone has become too small
# for its digits. Below -500 e^b is therefore taken as the square of its root, and a meets one root after the other.
SHUT = -500.0


def halves(x: Floats) -> tuple[Floats, Floats]:
    n = x.shape[-1] // 2
    return x[..., :n], x[..., n:]


def times(a: Floats, b: Floats) -> Floats:
    """a * b, where a factor of exactly 0 stays 0 beside an infinity: the limit while that factor rests."""
    product = a * b
    return np.where((a == 0.0) & np.isinf(b) | (b == 0.0) & np.isinf(a), 0.0, product)


def chained(g: Floats, a: Floats, slope: Floats) -> Floats:
    """g * a * slope, in the order that overflows only where the result does."""
    return np.where(np.abs(g) < 1.0, times(times(g, a), slope), times(g, times(a, slope)))


def root(b: Floats) -> Floats:
    """sqrt(e^b) for b far below 0; above 0 for every finite b, so that an infinity beside it stays one."""
    return np.maximum(np.exp(b / 2.0), np.where(np.isinf(b), 0.0, 5e-324))


def value(x: Floats) -> Floats:
    return gated(*halves(x))


def gated(a: Floats, b: Floats) -> Floats:
    y = a * sigmoid.value(b)
    shut = b < SHUT
    if shut.any():
        h = root(b[shut])
        y[shut] = a[shut] * h * h
    return y


def pullback(x: Floats, g: Floats) -> Floats:
    a, b = halves(x)
    steep = times(g, a * sigmoid.slope(b))
    flat = np.abs(b) > -SHUT  # sigma' is even
    if flat.any():
        h = root(-np.abs(b[flat]))
        steep[flat] = times(g[flat] * h, a[flat] * h)
    return np.concatenate((gated(g, b), steep), axis=-1)


glu = Activation(
    id="glu",
    name="GLU",
    formula="x[i] * sigma(x[i + n])",
    jacobian="indicator(j == i) * sigma(x[i + n]) + indicator(j == i + n) * x[i] * sigma(x[i + n]) * sigma(-x[i + n])",
    zh_hant="讓輸入的前半通過，通過多少，由後半經Sigmoid決定。",
    en="lets one half of its input through, as far as the other half opens a sigmoid gate.",
    zh_hant_notes="輸入沿軸切成前後兩半：前半通過，後半當閘門。PyTorch、JAX與Keras的glu都是這個順序。軸的長度必須是偶數。",
    en_notes="The input is cut in two along the axis: the first half passes, the second is the gate. The glu of PyTorch, JAX and Keras has the same order. "
    "The axis has an even length.",
    story=__doc__,
    family="gate",
    sources={"dauphin2017": "introduced"},
    value=value,
    pullback=pullback,
    width=0.5,
)
