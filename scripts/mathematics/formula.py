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
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, reduce
from typing import Any, NamedTuple

import flint
import numpy as np
from flint import acb, arb, arb_series, fmpq

Ball = Any  # arb, acb or arb_series: flint ships no types


# ---- balls -----------------------------------------------------------------------------------


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


def _method(name: str) -> Callable[[Ball], Ball]:
    return lambda u: getattr(_ball(u), name)()


def _cut(name: str) -> Callable[[Ball], Ball]:
    """A function with a branch cut on the negative axis."""

    def apply(u: Ball) -> Ball:
        u = _ball(u)
        return getattr(u, name)(analytic=_analytic) if isinstance(u, acb) else getattr(u, name)()

    return apply


def _within(name: str, inside: Callable[[arb], Any]) -> Callable[[Ball], Ball]:
    """A function whose cut is the real line outside `inside`; flint has no `analytic` for it."""

    def apply(u: Ball) -> Ball:
        u = _ball(u)
        if _analytic and isinstance(u, acb) and u.imag.contains(0) and not inside(u.real):
            return acb("nan")
        return getattr(u, name)()

    return apply


def _power(base: Ball, exponent: Ball) -> Ball:
    """A power; of complex balls, unless the exponent is a plain integer, with a cut on the negative axis."""
    if isinstance(exponent, int):
        if exponent > 0 and isinstance(base, arb) and base.mid() == 0:  # flint would take its logarithm
            largest = base.abs_upper() ** exponent
            return largest.union(-largest if exponent % 2 else arb(0))
        return base**exponent
    if isinstance(base, acb) or isinstance(exponent, acb):
        return acb(base).pow(acb(exponent), analytic=_analytic)
    return _ball(base) ** exponent


def _ball(u: Ball) -> Ball:
    return u if isinstance(u, (arb, acb, arb_series)) else exact(u)


def _atan(u: Ball) -> Ball:
    """Its cuts are the imaginary axis above i and below -i."""
    u = _ball(u)
    if _analytic and isinstance(u, acb) and u.real.contains(0) and not abs(u.imag) < 1:
        return acb("nan")
    return u.atan()


def _tanh(u: Ball) -> Ball:
    if not isinstance(u, arb_series):
        return _ball(u).tanh()
    e = (-2 * _outward(u)).exp()
    return (e - 1) / (1 + e) if _middle(u) < 0 else (1 - e) / (1 + e)


def _sech(u: Ball) -> Ball:
    u = _outward(u)
    return 2 * (-u).exp() / (1 + (-2 * u).exp())


def _outward(u: Ball) -> Ball:
    """u or -u, whichever surely does not lie on the left: its exp(-u) cannot overflow."""
    return -_ball(u) if _middle(u) < 0 else _ball(u)


def _Phi(u: Ball) -> Ball:
    return (-_ball(u) / arb(2).sqrt()).erfc() / 2


def _phi(u: Ball) -> Ball:
    u = _ball(u)
    return (-u * u / 2).exp() / (2 * arb.pi()).sqrt()


def _sigma(u: Ball) -> Ball:
    e = (-_outward(u)).exp()
    return e / (1 + e) if _middle(u) < 0 else 1 / (1 + e)


def _middle(u: Ball) -> arb:
    """What decides a branch: the constant term of a series, the real part of a complex ball."""
    return u.coeffs()[0] if isinstance(u, arb_series) and len(u) else arb(0) if isinstance(u, arb_series) else u.real if isinstance(u, acb) else _ball(u)


def _hull(a: Ball, b: Ball) -> Ball:
    """The smallest ball holding both; of series, coefficient by coefficient."""
    if isinstance(a, acb) or isinstance(b, acb):
        a, b = acb(a), acb(b)
        return acb(a.real.union(b.real), a.imag.union(b.imag))
    if isinstance(a, arb_series) or isinstance(b, arb_series):
        length = flint.ctx.cap
        first, second = (([*u.coeffs()] if isinstance(u, arb_series) else [_ball(u)]) + [arb(0)] * length for u in (a, b))
        return arb_series([p.union(q) for p, q in zip(first[:length], second[:length], strict=True)])
    return _ball(a).union(_ball(b))


def _choose(gap: Ball, strict: bool, then: Callable[[], Ball], otherwise: Callable[[], Ball]) -> Ball:
    """`then if gap > 0 else otherwise` (>= where not strict), both when the ball cannot tell."""
    middle = _middle(gap)
    if middle > 0 or (not strict and middle >= 0):
        return then()
    if middle <= 0 if strict else middle < 0:
        return otherwise()
    if _analytic and isinstance(gap, acb):
        return acb("nan")
    return _hull(then(), otherwise())


def _max(a: Any, b: Ball = None) -> Ball:
    if b is None:  # the largest of many
        return reduce(_max, a)
    return _choose(_ball(a) - _ball(b), True, lambda: a, lambda: b)


def _min(a: Ball, b: Ball) -> Ball:
    return _choose(_ball(a) - _ball(b), True, lambda: b, lambda: a)


def _indicator(truth: Any) -> arb:
    """1 where the comparison certainly holds, otherwise 0."""
    return arb(bool(truth))


def _abs(u: Ball) -> Ball:
    return _choose(_ball(u), True, lambda: u, lambda: -u)


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
    "exp": Word(r"e^{{{0}}}", _method("exp"), lambda u: _sympy().exp(u), np.exp),
    "log": Word(r"\ln {0}", _cut("log"), lambda u: _sympy().log(u), np.log),
    "sqrt": Word(r"\sqrt{{{0}}}", _cut("sqrt"), lambda u: _sympy().sqrt(u), np.sqrt),
    "sin": Word(r"\sin {0}", _method("sin"), lambda u: _sympy().sin(u), np.sin),
    "cos": Word(r"\cos {0}", _method("cos"), lambda u: _sympy().cos(u), np.cos),
    "tanh": Word(r"\tanh {0}", _tanh, lambda u: _sympy().tanh(u), np.tanh),
    "sech": Word(r"\operatorname{{sech}} {0}", _sech, lambda u: 1 / _sympy().cosh(u), lambda u: 1 / np.cosh(u)),
    "erf": Word(r"\operatorname{{erf}} {0}", _method("erf"), lambda u: _sympy().erf(u), _np_erf),
    "asin": Word(r"\arcsin {0}", _within("asin", lambda r: abs(r) < 1), lambda u: _sympy().asin(u), np.arcsin),
    "atan": Word(r"\arctan {0}", _atan, lambda u: _sympy().atan(u), np.arctan),
    "lambertw": Word(r"W {0}", _within("lambertw", lambda r: r > -arb(-1).exp()), lambda u: _sympy().LambertW(u), None),
    "abs": Word(r"\left| {0} \right|", _abs, lambda u: _sympy().Abs(u), np.abs),
    "max": Word(r"\max({0}, {1})", _max, lambda a, b: _sympy().Max(a, b), np.maximum),
    "min": Word(r"\min({0}, {1})", _min, lambda a, b: _sympy().Min(a, b), np.minimum),
    "indicator": Word(r"\mathbf 1({0})", _indicator, lambda truth: _sympy().Piecewise((1, truth), (0, True)), lambda truth: np.where(truth, 1.0, 0.0)),
    "sigma": Word(r"\sigma {0}", _sigma, lambda u: 1 / (1 + _sympy().exp(-u)), lambda u: 1 / (1 + np.exp(-u))),
    "Phi": Word(r"\Phi {0}", _Phi, lambda u: (1 + _sympy().erf(u / _sympy().sqrt(2))) / 2, _np_Phi),
    "phi": Word(
        r"\varphi {0}", _phi, lambda u: _sympy().exp(-(u**2) / 2) / _sympy().sqrt(2 * _sympy().pi), lambda u: np.exp(-u * u / 2) / math.sqrt(2 * np.pi)
    ),
    "D": Word(r"\frac{{d}}{{dx}} {0}", None, lambda u: _sympy().diff(u, x_symbol()), None),
    "integral": Word(r"\int_0^1 {0} \, dx", None, lambda u: _sympy().integrate(u, (x_symbol(), 0, 1)), None),
}
MATRIX_WORDS = {
    "diag": r"\operatorname{{diag}}({0})",
    "hadamard": r"{0} \odot {1}",
    "df": r"f'({0})",
    "jac": r"\frac{{\partial {0}}}{{\partial {1}}}",
}
GREEK = {
    "alpha": r"\alpha",
    "beta": r"\beta",
    "lam": r"\lambda",
    "pi": r"\pi",
    "delta": r"\delta",
    "eta": r"\eta",
    "theta": r"\theta",
    "kappa": r"\kappa",
    "tau": r"\tau",
    "omega": r"\omega",
}
_BRACKETED = {name for name, word in VOCABULARY.items() if re.search(r" \{0\}$", word.tex)}  # words that put their argument in brackets


# ---- reading ---------------------------------------------------------------------------------


@cache
def _tree(line: str) -> ast.expr:
    try:
        return ast.parse(line.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(f"not a formula: {line!r} ({error.msg})") from None


class _Balls(ast.NodeTransformer):
    """Constants become exact, branches become choices; powers, indices and ranges keep their integers."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return _call("exact", ast.Constant(repr(node.value)))

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
        left, op, right = _comparison(node.test)
        if op in (ast.Lt, ast.LtE):
            left, right = right, left
        gap = ast.BinOp(self.visit(left), ast.Sub(), self.visit(right))
        return _call("choose", gap, ast.Constant(op in (ast.Gt, ast.Lt)), _later(self.visit(node.body)), _later(self.visit(node.orelse)))


class _Algebra(ast.NodeTransformer):
    """SymPy cannot branch on a symbol: `a if c else b` becomes a Piecewise. Constants become rationals."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return _call("exact", ast.Constant(repr(node.value)))

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        _comparison(node.test)
        return _call("cases", self.visit(node.test), self.visit(node.body), self.visit(node.orelse))


def _comparison(test: ast.expr) -> tuple[ast.expr, type[ast.cmpop], ast.expr]:
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE)):
        return test.left, type(test.ops[0]), test.comparators[0]
    raise ValueError(f"a formula branches on one comparison, not on {ast.unparse(test)!r}")


def _call(name: str, *args: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), list(args), [])


def _later(body: ast.expr) -> ast.expr:
    return ast.Lambda(ast.arguments([], [], None, [], [], None, []), body)


@cache
def _code(line: str, reading: Callable[[], ast.NodeTransformer]) -> Any:
    tree = ast.parse(ast.unparse(_tree(line)), mode="eval")  # a copy: transformers change trees in place
    return compile(ast.fix_missing_locations(reading().visit(tree)), line, "eval")


def names(line: str) -> set[str]:
    """Every name the formula mentions."""
    return {node.id for node in ast.walk(_tree(line)) if isinstance(node, ast.Name)}


def ball(line: str, **values: Ball) -> Ball:
    """The formula in ball arithmetic at the present precision, at `values` (x and the parameters)."""
    scope: dict[str, Any] = {name: word.ball for name, word in VOCABULARY.items() if word.ball}
    scope |= {"exact": _literal, "choose": _choose, "power": _power, "sum": _sum, "range": range, "pi": arb.pi()}
    return _evaluate(line, _Balls, scope | values)


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
        known = {name for name, meaning in scope.items() if callable(meaning)}
        called = {node.func.id for node in ast.walk(_tree(line)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        for word in sorted(called - known) + sorted(names(line) - scope.keys()):
            near = difflib.get_close_matches(word, known)
            raise ValueError(f"the formula {line!r} uses an unknown word: {word}" + (f"; near it: {', '.join(near)}" if near else "")) from None
        raise


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
        coefficients = series.coeffs() if isinstance(series, arb_series) else [_ball(series)]
        factorials = [arb(k).gamma() for k in range(1, order + 2)]
        return [c * f for c, f in zip([*coefficients, *[arb(0)] * (order + 1)], factorials, strict=False)]
    finally:
        flint.ctx.cap = before


# ---- TeX -------------------------------------------------------------------------------------

CASES, ADD, MUL, UNARY, POWER, ATOM = range(6)  # how tightly each part binds
_SIGNS: dict[type[ast.cmpop], str] = {ast.Gt: ">", ast.GtE: r"\ge", ast.Lt: "<", ast.LtE: r"\le"}
TALL = (r"\frac", r"\sum", r"\begin")  # what needs brackets that grow
_OPPOSITE: dict[type[ast.cmpop], str] = {ast.Gt: r"\le", ast.GtE: "<", ast.Lt: r"\ge", ast.LtE: ">"}


def tex(line: str) -> str:
    """The formula exactly as its author shaped it: no reordering, no simplifying."""
    return _tex(_tree(line))[0]


def letter(name: str) -> str:
    """A variable: Greek by name, trailing digits (or what follows an underscore) as an index."""
    stem, _, index = name.partition("_") if "_" in name else (re.sub(r"\d+$", "", name), "", re.sub(r"^\D+", "", name))
    shown = GREEK.get(stem, stem if len(stem) == 1 else rf"\operatorname{{{stem}}}")
    return f"{shown}_{{{index}}}" if index else shown


def _tex(node: ast.expr) -> tuple[str, int]:
    match node:
        case ast.Constant(int() | float() as value):
            return str(value), ATOM
        case ast.Name("one"):
            return r"\mathbf{1}", ATOM
        case ast.Name(name):
            return letter(name), ATOM
        case ast.Subscript(ast.Name(name), index):
            return f"{letter(name)}_{{{_tex(index)[0]}}}", ATOM
        case ast.Attribute(inner, "T"):
            return f"{_wrap(inner, ATOM)}^{{\\mathsf T}}", ATOM
        case ast.Call(ast.Name("sum"), [ast.GeneratorExp(term, [ast.comprehension(target=ast.Name(i))])]):
            return rf"\sum_{{{i}}} {_wrap(term, MUL)}", MUL
        case ast.Call(ast.Name("max"), [ast.GeneratorExp(term, [ast.comprehension(target=ast.Name(i))])]):
            return rf"\max_{{{i}}} {_wrap(term, MUL)}", MUL
        case ast.Call(ast.Name("indicator"), [ast.Compare(left, [ast.Eq()], [right])]):  # of indices: a formula branches on order only
            return VOCABULARY["indicator"].tex.format(f"{_tex(left)[0]} = {_tex(right)[0]}"), ATOM
        case ast.Call(ast.Name(word), args) if word in VOCABULARY:
            row = VOCABULARY[word].tex
            if len(args) != row.count("{0}") + row.count("{1}"):
                raise ValueError(f"{word} is given {len(args)} things in {ast.unparse(node)!r}")
            if word in _BRACKETED:
                inside, _ = _tex(args[0])
                tall = any(part in inside for part in TALL)
                return row.format(rf"\left({inside}\right)" if tall else f"({inside})"), ATOM if word != "D" else MUL
            return row.format(*(_tex(a)[0] for a in args)), POWER if word == "exp" else ATOM
        case ast.Call(ast.Name(word), args) if word in MATRIX_WORDS:
            least, binding = {"hadamard": (POWER, MUL), "jac": (ATOM, POWER)}.get(word, (ADD, ATOM))
            return MATRIX_WORDS[word].format(*(_wrap(a, least) for a in args)), binding
        case ast.Call(ast.Name(word), args):
            return f"{letter(word)}({', '.join(_tex(a)[0] for a in args)})", ATOM
        case ast.UnaryOp(ast.USub(), operand):
            return "-" + _second(operand, MUL), UNARY
        case ast.BinOp(left, ast.Add(), right):
            return f"{_wrap(left, ADD)} + {_second(right, ADD)}", ADD
        case ast.BinOp(left, ast.Sub(), right):
            return f"{_wrap(left, ADD)} - {_second(right, MUL)}", ADD
        case ast.BinOp(left, ast.Mult(), right):
            factor = _second(right, MUL)
            return _wrap(left, MUL) + (r" \cdot " if factor[0].isdigit() else r" \, ") + factor, MUL
        case ast.BinOp(left, ast.MatMult(), right):
            return _wrap(left, MUL) + r" \, " + _second(right, MUL), MUL
        case ast.BinOp(left, ast.Div(), right):
            return rf"\frac{{{_tex(left)[0]}}}{{{_tex(right)[0]}}}", ATOM
        case ast.BinOp(ast.Call(ast.Name(word), [arg]), ast.Pow(), right) if word in _BRACKETED and word != "D":
            return _power_of_word(word, arg, right), POWER
        case ast.BinOp(left, ast.Pow(), right):
            tall = isinstance(left, ast.BinOp) and isinstance(left.op, ast.Div) or isinstance(left, ast.Call) and ast.unparse(left.func) == "sqrt"
            base = rf"\left({_tex(left)[0]}\right)" if tall else _wrap(left, ATOM)
            return f"{base}^{{{_tex(right)[0]}}}", POWER
        case ast.Compare(left, [op], [right]) if type(op) in _SIGNS:
            return f"{_tex(left)[0]} {_SIGNS[type(op)]} {_tex(right)[0]}", ADD
        case ast.IfExp():
            rows = " \\\\ ".join(f"{body}, & {where}" for body, where in _cases(node))
            return rf"\begin{{cases}} {rows} \end{{cases}}", CASES
    raise ValueError(f"a formula cannot say {ast.unparse(node)!r}")


def _cases(node: ast.IfExp, below: str = "") -> list[tuple[str, str]]:
    """The rows of a branch. `a if x > 1 else b if x > 0 else c` has three: x > 1, 0 < x <= 1, x <= 0."""
    left, sign, right = _comparison(node.test)
    first, rest = (f"{_tex(left)[0]} {signs[sign]} {_tex(right)[0]}" for signs in (_SIGNS, _OPPOSITE))
    if below and sign in (ast.Gt, ast.GtE):
        first = f"{_tex(right)[0]} {'<' if sign is ast.Gt else _SIGNS[ast.LtE]} {below}"
    rows = [(_tex(node.body)[0], first)]
    match node.orelse:
        case ast.IfExp(ast.Compare(same, [ast.Gt() | ast.GtE()])) if sign in (ast.Gt, ast.GtE) and ast.dump(same) == ast.dump(left):
            return rows + _cases(node.orelse, rest)
        case ast.IfExp(ast.Compare(same, [ast.Lt()], [bound]) as other, body, otherwise) if (sign, ast.dump(same), ast.dump(bound)) == (
            ast.Gt,
            ast.dump(left),
            ast.dump(right),
        ):  # above, below, and the point between
            return [*rows, (_tex(body)[0], _tex(other)[0]), (_tex(otherwise)[0], f"{_tex(left)[0]} = {_tex(right)[0]}")]
    return [*rows, (_tex(node.orelse)[0], rest)]


def _power_of_word(word: str, arg: ast.expr, power: ast.expr) -> str:
    """sigma(x)**2 is written σ²(x), as mathematicians do."""
    name, inside = VOCABULARY[word].tex.format("").strip(), _tex(arg)[0]
    inside = rf"\left({inside}\right)" if r"\frac" in inside or r"\sum" in inside else f"({inside})"
    return rf"{name}^{{{_tex(power)[0]}}}{inside}"


def _second(node: ast.expr, least: int) -> str:
    """What follows a sign or a factor: two signs do not stand side by side."""
    return _wrap(node, ATOM if _tex(node)[0].startswith("-") else least)


def _wrap(node: ast.expr, least: int) -> str:
    text, binding = _tex(node)
    if binding >= least:
        return text
    return rf"\left({text}\right)" if any(part in text for part in TALL) else f"({text})"


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
