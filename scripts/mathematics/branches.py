"""Whether a curve is what its record says: its branches change at kinks alone, and the lines given as derivatives are its derivatives."""

from __future__ import annotations

import ast
from fractions import Fraction

from flint import arb

from mathematics.asymptotics import tail_sign
from mathematics.balls import exact
from mathematics.curve import Curve, Piece, as_arb
from mathematics.formula import jet, x_symbol
from mathematics.roots import roots
from mathematics.words import undone

REACH, STRIP = 64, arb(2) ** -20


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
            if not _keeps_its_sign(curve, curve.on(gap, piece), piece):
                raise ArithmeticError(f"{line} branches on {gap}, whose sign cannot be told") from None
            continue
        if inner:
            raise ArithmeticError(f"{line}: the sign of {gap} changes between two kinks")


def _keeps_its_sign(curve: Curve, line: str, piece: Piece) -> bool:
    """Whether a settled line has no root inside the piece: roots are isolated, and tails told by factors.

    At an end it may vanish: there it is exactly 0, and monotone beside it.
    """
    import sympy as sp

    ends = []
    for cut, side in zip(piece, (1, -1), strict=True):
        if cut is None:
            ends.append(exact(-side * REACH))
            if not tail_sign(curve, line, ends[-1], side == -1):
                return False
            continue
        ends.append((cut.x + side * STRIP).mid())
        strip = cut.x.union(ends[-1])
        if as_arb(curve.at(line, strip)).contains(0):
            slope = jet(line, strip, 1, **curve.values())[1]
            if slope.contains(0) or sp.simplify(undone(curve.algebra(line).subs(x_symbol(), cut.number))) != 0:
                return False
    return not roots(curve, line, None, ends[0], ends[1])


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
