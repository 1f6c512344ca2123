"""The picture of one function: its value, its derivative, and where it is flat; drawn the same way for every function."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from figure import Pen

REACH = 5.0

ENDS = {
    ("soft", "soft"): Words("兩端都漸漸變平，斜率隨之消失", "Both ends level off, and the slope goes with them"),
    ("hard", "hard"): Words("兩端完全水平，斜率只能是零", "Both ends are perfectly flat: no slope is left at all"),
    ("soft", "none"): Words("左端漸漸變平，右端一直往上", "The left end levels off; the right end keeps climbing"),
    ("hard", "none"): Words("左端完全水平，右端一直往上", "The left end is perfectly flat; the right end keeps climbing"),
    ("none", "soft"): Words("右端漸漸變平，左端一直往下", "The right end levels off; the left end keeps falling away"),
    ("none", "none"): Words("兩端都不變平，走得再遠都還有斜率", "Neither end levels off: however far out, a slope remains"),
}


def of(name: str) -> SimpleNamespace:
    """A figure for the function, in the form `figure.py` draws."""
    f = getattr(import_module(f"activations.functions.{name}"), name)
    if f.mixes:
        return _of_vector(f)
    from facts import traits

    known = traits(f)
    title = ENDS[known["saturates_left"], known["saturates_right"]]

    def draw(ax: Axes, pen: Pen) -> None:
        x = np.linspace(-REACH, REACH, 801)
        cuts = [0.0] if f.kinks else []
        for colour, values, style, label, column in (("c2", f.derivative(x), "--", "f′(x)", "derivative"), ("c1", f(x), "-", "f(x)", "value")):
            jumps = cuts if column == "derivative" or any(k.jump for k in f.kinks) else []
            pen.keep(column, x, values)
            shown = values.copy()
            for cut in jumps:  # a jump is a gap in the line, not a wall
                shown[np.argmin(np.abs(x - cut))] = np.nan
            from figure import COLOURS

            ax.plot(x, shown, color=COLOURS[colour][0], linestyle=style)
            pen.note(ax, REACH, float(values[-1]), label, colour, (6, _apart(f, column)))
        low, high = min(float(f(x).min()), float(f.derivative(x).min())), max(float(np.minimum(f(x), 5).max()), float(f.derivative(x).max()))
        for side in ("left", "right"):
            if known[f"saturates_{side}"] == "hard" and not any(k.jump for k in f.kinks):
                pen.region(ax, *((-REACH, 0.0) if side == "left" else (0.0, REACH)))
        ax.set_xlim(-REACH, REACH)
        room = 0.06 * (high - low)
        ax.set_ylim(low - room, high + room)
        ax.axhline(0, color="#6b7280", linewidth=0.6, zorder=1)
        pen.ticks(ax, x=[-4, -2, 0, 2, 4], y=sorted({0.0, 1.0, *_landmarks(low, high)}))

    return SimpleNamespace(
        __doc__=f"{f.name}: value and derivative.",
        title=title,
        caption=Words(f"{f.name}（實線）與它的導數（虛線）。", f"{f.name} (solid) and its derivative (dashed)."),
        alt=Words(
            f"{f.name}的曲線與導數，橫軸從負五到五。{title.hant}。",
            f"The curve of {f.name} and its derivative, for inputs from minus five to five. {title.en}.",
        ),
        description=_description(f, known),
        draw=draw,
    )


def _landmarks(low: float, high: float) -> list[float]:
    below = (-4.0, -2.0) if low < -3 else (-1.0,) if low < -0.9 else ()
    return [float(v) for v in below + ((0.5,) if high <= 1.2 else (2.0, 4.0) if high > 3 else ()) if low - 0.1 <= v <= high + 0.1]


def _apart(f: Any, column: str) -> float:
    """Two labels at the same height step apart."""
    gap = float(f(REACH) - f.derivative(REACH))
    return 0.0 if abs(gap) > 0.15 * max(1.0, float(f(REACH))) else 8.0 if (column == "value") == (gap >= 0) else -8.0


def _description(f: Any, known: dict[str, Any]) -> Words:
    """What the eye would read off, from the facts."""
    n = f.id
    hant = [f"值域的下端是$[[{n}.lower]]$，上端是$[[{n}.upper]]$。", f"左端的斜率趨於$[[{n}.slope.left]]$，右端趨於$[[{n}.slope.right]]$。"]
    en = [
        f"The range ends at $[[{n}.lower]]$ below and $[[{n}.upper]]$ above.",
        f"The slope tends to $[[{n}.slope.left]]$ on the left and $[[{n}.slope.right]]$ on the right.",
    ]
    hant.append(f"在$x=0$處函數值為$[[{n}(0)]]$。")
    en.append(f"At $x = 0$ the value is $[[{n}(0)]]$.")
    if not any(k.jump for k in f.kinks):
        hant.append(f"斜率的最大值是$[[{n}.steepest]]$。")
        en.append(f"The largest slope is $[[{n}.steepest]]$.")
    if not known["monotone"]:
        hant.append(f"最低點在$x=[[{n}.minimum.x]]$，高度$[[{n}.minimum.y]]$。")
        en.append(f"The lowest point lies at $x = [[{n}.minimum.x]]$, at height $[[{n}.minimum.y]]$.")
    return Words("".join(hant), " ".join(en))


def _of_vector(f: Any) -> SimpleNamespace:
    """A function that mixes entries: one entry moves, and all outputs answer."""
    others = (0.0, 1.0)

    def draw(ax: Axes, pen: Pen) -> None:
        moving = np.linspace(-REACH, REACH, 401)
        outputs = f(np.stack([moving, *(np.full_like(moving, o) for o in others)], axis=-1))
        for row, (colour, label) in enumerate((("c1", "p₁"), ("c2", "p₂"), ("c3", "p₃"))):
            pen.curve(ax, moving, outputs[:, row], f"p{row + 1}", colour, label, at=-1 if row == 0 else 0, offset=(6, 0) if row == 0 else (-6, 0))
        ax.set_xlim(-REACH, REACH)
        ax.spines["left"].set_visible(False)
        ax.yaxis.tick_right()
        ax.set_ylim(-0.03, 1.03)
        pen.ticks(ax, x=[-4, -2, 0, 2, 4], y=[])
        ax.set_xlabel("x₁")

    return SimpleNamespace(
        __doc__=f"{f.name}: one entry moves, all outputs answer.",
        title=Words("一項變大，其餘的份額就得讓出來", "When one entry grows, the others give way"),
        caption=Words(
            f"{f.name}的三個輸出；第一項從負五移到五，另外兩項停在零與一。",
            f"The three outputs of {f.name} as the first entry moves from minus five to five; the other two rest at zero and one.",
        ),
        alt=Words(
            "三條曲線：第一個輸出由零升到一，另外兩個降向零。", "Three curves: the first output rises from zero to one, the other two fall towards zero."
        ),
        description=Words(
            "三個輸出永遠加起來等於一。第一項是零時，第一個輸出與第二個相等；第一項是一時，與第三個相等。第三個輸出始終是第二個的$e$倍。",
            "The three outputs always add up to one. Where the first entry is zero, the first output equals the second; where it is one, it equals the third. "
            "The third is always $e$ times the second.",
        ),
        draw=draw,
    )
