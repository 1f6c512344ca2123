"""What a study found: read from its dated record, which stands beside it in studies/, so that figures and claims train nothing.

A study is one file of that room. It has `seeds`; `arms`, a list of settings; and `run(seed, …)`, which does one arm with one seed and
returns what it found by name, numbers or arrays of them. `inf` is a threshold that was never reached. `python scripts/docs.py study NAME`
runs every arm with every seed and writes the record; `study("NAME", …)` reads one arm of it, asked for by what it sets.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from project.fault import Fault, Wrong, line_of
from project.paths import STUDIES
from project.sealed import unsealed

FEWEST = 5
"""Seeds that a study has at least: the arms are paired by them."""

SIGNIFICANT = 8
"""Digits that a record keeps: what follows is the rounding of one processor, and far finer than any spread."""


class Arm(dict[str, npt.NDArray[np.float64]]):
    """What one arm found, by name: an array with one row a seed. `settings` are all that it was run with, given or usual."""

    def __init__(self, study: str, record: dict[str, Any], arm: dict[str, Any]) -> None:
        super().__init__({name: np.array(rows, dtype=float) for name, rows in _reached(arm["found"]).items()})
        self.study, self.settings, self.seeds = study, record["usual"] | arm["settings"], tuple(record["seeds"])

    def __missing__(self, name: str) -> Any:
        what = f"the study {self.study} finds {', '.join(sorted(self))}, and no {name!r}"
        raise Wrong(Fault(STUDIES / f"{self.study}.py", 1, what, "ask for one of these, or let `run` return it"))


@cache
def record(name: str) -> dict[str, Any]:
    """The whole record of a study. Read it, do not change it."""
    code, file = STUDIES / f"{name}.py", STUDIES / f"{name}.json"
    if not code.exists():
        known = ", ".join(sorted(path.stem for path in STUDIES.glob("*.py") if path.stem != "__init__"))
        raise ValueError(f"no study is called {name!r}; there are {known}")
    if not file.exists():
        raise Wrong(Fault(code, 1, "this study has no record", again(name)))
    found = unsealed(file, again(name))
    if isinstance(found, Fault):
        raise Wrong(found)
    return found


def again(name: str) -> str:
    return f"run `python scripts/docs.py study {name}`"


@cache
def _arms(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Each arm with a word for all its settings."""
    said = record(name)
    return [(_word(said["usual"] | arm["settings"]), arm) for arm in said["arms"]]


def _word(settings: dict[str, Any]) -> str:
    return json.dumps(plain(settings), sort_keys=True)


def study(name: str, **settings: Any) -> Arm:
    """What one arm of a study found: the arm that has these settings, and for the rest the usual ones."""
    said = record(name)
    word = _word(said["usual"] | settings)
    for its, arm in _arms(name):
        if its == word:
            return Arm(name, said, arm)
    code = STUDIES / f"{name}.py"
    what = f"the study {name} has no arm with {', '.join(f'{key}={value!r}' for key, value in settings.items()) or 'the usual settings'}"
    raise Wrong(Fault(code, line_of(code, "arms"), what, f"add it to `arms`, and {again(name)}"))


def _reached(found: Any) -> Any:
    """What was recorded, with infinity again where a threshold was never reached: JSON has only null."""
    if isinstance(found, dict):
        return {name: _reached(value) for name, value in found.items()}
    if isinstance(found, list):
        return [_reached(value) for value in found]
    return np.inf if found is None else found


def plain(value: Any) -> Any:
    """A value as a record has it: numbers to SIGNIFICANT digits, null for one that was never reached."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, float):
        if math.isnan(value):
            raise ValueError("a study found nan; let it return inf for what it never reaches, and mend what is no number")
        if value == -math.inf:
            raise ValueError("a study found -inf; inf is what it never reached, and nothing else that is no number has a place in a record")
        return None if math.isinf(value) else int(value) if value.is_integer() and abs(value) < 1e15 else float(f"{value:.{SIGNIFICANT}g}")
    return value
