"""Identity returns its input unchanged.

It has no inventor. Networks use it where a layer is meant to stay linear, as at the output of a regression.
"""

import numpy as np

from activations.activation import Activation, Floats


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
    sources=(),
    value=value,
    slope=slope,
)
