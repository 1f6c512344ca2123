"""What a floating-point operation rounds away, kept, so that it can be put back.

The exponential turns an absolute error of its argument into a relative error of its result: exp(-700)
with an argument off by half a unit in the last place has lost eight bits. Where an argument is itself
a sum, a product or a square, these few lines compute what its rounding dropped.
"""

from __future__ import annotations

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
