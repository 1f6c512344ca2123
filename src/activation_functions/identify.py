"""Which function is this? Any callable, held against the catalogue: the nearest functions, with the parameters that fit.

>>> from activation_functions.identify import identify
>>> found = identify(lambda x: x / (1 + abs(x)))[0]
>>> found.id, found.same
('softsign', True)

A function is told by what it computes, never by its name. Parameters are fitted by least squares (Levenberg 1944, Marquardt 1963).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import Any

import numpy as np

from activation_functions import ALL, Activation
from activation_functions.activation import Array, Floats
from activation_functions.running import FORMATS, Callee, caller

SAME = 1e-6
"""Below this difference, relative to 1 + |f|, two functions count as one: float32 hardly tells them apart."""

NEAR = 8.0
"""A callable may overflow farther from 0 than this, and is still the function that it is nearer to 0."""


@dataclass(frozen=True)
class Match:
    """One function of the catalogue beside a callable.

    Fields
    ------
    id : the function's id
    parameters : its parameters, fitted where the defaults do not do
    gap : the largest difference, relative to 1 + |f|
    at : the input where it is; of a function that mixes entries, that line of them
    same : whether the gap is below what counts as one function
    swapped : whether the two halves of the input have to change places first
    fitted : how many parameters are not at their defaults
    mean : the mean difference, relative in the same way
    lost : how far from 0 the callable first gives no number where the function has one; there the two are not compared
    """

    id: str
    parameters: Mapping[str, float]
    gap: float
    at: float | tuple[float, ...]
    same: bool
    swapped: bool = False
    fitted: int = field(default=0, compare=False)
    mean: float = field(default=0.0, compare=False)
    lost: float | None = None

    @property
    def rank(self) -> tuple[Any, ...]:
        """Those that are the same come first, of these the plainest: a callable does not show whether its constants were learned.

        The mean orders those that a narrow format does not tell apart; where it is only rounding, it counts for nothing.
        """
        f = ALL[self.id]
        learned = any(parameter.learned for parameter in f.parameters.values())
        return (not self.same, round(self.mean, 6) if self.same else self.gap, self.swapped, self.fitted, learned, len(f.parameters), len(self.id), self.id)


def points() -> Floats:
    """Where functions of one number are compared: densely about 0, sparsely as far as a thousand; off the usual kinks, exact in float32."""
    near, far = np.linspace(-8.0, 8.0, 641) + 0.0017, np.geomspace(8.1, 1000.0, 40)
    return np.concatenate((-far[::-1], near, far)).astype(np.float32).astype(np.float64)


def lines() -> Floats:
    """Where functions that mix entries are compared: two hundred lines of six."""
    return (np.random.default_rng(0).normal(size=(200, 6)) * 3.0).astype(np.float32).astype(np.float64)


def identify(f: Callable[[Any], Any], *, dtype: str = "float64") -> list[Match]:
    """The functions of the catalogue beside a callable, the nearest first; parameters are fitted only where no function does at its defaults.

    f : takes one array of NumPy, PyTorch, JAX or TensorFlow, or one number, and gives as much; what refuses float64 is given float32
    dtype : of the numbers that it is given: float64, float32, float16, or bfloat16 where its library has it

    The first is the callable where `same` is true. In float16 and bfloat16, which do not tell near twins apart at any one input, the
    mean difference decides. Raises TypeError for what cannot be called on such an array, and ValueError where it gives no number, or
    where its result has not the shape of a function here.
    """
    return nearest(caller(f, dtype))


def nearest(callee: Callee) -> list[Match]:
    """What `identify` tells, of a callable that has been made one of a NumPy array."""
    rows = lines()
    given, theirs = callee.value(rows)
    if not np.isfinite(theirs).any():
        raise ValueError(f"it gives no number for any of {rows.size} numbers from {rows.min():.3g} to {rows.max():.3g}; accepted: a function of real numbers")
    single = theirs.shape == rows.shape and _elementwise(callee, rows, theirs)
    found = _single(callee, points()) if single else _mixed(callee, given, theirs)
    if not found:
        accepted = f"{rows.shape}, or what a function that mixes entries gives"
        raise ValueError(f"for an array of shape {rows.shape} it gives one of shape {theirs.shape}; accepted: {accepted}")
    return sorted(found, key=lambda match: match.rank)


# ---- comparing -------------------------------------------------------------------------------


def settled(callee: Callee, f: Activation, settings: Mapping[str, float]) -> Match:
    """One function with these parameters beside a callable; nothing is fitted."""
    return _Beside(f, *callee.value(lines() if f.mixes else points()), callee.dtype).match(settings)


def _elementwise(callee: Callee, rows: Floats, theirs: Floats) -> bool:
    """Whether an output depends on its own input alone: other entries change, and it stays."""
    others = rows.copy()
    others[:, 1:] = others[::-1, 1:]
    first = callee.value(others)[1][:, 0]
    near = max(1e-5, 2.0 * FORMATS[callee.dtype].eps)  # a longer array may run other code
    return bool(np.allclose(first, theirs[:, 0], rtol=near, atol=near / 100.0, equal_nan=True))


def difference(theirs: Array, ours: Array) -> Floats:
    """Entry by entry, relative to 1 + |f|; infinite where only one of the two is a number."""
    with np.errstate(all="ignore"):
        found: Floats = np.abs(theirs - ours) / (1.0 + np.abs(ours))
    agree = (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    return np.where(agree, 0.0, np.where(np.isnan(found), np.inf, found))


def _single(callee: Callee, x: Floats) -> list[Match]:
    given, theirs = callee.value(x)
    beside = [_Beside(f, given, theirs, callee.dtype) for f in ALL.values() if not f.mixes]
    return _matches(beside, lambda: _jump(callee, given, theirs))


def _mixed(callee: Callee, rows: Floats, theirs: Floats) -> list[Match]:
    beside = [_Beside(f, rows, theirs, callee.dtype) for f in ALL.values() if f.mixes and np.shape(f(rows)) == theirs.shape]
    beside += [_Beside(each.f, rows, theirs, callee.dtype, swapped=True) for each in beside if each.f.width == 0.5]
    return _matches(beside, lambda: 0.0)


@dataclass(frozen=True, eq=False)
class _Beside:
    """One function of the catalogue, the inputs, and what the callable makes of them."""

    f: Activation
    x: Floats
    theirs: Floats
    dtype: str = "float64"
    swapped: bool = False

    @property
    def defaults(self) -> dict[str, float]:
        return {name: float(parameter.default) for name, parameter in self.f.parameters.items()}

    def ours(self, settings: Mapping[str, float]) -> Floats:
        x = np.roll(self.x, self.x.shape[-1] // 2, axis=-1) if self.swapped else self.x
        found: Floats = np.asarray(self.f(x, **dict[str, Any](settings)))
        return np.where(np.abs(found) > FORMATS[self.dtype].largest, np.copysign(np.inf, found), found)

    def match(self, settings: Mapping[str, float]) -> Match:
        ours, eps = self.ours(settings), FORMATS[self.dtype].eps
        apart = difference(self.theirs, ours)
        lost = np.isfinite(ours) & ~np.isfinite(self.theirs)
        beyond = self.x.ndim == 1 and bool(lost.any()) and float(np.abs(self.x[lost]).min()) > NEAR
        if beyond:
            apart[lost] = 0.0
        worst = np.unravel_index(int(apart.argmax()), apart.shape)
        at = float(self.x[worst]) if self.x.ndim == 1 else tuple(map(float, self.x[worst[0]]))
        changed = sum(settings[name] != default for name, default in self.defaults.items())
        gap, mean = float(apart.max()), float(apart.mean())
        if self.x.ndim == 1:  # what adds x to something may lose the digits that x has no room for
            far = np.abs(self.x) > NEAR
            apart[far & (np.abs(self.theirs - np.where(np.isinf(ours), 0.0, ours)) <= 2.0 * eps * np.abs(self.x))] = 0.0
        same = float(apart.max()) < max(SAME, 4.0 * eps) and mean < max(SAME, eps / 2.0)
        return Match(self.f.id, settings, gap, at, same, self.swapped, changed, mean, float(np.abs(self.x[lost]).min()) if beyond else None)


MANY = 4
"""Functions with more parameters are compared at their defaults alone: enough free constants come near anything."""


def _matches(beside: list[_Beside], jump: Callable[[], float]) -> list[Match]:
    found = [each.match(each.defaults) for each in beside]
    if not any(match.same for match in found):
        jumps = jump()
        for at, each in enumerate(beside):
            if 0 < len(each.f.parameters) <= MANY and each.f.draw is None:
                fitted = each.match(_fit(each, jumps))
                found[at] = min(found[at], fitted, key=lambda match: match.gap)
    least = min((match.mean for match in found if match.same), default=0.0)
    return [replace(match, same=match.same and match.mean <= max(SAME, 1.5 * least)) for match in found]


def _jump(callee: Callee, x: Floats, y: Floats) -> float:
    """Where the callable jumps, if it does, by bisection between the two points that differ most; a constant that least squares cannot see."""
    steps = np.abs(np.diff(y)) / (1.0 + np.abs(y[1:]))
    steps[~np.isfinite(steps)] = 0.0
    middle = np.abs(x[1:]) <= 8.0
    at = int(np.argmax(steps * middle))
    low, high, left = x[at], x[at + 1], y[at]
    for _ in range(60):
        between = (low + high) / 2.0
        value = callee.value([between])[1][0]
        low, high = (between, high) if abs(value - left) <= abs(value - y[at + 1]) else (low, between)
    return float(abs(high))


# ---- fitting ---------------------------------------------------------------------------------

STARTS, STEPS = 4, 60


def _fit(beside: _Beside, jump: float) -> dict[str, float]:
    """Parameters by least squares, from the best of many starts, rounded as far as that does no harm."""
    f, theirs = beside.f, beside.theirs
    names = list(f.parameters)
    weight = 1.0 / (1.0 + np.abs(theirs))
    seen = np.isfinite(theirs)

    def residual(p: Floats) -> Floats | None:
        settings = dict(zip(names, map(float, p), strict=True))
        if not all(f.parameters[name].inside(value) for name, value in settings.items()):
            return None
        found: Floats = (beside.ours(settings) - theirs)[seen] * weight[seen]
        return found if np.isfinite(found).all() else None

    costed = []
    for start in _starts(f, jump):
        r = residual(start)
        if r is not None:
            costed.append((float(r @ r), tuple(start)))
    best = min((_descend(residual, np.array(start)) for _, start in sorted(costed)[:STARTS]), key=lambda end: end[0], default=None)
    if best is None:
        return beside.defaults
    return dict(zip(names, _rounded(residual, best[1]), strict=True))


def _starts(f: Activation, jump: float) -> Iterator[Floats]:
    """The defaults, each parameter larger and smaller, and where the callable jumps."""
    per = 25 if len(f.parameters) == 1 else 5 if len(f.parameters) == 2 else 3
    factors = np.geomspace(0.02, 50.0, per) if per == 25 else np.geomspace(0.25, 4.0, per)
    choices = []
    for parameter in f.parameters.values():
        base = parameter.default or 1.0
        values = [parameter.default, *(base * factor for factor in factors), jump]
        choices.append(values if parameter.above is not None else [*values, 0.0, -base])
    for start in islice(product(*choices), 400):
        yield np.array(start, dtype=np.float64)


def _descend(residual: Callable[[Floats], Floats | None], p: Floats) -> tuple[float, Floats]:
    """Levenberg's and Marquardt's steps: Gauss's where they help, shorter ones where they do not."""
    r = residual(p)
    assert r is not None
    cost, damping = float(r @ r), 1e-3
    for _ in range(STEPS):
        columns = []
        for k in range(p.size):
            step = 1e-7 * max(1.0, abs(p[k]))
            moved = residual(_moved(p, k, step))
            if moved is None:
                step = -step
                moved = residual(_moved(p, k, step))
            columns.append(np.zeros_like(r) if moved is None else (moved - r) / step)
        jacobian = np.stack(columns, axis=-1)
        square, pull = jacobian.T @ jacobian, jacobian.T @ r
        while damping < 1e12:
            scaled = square + damping * np.diag(np.diag(square) + 1e-12)
            trial = p - np.linalg.lstsq(scaled, pull, rcond=None)[0]
            moved = residual(trial)
            if moved is not None and float(moved @ moved) < cost:
                break
            damping *= 4.0
        else:
            break
        gained = cost - float(moved @ moved)
        p, r, cost, damping = trial, moved, cost - gained, max(damping / 8.0, 1e-14)
        if gained <= 1e-12 * cost or cost < 1e-28:
            break
    return cost, p


def _moved(p: Floats, k: int, step: float) -> Floats:
    moved = p.copy()
    moved[k] += step
    return moved


def _rounded(residual: Callable[[Floats], Floats | None], p: Floats) -> list[float]:
    """The shortest numbers that fit as well: 1.702 rather than 1.7020000041."""
    r = residual(p)
    assert r is not None
    allowed = max(4.0 * float(np.abs(r).max()), 1e-7 if math.isfinite(float(r @ r)) else 0.0)
    for digits in range(1, 8):
        short = np.array([float(f"{value:.{digits}g}") if abs(value) > 1e-9 else 0.0 for value in p])
        r = residual(short)
        if r is not None and np.abs(r).max() <= allowed:
            return [float(value) for value in short]
    return [float(f"{value:.7g}") for value in p]
