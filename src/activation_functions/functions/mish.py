"""Mish weighs its input by the tanh of its softplus.

Misra, "Mish: a self regularized non-monotonic activation function", BMVC 2020, arXiv:1908.08681.
"""

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


# The second derivative is 4 p q^2 (2 (p^3 + 3p^2 q + 4pq^2 + 2q^3) + x (2q^3 + 2pq^2 - 3p^2 q - 2p^3)) / (p^2 + 2pq + 2q^2)^3,
# again for any p / q = e^x. The long factor meets the root of p q^2 twice.


def second(x: Floats) -> Floats:
    x = np.clip(x, -800.0, 800.0)
    p, q, root = np.exp(np.minimum(x, 0.0)), np.exp(-np.maximum(x, 0.0)), np.exp(np.minimum(x / 2.0, -x))
    bend = 2.0 * (p + q) * (p * p + 2.0 * p * q + 2.0 * q * q) + x * (2.0 * q * q * (p + q) - p * p * (2.0 * p + 3.0 * q))
    result: Floats = 4.0 * root * bend * root / (p * p + 2.0 * p * q + 2.0 * q * q) ** 3
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
