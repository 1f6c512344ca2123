"""The standard of elementwise functions, and the judge: the formula in Arb balls is the truth, what the code returned is on trial."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import flint
import numpy as np
from flint import arb, arb_series

import standard
from activation_functions import Activation
from certificates import code_of
from mathematics import balls, formula
from standard import EPS, ONCE, SMALLEST, Points, Twofold, settled, share, twofold, unit
from wider import SCALED, ULPS, scaled, shifted

# ---- the truth -------------------------------------------------------------------------------


def truth(f: Activation, points: Points, settings: dict[str, Any]) -> list[tuple[Twofold, Points]]:
    """f, f' and f'' at the points; at a kink f' and f'' are those on the left, at a jump 0. Beside each, where the wider standard holds,
    |x| (and what is added to it) times the size of its derivative, and otherwise 0: the third derivative costs as much as another look at the formula."""
    parameters: dict[str, Any] = {name: arb(settings.get(name, p.default)) for name, p in f.parameters.items()}
    wider, shift = scaled(f.id, settings), shifted(f.id, settings)
    order = 3 if wider else 2
    jets, changes = [], []
    for place, x in enumerate(points.tolist()):
        if place % 64 == 0:
            flint.ctx.prec = 128  # neighbours need about the same precision: it is only lowered from time to time
        jet = formula.jet(f.formula, arb(x), order, **parameters)
        while not all(map(settled, jet[:3])):
            if flint.ctx.prec > 5000:
                raise ArithmeticError(f"{f.id} at {x!r}: {jet}")
            flint.ctx.prec *= 2
            jet = formula.jet(f.formula, arb(x), order, **parameters)
        jets.append(jet[:3])
        changes.append([float((abs(x) + shift) * abs(steeper)) for steeper in jet[1:4]] if wider else (0.0, 0.0, 0.0))
    for kink in f.kinks:
        at = formula.value(kink.at, 0.0, **parameters)
        for jet in (jets[i] for i in np.flatnonzero(points == float(at)) if arb(float(at)) == at):
            with flint.ctx.workprec(5000):
                left, right = (formula.jet(f.formula, at + side * arb(2) ** -3500, 2, **parameters) for side in (-1, 1))
                jumps = kink.jump and not abs(right[0] - left[0]) < arb(2) ** -3000
                jet[1:] = [arb(0), arb(0)] if jumps else left[1:3]
    return list(zip(map(twofold, zip(*jets, strict=True)), np.array(changes).T, strict=True))


# ---- how far off -----------------------------------------------------------------------------

WAYS: dict[str, Callable[[Activation], Callable[..., Any]]] = {
    "value": lambda f: f,
    "derivative": lambda f: f.derivative,
    "second derivative": lambda f: f.second_derivative,
}


def allowed(name: str, order: int, true: Points, change: Points, dtype: str, wider: bool) -> Points:
    """The largest error of f, f' or f'' that meets the standard."""
    size = np.abs(true)
    with np.errstate(over="ignore"):
        error: Points = (4 * EPS, 8 * EPS, 8 * EPS)[order] * (size + (change if wider else 0.0))
    if order == 0 and not wider:
        error = np.where(size < 2.0**-1022, 0.0, ULPS.get(name, 5) * unit(size, "float64"))
    if dtype == "float64":
        return np.maximum(error, 4 * SMALLEST)
    return ONCE * unit(size, dtype) + (error if wider else 0.0)


def numbers(points: Points, dtype: str) -> Points:
    """The points as finite numbers of this dtype, each once."""
    with np.errstate(over="ignore"):
        there: Points = np.unique(points.astype(dtype))
    finite: Points = there[np.isfinite(there)]
    return finite


def answers(f: Activation, x: Points, settings: dict[str, Any]) -> list[Points]:
    """What the code returns for f, f' and f''."""
    found: list[Points] = [way(f)(x, **settings) for way in WAYS.values()]
    return found


def asked(f: Activation, x: Points, settings: dict[str, Any]) -> list[bytes]:
    """All that decides a trial besides what the code returns."""
    defaults = {name: parameter.default for name, parameter in f.parameters.items()}
    said = f.id, f.formula, f.kinks, defaults, settings, x.dtype.name, ULPS.get(f.id, 5), scaled(f.id, settings)
    return [code_of(sys.modules[__name__], standard, formula, balls), repr(said).encode(), x.tobytes()]


def faults(f: Activation, x: Points, found: Sequence[Points], settings: dict[str, Any]) -> list[str]:
    """What is further from the truth than the standard allows: the worst of f, of f' and of f''."""
    dtype = x.dtype.name
    told = []
    for order, (what, result, (true, change)) in enumerate(zip(WAYS, found, truth(f, x.astype(np.float64), settings), strict=True)):
        shares = share(result.astype(np.float64), true, allowed(f.id, order, true.high, change, dtype, scaled(f.id, settings)), dtype)
        worst = float(shares.max())
        if not worst <= 1:
            told.append(f"{what} off by {worst:.3g} times what is allowed, at x = {float(x[shares.argmax()])!r}")
    return told


def faults_by_a_parameter(f: Activation, x: Points, name: str, given: dict[str, Any], found: Points) -> list[str]:
    """The worst error of the derivative by a learned parameter, where it is above what the standard allows."""
    slopes, changes = zip(*(_by_a_parameter(f, name, at, given) for at in x.tolist()), strict=True)
    slope = twofold(slopes)
    within = np.maximum(8 * EPS * (np.abs(slope.high) + np.abs(twofold(changes).high)), 4 * SMALLEST)
    shares = share(found, slope, within, "float64")
    worst = float(shares.max())
    return [] if worst <= 1 else [f"d/d{name} off by {worst:.3g} times what is allowed, at x = {float(x[shares.argmax()])!r} with {given}"]


def _by_a_parameter(f: Activation, name: str, x: float, given: dict[str, Any]) -> tuple[arb, arb]:
    """The derivative with respect to the parameter; for SCALED functions also x times its derivative with respect to x."""
    settings: dict[str, Any] = {other: arb(given.get(other, p.default)) for other, p in f.parameters.items()}
    settings[name] = arb_series([settings[name], 1])
    step = arb(2) ** -40
    flint.ctx.cap = 2
    for flint.ctx.prec in (128, 700, 3200):
        here, beside = (_coefficient(formula.ball(f.formula, x=arb(x) * (1 + s), **settings)) for s in (0, step if f.id in SCALED else 0))
        if settled(here):
            return here, (beside - here) / step
    raise ArithmeticError(f"{f.id} at {x!r}: d/d{name} is {here}")


def _coefficient(series: Any) -> arb:
    coefficients = series.coeffs() if isinstance(series, arb_series) else []
    return coefficients[1] if len(coefficients) > 1 else arb(0)
