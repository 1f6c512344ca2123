"""ELU keeps what is positive and bends what is negative smoothly towards -alpha.

The exponential linear unit: Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by
exponential linear units (ELUs)", ICLR 2016, arXiv:1511.07289.
"""

import numpy as np

from activations.activation import Activation, Floats, Kink, Parameter


def value(x: Floats, alpha: float) -> Floats:
    # expm1 keeps the digits that exp(x) - 1 loses near 0. Each summand is 0 on the other's side, and
    # copysign keeps -0.0, which the sum would lose.
    return np.copysign(np.maximum(x, 0.0) + alpha * np.expm1(np.minimum(x, 0.0)), x)


def slope(x: Floats, alpha: float) -> Floats:
    # alpha exp(x), with exp(x) as the square of h = exp(x / 2): a large alpha then meets h before
    # exp(x) has become too small to hold its digits.
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x > 0.0, 1.0, alpha * h * h)


elu = Activation(
    id="elu",
    name="ELU",
    formula="x if x > 0 else alpha * (exp(x) - 1)",
    derivative_formula="1 if x > 0 else alpha * exp(x)",
    second_formula="0 if x > 0 else alpha * exp(x)",
    zh_hant="保留正數，並讓負的一側平滑地彎向−α。",
    en="keeps what is positive and bends what is negative smoothly towards -alpha.",
    story=__doc__,
    sources=("clevert2016",),
    value=value,
    slope=slope,
    parameters={"alpha": Parameter(default=1.0, above=0.0)},
    kinks=(Kink(at="0", left="alpha", right="1"),),
    notes="With alpha = 1 both slopes agree, and the kink is gone.",
)
