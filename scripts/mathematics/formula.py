"""A formula is one line of Python with four readings: TeX, algebra, certified digits, and plain NumPy.

TeX keeps the shape its author gave it (SymPy would reorder it). Algebra is a SymPy expression, for
proving. Digits are Arb balls (python-flint): an enclosure that provably holds the true value, of a
number, a complex number, or a power series, which gives derivatives. The NumPy reading is naive on
purpose: it is what a reader would type, and what the stable code is compared with.
"""

from __future__ import annotations

import ast
import difflib
import math
from collections.abc import Callable, Mapping
from functools import cache
from math import factorial
from typing import Any, NamedTuple

import flint
import numpy as np
from flint import arb, arb_series

from mathematics import balls
from mathematics.balls import Ball, exact

# ---- the vocabulary --------------------------------------------------------------------------


def _sympy() -> Any:
    import sympy

    return sympy


@cache
def x_symbol() -> Any:
    return _sympy().Symbol("x", real=True)


class Word(NamedTuple):
    """One row per word a formula may use: its TeX, its ball, its algebra, its NumPy."""

    tex: str
    ball: Callable[..., Ball] | None
    algebra: Callable[..., Any]
    numpy: Callable[..., Any] | None


def _np_Phi(u: Any) -> Any:
    return (1 + _np_erf(u / math.sqrt(2))) / 2


def _np_erf(u: Any) -> Any:
    from scipy.special import erf

    return erf(u).astype(np.result_type(np.asarray(u), np.float16))  # SciPy's has no float16, and answers in float32


VOCABULARY: dict[str, Word] = {
    "exp": Word(r"e^{{{0}}}", balls.method("exp"), lambda u: _sympy().exp(u), np.exp),
    "log": Word(r"\ln {0}", balls.cut("log"), lambda u: _sympy().log(u), np.log),
    "sqrt": Word(r"\sqrt{{{0}}}", balls.cut("sqrt"), lambda u: _sympy().sqrt(u), np.sqrt),
    "sin": Word(r"\sin {0}", balls.method("sin"), lambda u: _sympy().sin(u), np.sin),
    "cos": Word(r"\cos {0}", balls.method("cos"), lambda u: _sympy().cos(u), np.cos),
    "tanh": Word(r"\tanh {0}", balls.tanh, lambda u: _sympy().tanh(u), np.tanh),
    "sech": Word(r"\operatorname{{sech}} {0}", balls.sech, lambda u: 1 / _sympy().cosh(u), lambda u: 1 / np.cosh(u)),
    "erf": Word(r"\operatorname{{erf}} {0}", balls.method("erf"), lambda u: _sympy().erf(u), _np_erf),
    "asin": Word(r"\arcsin {0}", balls.within("asin", lambda r: abs(r) < 1), lambda u: _sympy().asin(u), np.arcsin),
    "atan": Word(r"\arctan {0}", balls.atan, lambda u: _sympy().atan(u), np.arctan),
    "lambertw": Word(r"W {0}", balls.within("lambertw", lambda r: r > -arb(-1).exp()), lambda u: _sympy().LambertW(u), None),
    "abs": Word(r"\left| {0} \right|", balls.size, lambda u: _sympy().Abs(u), np.abs),
    "max": Word(r"\max({0}, {1})", balls.larger, lambda a, b: _sympy().Max(a, b), np.maximum),
    "min": Word(r"\min({0}, {1})", balls.smaller, lambda a, b: _sympy().Min(a, b), np.minimum),
    "indicator": Word(r"\mathbf 1({0})", balls.indicator, lambda truth: _sympy().Piecewise((1, truth), (0, True)), lambda truth: np.where(truth, 1.0, 0.0)),
    "sigma": Word(r"\sigma {0}", balls.sigma, lambda u: 1 / (1 + _sympy().exp(-u)), lambda u: 1 / (1 + np.exp(-u))),
    "Phi": Word(r"\Phi {0}", balls.Phi, lambda u: (1 + _sympy().erf(u / _sympy().sqrt(2))) / 2, _np_Phi),
    "phi": Word(
        r"\varphi {0}", balls.phi, lambda u: _sympy().exp(-(u**2) / 2) / _sympy().sqrt(2 * _sympy().pi), lambda u: np.exp(-u * u / 2) / math.sqrt(2 * np.pi)
    ),
    "D": Word(r"\frac{{d}}{{dx}} {0}", None, lambda u: _sympy().diff(u, x_symbol()), None),
    "integral": Word(r"\int_0^1 {0} \, dx", None, lambda u: _sympy().integrate(u, (x_symbol(), 0, 1)), None),
}


# ---- reading ---------------------------------------------------------------------------------


@cache
def tree(line: str) -> ast.expr:
    try:
        return ast.parse(line.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"not a formula: {line!r} ({error.msg})") from None


class _Balls(ast.NodeTransformer):
    """Constants become exact, branches become choices; powers, indices and ranges keep their integers."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return _call("exact", ast.Constant(repr(node.value)))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return _call("circle") if node.id == "pi" else node  # at the precision of the moment

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if not isinstance(node.op, ast.Pow):
            return self.generic_visit(node)  # type: ignore[return-value]
        match node.right:
            case ast.Constant(int()) | ast.UnaryOp(ast.USub(), ast.Constant(int())):
                return _call("power", self.visit(node.left), node.right)
        return _call("power", self.visit(node.left), self.visit(node.right))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        left, op, right = comparison(node.test)
        if op in (ast.Lt, ast.LtE):
            left, right = right, left
        gap = ast.BinOp(self.visit(left), ast.Sub(), self.visit(right))
        return _call("choose", gap, ast.Constant(op in (ast.Gt, ast.Lt)), _later(self.visit(node.body)), _later(self.visit(node.orelse)))


class _Algebra(ast.NodeTransformer):
    """SymPy cannot branch on a symbol: `a if c else b` becomes a Piecewise. Constants become rationals."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return _call("exact", ast.Constant(repr(node.value)))

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        comparison(node.test)
        return _call("cases", self.visit(node.test), self.visit(node.body), self.visit(node.orelse))


def comparison(test: ast.expr) -> tuple[ast.expr, type[ast.cmpop], ast.expr]:
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE)):
        return test.left, type(test.ops[0]), test.comparators[0]
    raise ValueError(f"a formula branches on one comparison, not on {ast.unparse(test)!r}")


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def _later(body: ast.expr) -> ast.expr:
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), body)


@cache
def _code(line: str, reading: Callable[[], ast.NodeTransformer]) -> Any:
    return compile(ast.fix_missing_locations(_read_as(line, reading)), line, "eval")


def _read_as(line: str, reading: Callable[[], ast.NodeTransformer]) -> Any:
    copied = ast.parse(ast.unparse(tree(line)), mode="eval")  # a copy: transformers change trees in place
    return reading().visit(copied)


def names(line: str) -> set[str]:
    """Every name the formula mentions."""
    return {node.id for node in ast.walk(tree(line)) if isinstance(node, ast.Name)}


def ball(line: str, **values: Ball) -> Ball:
    """The formula in ball arithmetic at the present precision, at `values` (x and the parameters)."""
    try:
        return _function(line, tuple(values))(*values.values())
    except (NameError, TypeError):
        _refuse_unknown(line, _ball_words() | values)
        raise


@cache
def _function(line: str, arguments: tuple[str, ...]) -> Callable[..., Ball]:
    """The formula in ball arithmetic as a function: covers and quadratures ask for it a hundred thousand times."""
    code = ast.Expression(ast.Lambda(ast.arguments([], [ast.arg(name) for name in arguments], None, [], [], None, []), _read_as(line, _Balls).body))
    made: Callable[..., Ball] = eval(compile(ast.fix_missing_locations(code), line, "eval"), {"__builtins__": {}, **_ball_words()})
    return made


def _ball_words() -> dict[str, Any]:
    words: dict[str, Any] = {name: word.ball for name, word in VOCABULARY.items() if word.ball}
    return words | {"exact": _literal, "choose": balls.choose, "power": balls.power, "sum": _sum, "range": range, "circle": arb.pi}


def _literal(text: str) -> arb:
    """A number in a formula, at the present precision: read once, for covers ask for it a million times."""
    return _read(text, flint.ctx.prec)


@cache
def _read(text: str, bits: int) -> arb:
    return exact(text)


def _sum(terms: Any) -> Ball:
    total: Ball = arb(0)
    for term in terms:
        total = total + term
    return total


def naive(line: str, **values: Any) -> Any:
    """The formula as a reader would type it in NumPy; a branch evaluates both sides, as np.where does."""
    scope = {name: word.numpy for name, word in VOCABULARY.items() if word.numpy} | {"cases": lambda c, a, b: np.where(c, a, b), "exact": float, "pi": np.pi}
    with np.errstate(all="ignore"):
        return _evaluate(line, _Algebra, scope | values)


@cache
def algebra(line: str) -> Any:
    """The formula as a SymPy expression of the real symbol x, its parameters positive symbols."""
    sympy = _sympy()
    scope: dict[str, Any] = {name: word.algebra for name, word in VOCABULARY.items()}
    scope |= {"exact": lambda text: sympy.Rational(text), "cases": lambda c, a, b: sympy.Piecewise((a, c), (b, True)), "pi": sympy.pi, "x": x_symbol()}
    scope |= {name: sympy.Symbol(name, positive=True) for name in names(line) - scope.keys()}
    return sympy.sympify(_evaluate(line, _Algebra, scope))


def _evaluate(line: str, reading: Callable[[], ast.NodeTransformer], scope: Mapping[str, Any]) -> Any:
    try:
        return eval(_code(line, reading), {"__builtins__": {}, **scope})  # globals, so that lambdas and generators see them
    except (NameError, TypeError):
        _refuse_unknown(line, scope)
        raise


def _refuse_unknown(line: str, scope: Mapping[str, Any]) -> None:
    known = {name for name, meaning in scope.items() if callable(meaning)}
    called = {node.func.id for node in ast.walk(tree(line)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    for word in sorted(called - known) + sorted(names(line) - scope.keys() - {"pi"}):
        near = difflib.get_close_matches(word, known)
        raise ValueError(f"the formula {line!r} uses an unknown word: {word}" + (f"; near it: {', '.join(near)}" if near else "")) from None


def value(line: str, at: arb | float, bits: int = 60, **parameters: Ball) -> arb:
    """The formula at a point to `bits` correct bits, raising the precision until they are certain."""
    point = at if isinstance(at, arb) else exact(at)
    for extra in (64, 192, 704, 2752):
        with flint.ctx.workprec(bits + extra):
            result: arb = ball(line, x=point, **parameters)
        if result.is_exact() or result.rel_accuracy_bits() >= bits:
            return result
    raise ArithmeticError(f"{line} at {point}: {bits} bits cannot be certified")


def jet(line: str, at: arb, order: int, **parameters: Ball) -> list[arb]:
    """[f, f', …, f^(order)] at the point (or over the ball), from one power series."""
    before = flint.ctx.cap
    flint.ctx.cap = order + 1
    try:
        series = ball(line, x=arb_series([at, 1], prec=order + 1), **parameters)
        coefficients = series.coeffs() if isinstance(series, arb_series) else [balls.ball(series)]
        return [c * factorial(k) for k, c in zip(range(order + 1), [*coefficients, *[arb(0)] * (order + 1)], strict=False)]
    finally:
        flint.ctx.cap = before


# ---- matrices --------------------------------------------------------------------------------


def matrices(line: str, shapes: Mapping[str, str], size: Mapping[str, int], given: Mapping[str, Any] | None = None) -> Any:
    """The line with matrices of symbols of the given shapes (or of the given numbers), at one choice of sizes.

    Words: `@`, `.T`, `diag(v)`, `hadamard(a, b)`, `f(v)` and `df(v)` (any function, entry by entry, and its
    derivative; tanh where numbers are given), `jac(v, x)` (the Jacobian), `I`, `one` (a column of ones) and the
    letters of `size`.
    """
    sp = _sympy()
    t = sp.Symbol("t")
    f = sp.Function("f") if given is None else sp.Lambda(t, sp.tanh(t))  # any function, but for numbers it has to be one

    def matrix(name: str, shape: str) -> Any:
        rows, columns = ([size.get(d) or int(d) for d in shape.split()] + [1])[:2]
        if given is not None:
            return sp.Matrix(rows, columns, lambda i, j: sp.Rational(float(np.reshape(given[name], (rows, columns))[i, j])))
        return sp.Matrix(rows, columns, lambda i, j: sp.Symbol(f"{name}_{i}_{j}"))

    n = size.get("n", 1)
    scope: dict[str, Any] = {name: word.algebra for name, word in VOCABULARY.items()}
    scope |= {"exact": lambda text: sp.Rational(text), "diag": lambda v: sp.diag(*v), "hadamard": lambda a, b: a.multiply_elementwise(b)}
    scope |= {"f": lambda v: v.applyfunc(f), "df": lambda v: v.applyfunc(lambda entry: sp.Subs(sp.diff(f(t), t), t, entry).doit())}
    scope |= {"jac": lambda v, x: sp.Matrix(v).jacobian(x), "I": sp.eye(n), "one": sp.ones(n, 1)}
    scope |= {letter: sp.Integer(count) for letter, count in size.items()} | {name: matrix(name, shape) for name, shape in shapes.items()}
    scope |= {name: sp.Symbol(name) for name in names(line) - scope.keys()}
    return _evaluate(line, _Algebra, scope)
