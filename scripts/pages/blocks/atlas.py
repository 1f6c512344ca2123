"""The families on one page: each with its members, a small picture and a sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from answers import names, quoting
from answers.names import functions
from language.families import FAMILIES
from language.words import Words
from pages.blocks import overview, tables
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable


def members(family: str, scribe: Scribe) -> str:
    """The functions of a family: picture, name, formula, and what each does."""
    head = [Words("圖", "Picture"), tables.FUNCTION, Words("公式", "Formula"), Words("一句話", "In a sentence")]
    rows = []
    for name in functions():
        record = names._record(name)
        if record.family == family:
            picture = overview.spark(record).replace("<svg ", '<svg width="60" height="40" ', 1)
            line = tables.in_a_sentence(record, scribe)
            tex = quoting.tex(f"{name}.formula", "").replace("|", r"\vert ").strip()  # a bar would end the cell
            rows.append([picture, tables.link(name, scribe), f"${tex}$", line[0].upper() + line[1:]])
    return tables.table(head, rows, scribe.language)


TABLES: dict[str, Callable[[Scribe], str]] = {f"family_{family}": partial(members, family) for family in FAMILIES}
