"""Judges a typed relation between two formulas by ball arithmetic at many points: it holds, fails, or holds at some points only."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, partial
from math import factorial
from typing import Any, NamedTuple

import flint
from flint import arb, arb_series

from activation_functions import ALL
from mathematics import formula
from mathematics.balls import Ball, exact
from mathematics.curve import Curve
from mathematics.formula import ball
from mathematics.reading import Formula, Unread
from mathematics.words import VOCABULARY

POINTS, ENOUGH, BITS = 64, 8, 160
"""A relation with letters is tried at so many points, and has to be defined at enough of them."""
SURE = arb(2) ** -40
"""Two balls that overlap count as equal if they are this narrow, beside the size of what they hold."""
COUNTS = frozenset("n")
"""Letters that count something on these pages, and are positive."""
CLOSE = arb("0.02")
"""What ≈ may leave out, beside the size of the number."""

Function = Callable[[Ball], Ball]


class Compared(NamedTuple):
    """At how many points the relation held and failed, a point of failure with both sides there, and whether the sides differ by one number everywhere."""

    held: int
    failed: int
    example: str = ""
    apart: bool = False


@cache
def known() -> dict[str, Callable[..., Ball]]:
    """The functions that a typed formula may use: the vocabulary, the module's at their default parameters, and sinh and cosh."""
    of_module = {f.id: partial(_of_module, f.id) for f in ALL.values() if not f.mixes}
    words = {name: word.ball for name, word in VOCABULARY.items() if word.ball}
    return of_module | words | {"cosh": lambda u: (u.exp() + (-u).exp()) / 2, "sinh": lambda u: (u.exp() - (-u).exp()) / 2}


def _of_module(name: str, u: Ball) -> Ball:
    return ball(ALL[name].formula, x=u, **Curve.of(ALL[name]).values())


def derivative(function: Function, order: int, u: Ball) -> Ball:
    """The derivative at a point, from a power series."""
    if not isinstance(u, arb):
        raise Unread("a derivative of a derivative")
    before = flint.ctx.cap
    flint.ctx.cap = order + 1
    try:
        series = function(arb_series([u, 1], prec=order + 1))
        coefficients = series.coeffs() if isinstance(series, arb_series) else []
        return coefficients[order] * factorial(order) if len(coefficients) > order else arb(0)
    finally:
        flint.ctx.cap = before


def compare(left: Formula, relation: str, right: Formula, given: Mapping[str, Any]) -> Compared:
    """The relation at one point, where no letter is free, or at many: of both signs, small and large, the same at each call.

    `given` are functions and numbers that the text has defined besides those that everybody knows.
    """
    mentioned = {name.partition("_")[0] for side in (left, right) for name in formula.names(side.line)}
    mentioned |= formula.names(left.line) | formula.names(right.line)
    used = {name: given[name] for name in mentioned & given.keys()}
    return _tried(left, relation, right, used) if used else _known(left, relation, right)


@cache
def _known(left: Formula, relation: str, right: Formula) -> Compared:
    """Both languages say the same, and many pages say it again."""
    return _tried(left, relation, right, {})


def _tried(left: Formula, relation: str, right: Formula, given: Mapping[str, Any]) -> Compared:
    letters = dict(left.letters) | dict(right.letters)
    held = failed = 0
    example = ""
    gaps: list[arb] = []
    with flint.ctx.workprec(BITS):
        for point in _points(tuple(sorted(letters))):
            a, b = (_value(side.line, point, given) for side in (left, right))
            verdict = _holds(a, relation, b)
            held += verdict is True
            failed += verdict is False
            gaps += [a - b] * (verdict is False)
            if verdict is False and not example:
                where = ", ".join(f"{letters[name]} = {float(value):.4g}" for name, value in point.items())
                example = f"{f'e.g. at {where}: ' if where else ''}left {float(a):.6g}, right {float(b):.6g}"
    if letters and held + failed < ENOUGH:
        return Compared(0, 0)
    return Compared(held, failed, example, not held and all(gap.overlaps(gaps[0]) for gap in gaps))


@cache
def _points(letters: tuple[str, ...]) -> tuple[dict[str, Fraction], ...]:
    dice = random.Random(" ".join(letters))
    return tuple({name: _coordinate(dice, number, name in COUNTS) for name in letters} for number in range(POINTS if letters else 1))


def _coordinate(dice: random.Random, number: int, positive: bool) -> Fraction:
    """Half of them between -1 and 1, where logarithms of p / (1 - p) live; denominators that meet no kink."""
    reach = (1, 1, 3, 8)[number % 4]
    sign = 1 if positive else dice.choice((-1, 1))
    return Fraction(sign * dice.randint(1, 96) * reach, 97)


def _value(line: str, point: Mapping[str, Fraction], given: Mapping[str, Any]) -> arb:
    mentioned = formula.names(line)
    called = {name: meaning for name in mentioned - point.keys() if (meaning := _meaning(name, given))}
    value = ball(line, **({name: exact(point[name]) for name in mentioned & point.keys()} | called))
    return value if isinstance(value, arb) else arb(value)


def _meaning(name: str, given: Mapping[str, Any]) -> Callable[..., Ball] | None:
    """What a called name does: sigma_2 is the second derivative of sigma. None for a letter, and for the vocabulary's own words."""
    every = known() | dict(given)
    if name in every:
        return None if name in VOCABULARY else every[name]
    primed = re.fullmatch(r"(\w+?)_(\d)", name)
    return partial(derivative, every[primed[1]], int(primed[2])) if primed and primed[1] in every else None


def unknown(side: Formula, given: Mapping[str, Any]) -> list[str]:
    """Functions of the formula that nobody has defined, such as f in a sentence about any function."""
    names = formula.names(side.line) - side.free - {"pi"}
    return sorted(name for name in names if name not in VOCABULARY and _meaning(name, given) is None)


def _holds(a: arb, relation: str, b: arb) -> bool | None:
    """None where a side is not defined or too blurred to tell."""
    gap = a - b
    if not gap.is_finite():
        return None
    size = 1 + abs(a)
    match relation:
        case "=" | "≠":
            apart = not gap.contains(0)
            if not apart and not gap.rad() < SURE * size.lower():
                return None
            return apart == (relation == "≠")
        case "≈":
            return bool(abs(gap) <= CLOSE * abs(a))
        case "<" | ">":
            gap = gap if relation == ">" else -gap
            return True if gap > 0 else False if gap <= 0 or (gap.contains(0) and gap.rad() < SURE) else None
    gap = gap if relation == "≥" else -gap
    return True if gap >= 0 or (gap.contains(0) and gap.rad() < SURE * size.lower()) else False if gap < 0 else None
