"""How far a computed number may lie from the true one, and how far it does."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from flint import arb
from numpy.typing import NDArray

Points = NDArray[np.float64]

EPS, SMALLEST = 2.0**-52, 2.0**-1074
DIGITS = {"float64": (53, -1074), "float32": (24, -149), "float16": (11, -24)}  # bits, and the exponent of the smallest number
# what rounding once leaves, in units in the last place: float64's own errors leave a trace in a number rounded to float32
ONCE = 0.5 + 2.0**-24


class Twofold(NamedTuple):
    """Numbers, each as the nearest double and what is missing from it."""

    high: Points
    rest: Points


def settled(ball: arb) -> bool:
    """Enough digits to judge a double by, or certainly far too small to be one."""
    return bool(ball.rel_accuracy_bits() >= 80 or ball.is_exact() or ball.abs_upper() < arb(2) ** -1200)


def twofold(balls: Sequence[arb]) -> Twofold:
    high = [float(ball) for ball in balls]
    rest = [float(ball - arb(h)) for ball, h in zip(balls, high, strict=True)]
    return Twofold(np.array(high), np.where(np.isfinite(high), rest, 0.0))


def unit(value: Points | float, dtype: str) -> Points:
    """One unit in the last place of a number of this dtype."""
    bits, least = DIGITS[dtype]
    one: Points = np.ldexp(1.0, np.maximum(np.frexp(value)[1] - bits, least))
    return one


def share(result: Points, truth: Twofold, allowed: Points | float, dtype: str) -> Points:
    """The errors as shares of what is allowed; above 1 it is a fault."""
    high, largest = truth.high, float(np.finfo(dtype).max)
    with np.errstate(all="ignore"):
        overflows = (np.abs(high) >= largest + unit(largest, dtype) / 2) & (result == np.copysign(np.inf, high))
        # doubled, so that half of the smallest double can be added: as much may be missing from `rest` where all is subnormal
        error = 2 * np.abs((result - high) - truth.rest) + SMALLEST * (np.abs(high) < 2.0**-960)
        shares = np.where(np.isfinite(result) & np.isfinite(high), error / 2 / allowed, np.inf)
    return np.where(overflows, 0.0, shares)
