"""Draws one figure in every language and says what it is, as JSON; refuses one whose words are not so."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from answers.making import numbers
from drawing import figure, live, seen, shape
from drawing.figure import Pen
from drawing.reworded import converted as reworded_texts
from drawing.reworded import reworded
from language.words import LANGUAGES, WRITTEN, Words, hans
from project.fault import Fault, line_of

SAID = ("title", "caption", "alt", "description")


def module_of(name: str, module: str, known: dict[str, Any] | None = None) -> Any:
    """The file that draws a figure; a function's own picture is drawn by shape.py."""
    return import_module(module) if known is None else shape.of(name.removesuffix("_shape"), known)


def make(module: Any) -> dict[str, Any]:
    """The figure in every language and both widths; in the narrow one alone, where it always stands beside a formula. Exports come later."""
    import matplotlib.pyplot as plt

    widths = {"": True} if getattr(module, "beside", False) else {"": False, ".narrow": True}
    drawings: dict[str, str] = {}
    sizes: dict[str, list[float]] = {}
    words: dict[str, list[list[str]]] = {}
    frames: dict[str, list[str]] = {}
    shapes: dict[str, list[str]] = {}
    converted: dict[str, str] = {}
    data = ""
    for width, narrow in widths.items():
        simplified: dict[str, str] | None = None  # the texts, where the drawing for zh-Hant will do for zh-Hans as well
        for language in sorted(LANGUAGES, key=lambda language: language not in WRITTEN):
            named = f"{language}{width}"
            if language not in WRITTEN and simplified is not None:
                model = f"{LANGUAGES[language].written}{width}"
                drawings[named], sizes[named] = reworded(drawings[model], simplified, module.title), sizes[model]
                words[named] = [[where, simplified.get(said, said), curve] for where, said, curve in words[model]]
                converted |= {old: hans(old) for old in (*simplified, module.title.hant)}
                continue
            drawing, pen = figure.drawn(module, language, narrow)
            drawings[named] = figure.svg(drawing, language, module.title.into(language)).decode()
            sizes[named] = [round(float(inches) * 100) for inches in drawing.get_size_inches()]
            words[named] = seen.words(drawing)
            converted |= pen.converted
            if language == "zh-Hant":
                simplified = reworded_texts(drawing, module.title)
            if language == "en":
                frames[named], shapes[named] = seen.frames(drawing), seen.shapes(drawing)
                if not width:
                    data = figure.table(pen).decode()
                    _hold(module, pen)
            plt.close(drawing)
    said: dict[str, Any] = {part: list(getattr(module, part)) for part in SAID}
    said |= {"assumes": [list(each) for each in getattr(module, "assumes", ())]}
    said |= {"numbers": numbers(module), "script": (module.__doc__ or "").strip(), "data": data}
    said |= {"live": live.tabulated(module.live) if hasattr(module, "live") else None}
    return said | {"drawings": drawings, "sizes": sizes, "words": words, "frames": frames, "shapes": shapes, "converted": converted}


def _hold(module: Any, pen: Pen) -> None:
    """Refuse a figure whose words are not so. `holds(drawn)` of its file says what decides them.

    It gives a truth, computed, for pieces of the title and the other words: {Words("一路變小", "keeps shrinking"): slope[-1] < slope[0]}.
    `drawn` are the plotted data by the curve's name, (x, y) each. The pieces stand in the words as they are quoted, so that
    whoever changes the words meets the condition.
    """
    if not hasattr(module, "holds"):
        return
    file, drawn = Path(module.__file__), _drawn(pen)
    try:
        holds: Mapping[Words, Any] = module.holds(drawn)
    except KeyError as missing:
        what = f"holds() asks for {missing}, and the curves are {', '.join(drawn)}"
        raise ValueError(
            str(Fault(file, line_of(file, f'"{missing.args[0]}"', line_of(file, "def holds")), what, "call the curve by the name that it is drawn under"))
        ) from None
    for words, true in holds.items():
        for language, piece in zip(WRITTEN, words, strict=True):
            if not any(piece in getattr(module, part).into(language) for part in SAID):
                what = f"holds() decides {piece!r}, and neither title, caption, alt nor description says it"
                raise ValueError(str(Fault(file, line_of(file, piece), what, "quote in holds() the words as they stand")))
        if not isinstance(true, (bool, np.bool_)):
            raise TypeError(str(Fault(file, line_of(file, words.en), f"holds() gives {true!r} for {words.en!r}", "give a truth, True or False, computed")))
        if not true:
            what = f"the figure says {words.en!r}, and what it draws says otherwise"
            raise ValueError(str(Fault(file, line_of(file, words.en), what, "correct the words, or what is drawn")))


def _drawn(pen: Pen) -> dict[str, tuple[npt.NDArray[Any], npt.NDArray[Any]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for name, x, y in pen.rows:
        found.setdefault(name, []).append((x, y))
    return {name: (np.array([x for x, _ in rows]), np.array([y for _, y in rows])) for name, rows in found.items()}
