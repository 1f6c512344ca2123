"""What was measured once, elsewhere, and written down with its date: the JSON files in measured/, each beside the script that wrote it.

A record carries a checksum of all that it says. Its own script writes it, through `write`; whoever edits a record by hand is told to measure again.
"""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

from project.fault import Fault, Wrong
from project.paths import MEASURED
from project.sealed import seal, unsealed

AGAIN = {
    "aliases": "PYTHONPATH=src:scripts python scripts/measured/aliases.py",
    "gains": "PYTHONPATH=src:scripts python scripts/measured/gains.py",
    "layers": "OPENBLAS_NUM_THREADS=1 PYTHONPATH=src:scripts python scripts/measured/layers.py",
    "learned": "PYTHONPATH=src:scripts python scripts/measured/learned.py",
    "models": "PYTHONPATH=src:scripts python scripts/measured/models.py",
    "peers": "PYTHONPATH=src:scripts python scripts/measured/peers.py",
    "samples": "PYTHONPATH=src:scripts python scripts/measured/samples.py",
    "snippets": "PYTHONPATH=src:scripts python scripts/measured/snippets.py",
    "speed": "python scripts/docs.py bench module --record",
    "widths": "PYTHONPATH=src:scripts python scripts/measured/widths.py",
}
"""The command that measures each record again."""


class Record(dict[str, Any]):
    """A part of a record; who asks it for what it has not is told in which file that is missing."""

    file: Path

    def __missing__(self, key: str) -> Any:
        has = ", ".join(sorted(self)[:8])
        raise Wrong(
            Fault(self.file, 1, f"nothing is recorded under {key!r} where there is {has or 'nothing'}", f"measure again with `{AGAIN[self.file.stem]}`")
        )


@cache
def recorded(name: str) -> dict[str, Any]:
    """One record. Read it, do not change it. One that is not as its script wrote it is told at its file: no page is to blame."""
    file = MEASURED / f"{name}.json"
    found = read(file)
    if isinstance(found, Fault):
        raise Wrong(found)
    parts: dict[str, Any] = json.loads(json.dumps(found), object_hook=partial(_part, file))
    return parts


def _part(file: Path, read: dict[str, Any]) -> Record:
    part = Record(read)
    part.file = file
    return part


def read(file: Path) -> dict[str, Any] | Fault:
    """What the record says, without its checksum, or what is wrong with it."""
    if file.stem not in AGAIN:
        return Fault(file, 1, "no script is known to write this record", "name its command in AGAIN of scripts/mathematics/recorded.py")
    return unsealed(file, f"measure again with `{AGAIN[file.stem]}`")


def write(name: str, record: dict[str, Any]) -> None:
    """Write a record under its checksum."""
    seal(MEASURED / f"{name}.json", record)
