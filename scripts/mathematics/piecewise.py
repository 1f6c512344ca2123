"""A formula made of pieces is proved equal to another on each piece between the points where one of them changes sides."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cmp_to_key
from itertools import pairwise, product
from typing import Any

from mathematics.formula import algebra, x_symbol

BRANCHES = ("max", "min", "abs")


def equal(a: str, b: str, zero: Callable[[Any], bool]) -> bool:
    """Whether both lines agree for every real x, by algebra on each piece; what contains a derivative, everywhere but at the ends of pieces.

    False says only that this way of proving it does not serve: a test that is not linear in x, or parameters that leave the order of the ends open.
    """
    trees = [ast.parse(line, mode="eval").body for line in (a, b)]
    try:
        gaps = [gap for tree in trees for gap in _gaps(tree)]
        if gaps and len({algebra(ast.unparse(gap)) for gap in gaps}) == 1 and "D(" in a + b:  # one quantity decides every branch
            return all(zero(algebra(left) - algebra(right)) for left, right in ([_decided(tree, side) for tree in trees] for side in (0, 1)))
        ends = _ends(gaps)
        if not ends:
            return False
        between = [ends[0] - 1, *((left + right) / 2 for left, right in pairwise(ends)), ends[-1] + 1]
        pieces = [[ast.unparse(_on_the_side(tree, point)) for tree in trees] for point in between]
        points = [] if any("D(" in line for line in (a, b)) else [[ast.unparse(_on_the_side(tree, end)) for tree in trees] for end in ends]
    except _Unsettled:
        return False
    x = x_symbol()
    met = all(zero((algebra(left) - algebra(right)).subs(x, end)) for (left, right), end in zip(points, ends, strict=False))
    return met and all(zero(algebra(left) - algebra(right)) for left, right in pieces)


class _Unsettled(Exception):
    """A sign or an order that the parameters leave open."""


def _branch(node: ast.AST) -> bool:
    return isinstance(node, ast.IfExp) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BRANCHES)


def _gap(node: Any) -> ast.expr:
    """What is positive on one side of a branch and negative on the other."""
    if isinstance(node, ast.IfExp):
        test = node.test
        if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
            raise _Unsettled
        return ast.BinOp(test.left, ast.Sub(), test.comparators[0])
    first, *second = node.args
    return ast.BinOp(first, ast.Sub(), second[0]) if second else first


def _gaps(tree: ast.AST) -> Iterator[ast.expr]:
    yield from (_gap(node) for node in ast.walk(tree) if _branch(node))


def _sides(node: Any) -> list[ast.expr]:
    """The branch where its gap is positive, and where it is not."""
    if isinstance(node, ast.IfExp):
        sides = [node.body, node.orelse]
        return sides if isinstance(node.test.ops[0], (ast.Gt, ast.GtE)) else sides[::-1]  # type: ignore[attr-defined]
    first, *second = node.args
    if node.func.id == "abs":
        return [first, ast.UnaryOp(ast.USub(), first)]
    return [first, second[0]] if node.func.id == "max" else [second[0], first]


def _variants(node: Any) -> list[Any]:
    """The formula with each branch settled one way or the other, in every way."""
    if _branch(node):
        return [variant for side in _sides(node) for variant in _variants(side)]
    if not isinstance(node, (ast.expr, ast.operator, ast.unaryop)):
        return [node]
    fields = [(name, _variants(value) if isinstance(value, ast.AST) else _lists(value)) for name, value in ast.iter_fields(node)]
    return [type(node)(**dict(zip([name for name, _ in fields], chosen, strict=True))) for chosen in product(*(options for _, options in fields))]


def _lists(value: Any) -> list[Any]:
    return [list(chosen) for chosen in product(*map(_variants, value))] if isinstance(value, list) else [value]


def _ends(gaps: list[ast.expr]) -> list[Any]:
    """Where a gap may be 0, in rising order."""
    import sympy as sp

    x = x_symbol()
    found: list[Any] = []
    for settled in sorted({ast.unparse(variant) for gap in gaps for variant in _variants(gap)}):
        line = sp.expand(algebra(settled))
        slope = sp.diff(line, x)
        if slope.has(x):
            raise _Unsettled
        if slope != 0:
            end = sp.simplify(-line.subs(x, 0) / slope)
            found += [end] if all(sp.simplify(end - other) != 0 for other in found) else []
    rising: Callable[[Any, Any], int] = lambda a, b: _sign(a - b)  # noqa: E731
    return sorted(found, key=cmp_to_key(rising))


def _on_the_side(node: Any, point: Any) -> Any:
    """The formula with each branch settled as it is at the point."""

    class Settle(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            if not _branch(node):
                return self.generic_visit(node)
            side = _sign(algebra(ast.unparse(self.visit(_gap(node)))).subs(x_symbol(), point))
            if side == 0 and isinstance(node, ast.IfExp):
                return self.visit(node.body if isinstance(node.test.ops[0], (ast.GtE, ast.LtE)) else node.orelse)  # type: ignore[attr-defined]
            return self.visit(_sides(node)[0 if side > 0 else 1])

    return Settle().visit(ast.parse(ast.unparse(node), mode="eval").body)


def _decided(node: ast.expr, side: int) -> str:
    """The formula with every branch settled as where its gap is positive, or as where it is not."""

    class Settle(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return self.visit(_sides(node)[side]) if _branch(node) else self.generic_visit(node)

    return ast.unparse(Settle().visit(ast.parse(ast.unparse(node), mode="eval").body))


def _sign(number: Any) -> int:
    import sympy as sp

    number = sp.factor(sp.simplify(number))
    if number.is_zero:
        return 0
    if number.is_positive:
        return 1
    if number.is_negative:
        return -1
    raise _Unsettled
