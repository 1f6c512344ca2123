"""Curves of straight pieces against exact fractions: any slopes and any bends, and x right on them, beside them and far off."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from activation_functions import Activation, apl, hard_sigmoid, srelu

Trial = tuple[float, dict[str, float], Fraction, Fraction]  # x, parameters, the value and the slope


def drawn(rng: np.random.Generator, low: float, high: float) -> float:
    return float(rng.choice([-1, 1]) * 10.0 ** rng.uniform(low, high))


def beside(rng: np.random.Generator, place: float) -> float:
    """The place, a neighbour, or something close."""
    return [place, float(np.nextafter(place, -np.inf)), float(np.nextafter(place, np.inf)), place * (1 + 1e-12 * rng.normal())][rng.integers(4)]


def trials(f: Activation, count: int = 3000) -> Iterator[Trial]:
    rng = np.random.default_rng(2026)
    for turn in range(count):
        low, high = [(-3, 3), (-20, 20), (-99, 99)][turn % 3]
        b1, b2, a1, a2 = (drawn(rng, low, high) for _ in range(4))
        a2 = [a2, -a1, beside(rng, -a1), 0.0][rng.integers(4)]
        b2 = [b2, b1, beside(rng, b1), 0.0][rng.integers(4)]
        x = beside(rng, [drawn(rng, low, high), b1, b2][rng.integers(3)])
        yield {apl: _apl, srelu: _srelu, hard_sigmoid: _hard_sigmoid}[f](rng, x, b1, b2, a1, a2)


def _apl(rng: np.random.Generator, x: float, b1: float, b2: float, a1: float, a2: float) -> Trial:
    at, hinges = Fraction(x), ((Fraction(a1), Fraction(b1)), (Fraction(a2), Fraction(b2)))
    value = max(Fraction(0), at) + sum(a * max(Fraction(0), b - at) for a, b in hinges)
    slope = Fraction(x > 0) - sum(a for a, b in hinges if at <= b)
    return x, {"a1": a1, "b1": b1, "a2": a2, "b2": b2}, value, slope


def _srelu(rng: np.random.Generator, x: float, b1: float, b2: float, a1: float, a2: float) -> Trial:
    left, right = sorted((b1, b2))
    side = (right, a2) if x > right else (left, a1) if x <= left else (0.0, 1.0)
    t, a = map(Fraction, side)
    return x, {"t_l": left, "a_l": a1, "t_r": right, "a_r": a2}, t + a * (Fraction(x) - t), a


def _hard_sigmoid(rng: np.random.Generator, x: float, b1: float, b2: float, a1: float, a2: float) -> Trial:
    width, offset = abs(b1), drawn(rng, -18, 1)
    foot = -Fraction(offset) * Fraction(width)
    x = beside(rng, float(foot + int(rng.integers(2)) * Fraction(width)))
    ramp = (Fraction(x) - foot) / Fraction(width)
    return x, {"width": width, "offset": offset}, min(max(ramp, Fraction(0)), Fraction(1)), 1 / Fraction(width) if 0 < ramp <= 1 else Fraction(0)


@pytest.mark.parametrize("f", [apl, srelu, hard_sigmoid], ids=lambda f: f.id)
def test_within_two_units_of_the_exact_fraction(f: Activation) -> None:
    for x, settings, value, slope in trials(f):
        for got, true in ((f(x, **settings), value), (f.derivative(x, **settings), slope)):  # type: ignore[arg-type]
            assert abs(Fraction(float(got)) - true) <= 2 * Fraction(float(np.spacing(abs(float(true))))), (x, settings)
