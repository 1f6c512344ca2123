"""How wide the feed-forward parts of models are, and which models call the sigmoid: read from the code of transformers, and written down with the date.

Run it where transformers is installed, beside NumPy and SciPy:

    PYTHONPATH=src:scripts python scripts/measured/widths.py [DATE]

It writes widths.json beside itself; the site is built from that record. No model is run. The widths are the defaults that a
configuration class states or inherits, read off its syntax tree: what a trained model has stands in its own configuration file.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from mathematics.recorded import write
from measured.reading_code import bases, root, tree

PACKAGE = "transformers"
INPUTS, INNER = ("hidden_size", "d_model"), ("intermediate_size", "d_ff")
"""What configurations call the numbers that come in and go out, and those in between."""

SIGMOIDS = {"sigmoid", "sigmoid_", "Sigmoid"}
"""`torch.sigmoid(x)`, `x.sigmoid()`, `nn.Sigmoid()`: the last part of the name that is called."""


class Width(NamedTuple):
    """A whole number that a class states as the default of a field, with its line."""

    number: int
    line: int


def numbers(node: ast.ClassDef) -> dict[str, Width]:
    """The whole numbers above 0 that the body of a class states, by their fields."""
    found = {}
    for line in node.body:
        match line:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=int(number))) if name in (*INPUTS, *INNER) and number > 0:
                found[name] = Width(number, line.lineno)
    return found


def widths(folder: Path) -> Iterator[dict[str, Any]]:
    """One row for each configuration class with both numbers, its own or inherited."""
    known: dict[str, tuple[Path, dict[str, Width], list[str]]] = {}
    for file in sorted(folder.glob("*/configuration_*.py")):
        above = bases(tree(file))
        known |= {node.name: (file, numbers(node), above[node.name]) for node in ast.walk(tree(file)) if isinstance(node, ast.ClassDef)}
    for name, (file, *_) in known.items():
        fields = _inherited(name, known)
        outer, inner = (next((fields[field] for field in names if field in fields), None) for names in (INPUTS, INNER))
        if "Config" in name and outer and inner:
            yield {"model": file.parent.name, "class": name, "hidden": outer.number, "intermediate": inner.number, "line": inner.line}


def _inherited(name: str, known: dict[str, tuple[Path, dict[str, Width], list[str]]]) -> dict[str, Width]:
    """Every number that a class has: nearer classes first."""
    found: dict[str, Width] = {}
    waiting, seen = [name], set()
    while waiting:
        here = waiting.pop(0)
        if here in known and here not in seen:
            seen.add(here)
            found = known[here][1] | found
            waiting += known[here][2]
    return found


def sigmoids(folder: Path) -> dict[str, int]:
    """How many calls of the sigmoid the code of each family has; the families without code of their own are left out."""
    found = {}
    for family in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = sorted(family.glob("modeling_*.py"))
        if files:
            found[family.name] = sum(_called(node) in SIGMOIDS for file in files for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
    return found


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def measure(day: str) -> dict[str, Any]:
    folder = root(PACKAGE) / "models"
    rows = sorted(widths(folder), key=lambda row: (row["model"], row["class"]))
    return {"date": day, "versions": {PACKAGE: version(PACKAGE)}, "widths": rows, "sigmoids": sigmoids(folder)}


if __name__ == "__main__":
    write("widths", measure(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
