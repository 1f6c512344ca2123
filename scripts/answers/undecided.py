"""Sentences of the tutorials that nothing decides: docs/undecided.tsv says why, and what can be said instead."""

from __future__ import annotations

from functools import cache

from language.words import Words
from project.fault import Fault, Wrong
from project.paths import DOCS
from project.rows import rows


@cache
def undecided() -> dict[str, Words]:
    """The reason by the row of docs/rows.tsv, in the order of the file."""
    file, found = DOCS / "undecided.tsv", dict[str, Words]()
    for number, (row, hant, en) in rows(file, "row", "zh-Hant", "en"):
        if row in found:
            raise Wrong(Fault(file, number, f"row {row} stands here twice", "keep one"))
        found[row] = Words(hant, en)
    return found
