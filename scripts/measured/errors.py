"""How far an answer lies from the truth, and where half of the digits are gone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

import flint
import numpy as np
from flint import arb

from activation_functions import ALL, Activation
from mathematics import formula, words  # noqa: F401  a bend may lie where one of these words says
from measured.calls import OURS, Points, ours_peers


class Truth(NamedTuple):
    """Points, and the true number at each as a double and what is left beyond it."""

    x: Points
    near: Points
    rest: Points


FAR, NEAR_ROOT = 1e8, 0.01
FORMATS = {"float64": (53, -1074, 1e-290), "float32": (24, -149, 1e-35)}
"""Bits, the exponent of the smallest number, and the size below which results are left out, as are those above one over it."""


WHAT = {"value": ("float64", 0), "derivative": ("float64", 1), "single": ("float32", 0)}
"""What is measured: the format, and how often the function is differentiated."""


def both_signs(points: Points) -> Points:
    return np.concatenate([points, -points])


def dense(f: Activation, dtype: str, thin: int = 1) -> Points:
    """About twenty thousand points: log-spaced to the ends of the range, dense in the middle and near zeros. `thin` keeps one of so many."""
    rng = np.random.default_rng(2026)
    low = {"float64": 1e-300, "float32": 1.2e-38}[dtype]  # normal numbers: below them some libraries read 0
    parts = [
        both_signs(np.geomspace(low, FAR, 3000)),
        both_signs(np.geomspace(1e-3, 760, 4000)),
        rng.uniform(-4, 4, 3000),
        rng.uniform(-40, 40, 2000),
        rng.uniform(-748, -700, 500),
        *(root + both_signs(np.geomspace(1e-4, 0.3, 400)) for root in [*roots(f, 0), *roots(f, 1)]),
    ]
    return np.unique(np.concatenate(parts)[::thin].astype(dtype)).astype(np.float64)


@cache
def roots(f: Activation, order: int) -> tuple[float, ...]:
    """Where the function (or its derivative) changes its sign, to three digits."""
    grid = np.arange(-10, 10, 1e-3) + 3e-4
    sign = np.sign((f, f.derivative)[order](grid))
    return tuple(grid[:-1][sign[:-1] * sign[1:] < 0].tolist())


def truth(f: Activation, x: Points, order: int, floor: float) -> Truth:
    """The formula in ball arithmetic; left out are kinks, results too small or too large, and the close surroundings of roots away from 0."""
    settings = settings_of(f)
    kept = np.abs(x) <= FAR
    for root in roots(f, order):
        kept &= (np.abs(x - root) > NEAR_ROOT) | (abs(root) < NEAR_ROOT)
    for kink in f.kinks:
        kept &= x != float(formula.value(kink.at, 0.0, **settings))
    found = []
    for point in x[kept].tolist():
        true = _settled(f.formula, point, order, settings)
        if true == 0 or floor < float(abs(true).upper()) < 1 / floor:
            near = float(true.mid())
            found.append((point, near, float((true - arb(near)).mid())))
    return Truth(*(np.array(column) for column in zip(*found, strict=True)))


def _settled(line: str, x: float, order: int, settings: dict[str, Any]) -> arb:
    for bits in (128, 700, 3200):
        with flint.ctx.workprec(bits):
            true = formula.jet(line, arb(x), order, **settings)[order]
            if true.is_exact() or true.rel_accuracy_bits() >= 80 or true.abs_upper() < arb(2) ** -1200:
                return true
    raise ArithmeticError(f"{line} at {x!r}: {true}")


def errors(got: Points, true: Truth, dtype: str) -> tuple[Points, Points]:
    """The error at each point, in units in the last place and relative to the true number."""
    bits, least, _ = FORMATS[dtype]
    with np.errstate(all="ignore"):
        off = np.abs((got.astype(np.float64) - true.near) - true.rest)
        off = np.where(np.isfinite(got), off, np.inf)
        unit = np.ldexp(1.0, np.maximum(np.frexp(true.near)[1] - bits, least))
        return off / unit, np.where(off == 0, 0.0, off / np.abs(true.near))


def judged(got: Points, true: Truth, dtype: str) -> dict[str, Any]:
    """The worst error, and where at least half of the digits are gone.

    On each side of 0 either from some point outwards (a boundary of 0 is the whole side), or from 0 up to some point.
    """
    ulps, relative = errors(got, true, dtype)
    gone = relative >= 2.0 ** (-FORMATS[dtype][0] / 2)
    lost = {}
    for side, outwards, inwards in ((-1, "left", "below"), (1, "right", "above")):
        here = np.sign(true.x) == side
        order = np.argsort(np.abs(true.x[here]))
        x, out = true.x[here][order], gone[here][order]
        far, near = _run_of(out[::-1]), _run_of(out)
        if far:
            lost[outwards] = 0.0 if far == len(x) else number(f"{x[-far]:.3g}")
        elif near:
            lost[inwards] = number(f"{x[near - 1]:.2g}")
    return {"ulp": round_up(float(np.max(ulps))), "lost": lost}


def _run_of(gone: Points) -> int:
    """How many points in a row are gone from the beginning; three make a run."""
    run = len(gone) if gone.all() else int(np.argmin(gone))
    return run if run >= 3 else 0


def round_up(value: float) -> Any:
    """Two digits, never to the better side."""
    if not math.isfinite(value):
        return str(value)
    if value == 0:
        return 0.0
    scale = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / scale - 1e-9) * scale:.2g}")


def accuracy(name: str, thin: int = 1, peers: bool = True) -> dict[str, dict[str, Any]]:
    """Value and derivative in float64 and value in float32, of this module and of each library that can be made ours."""
    f = ALL[name]
    found: dict[str, dict[str, Any]] = {}
    everyone = ours_peers(name) if peers else {}
    for what, (dtype, order) in WHAT.items():
        true = truth(f, dense(f, dtype, thin), order, FORMATS[dtype][2])
        x = true.x.astype(dtype)
        found.setdefault(OURS, {})[what] = judged((f, f.derivative)[order](x), true, dtype)
        for package, peer in everyone.items():
            got = peer.slope(x) if order else peer.run(x)
            if got is not None:
                found.setdefault(package, {})[what] = judged(got, true, dtype)
    return found


def vectors() -> Iterable[Points]:
    """Inputs of functions that mix entries: few and many, close together and far apart, shifted far away."""
    rng = np.random.default_rng(2026)
    for n, spread, times in [(2, 1, 200), (2, 40, 200), (3, 300, 200), (10, 1, 60), (10, 100, 60), (100, 5, 10), (1000, 3, 4)]:
        for _ in range(times):
            yield rng.normal(size=n) * spread
            yield rng.normal(size=n) * spread + rng.choice([1e3, -1e5, 1e-5])
    for distance in (1e-16, 20.0, 36.7, 100.0, 600.0):
        yield np.array([distance, 0.0])
        yield np.array([distance / 2, -distance / 2, 0.1])


def true_softmax(x: Points) -> list[arb]:
    powers = [(arb(entry) - arb(max(x.tolist()))).exp() for entry in x.tolist()]
    total = sum(powers, arb(0))
    return [power / total for power in powers]


MIXED: dict[str, Callable[[Points], list[arb]]] = {"softmax": true_softmax, "log_softmax": lambda x: [p.log() for p in true_softmax(x)]}


def accuracy_of_vectors(name: str, peers: bool = True) -> dict[str, dict[str, Any]]:
    everyone, worst = _everyone(name, peers), dict[tuple[str, str], tuple[float, float]]()
    for what, (dtype, order) in WHAT.items():
        if order:
            continue
        for x in vectors():
            x = x.astype(dtype)
            with flint.ctx.workprec(2200):  # the log of a number within exp(-1000) of 1 must still be known
                balls = MIXED[name](x.astype(np.float64))
                near = np.array([float(p.mid()) for p in balls])
                rest = np.array([float((p - arb(n)).mid()) for p, n in zip(balls, near.tolist(), strict=True)])
            kept = np.abs(near) > FORMATS[dtype][2]
            for package, run in everyone.items():
                ulps, relative = errors(run(x[None, :])[0][kept], Truth(x[kept], near[kept], rest[kept]), dtype)
                before = worst.get((package, what), (0.0, 0.0))
                worst[package, what] = (max(before[0], float(ulps.max())), max(before[1], float(relative.max())))
    found: dict[str, dict[str, Any]] = {}
    for (package, what), (ulp, off) in worst.items():
        found.setdefault(package, {})[what] = {"ulp": round_up(ulp), "lost": {"some": True} if off >= 2.0 ** (-FORMATS[WHAT[what][0]][0] / 2) else {}}
    return found


def _everyone(name: str, peers: bool) -> dict[str, Callable[[Points], Points]]:
    """This module's function and each library's."""
    return {OURS: ALL[name]} | ({package: peer.run for package, peer in ours_peers(name).items()} if peers else {})


def digits_left(name: str, low: float, high: float, step: float, peers: bool = True) -> dict[str, list[float]]:
    """How many decimal digits of the value are right, the worst in each stretch of the line: for a picture."""
    f = ALL[name]
    starts = np.arange(low, high, step)
    x = (starts[:, None] + step * (np.arange(12) + 0.37) / 12).ravel()
    true = [_settled(f.formula, point, 0, settings_of(f)) for point in x.tolist()]
    near = np.array([float(t.mid()) for t in true])
    exact = Truth(x, near, np.array([float((t - arb(n)).mid()) for t, n in zip(true, near.tolist(), strict=True)]))
    found = {"x": np.round(starts + step / 2, 6).tolist()}
    for package, run in _everyone(name, peers).items():
        relative = errors(run(x), exact, "float64")[1].reshape(len(starts), -1).max(axis=1)
        found[package] = np.abs(np.round(np.log10(np.clip(relative, 2.0**-53, 1.0)), 2)).tolist()
    return found


def settings_of(f: Activation) -> dict[str, Any]:
    return {name: arb(p.default) for name, p in f.parameters.items()}


def number(value: Any) -> Any:
    """A number as JSON has it: what is not finite as a word, a whole number without its sign of zero."""
    value = float(f"{float(value):.7g}") + 0.0
    return value if math.isfinite(value) else str(value)
