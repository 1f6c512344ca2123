"""Sign answers 1 above 0, -1 below 0, and 0 at 0.

A classical function with no inventor, close to the all-or-none neuron of McCulloch and Pitts, 1943,
doi:10.1007/BF02478259, and Rosenblatt's perceptron, 1958, doi:10.1037/h0042519, whose answers are 0 and 1. Networks of
it are trained with a stand-in for its slope: Courbariaux and others, "Binarized neural networks", 2016, arXiv:1602.02830.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.sign(x)


def slope(x: Floats) -> Floats:
    return np.where(np.isnan(x), x, 0.0)


sign = Activation(
    id="sign",
    name="Sign",
    formula="1 if x > 0 else (-1 if x < 0 else 0)",
    derivative_formula="0",
    second_formula="0",
    zh_hant="大於0就回答1，小於0就回答−1，等於0就回答0。",
    en="answers 1 above 0, -1 below 0, and 0 at 0.",
    story=__doc__,
    family="linear",
    sources={"mcculloch1943": "studied", "rosenblatt1958": "studied", "courbariaux2016": "popularised"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="0", left="0", right="0", jump=True),),
    closed={
        "second_moment": "1",
        "gain": "1",
    },
    zh_hant_notes="凡是可微的地方斜率都是0，梯度通不過；訓練時多用別的斜率代替。",
    en_notes="Its slope is 0 wherever it has one, so no gradient passes; training puts another slope in its place.",
)
