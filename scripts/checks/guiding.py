"""Checks of the guide's map: its chapters are those of the navigation, in the same order, and what a chapter builds on comes before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from language import chapters
from language.chapters import CHAPTERS, Chapter
from project.fault import Fault, line_of
from project.paths import ROOT

TABLE, NAV = Path(chapters.__file__), ROOT / "mkdocs.yml"
LANDING = "guide/index.md"


def mapped(listed: Sequence[str], known: Sequence[Chapter] = CHAPTERS) -> Iterator[Fault]:
    """Where the map and the navigation disagree; nothing where the guide has no landing page to show a map."""
    if LANDING not in listed:
        return
    pages = [page.removeprefix("guide/").removesuffix(".md") for page in listed if page.startswith("guide/")]
    if pages[0] != "index":
        yield Fault(NAV, line_of(NAV, LANDING), f"{LANDING} comes after guide/{pages[0]}.md", "let it be the first of the guide")
    pages.remove("index")
    names = [chapter.page for chapter in known]
    for page in (page for page in pages if page not in names):
        yield Fault(
            NAV, line_of(NAV, f"guide/{page}.md"), f"the map of chapters has no {page}", f"give it a line in {TABLE.relative_to(ROOT)}, with what it needs"
        )
    for page in (name for name in names if name not in pages):
        yield _at(page, f"{page} is not in the navigation", "give it a line under `nav` in mkdocs.yml, or take it off the map")
    both = [page for page in pages if page in names]
    for page, other in zip((name for name in names if name in pages), both, strict=True):
        if page != other:
            yield _at(page, f"{page} stands where the navigation has {other}", "give both the same order")
            break
    for place, chapter in enumerate(known):
        for need in chapter.needs:
            if need not in names[:place]:
                yield _at(chapter.page, f"{chapter.page} builds on {need}, which does not come before it", "change the order, or what it needs")


def _at(page: str, what: str, remedy: str) -> Fault:
    return Fault(TABLE, line_of(TABLE, f'Chapter("{page}"'), what, remedy)
