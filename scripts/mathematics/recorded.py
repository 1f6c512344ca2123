"""What was measured once, elsewhere, and written down with its date: the JSON files in measured/, each beside the script that wrote it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from project.paths import MEASURED


@cache
def recorded(name: str) -> dict[str, Any]:
    """One record. Read it, do not change it."""
    found: dict[str, Any] = json.loads((MEASURED / f"{name}.json").read_text("utf-8"))
    return found
