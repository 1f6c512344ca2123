"""SQNL climbs from -1 to 1 along two arcs of a parabola, and is flat beyond -2 and 2.

The square nonlinearity: Wuraola and Patel, "SQNL: a new computationally efficient activation function", IJCNN 2018,
doi:10.1109/IJCNN.2018.8489043.
"""

import numpy as np

from activation_functions.activation import Activation, Floats, Kink


def value(x: Floats) -> Floats:
    y = np.clip(x, -2.0, 2.0)
    return y * (1.0 - np.abs(y) / 4.0)


def slope(x: Floats) -> Floats:
    return np.maximum(1.0 - np.abs(x) / 2.0, 0.0)


def second(x: Floats) -> Floats:
    outside, rising = (x > 2.0) | (x <= -2.0), x <= 0.0
    return np.where(np.isnan(x), x, np.where(outside, 0.0, np.where(rising, 0.5, -0.5)))


sqnl = Activation(
    id="sqnl",
    name="SQNL",
    formula="1 if x > 2 else x - x**2 / 4 if x > 0 else x + x**2 / 4 if x > -2 else -1",
    derivative_formula="0 if x > 2 else 1 - x / 2 if x > 0 else 1 + x / 2 if x > -2 else 0",
    second_formula="0 if x > 2 else -1 / 2 if x > 0 else 1 / 2 if x > -2 else 0",
    zh_hant="沿著兩段拋物線從−1升到1，在−2與2之外是平的。",
    en="climbs from -1 to 1 along two arcs of a parabola, and is flat beyond -2 and 2.",
    story=__doc__,
    family="sigmoidal",
    sources={"wuraola2018": "introduced"},
    value=value,
    slope=slope,
    second=second,
    kinks=(Kink(at="-2", left="0", right="0"), Kink(at="0", left="1", right="1"), Kink(at="2", left="0", right="0")),
    zh_hant_notes="在−2、0與2處，兩側的斜率相等，跳躍的是二階導數。",
    en_notes="At -2, 0 and 2 both slopes agree; there it is the second derivative that jumps.",
)
