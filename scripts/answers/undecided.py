"""Sentences of the tutorials that nothing decides: docs/undecided.tsv says why, and what can be said instead."""

from __future__ import annotations

from functools import cache

from language.words import Words
from project.fault import Fault, Wrong
from project.paths import DOCS


@cache
def undecided() -> dict[str, Words]:
    """The reason by the row of docs/rows.tsv, in the order of the file."""
    file, found = DOCS / "undecided.tsv", dict[str, Words]()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 3 or not all(map(str.strip, cells)):
                raise Wrong(Fault(file, number, f"expected row, zh-Hant, en, and found {line!r}", "separate three cells by tabs"))
            if cells[0] in found:
                raise Wrong(Fault(file, number, f"row {cells[0]} stands here twice", "keep one"))
            found[cells[0]] = Words(*cells[1:])
    return found
