"""Hard sigmoid draws the sigmoid with three straight strokes: 0, a ramp, 1.

It has no inventor on record, only forms. Courbariaux, Bengio and David use (x + 1) / 2 for the ramp: "BinaryConnect: training deep neural networks with binary
weights during propagations", 2015, arXiv:1511.00363. The ramp x / 6 + 1 / 2 comes from Howard and others, "Searching for
MobileNetV3", 2019, arXiv:1905.02244; 0.2 x + 1 / 2 from the Theano and Keras libraries.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat
from activation_functions.rounding import two_product, two_sum

# The ramp is a line through its foot: (x + offset width) / width. What the product rounds away is put back once the
# two terms have cancelled.


def value(x: Floats, width: float, offset: float) -> Floats:
    foot, rest = two_product(offset, np.asarray(width))
    return np.clip(((x + foot) + rest) / width, 0.0, 1.0)


# The foot and the top of the ramp are seldom doubles. On which side of them x lies is read off a sum that keeps what was rounded away.


def slope(x: Floats, width: float, offset: float) -> Floats:
    foot, rest = two_product(offset, np.asarray(width))
    top, top_rest = two_sum(foot, np.asarray(-width))
    ramp = ((x + foot) + rest > 0.0) & ((x + top) + (top_rest + rest) <= 0.0)
    return np.where(np.isnan(x), x, ramp / width)


hard_sigmoid = Activation(
    id="hard_sigmoid",
    name="Hard sigmoid",
    formula="max(0, min(x / width + offset, 1))",
    derivative_formula="0 if x / width + offset > 1 else 1 / width if x / width + offset > 0 else 0",
    second_formula="0",
    zh_hant="用三段直線畫出Sigmoid：0、一段斜坡、1。",
    en="draws the sigmoid with three straight strokes: 0, a ramp, 1.",
    story=__doc__,
    family="sigmoidal",
    sources={"courbariaux2015": "studied", "howard2019": "popularised"},
    aliases={"hardsigmoid": "torch, timm"},
    value=value,
    slope=slope,
    second=flat,
    parameters={"width": Parameter(default=6.0, above=0.0), "offset": Parameter(default=0.5)},
    kinks=(Kink(at="-offset * width", left="0", right="1 / width"), Kink(at="(1 - offset) * width", left="1 / width", right="0")),
    zh_hant_notes="斜率是width的倒數。預設的6與PyTorch、JAX、Keras 3相同；ONNX與舊版Keras取5，BinaryConnect取2。",
    en_notes="The slope is one over width. Its default 6 is that of PyTorch, JAX and Keras 3; ONNX and older Keras take 5, BinaryConnect 2.",
)
