"""Checks of studies: each has a sealed record of the code as it is, of bounded work, and somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answers import studying
from mathematics.study import FEWEST, again
from project.computing import hash_of, studies_read
from project.fault import Fault, line_of
from project.paths import SCRIPTS, STUDIES
from project.sealed import unsealed

SECONDS = 1200
"""What a study may take on one core: ten minutes on two."""

READERS = ("figures", "claims")


def studies() -> list[Fault]:
    """Each study has a record of the code as it is, with five seeds or more, of ten minutes' work at most; a figure or a claim reads it."""
    faults = [fault for file in studying.files() for fault in _wrong(file)]
    known = {file.stem for file in studying.files()}
    faults += [
        Fault(file, 1, f"no study of scripts/studies is called {file.stem}", "take the record away, or bring the study back")
        for file in sorted(STUDIES.glob("*.json"))
        if file.stem not in known
    ]
    read = studies_read(frozenset(file for room in READERS for file in (SCRIPTS / room).rglob("*.py")))
    for file in studying.files():
        if file.stem not in read:
            faults.append(Fault(file, 1, f"no figure and no claim reads the study {file.stem}", f'read it there with study("{file.stem}"), or take it away'))
    return faults


def outdated() -> list[str]:
    """The studies that have no record of their code as it is."""
    return [file.stem for file in studying.files() if next(_stale(file), None)]


def _stale(file: Path) -> Iterator[Fault]:
    place = file.with_suffix(".json")
    if not place.exists():
        yield Fault(file, 1, "this study has no record", again(file.stem))
        return
    record = unsealed(place, again(file.stem))
    if isinstance(record, Fault):
        yield record
    elif record["code"] != hash_of(file):
        yield Fault(place, line_of(place, '"code"'), f"the code of this study has changed since it was run on {record['date']}", again(file.stem))


def _wrong(file: Path) -> Iterator[Fault]:
    found = next(_stale(file), None)
    if found:
        yield found
        return
    record: Any = unsealed(file.with_suffix(".json"), again(file.stem))
    if len(set(record["seeds"])) < FEWEST:
        yield Fault(file, line_of(file, "seeds"), f"{len(set(record['seeds']))} seeds", f"take at least {FEWEST}, and {again(file.stem)}")
    taken = sum(arm["seconds"] for arm in record["arms"]) * len(record["seeds"])
    if taken > SECONDS:
        yield Fault(file, line_of(file, "arms"), f"it took {taken:.0f} s of one core, {SECONDS} at most", f"try fewer arms or seeds, and {again(file.stem)}")
