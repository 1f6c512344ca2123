"""What the eye reads in a drawing, taken from the drawing itself: its words, its frames, its lines; and numbers as marks that do not hang on their last bits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BETWEEN = (5**0.5 - 1) / 2
"""Where a number is no longer rounded down: at an irrational share of a step, so that no short decimal lies where two marks meet."""
SMALL = 1e-5  # of the largest number beside it: what is smaller is marked as coarsely
CELLS = 1000  # a picture is looked at in so many cells across


def steady(values: npt.ArrayLike, digits: int = 5) -> list[str]:
    """Each number to so many digits. Processors differ in the last of sixteen; here they agree but for one number in many millions."""
    numbers = np.asarray(values, dtype=float).ravel()
    finite = np.isfinite(numbers)
    kept = numbers[finite]
    size = np.maximum(np.abs(kept), SMALL * np.abs(kept).max(initial=0.0))
    step = 10.0 ** (np.floor(np.log10(np.where(size > 0, size, 1.0))) - digits + 1)
    marks = np.empty(numbers.shape, dtype=object)
    marks[~finite] = [f"{number:g}" for number in numbers[~finite]]
    marks[finite] = [f"{number:.{digits + 1}g}" for number in np.floor(kept / step + BETWEEN) * step + 0.0]
    return list(marks)


def mark(*parts: Any) -> str:
    """Eight letters that stand for all of this."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:8]


def words(figure: Figure) -> list[list[str]]:
    """[where it stands, the words, the curve that they name] for all that can be read; a place in the panel comes in hundredths of it."""
    found = [["above", figure.get_suptitle(), ""]]
    for number, ax in enumerate(figure.axes, 1):
        found += [[f"{number} {where}", said, curve] for where, said, curve in _words(ax)]
    return [each for each in found if each[1].strip()]


def _words(ax: Axes) -> Iterator[tuple[str, str, str]]:
    yield from ((f"title {side}", ax.get_title(loc=side), "") for side in ("left", "center", "right"))
    if ax.axison:
        for letter, axis in (("x", ax.xaxis), ("y", ax.yaxis)):
            yield f"{letter} axis", axis.get_label_text(), ""
            low, high = sorted(axis.get_view_interval())
            for place, label in zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=False):
                if low <= place <= high:
                    yield f"{letter} {place:.4g}", label.get_text(), ""
    for text in ax.texts:
        yield "at " + " ".join(_cells(_anchor(text, ax), 100)), text.get_text(), _named(text)
    if legend := ax.get_legend():
        yield from (("legend", text.get_text(), "") for text in legend.get_texts())


def _anchor(text: Any, ax: Axes) -> Any:
    """Where the words belong, in shares of the panel."""
    if hasattr(text, "xy"):
        return (ax.transData - ax.transAxes).transform([text.xy])
    return (text.get_transform() - ax.transAxes).transform([text.get_position()])


def _named(artist: Artist) -> str:
    """The curve that an artist shows or names; matplotlib's own names begin with a line."""
    name = str(artist.get_label() or "")
    return "" if name.startswith("_") else name


def frames(figure: Figure) -> list[str]:
    """Of each panel: what its axes reach, and their scales."""
    return [f"x {_reach(ax.get_xlim())} {ax.get_xscale()}, y {_reach(ax.get_ylim())} {ax.get_yscale()}{'' if ax.axison else ', no axes'}" for ax in figure.axes]


def _reach(limits: tuple[float, float]) -> str:
    return " to ".join(steady([end], 4)[0] for end in limits)


def curves(figure: Figure) -> list[tuple[str, Any, Any]]:
    """The lines that have a name, as they are drawn: name, x, y; NaN where there is a gap."""
    return [(_named(line), line.get_xdata(), line.get_ydata()) for ax in figure.axes for line in ax.lines if _named(line)]


def shapes(figure: Figure) -> list[str]:
    """A mark for each thing that is drawn and is no word: its kind, its look, its points in cells of the panel."""
    return [mark(number, type(each).__name__, *_look(each), *_points(each, ax)) for number, ax in enumerate(figure.axes, 1) for each in _drawn(ax)]


def _drawn(ax: Any) -> list[Artist]:
    return [*ax.lines, *ax.collections, *ax.patches, *ax.images, *(each for child in ax.child_axes for each in _drawn(child))]


def _look(artist: Any) -> list[str]:
    parts = ("color", "facecolor", "edgecolor", "linestyle", "linewidth", "marker", "markerfacecolor", "markersize", "alpha")
    return [f"{part} {get()}" for part in parts if (get := getattr(artist, f"get_{part}", None))]


def _points(artist: Any, ax: Axes) -> list[list[str]]:
    paths = artist.get_paths() if hasattr(artist, "get_paths") else [artist.get_path()] if hasattr(artist, "get_path") else []
    found = [_cells((artist.get_transform() - ax.transAxes).transform(path.vertices)) for path in paths]
    if hasattr(artist, "get_offsets") and np.any(artist.get_offsets()):  # one shape in many places
        found.append(_cells((artist.get_offset_transform() - ax.transAxes).transform(artist.get_offsets())))
    return found


def _cells(points: npt.ArrayLike, count: int = CELLS) -> list[str]:
    """Points in shares of the panel, as whole cells; what lies outside counts as just outside."""
    shares = np.clip(np.nan_to_num(np.asarray(points, dtype=float), nan=-0.5, posinf=1.5, neginf=-0.5), -0.5, 1.5)
    return [f"{number:.0f}" for number in np.floor(shares * count + BETWEEN).ravel() + 0.0]
