"""The picture of one function: its value, its derivative, and where it is flat; drawn the same way for every function."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from activation_functions.activation import Floats
from drawing import shape_vector
from drawing.shape_vector import REACH
from language.words import Words
from mathematics.balls import exact
from mathematics.curve import Curve

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from drawing.figure import Pen

ENDS = {
    ("soft", "soft"): Words("兩端都漸漸變平，斜率隨之消失", "Both ends level off, and the slope goes with them"),
    ("hard", "hard"): Words("兩端完全水平，斜率只能是零", "Both ends are perfectly flat: no slope is left at all"),
    ("soft", "hard"): Words("左端漸漸變平，右端完全水平", "The left end levels off; the right end is perfectly flat"),
    ("soft", "none"): Words("左端漸漸變平，右端一直往上", "The left end levels off; the right end keeps climbing"),
    ("hard", "none"): Words("左端完全水平，右端一直往上", "The left end is perfectly flat; the right end keeps climbing"),
    ("none", "soft"): Words("右端漸漸變平，左端一直往下", "The right end levels off; the left end keeps falling away"),
    ("none", "none"): Words("兩端都不變平，走得再遠都還有斜率", "Neither end levels off: however far out, a slope remains"),
}
WAVES = Words("一個週期接著一個週期，永遠不靜下來", "Period after period, it never settles")


def of(name: str, known: dict[str, Any]) -> SimpleNamespace:
    """A figure for the function, in the form `figure.py` draws; `known` are its facts and traits, as JSON."""
    f = getattr(import_module(f"activation_functions.functions.{name}"), name)
    if f.mixes:
        return shape_vector.of(f)
    traits = known["traits"]
    title = WAVES if traits["periodic"] != "no" else ENDS[traits["saturates_left"], traits["saturates_right"]]
    cuts = _cuts(f)
    reach = max([REACH, *(abs(cut.at) + 1 for cut in cuts)])  # what lies beyond the last kink is seen too

    def draw(ax: Axes, pen: Pen) -> None:
        x = np.unique(np.concatenate([np.linspace(-reach, reach, 801), *((cut.at, np.nextafter(cut.at, np.inf)) for cut in cuts)]))
        x = x[np.abs(x) <= reach]
        slope = pen.graph(ax, f, x, derivative=1, colour="c2", label=None, gaps=[cut.at for cut in cuts if cut.slope])
        value = pen.graph(ax, f, x, label=None, gaps=[cut.at for cut in cuts if cut.value])
        low = min(float(np.maximum(graph.y, -reach).min()) for graph in (value, slope))
        high = max(float(np.minimum(graph.y, reach).max()) for graph in (value, slope))
        shape_vector.frame(ax, pen, low, high, reach=reach)
        ends = [_end(x, graph.y, *ax.get_ylim()) for graph in (value, slope)]
        beside = _apart(ends[0], ends[1], 0.09 * (high - low))
        for graph, end, colour, place in ((slope, ends[1], "c2", beside[1]), (value, ends[0], "c1", beside[0])):
            pen.name(ax, graph, "f(x)", end, colour, place)
        flat = [side for side in ("left", "right") if traits[f"saturates_{side}"] == "hard"]
        if "left" in flat and (len(flat) == 1 or len(cuts) > 1):
            pen.region(ax, -reach, cuts[0].at)
        if "right" in flat and (len(flat) == 1 or len(cuts) > 1):
            pen.region(ax, cuts[-1].at, reach)

    def holds(drawn: Mapping[str, Any]) -> dict[Words, bool]:
        return {Words("（實線）與它的導數（虛線）", "(solid) and its derivative (dashed)"): drawn.keys() == {f"{name}(x)", f"{name}.derivative(x)"}}

    return SimpleNamespace(
        __doc__=f"{f.name}: value and derivative.",
        __file__=__file__,
        beside=True,
        title=title,
        caption=Words(f"{f.name}（實線）與它的導數（虛線）。", f"{f.name} (solid) and its derivative (dashed)."),
        alt=Words(
            f"{f.name}的曲線與導數，橫軸從−{reach:g}到{reach:g}。{title.hant}。",
            f"The curve of {f.name} and its derivative, for inputs from −{reach:g} to {reach:g}. {title.en}.",
        ),
        description=_description(f, known),
        draw=draw,
        holds=holds,
    )


class Cut(NamedTuple):
    """Where two pieces of a formula meet, and whether the value or the slope jumps there."""

    at: float
    value: bool
    slope: bool


def _cuts(f: Any) -> list[Cut]:
    """From left to right, at the default parameters."""
    curve = Curve.of(f)

    def number(line: str) -> float:
        return float(curve.at(line, exact(0)))

    return sorted(Cut(number(k.at), k.jump, k.jump or number(k.left) != number(k.right)) for k in f.kinks)


def _end(x: Floats, y: Floats, low: float, high: float) -> tuple[float, float]:
    """Where a curve is seen last on its way to the right: at the edge, or where it leaves the picture."""
    inside = np.flatnonzero((y >= low) & (y <= high))
    last = int(inside[-1])
    return float(x[last]), float(y[last])


def _apart(value: tuple[float, float], slope: tuple[float, float], close: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the two labels go, in points: to the right of their ends; those at one height step apart, sideways where the curves end apart."""
    if abs(value[1] - slope[1]) > close:
        return (6, 0), (6, 0)
    if value[0] != slope[0]:
        return ((-6, -4), (6, -4)) if value[0] < slope[0] else ((6, -4), (-6, -4))
    return ((6, 8), (6, -8)) if value[1] >= slope[1] else ((6, -8), (6, 8))


def _description(f: Any, known: dict[str, Any]) -> Words:
    """What the eye would read off, from the facts."""
    n, facts = f.id, known["facts"]
    hant, en = [], []
    if "slope.left" in facts:
        hant += [f"值域的下端是$[[{n}.lower]]$，上端是$[[{n}.upper]]$。", f"左端的斜率趨於$[[{n}.slope.left]]$，右端趨於$[[{n}.slope.right]]$。"]
        en += [
            f"The range ends at $[[{n}.lower]]$ below and $[[{n}.upper]]$ above.",
            f"The slope tends to $[[{n}.slope.left]]$ on the left and $[[{n}.slope.right]]$ on the right.",
        ]
    hant.append(f"在$x=0$處函數值為$[[{n}(0)]]$。")
    en.append(f"At $x = 0$ the value is $[[{n}(0)]]$.")
    if facts["steepest"]["ball"] == ["inf"]:
        hant.append("斜率沒有上界。")
        en.append("The slope has no bound.")
    else:
        hant.append(f"斜率的大小以$[[{n}.steepest]]$為上界。")
        en.append(f"No slope is larger than $[[{n}.steepest]]$ in size.")
    for extreme, word in (("minimum", ("最低點", "lowest point")), ("maximum", ("最高點", "highest point"))):
        if f"{extreme}.x" in facts:
            hant.append(f"{word[0]}在$x=[[{n}.{extreme}.x]]$，高度$[[{n}.{extreme}.y]]$。")
            en.append(f"The {word[1]} lies at $x = [[{n}.{extreme}.x]]$, at height $[[{n}.{extreme}.y]]$.")
    return Words("".join(hant), " ".join(en))
