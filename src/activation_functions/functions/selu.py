"""SELU is ELU with two constants chosen so that mean 0 and variance 1 reproduce themselves from layer to layer.

The scaled exponential linear unit: Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks",
2017, arXiv:1706.02515.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter


def value(x: Floats, lam: float, alpha: float) -> Floats:
    # As in elu.py. On the left the product lam alpha is one constant: a rounding fewer.
    return np.copysign(lam * np.maximum(x, 0.0) + lam * alpha * np.expm1(np.minimum(x, 0.0)), x)


def slope(x: Floats, lam: float, alpha: float) -> Floats:
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x > 0.0, lam, lam * alpha * h * h)


def second(x: Floats, lam: float, alpha: float) -> Floats:
    return np.where(x > 0.0, 0.0, slope(x, lam, alpha))


selu = Activation(
    id="selu",
    name="SELU",
    formula="lam * x if x > 0 else lam * alpha * (exp(x) - 1)",
    derivative_formula="lam if x > 0 else lam * alpha * exp(x)",
    second_formula="0 if x > 0 else lam * alpha * exp(x)",
    zh_hant="是選定了兩個常數的ELU，使平均0、變異數1能一層一層保持下去。",
    en="is ELU with two constants chosen so that mean 0 and variance 1 reproduce themselves from layer to layer.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"klambauer2017": "introduced"},
    value=value,
    slope=slope,
    second=second,
    parameters={"lam": Parameter(default=1.0507009873554804934, above=0.0), "alpha": Parameter(default=1.6732632423543772848, above=0.0)},
    kinks=(Kink(at="0", left="lam * alpha", right="lam"),),
    closed={
        "lower": "-lam * alpha",
        "steepest": "lam * alpha",
        "fixed1.x": "-lam * alpha - lambertw(-lam * alpha * exp(-lam * alpha))",
        "mean": "lam * (1 / sqrt(2 * pi) + alpha * (exp(1 / 2) * Phi(-1) - 1 / 2))",
        "second_moment": "lam**2 * (1 / 2 + alpha**2 * (exp(2) * Phi(-2) - 2 * exp(1 / 2) * Phi(-1) + 1 / 2))",
        "slope_mean": "lam * (1 / 2 + alpha * exp(1 / 2) * Phi(-1))",
        "slope_moment": "lam**2 * (1 / 2 + alpha**2 * exp(2) * Phi(-2))",
    },
    zh_hant_notes="預設值是使標準常態的輸入保持平均0、變異數1的兩個數，捨入到float64。權重也要配合：平均0，變異數是輸入個數的倒數。",
    en_notes="The defaults are the numbers, rounded to float64, for which a standard normal input keeps mean 0 and variance 1. The weights must "
    "play along: mean 0, variance one over the number of inputs.",
)
