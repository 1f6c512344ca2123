"""Records in JSON under a checksum of all that they say: a program writes them, and one that was edited by hand is refused."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from project.fault import Fault, shown


def seal(file: Path, record: dict[str, Any]) -> None:
    """Write a record with its checksum: sorted, one line a leaf, a list of numbers on its line; whole or not at all."""
    text = json.dumps(record | {"checksum": _checksum(file.stem, record)}, indent=1, sort_keys=True, allow_nan=False)
    draft = file.with_suffix(".draft")
    draft.write_text(re.sub(r"\[[\s\d.,e+nul-]*\]", lambda m: " ".join(m.group().split()), text) + "\n", "utf-8")
    draft.replace(file)


def unsealed(file: Path, again: str) -> dict[str, Any] | Fault:
    """What the record says, without its checksum, or what is wrong with it; `again` says how to make it anew."""
    remedy = f"{again}, or take back the edit with `git checkout -- {shown(file)}`"
    try:
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    except json.JSONDecodeError as error:
        return Fault(file, error.lineno, f"this record is not JSON: {error.msg}", remedy)
    if found.pop("checksum", None) != _checksum(file.stem, found):
        return Fault(file, 1, "its checksum is not that of what it says: the record was edited by hand", remedy)
    return found


def _checksum(name: str, record: dict[str, Any]) -> str:
    return hashlib.sha256(f"{name} {json.dumps(record, sort_keys=True)}".encode()).hexdigest()[:20]
