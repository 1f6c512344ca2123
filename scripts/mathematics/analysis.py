"""A study of one curve: the stretches on which it bends one way, rises or falls, and what follows from them.

The real line is cut at the kinks and into a core [-R, R] and two tails. In the core every root of f'' is isolated
by sign on a cover of small balls, so nothing hides between samples; in a tail the signs of the factors of f'' decide.
So the line falls into arcs with f'' of one sign. On an arc f' is strictly monotone: f' = s has one root or none, told
by the ends; between such roots f(x) - s x is strictly monotone, and its roots are told by the ends in turn.
What cannot be settled this way is refused with an ArithmeticError; nothing is guessed.

A curve with f(x + T) = f(x) + c has no tails: one period is studied, once algebra has proved the T and the c.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import ceil, floor
from typing import Any, NamedTuple

import flint
from flint import arb

from mathematics.asymptotics import as_ball, limit, tail_sign
from mathematics.curve import Curve, Cut, Piece, as_arb, check, inside
from mathematics.formula import exact, jet, x_symbol

PRECISION = 256  # bits: 60 digits and a reserve
CORES = (8, 16, 32, 64)  # how far the cover reaches before the tails must speak for themselves
SMOOTHEST = 8  # the highest derivative compared where two pieces meet
Line = Callable[[arb], arb]


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


class Run(NamedTuple):
    """A stretch on which f(x) - s x rises (1), falls (-1) or stays (0), with its values at the ends, as one-sided limits."""

    low: arb | None
    high: arb | None
    step: int
    ends: tuple[arb, arb]
    arc: Arc
    near: tuple[arb, arb]


class Point(NamedTuple):
    """A candidate for an extreme value: where (None for a limit, or for a whole stretch) and how large."""

    x: arb | None
    y: arb
    attained: bool


class Interval(NamedTuple):
    """A set of real numbers from low to high; an end may be infinite, and then is open."""

    low: arb
    low_closed: bool
    high: arb
    high_closed: bool


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
    for radius in CORES:
        try:
            if widest < radius:
                return _whole_line(curve, radius)
            reasons.append(f"R = {radius}: there are kinks farther out")
        except ArithmeticError as error:
            reasons.append(f"R = {radius}: {error}")
    raise ArithmeticError(f"{curve.formula}: nothing proved ({'; '.join(reasons)})")


def sign(value: arb, what: str) -> int:
    if value > 0 or value < 0:
        return 1 if value > 0 else -1
    if value == 0:
        return 0
    raise ArithmeticError(f"cannot settle the sign of {what}")


# ---- roots on a cover ------------------------------------------------------------------------


def roots(curve: Curve, line: str, slope: str | None, low: arb, high: arb) -> list[arb]:
    """Every zero of `line` in [low, high], isolated: each in a ball that holds exactly one.

    `slope` is its derivative as a formula; without one a power series gives it. A line that is zero
    on a whole interval, or touches zero without crossing, is refused.
    """

    def g(x: arb) -> arb:
        return as_arb(curve.at(line, x))

    def dg(x: arb) -> arb:
        try:
            return as_arb(curve.at(slope, x)) if slope else jet(line, x, 1, **curve.values())[1]
        except ValueError:  # a series cannot divide by a ball that holds zero: nothing is known of this cell yet
            return arb(0, arb.pos_inf())

    found: list[arb] = []
    todo = [(low, high)]
    steps = 0
    while todo:
        a, b = todo.pop()
        cell = a.union(b)
        height = g(cell)
        if height != 0 and not height.contains(0):
            continue
        if not dg(cell).contains(0):  # monotone here: one root or none, told by the signs at the ends
            left, right = g(a), g(b)
            if left.contains(0) or right.contains(0):
                raise ArithmeticError(f"a root of {line} lies on a cut of the cover")
            if (left > 0) != (right > 0):
                found.append(_refine(g, dg, cell))
            continue
        steps += 1
        if steps > 200_000 or float(b - a) < 1e-9:
            raise ArithmeticError(f"{line}: no sign can be settled near {float(a):.9g}")
        middle = (a + b).mid() / 2
        todo += [(middle.mid(), b), (a, middle.mid())]
    return sorted(found, key=float)


def _refine(g: Line, dg: Line, cell: arb) -> arb:
    """Interval Newton: the root stays inside while the ball shrinks to the working precision."""
    for _ in range(200):
        middle = cell.mid()
        newton = middle - g(middle) / dg(cell)
        smaller = cell.intersection(newton) if newton.is_finite() else cell
        if smaller.rad() >= cell.rad() * 0.9:
            break
        cell = smaller
    # A root at a short binary fraction (0, most of all) is exact, when the line vanishes there exactly.
    short = exact(Fraction(round(float(cell.mid()) * 2**20), 2**20))
    return short if cell.contains(short) and g(short) == 0 else cell


def _inside_kinks(curve: Curve, line: str, near: tuple[arb, arb], piece: Piece) -> list[arb]:
    """Roots inside a piece. At a kink the line may vanish: step off it by a little, where its slope settles the sign."""
    shift = exact(Fraction(1, 2**40))
    a, b = (near[0] + shift if piece[0] else near[0]), (near[1] - shift if piece[1] else near[1])
    for end, moved in zip(near, (a, b), strict=True):
        if end is not moved:
            strip = end.union(moved)
            if not as_arb(curve.at(line, strip)).contains(0):
                continue
            here, beside = (as_arb(curve.at(line, p)) for p in (end, moved))
            monotone = not jet(line, strip, 1, **curve.values())[1].contains(0)
            if not (monotone and (here == 0 or here * beside > 0)):
                raise ArithmeticError(f"{line}: no sign beside the kink at {float(end):.6g}")
    return roots(curve, line, None, a.mid(), b.mid())


# ---- arcs ------------------------------------------------------------------------------------


def _whole_line(curve: Curve, radius: int) -> Study:
    edges = -exact(Fraction(radius * 7 + 1, 7)), exact(Fraction(radius * 11 + 1, 11))
    pieces = curve.pieces()
    affine = [curve.algebra(curve.on(curve.second, piece)) == 0 for piece in pieces]
    tails = ["f'' = 0"] * 2
    for end in (0, -1):  # first, for this is quick to fail
        if not affine[end]:
            line = curve.on(curve.second, pieces[end])
            bend = tail_sign(curve, line, edges[end], end == -1)
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
    turns = [] if affine else _inside_kinks(curve, d2, near, piece)
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

    return bool(sp.simplify(a - b) == 0)


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


# ---- runs ------------------------------------------------------------------------------------


@cache
def runs(of: Study, s: int = 0) -> list[Run]:
    """The stretches on which f(x) - s x is strictly monotone, or constant, from left to right."""
    found = []
    for arc in of.arcs:
        first, last = (sign(slope - s, f"f' - {s} at the end of an arc") for slope in arc.slopes)
        turn = []
        if first * last < 0:
            turn = [_crossing(*_line(of.curve, arc, 1, s), arc, arc.near, (first, last))]
        elif arc.bend and not first and not last:
            raise ArithmeticError("a strictly monotone slope cannot be the same at both ends")
        places, near = [arc.low, *turn, arc.high], [arc.near[0], *turn, arc.near[1]]
        inner = [_line(of.curve, arc, 0, s)[0](x) for x in turn]
        values = [_at_end(of.curve, arc, 0, s), *inner, _at_end(of.curve, arc, 1, s)]
        steps = [first, last] if turn else [first or last]
        for n, step in enumerate(steps):
            found.append(Run(places[n], places[n + 1], step, (values[n], values[n + 1]), arc, (near[n], near[n + 1])))
    return found


def _line(curve: Curve, arc: Arc, order: int, s: int, lift: arb | int = 0) -> tuple[Line, Line]:
    """f - s x, lifted (order 0), or f' - s (order 1) on an arc, and its derivative."""
    here, above = arc.lines[order : order + 2]
    if order:
        return lambda x: as_arb(curve.at(here, x)) - s, lambda x: as_arb(curve.at(above, x))
    return lambda x: as_arb(curve.at(here, x)) - s * x + lift, lambda x: as_arb(curve.at(above, x)) - s


def _at_end(curve: Curve, arc: Arc, end: int, s: int) -> arb:
    x, height = (arc.low, arc.high)[end], arc.heights[end]
    if not s:
        return height
    return height - s * x if x is not None else as_ball(limit(curve, f"{arc.lines[0]} - {s} * x", end == 1))


def _crossing(g: Line, dg: Line, within: Arc | Run, near: tuple[arb, arb], signs: tuple[int, int]) -> arb:
    """The root of a strictly monotone function with the given signs at its ends: halved until Newton's step is certain."""
    a, b = near
    for _ in range(1000):  # an infinite end: go out until the sign is that of the limit
        if within.low is None and not g(a) * signs[0] > 0:
            a, b = a - 2 * (b - a), a if g(a) * signs[1] > 0 else b
        elif within.high is None and not g(b) * signs[1] > 0:
            a, b = b if g(b) * signs[0] > 0 else a, b + 2 * (b - a)
        else:
            break
    for _ in range(1000):
        cell = a.union(b)
        if not dg(cell).contains(0):
            return _refine(g, dg, cell)
        for share in (exact("0.5"), exact("0.375"), exact("0.59375")):
            middle = (a + (b - a) * share).mid()
            height = g(middle)
            if height == 0:
                return middle
            if not height.contains(0):
                break
        else:
            break
        a, b = (middle, b) if height * signs[0] > 0 else (a, middle)
    raise ArithmeticError(f"a root near {float(a):.9g} cannot be isolated")


# ---- what follows ----------------------------------------------------------------------------


def meetings(of: Study, s: int = 0) -> Iterator[tuple[Run, arb, arb, bool, Run]]:
    """Where one run ends and the next begins: both, the place, f(x) - s x there, and whether f jumps."""
    joints = {id(joint.x): joint for joint in of.joints}
    for left, right in pairwise(runs(of, s)):
        assert right.low is not None
        joint = joints.get(id(right.low))
        jump = joint is not None and joint.agree == -1
        yield left, right.low, joint.value - s * right.low if joint and jump else right.ends[0], jump, right


def turning_points(of: Study) -> list[tuple[Point, bool]]:
    """The strict local extrema from left to right, and whether each is a maximum."""
    return [(Point(x, y, True), left.step > 0) for left, x, y, jump, right in meetings(of) if left.step * right.step < 0 and not jump]


def heights(of: Study) -> list[Point]:
    """Where f may be largest or smallest."""
    if of.period is not None and of.climb != 0:
        return [Point(None, end, False) for end in (arb.neg_inf(), arb.pos_inf())]
    stretches = runs(of)
    found = [Point(None, run.ends[0], True) for run in stretches if run.step == 0]
    for left, x, y, jump, right in meetings(of):
        found.append(Point(x, y, True))
        if jump:
            found += [Point(x, end, False) for end in (left.ends[1], right.ends[0])]
    for run, end in ((stretches[0], 0), (stretches[-1], 1)):
        if of.period is None and run.step:
            found.append(Point(None, run.ends[end], False))
    return found


def slopes(of: Study) -> list[Point]:
    """Where f' may be largest or smallest."""
    found = []
    agree = {id(joint.x): joint.agree for joint in of.joints}
    for arc in of.arcs:
        for x, slope in zip((arc.low, arc.high), arc.slopes, strict=True):
            if arc.bend == 0:
                found.append(Point(None, slope, True))
            elif x is None or id(x) in agree:  # else it is the end of a period
                found.append(Point(x, slope, x is not None and agree[id(x)] not in (-1, 0)))
    return found


def steepest(of: Study) -> Point:
    return extreme([Point(p.x, abs(p.y), p.attained) for p in slopes(of)], True)


def inflections(of: Study) -> list[arb]:
    """Where the slope exists and f'' changes its sign."""
    return [joint.x for joint, (left, right) in zip(of.joints, pairwise(of.arcs), strict=True) if left.bend * right.bend < 0 and joint.agree not in (-1, 0)]


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


def level(of: Study, s: int) -> tuple[list[arb], list[Interval]]:
    """Where f(x) = s x: the isolated places from left to right, and whole stretches. Of what repeats, those of one period."""
    if of.period is not None and of.climb - s * of.period != 0:
        return _level_of_a_climb(of, s), []
    points: list[arb] = []
    stretches: list[Interval] = []
    before: arb | None = None  # the place of a zero at the low end of the run at hand
    met = [*meetings(of, s)]
    for number, run in enumerate(runs(of, s)):
        end, value = met[number][1:3] if number < len(met) else (None, None)
        after = end if value is not None and sign(value, "f(x) - s x where two stretches meet") == 0 else None
        first, last = (sign(v, "f(x) - s x at the end of a stretch") for v in run.ends)
        if of.period is not None and (first == 0 and number == 0 or last == 0 and number == len(met)):
            raise ArithmeticError(f"{of.curve.formula}: a root at the cut between two periods")
        if run.step == 0 and first == 0:
            low, high = run.low if run.low is not None else arb.neg_inf(), run.high if run.high is not None else arb.pos_inf()
            here = Interval(low, before is not None, high, after is not None)
            if stretches and before is not None and stretches[-1].high is before:
                stretches[-1] = Interval(*stretches[-1][:2], *here[2:])
            else:
                stretches.append(here)
            points = [p for p in points if p is not before]
        else:
            if first * last < 0:
                points.append(_crossing(*_line(of.curve, run.arc, 0, s), run, run.near, (first, last)))
            if after is not None:
                points.append(after)
        before = after
    return points, stretches


def _level_of_a_climb(of: Study, s: int) -> list[arb]:
    """Where f(x) = s x, for g(x) = f(x) - s x with g(x + T) = g(x) + c: in period k, g is what it is in the one studied, plus k c."""
    period, climb = as_ball(of.period), as_ball(of.climb - s * of.period)
    stretches, met = runs(of, s), [*meetings(of, s)]
    ends = [float(-end / climb) for run in stretches for end in run.ends]
    periods = range(floor(min(ends)) - 1, ceil(max(ends)) + 2)  # in all others g keeps one sign
    if len(periods) > 64:
        raise ArithmeticError(f"{of.curve.formula}: it crosses a line in too many periods")
    found = []
    for k in periods:
        for number, run in enumerate(stretches):
            first, last = (sign(end + k * climb, "f(x) - s x at the end of a stretch") for end in run.ends)
            if first * last < 0:
                found.append(_crossing(*_line(of.curve, run.arc, 0, s, k * climb), run, run.near, (first, last)) + k * period)
            elif last == 0 and number < len(met):
                found.append(met[number][1] + k * period)
            elif last == 0 or (first == 0 and number == 0):
                raise ArithmeticError(f"{of.curve.formula}: a root at the cut between two periods")
    return found


def constant(of: Study) -> list[Interval]:
    """The stretches on which f stays the same."""
    met = {id(x): (y, jump) for _, x, y, jump, _ in meetings(of)}

    def closed(x: arb | None, height: arb) -> bool:
        return x is not None and (not met[id(x)][1] or bool(met[id(x)][0] == height))

    return [
        Interval(
            run.low if run.low is not None else arb.neg_inf(),
            closed(run.low, run.ends[0]),
            run.high if run.high is not None else arb.pos_inf(),
            closed(run.high, run.ends[1]),
        )
        for run in runs(of)
        if run.step == 0
    ]


def values(of: Study) -> list[Interval]:
    """The range: between two jumps every value from the least to the greatest is taken; at a jump, one more."""
    if of.period is not None or not any(joint.agree == -1 for joint in of.joints):
        low, high = (extreme(heights(of), largest) for largest in (False, True))
        return [Interval(low.y, low.attained, high.y, high.attained)]
    blocks: list[Interval] = []
    block: list[Point] = []
    for run, meeting in zip(runs(of), [*meetings(of), None], strict=True):
        block += [Point(None, end, True) for end in run.ends] if run.step == 0 else [Point(None, end, False) for end in run.ends]
        if meeting and not meeting[3]:
            block.append(Point(None, meeting[2], True))
            continue
        low, high = (extreme(block, largest) for largest in (False, True))
        blocks.append(Interval(low.y, low.attained, high.y, high.attained))
        if meeting:
            blocks.append(Interval(meeting[2], True, meeting[2], True))
        block = []
    return _merged(blocks)


def _merged(intervals: list[Interval]) -> list[Interval]:
    """The union, as disjoint intervals from left to right."""
    found: list[Interval] = []
    for here in sorted(intervals, key=lambda i: (float(i.low), not i.low_closed)):
        if not found:
            found.append(here)
            continue
        last = found[-1]
        gap = sign(here.low - last.high, "the gap between two parts of the range")
        if gap > 0 or (gap == 0 and not (here.low_closed or last.high_closed)):
            found.append(here)
            continue
        further = sign(here.high - last.high, "the ends of two parts of the range") if here.high != last.high else 0
        high, closed = (here.high, here.high_closed) if further > 0 else (last.high, last.high_closed or (further == 0 and here.high_closed))
        found[-1] = Interval(last.low, last.low_closed, high, closed)
    return found


def trend(of: Study) -> tuple[str, str]:
    """Whether f increases, and whether it decreases: `strictly`, `weakly` or `no`."""
    steps = [run.step for run in runs(of)]
    jumps = [sign(b - a, "a jump") for left, _, y, jump, right in meetings(of) if jump for a, b in ((left.ends[1], y), (y, right.ends[0]))]

    def said(toward: int) -> str:
        if any(step * toward < 0 for step in steps + jumps):
            return "no"
        return "weakly" if 0 in steps else "strictly"

    return said(1), said(-1)


def convexity(of: Study) -> str:
    """By the sign of f'' on the arcs, and by which way the slope turns at the kinks."""
    bends = {arc.bend for arc in of.arcs}
    for joint, (left, right) in zip(of.joints, pairwise(of.arcs), strict=True):
        if joint.agree == -1:
            return "neither"
        if joint.agree == 0:
            bends.add(sign(right.slopes[0] - left.slopes[1], "the turn at a kink"))
    bends -= {0}
    return {frozenset(): "affine", frozenset({1}): "convex", frozenset({-1}): "concave"}.get(frozenset(bends), "neither")


def smoothness(of: Study) -> str:
    agree = min((joint.agree for joint in of.joints if joint.agree is not None), default=None)
    return "smooth" if agree is None else {-1: "jump", 0: "kink"}.get(agree, f"C{agree}")
