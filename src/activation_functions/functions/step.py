"""Step answers 1 above 0, and 0 otherwise.

The all-or-none neuron: McCulloch and Pitts, "A logical calculus of the ideas immanent in nervous activity",
1943, doi:10.1007/BF02478259; Rosenblatt let it learn in "The perceptron", 1958, doi:10.1037/h0042519.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, flat


def value(x: Floats) -> Floats:
    return np.maximum(np.sign(x), 0.0)  # as np.heaviside(x, 0), without its branches, which random signs make slow


def slope(x: Floats) -> Floats:
    return np.where(np.isnan(x), x, 0.0)


step = Activation(
    id="step",
    name="Step",
    formula="1 if x > 0 else 0",
    derivative_formula="0",
    second_formula="0",
    zh_hant="大於0就回答1，否則回答0。",
    en="answers 1 above 0, and 0 otherwise.",
    story=__doc__,
    family="linear",
    sources={"mcculloch1943": "introduced", "rosenblatt1958": "popularised"},
    value=value,
    slope=slope,
    second=flat,
    kinks=(Kink(at="0", left="0", right="0", jump=True),),
    closed={
        "mean": "1 / 2",
        "second_moment": "1 / 2",
        "gain": "sqrt(2)",
    },
    zh_hant_notes="0處的值是約定：這裡取0，別處也有取1或1/2的。",
    en_notes="The value at 0 is a convention: here 0, elsewhere also 1 or 1/2.",
)
