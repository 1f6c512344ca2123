"""What a study computes with, as one hash: its code and that of ours which it imports, without remarks and words."""

from __future__ import annotations

import ast
import hashlib
import io
import tokenize
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress
from pathlib import Path

from project.fault import Fault, Wrong
from project.imports import closure, tree
from project.paths import PACKAGE, ROOT

FRAME = {PACKAGE / f"{name}.py" for name in ("__init__", "activation", "arrays", "parameters")}
"""They hand numbers to the code of a function and back. Tests hold every function to its last digits, so a study does not depend on them."""

SAID = {"story", "zh_hant", "en", "zh_hant_notes", "en_notes", "sources", "family", "aliases"}
"""What the record of a function says in words."""


def hash_of(study: Path) -> str:
    """A hash that moves when what the study computes may: its code, and that of ours which it imports, near or far."""
    digest = hashlib.sha256()
    for file in sorted(closure(study) - FRAME):
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + bare(file))
    return digest.hexdigest()[:20]


def bare(file: Path) -> bytes:
    """A file's code without comments, docstrings, words and empty lines: the same for every edition of Python."""
    text = file.read_bytes()
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    computing = bytearray(b"\1" * len(text))
    for (line, column), (last, end) in _words(file, text):
        first, beyond = starts[line - 1] + column, starts[last - 1] + end
        computing[first:beyond] = bytes(beyond - first)
    return b"\n".join(line.rstrip() for line in bytes(compress(text, computing)).splitlines() if line.strip(b" ,"))


Place = tuple[int, int]


def _words(file: Path, text: bytes) -> Iterator[tuple[Place, Place]]:
    """Where nothing is computed: (line, column in bytes) of the beginning and of the end."""
    lines = text.splitlines()
    for token in tokenize.tokenize(io.BytesIO(text).readline):
        if token.type == tokenize.COMMENT:
            line, before = token.start[0], lines[token.start[0] - 1].decode()[: token.start[1]]
            yield (line, len(before.encode())), (line, len(lines[line - 1]))
    for node in ast.walk(tree(file)):
        match node:
            case ast.Expr(ast.Constant(str())) | ast.Call(ast.Name("Words")):
                yield _place(node)
            case ast.keyword(arg=arg) if arg in SAID:
                yield _place(node)


def _place(node: ast.stmt | ast.expr | ast.keyword) -> tuple[Place, Place]:
    return (node.lineno, node.col_offset), (node.end_lineno or node.lineno, node.end_col_offset or 0)


def studies_read(files: frozenset[Path]) -> set[str]:
    """The studies whose records these files read: what stands as a name in `study("…")`."""
    found: set[str] = set()
    for file in files:
        now = file.stat()
        found |= _read_in(file, now.st_mtime_ns, now.st_size)
    return found


@cache
def _read_in(file: Path, *state: int) -> frozenset[str]:
    """Those of one file, read once in each of its states."""
    found = set()
    for call in ast.walk(tree(file)) if b"study(" in file.read_bytes() else ():
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "study":
            match call.args:
                case [ast.Constant(str(name)), *_]:
                    found.add(name)
                case _:
                    raise Wrong(Fault(file, call.lineno, f"{ast.unparse(call)} hides which record it reads", 'name the study: study("off_centre", …)'))
    return frozenset(found)
