"""The catalogue as a browser recognises it: each function's formula in one line that does not lose its digits, with its parameters."""

from __future__ import annotations

import ast
import re
from typing import Any

from answers import names


class _Stable(ast.NodeTransformer):
    """The record's formula says what a function is; where exp would overflow, the browser takes the word for the same thing."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name("log"), args=[ast.BinOp(left=ast.Constant(1), op=ast.Add(), right=ast.Call(func=ast.Name("exp"), args=[inner]))]):
                return ast.Call(func=ast.Name("softplus"), args=[inner], keywords=[])
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if ast.unparse(node) == TANH:
            return ast.parse("tanh(x)", mode="eval").body
        return self.generic_visit(node)


TANH = "(exp(x) - exp(-x)) / (exp(x) + exp(-x))"


def line(formula: str) -> str:
    """The formula as the browser evaluates it."""
    return ast.unparse(_Stable().visit(ast.parse(formula, mode="eval")))


def single() -> list[dict[str, Any]]:
    """Every function of one number."""
    records = [names._record(name) for name in names.functions()]
    return [
        {
            "id": f.id,
            "name": f.name,
            "formula": line(f.formula),
            "parameters": [[n, float(p.default), p.above, p.zero, p.learned] for n, p in f.parameters.items()],
            "drawn": f.draw is not None,
        }
        for f in records
        if not f.mixes
    ]


def mixing() -> list[list[str]]:
    """Every function that mixes entries, as people type its formula without indices: exp(x)/sum(exp(x))."""
    records = [names._record(name) for name in names.functions()]
    return [[f.id, typed(f.formula)] for f in records if f.mixes and not f.where and f.width and "i + n" not in f.formula and "i - n" not in f.formula]


def typed(formula: str) -> str:
    """A formula about the entries of x in the letters of search-worker.js: no blanks, no indices, sigmoid by its name."""
    plain = re.sub(r" for j in range\(n\)|\[[ij]\]|\s", "", formula)
    return re.sub(r"\bsigma\b", "sigmoid", plain).replace("**", "^")


def table() -> dict[str, Any]:
    """What data/identify.js holds."""
    return {"single": single(), "mixed": mixing()}
