"""Python as the ledger knows it: by its syntax tree, so that layout may change, and by its comments, which readers see."""

from __future__ import annotations

import ast
import hashlib
import tokenize
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

UNSAID = ("ctx", "kind", "type_comment", "type_params")  # what differs between versions of Python, or says nothing


def short(said: Any) -> str:
    """A hash that is long enough to tell two versions of one thing apart."""
    return hashlib.sha256(str(said).encode()).hexdigest()[:8]


def tree(node: Any) -> str:
    """The syntax tree in words, the same in every version of Python, without places and layout."""
    if isinstance(node, ast.JoinedStr):  # Python 3.12 may put an empty text at the end
        return f"JoinedStr({tree([part for part in node.values if not (isinstance(part, ast.Constant) and part.value == '')])})"
    if isinstance(node, ast.AST):
        parts = {name: part for name, part in ast.iter_fields(node) if name not in UNSAID and part is not None and part != []}
        return f"{type(node).__name__}({', '.join(f'{name}={tree(part)}' for name, part in parts.items())})"
    if isinstance(node, list):
        return f"[{', '.join(map(tree, node))}]"
    return repr(node)


def comments(code: str) -> Iterator[tuple[int, str]]:
    """(line, text) of each comment; one that runs over several lines of its own is told as one."""
    told: list[tuple[int, int, str]] = []  # first line, last line, text
    for token in tokenize.generate_tokens(StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            (line, _), text, alone = token.start, token.string.lstrip("#").strip(), not token.line[: token.start[1]].strip()
            if alone and told and told[-1][1] == line - 1 and told[-1][2]:
                told[-1] = told[-1][0], line, f"{told[-1][2]} {text}"
            else:
                told.append((line, line if alone else -1, text))
    return ((first, text) for first, _, text in told)


def meaning(code: str) -> str:
    """What a piece of Python says: its tree and its comments; the text as it stands where it is not Python."""
    try:
        return f"{tree(ast.parse(code))} {[text for _, text in comments(code)]}"
    except (SyntaxError, tokenize.TokenError):
        return " ".join(code.split())


# ---- what decides, in one file ---------------------------------------------------------------


@cache
def definitions(file: Path) -> dict[str, ast.stmt]:
    """The statements of a file that give something a name, by that name; a comment is in none of them."""
    found: dict[str, ast.stmt] = {}
    for statement in ast.parse(file.read_text("utf-8"), str(file)).body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found[name] = statement
            case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                found |= {node.id: statement for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                found |= {alias.asname or alias.name.partition(".")[0]: statement for alias in names}
    return found


def call(file: Path, name: str) -> dict[str, ast.expr]:
    """The arguments, by their names, of `name = Something(…)` in a file."""
    match definitions(file).get(name):
        case ast.Assign(value=ast.Call(args=[], keywords=keywords)):
            return {keyword.arg or "**": keyword.value for keyword in keywords}
    raise ValueError(f"{file.name}: {name} is to be written as `{name} = Claim(said=…, …)`, each argument by its name")


def code_of(file: Path, *expressions: ast.expr | None) -> str:
    """A hash of expressions and of all that they call or use in the same file, near or far."""
    known, said, todo = definitions(file), [tree(each) for each in expressions], [each for each in expressions if each is not None]
    reached: dict[str, str] = {}
    while todo:
        for node in ast.walk(todo.pop()):
            if isinstance(node, ast.Name) and node.id not in reached and (statement := known.get(node.id)) is not None:
                reached[node.id] = _of_import(statement, node.id)
                todo.append(statement)  # type: ignore[arg-type]  # a statement is walked as well
    return short((said, sorted(reached.items())))


def _of_import(statement: ast.stmt, name: str) -> str:
    """Of an import no more than what this name stands for."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return next(f"{getattr(statement, 'module', '')} {alias.name}" for alias in statement.names if (alias.asname or alias.name.partition(".")[0]) == name)
    return tree(statement)
