"""Identity returns its input unchanged.

It has no inventor. Networks use it where a layer is meant to stay linear, as at the output of a regression.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, flat


def value(x: Floats) -> Floats:
    return np.positive(x)  # a copy: the result never shares memory with the input


def slope(x: Floats) -> Floats:
    return np.where(np.isnan(x), x, 1.0)


identity = Activation(
    id="identity",
    name="Identity",
    formula="x",
    derivative_formula="1",
    second_formula="0",
    zh_hant="把輸入原封不動地輸出。",
    en="returns its input unchanged.",
    story=__doc__,
    family="linear",
    sources={},
    aliases={"linear": "keras, transformers"},
    value=value,
    slope=slope,
    second=flat,
    closed={
        "second_moment": "1",
        "slope_mean": "1",
        "slope_moment": "1",
        "gain": "1",
        "chi": "1",
    },
    zh_hant_notes="用它疊再多層，也只等於一個仿射層；它的位置在輸出層。",
    en_notes="However many layers of it are stacked, they make one affine layer; its place is the output layer.",
)
