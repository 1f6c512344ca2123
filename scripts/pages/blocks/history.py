"""The history of the functions as a table: each work with its year, the function, the part that it played, and how certain the entry is."""

from __future__ import annotations

from collections.abc import Callable

from answers import names
from figures.timeline import events
from language import citation
from language.words import Words
from pages.blocks.tables import FUNCTION, link, table
from pages.scribe import Scribe

PARTS = {
    "anticipated": Words("更早的同一個式子", "the same formula earlier"),
    "introduced": Words("提出", "introduced"),
    "named": Words("命名", "named"),
    "popularised": Words("普及", "popularised"),
    "studied": Words("使用或研究", "used or studied"),
    "miscited": Words("常被誤引", "often cited instead"),
}
CERTAIN = {
    "confirmed": Words("已核對", "checked"),
    "believed": Words("尚待核對", "to be checked"),
    "uncertain": Words("存疑", "in doubt"),
}


def history(scribe: Scribe) -> str:
    """One row a work and function, the earliest first."""
    head = [Words("年份", "Year"), FUNCTION, Words("做了什麼", "Part"), Words("文獻", "Work"), Words("書目", "Entry")]
    rows = []
    for event in events():
        names._record(event.function)  # the page depends on its record
        scribe.cited += [event.key] if event.key not in scribe.cited else []
        mark = citation.mark([event.key], scribe.language)[1:-1]
        parts = PARTS[event.part].into(scribe.language), mark, CERTAIN[event.certainty].into(scribe.language)
        rows.append([str(event.year), link(event.function, scribe), *parts])
    return table(head, rows, scribe.language)


TABLES: dict[str, Callable[[Scribe], str]] = {"history": history}
