"""Serf weighs its input by the erf of its softplus.

The log-softplus error activation function: Nag and Bhattacharyya, "SERF: towards better training of deep neural networks using log-softplus error
activation function", 2021, arXiv:2108.09598.
"""

import numpy as np
from scipy.special import erf

from activation_functions.activation import Activation, Floats
from activation_functions.bells import TWO_OVER_ROOT_PI, times_bell
from activation_functions.rounding import two_sum

# Far on the left the weight erf(ln(1 + e^x)) is 2 e^x / sqrt(pi), which gets too small for its digits before x times the weight does: there x
# meets the square root of e^x twice.


def value(x: Floats) -> Floats:
    x = np.maximum(x, -800.0)  # the value is below the smallest double by then, and -inf * 0 would be NaN
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    return np.where(x < -40.0, TWO_OVER_ROOT_PI * x * h * h, x * erf(_softplus(x)[0]))


def _softplus(x: Floats) -> tuple[Floats, Floats]:
    """s = ln(1 + e^x), and what its rounding drops on the right, where s is large and exp(-s^2) would magnify it."""
    return two_sum(np.maximum(x, 0.0), np.log1p(np.exp(-np.abs(x))))


# The derivative is erf(s) + c x sigma(x) exp(-s^2) with c = 2 / sqrt(pi), or c exp(-s^2) (B(s) + SiLU(x)) with B(s) = exp(s^2) erf(s) / c. The last
# factor vanishes at r, the bottom of the dip, where e^x is W and s is S. With d = x - r, m = W expm1(d) and t = s - S = log1p(m / (1 + W))
# it is B(s) - B(S) + d sigma(x) + r m / ((1 + w)(1 + W)). The first difference is a power series in t without a constant term,
# whose coefficients follow from B' = 1 + 2 s B.

ROOT, ROOT_REST = -1.193059968928188, 3.096701676302884e-17  # their sum is r to 32 digits
W, S, B = 0.3032917792739206, 0.2648932019108586, 0.27763950215224015


def _coefficients() -> list[float]:
    b = [B, 1.0 + 2.0 * S * B]
    while len(b) < 24:
        b.append(2.0 * (S * b[-1] + b[-2]) / len(b))
    return b[1:]


COEFFICIENTS = _coefficients()  # of (B(s) - B(S)) / t, in powers of t


def slope(x: Floats) -> Floats:
    left, right = np.clip(x, -800.0, 0.0), np.clip(x, -40.0, 30.0)
    h = np.exp(left / 2.0)
    w = h * h
    d = (left - ROOT) - ROOT_REST
    m = W * np.expm1(d)
    t = np.log1p(m / (1.0 + W))
    factor = t * np.polynomial.polynomial.polyval(t, COEFFICIENTS) + d * (w / (1.0 + w)) + ROOT * m / ((1.0 + w) * (1.0 + W))
    near_root = TWO_OVER_ROOT_PI * np.exp(-np.square(S + t)) * factor
    s, rest = _softplus(right)
    apart = erf(s) + times_bell(TWO_OVER_ROOT_PI * right / (1.0 + np.exp(-right)), s, rest)
    far_left = TWO_OVER_ROOT_PI * h * (1.0 + left) * h
    return np.where(x < -40.0, far_left, np.where(np.abs(d) < 1.0, near_root, apart))


# The second derivative is c exp(-s^2) sigma(x) (2 + x k(x)) with k = sigma(-x) - 2 s sigma(x). The last factor has a root b on either side of 0, where it is
# d k(x) + b (k(x) - k(b)), with d = x - b. The difference is -(1 + 2 S) (sigma(x) - sigma(b)) - 2 t sigma(x), and both terms have one sign.

BENDS, BENDS_REST = (-2.2564974802739743, 1.0960460404526293), (9.824466893013856e-17, -8.186839288346247e-17)
POWERS = (0.10471661520129813, 2.992311125353652)  # W, as above
SUMS = (0.09958884524763507, 1.3843702926251094)  # S


def second(x: Floats) -> Floats:
    x = np.clip(x, -800.0, 40.0)
    s, rest = _softplus(x)
    bend, bend_rest, power, at_bend = (np.where(x < 0.0, *pair) for pair in (BENDS, BENDS_REST, POWERS, SUMS))
    d = (x - bend) - bend_rest
    e = np.exp(-np.abs(x))
    p, q = np.where(x < 0.0, e, 1.0) / (1.0 + e), np.where(x < 0.0, 1.0, e) / (1.0 + e)  # sigma(x), sigma(-x)
    m = power * np.expm1(d)
    change = (1.0 + 2.0 * at_bend) * m * q / (1.0 + power) + 2.0 * np.log1p(m / (1.0 + power)) * p
    h = np.exp(np.minimum(x, 0.0) / 2.0)
    last = d * (q - 2.0 * s * p) - bend * change
    return times_bell(TWO_OVER_ROOT_PI / (1.0 + e) * h * last, s, rest) * h


serf = Activation(
    id="serf",
    name="Serf",
    formula="x * erf(log(1 + exp(x)))",
    derivative_formula="erf(log(1 + exp(x))) + 2 / sqrt(pi) * x * sigma(x) * exp(-log(1 + exp(x))**2)",
    second_formula="2 / sqrt(pi) * exp(-log(1 + exp(x))**2) * sigma(x) * (2 + x * (sigma(-x) - 2 * log(1 + exp(x)) * sigma(x)))",
    zh_hant="以輸入的Softplus值的誤差函數，來加權輸入。",
    en="weighs its input by the erf of its softplus.",
    story=__doc__,
    family="self_gated",
    sources={"nag2021": "introduced"},
    value=value,
    slope=slope,
    second=second,
    zh_hant_notes="它的作法與Mish相同，只是把tanh換成erf，所以在右邊更快地接近輸入本身。",
    en_notes="It is made as Mish is, with erf in the place of tanh, so on the right it comes to its input sooner.",
)
