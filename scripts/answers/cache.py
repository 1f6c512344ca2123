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

from project import instructions
from project.imports import closure
from project.paths import BUILD, ROOT, STORE

TOOLS = ("numpy", "scipy", "sympy", "python-flint", "matplotlib", "opencc", "ipython")


@cache
def _file_hash(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@cache
def _tools() -> str:
    return " ".join([instructions.note(), *(f"{tool}={version(tool)}" for tool in TOOLS)])


def key(script: Path, extra: Iterable[Path] = (), note: str = "") -> str:
    """A name for the script in its present state: its closure, the extra files it reads, the tools."""
    digest = hashlib.sha256(f"{_tools()} {note}".encode())
    for path in sorted(closure(script) | set(extra)):
        digest.update(path.relative_to(ROOT).as_posix().encode() + _file_hash(path))
    return digest.hexdigest()[:20]


def remember(name: str, key: str, make: Callable[[], Any]) -> Any:
    """`make()` as JSON, computed once for each key. Draft, then rename: an interrupted run leaves nothing half made."""
    at = entry(name, key)
    if (kept := recall(at)) is not None:
        return kept
    keep(at, made := make())
    return json.loads(json.dumps(made))  # as the next run will read it


def keep(place: Path, made: Any) -> None:
    """Write something as JSON under a seal: a checksum of the text and of the name it was made for."""
    text = json.dumps(made, ensure_ascii=False).encode()
    write(place, _seal(place, text) + b"\n" + text)


def recall(place: Path) -> Any:
    """What was kept under this name; None if nothing was, or if the file is not what was written: cut off, altered, or another's."""
    try:
        seal, _, text = place.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if seal == _seal(place, text):
        return json.loads(text)
    print(f"{place.relative_to(BUILD) if place.is_relative_to(BUILD) else place} is damaged and is made again", file=sys.stderr)
    return None


def _seal(place: Path, text: bytes) -> bytes:
    return hashlib.sha256(place.name.encode() + b"\n" + text).hexdigest()[:32].encode()


def known(name: str, key: str) -> bool:
    return entry(name, key).exists()


def entry(name: str, key: str) -> Path:
    return STORE / f"{name}-{key}.json"


def write(path: Path, data: bytes) -> bool:
    """Write only what changed, so that a watching server rebuilds only that; whole or not at all."""
    if path.exists() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    draft.write_bytes(data)
    draft.replace(path)
    return True
