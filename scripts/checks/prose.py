"""Pages and labs as people wrote them, in each written language."""

from __future__ import annotations

from collections.abc import Iterator

from language.words import WRITTEN
from pages.page import Page, authored, read
from project.paths import DOCS
from publish import labs


def written() -> Iterator[Page]:
    """Everything people wrote, labs among them, as pages."""
    for written in WRITTEN:
        for path in authored():
            if (DOCS / f"{path}.{written}.md").exists():  # where not, missing_languages says so
                yield read(path, written)
        yield from lab_pages(written)


def lab_pages(written: str) -> Iterator[Page]:
    for file in labs.files():
        prose = [c["source"] for c in labs.cells(file) if c["lang"] == written]
        yield Page(f"labs/{file.stem}", written, "\n\n".join(prose))
