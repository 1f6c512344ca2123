"""What readers take away: every figure as paths, PDF and slides, in every language. Made for a build, not while serving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from answers import cache as store
from answers import names
from answers.names import Made, catalogue
from language.words import LANGUAGES
from project.paths import STORE

KINDS = ("paths.svg", "pdf", "png", "dark.png")


def _folder(made: Made) -> Path:
    return STORE / "exports" / names._key(made)


def export(made: Made) -> None:
    """Draw one figure for print and slides in every language."""
    import matplotlib.pyplot as plt

    from answers import making
    from drawing import figure

    module = making.figure_module(made.name, made.module, names.shown_by(made))
    for language in LANGUAGES:
        drawing, _ = figure.drawn(module, language)
        for kind, data in figure.exports(drawing).items():
            store.write(_folder(made) / language / f"{made.name}.{kind}", data)
        plt.close(drawing)


def exported(figures: list[str], progress: Callable[[int, int, str], None] | None = None) -> Iterator[tuple[str, Path]]:
    """(staged path, file) of every download, drawing what is missing."""
    made = [catalogue()[name] for name in figures]
    last = [m for m in made if not all((_folder(m) / language / f"{m.name}.{kind}").exists() for language in LANGUAGES for kind in KINDS)]
    names.run(export, last, [f"downloads of {m.name}" for m in last], progress)
    for m in made:
        for language in LANGUAGES:
            for kind in KINDS:
                yield f"{language}/figures/{m.name}.{kind}", _folder(m) / language / f"{m.name}.{kind}"
