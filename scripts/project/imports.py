"""Which project files a file imports, read from its text: what a result depends on, and what the rooms allow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from project.fault import Fault, Wrong
from project.paths import FUNCTIONS, PACKAGE, SCRIPTS, SOURCE

RECORDS = {"Activation", "Kink", "Parameter"}


class UnreadableImport(Wrong):
    """An import that this reading cannot follow: what it leads to would be missing from every key."""


@cache
def closure(script: Path) -> frozenset[Path]:
    """The script and every project file it imports, near or far.

    The reading is static: `from activation_functions import gelu` leads to that function's file alone, and
    `ALL` (or the whole package) to all of them.
    """
    seen: set[Path] = set()
    todo = [script]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += imported_files(path)
    return frozenset(seen)


@cache
def imported_files(path: Path) -> tuple[Path, ...]:
    """The project files that a file names in its imports."""
    return tuple(file for file, _ in imported(path))


def imported(path: Path) -> Iterator[tuple[Path, int]]:
    """The project files that a file names in its imports, each with the line."""
    if path != PACKAGE / "__init__.py":  # the package's door opens on every function; who wants which, `_files` has settled
        yield from ((file, line) for module, wanted, line in imports(path) for file in _files(module, wanted, path, line))


def tree(path: Path) -> ast.Module:
    """The file's syntax, read once in each of its states; a SyntaxError names the file."""
    now = path.stat()
    return _tree(path, now.st_mtime_ns, now.st_size)


@cache
def _tree(path: Path, *state: int) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imports(path: Path) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """(module, names taken from it, line) of every import, those inside functions too."""
    now = path.stat()
    return _imports(path, now.st_mtime_ns, now.st_size)


@cache
def _imports(path: Path, *state: int) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    found: list[tuple[str, tuple[str, ...], int]] = []
    for node in ast.walk(_tree(path, *state)):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                raise UnreadableImport(
                    Fault(path, node.lineno, "a relative import hides what a file depends on", "name the room: from mathematics.facts import …")
                )
            found.append((node.module or "", tuple(alias.name for alias in node.names), node.lineno))
        elif isinstance(node, ast.Import):
            found += [(alias.name, (), node.lineno) for alias in node.names]
    return tuple(found)


def _files(module: str, wanted: tuple[str, ...], path: Path, line: int) -> list[Path]:
    top = module.partition(".")[0]
    if module == PACKAGE.name:
        named = [FUNCTIONS / f"{name}.py" for name in wanted]
        every = not wanted or any(not file.exists() and name not in RECORDS for file, name in zip(named, wanted, strict=True))
        return [PACKAGE / "__init__.py", PACKAGE / "activation.py", *(sorted(FUNCTIONS.glob("*.py")) if every else filter(Path.exists, named))]
    for base in (SOURCE, SCRIPTS):
        place = base / module.replace(".", "/")
        if (file := place.with_name(f"{place.name}.py")).is_file():
            return [file]
        if place.is_dir() and module:
            inner = [place / f"{name}.py" for name in wanted]
            if inner and all(path.is_file() for path in inner):
                return inner
            if inner and all((place / name).is_dir() for name in wanted):
                return []  # a room, whose door does nothing
        if (base / top).is_dir() and (base / top / "__init__.py").is_file():
            raise UnreadableImport(Fault(path, line, f"no file of this project answers `from {module} import {', '.join(wanted)}`", "name a file of a room"))
    return []
