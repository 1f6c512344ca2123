"""What follows from a study: runs, turning points, heights, slopes, levels, trend, convexity, smoothness."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from flint import arb

from mathematics.analysis import Arc, Point, Study, extreme
from mathematics.asymptotics import as_ball, limit
from mathematics.balls import exact
from mathematics.curve import Curve, as_arb
from mathematics.roots import Line, refine, sign


class Run(NamedTuple):
    """A stretch on which f(x) - s x rises (1), falls (-1) or stays (0), with its values at the ends, as one-sided limits."""

    low: arb | None
    high: arb | None
    step: int
    ends: tuple[arb, arb]
    arc: Arc
    near: tuple[arb, arb]


class Interval(NamedTuple):
    """A set of real numbers from low to high; an end may be infinite, and then is open."""

    low: arb
    low_closed: bool
    high: arb
    high_closed: bool


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
            return refine(g, dg, cell)
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
