"""Closed forms: the exact number that a record states for a fact, checked by algebra, and where algebra cannot, by digits.

Algebra knows where a fact comes from. A place is a root of f, f', f'' or f(x) - x; a bound is a limit or the height at
such a place; an expected value over a standard normal variable is integrated term by term. A stated form that is not
inside the fact's ball is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from flint import arb

from mathematics.analysis import Study, study
from mathematics.asymptotics import as_ball, asymptote, limit
from mathematics.behaviour import heights, meetings, runs, slopes
from mathematics.curve import Curve, Piece
from mathematics.formula import value, x_symbol

BITS = 200
AGREES = arb(10) ** -50


class Closed(NamedTuple):
    """A formula without x, and how it was checked: `algebra` proves it, `digits` compares fifty digits."""

    formula: str
    how: str


def checked(curve: Curve, stated: Mapping[str, str], balls: Mapping[str, arb]) -> dict[str, Closed]:
    """Every stated form with how it was checked; places first, for heights are taken at them."""
    proved: dict[str, Any] = {}
    found: dict[str, Closed] = {}
    for name in sorted(stated, key=lambda name: (not name.endswith(".x"), name in ("gain", "chi"))):
        line = stated[name]
        if name not in balls:
            raise ArithmeticError(f"{name} = {line}: there is no such fact")
        number = value(line, 0, bits=BITS, **curve.values())
        if not (number.overlaps(balls[name]) and abs(number - balls[name]) < AGREES * max(1, abs(float(number)))):
            raise ArithmeticError(f"{name} is not {line}")
        exact = curve.algebra(line)
        by_algebra = _proves(curve, name, exact, balls[name], proved)
        if by_algebra:
            proved[name] = exact
        found[name] = Closed(line, "algebra" if by_algebra else "digits")
    return found


SAME = (
    r"minimum\d*\.x",
    r"maximum\d*\.x",
    r"lower|minimum\d*\.y|limit\.\w+|asymptote\.\w+\.intercept",
    r"upper|maximum\d*\.y|limit\.\w+|asymptote\.\w+\.intercept",
    r"(steepest|inflection\d+)\.x",
    r"slope\.\w+|asymptote\.\w+\.slope",
)


def spread(stated: Mapping[str, str], balls: Mapping[str, arb]) -> dict[str, str]:
    """A form stated for one fact is tried on its other names too: the global minimum is also one of the local ones."""
    found = dict(stated)
    for kind in SAME:
        for name, line in stated.items():
            if re.fullmatch(kind, name) and name in balls:
                found |= {other: line for other, ball in balls.items() if re.fullmatch(kind, other) and other not in stated and ball.overlaps(balls[name])}
    return found


def _proves(curve: Curve, name: str, exact: Any, ball: arb, proved: Mapping[str, Any]) -> bool:
    known = study(curve)
    if name.endswith(".x"):
        return _is_place(curve, name, exact)
    if name in ("mean", "second_moment", "slope_mean", "slope_moment"):
        found = expected(curve, curve.derivative if name.startswith("slope") else curve.formula, 1 if name.endswith("mean") else 2)
        return found is not None and vanishes(found - exact)
    if name in ("gain", "chi"):
        second = expected(curve, curve.formula, 2)
        slope = expected(curve, curve.derivative, 2) if name == "chi" else 1
        return second is not None and slope is not None and vanishes(exact * second - slope if name == "chi" else exact**2 * second - 1)
    if name in ("period", "climb"):
        return known.period is not None and vanishes(getattr(known, name) - exact)
    side = re.fullmatch(r"(limit|slope|asymptote)\.(left|right)(?:\.(slope|intercept))?", name)
    if side:
        return vanishes(_at_infinity(known, side[1], side[2] == "right", side[3]) - exact)
    return _is_height(known, name, exact, ball, proved)


def _is_place(curve: Curve, name: str, exact: Any) -> bool:
    """Whether the line that vanishes at such a place vanishes there; the fact's ball is known to hold one root only."""
    x = x_symbol()
    word = re.split(r"[\d.]", name)[0]
    line = {"minimum": curve.derivative, "maximum": curve.derivative, "root": curve.formula, "fixed": f"({curve.formula}) - x"}.get(word, curve.second)
    for piece, inner in _pieces_around(curve, exact):
        if inner:
            return vanishes(curve.algebra(curve.on(line, piece)).subs(x, exact))
    return any(vanishes(cut.number - exact) for cut in curve.cuts())


def _pieces_around(curve: Curve, exact: Any) -> Iterator[tuple[Piece, bool]]:
    at = as_ball(exact)
    for piece in curve.pieces():
        yield piece, all(cut is None or bool((at - cut.x) * side > 0) for cut, side in zip(piece, (1, -1), strict=True))


def _at_infinity(known: Study, word: str, right: bool, part: str | None) -> Any:
    arc = known.arcs[-1 if right else 0]
    if word == "asymptote":
        line = asymptote(known.curve, arc.lines[0], arc.lines[1], right)
        assert line is not None
        return line[part == "intercept"]
    return limit(known.curve, arc.lines[word == "slope"], right)


def _is_height(known: Study, name: str, exact: Any, ball: arb, proved: Mapping[str, Any]) -> bool:
    """Whether each candidate that the ball does not rule out is this number."""
    steep = name == "steepest"
    rivals = [p for p in (slopes(known) if steep else heights(known)) if (abs(p.y) if steep else p.y).overlaps(ball)]
    symbols = [number for number in _candidates(known, steep, proved) if as_ball(number).overlaps(ball)]
    return bool(symbols) and len(symbols) >= len(rivals) and all(vanishes(number - exact) for number in symbols)


def _candidates(known: Study, steep: bool, proved: Mapping[str, Any]) -> Iterator[Any]:
    """The heights (or sizes of slopes) at places known to algebra, on every stretch that does not change, and at infinities."""
    import sympy as sp

    curve, x = known.curve, x_symbol()

    def symbol(place: arb) -> Any:
        if place.is_exact():
            low, exponent = place.man_exp()
            return sp.Integer(int(low)) * sp.Integer(2) ** int(exponent)
        known_places = [cut.number for cut in curve.cuts() if cut.x.overlaps(place)] + [proved[name] for name in proved if name.endswith(".x")]
        return next((number for number in known_places if as_ball(number).overlaps(place)), None)

    if steep:
        for arc in known.arcs:
            line = curve.algebra(arc.lines[1])
            for place in (arc.low, arc.high):
                if arc.bend == 0:
                    yield abs(line)
                elif place is not None and symbol(place) is not None:
                    yield abs(line.subs(x, symbol(place)))
        for right in (False, True):
            if known.period is None and known.arcs[-right].bend:
                yield abs(limit(curve, known.arcs[-right].lines[1], right))
        return
    for run in runs(known):
        if run.step == 0:
            yield curve.algebra(run.arc.lines[0])
    for left, place, _, _, _ in meetings(known):
        number = symbol(place)
        if number is not None:
            yield curve.algebra(left.arc.lines[0]).subs(x, number)
    for right in (False, True):
        if known.period is None:
            yield limit(curve, known.arcs[-right].lines[0], right)


# ---- expected values -------------------------------------------------------------------------


@cache
def expected(curve: Curve, line: str, power: int) -> Any:
    """E line(Z)^power for standard normal Z as an exact number, or None where the terms are of no known kind."""
    import sympy as sp

    x, total = x_symbol(), sp.Integer(0)
    for piece in curve.pieces():
        integrand = curve.algebra(curve.on(line, piece)) ** power
        low, high = (end.number if end else infinity for end, infinity in zip(piece, (-sp.oo, sp.oo), strict=True))
        part = _integral(integrand, low, high)
        if part is None and (low, high) == (-sp.oo, sp.oo):  # what is odd cancels
            even = sp.expand(integrand) + sp.expand(integrand.subs(x, -x))
            part = _integral((sp.cancel(even) if power == 1 else even) / 2, low, high)
        if part is None:
            return None
        total += part
    return total


def _integral(integrand: Any, low: Any, high: Any) -> Any:
    """The integral of the integrand times the normal density, term by term."""
    import sympy as sp

    if integrand == 0:
        return integrand
    if integrand.has(sp.sin, sp.cos):
        integrand = integrand.rewrite(sp.exp)
    terms = sp.Add.make_args(sp.powsimp(sp.expand(integrand), combine="exp"))
    parts = [_term(term, low, high) for term in terms]
    return None if None in parts else sp.Add(*parts)


def _term(term: Any, low: Any, high: Any) -> Any:
    """c x^n exp(a x^2 + b x + d) erf(k x)^j, integrated; None for a term of another kind."""
    import sympy as sp

    x = x_symbol()
    factor, rest = term.as_independent(x, as_Add=False)
    n, exponent, k, j = 0, sp.Integer(0), sp.Integer(0), 0
    for part in sp.Mul.make_args(rest):
        base, power = part.as_base_exp()
        if isinstance(part, sp.exp):
            exponent += part.args[0]
        elif base == x and power.is_Integer and power > 0:
            n = int(power)
        elif isinstance(base, sp.erf) and power in (1, 2) and not j and not (base.args[0] / x).has(x):
            k, j = base.args[0] / x, int(power)
        elif part != 1:
            return None
    shape = sp.Poly(exponent, x) if exponent.is_polynomial(x) else None
    if shape is None or shape.degree() > 2:
        return None
    a, b, d = (shape.coeff_monomial(x**degree) for degree in (2, 1, 0))
    beta = 1 - 2 * a
    whole = (low, high) == (-sp.oo, sp.oo)
    if not beta.is_positive or not (whole or b.is_real):
        return None
    if j:
        return factor * sp.exp(d) * _with_erf(n, j, beta, k) if whole and b == 0 else None
    # completing the square: x = b / beta + y / sqrt(beta) with y standard normal
    ends = [(end - b / beta) * sp.sqrt(beta) if end.is_finite else end for end in (low, high)]
    y = sp.Symbol("y")
    powers = sp.Poly((b / beta + y / sp.sqrt(beta)) ** n, y)
    inner = sum(coefficient * _cut_off(degree, ends[0], ends[1]) for (degree,), coefficient in powers.terms())
    return factor * sp.exp(d + b**2 / (2 * beta)) / sp.sqrt(beta) * inner


def _cut_off(n: int, low: Any, high: Any) -> Any:
    """E Y^n of a standard normal Y, counted only between low and high: by parts, two powers at a time."""
    import sympy as sp

    if n == 0:
        return (sp.erf(high / sp.sqrt(2)) - sp.erf(low / sp.sqrt(2))) / 2
    edges = [end ** (n - 1) * sp.exp(-(end**2) / 2) / sp.sqrt(2 * sp.pi) if end.is_finite else 0 for end in (low, high)]
    return edges[0] - edges[1] + ((n - 1) * _cut_off(n - 2, low, high) if n > 1 else 0)


def _with_erf(n: int, j: int, beta: Any, k: Any) -> Any:
    """The integral of x^n erf(k x)^j exp(-beta x^2 / 2) / sqrt(2 pi) over the line: by parts down to n = 0."""
    import sympy as sp

    if n == 0:
        return (1, 0, 2 / sp.pi * sp.asin(2 * k**2 / (beta + 2 * k**2)))[j] / sp.sqrt(beta)
    above = j * 2 * k / sp.sqrt(sp.pi) * _with_erf(n - 1, j - 1, beta + 2 * k**2, k) if j else 0
    return (above + ((n - 1) * _with_erf(n - 2, j, beta, k) if n > 1 else 0)) / beta


# ---- is it zero? -----------------------------------------------------------------------------


@cache
def vanishes(expression: Any) -> bool:
    """Whether an expression is 0, by algebra; with w = W(z), exp(w) is z / w."""
    import sympy as sp

    e = sp.expand(expression)
    for number, product in enumerate(e.atoms(sp.LambertW)):
        w, z = sp.Symbol(f"w{number}", positive=True), product.args[0]
        e = sp.expand(e.subs(product, w), power_exp=True).replace(
            lambda t, w=w: isinstance(t, sp.exp) and t.args[0].coeff(w) != 0,
            lambda t, w=w, z=z: (z / w) ** t.args[0].coeff(w) * sp.exp(t.args[0] - w * t.args[0].coeff(w)),
        )
    return bool(e == 0 or sp.expand(sp.numer(sp.together(e))) == 0 or sp.simplify(e) == 0)
