"""The same function written another way: an exact form is proved or checked to be equal, an approximation is measured at its worst, with a proof.

A form is a line of the formula language. It may call elementwise functions of the module by name (`x * tanh(softplus(x))`), use letters that
it defines itself, and stand for a layer (`hadamard(V @ x, silu(W @ x))`), when it says which product stands for which entry.
"""

from __future__ import annotations

import ast
import operator
import random
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import flint
from flint import arb

from activation_functions import ALL, Activation
from mathematics.balls import exact
from mathematics.derivation import Derivation, Step
from mathematics.formula import ball, comparison, jet, names, tree
from mathematics.vectors import _threshold
from mathematics.words import VOCABULARY

How = Literal["algebra", "digits"]
POINTS, BITS, SHORT, CLOSE = 200, 300, 256, arb(10) ** -40
SCALES = Fraction(1, 10**6), Fraction(1, 1000), Fraction(1, 10), Fraction(1), Fraction(1), Fraction(5), Fraction(25)
"""Points are tried close to 0 and far out too: two lines may differ on a short stretch, or beyond a bend alone."""
ENTRIES = 2, 3, 4
"""Functions that mix entries are compared on so many."""
FARTHEST = 128
"""Every float32 lies between -2^128 and 2^128: so far an approximation is measured."""
SETTLED = Fraction(1, 10**7)
"""The largest error is enclosed within such a share of itself."""
MOST = 20_000


# ---- what a form says --------------------------------------------------------------------------


class _Spelt(ast.NodeTransformer):
    """Names become the formulas that they stand for."""

    def __init__(self, meanings: Mapping[str, ast.expr]) -> None:
        self.meanings = meanings

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.meanings.get(node.id, node)


class _Called(ast.NodeTransformer):
    """A called function of the module becomes its formula at default parameters, an indicator a choice, a product entry by entry a product."""

    def visit_Call(self, node: ast.Call) -> Any:
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("indicator"), [ast.Compare(_, [ast.Gt() | ast.GtE() | ast.Lt() | ast.LtE()]) as test]):
                return ast.IfExp(test, ast.Constant(1), ast.Constant(0))
            case ast.Call(ast.Name("hadamard"), [left, right]):
                return ast.BinOp(left, ast.Mult(), right)
            case ast.Call(ast.Name(word), [argument]) if word in called(ast.unparse(node)):
                record = ALL[word]
                settings: dict[str, ast.expr] = {name: _read(repr(p.default)) for name, p in record.parameters.items()}
                return _Called().visit(_Spelt(settings | {"x": argument}).visit(_read(record.formula)))
        return node


def _read(line: str) -> Any:
    return ast.parse(line.strip(), mode="eval").body


def called(line: str) -> list[str]:
    """The functions of the module that a form calls; what the vocabulary has belongs to the vocabulary."""
    words = {node.func.id for node in ast.walk(tree(line)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return sorted(word for word in words - VOCABULARY.keys() if word in ALL and not ALL[word].mixes)


def spelt_out(line: str, letters: Mapping[str, str], entries: Mapping[str, str]) -> str:
    """The form without the words of its own: letters defined, products of a layer as entries, functions of the module as formulas."""
    text = ast.unparse(_read(line))
    for entry, product in entries.items():
        product = ast.unparse(_read(product))
        if product not in text:
            raise ValueError(f"`{product}` stands for {entry}, and the form does not have it; write it in both places alike")
        text = text.replace(product, entry)
    for letter, meaning in letters.items():
        if letter not in names(text):
            raise ValueError(f"the letter {letter} is defined and not used; take it away")
        text = ast.unparse(_Spelt({letter: _read(meaning)}).visit(_read(text)))
    return ast.unparse(ast.fix_missing_locations(_Called().visit(_read(text))))


# ---- exact forms -------------------------------------------------------------------------------


def equal(f: Activation, line: str, given: str = "") -> How:
    """How a form was found to be equal to the formula of its function; raises ArithmeticError where it is not.

    `given` is a comparison of a parameter with a number, under which it holds; without one it holds for every accepted parameter.
    """
    _refuse_strangers(f, line)
    with flint.ctx.workprec(BITS):
        if f.mixes:
            _compare_lines(f, line)
            return "digits"
        for point in _points(f, given):
            _compare(ball(f.formula, **point), ball(line, **point), {name: float(value) for name, value in point.items()})
    if given or any(bool(p.inside(-1.0)) for p in f.parameters.values()):  # algebra takes its letters as positive
        return "digits"
    return Derivation((Step(f.formula, None), Step(line, None)), None).check()[0]


def _refuse_strangers(f: Activation, line: str) -> None:
    known = {"x", "pi", *VOCABULARY, *f.parameters} | ({"i", "n", "sum", "range"} | _settled(f) if f.mixes else set())
    bound = {each.target.id for each in ast.walk(_read(line)) if isinstance(each, ast.comprehension) and isinstance(each.target, ast.Name)}
    if strangers := sorted(names(line) - known - bound):
        raise ValueError(f"{', '.join(strangers)} is neither a parameter of {f.id} nor a word of formulas nor a function; define it under `where`")


def _settled(f: Activation) -> set[str]:
    """The letter that the condition of a record settles."""
    return names(f.where.split("==")[0]) - VOCABULARY.keys() - {"x", "n", "sum", "range", "j"} if f.where else set()


ORDERS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Lt: operator.lt, ast.LtE: operator.le}


def _points(f: Activation, given: str) -> Iterable[dict[str, arb]]:
    """Exact rational points of the accepted parameters, the same at each run; x is of both signs, and its first is 0."""
    dice, found = random.Random(f.id), 0
    while found < POINTS:
        point = {name: Fraction(dice.randint(-400, 400), 97) for name in ("x", *f.parameters)}
        point["x"] *= dice.choice(SCALES)
        if not all(p.inside(float(point[name])) for name, p in f.parameters.items()) or not _holds(given, point):
            continue
        at = {name: exact(value) for name, value in (point if found else point | {"x": Fraction(0)}).items()}
        found += 1
        here = ball(f.formula, **at)
        if here.is_finite() and here.rad() < CLOSE:  # it may divide by a parameter that is 0, or branch at a third that no ball holds exactly
            yield at


def _holds(given: str, point: Mapping[str, Fraction]) -> bool:
    if not given:
        return True
    left, order, right = comparison(_read(given))
    a, b = (point[side.id] if isinstance(side, ast.Name) else Fraction(ast.unparse(side)) for side in (left, right))
    return ORDERS[order](a, b)


def _compare(one: Any, other: Any, where: object) -> None:
    one, other = (value if isinstance(value, arb) else exact(value) for value in (one, other))
    size = abs(one) if abs(one) > 1 else arb(1)
    if not abs(one - other) < size * CLOSE:
        raise ArithmeticError(f"this is not the function: at {where} it is {float(other):.6g}, the formula {float(one):.6g}; mend it, or say `about = true`")


def _compare_lines(f: Activation, line: str) -> None:
    """Every output of random lines of rational entries, equal ones among them."""
    dice = random.Random(f.id)
    for number in range(POINTS // 10):
        for count in ENTRIES:
            entries = [Fraction(dice.randint(-400, 400), 97) for _ in range(2 * count if f.width == 0.5 else count)]
            entries = entries if number else [Fraction(1, 2)] * len(entries)
            known: dict[str, Any] = {"x": [exact(entry) for entry in entries], "n": count} | {p: exact(repr(v.default)) for p, v in f.parameters.items()}
            known |= _threshold(f.where, known) if f.where else {}
            for i in range(int(count * (2 if f.width == 2 else 1)) if f.width else 1):
                _compare(ball(f.formula, i=i, **known), ball(line, i=i, **known), f"x = [{', '.join(f'{float(e):.4g}' for e in entries)}], i = {i}")


# ---- approximations ----------------------------------------------------------------------------


class Gap(NamedTuple):
    """The largest |function - form| over all inputs up to the largest float32, and every place where it can be, each in a ball."""

    error: arb
    places: tuple[arb, ...]


def largest_gap(f: Activation, line: str) -> Gap:
    """The largest error of an approximation at the default parameters, proved by covering the line with cells.

    On a cell the difference lies within its value in the middle, give or take its steepest slope times half the width; a cell on which it stays
    below what was found elsewhere is dropped, another is halved.
    """
    _refuse_strangers(f, line)
    if f.mixes:
        raise ValueError(f"{f.id} mixes its entries: the error of an approximation is measured for functions of one variable")
    if any(isinstance(node, ast.IfExp) for part in (f.formula, line) for node in ast.walk(_read(part))):
        raise ValueError("an approximation is measured where nothing can jump; write it with max, min and abs")
    settings = {name: exact(repr(p.default)) for name, p in f.parameters.items()}
    difference = f"({f.formula}) - ({line})"
    with flint.ctx.workprec(SHORT):
        least, cells = arb(0), list(_cover())
        for _ in range(200):
            bounded = [(cell, *_bound(difference, cell, settings)) for cell in cells]
            least = _largest([least, *(found for _, found, _ in bounded)])
            kept = [(cell, bound) for cell, _, bound in bounded if bound is None or not bound < least]
            bounds = [bound for _, bound in kept if bound is not None]
            if len(bounds) == len(kept) and (most := _largest(bounds)) - least < least * exact(SETTLED):
                if any(not abs(end) < arb(2) ** FARTHEST for cell, _ in kept for end in cell):
                    break
                return Gap(least.union(most), tuple(_together([cell for cell, _ in kept])))
            cells = [half for (a, b), _ in kept for middle in [(a + b).mid() / 2] for half in ((a, middle), (middle, b))]
            if len(cells) > MOST:
                break
    raise ArithmeticError("its largest error cannot be settled: it may grow without bound, or be reached only in a limit")


Cell = tuple[arb, arb]


def _cover() -> Iterable[Cell]:
    """Short cells near 0, then each twice as long as the one before."""
    ends = [*(exact(Fraction(n, 8)) for n in range(65)), *(arb(2) ** power for power in range(4, FARTHEST + 1))]
    for a, b in zip(ends, ends[1:], strict=False):
        yield from ((a, b), (-b, -a))


def _bound(line: str, cell: Cell, settings: Mapping[str, arb]) -> tuple[arb, arb | None]:
    """What the size of the line surely reaches on the cell, and what it does not exceed there; None where nothing is known yet."""
    span = cell[0].union(cell[1])
    middle = span.mid()
    there = ball(line, x=middle, **settings)
    try:
        most = abs(there + jet(line, span, 1, **settings)[1] * (span - middle)).upper()
    except ValueError:  # a series cannot divide by a ball that holds zero
        most = abs(ball(line, x=span, **settings)).upper()
    return abs(there).lower(), most if most.is_finite() else None


def _largest(numbers: Iterable[arb]) -> arb:
    largest = arb(0)
    for number in numbers:
        largest = number if number > largest else largest
    return largest


def _together(cells: list[Cell]) -> Iterable[arb]:
    """Neighbouring cells as one ball each, from left to right."""
    cells = sorted(cells, key=lambda cell: float(cell[0]))
    while cells:
        low, high = cells.pop(0)
        while cells and cells[0][0] == high:
            high = cells.pop(0)[1]
        yield low.union(high)
