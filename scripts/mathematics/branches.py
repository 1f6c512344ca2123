"""Whether what decides a branch keeps its sign on a piece, where it is no polynomial: roots are isolated, and tails told by factors."""

from __future__ import annotations

import sympy as sp
from flint import arb

from mathematics.asymptotics import tail_sign
from mathematics.balls import exact
from mathematics.curve import Curve, Piece, as_arb
from mathematics.formula import jet, x_symbol
from mathematics.roots import roots
from mathematics.words import undone

REACH, STRIP = 64, arb(2) ** -20


def keeps_its_sign(curve: Curve, line: str, piece: Piece) -> bool:
    """Whether a settled line has no root inside the piece. At an end it may vanish: there it is exactly 0, and monotone beside it."""
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
