"""Each function says when to use it and when not, in two to five graded sentences that allow for other cases; and a file of advice is a function's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from answers import uses
from answers.names import functions
from project.fault import Fault
from project.paths import FUNCTIONS

FEWEST, MOST = 2, 5
SWEEPING = re.compile(r"\b(?:never|always|must not|best)\b|永遠|絕不|從不|一定要|最好的", re.I)
"""What evidence of one setting, or of one property, cannot bear."""


def advice() -> list[Fault]:
    """Advice that is missing, too short or too long, that says never or always, or that belongs to no function."""
    faults: list[Fault] = []
    for name in functions():
        file = uses.file(name)
        if file.is_file():
            faults += _said(file)
        else:
            remedy = f"write docs/use/{name}.toml, {FEWEST} to {MOST} sentences, as docs/use/relu.toml has them"
            faults.append(Fault(FUNCTIONS / f"{name}.py", 1, f"{name} does not say when to use it and when not", remedy))
    strangers = [file for file in uses.files() if file.stem not in functions()]
    return [*faults, *(Fault(file, 1, f"no function is called {file.stem}", "rename it, or take it away") for file in strangers)]


def _said(file: Path) -> Iterator[Fault]:
    found = uses.read(file)
    if not FEWEST <= len(found) <= MOST:
        yield Fault(file, 1, f"the number of [[use]] is {len(found)}", f"write {FEWEST} to {MOST} of them")
    for each in found:
        for said in each.said:
            if sweeping := SWEEPING.search(said):
                yield Fault(file, each.line, f"{sweeping.group()!r} allows for no other case", "say in which case")
