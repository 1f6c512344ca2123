"""Exponential turns sums into products: a step of 1 multiplies its output by e, and the output is always above 0.

As an activation function it has no inventor. Keras offers it under this name, and softmax is made of it.
"""

import numpy as np

from activation_functions.activation import Activation, Floats


def value(x: Floats) -> Floats:
    y: Floats = np.exp(x)
    return y


exponential = Activation(
    id="exponential",
    name="Exponential",
    formula="exp(x)",
    derivative_formula="exp(x)",
    second_formula="exp(x)",
    zh_hant="把加法變成乘法：輸入每多1，輸出就乘上e一次，而且永遠大於0。",
    en="turns sums into products: a step of 1 multiplies its output by e, and the output is always above 0.",
    story=__doc__,
    family="smooth_rectifier",
    sources={},
    aliases={"exp": "torch, tensorflow, jax, onnx"},
    value=value,
    slope=value,
    second=value,
    closed={
        "mean": "exp(1 / 2)",
        "second_moment": "exp(2)",
        "slope_mean": "exp(1 / 2)",
        "slope_moment": "exp(2)",
        "gain": "exp(-1)",
        "chi": "1",
    },
    zh_hant_notes="它的各階導數都是它自己。輸入稍大就會溢位，所以用在輸出必須大於0的地方，而不是隱藏層。",
    en_notes="Each of its derivatives is the function itself. It overflows at inputs that are not large, so its place is where an output has to be positive, and not a hidden layer.",
)
