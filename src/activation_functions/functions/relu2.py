"""Squared ReLU squares what is positive and turns the rest into 0.

Half-squaring in models of vision: Heeger, "Half-squaring in responses of cat striate cells", Visual Neuroscience 9,
1992. An architecture search found it for language models: So and others, "Primer: searching for efficient
transformers for language modeling", 2021, arXiv:2109.08668.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink


def value(x: Floats) -> Floats:
    return np.square(np.maximum(x, 0.0))


def slope(x: Floats) -> Floats:
    return 2.0 * np.maximum(x, 0.0) + 0.0  # + 0.0 makes max(-0.0, 0), whose sign is left open, +0.0


def second(x: Floats) -> Floats:
    return 2.0 * np.maximum(np.sign(x), 0.0)


relu2 = Activation(
    id="relu2",
    name="Squared ReLU",
    formula="max(0, x)**2",
    derivative_formula="2 * max(0, x)",
    second_formula="2 if x > 0 else 0",
    zh_hant="把正數平方，把其餘的都變成0。",
    en="squares what is positive and turns the rest into 0.",
    story=__doc__,
    family="rectifier",
    sources={"heeger1992": "introduced", "so2021": "popularised"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="0", left="0", right="0"),),
    closed={
        "mean": "1 / 2",
        "second_moment": "3 / 2",
        "slope_mean": "sqrt(2 / pi)",
        "slope_moment": "2",
        "gain": "sqrt(2 / 3)",
        "chi": "4 / 3",
    },
    zh_hant_notes="兩側的斜率在0處相等，跳躍的是二階導數。斜率沒有上界。",
    en_notes="Both slopes agree at 0; there it is the second derivative that jumps. Its slope has no bound.",
)
