"""Numbers with certified digits: Arb balls, and what formulas do with them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from typing import Any

import flint
import numpy as np
from flint import acb, arb, arb_series, fmpq

Ball = Any  # arb, acb or arb_series: flint ships no types


def exact(number: float | int | str | Fraction) -> arb:
    """The number itself: a string is read as a decimal, a float as the binary fraction it is."""
    if isinstance(number, str):
        number = Fraction(number)
    if isinstance(number, Fraction):
        return arb(fmpq(number.numerator, number.denominator))
    return arb(float(number)) if isinstance(number, (float, np.floating)) else arb(int(number))


_analytic = False  # set while acb.integral asks whether a function is analytic on a whole rectangle


class analytic:
    """Within it, log, sqrt and branches refuse a rectangle that touches their cut, as acb.integral needs."""

    def __init__(self, flag: bool):
        self.flag = flag

    def __enter__(self) -> None:
        global _analytic
        self.before, _analytic = _analytic, self.flag

    def __exit__(self, *_: object) -> None:
        global _analytic
        _analytic = self.before


def method(name: str) -> Callable[[Ball], Ball]:
    return lambda u: getattr(ball(u), name)()


def cut(name: str) -> Callable[[Ball], Ball]:
    """A function with a branch cut on the negative axis."""

    def apply(u: Ball) -> Ball:
        u = ball(u)
        return getattr(u, name)(analytic=_analytic) if isinstance(u, acb) else getattr(u, name)()

    return apply


def within(name: str, inside: Callable[[arb], Any]) -> Callable[[Ball], Ball]:
    """A function whose cut is the real line outside `inside`; flint has no `analytic` for it."""

    def apply(u: Ball) -> Ball:
        u = ball(u)
        if _analytic and isinstance(u, acb) and u.imag.contains(0) and not inside(u.real):
            return acb("nan")
        return getattr(u, name)()

    return apply


def power(base: Ball, exponent: Ball) -> Ball:
    """A power; of complex balls, unless the exponent is a plain integer, with a cut on the negative axis."""
    if isinstance(exponent, int):
        if exponent > 0 and isinstance(base, arb) and base.mid() == 0:  # flint would take its logarithm
            largest = base.abs_upper() ** exponent
            return largest.union(-largest if exponent % 2 else arb(0))
        return base**exponent
    if isinstance(base, acb) or isinstance(exponent, acb):
        return acb(base).pow(acb(exponent), analytic=_analytic)
    return ball(base) ** exponent


def ball(u: Ball) -> Ball:
    return u if isinstance(u, (arb, acb, arb_series)) else exact(u)


def atan(u: Ball) -> Ball:
    """Its cuts are the imaginary axis above i and below -i."""
    u = ball(u)
    if _analytic and isinstance(u, acb) and u.real.contains(0) and not abs(u.imag) < 1:
        return acb("nan")
    return u.atan()


def tanh(u: Ball) -> Ball:
    if not isinstance(u, arb_series):
        return ball(u).tanh()
    e = (-2 * _outward(u)).exp()
    return (e - 1) / (1 + e) if _middle(u) < 0 else (1 - e) / (1 + e)


def sech(u: Ball) -> Ball:
    u = _outward(u)
    return 2 * (-u).exp() / (1 + (-2 * u).exp())


def _outward(u: Ball) -> Ball:
    """u or -u, whichever surely does not lie on the left: its exp(-u) cannot overflow."""
    return -ball(u) if _middle(u) < 0 else ball(u)


def Phi(u: Ball) -> Ball:
    return (-ball(u) / arb(2).sqrt()).erfc() / 2


def phi(u: Ball) -> Ball:
    u = ball(u)
    return (-u * u / 2).exp() / (2 * arb.pi()).sqrt()


def sigma(u: Ball) -> Ball:
    e = (-_outward(u)).exp()
    return e / (1 + e) if _middle(u) < 0 else 1 / (1 + e)


def _middle(u: Ball) -> arb:
    """What decides a branch: the constant term of a series, the real part of a complex ball."""
    return u.coeffs()[0] if isinstance(u, arb_series) and len(u) else arb(0) if isinstance(u, arb_series) else u.real if isinstance(u, acb) else ball(u)


def _hull(a: Ball, b: Ball) -> Ball:
    """The smallest ball holding both; of series, coefficient by coefficient."""
    if isinstance(a, acb) or isinstance(b, acb):
        a, b = acb(a), acb(b)
        return acb(a.real.union(b.real), a.imag.union(b.imag))
    if isinstance(a, arb_series) or isinstance(b, arb_series):
        length = flint.ctx.cap
        first, second = (([*u.coeffs()] if isinstance(u, arb_series) else [ball(u)]) + [arb(0)] * length for u in (a, b))
        return arb_series([p.union(q) for p, q in zip(first[:length], second[:length], strict=True)])
    return ball(a).union(ball(b))


def choose(gap: Ball, strict: bool, then: Callable[[], Ball], otherwise: Callable[[], Ball]) -> Ball:
    """`then if gap > 0 else otherwise` (>= where not strict), both when the ball cannot tell."""
    middle = _middle(gap)
    if middle > 0 or (not strict and middle >= 0):
        return then()
    if middle <= 0 if strict else middle < 0:
        return otherwise()
    if _analytic and isinstance(gap, acb):
        return acb("nan")
    return _hull(then(), otherwise())


def larger(a: Any, b: Ball = None) -> Ball:
    if b is None:  # the largest of many
        return reduce(larger, a)
    return choose(ball(a) - ball(b), True, lambda: a, lambda: b)


def smaller(a: Ball, b: Ball) -> Ball:
    return choose(ball(a) - ball(b), True, lambda: b, lambda: a)


def indicator(truth: Any) -> arb:
    """1 where the comparison certainly holds, otherwise 0."""
    return arb(bool(truth))


def size(u: Ball) -> Ball:
    return choose(ball(u), True, lambda: u, lambda: -u)
