"""What was measured once, elsewhere, and written down with its date: the JSON files in measured/, each beside the script that wrote it."""

from __future__ import annotations

import json
from functools import cache, partial
from pathlib import Path
from typing import Any

from project.fault import Fault, Wrong
from project.paths import MEASURED


class Record(dict[str, Any]):
    """A part of a record; who asks it for what it has not is told in which file that is missing."""

    file: Path

    def __missing__(self, key: str) -> Any:
        has = ", ".join(sorted(self)[:8])
        raise Wrong(Fault(self.file, 1, f"nothing is recorded under {key!r} where there is {has or 'nothing'}", f"measure again with {_script(self.file)}"))


@cache
def recorded(name: str) -> dict[str, Any]:
    """One record. Read it, do not change it."""
    file = MEASURED / f"{name}.json"
    try:
        found: dict[str, Any] = json.loads(file.read_text("utf-8"), object_hook=partial(_part, file))
    except json.JSONDecodeError as error:
        raise Wrong(
            Fault(file, error.lineno, f"this is no JSON: {error.msg}", f"bring back what was committed, or measure again with {_script(file)}")
        ) from None
    return found


def _part(file: Path, read: dict[str, Any]) -> Record:
    part = Record(read)
    part.file = file
    return part


def _script(file: Path) -> str:
    return f"scripts/measured/{ {'speed': 'bench'}.get(file.stem, file.stem) }.py"
