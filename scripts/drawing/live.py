"""A figure that a reader moves: its controls, and a table of all that it draws and says at their values.

A file in `figures/` that has `live = Live(…)` beside its still drawing is such a figure, wherever a page names it. Each part,
and each thing said, is a function of some of the controls, which are named as its arguments: it has a row in the table for each
of their values together. The browser (assets/live.js) finds rows and puts points in their places, and computes no number.

    live = Live(
        controls={"f": Choice(Words("函數", "Function"), {"tanh": "tanh", "relu": "ReLU"}), "x": Slide(Words("輸入", "Input"), [-1, 0, 1], 0)},
        panels=[Panel((-1, 1), (-1, 1))],
        parts={"point": Part(lambda f, x: ([x], [ALL[f](x)]), "dots c1")},
        says={"value": Says(Words("輸出", "Output"), lambda f, x: ALL[f](x), "point")},
    )
"""

from __future__ import annotations

import inspect
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from language.words import Words

FINE = 2000
"""Places across a panel, and as many up it: finer than a screen shows."""
FAR = 8
"""Widths of a panel: what lies farther out is put there, so that a line still leaves in about its direction."""
MOST = 150_000
"""Bytes of a table before it is packed: a reader waits for it."""
ROWS = 9
"""Of the table for those who do not move anything, where the file says no other."""
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(number: float) -> str:
    """Three digits, as a reader sees them: −0.25, 4.54 × 10⁻⁵."""
    if not math.isfinite(number):
        return "–" if math.isnan(number) else "∞" if number > 0 else "−∞"
    mantissa, _, exponent = f"{number + 0.0:.3g}".partition("e")
    return mantissa.replace("-", "−") + (f" × 10{str(int(exponent)).translate(RAISED)}" if exponent else "")


# ---- controls --------------------------------------------------------------------------------


class Choice(NamedTuple):
    """One of several: by the value that functions get, its name."""

    said: Words
    names: Mapping[str, Words | str]
    first: str = ""

    def values(self) -> list[str]:
        return list(self.names)


class Switch(NamedTuple):
    """On or off."""

    said: Words
    first: bool = False

    def values(self) -> list[bool]:
        return [False, True]


class Slide(NamedTuple):
    """Numbers in their order. With `panel` a finger in that panel, too, moves it: its values lie along the horizontal axis."""

    said: Words
    numbers: Sequence[float] | npt.NDArray[np.float64]
    first: float
    panel: int | None = None
    shown: Callable[[float], str] = plain

    def values(self) -> list[float]:
        return [float(number) for number in self.numbers]


Control = Choice | Switch | Slide


# ---- what is drawn and said ------------------------------------------------------------------


class Panel(NamedTuple):
    """Axes: from where to where, ticks by their places and names, what each axis measures; `even` gives both one scale, `logs` holds "x", "y"."""

    x: tuple[float, float]
    y: tuple[float, float]
    xticks: Mapping[float, str]
    yticks: Mapping[float, str]
    xname: Words | str = ""
    yname: Words | str = ""
    even: bool = False
    logs: str = ""

    def places(self, axis: str, values: npt.ArrayLike) -> list[int | None]:
        """Where values stand, in steps of FINE from the lower end; far outside is near outside, and no number has no place."""
        low, high = self.x if axis == "x" else self.y
        at = np.asarray(values, dtype=float)
        if axis in self.logs:
            with np.errstate(divide="ignore", invalid="ignore"):
                at, (low, high) = np.log(at), np.log((low, high))
        steps = np.clip((at - low) / (high - low), -FAR, FAR) * FINE
        return [None if math.isnan(step) else round(step) for step in np.ravel(steps).tolist()]


class Part(NamedTuple):
    """Points (x, y) to draw. `look` says how and in which colour: line, thin, dashed, dots, bars, area; c1 to c4, ink, muted.

    With `until`, a slide, only as many of the points are drawn as it has passed values, a path that is walked; where the look says "last", only the last of them.
    """

    of: Callable[..., tuple[npt.ArrayLike, npt.ArrayLike]]
    look: str = "line c1"
    panel: int = 0
    until: str = ""


class Says(NamedTuple):
    """A number, or words, said beside the figure; `part` is the part whose colour it has."""

    said: Words
    of: Callable[..., float | str | Words]
    part: str = ""


@dataclass(frozen=True)
class Live:
    """Controls, panels, parts and what is said, each by its name. `rows`, for the table without scripts, gives the states that stand in it."""

    controls: Mapping[str, Control]
    panels: Sequence[Panel]
    parts: Mapping[str, Part]
    says: Mapping[str, Says]
    rows: Sequence[Mapping[str, Any]] = field(default=())

    def start(self) -> dict[str, Any]:
        """The values that a reader finds."""
        return {name: each.values()[_first(each)] for name, each in self.controls.items()}

    def drawn(self, state: Mapping[str, Any]) -> dict[str, list[tuple[int | None, int | None]]]:
        """The places of the points of each part."""
        found = {}
        for name, part in self.parts.items():
            x, y = part.of(**{each: state[each] for each in self.asked(part.of)})
            panel = self.panels[part.panel]
            points = list(zip(panel.places("x", x), panel.places("y", y), strict=True))
            if part.until:
                points = points[: self.controls[part.until].values().index(state[part.until]) + 1]
            found[name] = points[-1:] if "last" in part.look else points
        return found

    def said(self, state: Mapping[str, Any]) -> dict[str, str | Words]:
        """What stands beside it."""
        found = {name: each.of(**{asked: state[asked] for asked in self.asked(each.of)}) for name, each in self.says.items()}
        return {name: value if isinstance(value, (str, Words)) else plain(float(value)) for name, value in found.items()}

    def asked(self, of: Callable[..., Any]) -> list[str]:
        """The controls that a function depends on: its arguments."""
        names = list(inspect.signature(of).parameters)
        if unknown := [name for name in names if name not in self.controls]:
            raise ValueError(f"a part or a saying of a live figure asks for {', '.join(unknown)}, and its controls are {', '.join(self.controls)}")
        return names

    def states(self, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """All values of these controls together; the last changes fastest."""
        for values in product(*(self.controls[name].values() for name in names)):
            yield dict(zip(names, values, strict=True))


def _first(control: Control) -> int:
    values: list[Any] = control.values()
    first = control.first if not isinstance(control, Choice) or control.first else values[0]
    if first not in values:
        raise ValueError(f"a control of a live figure begins with {first!r}, which is none of its values {values}")
    return values.index(first)


# ---- as JSON ---------------------------------------------------------------------------------


def tabulated(live: Live) -> dict[str, Any]:
    """All of it as JSON: `table` is what the browser adds on demand, the rest stands on the page."""
    words: list[list[str]] = []
    names = list(live.controls)

    def spoken(value: float | str | Words) -> str | int:
        """A number as its digits, words as their place in the list of words, which each language has for itself."""
        if not isinstance(value, Words):
            return value if isinstance(value, str) else plain(float(value))
        if list(value) not in words:
            words.append(list(value))
        return words.index(list(value))

    parts: list[dict[str, Any]] = []
    for part in live.parts.values():
        said = {"look": part.look, "panel": part.panel} | ({"until": names.index(part.until)} if part.until else {})
        parts.append(said | _points(part, live, parts))
    says = []
    for each in live.says.values():
        by = live.asked(each.of)
        says.append({"by": [names.index(name) for name in by], "at": [spoken(each.of(**state)) for state in live.states(by)]})
    controls = [_control(name, control) for name, control in live.controls.items()]
    table = {
        "sizes": [len(control.values()) for control in live.controls.values()],
        "keys": [control["keys"] for control in controls],
        "shown": [control["shown"] if control["kind"] == "slide" else [] for control in controls],
        "panels": [_panel(panel, number, live) for number, panel in enumerate(live.panels)],
        "parts": parts,
        "says": says,
    }
    if (size := len(json.dumps(table, separators=(",", ":")))) > MOST:
        largest = max(parts, key=lambda part: len(json.dumps(part)))
        raise ValueError(
            f"the table of this live figure has {size} bytes, and {MOST} are the most; its largest part, {list(live.parts)[parts.index(largest)]}, "
            f"has {len(largest['y'])} rows: give a control fewer, or the part fewer points"
        )
    return {
        "controls": controls,
        "says": [
            {"said": list(each.said), "look": live.parts[each.part].look if each.part else "", "first": value}
            for each, value in zip(live.says.values(), map(spoken, live.said(live.start()).values()), strict=True)
        ],
        "axes": [[_pair(panel.xname), _pair(panel.yname)] for panel in live.panels],
        "rows": [_row(live, state, spoken) for state in live.rows or _usual(live)],
        "words": words,
        "table": table,
    }


def _points(part: Part, live: Live, before: list[dict[str, Any]]) -> dict[str, Any]:
    """The rows of a part; of one with the points of an earlier part, in the same panel, the number of that part."""
    for number, other in zip(range(len(before)), live.parts.values(), strict=False):
        if (other.of, other.panel) == (part.of, part.panel):
            return {"as": number}
    by, panel = live.asked(part.of), live.panels[part.panel]
    points = [part.of(**state) for state in live.states(by)]
    x, y = ([panel.places(axis, each[at]) for each in points] for at, axis in enumerate("xy"))
    same = all(row == x[0] for row in x)
    return {"by": [list(live.controls).index(name) for name in by], "x": x[0] if same else x, "y": y}


def _pair(said: Words | str) -> list[str]:
    return list(said) if isinstance(said, Words) else [said, said]


def _control(name: str, control: Control) -> dict[str, Any]:
    """What the page and the table need of a control; `keys` stand in the address."""
    match control:
        case Choice():
            keys, shown = list(control.names), [_pair(each) for each in control.names.values()]
        case Switch():
            keys, shown = ["0", "1"], []
        case Slide():
            keys, shown = [f"{number:.5g}" for number in control.values()], [control.shown(number) for number in control.values()]  # type: ignore[misc]
    kind = type(control).__name__.lower()
    return {"name": name, "kind": kind, "said": list(control.said), "keys": keys, "shown": shown, "first": _first(control)}


def _panel(panel: Panel, number: int, live: Live) -> dict[str, Any]:
    slides = [(at, each) for at, each in enumerate(live.controls.values()) if isinstance(each, Slide) and each.panel == number]
    return {
        "ticks": [
            list(map(list, zip(panel.places(axis, list(ticks)), ticks.values(), strict=True))) for axis, ticks in (("x", panel.xticks), ("y", panel.yticks))
        ],
        "zero": None if "y" in panel.logs else panel.places("y", [0.0])[0],
        "ratio": (panel.x[1] - panel.x[0]) / (panel.y[1] - panel.y[0]) if panel.even else None,
        "slide": [slides[0][0], panel.places("x", slides[0][1].values())] if slides else None,
    }


def _usual(live: Live) -> list[dict[str, Any]]:
    """About so many values of the first slide, everything else as a reader finds it."""
    name, slide = next((name, each) for name, each in live.controls.items() if isinstance(each, Slide))
    values = slide.values()
    return [live.start() | {name: values[round(at)]} for at in np.linspace(0, len(values) - 1, min(ROWS, len(values)))]


def _row(live: Live, state: Mapping[str, Any], spoken: Callable[[str | Words], str | int]) -> list[list[int] | list[str | int]]:
    """The places of the controls' values, and what is said there."""
    state = live.start() | dict(state)
    return [[each.values().index(state[name]) for name, each in live.controls.items()], [spoken(value) for value in live.said(state).values()]]
