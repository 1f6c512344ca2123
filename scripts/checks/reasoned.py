"""What is judged and derived, for the ledger: the words and the deciding code of each saying, the steps of each derivation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from answers import names
from answers.names import catalogue, claims
from checks import syntax
from pages.blocks import tables
from project.paths import ROOT

WORDS = ("said", "why", "control", "holds_when", "assumes")


def lines() -> Iterator[str]:
    yield from sayings()
    yield from derivations()


def sayings() -> Iterator[str]:
    """Each saying with its verdict, the rows it answers, and hashes of its words in both languages and of the code that decides."""
    for name, said in claims().items():
        parts = {part: said[part] for part in WORDS}
        parts |= {"says": said["says"], "rows": [tables.sayings().get(row) for row in said["rows"]], "reads": said["reads"]}
        parts |= {"varied": [said["variations"], said["ruling"], said["control_verdict"]], "immaterial": said["immaterial"]}
        hashes = {part: syntax.short(words) for part, words in parts.items()} | deciding(name, said)
        yield "\t".join([f"claim.{name}", said["verdict"], " ".join(said["rows"]), *(f"{part} {hashed}" for part, hashed in hashes.items())])


def deciding(name: str, said: dict[str, Any]) -> dict[str, str]:
    """Hashes of the judge, of what is judged, of the control and of the variations, each with what it calls in its file; and of the comments shown."""
    file = ROOT / said["file"]
    given = syntax.call(file, name)
    code = {"judge": ("judge",), "subject": ("about",), "control code": ("instead",), "variations": ("variations",)}
    hashes = {part: syntax.code_of(file, *(given.get(each) for each in wanted)) for part, wanted in code.items()}
    return hashes | {"comments": syntax.short([text for _, text in syntax.comments(said["code"])])}


def derivations() -> Iterator[str]:
    """Each derivation with the number of its steps and a hash of each, in order: its TeX and how it was checked; of a Jacobian also what stands around them."""
    for name, made in catalogue().items():
        if made.kind == "derivations":
            said = names.answer(made)
            steps, around = said["steps"], [said[part] for part in ("letters", "matrix", "example") if part in said]
            hashes = [syntax.short([step["tex"], step["how"]])[:6] for step in steps] + [syntax.short(around)[:6]] * bool(around)
            yield f"derivation.{name}\t{len(steps)} steps\t{' '.join(hashes)}"
