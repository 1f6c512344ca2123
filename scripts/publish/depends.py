"""What the pieces of the staged site depend on: all of them on the code that sets pages out, each on the things that it asked for."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from answers import cache as store
from answers import names
from language.words import WRITTEN
from pages.blocks import dispatch, tables
from pages.page import authored
from project.imports import closure, imported_files
from project.noting import Asked, noting
from project.paths import DOCS, FUNCTIONS, MEASURED, PACKAGE, ROOT, SCRIPTS
from publish import labs, package

UNREAD = ("synced.tsv",)  # in docs, but no page says anything of it


def code() -> str:
    """A hash of everything but the words of pages: while it stays, so does all that is made by code."""
    files = [path for folder in ("src", "scripts") for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix not in (".pyc", ".draft")]
    return _hash([*files, *_beside(), *labs.files(), *(ROOT / name for name in package.BESIDE)])


def common(exports: bool) -> str:
    """A hash of what every page depends on: how pages are set out, the bibliography, the vocabulary, the records, and which names there are.

    Not in it: the functions, the things made from them, and the modules of blocks; a page depends on those that it asked for.
    """
    shelves = {_file(shelf.__name__) for shelf in dispatch.SHELVES}
    seen: set[Path] = set(closure(_file(tables.__name__)))  # its sentences stand in blocks of every kind
    todo = [SCRIPTS / "publish" / "staging.py"]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += set(imported_files(path)) - (shelves if path == _file(dispatch.__name__) else set())
    there = (sorted(names.catalogue()), names.functions(), list(names.claims()), authored())
    return _hash([*_without_functions(seen), *_beside(), *MEASURED.glob("*.json")], exports, os.environ.get("SITE_URL"), there)


def package_files() -> str:
    """A hash of what the wheel is packed from."""
    inside = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return _hash([*inside, ROOT / "CITATION.cff", *(ROOT / name for name in package.BESIDE)], os.environ.get("SITE_URL"))


def _beside() -> list[Path]:
    """Files that pages are read from or quote, and that are neither pages nor code."""
    written = {DOCS / f"{path}.{language}.md" for path in authored() for language in WRITTEN}
    inside = {path for path in DOCS.rglob("*") if path.is_file() and path.name not in UNREAD and path.suffix != ".draft"}
    return [*inside - written - set(labs.files()), ROOT / "CITATION.cff", ROOT / "mkdocs.yml"]


def _without_functions(files: Iterable[Path]) -> list[Path]:
    return [file for file in files if file.parent != FUNCTIONS]


def _file(module: str) -> Path:
    return SCRIPTS / f"{module.replace('.', '/')}.py"


def _hash(files: Iterable[Path], *notes: Any) -> str:
    digest = hashlib.sha256(f"{store._tools()} {notes}".encode())
    for file in sorted(files):
        digest.update(os.path.relpath(file, ROOT).encode() + (store._file_hash(file) if file.exists() else b"gone"))
    return digest.hexdigest()[:20]


# ---- things that a page asks for -------------------------------------------------------------


def _said(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:20]


@cache
def _made() -> dict[str, names.Made]:
    return {made.label: made for made in names.catalogue().values()}


STATES: dict[str, Callable[[str], str]] = {
    "made": lambda label: names._key(_made()[label]),
    "function": lambda name: store.key(FUNCTIONS / f"{name}.py"),
    "lab": lambda name: labs._key(labs.LABS / f"{name}.py"),
    "module": lambda module: _hash(_without_functions(closure(_file(module)))),
    "claim": lambda name: _said(names.claims()[name]),
    "claims about": lambda function: _said(names.claims_about(function)),
    "title": lambda page: _said(tables.title_of(page.partition("/")[2], page.partition("/")[0])),
}
"""By kind, a word for the present state of the thing of a name."""


@cache
def state(kind: str, name: str) -> str:
    """A word for the present state of a thing; another word once it is gone."""
    with noting():
        try:
            return STATES[kind](name)
        except (KeyError, ValueError, OSError) as error:
            return f"gone: {error}"


def states(asked: Iterable[Asked]) -> str:
    """A word for the present state of all of these."""
    return _said([(kind, name, state(kind, name)) for kind, name in sorted(asked)])
