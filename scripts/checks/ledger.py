"""Checks of what is printed: no number, verdict, step, output, word or picture moves without a reader."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

from answers import names, quoting
from answers.names import catalogue
from checks import counting, equations, pictures, printed, reasoned, works
from checks.prose import lab_pages
from language.words import WRITTEN
from mathematics.observation import Observation
from pages.page import all_pages
from project.fault import Fault
from project.paths import DOCS, TESTS

LEDGER = TESTS / "ledger.txt"
PARTS: tuple[ModuleType, ...] = (printed, reasoned, works, pictures, counting, equations)
"""Modules whose `lines()` are the ledger: what a line is about, and after a tab what is said of it, in columns."""


def ledger() -> str:
    """All that is printed, one sorted line each."""
    lines = sorted({line for part in PARTS for line in part.lines()})
    if twice := [key for key, count in Counter(line.partition("\t")[0] for line in lines).items() if count > 1]:
        raise ValueError(f"two lines of the ledger are about {', '.join(twice)}: let each `lines()` begin its own with a word of its own")
    return "\n".join(lines) + "\n"


def moved() -> list[Fault]:
    """Lines of the ledger that are not what the code says now (docs.py ledger accepts them)."""
    was = _read(LEDGER.read_text("utf-8").splitlines() if LEDGER.exists() else [])
    now = _read(ledger().splitlines())
    order = sorted(was)
    faults = []
    for key in sorted(was.keys() | now.keys()):
        before, after = was.get(key), now.get(key)
        if before != after and not (before and after and agrees(key, before, after)):
            file, line = works.root(key) or (LEDGER, bisect_left(order, key) + 1)
            faults.append(Fault(file, line, _said(key, before, after), f"read {_pages(key)}, then `python scripts/docs.py ledger`"))
    return faults


def _read(lines: list[str]) -> dict[str, str]:
    """The lines by what they are about."""
    return {key: said for key, _, said in (line.partition("\t") for line in lines)}


def _said(key: str, before: str | None, after: str | None) -> str:
    """What moved, in words; of a line with many columns those that did."""
    if before is None or after is None:
        return f"{key} is new: {_plain(after)}" if before is None else f"{key} is no longer said, it was {_plain(before)}"
    columns = before.split("\t"), after.split("\t")
    pairs = list(zip(*columns, strict=True)) if len(columns[0]) == len(columns[1]) else [(_plain(before), _plain(after))]
    return f"{key}: {', '.join(f'{old} → {new}' for old, new in pairs if old != new)}"


def _plain(said: str | None) -> str:
    return (said or "").replace("\t", "  ")


# ---- what may move a little ------------------------------------------------------------------

SHARE, NEAR = 0.1, 1e-3
"""A loose number may move by such a share of its size; two that are so near 0 count as equal."""


def agrees(key: str, before: str, after: str) -> bool:
    """Whether two lines differ by no more than what moves by itself: measurements, and loose numbers."""
    if before.endswith("\tobserved") and after.endswith("\tobserved"):
        measured = quoting.number(key.partition(":")[0])
        mean, spread = (float(re.sub(r"[^\d.e-]", "", part)) for part in before.split("\t")[0].split(r"\pm"))
        scale = 0.01 if "%" in before else 1.0
        return bool(measured.agrees(Observation(mean * scale, spread * scale, measured.runs)))
    if before.endswith("\tloose") and after.endswith("\tloose"):
        (*fixed, old, _), (*fixed_now, new, _) = before.split("\t"), after.split("\t")
        pairs = zip(map(float, old.split()), map(float, new.split()), strict=False)
        return fixed == fixed_now and all(abs(a - b) <= max(SHARE * max(a, b), NEAR) for a, b in pairs)
    return False


# ---- who is to read what ---------------------------------------------------------------------

FEW = 6


def _pages(key: str) -> str:
    """The pages on which what a line is about is shown, for a reader to open."""
    found = sorted(set(_showing(key)))
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return f"{', '.join(found[:FEW])}{more}" if found else "the pages that showed it"


def _showing(key: str) -> Iterator[str]:
    kind, _, name = key.partition(".")
    quoted, blocks = printed.seen()
    if key.startswith("[["):
        yield from blocks.get(key.strip("[]"), ())
    elif kind == "edition":
        yield "index"  # and the foot of every other page
    elif kind == "data":
        yield f"functions/{name.partition('#')[2]}" if "#" in name else "index"
    elif kind == "lab":
        yield f"labs/{name.partition('#')[0]}"
    elif kind in ("claim", "derivation", "figure", "live", "work", "word"):
        sign = re.compile({"claim": rf"\[\[{key}\b", "work": rf"@{name}\b", "word": re.escape(name)}.get(kind, rf"\[\[{re.escape(name)}\b"))
        own = name.removesuffix("_derivative") if kind == "derivation" else name.removesuffix("_shape")
        for page in [*all_pages(WRITTEN[0]), *lab_pages(WRITTEN[0])]:
            if sign.search(page.text) or page.path == f"functions/{own}" or (page.it and kind == "work" and name in _sources(page.it)):
                yield page.path
    else:
        asked, _, form = key.partition(":")
        yield from quoted.get((asked, form), ())
        if kind in names.functions():
            yield f"functions/{kind}"


def _sources(name: str) -> tuple[str, ...]:
    return tuple(names._record(name).sources) if name in names.functions() else ()


# ---- the README's picture --------------------------------------------------------------------

PICTURE, PICTURED = DOCS / "picture.svg", "sigmoid_slope"


def picture() -> str:
    """The README's picture: the English drawing, as the page has it."""
    drawing: str = names.answer(catalogue()[PICTURED])["drawings"]["en"]
    return drawing


def old_picture() -> list[Fault]:
    """The README shows the figure as it is drawn now (docs.py ledger renews it)."""
    if PICTURE.exists() and PICTURE.read_text("utf-8") == picture():
        return []
    return [Fault(PICTURE, 1, f"this is not the figure {PICTURED} as it is drawn now", "renew it with `python scripts/docs.py ledger`")]
