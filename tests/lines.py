"""The standard of functions that mix the entries of a line, and the judge: their own formulas in Arb balls."""

import ast
import math
import sys
from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import Any

import flint
import numpy as np
from flint import arb, arb_series

import standard
from activation_functions import Activation
from certificates import code_of
from mathematics import balls, formula
from standard import EPS, ONCE, SMALLEST, Points, settled, share, twofold, unit

Balls = list[arb]

ULPS = {**dict.fromkeys(("softmax", "log_softmax", "softmin", "softmax_sink", "softpick"), 8), "geglu": 10}


# ---- the truth -------------------------------------------------------------------------------


def entries(f: Activation, length: int) -> int:
    """The n of the formula."""
    return length // 2 if f.width == 0.5 else length


def letters(f: Activation, x: Balls) -> dict[str, Any]:
    """What the formula may mention besides i: the entries, their number, the parameters, and the letter that `where` settles."""
    known: dict[str, Any] = {"x": x, "n": entries(f, len(x)), **{name: arb(float(p.default)) for name, p in f.parameters.items()}}
    if f.where:
        left, right = f.where.split("==")
        (letter,) = formula.names(left) - formula.VOCABULARY.keys() - {"x", "n", "sum", "range", "j"}
        known[letter] = _root(lambda t: formula.ball(left, **known, **{letter: t}) - formula.ball(right))
    return known


def _root(excess: Callable[[Any], Any]) -> arb:
    """Where a falling convex function of the threshold passes 0: Newton's method from the left, then signs that are certain."""
    t, step = arb(-1), arb(1)
    while not excess(t) > 0:
        t *= 2
    while step > arb(2) ** -180 * (1 + abs(t)):
        height, slope = excess(arb_series([t, 1], prec=2)).coeffs()
        step = (-height / slope).mid()
        t = (t + step).mid()
    step = arb(2) ** -180 * (1 + abs(t))
    while not (excess(t - step) > 0 and excess(t + step) < 0):
        step *= 2
    return (t - step).union(t + step)


@cache
def shifts(f: Activation) -> bool:
    """Whether one number added to all entries changes nothing: then the one that leads may be taken off, exactly, and nothing overflows."""
    rng = np.random.default_rng(4)
    for _ in range(5):
        x = [arb(float(v)) for v in rng.normal(size=4)]
        before = letters(f, x)
        for by in (-x[0], arb(10) ** 6, -(arb(10) ** 6)):  # far enough for a parameter to show, wherever it lies
            after = letters(f, [v + by for v in x])
            if not all(abs(output(f, i, before) - output(f, i, after)) < arb(2) ** -140 for i in range(len(outputs(f, 4)))):
                return False
    return True


def outputs(f: Activation, length: int) -> range:
    return range(int(length * f.width) or 1)


def output(f: Activation, i: int, known: dict[str, Any]) -> arb:
    ball: arb = formula.ball(f.formula, i=i, **known)
    return ball


def lowered(f: Activation, x: Points) -> Balls:
    balls = [arb(v) for v in x.tolist()]
    if shifts(f):
        leads = max if f([1.0, 0.0])[0] > f([0.0, 1.0])[0] else min
        return [v - leads(balls, key=float) for v in balls]
    return _within_reach(balls) if f.width == 1.0 else balls


def _within_reach(balls: Balls) -> Balls:
    """Arb's exponential ends near 1e150. Sizes beyond 1e60 are lined up from there, in the same order: as far apart as ever, for exponentials."""
    sizes = sorted({float(abs(v)) for v in balls if abs(v) > arb(10) ** 60})
    return [v.sgn() * (1 + sizes.index(float(abs(v)))) * arb(10) ** 60 if abs(v) > arb(10) ** 60 else v for v in balls]


def truth(f: Activation, x: Points, places: list[int]) -> Balls:
    for flint.ctx.prec in (200, 800, 3200):
        known = letters(f, lowered(f, x))
        found = [output(f, i, known) for i in places]
        if f.where or all(settled(ball) for ball in found):
            break
    flint.ctx.prec = 200
    return found


# ---- the standard ----------------------------------------------------------------------------


def allowed(f: Activation, true: Points, dtype: str) -> Points:
    edge = 2.0**-90 if f.where else 0.0
    if dtype != "float64":
        return ONCE * unit(true, dtype) + edge
    return np.maximum(np.where(np.abs(true) < 2.0**-1022, 4, ULPS.get(f.id, 5)) * unit(true, dtype), edge)


def asked(f: Activation, dtype: str, lines: list[Points]) -> list[bytes]:
    """All that decides a trial besides what the code returns."""
    judge = code_of(sys.modules[__name__], standard, formula, balls)
    settings = {name: float(p.default) for name, p in f.parameters.items()}
    return [judge, repr((f.id, f.formula, f.where, f.jacobian, f.width, settings, dtype)).encode(), *(x.tobytes() for x in lines)]


def faults_of_values(f: Activation, found: list[tuple[Points, Points]]) -> list[str]:
    """Lines with a result that is further from the truth than allowed."""
    rng = np.random.default_rng(1)
    told = []
    for x, got in found:
        places = some(len(got), rng)
        true = twofold(truth(f, x.astype(np.float64), places))
        shares = share(got[places].astype(np.float64), true, allowed(f, true.high, x.dtype.name), x.dtype.name)
        if not shares.max() <= 1:
            told.append(f"off by {shares.max():.3g} times what is allowed at {x[:10].tolist()}: {got[places].tolist()}, not {true.high.tolist()}")
    return told


# ---- Jacobians -------------------------------------------------------------------------------


def line(f: Activation, i: int, j: int, known: dict[str, Any], reading: str = "") -> arb:
    """An entry of the Jacobian, from the record's line."""
    ball: arb = formula.ball(reading or f.jacobian, i=i, j=j, **known)
    return ball


def with_outputs(f: Activation, x: Balls) -> dict[str, Any]:
    known = letters(f, x)
    found = [output(f, i, known) for i in outputs(f, len(x))]
    return {**known, "f": found if f.width else found[0]}


def within(got: float, true: arb, limit: arb) -> bool:
    if not math.isfinite(got):
        return bool(abs(true) > arb(1.79e308)) and (got > 0) == bool(true > 0)
    return bool(abs(arb(got) - true) <= limit)


def positive_terms(text: str) -> str:
    """The same line with every term made positive: minus signs turned, entries without theirs."""

    class Turned(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            self.generic_visit(node)
            return ast.BinOp(node.left, ast.Add(), node.right) if isinstance(node.op, ast.Sub) else node

        def visit_Name(self, node: ast.Name) -> ast.expr:
            return node if node.id in "ijnfx" else ast.Call(ast.Name("abs", ast.Load()), [node], [])  # a parameter may have either sign

        def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
            return ast.Call(ast.Name("abs", ast.Load()), [node], [])

        def visit_Call(self, node: ast.Call) -> ast.expr:
            if ast.unparse(node.func) in ("max", "min"):
                return ast.Call(ast.Name("abs", ast.Load()), [node], [])
            return node  # other words are positive as they are; so are the f of a sum

    tree = ast.fix_missing_locations(Turned().visit(ast.parse(text, mode="eval")))
    return ast.unparse(tree)


def faults_of_products(f: Activation, found: list[tuple[Points, Points, Points]]) -> list[str]:
    """Vector-Jacobian products, each a line, a vector and the result, that are further from the truth than allowed, at a few places of each."""
    positive = positive_terms(f.jacobian)
    rng = np.random.default_rng(7)
    told = []
    for _, same in groupby(found, key=lambda trial: id(trial[0])):
        trials = list(same)
        x = trials[0][0]
        known = _settled_outputs(f, x)
        if not _clear(f, known):
            flint.ctx.prec = 200
            continue
        columns = {j: [(line(f, i, j, known), line(f, i, j, known, positive)) for i in outputs(f, len(x))] for j in some(len(x), rng)}
        for _, g, got in trials:
            largest = max(1.0, *np.abs(g).tolist(), *([] if shifts(f) else np.abs(x).tolist()))
            for j, column in columns.items():
                true = sum((w * entry for w, (entry, _) in zip(g.tolist(), column, strict=True)), arb(0))
                size = sum((abs(w) * entry for w, (_, entry) in zip(g.tolist(), column, strict=True)), arb(0))
                if not within(float(got[j]), true, (16 * EPS * size).upper() + arb(4 * SMALLEST) * largest):
                    told.append(f"entry {j} at x = {x[:10].tolist()}, g = {g[:10].tolist()}: {got[j]}, not {true}")
        flint.ctx.prec = 200
    return told


def _settled_outputs(f: Activation, x: Points) -> dict[str, Any]:
    """The precision stays what it took, for the lines of the Jacobian need it too."""
    for flint.ctx.prec in (200, 800, 3200):
        known = with_outputs(f, lowered(f, x))
        if f.where or all(settled(ball) for ball in (known["f"] if f.width else [known["f"]])):
            break
    return known


def _clear(f: Activation, known: dict[str, Any]) -> bool:
    """Whether the derivative is no matter of convention: no tie for the largest, no entry right on the threshold."""
    if not f.width:
        return sum(bool(entry == known["f"]) for entry in known["x"]) == 1
    return not f.where or all(ball.is_zero() or ball > arb(2) ** -80 for ball in known["f"])


def some(count: int, rng: np.random.Generator) -> list[int]:
    """A few places, the ends among them."""
    return sorted({0, count - 1, *rng.integers(0, count, 4).tolist()})
