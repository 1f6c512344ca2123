"""Where a formula is zero: every root of an interval, isolated by signs on a cover."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from flint import arb

from mathematics.balls import exact
from mathematics.curve import Curve, Piece, as_arb
from mathematics.formula import jet

Line = Callable[[arb], arb]


def sign(value: arb, what: str) -> int:
    if value > 0 or value < 0:
        return 1 if value > 0 else -1
    if value == 0:
        return 0
    raise ArithmeticError(f"cannot settle the sign of {what}")


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
                found.append(refine(g, dg, cell))
            continue
        steps += 1
        if steps > 200_000 or float(b - a) < 1e-9:
            raise ArithmeticError(f"{line}: no sign can be settled near {float(a):.9g}")
        middle = (a + b).mid() / 2
        todo += [(middle.mid(), b), (a, middle.mid())]
    return sorted(found, key=float)


def refine(g: Line, dg: Line, cell: arb) -> arb:
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


def inside_kinks(curve: Curve, line: str, near: tuple[arb, arb], piece: Piece) -> list[arb]:
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
