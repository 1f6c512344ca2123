"""RReLU keeps what is positive and scales what is negative by a slope drawn at random; without a draw, by the mean slope.

The randomized leaky ReLU: Xu, Wang, Chen and Li, "Empirical evaluation of rectified activations in convolutional
network", 2015, arXiv:1505.00853. They say that it was first used in a
Kaggle competition. Training draws a slope for every entry; a trained network uses the mean.
"""

from collections.abc import Mapping

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat
from activation_functions.functions import leaky_relu

Bound = float | Floats


def value(x: Floats, lower: Bound, upper: Bound) -> Floats:
    return leaky_relu.value(x, (lower + upper) / 2.0)


def slope(x: Floats, lower: Bound, upper: Bound) -> Floats:
    return leaky_relu.slope(x, (lower + upper) / 2.0)


def draw(rng: np.random.Generator, shape: tuple[int, ...], lower: float, upper: float) -> Mapping[str, Floats]:
    """One slope an entry, uniform between the bounds: both bounds are set to it, and so is their mean."""
    share = rng.random(shape)
    drawn = (1.0 - share) * lower + share * upper
    return {"lower": drawn, "upper": drawn}


rrelu = Activation(
    id="rrelu",
    name="RReLU",
    formula="x if x > 0 else (lower + upper) / 2 * x",
    derivative_formula="1 if x > 0 else (lower + upper) / 2",
    second_formula="0",
    zh_hant="保留正數，負數則乘上隨機抽出的斜率；不抽時乘上斜率的平均。",
    en="keeps what is positive and scales what is negative by a slope drawn at random; without a draw, by the mean slope.",
    story=__doc__,
    family="rectifier",
    sources={"xu2015": "introduced"},
    value=value,
    slope=slope,
    second=flat,
    draw=draw,
    parameters={"lower": Parameter(default=1 / 8), "upper": Parameter(default=1 / 3)},
    kinks=(Kink(at="0", left="(lower + upper) / 2", right="1"),),
    closed={
        "slope.left": "(lower + upper) / 2",
        "mean": "(1 - (lower + upper) / 2) / sqrt(2 * pi)",
        "second_moment": "(1 + ((lower + upper) / 2)**2) / 2",
        "slope_mean": "(1 + (lower + upper) / 2) / 2",
        "slope_moment": "(1 + ((lower + upper) / 2)**2) / 2",
        "chi": "1",
    },
    zh_hant_notes="公式是不給rng時的情形；給了rng，每個元素各抽一個斜率。",
    en_notes="The formula is that of a call without rng; with one, every entry draws its own slope.",
)
