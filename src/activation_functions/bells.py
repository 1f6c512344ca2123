"""The bell curve exp(-z^2) and the tail under it, of an argument in two words: both magnify what rounding z drops."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np
from scipy.special import erfc, erfcx

from activation_functions.arrays import Floats

FURTHEST = 40.0
"""Beyond it exp(-z^2) is below the smallest double, also after it has met the largest factors."""

TWO_OVER_ROOT_PI = 2.0 / sqrt(pi)


def held(z: Floats, rest: Floats) -> tuple[Floats, Floats]:
    """The two words of an argument, cut where the bell has long been 0."""
    return np.clip(z, -FURTHEST, FURTHEST), np.where(np.abs(z) < FURTHEST, rest, 0.0)


def times_bell(a: float | Floats, z: Floats, rest: float | Floats = 0.0) -> Floats:
    """a * exp(-(z + rest)**2) for |z| <= FURTHEST.

    z is cut into a float32 part, whose square is exact, and what is left. Far out the large exponential is taken as the square of its
    root, so that a meets it before it gets too small for its digits.
    """
    high = z.astype(np.float32).astype(np.float64)
    root = np.exp(-0.5 * high * high)
    large = np.where(np.abs(z) < 26.0, a * np.exp(-high * high), a * root * root)
    return large * np.exp(-((z - high) * (z + high) + 2.0 * z * rest))


def times_tail(a: float | Floats, z: Floats, rest: float | Floats = 0.0) -> Floats:
    """a * erfc(z + rest) for |z| <= FURTHEST; the slope of erfc settles the small rest."""
    near = a * (erfc(z) - TWO_OVER_ROOT_PI * rest * np.exp(-z * z))
    far = np.maximum(z, 0.5)
    return np.where(z < 0.5, near, times_bell(a * (erfcx(far) - TWO_OVER_ROOT_PI * rest), far))
