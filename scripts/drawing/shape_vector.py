"""The picture of a function that mixes entries: one input moves, and the outputs answer.

What stands in the picture follows from how many outputs there are for each entry; what the words say is read off the curves.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from activation_functions.activation import Floats
from drawing.figure import COLOURS
from language.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

    from activation_functions import Activation
    from drawing.figure import Pen

REACH = 5.0
MOVING = np.linspace(-REACH, REACH, 801)
RESTING = (0.0, 0.5)
PIECES = ((-1.0, -2.0), (0.25, 0.0), (1.5, -3.0))  # slope and intercept
COLUMNS = ("c1", "c2", "c3")


def of(f: Activation) -> SimpleNamespace:
    """A figure for the function, in the form `figure.py` draws."""
    views: dict[float, Callable[[Activation], SimpleNamespace]] = {1.0: _shares, 0.5: _gate, 2.0: _parts, 0.0: _largest}
    figure = views[f.width](f)
    figure.beside = True
    return figure


def frame(ax: Axes, pen: Pen, low: float, high: float, label: str = "", reach: float = REACH) -> None:
    """The same for every function: as far left as right, a line at 0, and ticks at a few round heights."""
    room = 0.06 * (high - low)
    ax.set_xlim(-reach, reach)
    ax.set_ylim(low - room, high + room)
    ax.axhline(0, color=COLOURS["muted"][0], linewidth=0.6, zorder=1)
    step = next(s for s in (0.5, 1.0, 2.0, 4.0, 8.0) if (high - low) / s <= 6)
    pen.ticks(
        ax,
        x=range(-2 * int(reach / 2), int(reach) + 1, 2 if reach <= REACH else 5),
        y=[k * step for k in range(-10, 11) if low - 0.02 <= k * step <= high + 0.02],
    )
    ax.set_xlabel(label)


def _apart(ends: Floats, close: float) -> list[float]:
    """How far labels at nearly the same height step up or down, in points."""
    order = np.argsort(ends, kind="stable")
    moved = [0.0] * len(ends)
    for below, above in zip(order, order[1:], strict=False):
        if ends[above] - ends[below] < close:
            moved[below] -= 7.0
            moved[above] += 7.0
    return moved


def _list(*entries: float | str) -> str:
    """Entries as a line has them: [x, 0, 0.5]."""
    return f"[{', '.join(entry if isinstance(entry, str) else f'{entry:g}' for entry in entries)}]"


def _shares(f: Activation) -> SimpleNamespace:
    """As many outputs as entries: the first entry moves, the others rest."""
    outputs = f(np.stack([MOVING, *(np.full_like(MOVING, rest) for rest in RESTING)], axis=-1))
    seen = _seen(outputs)
    logarithms = seen is LOGARITHMS
    jumps = MOVING[1:][np.abs(np.diff(outputs, axis=0)).max(axis=-1) > 0.5].tolist()

    def draw(ax: Axes, pen: Pen) -> None:
        low, high = float(outputs.min()), float(outputs.max())
        beside = _apart(outputs[0], 0.09 * (high - low))
        for k, colour in enumerate(COLUMNS):
            at = -1 if k == 0 else 0
            line = f"{f.id}({_list('x', *RESTING)})[{k}]"
            pen.graph(ax, f, MOVING, line, colour=colour, label="f(x)", at=at, offset=(6, 0) if k == 0 else (-6, beside[k]), gaps=jumps)
        frame(ax, pen, low, high, "x₁")
        ax.spines["left"].set_visible(False)
        ax.yaxis.tick_right()
        pen.ticks(ax, y=[-4, -2] if logarithms else [])  # the ends of a share are 0 and 1

    return SimpleNamespace(
        __doc__=f"{f.name}: one entry moves, all outputs answer.",
        title=seen.title,
        caption=Words(
            f"{f.name}的三個輸出；第一項從負五移到五，另外兩項停在零與二分之一。",
            f"The three outputs of {f.name} as the first entry moves from minus five to five; the other two rest at zero and one half.",
        ),
        alt=_moves(outputs),
        description=seen.description,
        draw=draw,
    )


class Seen(NamedTuple):
    """What three outputs do as the first entry moves."""

    title: Words
    description: Words


EQUAL = Words("第一項與另一項相等時，兩者的輸出也相等。", "Where the first entry equals another, so do their outputs.")
ONE = Words("三個輸出永遠加起來等於一。", "The three outputs always add up to one. ")
LOGARITHMS = Seen(
    Words("一項變大，其餘機率的對數就一路往下", "When one entry grows, the logarithms of the other probabilities fall and fall"),
    Words(f"三個輸出都是機率的對數，機率加起來等於一。{EQUAL.hant}", f"The three outputs are logarithms of probabilities that add up to one. {EQUAL.en}"),
)
ONE_OR_NONE = Seen(
    Words("最大的一項得到一，其餘都得零", "The largest entry gets one, the others zero"),
    Words(
        "第一項超過另外兩項時，它的輸出由零跳到一，原來最大的那一項由一跳到零。",
        "Where the first entry passes the other two, its output jumps from zero to one, and that of the entry that was the largest falls from one to zero.",
    ),
)
WITH_ZEROS = Seen(
    Words("領先夠多，其餘的就恰好得零", "With a lead large enough, the others get exactly zero"),
    Words(
        f"{ONE.hant}{EQUAL.hant}第一項領先夠多時，第一個輸出恰好是一，另外兩個恰好是零。",
        f"{ONE.en}{EQUAL.en} Once the first entry leads by enough, its output is exactly one and the others are exactly zero.",
    ),
)
SMALLEST = Seen(
    Words("一項變大，它的份額就讓給其餘的", "When one entry grows, its share goes to the others"),
    Words(f"{ONE.hant}{EQUAL.hant}最小的一項得到最多。", f"{ONE.en}{EQUAL.en} The smallest entry gets most."),
)
LARGEST = Seen(
    Words("一項變大，其餘的份額就得讓出來", "When one entry grows, the others give way"),
    Words(f"{ONE.hant}{EQUAL.hant}", f"{ONE.en}{EQUAL.en}"),
)
NOT_ALL_WITH_ZEROS = Seen(
    Words("不大於零的項恰好得零，其餘的加起來也可以不到一", "An entry not above zero gets exactly zero, and the rest may add up to less than one"),
    Words(
        "第一項小於零時，它的輸出是零，三個輸出加起來也不到一；停在零的那一項永遠得零。第一項大於零之後，加起來才是一。",
        "While the first entry is below zero its output is zero, and the three outputs add up to less than one; the entry that rests at zero always gets zero. "
        "Only when the first entry is above zero do they add up to one.",
    ),
)
NOT_ALL = Seen(
    Words("份額加起來不到一，其餘不歸任何一項", "The shares add up to less than one: the rest goes to none of the entries"),
    Words(
        f"三個輸出加起來永遠不到一。{EQUAL.hant}第一項夠大時，它的輸出趨近一。",
        f"The three outputs always add up to less than one. {EQUAL.en} When the first entry is large enough its output approaches one.",
    ),
)
OTHER = Seen(Words("一項移動，每個輸出都跟著變", "When one entry moves, every output answers"), EQUAL)


def _seen(outputs: Floats) -> Seen:
    sums, zeros = outputs.sum(axis=-1), bool((outputs == 0.0).any())
    if np.allclose(np.exp(outputs).sum(axis=-1), 1.0):
        return LOGARITHMS
    if np.isin(outputs, (0.0, 1.0)).all():
        return ONE_OR_NONE
    if np.allclose(sums, 1.0):
        return WITH_ZEROS if zeros else LARGEST if outputs[-1, 0] > outputs[0, 0] else SMALLEST
    if (sums < 1.0).all():
        return NOT_ALL_WITH_ZEROS if zeros else NOT_ALL
    return OTHER


def _moves(outputs: Floats) -> Words:
    """What each of three curves does from left to right."""
    ways = {
        (True, False): Words("上升", "rises"),
        (False, True): Words("下降", "falls"),
        (True, True): Words("不變", "stays"),
        (False, False): Words("有升有降", "rises and falls"),
    }
    steps = np.diff(outputs, axis=0)
    first, second, third = (ways[bool((steps[:, k] >= -1e-12).all()), bool((steps[:, k] <= 1e-12).all())] for k in range(3))
    return Words(
        f"三條曲線，由左到右：第一條{first.hant}，第二條{second.hant}，第三條{third.hant}。",
        f"Three curves from left to right: the first {first.en}, the second {second.en}, the third {third.en}.",
    )


def _gate(f: Activation) -> SimpleNamespace:
    """Half as many outputs as entries: the plane of the pairs (a, b), with lines on which the output is the same.

    Where the output is a times a function of b, the line of a level is a = level / f(1, b), and that of 0 stands upright where f(1, b) is 0; of
    any other gate the lines are searched for on a grid.
    """
    outputs = f(np.stack([np.ones_like(MOVING), MOVING], axis=-1))[:, 0]
    proportional = bool(np.allclose(f(np.stack([np.full_like(MOVING, -3.0), MOVING], axis=-1))[:, 0], -3.0 * outputs))
    opens = bool(f([1.0, 1e3])[0] <= 1.0)  # fully open, and no more than that
    told_at = f(np.stack([np.full_like(MOVING, TOLD), MOVING], axis=-1))[:, 0]
    levels = [level for size in _levels(told_at) for level in (size, -size)]
    lines = [(level, _level(level, outputs) if proportional else _searched(f, level)) for level in levels]

    def draw(ax: Axes, pen: Pen) -> None:
        for level, pieces in lines:
            for number, (b, a) in enumerate(pieces, 1):
                there = np.abs(np.abs(a) - TOLD) if proportional else np.where(b < REACH - 1.0, np.abs(np.abs(a) - TOLD), np.inf)
                place = int(np.argmin(there))
                # Where the two halves are not alike, numbers of both meet beside the middle: those of the right half are enough.
                told = f"{level:g}".replace("-", "−") if proportional or b[place] > 0.1 else None
                pen.curve(ax, b, a, f"level {level:g} piece {number}", "c1" if level > 0 else "c2", told, place, (4, 0))
        for number, (b, a) in enumerate([] if proportional else _searched(f, 0.0), 1):
            pen.curve(ax, b, a, f"level 0 piece {number}", "muted", linewidth=0.9)
        flat = np.abs(outputs) < 1e-12
        if flat.sum() > 1:  # a gate that is shut
            pen.region(ax, float(MOVING[flat][0]), float(MOVING[flat][-1]))
        ax.set_xlim(-REACH, REACH)
        ax.set_ylim(-REACH, REACH)
        if proportional:
            ax.axhline(0, color=COLOURS["muted"][0], linewidth=0.9, zorder=1)
        if proportional and outputs.min() < 0.0 < outputs.max():
            ax.axvline(0, color=COLOURS["muted"][0], linewidth=0.9, zorder=1)
        pen.ticks(ax, x=range(-4, 5, 2), y=range(-4, 5, 2))
        ax.set_xlabel("b")
        ax.set_ylabel("a", rotation=0)

    return SimpleNamespace(
        __doc__=f"{f.name}: lines of equal output in the plane of a and b.",
        title=Words("兩個輸入，一個輸出", "Two inputs, one output"),
        caption=Words(
            f"每條線上，{f.name}的輸出都一樣，數字是輸出；橫軸是b，縱軸是a，灰色的地方是零。",
            f"Along each line the output of {f.name} is the same, and the number is that output; b runs across, a upwards; where it is grey, the output is zero.",
        ),
        alt=Words(f"a與b的平面，上面有{f.name}的等值線。", f"The plane of a and b with level lines of {f.name}.")
        if not proportional
        else Words(
            f"a與b的平面，上面有{f.name}的等值線；a大於零的一半與小於零的一半，數字相反。",
            f"The plane of a and b with level lines of {f.name}; the half above zero has the numbers of the half below with the opposite sign.",
        ),
        description=Words("同一個輸出可以來自許多對a與b。", "Many pairs of a and b give the same output.")
        if not proportional
        else Words(
            "固定b，輸出與a成正比：a減半，輸出就減半；a變號，輸出也變號。"
            + ("固定a而讓b變大，輸出趨近a；b很小時趨近零。" if opens else "固定a而讓b變大，輸出離零越來越遠，沒有上界。"),
            "With b at rest the output is in proportion to a: half the a gives half the output, and a change of its sign changes that of the output. "
            + (
                "As b grows with a at rest, the output approaches a; for very negative b it approaches zero."
                if opens
                else "As b grows with a at rest, the output moves away from zero without bound."
            ),
        ),
        draw=draw,
    )


LEVELS = (0.25, 1.0, 2.0, 6.0, 12.0)
TOLD, APART = 3.2, 1.1
"""The height at which the lines have their numbers, and how far these have to be from each other."""


def _levels(outputs: Floats) -> list[float]:
    """Levels whose numbers stand far enough from each other and from the edge; outputs are those where the numbers stand."""
    chosen, last = [], -np.inf
    for level in LEVELS:
        above = np.flatnonzero(outputs >= level)
        if above.size and MOVING[above[0]] - last >= APART and -REACH < MOVING[above[0]] < REACH - 1.0:
            chosen.append(level)
            last = float(MOVING[above[0]])
    return chosen


def _searched(f: Activation, level: float) -> list[tuple[Floats, Floats]]:
    """The same for any gate, between the points of a grid."""
    from contourpy import contour_generator

    b, a = np.meshgrid(MOVING[::4], MOVING[::4])
    found: Any = contour_generator(b, a, f(np.stack([a, b], axis=-1)).reshape(a.shape)).lines(level)
    return [(line[:, 0], line[:, 1]) for line in found if len(line) > 8]


def _level(level: float, outputs: Floats) -> list[tuple[Floats, Floats]]:
    """The line of one level in pieces that lie in the picture: b and a along each."""
    with np.errstate(divide="ignore"):
        a = level / outputs
    inside = np.flatnonzero(np.abs(a) <= REACH)
    pieces = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
    return [(MOVING[piece], a[piece]) for piece in pieces if piece.size > 8]


def _parts(f: Activation) -> SimpleNamespace:
    """Two outputs for each entry."""
    outputs = f(MOVING[:, np.newaxis])
    either = bool(((outputs != 0.0).sum(axis=-1) <= 1).all())  # never both at once

    def draw(ax: Axes, pen: Pen) -> None:
        for k, (at, offset) in enumerate(((-1, (6, 0)), (0, (-6, 0)))):
            pen.graph(ax, f, MOVING, f"{f.id}([x])[{k}]", colour=COLUMNS[k], label="f(x)", at=at, offset=offset)
        frame(ax, pen, float(outputs.min()), float(outputs.max()), "x")
        ax.spines["left"].set_visible(False)
        ax.set_yticks([])

    split = Words("正的走一邊，負的走另一邊", "What is positive goes one way, what is negative the other")
    return SimpleNamespace(
        __doc__=f"{f.name}: the two outputs of one entry.",
        title=split if either else Words("一個輸入，兩個輸出", "One input, two outputs"),
        caption=Words(f"{f.name}的兩個輸出；輸入從負五移到五。", f"The two outputs of {f.name} as the input moves from minus five to five."),
        alt=Words("兩條曲線，各屬一個輸出。", "Two curves, one for each output.")
        if not either
        else Words("兩條折線：一條在零的左邊是零，另一條在零的右邊是零。", "Two bent lines: one is zero left of zero, the other right of it."),
        description=Words(
            "兩個輸出不會同時不是零；從它們可以還原輸入，所以什麼都沒有丟掉。",
            "The two outputs are never both different from zero. The input can be told from them: nothing is lost.",
        )
        if either
        else Words("每個輸入都有兩個輸出。", "Each input has two outputs."),
        draw=draw,
    )


def _largest(f: Activation) -> SimpleNamespace:
    """One number is left of all entries: here of three straight lines."""
    lines = np.stack([slope * MOVING + intercept for slope, intercept in PIECES], axis=-1)
    output = f(lines)
    convex = bool((np.diff(output, 2) >= -1e-12).all())

    def draw(ax: Axes, pen: Pen) -> None:
        for k in range(len(PIECES)):
            pen.curve(ax, MOVING, lines[:, k], f"piece {k + 1}", "muted", linewidth=1.0)
        pen.graph(ax, f, MOVING, f"{f.id}({_list(*(f'{slope:g} * x + {intercept:g}' for slope, intercept in PIECES))})", label="f(x)")
        frame(ax, pen, float(output.min()) - 2.0, float(output.max()), "t")

    hull = Words("每處都取最大的，幾條直線就圍成一條凸曲線", "The largest at every place: a few straight lines make a convex curve")
    return SimpleNamespace(
        __doc__=f"{f.name} of three straight lines.",
        title=hull if convex else Words("三個片段，一個輸出", "Three pieces, one output"),
        caption=Words(f"三個線性片段（細線）與它們的{f.name}（粗線）。", f"Three affine pieces (thin) and their {f.name} (thick)."),
        alt=Words("三條斜率不同的直線，與一條由它們的最高處連成的折線。", "Three lines of different slopes, and a bent line that follows the highest of them."),
        description=Words(
            "片段的斜率由左到右一段比一段大，所以曲線是凸的；轉折在兩條直線相交的地方。",
            "From left to right each piece is steeper than the one before, so the curve is convex; it bends where two lines cross.",
        ),
        draw=draw,
    )
