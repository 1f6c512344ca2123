"""What a floating-point operation rounds away, kept, so that it can be put back.

The exponential turns an absolute error of its argument into a relative error of its result: exp(-700)
with an argument off by half a unit in the last place has lost eight bits. Where an argument is itself
a sum, a product or a square, these few lines compute what its rounding dropped.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from math import factorial

import numpy as np
from numpy.typing import ArrayLike

from activation_functions.activation import Floats


def two_sum(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    """The rounded sum and exactly what the rounding dropped (Knuth, The Art of Computer Programming 2, 4.2.2)."""
    total = a + b
    b_seen = total - a
    return total, (a - (total - b_seen)) + (b - b_seen)


def two_product(a: ArrayLike, b: Floats) -> tuple[Floats, Floats]:
    """The rounded product and exactly what the rounding dropped (Dekker 1971); |a|, |b| of moderate size.

    Each factor is cut into halves of 26 bits, whose products are exact (Veltkamp's splitting). A power of two drops nothing.
    """
    product = np.multiply(a, b)
    if np.ndim(a) == 0 and abs(np.frexp(a)[0]) == 0.5:
        return product, np.zeros_like(product)
    (a_high, a_low), (b_high, b_low) = _halves(np.asarray(a)), _halves(b)
    return product, a_low * b_low - (((product - a_high * b_high) - a_low * b_high) - a_high * b_low)


def _halves(a: Floats) -> tuple[Floats, Floats]:
    shifted = a * (2.0**27 + 1.0)
    high = shifted - (shifted - a)
    return high, a - high


def exponent(x: Floats, rate: float | Floats, rest: float | Floats = 0.0) -> tuple[Floats, Floats]:
    """(rate + rest) * x, and what its rounding drops.

    The product is held between -1500 and 1500: of larger ones the exponential is 0 or infinite, and two_product could not cut them.
    """
    limit = np.minimum(1500.0 / np.abs(np.asarray(rate)), 1e300)
    x = np.minimum(np.maximum(x, -limit), limit)
    product, dropped = two_product(rate, x)
    return product, dropped + rest * x


def exp(t: Floats, dropped: float | Floats) -> Floats:
    """The exponential of t + dropped, where dropped is small: what exp alone would magnify is put back as a share of the result."""
    e: Floats = np.exp(t)
    return e + e * dropped


# e^x in two words, for an exponential inside another one. With the step k nearest to 32 x it is e^(k/32), of which a table holds both
# words, times e^r, where r = x - k/32 is exact and at most 1/64. Of e^r the terms 1 and r are set apart; those beyond are so small
# that one word is enough.

STEPS, LAST = 32, 7
SERIES = [1.0 / factorial(k) for k in range(8, 1, -1)]  # of (e^r - 1 - r) / r^2, the highest power first


def _powers() -> Floats:
    """e^(k/32) up to e^7, and what rounding it drops."""
    with localcontext(prec=40):
        powers = [(Decimal(k) / STEPS).exp() for k in range(LAST * STEPS + 1)]
        return np.array([(float(power), float(power - Decimal(float(power)))) for power in powers]).T


POWERS, POWERS_REST = _powers()


def exp_in_two(x: Floats) -> tuple[Floats, Floats]:
    """The exponential of 0 <= x <= 7, rounded, and what its rounding drops, to 64 bits or so."""
    k = np.rint(STEPS * x)
    r = x - k / STEPS
    power, power_rest = (words[k.astype(np.intp)] for words in (POWERS, POWERS_REST))
    step, step_rest = two_product(power, r)
    first, first_rest = two_sum(power, step)
    return two_sum(first, first_rest + step_rest + power * (r * r * np.polyval(SERIES, r)) + power_rest * (1.0 + r))


def total(terms: Floats) -> Floats:
    """The sum over the last axis, which is kept with length 1.

    The two halves of the axis are added until one entry is left, which fixes the order of the
    additions; what they drop is summed beside them and put back at the end.
    """
    dropped = np.zeros((*terms.shape[:-1], 1))
    while (length := terms.shape[-1]) > 1:
        half = length // 2
        sums, errors = two_sum(terms[..., :half], terms[..., half : 2 * half])
        dropped += errors.sum(axis=-1, keepdims=True)
        terms = np.concatenate((sums, terms[..., 2 * half :]), axis=-1)
    return terms + dropped


def times_gaussian(a: Floats, x: Floats) -> Floats:
    """a * exp(-x**2 / 2) for |x| <= 40, to the last digits also where exp(-x**2 / 2) alone would vanish.

    The large exponential is taken as the square of its root, so that a meets it before it gets too small.
    """
    root, rest = half_gaussian(x)
    result: Floats = a * root * root * rest
    return result


def half_gaussian(x: Floats) -> tuple[Floats, Floats]:
    """Two factors of exp(-x**2 / 2) for |x| <= 54: root, whose square it nearly is, and rest, close to 1: root**2 * rest.

    x is cut into a float32 part, whose square is exact, and a rest r: x**2 = high**2 + r * (x + high).
    """
    high = x.astype(np.float32).astype(np.float64)
    return np.exp(-high * high / 4.0), np.exp(-(x - high) * (x + high) / 2.0)
