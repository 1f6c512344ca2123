"""A curve: a function of one variable with its first two derivatives, in pieces on which no branch changes.

What is said of a piece is proved: a branch may change its mind only where the record names a kink, and the
lines given as derivatives must be what a power series of the formula says they are.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

import flint
from flint import arb

from activation_functions.activation import Activation
from mathematics.balls import Ball, exact
from mathematics.formula import algebra, ball, jet, x_symbol


class Cut(NamedTuple):
    """Where two pieces meet: as a ball, and as an exact number of algebra."""

    x: arb
    number: Any


Piece = tuple[Cut | None, Cut | None]  # None is an infinite end


@dataclass(frozen=True)
class Curve:
    """A function of one variable with its first two derivatives, as formulas, smooth between kinks."""

    formula: str
    derivative: str
    second: str
    kinks: tuple[str, ...] = ()
    jumps: bool = False
    parameters: dict[str, str] = field(default_factory=dict, hash=False)

    @staticmethod
    def of(f: Activation) -> Curve:
        if f.derivative_formula is None or f.second_formula is None:
            raise ValueError(f"{f.id} mixes its entries: it has no facts of one variable")
        return Curve(
            f.formula,
            f.derivative_formula,
            f.second_formula,
            tuple(k.at for k in f.kinks),
            any(k.jump for k in f.kinks),
            {name: repr(p.default) for name, p in f.parameters.items()},
        )

    def values(self) -> dict[str, arb]:
        return _values(tuple(self.parameters.items()), flint.ctx.prec)

    def at(self, line: str, x: Ball) -> Ball:
        return ball(line, x=x, **self.values())

    def algebra(self, line: str) -> Any:
        """The line as an expression of x alone, the parameters at their defaults."""
        return _algebra(line, tuple(self.parameters.items()))

    def cuts(self) -> list[Cut]:
        return sorted((Cut(as_arb(self.at(k, arb(0))), self.algebra(k)) for k in self.kinks), key=lambda cut: float(cut.x))

    def pieces(self) -> list[Piece]:
        ends: list[Cut | None] = [None, *self.cuts(), None]
        return list(zip(ends, ends[1:], strict=False))

    def on(self, line: str, piece: Piece) -> str:
        """The line with its branches settled for this piece."""
        return settled(line, inside(piece), tuple(sorted(self.parameters.items())))


@cache
def _values(parameters: tuple[tuple[str, str], ...], bits: int) -> dict[str, arb]:
    """Each as a ball of the working precision, which is `bits`."""
    return {name: exact(text) for name, text in parameters}


@cache
def _algebra(line: str, parameters: tuple[tuple[str, str], ...]) -> Any:
    import sympy as sp

    expression = algebra(line)
    return expression.subs({sp.Symbol(name, positive=True): sp.Rational(text) for name, text in parameters}) if parameters else expression


def inside(piece: Piece) -> arb:
    """An exact point of the piece."""
    low, high = (end.x if end else None for end in piece)
    left = low if low is not None else high - 2 if high is not None else exact(-1)
    right = high if high is not None else left + 2
    return ((left + right) / 2).mid()


def as_arb(value: Any) -> arb:
    return value if isinstance(value, arb) else exact(value)


@cache
def settled(line: str, at: arb, parameters: tuple[tuple[str, str], ...]) -> str:
    """The line with every branch decided as it is at one point."""
    scope: dict[str, Ball] = {"x": at} | {name: exact(text) for name, text in parameters}

    class Settle(ast.NodeTransformer):
        def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
            test = ball(f"(1 if {ast.unparse(node.test)} else 0)", **scope)
            return self.visit(node.body if test == 1 else node.orelse)  # type: ignore[no-any-return]

        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            word = node.func.id if isinstance(node.func, ast.Name) else ""
            if word in ("max", "min"):
                first, second = (ball(ast.unparse(a), **scope) for a in node.args)
                return node.args[0] if (first > second) == (word == "max") else node.args[1]
            if word == "abs":
                return node.args[0] if ball(ast.unparse(node.args[0]), **scope) > 0 else ast.UnaryOp(ast.USub(), node.args[0])
            return node

    return ast.unparse(Settle().visit(ast.parse(line.strip(), mode="eval")))


# ---- is the curve what it says? --------------------------------------------------------------


def check(curve: Curve) -> None:
    """Refuse a curve whose branches change where it names no kink, or whose derivatives are not its derivatives."""
    for piece in curve.pieces():
        for line in (curve.formula, curve.derivative, curve.second):
            _one_branch(curve, line, piece)
        _agree(curve, piece)


def _one_branch(curve: Curve, line: str, piece: Piece) -> None:
    """What decides a branch keeps its sign on the whole piece: a polynomial without a root inside, by Sturm's theorem."""
    import sympy as sp

    low, high = (end.number if end else infinity for end, infinity in zip(piece, (-sp.oo, sp.oo), strict=True))
    for gap in _gaps(ast.parse(line.strip(), mode="eval").body):
        expression = curve.algebra(curve.on(gap, piece))
        if not expression.has(x_symbol()):
            continue
        try:
            polynomial = sp.Poly(expression, x_symbol())
            inner = polynomial.count_roots(low, high) - sum(1 for end in (low, high) if end.is_finite and polynomial.eval(end) == 0)
        except (sp.PolynomialError, NotImplementedError, ValueError):
            from mathematics.branches import keeps_its_sign  # which works on curves

            if not keeps_its_sign(curve, curve.on(gap, piece), piece):
                raise ArithmeticError(f"{line} branches on {gap}, whose sign cannot be told") from None
            continue
        if inner:
            raise ArithmeticError(f"{line}: the sign of {gap} changes between two kinks")


def _gaps(node: ast.AST) -> list[str]:
    """The expressions whose signs decide the branches; in a test, |u| stands for both u and -u."""
    found: list[str] = []
    for part in ast.walk(node):
        match part:
            case ast.IfExp(ast.Compare(left, [_], [right])):
                found += _unfolded(ast.BinOp(left, ast.Sub(), right))
            case ast.Call(ast.Name("max" | "min"), [a, b]):
                found.append(ast.unparse(ast.BinOp(a, ast.Sub(), b)))
            case ast.Call(ast.Name("abs"), [u]) if not any(part in ast.walk(test.test) for test in ast.walk(node) if isinstance(test, ast.IfExp)):
                found.append(ast.unparse(u))
    return found


def _unfolded(node: ast.expr) -> list[str]:
    """The expression with each |u| as u and as -u."""
    size = next((part for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "abs"), None)
    if size is None:
        return [ast.unparse(node)]
    whole, part = ast.unparse(node), ast.unparse(size)
    both = (whole.replace(part, f"{sign}({ast.unparse(size.args[0])})") for sign in ("", "-"))
    return [each for one in both for each in _unfolded(ast.parse(one, mode="eval").body)]


def _agree(curve: Curve, piece: Piece) -> None:
    """At a few points, the lines given as derivatives are what a power series of the formula says they are."""
    low, high = (end.x if end else None for end in piece)
    start = low if low is not None else high if high is not None else exact(0)
    steps = [exact(Fraction(n, 7)) for n in (1, 5, 11, 31, 95)]
    if low is not None and high is not None:
        points = [low + (high - low) * step / 14 for step in steps]
    else:
        points = [start + step for step in steps if high is None] + [start - step for step in steps if low is None]
    for x in points:
        for line, truth in zip((curve.formula, curve.derivative, curve.second), jet(curve.formula, x, 2, **curve.values()), strict=True):
            if not as_arb(curve.at(curve.on(line, piece), x)).overlaps(truth):
                raise ArithmeticError(f"{curve.formula}: at x = {float(x):.6g} the line {line!r} is not what its power series says")
