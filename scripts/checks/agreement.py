"""Checks that the written languages agree: they say the same things in the same order, and were read together."""

from __future__ import annotations

import re

from checks import pairs
from checks.prose import written
from language.words import WRITTEN
from pages.page import MATHS, SYNCED, Page, Section, authored, fingerprint, in_any_language
from project.fault import Fault, line_of
from project.paths import DOCS


def missing_languages() -> list[Fault]:
    """A page in one written language must stand in all."""
    faults = []
    for path in authored():
        files = {language: DOCS / f"{path}.{language}.md" for language in WRITTEN}
        there = [file for file in files.values() if file.exists()]
        faults += [Fault(there[0], 1, f"this page is not there in {w}", f"write docs/{path}.{w}.md") for w, file in files.items() if not file.exists()]
    return faults


def headings() -> list[Fault]:
    """Every heading has an explicit ASCII id, once a page."""
    faults = []
    for page in written():
        seen: dict[str, int] = {}
        for section in page.sections():
            line = page.line(section.start)
            if not re.fullmatch(r"[a-z][a-z0-9-]*", section.id):
                faults.append(Fault(page.file, line, f"the heading {section.title!r} has no id of the form {{ #lower-case }}", "write one behind it"))
            elif section.id in seen:
                faults.append(Fault(page.file, line, f"the id #{section.id} is taken by the heading of line {seen[section.id]}", "give one of them another id"))
            seen.setdefault(section.id, line)
        if page.it == "" and not page.path.endswith("each") and page.path not in ("index",) and not page.lede:
            faults.append(Fault(page.file, 1, "no sentence is marked { .lede } under the title", "mark the one that says what the page is about"))
    return faults


def structure() -> list[Fault]:
    """The written languages agree in headings, names, formulas, links, citations, boxes and code."""
    faults = []
    grouped: dict[str, list[Page]] = {}
    for page in written():
        grouped.setdefault(page.path, []).append(page)
    for _, versions in sorted(grouped.items()):
        if len(versions) != len(WRITTEN):
            continue
        first, *others = versions
        for other in others:
            mine, theirs = first.sections(), other.sections()
            if (lines := _parted(mine, theirs)) is not None:
                here, there = ([f"{'#' * s.level} #{s.id}" for s in page] for page in (mine, theirs))
                what = f"headings differ: {here[lines] if lines < len(here) else 'none'} in {first.written}, {there[lines] if lines < len(there) else 'none'}"
                where = (other, theirs[lines]) if lines < len(theirs) else (first, mine[lines])
                line = where[0].line(where[1].start)
                faults.append(Fault(where[0].file, line, f"{what} in {other.written}", "give both languages the same headings and ids"))
                continue
            for a, b in zip(mine, theirs, strict=True):
                faults += _differences(first, a, other, b)
    return faults


def _parted(mine: list[Section], theirs: list[Section]) -> int | None:
    """The place of the first heading in which two pages differ; None if in none."""
    here, there = ([(s.level, s.id) for s in page] for page in (mine, theirs))
    same = next((place for place, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there)))
    return None if same == len(here) == len(there) else same


def _differences(first: Page, a: Section, other: Page, b: Section) -> list[Fault]:
    """What is in one language of a section alone, at its line there."""
    faults = []
    for part, had in a.skeleton().items():
        has = b.skeleton()[part]
        if had != has:
            extra, lacking = _beyond(has, had), _beyond(had, has)
            page, section, item = (other, b, extra) if extra else (first, a, lacking)
            told = f"{part} of #{a.id} differ: only {first.written} has {_short(lacking)}, only {other.written} {_short(extra)}"
            faults.append(Fault(page.file, page.line(section.start + _place(section, part, item)), told, "say the same in both languages"))
    return faults


def _beyond(some: list[str], others: list[str]) -> str:
    """The first thing that is there oftener than among the others; nothing if they differ in order alone."""
    return next((item for item in some if some.count(item) > others.count(item)), "")


def _place(section: Section, part: str, item: str) -> int:
    """Where in a section the item stands; its beginning, if no one item is too many."""
    if part == "formulas":
        return next((m.start() for m in MATHS.finditer(section.text) if in_any_language(m.group()) == item), 0)
    return max(section.text.find(item), 0)


def _short(item: str) -> str:
    return " ".join(item.split())[:80] or "nothing"


# ---- read together ---------------------------------------------------------------------------


def stale() -> list[Fault]:
    """What is said in two languages has changed in one since both were last read together (docs.py sync ADDRESS)."""
    kept, faults, said = synced(), [], pairs.everything()
    for address, hashes in sides().items():
        if kept.get(address) != hashes:
            before = kept.get(address, ())
            moved = [w for w, now, then in zip(WRITTEN, hashes, before, strict=False) if now != then] or list(WRITTEN)
            at = said[address].get(moved[0]) or next(iter(said[address].values()))
            what = f"{address}: {' and '.join(moved)} changed since both were last read together"
            faults.append(Fault(at.file, at.line, what, f"read them together and record it: docs.py sync '{address}'"))
    gone = sorted(kept.keys() - said.keys())
    return faults + [Fault(SYNCED, line_of(SYNCED, each), f"{each} is said nowhere any more", "take the line out") for each in gone]


def sides() -> dict[str, tuple[str, ...]]:
    """address -> the hash of each written side."""
    return {address: tuple(fingerprint(pair[w].text) if w in pair else "" for w in WRITTEN) for address, pair in pairs.everything().items()}


def synced() -> dict[str, tuple[str, ...]]:
    if not SYNCED.exists():
        return {}
    rows = (line.split("\t") for line in SYNCED.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}


def thing(address: str) -> str:
    """What an address belongs to: a page, a figure, a claim, a script."""
    return address.partition("#")[0] if "#" in address else address.partition(".")[0]
