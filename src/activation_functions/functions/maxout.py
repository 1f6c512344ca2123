"""Maxout keeps the largest of several affine pieces, and so learns a convex curve of its own.

Goodfellow, Warde-Farley, Mirza, Courville and Bengio, "Maxout networks", 2013, arXiv:1302.4389. There the pieces of
one unit are affine functions of the layer's input; here they are already computed and stand along the axis.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    largest: Floats = np.max(x, axis=-1, keepdims=True)
    return largest + 0.0  # makes max(-0.0, 0.0), whose sign is left open, +0.0


def pullback(x: Floats, g: Floats) -> Floats:
    largest = np.max(x, axis=-1, keepdims=True)
    gradient = np.zeros(x.shape)
    np.put_along_axis(gradient, np.argmax(x, axis=-1, keepdims=True), g, axis=-1)
    tied = x == largest
    unsettled = tied & np.isinf(largest) & (tied.sum(axis=-1, keepdims=True) > 1)  # it depends on which grows faster
    return np.where(unsettled | np.isnan(largest), np.nan, gradient)


maxout = Activation(
    id="maxout",
    name="Maxout",
    formula="max(x[j] for j in range(n))",
    jacobian="indicator(x[j] == f)",
    zh_hant="留下幾個仿射片段裡最大的一個，由此學得一條凸曲線。",
    en="keeps the largest of several affine pieces, and so learns a convex curve of its own.",
    zh_hant_notes="片段沿軸排列，每組只留下一個數，所以這個軸會消失。有幾項並列最大時，梯度只給其中第一項。",
    en_notes="The pieces stand along the axis, one number is left of each group, and so the axis goes. Of several largest entries only the first gets the gradient.",
    story=__doc__,
    family="gate",
    sources={"goodfellow2013": "introduced"},
    value=value,
    pullback=pullback,
    width=0.0,
)
