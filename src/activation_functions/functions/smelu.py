"""SmeLU is ReLU with its corner replaced by a piece of a parabola; beta sets how wide a piece.

The smooth ReLU: Shamir, Lin and Coviello, "Smooth activations and reproducibility in deep networks", 2020,
arXiv:2010.09931. With beta = 1 it is SparsePlus, which is to sparsemax as softplus is to softmax; as a loss of
two classes it stands in Martins and Astudillo, 2016, arXiv:1602.02068, and in Blondel, Martins and Niculae, "Learning with Fenchel-Young losses", 2020, arXiv:1901.02324.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink, Parameter

# With u = (x + beta) / 2 the parabola is u^2 / beta, and its slope u / beta. Left of it u is held at 0.


def value(x: Floats, beta: float) -> Floats:
    u = _above(x, beta)
    return np.where(x > beta, x, u * (u / beta))


def slope(x: Floats, beta: float) -> Floats:
    return _above(x, beta) / beta


def second(x: Floats, beta: float) -> Floats:
    on_the_parabola = (x > -beta) & (x <= beta)
    return np.where(np.isnan(x), x, np.where(on_the_parabola, 0.5 / beta, 0.0))


def _above(x: Floats, beta: float) -> Floats:
    return np.maximum(np.minimum(x, beta) / 2.0 + beta / 2.0, 0.0)


smelu = Activation(
    id="smelu",
    name="SmeLU",
    formula="x if x > beta else (x + beta)**2 / (4 * beta) if x > -beta else 0",
    derivative_formula="1 if x > beta else (x + beta) / (2 * beta) if x > -beta else 0",
    second_formula="0 if x > beta else 1 / (2 * beta) if x > -beta else 0",
    zh_hant="把ReLU的轉角換成一段拋物線，β決定這一段有多寬。",
    en="is ReLU with its corner replaced by a piece of a parabola; beta sets how wide a piece.",
    story=__doc__,
    family="smooth_rectifier",
    sources={"shamir2020": "introduced", "martins2016": "studied", "blondel2020": "studied"},
    aliases={"sparse_plus": "keras, jax"},
    value=value,
    slope=slope,
    second=second,
    parameters={"beta": Parameter(default=1.0, above=0.0)},
    kinks=(Kink(at="-beta", left="0", right="0"), Kink(at="beta", left="1", right="1")),
    closed={
        "mean": "Phi(1) - 1 / 2 + phi(1) / 2",
        "second_moment": "(3 + 2 * Phi(1) - 2 * phi(1)) / 8",
        "slope_mean": "1 / 2",
        "slope_moment": "(1 - phi(1)) / 2",
    },
    zh_hant_notes="兩側的斜率在−β與β處都相等，跳躍的是二階導數。β=1時就是SparsePlus。",
    en_notes="At -beta and beta both slopes agree; there it is the second derivative that jumps. With beta = 1 it is SparsePlus.",
)
