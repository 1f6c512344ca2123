"""Which function is this? Any callable, held against the catalogue: the nearest functions, with the parameters that fit.

>>> from activation_functions.identify import identify
>>> found = identify(lambda x: x / (1 + abs(x)))[0]
>>> found.id, found.same
('softsign', True)

A function is told by what it computes, never by its name. Parameters are fitted by least squares (Levenberg 1944, Marquardt 1963).
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Any

import numpy as np

from activation_functions import ALL, Activation
from activation_functions.activation import Array, Floats

SAME = 1e-6
"""Below this difference, relative to 1 + |f|, two functions count as one: float32 hardly tells them apart."""


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
    """

    id: str
    parameters: Mapping[str, float]
    gap: float
    at: float | tuple[float, ...]
    same: bool
    swapped: bool = False
    fitted: int = field(default=0, compare=False)

    @property
    def rank(self) -> tuple[Any, ...]:
        """Those that are the same come first, of these the plainest: a callable does not show whether its constants were learned."""
        f = ALL[self.id]
        learned = any(parameter.learned for parameter in f.parameters.values())
        return (not self.same, 0.0 if self.same else self.gap, self.swapped, self.fitted, learned, len(f.parameters), len(self.id), self.id)


def points() -> Floats:
    """Where functions of one number are compared: densely about 0, sparsely as far as a thousand; off the usual kinks, exact in float32."""
    near, far = np.linspace(-8.0, 8.0, 641) + 0.0017, np.geomspace(8.1, 1000.0, 40)
    return np.concatenate((-far[::-1], near, far)).astype(np.float32).astype(np.float64)


def lines() -> Floats:
    """Where functions that mix entries are compared: two hundred lines of six."""
    return (np.random.default_rng(0).normal(size=(200, 6)) * 3.0).astype(np.float32).astype(np.float64)


def identify(f: Callable[[Any], Any], *, dtype: str = "float64") -> list[Match]:
    """The functions of the catalogue beside a callable, the nearest first; parameters are fitted only where no function does at its defaults.

    f : takes one array of NumPy, PyTorch, JAX or TensorFlow, and gives one; a callable that refuses float64 is given float32
    dtype : of the numbers that it is given: float64, float32, float16, or bfloat16 where its library has it

    The first is the callable where `same` is true. Raises TypeError for what cannot be called on such an array, and ValueError
    where its result has not the shape of a function here.
    """
    run = caller(f, dtype)
    x, rows = points(), lines()
    given, theirs = run(rows)
    single = theirs.shape == rows.shape and _elementwise(run, rows, theirs)
    found = list(_single(run, x) if single else _mixed(given, theirs))
    if not found:
        accepted = f"{rows.shape}, or what a function that mixes entries gives"
        raise ValueError(f"for an array of shape {rows.shape} it gives one of shape {theirs.shape}; accepted: {accepted}")
    return sorted(found, key=lambda match: match.rank)


# ---- running it ------------------------------------------------------------------------------

Run = Callable[[Floats], tuple[Floats, Floats]]
"""Input to the numbers that the callable was in fact given, and what it made of them, both as float64."""


def caller(f: Callable[[Any], Any], dtype: str = "float64") -> Run:
    """The callable as a function of a NumPy array, whatever library it belongs to."""
    if not callable(f):
        raise TypeError(f"{f!r} cannot be called; accepted: a function of one array")
    refused: list[str] = []
    for wrap in (_numpy, _torch, _jax, _tensorflow):
        for width in (dtype, "float32") if dtype == "float64" else (dtype,):
            run = wrap(f, width)
            if run is None:
                continue
            try:
                with warnings.catch_warnings(), np.errstate(all="ignore"):
                    warnings.simplefilter("ignore")
                    run(np.array([0.5, -0.5]))
            except Exception as error:  # a callable may refuse in any way it likes
                refused.append(f"{wrap.__name__[1:]} {width}: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
                continue
            return _quiet(run)
    raise TypeError(f"{f!r} takes no array of numbers ({'; '.join(refused)}); accepted: a function of one array")


def _quiet(run: Run) -> Run:
    def quietly(x: Floats) -> tuple[Floats, Floats]:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return run(x)

    return quietly


def _numpy(f: Callable[[Any], Any], dtype: str) -> Run | None:
    if dtype == "bfloat16":
        return None  # NumPy has none

    def run(x: Floats) -> tuple[Floats, Floats]:
        given = x.astype(dtype)
        result = f(given)
        if not hasattr(result, "__array__") and not isinstance(result, (int, float, list, tuple)):
            raise TypeError(f"gives {type(result).__name__}")
        return given.astype(np.float64), np.asarray(result).astype(np.float64)

    return run


def _torch(f: Callable[[Any], Any], dtype: str) -> Run | None:
    torch: Any = sys.modules.get("torch")
    if torch is None:
        return None
    if isinstance(f, torch.nn.Module):
        f = f.eval()

    def run(x: Floats) -> tuple[Floats, Floats]:
        given = torch.tensor(x, dtype=getattr(torch, dtype))
        return given.double().numpy(), f(given.clone()).detach().double().numpy()

    return run


def _jax(f: Callable[[Any], Any], dtype: str) -> Run | None:
    numpy: Any = sys.modules.get("jax.numpy")
    if numpy is None:
        return None

    def run(x: Floats) -> tuple[Floats, Floats]:
        given = numpy.asarray(x, dtype)
        return np.asarray(given.astype("float32" if dtype == "bfloat16" else dtype), np.float64), np.asarray(f(given).astype("float32"), np.float64)

    return run


def _tensorflow(f: Callable[[Any], Any], dtype: str) -> Run | None:
    tf: Any = sys.modules.get("tensorflow")
    if tf is None:
        return None

    def run(x: Floats) -> tuple[Floats, Floats]:
        given = tf.cast(tf.constant(x), dtype)
        return np.asarray(tf.cast(given, "float64")), np.asarray(tf.cast(f(given), "float64"))

    return run


def _elementwise(run: Run, rows: Floats, theirs: Floats) -> bool:
    """Whether an output depends on its own input alone: other entries change, and it stays."""
    others = rows.copy()
    others[:, 1:] = others[::-1, 1:]
    first = run(others)[1][:, 0]
    return bool(np.allclose(first, theirs[:, 0], rtol=1e-5, atol=1e-7, equal_nan=True))


# ---- comparing -------------------------------------------------------------------------------


def difference(theirs: Array, ours: Array) -> Floats:
    """Entry by entry, relative to 1 + |f|; infinite where only one of the two is a number."""
    with np.errstate(all="ignore"):
        found: Floats = np.abs(theirs - ours) / (1.0 + np.abs(ours))
    agree = (theirs == ours) | (np.isnan(theirs) & np.isnan(ours))
    return np.where(agree, 0.0, np.where(np.isnan(found), np.inf, found))


def _single(run: Run, x: Floats) -> list[Match]:
    given, theirs = run(x)
    beside = [_Beside(f, given, theirs) for f in ALL.values() if not f.mixes]
    return _matches(beside, lambda: _jump(run, given, theirs))


def _mixed(rows: Floats, theirs: Floats) -> list[Match]:
    beside = [_Beside(f, rows, theirs) for f in ALL.values() if f.mixes and np.shape(f(rows)) == theirs.shape]
    beside += [_Beside(each.f, rows, theirs, swapped=True) for each in beside if each.f.width == 0.5]
    return _matches(beside, lambda: 0.0)


@dataclass(frozen=True, eq=False)
class _Beside:
    """One function of the catalogue, the inputs, and what the callable makes of them."""

    f: Activation
    x: Floats
    theirs: Floats
    swapped: bool = False

    @property
    def defaults(self) -> dict[str, float]:
        return {name: float(parameter.default) for name, parameter in self.f.parameters.items()}

    def ours(self, settings: Mapping[str, float]) -> Floats:
        x = np.roll(self.x, self.x.shape[-1] // 2, axis=-1) if self.swapped else self.x
        found: Floats = np.asarray(self.f(x, **dict[str, Any](settings)))
        return found

    def match(self, settings: Mapping[str, float]) -> Match:
        apart = difference(self.theirs, self.ours(settings))
        worst = np.unravel_index(int(apart.argmax()), apart.shape)
        at = float(self.x[worst]) if self.x.ndim == 1 else tuple(map(float, self.x[worst[0]]))
        changed = sum(settings[name] != default for name, default in self.defaults.items())
        return Match(self.f.id, settings, float(apart.max()), at, bool(apart.max() < SAME), self.swapped, changed)


MANY = 4
"""Functions with more parameters are compared at their defaults alone: enough free constants come near anything."""


def _matches(beside: list[_Beside], jump: Callable[[], float]) -> list[Match]:
    found = [each.match(each.defaults) for each in beside]
    if any(match.same for match in found):
        return found
    jumps = jump()
    for at, each in enumerate(beside):
        if 0 < len(each.f.parameters) <= MANY and each.f.draw is None:
            fitted = each.match(_fit(each, jumps))
            found[at] = min(found[at], fitted, key=lambda match: match.gap)
    return found


def _jump(run: Run, x: Floats, y: Floats) -> float:
    """Where the callable jumps, if it does, by bisection between the two points that differ most; a constant that least squares cannot see."""
    steps = np.abs(np.diff(y)) / (1.0 + np.abs(y[1:]))
    steps[~np.isfinite(steps)] = 0.0
    middle = np.abs(x[1:]) <= 8.0
    at = int(np.argmax(steps * middle))
    low, high, left = x[at], x[at + 1], y[at]
    for _ in range(60):
        between = (low + high) / 2.0
        value = run(np.array([between]))[1][0]
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
