"""Formulas in comments: where a comment writes `left = right` in backquotes, both sides are read as formulas and compared.

The letters are those of the formula language, x a real number and every other letter a positive one. The value of a function of the module
is written sigmoid(x), its derivatives sigmoid.derivative(x) and sigmoid.second(x). After ` for `, a comparison says where it is true.

    # `sigmoid.derivative(x) = sigma(x) * sigma(-x)` is even, and nothing cancels.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import flint

from answers import names
from checks import syntax
from mathematics import derivation, formula
from mathematics.balls import exact
from pages.page import FENCE
from project.fault import Fault
from project.paths import DOCS, FUNCTIONS, SCRIPTS
from publish import labs

MARKED = re.compile(r"`([^`]*[^=<>!`]=[^=`][^`]*)`")


def formulas() -> list[Fault]:
    """An equation in backquotes in a comment that pages show is true."""
    faults = []
    for file, start, code in shown():
        for line, said in marked(code):
            try:
                false = wrong(said)
            except (ValueError, ArithmeticError, NameError, TypeError, SyntaxError) as error:
                false = f"it cannot be read as formulas: {error}"
            if false:
                faults.append(Fault(file, start + line, f"the comment says `{said}`: {false}", "correct it, or take the backquotes away if it is no equation"))
    return faults


def shown() -> Iterator[tuple[Path, int, str]]:
    """(file, lines before it, code) of all Python that stands on pages: of functions, sayings, labs, examples, and typed there."""
    for file in [*sorted(FUNCTIONS.glob("*.py")), *sorted((SCRIPTS / "claims").glob("*.py")), *labs.files(), *sorted((DOCS / "examples").rglob("*.py"))]:
        yield file, 0, file.read_text("utf-8")
    for file in sorted(DOCS.rglob("*.md")):
        text = file.read_text("utf-8")
        for fence in FENCE.finditer(text):
            language, _, code = fence.group().strip("`~").partition("\n")
            if language.strip() == "python":
                yield file, text.count("\n", 0, fence.start()) + 1, code


def marked(code: str) -> Iterator[tuple[int, str]]:
    """(line, equation) of each equation in backquotes in a comment."""
    for line, text in syntax.comments(code):
        yield from ((line, found) for found in MARKED.findall(text))


def wrong(said: str) -> str:
    """Where an equation fails, in words; nothing if it is true at two hundred points, to forty digits."""
    equation, _, condition = said.partition(" for ")
    sides = [_spelt_out(side) for side in re.split(r"(?<![=<>!])=(?!=)", equation)]
    free = sorted(set().union(*(formula.names(side) for side in sides)) - formula.VOCABULARY.keys() - {"pi"})
    tried = 0
    with flint.ctx.workprec(300):
        for point in derivation._points(free, derivation.POINTS):
            at = {name: exact(value) for name, value in point.items()}
            if condition and not _true(condition, at):
                continue
            tried += 1
            first, *others = (formula.ball(side, **at) for side in sides)
            for other in others:
                if not abs(first - other) <= abs(first) * flint.arb(10) ** -derivation.DIGITS:
                    where = ", ".join(f"{name} = {value}" for name, value in point.items())
                    return f"at {where} one side is {first.mid().str(8, radius=False)}, the other {other.mid().str(8, radius=False)}"
    return "" if tried else "it is true of none of the points that are tried"


def _true(condition: str, at: dict[str, flint.arb]) -> bool:
    left, operator, right = formula.comparison(formula.tree(condition))
    low, high = (formula.ball(ast.unparse(side), **at) for side in (left, right))
    return bool(low > high if operator in (ast.Gt, ast.GtE) else low < high)


class _Functions(ast.NodeTransformer):
    """A call of a function of the module becomes its formula at what it is given, with its letters."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        name, _, part = ast.unparse(node.func).partition(".")
        if name not in names.functions():
            return node
        record = names._record(name)
        line = {"": record.formula, "derivative": record.derivative_formula, "second": record.second_formula}.get(part)
        if line is None or record.mixes or len(node.args) != 1:
            raise ValueError(f"{ast.unparse(node)} has no formula; write {name}(x), {name}.derivative(x) or {name}.second(x)")
        given = node.args[0]

        class Put(ast.NodeTransformer):
            def visit_Name(self, inner: ast.Name) -> ast.expr:
                return given if inner.id == "x" else inner

        return Put().visit(ast.parse(line, mode="eval").body)  # type: ignore[no-any-return]


def _spelt_out(side: str) -> str:
    return ast.unparse(ast.fix_missing_locations(_Functions().visit(ast.parse(side.strip(), mode="eval"))))
