"""Functions as tables: the rows that a plot in the browser walks along, every number computed by the module."""

from __future__ import annotations

from typing import Any

import numpy as np

from answers import names
from mathematics.curve import Curve


def explorer() -> dict[str, Any]:
    """The table the home page's slider walks along: every number it shows is one the module computed."""
    x = [k / 10 for k in range(-80, 81)]
    sigmoid = names._record("sigmoid")
    return {"sigmoid": {"x": x, "y": [float(f"{v:.4g}") for v in sigmoid(x)], "d": [float(f"{v:.4g}") for v in sigmoid.derivative(x)]}}


REACH, A_UNIT = 6, 20


def curve(name: str) -> dict[str, list[float]]:
    """A function and its derivatives from -6 to 6, twenty points a unit; a kink has three rows: just before it, at it, just after it."""
    record = names._record(name)
    cuts = {float(cut.x) for cut in Curve.of(record).cuts()}
    at = sorted({k / A_UNIT for k in range(-REACH * A_UNIT, REACH * A_UNIT + 1)} | cuts)
    rows = [(x, near) for x in at for near in ((np.nextafter(x, -np.inf), x, np.nextafter(x, np.inf)) if x in cuts else (x,))]
    x, near = [x for x, _ in rows], np.array([each for _, each in rows])
    orders = {"value": record, "derivative": record.derivative, "second_derivative": record.second_derivative}
    return {"x": x} | {order: [float(f"{v:.4g}") if abs(v) > 1e-300 else 0.0 for v in each(near)] for order, each in orders.items()}
