"""What is wrong, where it stands and what to do about it: one line each, in the form that terminals and editors make a link of."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
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
        return f"{shown(self.file)}:{self.line}: {self.what}; {self.remedy}"


class Wrong(ValueError):
    """Raised where a fault is met while something else is being made: whoever catches it tells this fault, and not what failed because of it."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)  # as the one argument, so that it survives the way to another process
        self.fault = fault

    def __str__(self) -> str:
        return str(self.fault)


def line_of(file: Path, text: str, start: int = 1) -> int:
    """The first line, counted from 1, on which the text stands; `start` where it does not."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if number >= start and text in line:
            return number
    return start


def named(error: BaseException) -> Fault | None:
    """The fault that an error names: the one it carries, or the file and line in its kind or its message."""
    chain = list(_causes(error))
    for each in chain:
        if isinstance(each, Wrong):
            return each.fault
    for each in reversed(chain):
        if isinstance(each, SyntaxError) and each.filename and each.lineno:
            return Fault(Path(each.filename), each.lineno, f"this is no Python: {each.msg}", "mend the syntax")
        if (mark := getattr(each, "problem_mark", None)) is not None and Path(mark.name).exists():
            return Fault(Path(mark.name), mark.line + 1, f"this is no YAML: {getattr(each, 'problem', each)}", "mend the syntax")
        if told := re.match(r"([\w./-]+\.\w+):(\d+): (.+)", str(each), re.S):
            return Fault(ROOT / told[1], int(told[2]), *apart(told[3]))
    return None


def root(error: BaseException, file: Path | None = None) -> Fault:
    """The fault behind an error: the one it names, or else the line that its traceback ends at: in `file`, if it comes there, or in the project."""
    if (found := named(error)) is not None:
        return found
    chain = list(_causes(error))
    frames = [(Path(frame.filename), frame.lineno or 1) for each in reversed(chain) for frame in traceback.extract_tb(each.__traceback__)]
    here = (
        [frame for frame in frames if frame[0] == file]
        or [frame for frame in frames if frame[0].is_relative_to(ROOT) and "site-packages" not in frame[0].parts]
        or [(file or ROOT, 1)]
    )
    deepest = chain[-1]
    foreseen = isinstance(deepest, (ArithmeticError, ValueError, RuntimeError)) and not isinstance(deepest, UnicodeError)
    place, line = here[-1]
    said = str(deepest).removeprefix(f"{shown(place)}: ")  # who made a thing names its file too
    return Fault(place, line, *apart(said if foreseen else f"{type(deepest).__name__}: {said}"))


def apart(said: str) -> tuple[str, str]:
    """What is wrong and what to do about it, of a message `what; what to do`."""
    what, _, remedy = " ".join(said.split()).partition("; ")
    return what or "this fails without a message", remedy or "mend it there"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it was raised from, the first cause last."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__


def shown(file: Path) -> str:
    """A file as messages call it."""
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)
