"""Gaussian moments of a function, by certified quadrature and a bound for the tails."""

from __future__ import annotations

import ast

import flint
from flint import acb, arb

from mathematics.analysis import PRECISION, study
from mathematics.asymptotics import Interval, enclose
from mathematics.balls import analytic
from mathematics.behaviour import heights, steepest
from mathematics.curve import Curve, as_arb
from mathematics.formula import ball

REACH = 24  # beyond it a standard normal holds less than 1e-125


@flint.ctx.workprec(PRECISION)
def moment(curve: Curve, line: str, power: int) -> arb:
    """E line(Z)^power for standard normal Z: certified quadrature on [-24, 24] plus a bound for the tails."""
    if curve.algebra(line) == 0:
        return arb(0)
    total = acb(0)
    for piece in curve.pieces():
        settled = curve.on(line, piece)
        low = piece[0].x if piece[0] else -arb(REACH)
        high = piece[1].x if piece[1] else arb(REACH)

        def integrand(z: acb, flag: bool, settled: str = settled) -> acb:
            with analytic(flag):
                return acb(curve.at(settled, z)) ** power * acb(ball("phi(x)", x=z))

        total += acb.integral(integrand, low, high)
    known = study(curve)
    # |f(x)| <= a + L|x| and |f'| <= L, so each tail of f^2 phi is at most (a + L)^2 (T + 1) phi(T). With jumps at k,
    # |f(x)| <= |f(k)| + L|k| + L|x| from either side of the last k; a sum over all candidates is more than enough.
    slope = steepest(known).y
    size = abs(as_arb(curve.at(curve.formula, arb(0))))
    if curve.jumps:
        size = sum((abs(p.y) + slope * abs(p.x) for p in heights(known) if p.x is not None), size)
    bound = 2 * (size + slope + 1) ** 2 * (REACH + 1) * ball("phi(x)", x=arb(REACH))
    if not slope.is_finite():
        bound = sum((_steep_tail(curve, right) for right in (False, True)), arb(0))
    return total.real + arb(0, bound.upper())


def _steep_tail(curve: Curve, right: bool) -> arb:
    """A bound for one tail of the integrals of f^2 phi and f'^2 phi where f' is unbounded, but |f''| <= M or |f''| <= |f'|.

    With C = 1 + |f(T)| + |f'(T)| + M, taken at the end T of the core, |f| and |f'| are at most C (1 + |x| - T)^2 <= C x^2
    beyond it, and the integral of x^4 phi(x) from T is at most (T + 1)^3 phi(T). C >= 1 serves the first power too.
    Where f'' is no larger than f', neither |f| nor |f'| exceeds C exp(|x| - T) beyond T, with M = 0. As phi(T + s) is at most
    phi(T) exp(-T s), the integral of exp(2 s) phi(T + s) over s > 0 is at most phi(T) / (T - 2).
    """
    piece, end = curve.pieces()[-1 if right else 0], arb(REACH if right else -REACH)
    f, d1, d2 = (curve.on(line, piece) for line in (curve.formula, curve.derivative, curve.second))
    ray = (end, arb.pos_inf()) if right else (arb.neg_inf(), end)
    scope = {"x": ray} | {n: (v.lower(), v.upper()) for n, v in curve.values().items()}
    low, high = enclose(ast.parse(d2, mode="eval").body, scope)
    at_end: arb = 1 + abs(as_arb(curve.at(f, end))) + abs(as_arb(curve.at(d1, end)))
    size: arb = at_end + abs(low) + abs(high)
    if size.is_finite():
        return size**2 * (REACH + 1) ** 3 * ball("phi(x)", x=arb(REACH))  # type: ignore[no-any-return]
    if not _no_larger(curve, d2, d1, scope):
        raise ArithmeticError(f"{curve.formula}: neither f' nor f'' is bounded, and f'' may be larger than f'")
    bound: arb = at_end**2 * ball("phi(x)", x=arb(REACH)) / (REACH - 2)
    return bound


def _no_larger(curve: Curve, second: str, first: str, scope: dict[str, Interval]) -> bool:
    """Whether |f''| <= |f'| on the ray, by the quotient that algebra leaves."""
    import sympy as sp

    quotient = sp.simplify(curve.algebra(second) / curve.algebra(first))
    low, high = enclose(ast.parse(str(quotient), mode="eval").body, scope)
    return bool(low >= -1 and high <= 1)
