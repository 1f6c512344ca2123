"""Checks of the layout: who imports whom, as the table of rooms allows."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from project.fault import Fault, root
from project.imports import imported, imports, tree
from project.paths import ROOT, SCRIPTS, SOURCE
from project.rooms import CONTENT, HEIGHT, room_of

OUTSIDE = {"numpy", "scipy", "activation_functions", *sys.stdlib_module_names}
"""All that src may know."""


def layout() -> list[Fault]:
    """src knows NumPy, SciPy and itself; a room knows the rooms below it; nobody knows tests; no circle."""
    faults = [
        Fault(file, line, f"src imports {module}", "it may know NumPy, SciPy and itself")
        for file in sorted(SOURCE.rglob("*.py"))
        for module, _, line in imports(file)
        if module.partition(".")[0] not in OUTSIDE
    ]
    known: dict[Path, dict[Path, int]] = {}
    for file in sorted(SCRIPTS.rglob("*.py")):
        try:
            here = room_of(file)
            known[file] = dict(reversed(list(imported(file))))  # of several lines the first
            faults += [Fault(file, line, f"imports {module}", "nobody knows tests") for module, _, line in imports(file) if module.partition(".")[0] == "tests"]
        except (ValueError, SyntaxError) as error:
            faults.append(root(error, file))
            continue
        if file.stem == "__init__" and (found := list(imports(file))):
            faults.append(Fault(file, found[0][2], "the door of a room imports something", "it says what the room is for and does nothing else"))
        above = [(room, _shown(other), line) for other, line in known[file].items() if HEIGHT[room := room_of(other)] > HEIGHT[here] or _beside(here, room)]
        above += [(room, f"{room} by name", line) for room, line in _loaded(file) if HEIGHT[room] > HEIGHT[here]]
        faults += [
            Fault(file, line, f"{here} imports {what}, and the room {room} does not lie below it", "move what both need into a room below")
            for room, what, line in sorted(above)
        ]
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        circle: list[Path] = error.args[1]
        first, second = circle[1], circle[0]  # each is imported by the next
        what = "a circle of imports: " + " → ".join(_shown(file) for file in circle)
        faults.append(Fault(first, known[first].get(second, 1), what, "move what they share into a file below both"))
    return faults


def _beside(here: str, other: str) -> bool:
    """Rooms on one floor do not know each other."""
    return here != other and HEIGHT[here] == HEIGHT[other]


def _loaded(file: Path) -> Iterator[tuple[str, int]]:
    """Rooms whose modules the file loads by name, with the line: `import_module` counts as an import."""
    for call in ast.walk(tree(file)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "import_module" and call.args:
            match call.args[0]:
                case ast.Constant(str(name)) | ast.JoinedStr([ast.Constant(str(name)), *_]):
                    yield from [(name.partition(".")[0], call.lineno)] if name.partition(".")[0] in HEIGHT else []
                case _:
                    yield from ((room, call.lineno) for room in CONTENT)


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
