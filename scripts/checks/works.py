"""What pages take from elsewhere, for the ledger and as checks: the literature, the vocabulary, the edition, the tutorials' sayings, what was measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checks import syntax
from language import citation
from language.words import glossary
from mathematics.recorded import read
from pages.blocks import tables
from project.fault import Fault, line_of
from project.paths import DOCS, MEASURED, ROOT
from project.rows import rows


def lines() -> Iterator[str]:
    """The edition, each work with its year and ids, each row of the vocabulary."""
    yield f"edition\t{citation.version()}\t{citation.project()['date-released']}\t{syntax.short(citation.project())}"
    for key, work in citation._bibliography().items():
        fields = dict(work.fields.items())
        ids = [f"{name} {fields[name]}" for name in ("year", "doi", "eprint") if name in fields]
        people = [(role, [str(person) for person in persons]) for role, persons in work.persons.items()]
        rest = {name: value for name, value in fields.items() if name not in ("title", "year", "doi", "eprint")}
        yield "\t".join([f"work.{key}", *ids, f"title {syntax.short(fields['title'])}", f"rest {syntax.short((work.type, sorted(rest.items()), people))}"])
    for term in glossary():
        yield f"word.{term.hant}\t{term.hans}\t{term.en or '—'}\tothers {syntax.short(term.others)}"


# ---- the literature --------------------------------------------------------------------------

PREPRINT = 5
"""Years after which a preprint appears elsewhere at the latest."""


def literature() -> list[Fault]:
    """Ids of works are well formed: check digits hold, and an arXiv id agrees with the year and with the DOI that arXiv gives it."""
    faults, file = [], DOCS / "references.bib"
    for key, work in citation._bibliography().items():
        for name, what, remedy in _wrong(work.type, dict(work.fields.items())):
            at = line_of(file, f"{name} =", line_of(file, f"{{{key},"))
            faults.append(Fault(file, at, f"{key}: {what}", remedy))
    return faults


LOOK = "look the work up, and correct the id"


def _wrong(kind: str, fields: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """(field, what is wrong, what to do) of one work."""
    doi, preprint, year = fields.get("doi"), fields.get("eprint"), int(fields["year"])
    if doi is not None and not re.fullmatch(r"10\.\d{4,9}/[^\s{}]+", doi):
        yield "doi", f"{doi!r} is not of the form of a DOI, 10.1234/suffix", LOOK
    if preprint is not None:
        found = re.fullmatch(r"(\d\d)(0[1-9]|1[0-2])\.(\d{4,5})", preprint)
        if found is None or len(found[3]) != (5 if int(found[1]) >= 15 else 4):
            yield "eprint", f"{preprint!r} is not an arXiv id: YYMM.NNNN up to 2014, YYMM.NNNNN since", LOOK
        elif kind == "misc" and year != 2000 + int(found[1]):
            yield "eprint", f"arXiv {preprint} is of the year {2000 + int(found[1])}, the entry says {year}", "correct the year or the id"
        elif not 0 <= year - 2000 - int(found[1]) <= PREPRINT:
            yield "eprint", f"arXiv {preprint} is of the year {2000 + int(found[1])}, and the entry says it appeared in {year}", "correct the year or the id"
    if doi is not None and (theirs := re.fullmatch(r"10\.48550/arxiv\.(.+)", doi, re.I)) and theirs[1] != preprint:
        yield "doi", f"the DOI is that of arXiv {theirs[1]}, the entry's id is {preprint}", "correct the one or the other"
    for name in ("isbn", "issn", "doi"):
        for number in re.findall(r"(?<![\d-])(?:97[89][\d-]{10,14}|\d{4}-\d{3}[\dXx])(?![\d-])", fields.get(name, "")):
            if not check_digit(number):
                yield name, f"the last digit of {number} does not follow from the others", LOOK
        if name != "doi" and name in fields and not check_digit(fields[name]):
            yield name, f"{fields[name]!r} is not an {name.upper()}", LOOK


def check_digit(number: str) -> bool:
    """Whether the last digit of an ISBN or an ISSN follows from the others."""
    digits = [10 if digit in "Xx" else int(digit) for digit in number if digit.isdigit() or digit in "Xx"]
    match len(digits):
        case 13:
            return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
        case 8 | 10:
            return sum(digit * (len(digits) - place) for place, digit in enumerate(digits)) % 11 == 0
    return False


# ---- the tutorials' sayings ------------------------------------------------------------------


def tutorials() -> list[Fault]:
    """Each row of docs/rows.tsv comes from a source of docs/sources.tsv, and each source has a row."""
    sources, heard, faults = _sources(), set(), []
    for row, said in tables.sayings().items():
        heard.add(said["source"])
        if said["source"] not in sources:
            at = line_of(DOCS / "rows.tsv", f"{row}\t")
            faults.append(Fault(DOCS / "rows.tsv", at, f"row {row} is of source {said['source']}, which docs/sources.tsv does not have", "correct its code"))
    for code, line in sources.items():
        if code not in heard:
            faults.append(Fault(DOCS / "sources.tsv", line, f"no row of docs/rows.tsv comes from source {code}", "take it away, or add what it says"))
    return faults


def _sources() -> dict[str, int]:
    """The code of each tutorial, and its line."""
    return {code: number for number, (code, *_) in rows(DOCS / "sources.tsv", "code", "zh-Hant", "en")}


# ---- what was measured -----------------------------------------------------------------------


def records() -> list[Fault]:
    """Each record in scripts/measured is as its script wrote it."""
    return [found for file in sorted(MEASURED.glob("*.json")) if isinstance(found := read(file), Fault)]


# ---- where a line of the ledger comes from ---------------------------------------------------


def root(key: str) -> tuple[Path, int] | None:
    """The file and the line that hold what a line of the ledger is about, where it is one of these and still there."""
    kind, _, name = key.partition(".")
    places = {
        "edition": (ROOT / "CITATION.cff", "version:"),
        "work": (DOCS / "references.bib", f"{{{name},"),
        "word": (DOCS / "glossary.tsv", f"{name}\t"),
    }
    if kind not in places:
        return None
    file, start = places[kind]
    at = [number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if (start in line if kind == "work" else line.startswith(start))]
    return (file, at[0]) if at else None
