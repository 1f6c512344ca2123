"""What is wrong, where it stands and what to do about it: one line each, in the form that terminals and editors make a link of."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from project.paths import ROOT


class Fault(NamedTuple):
    """One thing that is wrong, at its root."""

    file: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        shown = self.file.relative_to(ROOT).as_posix() if self.file.is_relative_to(ROOT) else str(self.file)
        return f"{shown}:{self.line}: {self.what}; {self.remedy}"


def line_of(file: Path, text: str, start: int = 1) -> int:
    """The first line, counted from 1, on which the text stands; `start` where it does not."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if number >= start and text in line:
            return number
    return start
