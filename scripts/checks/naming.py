"""Checks of names: each is answered, each made thing is used, each claim answers a saying."""

from __future__ import annotations

import re

from answers import names
from answers.names import NAME, catalogue, claims
from checks.prose import lab_pages, written
from language import citation
from language.words import LANGUAGES, WRITTEN
from pages.blocks import tables
from pages.page import Page, all_pages
from project.paths import ROOT
from publish import staging


def unknown_names() -> list[str]:
    """Every name exists and every number is settled: all pages resolve in all languages."""
    faults = []
    for language, spoken in LANGUAGES.items():
        for page in [*all_pages(spoken.written), *lab_pages(spoken.written)]:
            try:
                staging.shown(page, language, exports=False)
            except (ValueError, ArithmeticError, KeyError) as error:
                faults.append(f"{language}/{page.path}: {error}")
    return faults


def unused() -> list[str]:
    """Every made thing is on a page."""
    asked = {name for page in [*all_pages(WRITTEN[0]), *lab_pages(WRITTEN[0])] for m in NAME.finditer(page.text) for name in re.findall(r"[\w.]+", m.group())}
    asked |= {f"{name.partition('.')[0]}_shape" for name in asked if name.endswith(".shape")}
    asked |= {f"{name.partition('.')[0]}_derivative" for name in asked if name.endswith(".derivation")}
    heads = {name.partition(".")[0] for name in asked} | asked
    faults = [
        f"{m.file.relative_to(ROOT)}: no page uses {name}" for name, m in catalogue().items() if m.kind in ("figures", "derivations") and name not in heads
    ]
    cited = {key for page in written() for key in _cited(page)}
    return faults + _bibliography(cited)


def _cited(page: Page) -> list[str]:
    return [key.strip().lstrip("@") for m in re.finditer(r"\[(@[^\]]+)\]", page.text) for key in m[1].split(";")]


def _needed() -> set[str]:
    return {key for name in names.functions() for key in names._record(name).sources}


def _bibliography(cited: set[str]) -> list[str]:
    wanted = cited | _needed() | {key for said in claims().values() for key in said["reads"]}
    return [f"docs/references.bib: no entry {key}" for key in sorted(wanted - set(citation.keys()))]


def rows_answered() -> list[str]:
    """Claims answer rows that exist, and each row is answered by one claim."""
    seen: dict[str, str] = {}
    faults = []
    for name, said in claims().items():
        for row in said["rows"]:
            if row not in tables.sayings():
                faults.append(f"claim {name}: docs/rows.tsv has no row {row}")
            if row in seen:
                faults.append(f"row {row} is answered twice: {seen[row]} and {name}")
            seen[row] = name
    return faults


def controls() -> list[str]:
    """With its control in the place of its object, each claim's verdict must change."""
    return [f"claim {name}: the control has the same verdict, {said['ruling']}" for name, said in claims().items() if said["ruling"] == said["control_verdict"]]


def assumptions() -> list[str]:
    """Each claim and each figure drawn at random says what it assumes; a claim varies each assumption or says why it cannot matter."""
    faults = []
    for name, said in claims().items():
        if not said["assumes"]:
            faults.append(f"{said['file']}: claim {name} does not say what it assumes; give `assumes`")
        if said["unsettled"]:
            faults.append(f"{said['file']}: claim {name} neither varies {', '.join(said['unsettled'])} nor says in `immaterial` why it cannot matter")
    for made in catalogue().values():
        if made.kind == "figures" and "default_rng" in made.file.read_text("utf-8") and not names.answer(made)["assumes"]:
            faults.append(f"{made.file.relative_to(ROOT)}: a figure that draws at random says what it assumes; give `assumes`")
    return faults


def unmade() -> list[str]:
    """Every made thing can be made; of a derivation, every step holds and the last agrees with the code."""
    faults = []
    for made in catalogue().values():
        try:
            names.answer(made)
        except Exception as error:  # any failure to make a thing is a fault of the site
            faults.append(f"{made.file.relative_to(ROOT)}: {error}")
    return faults
