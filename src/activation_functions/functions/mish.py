"""Mish weighs its input by the tanh of its softplus.

Misra, "Mish: a self regularized non-monotonic activation function", BMVC 2020, arXiv:1908.08681.
"""

from collections.abc import Sequence

import numpy as np

from activation_functions.activation import Activation, Floats

# tanh(ln(1 + e^x)) = w (w + 2) / (w (w + 2) + 2) = w / (w + 2 / (w + 2)) with w = e^x: nothing cancels. As for SiLU,
# x is divided first and meets the square root h of w twice, because w gets too small for its digits before x w does.


def value(x: Floats) -> Floats:
    x = np.maximum(x, -800.0)  # the value is below the smallest double by then, and -inf * 0 would be NaN
    h = np.minimum(np.exp(0.5 * x), 2.0**14)  # the weight is 1 from there on, and a power of two divides and multiplies exactly
    w = h * h
    y: Floats = x / (w + 2.0 / (w + 2.0)) * h * h
    return y


# The derivative is e^x w / (e^2x + 2e^x + 2)^2 with w = 4(x + 1) + (4x + 6) e^x + 4 e^2x + e^3x. On the left w
# passes through 0 at the bottom of the dip. Written around that root r, with d = x - r and e^x = E (1 + m), where
# E = e^r and m = expm1(d), it has no constant term, and all its terms have the sign of d. On the right all terms
# are positive once the powers of e^x are divided out.

ROOT, ROOT_REST = -1.1924312145154952, -4.8484829848031044e-17  # their sum is r to 32 digits
E = 0.3034825352815289


def slope(x: Floats) -> Floats:
    left, right = np.clip(x, -800.0, 0.0), np.clip(x, 0.0, 800.0)
    h = np.exp(left / 2.0)
    p = h * h
    d = (left - ROOT) - ROOT_REST
    m = np.expm1(d)
    w = 4.0 * d * (1.0 + p) + E * m * ((4.0 * ROOT + 6.0) + E * (4.0 * (2.0 + m) + E * (3.0 + m * (3.0 + m))))
    on_the_left = h * w * h / np.square(p * p + 2.0 * p + 2.0)
    q = np.exp(-right)
    on_the_right = (1.0 + q * (4.0 + q * (4.0 * right + 6.0 + q * (4.0 * right + 4.0)))) / np.square(1.0 + 2.0 * q + 2.0 * q * q)
    return np.where(x > 0.0, on_the_right, on_the_left)


# The second derivative is 4 p q^2 F / (p^2 + 2pq + 2q^2)^3 with F = 2p^3 + 6p^2 q + 8pq^2 + 4q^3 + x (-2p^3 - 3p^2 q + 2pq^2 + 2q^3),
# again for any p / q = e^x; F meets the root of p q^2 twice. With q = 1 on the left and p = 1 on the right it is P(e) + x Q(e), where
# e = exp(-|x|). On either side it passes through 0 at a bend b, where e is B. With d = x - b it is therefore
# P(e) - P(B) + d Q(e) + b (Q(e) - Q(B)), and the two differences are e - B, which expm1 knows to the last digit, times a polynomial.

LEFT = 1.0, -2.256376396360793, -1.0703174875019247e-16, 0.10472929546651437, (4.0, 8.0, 6.0, 2.0), (2.0, 2.0, -3.0, -2.0)
RIGHT = -1.0, 1.4905711794854284, 7.126036715834263e-17, 0.22524396405848376, (2.0, 6.0, 8.0, 4.0), (-2.0, -3.0, 2.0, 2.0)
# the sign of x in the exponent of e, b in two words, B, and the coefficients of P and Q from the constant one on


def second(x: Floats) -> Floats:
    x = np.clip(x, -800.0, 800.0)
    e, root = np.exp(-np.abs(x)), np.exp(np.minimum(x / 2.0, -x))
    factor = np.where(x < 0.0, _factor(x, e, *LEFT), _factor(x, e, *RIGHT))
    below = np.where(x < 0.0, e * e + 2.0 * e + 2.0, 1.0 + 2.0 * e + 2.0 * e * e)
    result: Floats = 4.0 * root * factor * root / below**3
    return result


def _factor(x: Floats, e: Floats, side: float, bend: float, rest: float, at_bend: float, p: Sequence[float], q: Sequence[float]) -> Floats:
    d = (x - bend) - rest
    change = at_bend * np.expm1(side * d)  # e - B
    square = e * e + e * at_bend + at_bend * at_bend
    change_of_p, change_of_q = (change * (c[1] + c[2] * (e + at_bend) + c[3] * square) for c in (p, q))
    result: Floats = change_of_p + d * (q[0] + e * (q[1] + e * (q[2] + e * q[3]))) + bend * change_of_q
    return result


mish = Activation(
    id="mish",
    name="Mish",
    formula="x * tanh(log(1 + exp(x)))",
    derivative_formula="tanh(log(1 + exp(x))) + x * sigma(x) * (1 - tanh(log(1 + exp(x)))**2)",
    second_formula="sigma(x) * (1 - tanh(log(1 + exp(x)))**2) * (2 + x * (sigma(-x) - 2 * sigma(x) * tanh(log(1 + exp(x)))))",
    zh_hant="以輸入的Softplus值的雙曲正切，來加權輸入。",
    en="weighs its input by the tanh of its softplus.",
    story=__doc__,
    family="self_gated",
    sources={"misra2020": "introduced"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="左側有一個淺谷，輸出會略低於0，所以它不單調。",
    en_notes="It dips a little below 0 on the left, so it is not monotone.",
)
