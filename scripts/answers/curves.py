"""Functions as tables: the rows that a plot in the browser walks along, every number computed by the module."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from flint import arb

from activation_functions import Activation
from answers import names
from mathematics.curve import Curve, as_arb

COMPARED = ("relu", "gelu")
"""What the comparison begins with."""
REACH, A_UNIT = 6, 20
NEAR, COARSE = 3, 10
"""How far the plot of a function without a second bound goes, and how many points a unit it has where a parameter moves."""

Rows = dict[str, list[float]]


def curve(name: str) -> Rows:
    """A function and its derivatives from -6 to 6, or beyond its last kink, twenty points a unit; a kink has three rows: just before it, at it, just after it."""
    return _rows(names._record(name), {}, far(name), A_UNIT)


TIMES = (-1.0, 0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
FROM_ZERO = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0)
SMALL = 0.05
"""A parameter moves through these multiples of its default, as far as it accepts them; from a default of 0 through these numbers.
One that is small moves on to larger multiples, where something is seen."""


def settings(name: str, parameter: str) -> list[float]:
    """The values of a parameter that the plot has a table for, the default among them, from small to large."""
    about = names._record(name).parameters[parameter]
    times = (*TIMES, 10.0, 40.0) if abs(about.default) < SMALL else TIMES
    wanted = {about.default * each for each in times} if about.default else set(FROM_ZERO)
    return sorted(value + 0.0 for value in {float(f"{each:.4g}") if each != about.default else each for each in wanted} if bool(about.inside(value)))


def bent(name: str, parameter: str) -> list[Rows]:
    """The same table for each of these values, the other parameters at their defaults, in the window of the plot and with fewer points."""
    record = names._record(name)
    return [_rows(record, {parameter: value}, reach(name), COARSE) for value in settings(name, parameter)]


def plotted() -> dict[str, str]:
    """The functions that have such a table, by their ids, in the order of their names."""
    records = [names._record(name) for name in names.functions()]
    return {record.id: record.name for record in sorted(records, key=lambda record: record.name.casefold()) if not record.mixes}


def cuts(record: Activation, given: Mapping[str, float] | None = None) -> list[float]:
    """Where the pieces of its formula meet, from left to right, with these parameters in the place of the defaults."""
    own = Curve.of(record)
    own = replace(own, parameters=own.parameters | {name: repr(value) for name, value in (given or {}).items()})
    return sorted({float(as_arb(own.at(kink, arb(0)))) for kink in own.kinks})


def far(name: str) -> int:
    """How far from 0 a curve is known: REACH, or two units beyond the last kink where that lies farther out."""
    return max([REACH, *(math.ceil(abs(cut)) + 2 for cut in cuts(names._record(name)) if abs(cut) >= REACH)])


def reach(name: str) -> int:
    """How far from 0 the plot on its page goes: to where both ends have levelled off, or near, where one climbs without end and nothing happens far out."""
    traits = names.known(name)["traits"]
    climbs = "none" in (traits["saturates_left"], traits["saturates_right"]) and traits["periodic"] == "no"
    return NEAR if climbs and all(abs(cut) < NEAR for cut in cuts(names._record(name))) else far(name)


def _rows(record: Activation, given: Mapping[str, float], reach: int, a_unit: int) -> Rows:
    inside = {cut for cut in cuts(record, given) if abs(cut) <= reach}
    at = sorted({k / a_unit for k in range(-reach * a_unit, reach * a_unit + 1)} | inside)
    rows = [(x, near) for x in at for near in ((np.nextafter(x, -np.inf), x, np.nextafter(x, np.inf)) if x in inside else (x,))]
    x, near = [x for x, _ in rows], np.array([each for _, each in rows])
    orders: dict[str, Callable[..., Any]] = {"value": record, "derivative": record.derivative, "second_derivative": record.second_derivative}
    return {"x": x} | {order: [float(f"{v:.4g}") if abs(v) > 1e-300 else 0.0 for v in each(near, **given)] for order, each in orders.items()}
