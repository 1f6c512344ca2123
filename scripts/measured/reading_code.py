"""Reads Python files without running them: the default activation of a class, and whether what it activates is multiplied by another branch."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

SAYS = re.compile(r"(^|_)(act|activation|nonlinearity|feed_forward_proj)(_|$)")
"""A field or an argument that names an activation function has one of these words in its name."""

TABLES = ("ACT2FN", "ACT2CLS")


@cache
def root(package: str) -> Path:
    """Where the package is installed; it is not imported for that."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed here; expected beside this Python, as the head of scripts/measured/models.py says")
    return Path(spec.origin).parent


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


class Stated(NamedTuple):
    """A default that a class states: its field, what it says, and the line; `code` where it is an expression rather than a word."""

    field: str
    says: str
    line: int
    code: bool


def stated(tree: ast.AST) -> dict[str, list[Stated]]:
    """The defaults of every class by its name: fields of its body, and arguments of its `__init__`."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            found[node.name] = [said for said in (*_fields(node), *_arguments(node)) if said.says]
    return found


def _fields(node: ast.ClassDef) -> Iterator[Stated]:
    for line in node.body:
        match line:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) | ast.Assign(targets=[ast.Name(id=name)], value=value):
                if SAYS.search(name):
                    yield from _stated(name, value, words_only=True)


def _arguments(node: ast.ClassDef) -> Iterator[Stated]:
    for line in node.body:
        if isinstance(line, ast.FunctionDef) and line.name == "__init__":
            yield from arguments(line)


def arguments(function: ast.FunctionDef) -> Iterator[Stated]:
    """Defaults of arguments that name an activation function."""
    given = function.args
    plain = [*given.posonlyargs, *given.args]
    pairs = [*zip(plain[len(plain) - len(given.defaults) :], given.defaults, strict=True), *zip(given.kwonlyargs, given.kw_defaults, strict=True)]
    for argument, value in pairs:
        if value is not None and SAYS.search(argument.arg):
            yield from _stated(argument.arg, value)


def _stated(name: str, value: ast.expr, words_only: bool = False) -> Iterator[Stated]:
    match value:
        case ast.Constant(value=str(says)):
            yield Stated(name, says, value.lineno, code=False)
        case ast.Call(keywords=[ast.keyword(arg="default", value=ast.Constant(value=str(says)))]):
            yield Stated(name, says, value.lineno, code=False)
        case ast.Name() | ast.Attribute() | ast.Call() if not words_only:
            yield Stated(name, ast.unparse(value), value.lineno, code=True)


def bases(tree: ast.AST) -> dict[str, list[str]]:
    """The classes that each class names as its bases, the last part of each name."""
    return {node.name: [ast.unparse(base).rpartition(".")[2] for base in node.bases] for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


# ---- gates -----------------------------------------------------------------------------------


class Use(NamedTuple):
    """Where code takes an activation function out of a table: the class, the setting it goes by, and whether its result is multiplied by another branch."""

    module: str
    field: str
    gated: bool


def uses(tree: ast.AST) -> list[Use]:
    """Every class that fills an attribute from a table of activation functions, and whether it gates with it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for attribute, field in _filled(node):
                found.append(Use(node.name, field, gates(node, attribute)))
    return found


def _filled(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for line in ast.walk(node):
        if isinstance(line, ast.Assign) and len(line.targets) == 1 and _own(line.targets[0]):
            for part in ast.walk(line.value):
                match part:
                    case ast.Subscript(value=ast.Name(id=table), slice=key) if table in TABLES:
                        yield from ((line.targets[0].attr, name) for name in _last(key))  # type: ignore[attr-defined]
                    case ast.Call(func=ast.Name(id="get_activation"), args=[key, *_]):
                        yield from ((line.targets[0].attr, name) for name in _last(key))  # type: ignore[attr-defined]


def _own(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"


def _last(key: ast.expr) -> Iterator[str]:
    match key:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            yield name
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(name)), *_]):
            yield name


SCALES = re.compile(r"mask|weight|scor|prob|scale|factor|gamma|lambda|alpha|route|logit")
"""What a result is multiplied by without being gated: constants, masks, and the shares of a router."""


def gates(node: ast.AST, attribute: str) -> bool:
    """Whether `self.attribute(…)` is multiplied by another branch, as in `self.act(gate) * up`, in this class."""
    named: dict[str, list[ast.expr]] = {}
    for line in ast.walk(node):
        if isinstance(line, ast.Assign):
            for target in line.targets:
                if isinstance(target, ast.Name):
                    named.setdefault(target.id, []).append(line.value)
    return any(
        isinstance(line, ast.BinOp)
        and isinstance(line.op, ast.Mult)
        and any(_activated(one, attribute, named) and _branch(other) for one, other in ((line.left, line.right), (line.right, line.left)))
        for line in ast.walk(node)
    )


WRAPS = {"to", "type_as", "float", "dropout", "contiguous"}


def _activated(node: ast.expr, attribute: str, named: dict[str, list[ast.expr]] | None) -> bool:
    """The call itself, its result under a name, or either in another dtype."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name)) if name == attribute:
            return True
        case ast.Call(func=ast.Attribute(value=inner, attr=name), args=args) if name in WRAPS:
            return any(_activated(each, attribute, named) for each in (inner, *args))
        case ast.Name(id=name) if named is not None:
            return any(_activated(value, attribute, None) for value in named.get(name, ()))
    return False


def _branch(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return not SCALES.search(name)
        case ast.Call(func=function):
            return not SCALES.search(ast.unparse(function))
        case ast.Subscript(value=value):
            return _branch(value)
        case ast.BinOp(left=left, right=right):  # (up + 1), as some write it
            return _branch(left) or _branch(right)
    return False
