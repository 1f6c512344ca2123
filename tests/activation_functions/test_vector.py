"""Functions that mix entries against Arb balls, as their own formulas say; and their Jacobians, lines against differences against `vjp`.

The standard, with eps = 2^-52. float64: values within 5 units in the last place (softmax and log-softmax 8, GEGLU 10 as
GELU), subnormal results within 4 * 2^-1074; float32 and float16 within half a unit. An entry on the edge of a threshold
(`where`) cancels: it is right to 2^-90, as in twice the precision. Vector-Jacobian products: 16 eps times the same
expression with every term made positive.
"""

import ast
import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb, arb_series

from activation_functions import ALL, Activation, log_softmax, maxout, softmax, sparsemax
from mathematics import formula
from standard import EPS, ONCE, SMALLEST, Points, settled, share, twofold, unit

Balls = list[arb]

MIXING = pytest.mark.parametrize("f", [f for f in ALL.values() if f.mixes], ids=lambda f: f.id)
THRESHOLD = pytest.mark.parametrize("f", [f for f in ALL.values() if f.where], ids=lambda f: f.id)
ULPS = {"softmax": 8, "log_softmax": 8, "geglu": 10}


@pytest.fixture(autouse=True)
def precision() -> Iterator[None]:
    before, flint.ctx.prec = flint.ctx.prec, 200
    yield
    flint.ctx.prec = before


# ---- the truth -------------------------------------------------------------------------------


def entries(f: Activation, length: int) -> int:
    """The n of the formula."""
    return length // 2 if f.width == 0.5 else length


def letters(f: Activation, x: Balls) -> dict[str, Any]:
    """What the formula may mention besides i: the entries, their number, and the letter that `where` settles."""
    known: dict[str, Any] = {"x": x, "n": entries(f, len(x))}
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
    """Whether one number added to all entries changes nothing: then the largest may be taken off, exactly, and nothing overflows."""
    rng = np.random.default_rng(4)
    for _ in range(5):
        x = [arb(float(v)) for v in rng.normal(size=4)]
        y = [v - x[0] for v in x]
        before, after = letters(f, x), letters(f, y)
        if not all(abs(_output(f, i, before) - _output(f, i, after)) < arb(2) ** -140 for i in range(len(outputs(f, 4)))):
            return False
    return True


def outputs(f: Activation, length: int) -> range:
    return range(int(length * f.width) or 1)


def _output(f: Activation, i: int, known: dict[str, Any]) -> arb:
    ball: arb = formula.ball(f.formula, i=i, **known)
    return ball


def lowered(f: Activation, x: Points) -> Balls:
    balls = [arb(v) for v in x.tolist()]
    return [v - max(balls, key=float) for v in balls] if shifts(f) else balls


def truth(f: Activation, x: Points, places: list[int]) -> Balls:
    for flint.ctx.prec in (200, 800, 3200):
        known = letters(f, lowered(f, x))
        found = [_output(f, i, known) for i in places]
        if f.where or all(settled(ball) for ball in found):
            break
    flint.ctx.prec = 200
    return found


# ---- where to look ---------------------------------------------------------------------------


def slices(f: Activation) -> Iterator[Points]:
    """Lines of entries: spread out and close together, far from 0, tied, at the ends of the range, one cancelling the other."""
    rng = np.random.default_rng(2026)
    for n, spread, times in [
        (1, 9, 3),
        (3, 300, 50),
        (2, 1, 80),
        (2, 40, 80),
        (4, 3, 80),
        (4, 300, 50),
        (10, 1, 20),
        (10, 100, 20),
        (100, 5, 3),
        (1000, 3, 1),
        (4096, 0.1, 1),
    ]:
        for _ in range(times):
            yield rng.normal(size=n) * spread
            yield rng.normal(size=n) * spread + rng.choice([1e3, -1e5, 1e-5])
    for gap in (1e-320, 1e-300, 1e-16, 0.5, 1 - EPS, 1.0, 2 - EPS, 2.0, 36.7, 708.3, 720.5, 744.9, 745.2, 1e300, 1.7e308):
        yield np.array([gap, 0.0])
        yield np.array([0.0, gap])
        yield np.array([gap / 2, -gap / 2, 0.1, 0.1])
        yield np.array([1e300, 1e-300, -gap, gap])
    for a in (1e-300, 1.0, 1e300, -1.7e308):  # the tails of a gate, and the roots of its slope
        for b in (-0.7517915246935645, -1.2784645427610738, -20.5, -37.6, -38.6, -53.0, -499.9, -500.1, -708.5, -746.0, -1390.0, -1416.0, 2.4, 710.0):
            yield np.array([a, b])
    yield np.array([0.0, *[-36.8] * 300, *[-37.5] * 699])  # every small term would be dropped by adding one after the other
    for n in (3, 8, 33, 200):  # thresholds that fall on an entry, or between entries that are nearly equal
        yield np.array([0.0, *[-1.0 / n] * n, *([0.5] if n % 2 == 0 else [])])
        yield np.array([*(1 / 3 + EPS * rng.integers(-3, 4, n)), 0.0, *([-2 / 3] if n % 2 == 0 else [])])
        yield -np.arange(n + n % 2) / n


def fits(f: Activation, x: Points) -> bool:
    return not len(x) * f.width % 1.0


def some(count: int, rng: np.random.Generator) -> list[int]:
    """A few places, the ends among them."""
    return sorted({0, count - 1, *rng.integers(0, count, 4).tolist()})


def allowed(f: Activation, true: Points, dtype: str) -> Points:
    edge = 2.0**-90 if f.where else 0.0
    if dtype != "float64":
        return ONCE * unit(true, dtype) + edge
    return np.maximum(np.where(np.abs(true) < 2.0**-1022, 4, ULPS.get(f.id, 5)) * unit(true, dtype), edge)


# ---- values ----------------------------------------------------------------------------------


def worst(f: Activation, dtype: str) -> tuple[float, Any]:
    """The largest share of what is allowed, and where."""
    rng = np.random.default_rng(1)
    found: tuple[float, Any] = (0.0, None)
    for x in slices(f):
        with np.errstate(over="ignore"):
            numbers = x.astype(dtype)
        if not np.isfinite(numbers).all() or not fits(f, x):
            continue
        got = np.atleast_1d(f(numbers)).astype(np.float64)
        places = some(len(got), rng)
        true = twofold(truth(f, numbers.astype(np.float64), places))
        shares = share(got[places], true, allowed(f, true.high, dtype), dtype)
        if not (much := float(shares.max())) <= found[0]:
            found = (much, (x[:10].tolist(), got[places].tolist(), true.high.tolist()))
    return found


@MIXING
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_meets_the_standard(f: Activation, dtype: str) -> None:
    much, where = worst(f, dtype)
    assert much <= 1, where


@THRESHOLD
def test_the_threshold_settles_its_equation(f: Activation) -> None:
    """In double precision the outputs of every line fulfil `where`, here with what the formula makes of them: they add up to 1."""
    for x in slices(f):
        assert math.fsum(f(x).tolist()) == pytest.approx(1, abs=8 * EPS)


# ---- Jacobians -------------------------------------------------------------------------------


def line(f: Activation, i: int, j: int, known: dict[str, Any], reading: str = "") -> arb:
    """An entry of the Jacobian, from the record's line."""
    ball: arb = formula.ball(reading or f.jacobian, i=i, j=j, **known)
    return ball


def with_outputs(f: Activation, x: Balls) -> dict[str, Any]:
    known = letters(f, x)
    found = [_output(f, i, known) for i in outputs(f, len(x))]
    return {"x": x, "n": known["n"], "f": found if f.width else found[0]}


@MIXING
def test_the_jacobian_line_is_the_derivative_of_the_formula(f: Activation) -> None:
    """Against central differences of the formula, with a step of 2^-60 and 400 bits."""
    assert f.jacobian
    rng = np.random.default_rng(5)
    with flint.ctx.workprec(400):
        step = arb(2) ** -60
        for n in (2, 4, 4, 6):
            x = [arb(float(v)) for v in rng.normal(size=n)]
            known = with_outputs(f, x)
            for j in range(n):
                right, left = (letters(f, [*x[:j], x[j] + side, *x[j + 1 :]]) for side in (step, -step))
                for i in outputs(f, n):
                    quotient = (_output(f, i, right) - _output(f, i, left)) / (2 * step)
                    assert abs(quotient - line(f, i, j, known)) < arb(2) ** -80, (i, j, x)


@MIXING
def test_vjp_is_the_jacobian_line_transposed_times_the_vector(f: Activation) -> None:
    rng = np.random.default_rng(6)
    for n in (2, 2, 4, 6, 8):
        x = rng.normal(size=n)
        known = with_outputs(f, [arb(v) for v in x.tolist()])
        for i in outputs(f, n):
            g = np.eye(len(outputs(f, n)))[i] if f.width else np.array(1.0)
            for j, got in enumerate(f.vjp(x, g).tolist()):
                assert abs(arb(got) - line(f, i, j, known)) < 1e-14, (i, j, x)


@MIXING
def test_vjp_meets_the_standard(f: Activation) -> None:
    positive = _positive(f.jacobian)
    rng = np.random.default_rng(7)
    for x in slices(f):
        if not fits(f, x) or len(x) > 100:
            continue
        known, count = with_outputs(f, lowered(f, x)), len(outputs(f, len(x)))
        if not _clear(f, known):
            continue
        places = some(len(x), rng)
        columns = {j: [(line(f, i, j, known), line(f, i, j, known, positive)) for i in range(count)] for j in places}
        for g in (rng.normal(size=count), np.full(count, 3.0), np.eye(count)[0], rng.uniform(-1, 1, count) * 1.7e308):
            got = f.vjp(x, g if f.width else g[0])
            largest = max(1.0, *np.abs(g).tolist(), *([] if shifts(f) else np.abs(x).tolist()))
            for j, column in columns.items():
                true = sum((w * entry for w, (entry, _) in zip(g.tolist(), column, strict=True)), arb(0))
                size = sum((abs(w) * entry for w, (_, entry) in zip(g.tolist(), column, strict=True)), arb(0))
                assert _within(float(got[j]), true, (16 * EPS * size).upper() + arb(4 * SMALLEST) * largest), (j, x[:10], g[:10], got[j], true)


def _within(got: float, true: arb, limit: arb) -> bool:
    if not math.isfinite(got):
        return bool(abs(true) > arb(1.79e308)) and (got > 0) == bool(true > 0)
    return bool(abs(arb(got) - true) <= limit)


def _clear(f: Activation, known: dict[str, Any]) -> bool:
    """Whether the derivative is no matter of convention: no tie for the largest, no entry right on the threshold."""
    if not f.width:
        return sum(bool(entry == known["f"]) for entry in known["x"]) == 1
    return not f.where or all(ball.is_zero() or ball > arb(2) ** -80 for ball in known["f"])


def _positive(text: str) -> str:
    """The same line with every term made positive: minus signs turned, entries without theirs."""

    class Turned(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
            self.generic_visit(node)
            return ast.BinOp(node.left, ast.Add(), node.right) if isinstance(node.op, ast.Sub) else node

        def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
            return ast.Call(ast.Name("abs", ast.Load()), [node], [])

        def visit_Call(self, node: ast.Call) -> ast.expr:
            return node  # words are positive as they are; so are the f of a sum

    tree = ast.fix_missing_locations(Turned().visit(ast.parse(text, mode="eval")))
    return ast.unparse(tree)


# ---- a check that cannot fail checks nothing -------------------------------------------------


def _twin(f: Activation, **change: Any) -> Activation:
    import dataclasses

    return dataclasses.replace(f, **change)


BAD: dict[str, Activation] = {
    "textbook softmax": _twin(softmax, value=lambda x: np.exp(x - x.max(-1, keepdims=True)) / np.exp(x - x.max(-1, keepdims=True)).sum(-1, keepdims=True)),
    "the logarithm of softmax": _twin(log_softmax, value=lambda x: np.log(softmax.value(x))),
    "textbook sparsemax": _twin(sparsemax, value=lambda x: _textbook_sparsemax(x)),
    "a sigmoid that has run out of digits": _twin(ALL["glu"], value=lambda x: x[..., : x.shape[-1] // 2] / (1 + np.exp(-x[..., x.shape[-1] // 2 :]))),
}


def _textbook_sparsemax(x: Points) -> Any:
    falling = np.sort(x)[..., ::-1]
    sums, k = np.cumsum(falling, -1) - 1, np.arange(1, x.shape[-1] + 1)
    count = (falling * k > sums).sum(-1, keepdims=True)
    return np.maximum(x - np.take_along_axis(sums, count - 1, -1) / count, 0)


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_the_checker_catches(bad: Activation) -> None:
    with np.errstate(all="ignore"):
        assert not worst(bad, "float64")[0] <= 1


def test_a_wrong_jacobian_is_caught() -> None:
    with pytest.raises(AssertionError):
        test_the_jacobian_line_is_the_derivative_of_the_formula(_twin(softmax, jacobian="f[i] * (indicator(i == j) + f[j])"))
    with pytest.raises(AssertionError):
        test_vjp_meets_the_standard(_twin(softmax, pullback=lambda x, g: softmax.value(x) * (g - (g * softmax.value(x)).mean(-1, keepdims=True))))


# ---- the ends of the range -------------------------------------------------------------------

INF, NAN = np.inf, np.nan


@MIXING
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_nan_reaches_what_depends_on_it_and_no_other_line(f: Activation, dtype: str) -> None:
    x = np.array([[0.5, -1.0, 2.0, 0.25], [0.5, NAN, 2.0, 0.25]], dtype)
    got, back = f(x), f.vjp(x, np.ones(np.shape(f(x))))
    assert np.isfinite(got[0]).all()
    assert np.isfinite(back[0]).all()
    assert np.isnan(got[1]).any()
    assert np.isnan(back[1]).any()


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("log_softmax", [INF, 3.0, -INF], [0, -INF, -INF]),
        ("log_softmax", [INF, 3.0, INF], [NAN, -INF, NAN]),
        ("log_softmax", [-INF], [0]),
        ("log_softmax", [-INF, -INF], [NAN, NAN]),
        ("log_softmax", [1.7e308, -1.7e308], [0, -INF]),
        *((name, [INF, 3.0, -INF], [1, 0, 0]) for name in ("sparsemax", "entmax")),
        *((name, [INF, 3.0, INF], [NAN, 0, NAN]) for name in ("sparsemax", "entmax")),
        *((name, [-INF, 3.0, -INF], [0, 1, 0]) for name in ("sparsemax", "entmax")),
        *((name, [-INF, -INF], [NAN, NAN]) for name in ("sparsemax", "entmax")),
        *((name, [1.7e308, -1.7e308], [1, 0]) for name in ("sparsemax", "entmax")),
        *((name, [1.7e308, 1.7e308], [0.5, 0.5]) for name in ("sparsemax", "entmax")),
        ("glu", [INF, INF, -INF, 2.0, 0.0, INF, INF, -1e300, 0.0, -INF, INF, -INF], [INF, INF, -INF, 0, 0, NAN]),
        ("swiglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1e300, 0.0, INF, -INF, INF, -INF], [-INF, 0, 0, 0, INF, NAN]),
        ("geglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1e300, 0.0, INF, -INF, INF, -INF], [-INF, 0, 0, 0, INF, NAN]),
        ("reglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1.0, 0.0, INF, -INF, INF, -INF], [0, 0, 0, 0, INF, 0]),
        ("maxout", [INF, INF, 3.0], INF),
        ("maxout", [-INF, 3.0], 3),
        ("crelu", [INF, -INF, -0.0], [INF, 0, 0, 0, INF, 0]),
    ],
    ids=str,
)
def test_infinities_give_the_limit_and_nan_where_there_is_none(name: str, x: list[float], expected: list[float]) -> None:
    np.testing.assert_allclose(ALL[name](x), expected, rtol=EPS)
    np.testing.assert_allclose(ALL[name]([x, [0.5] * len(x)])[0], expected, rtol=EPS)  # and the neighbours are left alone
    assert np.isfinite(ALL[name]([x, [0.5] * len(x)])[1]).all()


def test_ties_of_maxout() -> None:
    assert maxout.vjp([1.0, 3.0, 3.0], 2.0).tolist() == [0, 2, 0]
    np.testing.assert_array_equal(maxout.vjp([INF, 3.0, INF], 2.0), [NAN, 0, NAN])
    assert maxout.vjp([INF, 3.0], 2.0).tolist() == [2, 0]
    np.testing.assert_array_equal(maxout.vjp([1.0, NAN], 2.0), [NAN, NAN])


def test_slopes_at_the_kinks_of_mixing_functions() -> None:
    assert ALL["crelu"].vjp([0.0, -0.0], [1.0, 1.0, 1.0, 1.0]).tolist() == [0, 0]
    assert ALL["reglu"].vjp([3.0, 0.0], [1.0]).tolist() == [0, 0]
    assert sparsemax.vjp([0.0, -1.0], [1.0, 5.0]).tolist() == [0, 0]
