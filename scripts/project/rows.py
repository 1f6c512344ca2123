"""Tables that people write: one row a line, its cells apart by tabs, and lines that begin with # for who reads the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from project.fault import Fault, Wrong

COUNTED = {3: "three", 4: "four"}


def rows(file: Path, *columns: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its line; a line that has not just these cells, each with something in it, is refused."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != len(columns) or not all(map(str.strip, cells)):
                raise Wrong(Fault(file, number, f"expected {', '.join(columns)}, and found {line!r}", f"separate {COUNTED[len(columns)]} cells by tabs"))
            yield number, cells
