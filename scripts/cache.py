"""Do a piece of work once for each distinct set of inputs: the code that does it, near and far."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SCRIPTS, SOURCE = ROOT / "scripts", ROOT / "src"
STORE = ROOT / "build" / "cache"
TOOLS = ("numpy", "scipy", "sympy", "python-flint", "matplotlib", "opencc", "nbclient")
FUNCTIONS = SOURCE / "activations" / "functions"


@cache
def closure(script: Path) -> frozenset[Path]:
    """The script and every project file it imports, near or far.

    The reading is static: `from activations import gelu` leads to that function's file alone, and
    `ALL` (or the whole package) to all of them.
    """
    seen: set[Path] = set()
    todo = [script]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += _imports(path)
    return frozenset(seen)


@cache
def _imports(path: Path) -> tuple[Path, ...]:
    if path == SOURCE / "activations" / "__init__.py":
        return ()  # the package's door opens on every function; who wants which, `_files` has settled
    found: list[Path] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += _files(node.module, [alias.name for alias in node.names])
        elif isinstance(node, ast.Import):
            found += [file for alias in node.names for file in _files(alias.name, [])]
    return tuple(found)


def _files(module: str, wanted: list[str]) -> list[Path]:
    package = SOURCE / "activations"
    if module == "activations":
        named = [FUNCTIONS / f"{name}.py" for name in wanted]
        records = {"Activation", "Kink", "Parameter"}
        every = not wanted or any(not file.exists() and name not in records for file, name in zip(named, wanted, strict=True))
        return [package / "__init__.py", package / "activation.py", *(sorted(FUNCTIONS.glob("*.py")) if every else filter(Path.exists, named))]
    for base in (SOURCE, SCRIPTS):
        file = base / f"{module.replace('.', '/')}.py"
        if file.exists():
            return [file]
        inner = [base / module.replace(".", "/") / f"{name}.py" for name in wanted]
        if inner and all(path.exists() for path in inner):
            return inner
    return []


@cache
def _file_hash(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@cache
def _tools() -> str:
    return " ".join([sys.version, *(f"{tool}={version(tool)}" for tool in TOOLS)])


def key(script: Path, extra: Iterable[Path] = (), note: str = "") -> str:
    """A name for the script in its present state: its closure, the extra files it reads, the tools."""
    digest = hashlib.sha256(f"{_tools()} {note}".encode())
    for path in sorted(closure(script) | set(extra)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + _file_hash(path))
    return digest.hexdigest()[:20]


def remember(name: str, key: str, make: Callable[[], Any]) -> Any:
    """`make()` as JSON, computed once for each key. Draft, then rename: an interrupted run leaves nothing half made."""
    made = STORE / f"{name}-{key}.json"
    if not made.exists():
        write(made, json.dumps(make(), ensure_ascii=False).encode())
    return json.loads(made.read_text("utf-8"))


def known(name: str, key: str) -> bool:
    return (STORE / f"{name}-{key}.json").exists()


def write(path: Path, data: bytes) -> bool:
    """Write only what changed, so that a watching server rebuilds only that; whole or not at all."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.write_bytes(data)
    draft.replace(path)
    return True
