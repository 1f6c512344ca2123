"""Leaky ReLU keeps what is positive and lets a small share of what is negative leak through.

Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML workshop on
deep learning for audio, speech and language processing, 2013.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat


def value(x: Floats, alpha: float | Floats) -> Floats:
    # The slope times x keeps -0.0 and NaN. Only 0 * infinity needs care: for alpha = 0 the limit on
    # the left is 0, so x stops there at the lowest finite number.
    floor = np.where(np.equal(alpha, 0.0), np.finfo(np.float64).min, -np.inf)
    return np.maximum(x, floor) * slope(x, alpha)


def slope(x: Floats, alpha: float | Floats) -> Floats:
    right = np.maximum(np.sign(x), 0.0)  # 1 right of the kink, 0 at it and left of it, NaN at NaN
    return right + alpha * (1.0 - right)


leaky_relu = Activation(
    id="leaky_relu",
    name="Leaky ReLU",
    formula="x if x > 0 else alpha * x",
    derivative_formula="1 if x > 0 else alpha",
    second_formula="0",
    zh_hant="保留正數，並讓負數的一小部分漏過去。",
    en="keeps what is positive and lets a small share of what is negative leak through.",
    story=__doc__,
    family="rectifier",
    sources={"maas2013": "introduced", "xu2015": "studied"},
    value=value,
    slope=slope,
    second=flat,
    parameters={"alpha": Parameter(default=0.01)},
    kinks=(Kink(at="0", left="alpha", right="1"),),
    closed={
        "mean": "(1 - alpha) / sqrt(2 * pi)",
        "second_moment": "(1 + alpha**2) / 2",
        "slope_mean": "(1 + alpha) / 2",
        "slope_moment": "(1 + alpha**2) / 2",
        "gain": "sqrt(2 / (1 + alpha**2))",
        "chi": "1",
        "slope.left": "alpha",
    },
    zh_hant_notes="各函式庫預設的α不同；這裡的預設與PyTorch、JAX、ONNX相同。",
    en_notes="The default alpha differs between libraries; this one is that of PyTorch, JAX and ONNX.",
)
