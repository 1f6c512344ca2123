"""The plot beside a function's formula: the curve and both derivatives, the landmark that defines it, a point to move, and its values as a table.

Without scripts it is a still figure. With them, assets/plot moves the point along the rows of the function's table.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from flint import arb

from answers import curves, names, quoting
from answers.quoting import tex_number
from language.words import Words
from mathematics import typesetting
from mathematics.curve import Curve
from mathematics.digits import unpack
from pages.markup import to_html
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from activation_functions import Activation

ORDERS = (("value", "f(x)"), ("derivative", "f′(x)"), ("second_derivative", "f″(x)"))
WIDTH, HEIGHT = 360, 216
LEFT, RIGHT, TOP, BOTTOM = 30, 352, 8, 196  # of the window, in the units of the drawing
STEEP = 2  # beyond it a second derivative is cut off; near a bend it may be of any size
WITHIN = 0.15  # units of the drawing that a line with fewer points may be away from the table
STROKE = 46  # half the length of the tangent

# ---- the landmark ----------------------------------------------------------------------------


class Landmark(NamedTuple):
    """What a function is known by: what it is called, and where it lies on which of the three curves."""

    said: Words
    points: tuple[tuple[float, float], ...]


def landmark(name: str) -> Landmark:
    """The first of these that the function has: a jump, a lowest or highest point on a smooth stretch, a steepest place between two ends that level off,
    a kink, a seam where only the second derivative jumps, a steepest place; or else its value at 0."""
    record, known = names._record(name), names.known(name)
    facts, traits = known["facts"], known["traits"]
    cuts = [] if traits["smoothness"] == "smooth" else curves.cuts(record)
    jumps = any(kink.jump for kink in record.kinks)
    both = "none" not in (traits["saturates_left"], traits["saturates_right"])
    if cuts and jumps:
        return _places(record, Words("跳躍", "Jump"), Words("跳躍", "Jumps"), cuts)
    for extreme, words in (("minimum", Words("最低點", "Lowest point")), ("maximum", Words("最高點", "Highest point"))):
        if f"{extreme}.x" in facts and (x := float(unpack(facts[f"{extreme}.x"]["ball"]))) not in cuts:
            return _point(record, words, "f", f"{extreme}.x", f"{extreme}.y", x)
    steepest = "steepest.x" in facts
    if not cuts or (both and steepest):
        if steepest:
            return _point(record, Words("最陡處", "Steepest"), "f'", "steepest.x", "steepest", float(unpack(facts["steepest.x"]["ball"])))
        value = f"$f(0)={quoting.tex(f'{name}(0)', '4')}$"
        return Landmark(Words(f"在零的值：{value}", f"Value at zero: {value}"), ((0.0, float(record(0.0))),))
    own = Curve.of(record)
    if all(float(own.at(kink.left, arb(0))) == float(own.at(kink.right, arb(0))) for kink in record.kinks):
        return _places(record, Words("兩段相接處", "Where its pieces meet"), Words("各段相接處", "Where its pieces meet"), cuts)
    return _places(record, Words("轉折點", "Kink"), Words("轉折點", "Kinks"), cuts)


def _places(record: Activation, one: Words, several: Words, cuts: list[float]) -> Landmark:
    """Places on the horizontal axis, each marked on the curve."""
    words, where = one if len(cuts) == 1 else several, [f"{cut:g}" for cut in cuts]
    return Landmark(Words(f"{words.hant}：$x={'$、$'.join(where)}$", f"{words.en}: $x={', '.join(where)}$"), tuple((cut, float(record(cut))) for cut in cuts))


def _point(record: Activation, words: Words, line: str, place: str, height: str, x: float) -> Landmark:
    """A place with what the value or the slope is there."""
    at, there = (tex_number(f"{record.id}.{fact}", "4") for fact in (place, height))
    return Landmark(Words(f"{words.hant}：${line}({at})={there}$", f"{words.en}: ${line}({at})={there}$"), ((x, float(record(x))),))


# ---- where things stand ----------------------------------------------------------------------


class Window(NamedTuple):
    """The part of the plane that is drawn: from -reach to reach, from low to high."""

    reach: int
    low: float
    high: float

    def across(self, x: float) -> float:
        return LEFT + (x + self.reach) / (2 * self.reach) * (RIGHT - LEFT)

    def up(self, y: float) -> float:
        return BOTTOM - (y - self.low) / (self.high - self.low) * (BOTTOM - TOP)


def window(name: str, curve: curves.Rows) -> Window:
    """All of the curve, and of its derivatives what is no steeper than the window is wide."""
    reach = curves.reach(name)
    seen = [row for row, x in enumerate(curve["x"]) if abs(x) <= reach]
    bounds = {"value": float("inf"), "derivative": float(reach), "second_derivative": float(STEEP)}
    shown = [max(-most, min(most, curve[order][row])) for order, most in bounds.items() for row in seen]
    low, high = min(0.0, *shown), max(1.0, *shown)
    room = 0.06 * (high - low)
    return Window(reach, round(low - room, 3), round(high + room, 3))


def start(name: str, curve: curves.Rows) -> int:
    """The row nearest to the landmark; of the three at a kink the middle one."""
    wanted = landmark(name).points[0][0]
    first = min(range(len(curve["x"])), key=lambda row: abs(curve["x"][row] - wanted))
    return first + 1 if curve["x"].count(curve["x"][first]) > 1 else first


def path(curve: curves.Rows, order: str, seen: Window) -> str:
    """A line through the rows, in as few strokes as show the same; a jump is a gap."""
    parts: list[list[tuple[float, float]]] = [[]]
    before: tuple[float, float] | None = None
    room = seen.high - seen.low
    for x, y in zip(curve["x"], curve[order], strict=True):
        if abs(x) > seen.reach:
            continue
        if before is not None and before[0] == x and before[1] != y:
            parts.append([])
        parts[-1].append((seen.across(x), seen.up(max(seen.low - room, min(seen.high + room, y)))))
        before = x, y
    return "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in _few(part)) for part in parts if len(part) > 1)


def _few(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Some of the points, so that no other lies farther than WITHIN above or below the line through them (Ramer, Douglas and Peucker)."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    away = [abs(y - y0 - (x - x0) * (y1 - y0) / (x1 - x0)) if x1 > x0 else 0.0 for x, y in points]
    worst = max(range(len(points)), key=lambda at: away[at])
    if away[worst] <= WITHIN:
        return [points[0], points[-1]]
    return _few(points[: worst + 1])[:-1] + _few(points[worst:])


def ticks(low: float, high: float, about: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten."""
    step = next(m * 10.0**e for e in range(-3, 4) for m in (1, 2, 5) if m * 10.0**e >= (high - low) / about)
    return [round(k * step, 6) for k in range(round(low / step) - 1, round(high / step) + 2) if low <= round(k * step, 6) <= high]


# ---- what stands on the page -----------------------------------------------------------------


def plain(number: float) -> str:
    """A number of a table as assets/plot writes it."""
    mantissa, _, exponent = f"{number:.4g}".partition("e")
    return f"{mantissa}{f' × 10^{int(exponent)}' if exponent else ''}".replace("-", "−")


def plot(record: Activation, scribe: Scribe) -> str:
    """The title with the landmark, the drawing, what it reads, and folded: the values as a table, the still figure and its downloads."""
    scribe.asked.add(f"{record.id}.shape")
    if record.mixes:
        return scribe.block(f"{record.id}.shape", scribe)
    language, curve = scribe.language, curves.curve(record.id)
    first, found = start(record.id, curve), landmark(record.id)
    gap = Words("，", ". ").into(language)
    title = f'{html.escape(record.name)}<span class="known">{gap}{to_html(found.said.into(language))}</span>'
    move = Words("沿曲線移動的點", "A point on the curve").into(language)
    boxes = "".join(
        f'<label><input type="checkbox" name="show" value="{at}" checked><svg viewBox="0 0 20 8" aria-hidden="true"><path class="{order}" d="M0 4H20"/></svg>'
        f' {label} <output data-of="{order}">{plain(curve[order][first])}</output></label>'
        for at, (order, label) in enumerate(ORDERS)
    )
    values = Words("數值與檔案", "Values, files").into(language)
    return "\n".join(
        [
            f'<div class="plot" id="plot" data-function="{record.id}" data-at="{curve["x"][first]:g}">',
            f'<p class="plot-title">{title}</p>',
            f'<div class="stage" data-label="{html.escape(record.name)}: {move}">{_drawing(record, curve, first, found)}</div>',
            f'<form class="readout"><span>x <output data-of="x">{plain(curve["x"][first])}</output></span>{boxes}</form>',
            f'<p class="readout second" hidden><b></b>{"".join(f"<output data-other={order}></output>" for order, _ in ORDERS)}</p>',
            f'<div class="folds"><button type="button" class="with">{Words("與別的函數比較", "Compare with…").into(language)}</button>',
            *_sliders(record, language),
            f'<details class="take"><summary>{values}</summary>',
            _values(record, curve, scribe),
            scribe.block(f"{record.id}.shape", scribe).replace("<img ", '<img loading="lazy" ', 1).replace(' loading="lazy">', ">", 1),
            "</details>",
            "</div>",
            "</div>",
        ]
    )


def _sliders(record: Activation, language: str) -> list[str]:
    """Folded, one for each parameter: it goes through the values that there are tables for."""
    if not record.parameters:
        return []
    rows = []
    for name, parameter in record.parameters.items():
        values, letter = curves.settings(record.id, name), to_html(f"${typesetting.letter(name)}$")
        usual = values.index(parameter.default)
        rows.append(
            f'<label>{letter}<input type="range" name="{name}" min="0" max="{len(values) - 1}" value="{usual}" data-usual="{usual}" data-letter="{name}"'
            f' data-values="{" ".join(f"{value:.4g}" for value in values)}" aria-valuetext="{name} = {plain(parameter.default)}"> <output>{plain(parameter.default)}</output></label>'
        )
    title = Words("參數", "Parameters").into(language)
    alone = Words("一次改變一個，其餘的參數回到預設值。", "One changes at a time; the others go back to their defaults.").into(language)
    said = f"<p>{alone}</p>" if len(rows) > 1 else ""
    return [f'<details class="take sliders"><summary>{title}</summary>{said}{"".join(rows)}</details>']


def _drawing(record: Activation, curve: curves.Rows, first: int, found: Landmark) -> str:
    seen = window(record.id, curve)
    x, y, slope = (curve[column][first] for column in ("x", "value", "derivative"))
    across, down = (RIGHT - LEFT) / (2 * seen.reach), (TOP - BOTTOM) / (seen.high - seen.low) * slope
    run, rise = (STROKE / (across**2 + down**2) ** 0.5 * part for part in (across, down))
    cx, cy = seen.across(x), seen.up(y)
    marks = "".join(f'<circle class="mark" cx="{seen.across(px):.1f}" cy="{seen.up(py):.1f}" r="7"/>' for px, py in found.points if abs(px) <= seen.reach)
    dots = "".join(
        f'<circle class="dot {order}" cx="{cx:.1f}" cy="{seen.up(curve[order][first]):.1f}" r="3.5"/>'
        for order, _ in ORDERS[1:]
        if seen.low <= curve[order][first] <= seen.high
    )
    return "".join(
        [
            f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="plot-name" data-box="{LEFT} {RIGHT} {TOP} {BOTTOM}"',
            f' data-window="{seen.reach} {seen.low:g} {seen.high:g}"><title id="plot-name">{html.escape(record.name)}: f, f′, f″</title>',
            f'<clipPath id="plot-window"><rect x="{LEFT}" y="{TOP}" width="{RIGHT - LEFT}" height="{BOTTOM - TOP}"/></clipPath>',
            f'<path class="axis" d="M{LEFT} {seen.up(0):.1f}H{RIGHT}M{seen.across(0):.1f} {TOP}V{BOTTOM}"/>',
            *_labels(ticks(-seen.reach, seen.reach, 6), lambda v: f'x="{seen.across(v):.1f}" y="{HEIGHT - 4}" text-anchor="middle"'),
            *_labels(ticks(seen.low, seen.high, 5), lambda v: f'x="{LEFT - 5}" y="{seen.up(v) + 4:.1f}" text-anchor="end"'),
            '<g clip-path="url(#plot-window)">',
            *(f'<path class="line {order}" d="{path(curve, order, seen)}"/>' for order, _ in reversed(ORDERS)),
            f'<line class="tangent" x1="{cx - run:.1f}" y1="{cy - rise:.1f}" x2="{cx + run:.1f}" y2="{cy + rise:.1f}"/></g>',
            f'{marks}{dots}<circle class="point" cx="{cx:.1f}" cy="{cy:.1f}" r="5.5"/></svg>',
        ]
    )


def _labels(at: Iterable[float], place: Callable[[float], str]) -> list[str]:
    return [f"<text {place(v)}>{plain(v)}</text>" for v in at]


def _values(record: Activation, curve: curves.Rows, scribe: Scribe) -> str:
    """The three values at whole numbers, or at every second of them; at a kink those that the code answers with."""
    reach = curves.reach(record.id)
    rows = []
    for x in range(-reach, reach + 1, max(1, reach // 3)):
        row = curve["x"].index(x) + (curve["x"].count(x) > 1)
        cells = "".join(f"<td>{plain(curve[order][row])}</td>" for order, _ in ORDERS)
        rows.append(f'<tr><th scope="row">{plain(x)}</th>{cells}</tr>')
    heads = "".join(f'<th scope="col">{label}</th>' for label in ("x", *(label for _, label in ORDERS)))
    return f'<div class="scroll"><table class="table"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"plot": plot}
