"""Checks of what is printed: no number, verdict or picture moves without a reader."""

from __future__ import annotations

import re

from answers import names
from answers.names import catalogue, claims
from checks.prose import lab_pages
from language.words import WRITTEN
from mathematics.observation import Observation
from pages.page import all_pages
from project.paths import DOCS, TESTS
from publish import staging

LEDGER = TESTS / "ledger.txt"


def ledger() -> str:
    """Every printed number and every verdict, one sorted line each."""
    asked = {(f"{name}.{fact}", "6") for name in names.functions() for fact in names.known(name)["facts"]}  # for tables
    for page in [*all_pages(WRITTEN[0]), *lab_pages(WRITTEN[0])]:
        _, scribe = staging.shown(page, WRITTEN[0], exports=False)
        asked |= scribe.quoted
    lines = {f"claim.{name}\t{said['verdict']}\t{' '.join(said['rows'])}" for name, said in claims().items()}
    for name, form in asked:
        said = names.tex(name, form)
        measured = name.partition(".")[2] not in names.TEX_PARTS and isinstance(names.number(name), Observation)
        lines.add(f"{name}{':' + form if form else ''}\t{said}{chr(9) + 'observed' if measured else ''}")
    return "\n".join(sorted(lines)) + "\n"


def moved() -> list[str]:
    """Lines of the ledger that are not what the code says now (docs.py ledger accepts them)."""
    was = set(LEDGER.read_text("utf-8").splitlines()) if LEDGER.exists() else set()
    now = set(ledger().splitlines())
    kept = {line.split("\t")[0]: line for line in was if line.endswith("\tobserved")}
    faults = []
    for line in sorted(now - was):
        name = line.split("\t")[0]
        if line.endswith("\tobserved") and name in kept:
            measured = names.number(name.partition(":")[0])
            mean, spread = (float(re.sub(r"[^\d.e-]", "", part)) for part in kept[name].split("\t")[1].split(r"\pm"))
            scale = 0.01 if "%" in kept[name] else 1.0
            if measured.agrees(Observation(mean * scale, spread * scale, measured.runs)):
                was.discard(kept[name])
                continue
        faults.append(f"tests/ledger.txt: now {line.replace(chr(9), '  ')}")
    seen = {line.split("\t")[0] for line in now}
    return faults + [f"tests/ledger.txt: no longer said: {line.split(chr(9))[0]}" for line in sorted(was - now) if line.split("\t")[0] not in seen]


PICTURE, PICTURED = DOCS / "picture.svg", "sigmoid_slope"


def picture() -> str:
    """The README's picture: the English drawing, as the page has it."""
    drawing: str = names.answer(catalogue()[PICTURED])["drawings"]["en"]
    return drawing


def old_picture() -> list[str]:
    """The README shows the figure as it is drawn now (docs.py ledger renews it)."""
    good = PICTURE.exists() and PICTURE.read_text("utf-8") == picture()
    return [] if good else [f"docs/picture.svg is not the figure {PICTURED} as it is drawn now"]
