"""PReLU keeps what is positive and learns how much of what is negative leaks through.

The parametric ReLU: He, Zhang, Ren and Sun, "Delving deep into rectifiers: surpassing human-level performance
on ImageNet classification", ICCV 2015, doi:10.1109/ICCV.2015.123, arXiv:1502.01852.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter, flat
from activation_functions.functions.leaky_relu import slope, value


def partial_alpha(x: Floats, alpha: float | Floats) -> Floats:
    return np.minimum(x, 0.0) + 0.0  # the negative part of x, whatever alpha; + 0.0 settles the sign of 0


prelu = Activation(
    id="prelu",
    name="PReLU",
    formula="x if x > 0 else alpha * x",
    derivative_formula="1 if x > 0 else alpha",
    second_formula="0",
    zh_hant="保留正數，負數要漏過多少則由訓練學得。",
    en="keeps what is positive and learns how much of what is negative leaks through.",
    story=__doc__,
    family="rectifier",
    sources={"he2015": "introduced"},
    value=value,
    slope=slope,
    second=flat,
    partial={"alpha": partial_alpha},
    parameters={"alpha": Parameter(default=0.25, learned=True)},
    kinks=(Kink(at="0", left="alpha", right="1"),),
    closed={
        "mean": "(1 - alpha) / sqrt(2 * pi)",
        "second_moment": "(1 + alpha**2) / 2",
        "slope_mean": "(1 + alpha) / 2",
        "slope_moment": "(1 + alpha**2) / 2",
        "gain": "sqrt(2 / (1 + alpha**2))",
        "chi": "1",
    },
    zh_hant_notes="α的初始值各函式庫不同：PyTorch是1/4，Keras是0。",
    en_notes="Libraries start alpha differently: PyTorch at 1/4, Keras at 0.",
)
