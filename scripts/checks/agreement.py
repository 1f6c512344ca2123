"""Checks that the written languages agree: they say the same things in the same order, and were read together."""

from __future__ import annotations

import re

from checks.prose import written
from language.words import WRITTEN
from pages.page import SYNCED, Page, authored
from project.paths import DOCS


def missing_languages() -> list[str]:
    """A page in one written language must stand in all."""
    return [f"docs/{path}: no {written}" for path in authored() for written in WRITTEN if not (DOCS / f"{path}.{written}.md").exists()]


def headings() -> list[str]:
    """Every heading has an explicit ASCII id, once a page."""
    faults = []
    for page in written():
        seen: set[str] = set()
        for section in page.sections():
            if not re.fullmatch(r"[a-z][a-z0-9-]*", section.id):
                faults.append(f"{page.file}: the heading {section.title!r} has no id of the form {{ #lower-case }}")
            if section.id in seen:
                faults.append(f"{page.file}#{section.id}: two headings share this id")
            seen.add(section.id)
        if page.it == "" and not page.path.endswith("each") and page.path not in ("index",) and not page.lede:
            faults.append(f"{page.file}: no sentence marked {{ .lede }} under the title")
    return faults


def structure() -> list[str]:
    """The written languages agree in headings, names, formulas, links, citations, boxes and code."""
    faults = []
    grouped: dict[str, list[Page]] = {}
    for page in written():
        grouped.setdefault(page.path, []).append(page)
    for path, versions in sorted(grouped.items()):
        if len(versions) != len(WRITTEN):
            continue
        first, *others = versions
        for other in others:
            mine, theirs = first.sections(), other.sections()
            if [(s.level, s.id) for s in mine] != [(s.level, s.id) for s in theirs]:
                faults.append(f"{path}: headings differ: {[s.id for s in mine]} in {first.written}, {[s.id for s in theirs]} in {other.written}")
                continue
            for a, b in zip(mine, theirs, strict=True):
                for part, had in a.skeleton().items():
                    has = b.skeleton()[part]
                    if had != has:
                        only = [x for x in had if x not in has], [x for x in has if x not in had]
                        faults.append(f"{path}#{a.id}: {part} differ: only {first.written} {only[0] or had}, only {other.written} {only[1] or has}")
    return faults


def stale() -> list[str]:
    """A section changed in one language since both were last read together (docs.py sync PAGE#SECTION)."""
    kept, faults, alive = synced(), [], set()
    for address, hashes in sides().items():
        alive.add(address)
        if kept.get(address) != hashes:
            before = kept.get(address, ())
            moved = [w for w, now, then in zip(WRITTEN, hashes, before, strict=False) if now != then] or list(WRITTEN)
            faults.append(f"{address}: {' and '.join(moved)} changed since both were last read together")
    return faults + [f"{gone}: in docs/synced.tsv but not in docs" for gone in sorted(kept.keys() - alive)]


def sides() -> dict[str, tuple[str, ...]]:
    """page#section -> the hash of each written side."""
    found: dict[str, dict[str, str]] = {}
    for page in written():
        for section in page.sections():
            found.setdefault(f"{page.path}#{section.id}", {})[page.written] = section.hash
    return {address: tuple(hashes.get(w, "") for w in WRITTEN) for address, hashes in found.items()}


def synced() -> dict[str, tuple[str, ...]]:
    if not SYNCED.exists():
        return {}
    rows = (line.split("\t") for line in SYNCED.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {row[0]: tuple(row[1:]) for row in rows}
