"""Do a piece of work once for each distinct set of inputs: the code that does it, near and far."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from project.imports import closure
from project.paths import ROOT, STORE

TOOLS = ("numpy", "scipy", "sympy", "python-flint", "matplotlib", "opencc", "nbclient")


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
