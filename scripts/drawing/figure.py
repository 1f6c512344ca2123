"""A figure is a caption, a description, and a `draw(axes, pen)`; the hand that draws it is the same everywhere.

A file in `figures/` gives: `title` (the point, as a sentence, drawn above), `caption`, `alt`, `description`
(what the eye would read off; may hold [[names]]), `draw(axes, pen)`, `holds(drawn)` (what decides that the words are
true, see `answers/figure.py`), and if it likes `panels` (how many axes, side by side; stacked where it is narrow),
`size` (inches), `assumes` (what a computation takes for granted; a figure that draws at random has it), and
`numbers()` (what pages may quote of it).
"""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from activation_functions import Activation
from drawing.graph import Graph, Notation, graphed, line_of
from language.words import LANGUAGES, Words
from project.paths import STYLE, TYPEFACES

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Annotation

# name: (light, dark); the meaning of each stands in the style guide of the about page
COLOURS = {
    "ink": ("#1f2933", "#e5e7eb"),
    "muted": ("#6b7280", "#9ca3af"),
    "c1": ("#0072b2", "#5ab4e6"),
    "c2": ("#d55e00", "#ff8a4c"),
    "c3": ("#009e73", "#34d399"),
    "c4": ("#b5558b", "#e08bbd"),
    "tint": ("#f3f4f6", "#262b36"),
}
STACKS = {
    "zh-Hant": "system-ui,'PingFang TC','Microsoft JhengHei','Noto Sans CJK TC','Noto Sans TC',sans-serif",
    "zh-Hans": "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif",
    "en": "system-ui,sans-serif",
}
"""The fonts of the page around a figure, as its style sheet has them."""
LEADING = 1.35  # between the lines of a title: Han characters fill their lines
WIDE, PAIR, NARROW = (7.2, 4.05), (7.2, 3.7), (3.55, 3.1)  # inches: a slide, two side by side, a phone


class Pen:
    """What draws in one language: it says words, draws functions, labels curves at their ends, and remembers the data."""

    def __init__(self, language: str, narrow: bool):
        self.language, self.narrow = language, narrow
        self.rows: list[tuple[str, float, float]] = []
        self.converted: dict[str, str] = {}

    def say(self, words: Words) -> str:
        said = words.into(self.language)
        if LANGUAGES[self.language].written != self.language:
            self.converted[words.hant] = said  # what the glossary decided
        return said

    def text(self, words: Words | str) -> str:
        return self.say(words) if isinstance(words, Words) else words

    def keep(self, name: str, x: npt.ArrayLike, y: npt.ArrayLike) -> None:
        """Remember plotted data for the CSV download."""
        self.rows += [(name, float(a), float(b)) for a, b in zip(np.ravel(x), np.ravel(y), strict=True)]

    def graph(
        self,
        ax: Axes,
        f: Activation | tuple[Activation, ...],
        x: npt.ArrayLike,
        line: str = "",
        *,
        derivative: int = 0,
        given: Mapping[str, float] | None = None,
        through: str = "",
        colour: str = "c1",
        label: Notation | Activation | None = "name",
        at: int = -1,
        offset: tuple[float, float] = (6, 0),
        gaps: Sequence[float] = (),
        **style: Any,
    ) -> Graph:
        """A function of ours, evaluated, named and labelled by its record: whoever draws says which and where, and cannot say it wrongly.

        f : the record; of a `line` that calls several, all of them
        derivative, given : the order of the derivative, which is dashed; parameters other than the defaults
        line : in place of these, an expression of x such as "2 * sigmoid(2 * x)"; `through` computes the same without loss
        label : the notation, or the one of several records that is meant; None writes none (see `name`)
        gaps : places where the curve jumps, a gap and no wall
        """
        graph = self.values(f, x, line, derivative=derivative, given=given, through=through)
        shown = np.where(np.isin(graph.x, gaps), np.nan, graph.y)
        ax.plot(graph.x, shown, color=COLOURS[colour][0], label=graph.line, **({"linestyle": "--"} if derivative else {}) | style)
        if label is not None:
            self.name(ax, graph, label, (float(graph.x[at]), float(graph.y[at])), colour, offset)
        return graph

    def values(
        self,
        f: Activation | tuple[Activation, ...],
        x: npt.ArrayLike,
        line: str = "",
        *,
        derivative: int = 0,
        given: Mapping[str, float] | None = None,
        through: str = "",
    ) -> Graph:
        """As `graph`, for the data alone: values that the drawing shows as words."""
        records = f if isinstance(f, tuple) else (f,)
        graph = graphed(records, x, line or line_of(records[0], derivative, given), through)
        self.keep(graph.line, graph.x, graph.y)
        return graph

    def name(self, ax: Axes, graph: Graph, label: Notation | Activation, place: tuple[float, float], colour: str, offset: tuple[float, float] = (6, 0)) -> None:
        """The label of a graph, beside a place."""
        self.note(ax, *place, graph.label(label), colour, offset).set_label(graph.line)

    def curve(
        self,
        ax: Axes,
        x: npt.ArrayLike,
        y: npt.ArrayLike,
        name: str,
        colour: str = "c1",
        label: Words | str | None = None,
        at: int = -1,
        offset: tuple[float, float] = (6, 0),
        **style: Any,
    ) -> None:
        """A line that is no function of ours, with its name (ASCII, for the data) and its label at point `at`."""
        self.keep(name, x, y)
        ax.plot(x, y, color=COLOURS[colour][0], label=name, **style)
        if label is not None:
            self.note(ax, float(np.ravel(x)[at]), float(np.ravel(y)[at]), label, colour, offset).set_label(name)

    def note(self, ax: Axes, x: float, y: float, words: Words | str, colour: str = "muted", offset: tuple[float, float] = (0, 0), **style: Any) -> Annotation:
        """Words beside a point, `offset` in points of print; anchored on the side they are moved to."""
        across = "left" if offset[0] > 0 else "right" if offset[0] < 0 else "center"
        up = "bottom" if offset[1] > 0 else "top" if offset[1] < 0 else "center"
        options: dict[str, Any] = {"ha": across, "va": up, "fontsize": 11} | style
        return ax.annotate(self.text(words), (x, y), xytext=offset, textcoords="offset points", color=COLOURS[colour][0], **options)

    def dot(
        self, ax: Axes, x: float, y: float, label: Words | str | None = None, colour: str = "c1", offset: tuple[float, float] = (8, 8), **style: Any
    ) -> None:
        """A landmark: a point, and its certified value beside it."""
        ax.plot([x], [y], "o", color=COLOURS[colour][0], zorder=4, clip_on=False)
        if label is not None:
            self.note(ax, x, y, label, colour, offset, **style)

    def region(self, ax: Axes, low: float, high: float, words: Words | str | None = None, height: float = 0.96) -> None:
        """A tinted stretch of the x axis (saturated, dead), named in muted words at the top."""
        ax.axvspan(low, high, color=COLOURS["tint"][0], zorder=0, linewidth=0)
        if words is not None and not self.narrow:  # on a phone the caption says it
            ax.text(
                (low + high) / 2, height, self.text(words), transform=ax.get_xaxis_transform(), ha="center", va="top", color=COLOURS["muted"][0], fontsize=10.5
            )

    def ticks(
        self,
        ax: Axes,
        x: Sequence[float] | None = None,
        y: Sequence[float] | None = None,
        xnames: Sequence[str] | None = None,
        ynames: Sequence[str] | None = None,
    ) -> None:
        """Few ticks, at places that mean something; a name that is a number must be the number of its place."""
        if x is not None:
            ax.set_xticks(x, _named(x, xnames))
        if y is not None:
            ax.set_yticks(y, _named(y, ynames))


def _named(places: Sequence[float], names: Sequence[str] | None) -> list[str]:
    for place, name in zip(places, names or (), strict=names is not None):
        if (said := spelt(name)) is not None and not math.isclose(said, place, rel_tol=1e-3):
            raise ValueError(f"a tick at {place:g} is called {name!r}; call it {_plain(place)!r}, or put it there")
    return [*(names or map(_plain, places))]


_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def spelt(name: str) -> float | None:
    """The number that a label writes, as −8, ½, 1/12, 10⁻³ or 50 %; None where it writes a word."""
    if len(name) == 1 and (whole := unicodedata.numeric(name, None)) is not None:
        return whole
    said = re.fullmatch(r"(−?\d+(?:\.\d+)?)(?:/(\d+)|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|( %))?", name)
    if not said:
        return None
    number = float(said[1].replace("−", "-"))
    return number / int(said[2]) if said[2] else number ** int(said[3].translate(_RAISED)) if said[3] else number / 100 if said[4] else number


def _plain(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def drawn(module: Any, language: str, narrow: bool = False) -> tuple[Figure, Pen]:
    """What a file in figures/ draws, in a language, with the house's hand; a character without a glyph is an error."""
    _typefaces()
    import matplotlib.pyplot as plt

    panels = getattr(module, "panels", 1)
    size = getattr(module, "size", WIDE if panels == 1 else PAIR)
    if narrow:
        rows = size[1] if size[0] == WIDE[0] and panels == 1 and hasattr(module, "size") else 0.0  # what is tall there has many rows, on a phone too
        size = (NARROW[0], max(NARROW[1] * panels, rows))
    pen = Pen(language, narrow)
    face = "House SC" if language == "zh-Hans" else "House TC"
    with plt.style.context(STYLE), plt.rc_context({"font.family": [face, "DejaVu Sans"], "svg.fonttype": "none"}), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph")
        figure, axes = plt.subplots(*((panels, 1) if narrow else (1, panels)), figsize=size)
        module.draw(axes, pen)
        title = pen.say(module.title)
        if panels == 1:  # it starts at the axis: where that lies far in, there is less room
            axes.set_title(_wrapped(title, size[0] - 0.5), linespacing=LEADING)
        else:
            figure.suptitle(_wrapped(title, size[0]), x=0.01, ha="left", fontsize=12.5, fontweight="bold", linespacing=LEADING)
        figure.get_layout_engine().execute(figure)  # meets every glyph; drawing it for that would cost as much again
        if panels == 1 and (further := float(axes.get_position().x0) * size[0] - 0.5) > 0.1:
            axes.set_title(_wrapped(title, size[0] - 0.5 - further), linespacing=LEADING)
            figure.get_layout_engine().execute(figure)
    figure.set_layout_engine(None)  # the places stand; every file is drawn from them, at once
    return figure, pen


def _wrapped(title: str, inches: float) -> str:
    """Break a title to the figure's width, into lines of about one length: no character stays behind by itself."""
    room = inches * 72 / 12.5 * 0.94
    lines = _broken(title, room)
    while len(narrower := _broken(title, room - 1)) == len(lines) > 1:
        lines, room = narrower, room - 1
    return "\n".join(lines)


def _broken(title: str, room: float) -> list[str]:
    """Lines of so many Han characters: each is as wide as it is tall, a Latin one about half as wide."""
    width, lines, line = 0.0, [], ""
    for token in re.findall(r"[\u2e80-\uffef]|[^\u2e80-\uffef\s]+|\s+", title):
        wide = len(token) if re.match(r"[\u2e80-\uffef]", token) else 0.56 * len(token)
        if width + wide > room and not re.match(r"[，。、：；！？）」]|\s", token):
            lines.append(line.rstrip())
            line, width = "", 0.0
        line, width = line + token, width + wide
    return [*lines, line]


@cache
def _typefaces() -> None:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import font_manager

    for path in TYPEFACES:
        font_manager.fontManager.addfont(path)


def svg(figure: Figure, language: str, alt: str) -> bytes:
    """For the page: text stays text in the reader's fonts, one file serves light and dark."""
    import matplotlib.pyplot as plt

    out = io.StringIO()
    with plt.rc_context({"svg.fonttype": "none", "svg.hashsalt": "house"}):
        figure.savefig(out, format="svg", transparent=True)
    return themed(out.getvalue(), language, alt).encode()


def themed(drawing: str, language: str, alt: str) -> str:
    """A drawing without its date and maker, in the reader's fonts, its colours as variables that follow light and dark."""
    text = re.sub(r"<\?xml.*?<svg", "<svg", drawing, flags=re.S)
    text = re.sub(r"font-family: (?:'House (?:TC|SC)', )?'DejaVu Sans';? ?", "", text)
    for name, (light, _) in COLOURS.items():
        text = text.replace(light, f"var(--{name})")
    scheme = [";".join(f"--{name}:{pair[dark]}" for name, pair in COLOURS.items()) for dark in (0, 1)]
    style = f"<style>:root{{{scheme[0]}}}@media (prefers-color-scheme:dark){{:root{{{scheme[1]}}}}}</style>"
    return shorter(
        re.sub(r"(<svg[^>]*)>", rf'\1 role="img" lang="{language}" font-family="{STACKS[language]}"><title>{escaped(alt)}</title>{style}', text, count=1)
    )


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# ---- fewer bytes for the same drawing --------------------------------------------------------

_NUMBER = re.compile(r"-?\d+\.\d+")
_PLACES = re.compile(r' (?:x|y|width|height)="[^"]*"|translate\([^)]*\)')
_STEPS = re.compile(r"([MLQCz])([^MLQCz]*)")


def shorter(drawing: str) -> str:
    """An SVG of matplotlib's in fewer bytes: places to a hundredth of a point, no indents, no remarks, no turns by nothing."""
    text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->| transform=\"rotate\(-0 [^\"]*\"", "", drawing, flags=re.S)
    text = re.sub(r">\s*\n\s*<", "><", text)
    text = re.sub(r'(<use [^>]*) transform="translate\(([^ )]+) ([^)]+)\)"', lambda use: f'{use[1]} x="{use[2]}"' + f' y="{use[3]}"' * (use[3] != "0"), text)
    text = _PLACES.sub(lambda place: _NUMBER.sub(lambda number: _hundredths(round(float(number[0]) * 100)), place[0]), text)
    return re.sub(r'(?<= d=")[^"]*', lambda path: _steps(path[0]), text)


def _steps(path: str) -> str:
    """A path whose points are given from the point before; each is rounded where it stands, so that nothing adds up."""
    said: list[str] = []
    last, here, first = "", (0, 0), (0, 0)
    for command, numbers in _STEPS.findall(path):
        step = command.lower()
        if step != last and (last, step) != ("m", "l"):  # a line is what follows a move by itself
            said.append(step)
        last, written = step, ""
        if step == "z":
            here = first
            continue
        places = [round(float(number) * 100) for number in numbers.split()]
        for place, before in zip(places, here * 3, strict=False):
            previous, written = said[-1], _hundredths(place - before)
            apart = not previous.isalpha() and written[0] != "-" and not (written[0] == "." and "." in previous)
            said.append(" " * apart + written)
        here = (places[-2], places[-1])
        first = here if step == "m" else first
    return "".join(said)


def _hundredths(number: int) -> str:
    """A count of hundredths as SVG may write it: 1.5, -.25, 3."""
    whole, rest = divmod(abs(number), 100)
    return "-" * (number < 0) + (f"{whole or ''}.{rest:02}".rstrip("0") if rest else str(whole))


def table(pen: Pen) -> bytes:
    """The plotted data as CSV: curve, x, y."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["curve", "x", "y"])
    writer.writerows((name, f"{x:.10g}", f"{y:.10g}") for name, x, y in pen.rows)
    return out.getvalue().encode()
