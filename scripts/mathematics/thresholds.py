"""Where a number format gives out: from which input on a result is its limit, 0 or infinite, and where the textbook formula fails.

The numbers of a format are scanned, every float16 and thousands of the others, and the ends of what was found are
bisected down to two neighbouring numbers. That is a search, not a proof. The formula is the truth: at the ends, where the
textbook formula is judged by the module, the module itself is held against ball arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from activation_functions.activation import Activation
from mathematics.balls import exact
from mathematics.formula import ball, naive, value

Numbers = NDArray[Any]

BITS = {"float16": 11, "float32": 24, "float64": 53}
"""The number formats and the bits of their digits."""
ENTRIES = 4
"""Functions that mix entries are tried on so many equal ones."""
FEWEST = 4
"""A run of fewer scanned numbers may be luck."""


@dataclass(frozen=True)
class Results:
    """What the module and the textbook formula make of some numbers, all of one sign."""

    f: Activation
    x: Numbers

    @cached_property
    def y(self) -> Numbers:
        return self._first(self.x) if self.f.mixes else np.asarray(self.f(self.x))

    def _first(self, x: Numbers) -> Numbers:
        outputs = np.asarray(self.f(np.stack([x] * ENTRIES, axis=-1)))
        return np.asarray(outputs[..., 0] if outputs.ndim > x.ndim else outputs)

    @cached_property
    def slope(self) -> Numbers:
        return np.asarray(self.f.derivative(self.x))

    @cached_property
    def textbook(self) -> Numbers:
        """The formula as it stands, every step in the format of x."""
        number = self.x.dtype.type
        given: dict[str, Any] = {name: number(p.default) for name, p in self.f.parameters.items()} | {"x": self.x, "exact": number, "pi": number(np.pi)}
        if self.f.mixes:
            n = min(ENTRIES, self.f(np.zeros(ENTRIES)).size)
            given |= {"x": [self.x] * ENTRIES, "i": 0, "n": n, "sum": sum, "range": range}
        said: Numbers = np.asarray(naive(self.f.formula, **given)).astype(self.x.dtype)
        return np.broadcast_to(said, self.x.shape)

    @cached_property
    def end(self) -> Numbers:
        """The infinity on this side."""
        return np.asarray(np.copysign(self.x.dtype.type(np.inf), self.x[:1]))

    @cached_property
    def limit(self) -> Any:
        return Results(self.f, self.end).y[0]

    @cached_property
    def last_slope(self) -> Any:
        return Results(self.f, self.end).slope[0]


def _small(r: Results) -> Numbers:
    return np.asarray((np.abs(r.y) < np.finfo(r.x.dtype).tiny) & (r.limit == 0))


def _overflows(r: Results) -> Numbers:
    return np.asarray(~np.isfinite(r.textbook) & np.isfinite(r.y))


def _vanishes(r: Results) -> Numbers:
    return np.asarray((r.textbook == 0) & (np.abs(r.y) > 4 * np.finfo(r.x.dtype).smallest_subnormal))


def _half_lost(r: Results) -> Numbers:
    y, textbook = r.y.astype(np.float64), r.textbook.astype(np.float64)
    allowed = 2.0 ** (-BITS[r.x.dtype.name] / 2) * np.abs(y)
    return np.asarray((np.abs(y) >= np.finfo(r.x.dtype).tiny) & np.isfinite(y) & np.isfinite(textbook) & (np.abs(textbook - y) > allowed))


OUTWARD: dict[str, Callable[[Results], Numbers]] = {
    "limit": lambda r: np.isfinite(r.limit) & (r.y == r.limit),
    "small": _small,
    "input": lambda r: r.y == r.x,
    "overflow": lambda r: np.isinf(r.y),
    "slope": lambda r: np.isfinite(r.last_slope) & (r.slope == r.last_slope),
}
"""What may be true of every number from some place outward."""
TEXTBOOK: dict[str, Callable[[Results], Numbers]] = {"textbook_overflow": _overflows, "textbook_zero": _vanishes, "textbook_half": _half_lost}
"""How the textbook formula may fail, on a stretch of numbers."""


def thresholds(f: Activation) -> dict[str, Any]:
    """Each thing found: what, in which format, between which numbers (near 0 and far from it; None where it goes on to 0 or to the end).

    And whether the formula can be typed as it stands.
    """
    with np.errstate(all="ignore"):
        return {"typed": _readable(f), "found": [found for name in BITS for sign in (-1, 1) for found in _side(f, name, sign)]}


def _side(f: Activation, name: str, sign: int) -> Iterator[dict[str, Any]]:
    sizes = scanned(name)
    everywhere = Results(f, sign * sizes)
    for what, holds in (OUTWARD | TEXTBOOK).items():
        if (f.mixes and what == "slope") or (what in TEXTBOOK and not _readable(f)):
            continue
        run = _longest_run(holds(everywhere), outward=what in OUTWARD)
        if run is None:
            continue
        near, far = (_edge(f, holds, sign, sizes, index, step) for index, step in zip(run, (-1, 1), strict=True))
        if what in OUTWARD and near is not None:
            near = _settled(f, holds, sizes.dtype, near)
        if what in OUTWARD and near is not None and _by_nature(f, what, near):
            continue
        if what in TEXTBOOK and not f.mixes:
            for x in (near, far):
                _hold_against_the_truth(f, name, x)
        if near is not None and abs(near) < 16 * np.finfo(name).tiny:
            near = None  # among the subnormals every formula loses digits
        to = float(everywhere.limit if what == "limit" else everywhere.last_slope) + 0.0 if what in ("limit", "slope") else None
        yield {"what": what, "format": name, "side": sign, "near": near, "far": far, "to": to}


@cache
def scanned(name: str) -> Numbers:
    """Positive numbers of the format in rising order: every float16; of the others more of those that people meet."""
    if name == "float16":
        return np.arange(1, np.float16(np.inf).view(np.uint16), dtype=np.uint16).view(np.float16)
    limits = np.finfo(name)
    all_sizes = np.linspace(np.log2(float(limits.smallest_subnormal)), np.nextafter(float(limits.maxexp), 0), 4000)
    chosen = np.exp2(np.concatenate([all_sizes, np.linspace(-32, 12, 12_000), all_sizes[-1] - np.linspace(0, 2, 100)])).astype(name)
    return np.unique(np.minimum(chosen, limits.max))


def _readable(f: Activation) -> bool:
    """Whether the formula can be typed as it stands; that of sparsemax needs a threshold found elsewhere."""
    try:
        Results(f, np.ones(1)).textbook  # noqa: B018
    except (ValueError, TypeError):
        return False
    return True


def _longest_run(mask: Numbers, outward: bool) -> tuple[int, int] | None:
    """The first and the last place of the longest run; outward, of one that lasts to the end but does not hold everywhere."""
    steps = np.diff(np.concatenate([[0], mask.astype(np.int8), [0]]))
    runs = list(zip(np.flatnonzero(steps == 1).tolist(), (np.flatnonzero(steps == -1) - 1).tolist(), strict=True))
    if outward:
        runs = [(first, last) for first, last in runs if last == len(mask) - 1 and first > 0]
    runs = [(first, last) for first, last in runs if last - first + 1 >= FEWEST]
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _edge(f: Activation, holds: Callable[[Results], Numbers], sign: int, sizes: Numbers, inside: int, step: int) -> float | None:
    """The last number for which it holds, next to one for which it does not; None where the format ends first."""
    if not 0 <= inside + step < len(sizes):
        return None
    whole = np.dtype(f"i{sizes.itemsize}")  # positive floats are ordered as the integers of the same bits
    return _bisected(f, holds, sign, sizes.dtype, *(int(sizes[index : index + 1].view(whole)[0]) for index in (inside, inside + step)))


def _bisected(f: Activation, holds: Callable[[Results], Numbers], sign: int, number: np.dtype[Any], here: int, there: int) -> float:
    whole, step = np.dtype(f"i{number.itemsize}"), 1 if there > here else -1
    while abs(there - here) > 1:
        stride = max(1, abs(there - here) // 500)
        tried = np.arange(here, there, step * stride, dtype=whole)
        good = holds(Results(f, sign * tried.view(number)))
        stop = len(tried) if good.all() else int(np.argmin(good))
        here, there = int(tried[stop - 1]), int(tried[stop]) if stop < len(tried) else there
    return float(sign * np.array([here], whole).view(number)[0])


def _settled(f: Activation, holds: Callable[[Results], Numbers], number: np.dtype[Any], near: float) -> float:
    """Close by, rounding may still break now and then what holds farther out: the place behind the last break that is found."""
    whole, sign = np.dtype(f"i{number.itemsize}"), 1 if near > 0 else -1
    while True:
        start, end = (int(np.array([min(abs(x), float(np.finfo(number).max))], number).view(whole)[0]) for x in (near, 8 * near))
        tried = np.arange(start, end + 1, max(1, (end - start) // 4000), dtype=whole)
        good = holds(Results(f, sign * tried.view(number)))
        if good.all():
            return near
        broken = int(np.flatnonzero(~good)[-1])
        near = _bisected(f, holds, sign, number, int(tried[broken + 1]), int(tried[broken]))


def _by_nature(f: Activation, what: str, x: float) -> bool:
    """Whether the function itself is constant (or x itself) farther out, so that no rounding is behind it."""
    if what == "overflow" or f.mixes or f.derivative_formula is None:
        return False
    settings = {name: exact(p.default) for name, p in f.parameters.items()}
    line = f.derivative_formula if what == "slope" else f.formula
    here, beyond = (ball(line, x=exact(at), **settings) - (at if what == "input" else 0) for at in (2 * x, 4 * x))
    return bool(here.is_exact() and beyond.is_exact() and here == beyond)


def _hold_against_the_truth(f: Activation, name: str, x: float | None) -> None:
    """The module has more than half of its digits here: enough to judge the textbook formula by."""
    if x is None:
        return
    settings: dict[str, Any] = {p: exact(given.default) for p, given in f.parameters.items()}
    got, true = exact(float(f(np.array([x], name))[0])), value(f.formula, x, **settings)
    allowed = max(float(abs(true)) * 2.0 ** max(-BITS[name] / 2 - 6, 0.01 - BITS[name]), 4 * float(np.finfo(name).smallest_subnormal))
    if not abs(got - true) <= allowed:
        raise ArithmeticError(f"{f.id} in {name} at {x!r}: the module has {got}, the formula {true}")
