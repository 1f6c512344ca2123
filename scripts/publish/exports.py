"""What readers take away: every figure as paths, PDF and slides, in every language. Made for a build, not while serving."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from answers import cache as store
from answers import names
from answers.names import Made, catalogue
from drawing import downloads
from drawing.downloads import KINDS
from language.words import LANGUAGES
from project.paths import STORE


def _folder(made: Made) -> Path:
    return STORE / "exports" / store.key(Path(downloads.__file__), note=names.drawn(made))


def _file(made: Made, language: str, kind: str) -> Path:
    return _folder(made) / language / f"{made.name}.{kind}"


def missing(made: Made) -> bool:
    return not all(_file(made, language, kind).exists() for language in LANGUAGES for kind in KINDS)


def export(made: Made) -> None:
    """Draw one figure for print and slides in every language."""
    import matplotlib.pyplot as plt

    from answers.figure import module_of
    from drawing import figure

    module = module_of(made.name, made.module, names.shown_by(made))
    for language in LANGUAGES:
        drawing, _ = figure.drawn(module, language)
        for kind, data in downloads.downloads(drawing).items():
            store.write(_file(made, language, kind), data)
        plt.close(drawing)


def make_all(progress: Callable[[int, int, str], None] | None = None, besides: Sequence[names.Task] = ()) -> None:
    """Compute whatever is missing, with the downloads: a figure that trained networks is exported where they are still at hand."""
    names.make_all(progress, besides, _complete, [made for made in catalogue().values() if made.kind == "figures" and missing(made)])


def _complete(made: Made) -> None:
    names.answer(made)
    if made.kind == "figures" and missing(made):
        export(made)


def exported(figures: list[str], progress: Callable[[int, int, str], None] | None = None) -> Iterator[tuple[str, Path]]:
    """(staged path, file) of every download, drawing what is missing."""
    made = [catalogue()[name] for name in figures]
    last = [m for m in made if missing(m)]
    names.run(export, last, [f"downloads of {m.name}" for m in last], progress)
    for m in made:
        for language in LANGUAGES:
            for kind in KINDS:
                yield f"{language}/figures/{m.name}.{kind}", _file(m, language, kind)
