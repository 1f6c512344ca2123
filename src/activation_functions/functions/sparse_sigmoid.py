"""Sparse sigmoid climbs from 0 to 1 along one straight line between -1 and 1, and is exactly 0 or 1 beyond.

The curve is older than its name, for which no inventor is on record; JAX and Keras call it so. It is sparsemax of the two scores x and 0: Martins
and Astudillo, "From softmax to sparsemax", 2016, arXiv:1602.02068. Courbariaux, Bengio and David used it before as their hard
sigmoid: "BinaryConnect: training deep neural networks with binary weights during propagations", 2015, arXiv:1511.00363.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.clip(0.5 * (x + 1.0), 0.0, 1.0)


def slope(x: Floats) -> Floats:
    inside = (x > -1.0) & (x <= 1.0)
    return np.where(np.isnan(x), x, 0.5 * inside)


sparse_sigmoid = Activation(
    id="sparse_sigmoid",
    name="Sparse sigmoid",
    formula="min(max((x + 1) / 2, 0), 1)",
    derivative_formula="0 if x > 1 else 1 / 2 if x > -1 else 0",
    second_formula="0",
    zh_hant="在−1與1之間沿一條直線由0升到1，在外面恰好是0或1。",
    en="climbs from 0 to 1 along one straight line between -1 and 1, and is exactly 0 or 1 beyond.",
    story=__doc__,
    family="sigmoidal",
    sources={"courbariaux2015": "anticipated", "martins2016": "studied"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="-1", left="0", right="1 / 2"), Kink(at="1", left="1 / 2", right="0")),
    closed={
        "slope_mean": "Phi(1) - 1 / 2",
        "slope_moment": "(2 * Phi(1) - 1) / 4",
    },
    zh_hant_notes="它就是width為2的Hard sigmoid。SparsePlus的斜率是它，正如Softplus的斜率是Sigmoid。",
    en_notes="It is the hard sigmoid of width 2. It is the slope of SparsePlus, as the sigmoid is the slope of softplus.",
)
