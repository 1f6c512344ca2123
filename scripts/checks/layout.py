"""Checks of the layout: who imports whom, as the table of rooms allows."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from project.imports import imported_files, imports
from project.paths import ROOT, SCRIPTS, SOURCE
from project.rooms import CONTENT, HEIGHT, room_of

OUTSIDE = {"numpy", "scipy", "activation_functions", *sys.stdlib_module_names}
"""All that src may know."""


def layout() -> list[str]:
    """src knows NumPy, SciPy and itself; a room knows the rooms below it; nobody knows tests; no circle."""
    faults = [
        f"{_shown(file)}:{line}: src imports {module}; it may know NumPy, SciPy and itself"
        for file in sorted(SOURCE.rglob("*.py"))
        for module, _, line in imports(file)
        if module.partition(".")[0] not in OUTSIDE
    ]
    known: dict[Path, set[Path]] = {}
    for file in sorted(SCRIPTS.rglob("*.py")):
        try:
            here = room_of(file)
            known[file] = set(imported_files(file))
            faults += [
                f"{_shown(file)}:{line}: imports {module}; nobody knows tests" for module, _, line in imports(file) if module.partition(".")[0] == "tests"
            ]
        except (ValueError, SyntaxError) as error:
            faults.append(f"{error}")
            continue
        if file.stem == "__init__" and (found := list(imports(file))):
            faults.append(f"{_shown(file)}:{found[0][2]}: the door of a room says what the room is for and does nothing else")
        above = {(room_of(other), _shown(other)) for other in known[file] if HEIGHT[room_of(other)] > HEIGHT[here] or _beside(here, room_of(other))}
        above |= {(room, f"{room} by name") for room in _loaded(file) if HEIGHT[room] > HEIGHT[here]}
        faults += [f"{_shown(file)}: {here} imports {what}; the room {room} does not lie below it" for room, what in sorted(above)]
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        faults.append("a circle of imports: " + " → ".join(_shown(file) for file in error.args[1]))
    return faults


def _beside(here: str, other: str) -> bool:
    """Rooms on one floor do not know each other."""
    return here != other and HEIGHT[here] == HEIGHT[other]


def _loaded(file: Path) -> Iterator[str]:
    """Rooms whose modules the file loads by name: `import_module` counts as an import."""
    for call in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "import_module" and call.args:
            match call.args[0]:
                case ast.Constant(str(name)) | ast.JoinedStr([ast.Constant(str(name)), *_]):
                    yield from [name.partition(".")[0]] if name.partition(".")[0] in HEIGHT else []
                case _:
                    yield from CONTENT


def _shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
