"""A curve: a function of one variable with its first two derivatives, in pieces on which no branch changes.

What is said of a piece is proved: a branch may change its mind only where the record names a kink, and the
lines given as derivatives must be what a power series of the formula says they are.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import flint
from flint import arb

from activation_functions.activation import Activation
from mathematics.balls import Ball, exact
from mathematics.formula import algebra, ball
from mathematics.words import VOCABULARY  # noqa: F401  so that the formulas of records have all of their words


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
