"""A study of one curve: the stretches on which it bends one way, rises or falls, and the joints between them.

The real line is cut at the kinks and into a core [-R, R] and two tails. In the core every root of f'' is isolated
by sign on a cover of small balls, so nothing hides between samples; in a tail the signs of the factors of f'' decide.
So the line falls into arcs with f'' of one sign. On an arc f' is strictly monotone: f' = s has one root or none, told
by the ends; between such roots f(x) - s x is strictly monotone, and its roots are told by the ends in turn.
What cannot be settled this way is refused with an ArithmeticError; nothing is guessed.

A curve with f(x + T) = f(x) + c has no tails: one period is studied, once algebra has proved the T and the c.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise, product
from typing import Any, NamedTuple

import flint
from flint import arb

from mathematics.asymptotics import as_ball, limit, tail_sign
from mathematics.balls import exact
from mathematics.branches import check
from mathematics.curve import Curve, Cut, Piece, as_arb, inside
from mathematics.formula import jet, x_symbol
from mathematics.roots import inside_kinks, sign
from mathematics.words import undone

PRECISION = 256  # bits: 60 digits and a reserve
CORES = (8, 16, 32, 64)  # how far the cover reaches before the tails must speak for themselves
SMOOTHEST = 8  # the highest derivative compared where two pieces meet


class Arc(NamedTuple):
    """A stretch on which f'' has one sign, or is 0: its settled lines, its ends, and f and f' there, as one-sided limits."""

    low: arb | None  # None is an infinite end
    high: arb | None
    bend: int
    lines: tuple[str, str, str]
    heights: tuple[arb, arb]
    slopes: tuple[arb, arb]
    near: tuple[arb, arb]  # finite places to search from: the ends, or the edge of the core


class Joint(NamedTuple):
    """Where two arcs meet: f there, and how many derivatives agree (-1: a jump, 0: a kink; None: all of them)."""

    x: arb
    value: arb
    agree: int | None


class Point(NamedTuple):
    """A candidate for an extreme value: where (None for a limit, or for a whole stretch) and how large."""

    x: arb | None
    y: arb
    attained: bool


@dataclass(frozen=True, eq=False)
class Study:
    """The arcs of a curve from left to right, and the joints between them; of a periodic one, those of one period."""

    curve: Curve
    arcs: list[Arc]
    joints: list[Joint]
    period: Any  # exact numbers of algebra: f(x + period) = f(x) + climb; None where nothing repeats
    climb: Any
    core: int
    tails: list[str]


@cache
@flint.ctx.workprec(PRECISION)
def study(curve: Curve) -> Study:
    """Cut the line into arcs, or refuse."""
    check(curve)
    repeats = _repeats(curve)
    if repeats:
        return _one_period(curve, *repeats)
    widest = max((abs(cut.x) for cut in curve.cuts()), default=arb(0), key=float)
    reasons = []
    for by_slope, radius in product((False, True), CORES):
        try:
            if widest < radius:
                return _whole_line(curve, radius, by_slope)
            reasons.append(f"R = {radius}: there are kinks farther out")
        except ArithmeticError as error:
            reasons.append(f"R = {radius}: {error}")
    raise ArithmeticError(f"{curve.formula}: nothing proved ({'; '.join(reasons)})")


# ---- arcs ------------------------------------------------------------------------------------


def _whole_line(curve: Curve, radius: int, by_slope: bool) -> Study:
    edges = -exact(Fraction(radius * 7 + 1, 7)), exact(Fraction(radius * 11 + 1, 11))
    pieces = curve.pieces()
    affine = [curve.algebra(curve.on(curve.second, piece)) == 0 for piece in pieces]
    tails = ["f'' = 0"] * 2
    for end in (0, -1):  # first, for this is quick to fail
        if not affine[end]:
            line = curve.on(curve.second, pieces[end])
            bend = tail_sign(curve, line, edges[end], end == -1, by_slope)
            if not bend:
                raise ArithmeticError(f"the factors of {line} do not tell its sign beyond {float(edges[end]):.3g}")
            tails[end] = f"f'' {'>' if bend > 0 else '<'} 0"
    arcs: list[Arc] = []
    joints: list[Joint] = []
    for piece, straight in zip(pieces, affine, strict=True):
        near = (piece[0].x if piece[0] else edges[0], piece[1].x if piece[1] else edges[1])
        found = _arcs(curve, piece, near, straight)
        if piece[0]:
            joint = _joint(curve, piece[0], arcs[-1], found[0])
            joints.append(joint)
            arcs[-1], found[0] = _joined(joint, arcs[-1], found[0])
        joints += _inflections(found)
        arcs += found
    return Study(curve, arcs, joints, None, None, radius, tails)


def _arcs(curve: Curve, piece: Piece, near: tuple[arb, arb], affine: bool, endless: bool = True) -> list[Arc]:
    """The arcs of one piece from left to right; of a window that ends where `near` says, when it is not endless."""
    f, d1, d2 = (curve.on(line, piece) for line in (curve.formula, curve.derivative, curve.second))
    turns = [] if affine else inside_kinks(curve, d2, near, piece)
    edges = [near[0], *turns, near[1]]
    heights = [_height(curve, f, d2, x) for x in edges]
    slopes = [_slope(curve, d1, d2, x) for x in edges]
    places: list[arb | None] = [*edges]
    for number, cut in ((0, piece[0]), (-1, piece[1])):
        if endless and cut is None:
            places[number] = None
            heights[number], slopes[number] = (as_ball(limit(curve, line, number == -1)) for line in (f, d1))
    if affine:
        slopes = [as_arb(curve.at(d1, inside(piece)))] * 2
    return [
        Arc(
            places[n],
            places[n + 1],
            0 if affine else sign(as_arb(curve.at(d2, ((edges[n] + edges[n + 1]) / 2).mid())), f"{d2} between its roots"),
            (f, d1, d2),
            (heights[n], heights[n + 1]),
            (slopes[n], slopes[n + 1]),
            (edges[n], edges[n + 1]),
        )
        for n in range(len(edges) - 1)
    ]


def _inflections(arcs: list[Arc]) -> list[Joint]:
    """The joints inside one piece."""
    return [Joint(b.low, b.heights[0], None) for _, b in pairwise(arcs) if b.low is not None]


def _height(curve: Curve, line: str, bend: str, x: arb) -> arb:
    """f at a root of f''. Where f is a constant times f'', as a sine is, it is exactly 0."""
    height = as_arb(curve.at(line, x))
    if height.contains(0) and not height.is_exact() and as_arb(curve.at(bend, x)).contains(0):
        f, f2 = curve.algebra(line), curve.algebra(bend)
        if not (f / f2).has(x_symbol()):
            return arb(0)
    return height


def _slope(curve: Curve, line: str, bend: str, x: arb) -> arb:
    """f' at a root of f''. Where f' is the square of a base that crosses 0 there, it is exactly 0.

    The base and f'' vanish together, and in a ball where f'' is monotone its root is the only one.
    """
    slope = as_arb(curve.at(line, x))
    base = _base(line)
    if base and slope.contains(0) and not slope.is_exact():
        around = arb(x.mid(), arb(2) ** -64)
        left, right = (as_arb(curve.at(base, end)) for end in (around.lower(), around.upper()))
        if around.contains(x) and left * right < 0 and not jet(bend, around, 1, **curve.values())[1].contains(0):
            return arb(0)
    return slope


def _base(line: str) -> str | None:
    """Something whose square the line is, up to a constant factor."""
    match ast.parse(line, mode="eval").body:
        case ast.BinOp(base, ast.Pow(), ast.Constant(2)):
            return ast.unparse(base)
        case ast.BinOp(ast.Constant(1), ast.Add(), ast.Call(ast.Name("sin"), [u])):  # sin² + cos² + 2 sin cos of the half
            return f"sin(({ast.unparse(u)}) / 2) + cos(({ast.unparse(u)}) / 2)"
    return None


# ---- joints ----------------------------------------------------------------------------------


def _joint(curve: Curve, cut: Cut, left: Arc, right: Arc) -> Joint:
    """How two pieces meet."""
    there = as_arb(curve.at(curve.formula, cut.x))
    if not _same(curve, cut, 0, left, right) or not there.overlaps(left.heights[1]):
        if not curve.jumps:
            raise ArithmeticError(f"{curve.formula} jumps at {float(cut.x):.6g}, which its record does not say")
        if not cut.x.is_exact():
            raise ArithmeticError(f"{curve.formula}: the value at the jump near {float(cut.x):.6g} depends on the place of the jump")
        return Joint(cut.x, there, -1)
    value = next((height for height in (left.heights[1], right.heights[0]) if height.is_exact()), left.heights[1])
    if there.rad() > arb(10) ** -50:
        raise ArithmeticError(f"{curve.formula}: the value at {float(cut.x):.6g} is not settled")
    agree = next((order - 1 for order in range(1, SMOOTHEST) if not _same(curve, cut, order, left, right)), None)
    if agree is None and not _equal(curve.algebra(left.lines[0]), curve.algebra(right.lines[0])):
        raise ArithmeticError(f"{curve.formula}: the pieces meet too well at {float(cut.x):.6g} to tell how")
    return Joint(cut.x, value, agree)


def _same(curve: Curve, cut: Cut, order: int, left: Arc, right: Arc) -> bool:
    """Whether the two pieces have the same derivative of this order where they meet: proved either way."""
    here, there = (jet(arc.lines[0], cut.x, order, **curve.values())[order] for arc in (left, right))
    if not here.overlaps(there) or here == there:
        return bool(here == there)
    first, second = (_derived(curve.algebra(arc.lines[0]), order).subs(x_symbol(), cut.number) for arc in (left, right))
    if not _equal(first, second):
        raise ArithmeticError(f"{curve.formula}: whether derivative {order} jumps at {float(cut.x):.6g} cannot be told")
    return True


@cache
def _derived(line: Any, order: int) -> Any:
    """Its derivative of this order, from the one before it: asked for all at once, each would be found from the start."""
    return line if order == 0 else _derived(line, order - 1).diff(x_symbol())


def _equal(a: Any, b: Any) -> bool:
    import sympy as sp

    return bool(sp.simplify(undone(a - b)) == 0)


def _joined(joint: Joint, left: Arc, right: Arc) -> tuple[Arc, Arc]:
    """The arcs beside a joint say the same of it, each as exactly as either."""
    if joint.agree != -1:
        left, right = left._replace(heights=(left.heights[0], joint.value)), right._replace(heights=(joint.value, right.heights[1]))
    if joint.agree != -1 and joint.agree != 0:
        slope = next((s for s in (left.slopes[1], right.slopes[0]) if s.is_exact()), left.slopes[1])
        left, right = left._replace(slopes=(left.slopes[0], slope)), right._replace(slopes=(slope, right.slopes[1]))
    return left, right


# ---- what repeats ----------------------------------------------------------------------------


@cache
def _repeats(curve: Curve) -> tuple[Any, Any] | None:
    """T and c with f(x + T) = f(x) + c, proved by algebra; the candidates are the periods of its sines and cosines."""
    import sympy as sp

    if curve.kinks:
        return None
    x, f = x_symbol(), curve.algebra(curve.formula)
    rates = {abs(wave.args[0].diff(x)) for wave in f.atoms(sp.sin, sp.cos)}
    for period in sorted({n * sp.pi / rate for rate in rates if rate != 0 and not rate.has(x) for n in (1, 2)}, key=float):
        climb = sp.simplify(sp.expand(f.subs(x, x + period) - f))
        if not climb.has(x):
            return period, climb
    return None


def _one_period(curve: Curve, period: Any, climb: Any) -> Study:
    length = as_ball(period)
    low = (length * exact(Fraction(1, 37) - Fraction(1, 2))).mid()  # a little off, so that 0 and half a period lie inside
    high = (low + length).upper()
    if as_arb(curve.at(curve.second, arb(low, arb(10) ** -50))).contains(0):
        raise ArithmeticError(f"{curve.formula}: an inflection at the cut {float(low):.6g}")
    arcs = _arcs(curve, (None, None), (low, high), affine=False, endless=False)
    steepest = extreme([Point(joint.x, arc.slopes[1], True) for arc, joint in zip(arcs, _inflections(arcs), strict=False)], True)
    if steepest.x is None:
        raise ArithmeticError(f"{curve.formula}: its slope may repeat sooner than f does")
    return Study(curve, arcs, _inflections(arcs), period, climb, 0, [])


def extreme(points: list[Point], largest: bool) -> Point:
    """The largest (or smallest) of the candidates; an attained one wins a tie with a limit. It has no x where several tie."""
    toward = 1 if largest else -1
    rivals = [p for p in points if not any(toward * q.y > toward * p.y for q in points)]
    reached = [p for p in rivals if p.attained]
    exact_tie = all(p.y.is_exact() or not p.y.is_finite() for p in rivals)
    if reached and len(reached) < len(rivals) and not exact_tie:
        raise ArithmeticError("two candidates for an extreme value cannot be told apart")
    best = reached or rivals
    x, y, attained = best[0]
    for rival in best[1:]:
        y = y if y == rival.y else y.union(rival.y)  # whichever is larger, it lies in here
        x = x if x is not None and rival.x is not None and x.overlaps(rival.x) else None
    return Point(x, y, attained)
