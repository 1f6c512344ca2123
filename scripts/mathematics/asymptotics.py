"""Far out: what is left of a formula towards an infinity, once everything that dies faster than any power is dropped.

Towards one end an expression is one of three things. `Power`: an algebraic function of x, plus something that
vanishes faster than any power of x. `Giant`: c exp(u) (1 + something as small), with u going to either infinity
at least like a power, so the whole is larger or smaller than any power. `Tiny`: smaller than any power, and no more is
known. These survive sums, products, powers and the functions of the vocabulary; what they do not settle goes to
SymPy's own limit.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from flint import arb

from mathematics.balls import exact
from mathematics.curve import Curve, as_arb
from mathematics.formula import ball, x_symbol

Interval = tuple[arb, arb]


class Power(NamedTuple):
    main: Any


class Giant(NamedTuple):
    factor: Any
    exponent: Any


class Tiny(NamedTuple):
    pass


class Unsettled(Exception):
    """The three kinds do not settle this expression."""


Far = Power | Giant | Tiny


@cache
def far(expression: Any, right: bool) -> Far:
    """What the expression is towards the end."""
    import sympy as sp

    e = expression
    if not e.has(x_symbol()) or e == x_symbol():
        return Tiny() if e == 0 else Power(e)
    if e.is_Add:
        return _sum([far(term, right) for term in e.args], right)
    if e.is_Mul:
        product: Far = Power(sp.Integer(1))
        for factor in e.args:
            product = _times(product, far(factor, right), right)
        return product
    if e.is_Pow and e.exp.is_Rational:
        return _to_the(far(e.base, right), e.exp, right)
    if isinstance(e, (sp.exp, sp.tanh, sp.erf, sp.cosh, sp.log, sp.atan)):
        return _word(type(e), e.args[0], right)
    raise Unsettled(str(e))


def _sum(terms: list[Far], right: bool) -> Far:
    import sympy as sp

    giants = [t for t in terms if isinstance(t, Giant)]
    growing = [t for t in giants if _direction(t.exponent, right) > 0]
    if growing or len(giants) == len(terms):  # the largest, if it outgrows all others
        rivals = growing or giants
        for first in rivals:
            if all(first is other or _direction(other.exponent - first.exponent, right) < 0 for other in rivals):
                return first
        raise Unsettled("two terms grow alike")
    main = sp.Add(*(t.main for t in terms if isinstance(t, Power)))
    if main == 0:  # what was dropped beside the powers may be larger than what is left
        return Tiny()
    if main.has(x_symbol()) and abs(main.subs(x_symbol(), (1 if right else -1) * sp.Rational(7019, 7)).evalf(40)) < 1e-25:
        raise Unsettled(f"{main} may vanish")  # an algebraic function that is not 0 somewhere is nowhere smaller than every power
    return Power(main)


def _times(a: Far, b: Far, right: bool) -> Far:
    import sympy as sp

    if isinstance(a, Tiny) or isinstance(b, Tiny):
        other = b if isinstance(a, Tiny) else a
        if isinstance(other, Giant) and _direction(other.exponent, right) > 0:
            raise Unsettled("0 times infinity")
        return Tiny()
    if isinstance(a, Power) and isinstance(b, Power):
        return Power(a.main * b.main)
    factors = [t.main if isinstance(t, Power) else t.factor for t in (a, b)]
    exponent = sum(t.exponent for t in (a, b) if isinstance(t, Giant))
    exponent, factor = sp.expand(exponent), factors[0] * factors[1]
    if not exponent.has(x_symbol()):
        return Power(factor * sp.exp(exponent))
    _direction(exponent, right)  # or unsettled
    return Giant(factor, exponent)


def _to_the(base: Far, power: Any, right: bool) -> Far:
    match base:
        case Power(main):
            return Power(main**power)
        case Giant(factor, exponent):
            return Giant(factor**power, exponent * power)
    if power > 0:
        return Tiny()
    raise Unsettled("division by something tiny")


def _word(word: Any, inner: Any, right: bool) -> Far:
    """A function of the vocabulary at something whose behaviour is known."""
    import sympy as sp

    u = far(inner, right)
    if isinstance(u, Power) and not u.main.has(x_symbol()):
        value = word(u.main)
        return Tiny() if value == 0 else Power(value)
    if isinstance(u, Power):
        end = main_limit(u.main, right)
        grows = 0 if end not in (sp.oo, -sp.oo) else 1 if end == sp.oo else -1
    elif isinstance(u, Giant) and _direction(u.exponent, right) > 0:
        grows = _sign_of(u.factor, right)
    else:  # the argument dies away
        if word in (sp.tanh, sp.erf, sp.atan):  # each of these starts as a line through 0
            start = word(x_symbol()).diff(x_symbol()).subs(x_symbol(), 0)
            return Giant(u.factor * start, u.exponent) if isinstance(u, Giant) else Tiny()
        if word is sp.log:
            return _log(u, right)
        return Power(sp.Integer(1))  # exp and cosh
    if word is sp.atan:
        return Power(sp.atan(u.main)) if isinstance(u, Power) else Power(grows * sp.pi / 2)
    if word is sp.log:
        return _log(u, right)
    if not grows:
        raise Unsettled(f"{word.__name__} of {inner}")
    if word is sp.exp:
        return Giant(sp.Integer(1), inner)
    return Power(sp.Integer(grows)) if word in (sp.tanh, sp.erf) else Giant(sp.Rational(1, 2), grows * inner)  # cosh


def _log(u: Far, right: bool) -> Far:
    """log(c exp(v)) is log(c) + v, if v itself is algebraic."""
    import sympy as sp

    if isinstance(u, Giant) and not u.factor.has(x_symbol()) and u.factor.is_positive:
        v = far(u.exponent, right)
        if isinstance(v, Power):
            return Power(v.main + sp.log(u.factor))
    raise Unsettled("a logarithm")


@cache
def main_limit(main: Any, right: bool) -> Any:
    """The limit of an algebraic function."""
    import sympy as sp

    if not main.has(x_symbol()):
        return main
    if main.is_rational_function(x_symbol()):  # the leading terms tell, at once
        above, below = (sp.Poly(part, x_symbol()) for part in sp.fraction(sp.together(main)))
        if above.degree() <= below.degree():
            return above.coeff_monomial(x_symbol() ** below.degree()) / below.LC()
    return sp.limit(main, x_symbol(), sp.oo if right else -sp.oo)


def _direction(exponent: Any, right: bool) -> int:
    """+1 or -1: to which infinity an exponent goes."""
    import sympy as sp

    u = far(sp.expand(exponent), right)
    if isinstance(u, Giant) and _direction(u.exponent, right) > 0:
        return _sign_of(u.factor, right)
    end = main_limit(u.main, right) if isinstance(u, Power) else 0
    if end not in (sp.oo, -sp.oo):
        raise Unsettled(f"exp({exponent}) is neither giant nor tiny")
    return 1 if end == sp.oo else -1


def _sign_of(factor: Any, right: bool) -> int:
    """The sign of an algebraic function towards the end."""
    end = main_limit(factor, right)
    end = main_limit(1 / factor, right) if end == 0 else end
    if not (end.is_positive or end.is_negative):
        raise Unsettled(f"the sign of {factor}")
    return 1 if end.is_positive else -1


# ---- limits and asymptotes -------------------------------------------------------------------


@cache
def limit(curve: Curve, line: str, right: bool) -> Any:
    """The limit of a settled line at an infinity, by algebra: a number, or ±oo."""
    import sympy as sp

    expression = curve.algebra(line)
    try:
        left = far(expression, right)
        if isinstance(left, Power):
            value = main_limit(left.main, right)
        elif isinstance(left, Giant) and _direction(left.exponent, right) > 0:
            value = _sign_of(left.factor, right) * sp.oo
        else:
            value = sp.Integer(0)
    except Unsettled:
        value = sp.limit(expression, x_symbol(), sp.oo if right else -sp.oo)
    if value not in (sp.oo, -sp.oo) and (not value.is_number or value.is_finite is False or value.has(sp.Float, sp.AccumBounds)):
        raise ArithmeticError(f"no limit found for {line}")
    return value


def as_ball(value: Any) -> arb:
    """An exact number of algebra, or ±oo, as a ball."""
    import sympy as sp

    if value in (sp.oo, -sp.oo):
        return arb.pos_inf() if value == sp.oo else arb.neg_inf()
    return as_arb(ball(str(value).replace("LambertW", "lambertw").replace("Abs", "abs"), E=arb(1).exp()))


def asymptote(curve: Curve, line: str, slope: str, right: bool) -> tuple[Any, Any] | None:
    """Slope and intercept of the line that the curve approaches, as exact numbers; None when it approaches none."""
    import sympy as sp

    steepness = limit(curve, slope, right)
    if steepness in (sp.oo, -sp.oo):
        return None
    rest = limit(curve, f"{line} - ({steepness}) * x" if steepness != 0 else line, right)
    return None if rest in (sp.oo, -sp.oo) else (steepness, rest)


# ---- signs on half-lines ---------------------------------------------------------------------


def tail_sign(curve: Curve, line: str, start: arb, right: bool, by_slope: bool = False) -> int | None:
    """The sign of `line` on the whole half-line beyond `start`; None when neither its factors nor Sturm's theorem tell.

    With `by_slope` a factor may also be monotone there: then its sign is that of both its ends.
    """
    ray = (start.lower(), arb.pos_inf()) if right else (arb.neg_inf(), start.upper())
    scope = {"x": ray} | {n: (v.lower(), v.upper()) for n, v in curve.values().items()}
    told = (lambda node: _sign_by_slope(curve, ast.unparse(node), scope, start, right)) if by_slope else _untold
    by_factors = _sign(ast.parse(line.strip(), mode="eval").body, scope, told)
    return by_factors if by_factors is not None else _rational_sign(curve.algebra(line), ray[0] if right else ray[1], right)


FEW = 12
"""Operations of a slope that is factored: with many, factoring may not end."""


def _untold(_: ast.expr) -> None:
    return None


def _sign_by_slope(curve: Curve, line: str, scope: dict[str, Interval], start: arb, right: bool) -> int | None:
    """Of a line whose slope has one sign on the half-line: between its start and its limit it takes no other values than these."""
    import sympy as sp

    slope = curve.algebra(line).diff(x_symbol())
    if slope.count_ops() > FEW:
        return None
    rises = _sign(ast.parse(str(sp.factor(slope)), mode="eval").body, scope)
    if not rises:
        return None
    end, there = limit(curve, line, right), as_arb(curve.at(line, start))
    if end == 0:
        return -rises if right else rises
    sign = 1 if there > 0 else -1 if there < 0 else None
    return sign if sign == (1 if end > 0 else -1) else None


def _rational_sign(expression: Any, start: arb, right: bool) -> int | None:
    """Of a quotient of polynomials: neither has a root beyond, so the sign is what it is at one point."""
    import sympy as sp

    if not expression.is_rational_function(x_symbol()):
        return None
    mantissa, exponent = start.mid().man_exp()
    sign, edge = 1, sp.Integer(int(mantissa)) * sp.Integer(2) ** int(exponent)
    for part in sp.fraction(sp.together(expression)):
        try:
            polynomial = sp.Poly(part, x_symbol())
            if polynomial.count_roots(edge if right else -sp.oo, sp.oo if right else edge):
                return None
        except (sp.PolynomialError, NotImplementedError, ValueError):
            return None
        sign *= 1 if polynomial.eval(edge) > 0 else -1
    return sign


def _sign(node: ast.expr, scope: dict[str, Interval], told: Callable[[ast.expr], int | None] = _untold) -> int | None:
    match node:
        case ast.BinOp(left, ast.Mult() | ast.Div(), r):
            a, b = _sign(left, scope, told), _sign(r, scope, told)
            return None if a is None or b is None else a * b
        case ast.BinOp(left, ast.Add(), r) if (same := _sign(left, scope)) and same == _sign(r, scope):
            return same
        case ast.UnaryOp(ast.USub(), operand):
            inner = _sign(operand, scope, told)
            return None if inner is None else -inner
        case ast.BinOp(left, ast.Pow(), ast.Constant(power)) if isinstance(power, int):
            inner = _sign(left, scope, told)
            return None if inner is None else int(inner**power)
        case ast.Call(ast.Name("sqrt" | "log1p"), [inside]) if _sign(inside, scope) == 1:
            return 1
        case ast.Call(ast.Name("exp" | "sigma" | "Phi" | "phi" | "sech"), _):
            return 1  # positive for every real number
        case ast.BinOp(ast.Constant(1), ast.Sub(), ast.Call(ast.Name("sigma"), _) | ast.BinOp(ast.Call(ast.Name("tanh"), _), ast.Pow(), ast.Constant(2))):
            return 1  # sigma and tanh² stay strictly below 1 on the real line, though not at its end
    try:
        low, high = enclose(node, scope)
    except ArithmeticError:
        return told(node)
    return 1 if low > 0 else -1 if high < 0 else 0 if low == 0 and high == 0 else told(node)


_RISING = ("exp", "log", "log1p", "sqrt", "tanh", "sigma", "Phi")


def enclose(node: ast.expr, scope: dict[str, Interval]) -> Interval:
    """Interval arithmetic whose ends may be infinite."""
    match node:
        case ast.Constant(value):
            return exact(repr(value)).lower(), exact(repr(value)).upper()
        case ast.Name(name):
            return scope[name] if name in scope else (ball(name).lower(), ball(name).upper())
        case ast.UnaryOp(ast.USub(), operand):
            low, high = enclose(operand, scope)
            return -high, -low
        case ast.BinOp(left, ast.Add(), r):
            (a, b), (c, d) = enclose(left, scope), enclose(r, scope)
            return _end(a + c, False), _end(b + d, True)
        case ast.BinOp(left, ast.Sub(), r):
            return enclose(ast.BinOp(left, ast.Add(), ast.UnaryOp(ast.USub(), r)), scope)
        case ast.BinOp(left, ast.Mult(), r):
            (a, b), (c, d) = enclose(left, scope), enclose(r, scope)
            products = [arb(0) if p == 0 or q == 0 else p * q for p in (a, b) for q in (c, d)]
            return _end(_least(products), False), _end(-_least([-p for p in products]), True)
        case ast.BinOp(left, ast.Div(), r):
            c, d = enclose(r, scope)
            if not (c > 0 or d < 0):
                raise ArithmeticError(f"division by an interval with zero in {ast.unparse(node)}")
            flipped = (_end(1 / d, False), _end(1 / c, True))
            inner = dict(scope, __reciprocal=flipped)
            return enclose(ast.BinOp(left, ast.Mult(), ast.Name("__reciprocal", ast.Load())), inner)
        case ast.BinOp(left, ast.Pow(), ast.Constant(power)) if isinstance(power, int) and power > 0:
            a, b = enclose(left, scope)
            ends = [_power(a, power), _power(b, power)]
            if power % 2 == 0 and not (a > 0 or b < 0):
                ends.append(arb(0))
            return _end(_least(ends), False), _end(-_least([-e for e in ends]), True)
        case ast.Call(ast.Name(word), [inner_node]) if word in _RISING:
            a, b = enclose(inner_node, scope)
            return _end(_risen(word, a), False), _end(_risen(word, b), True)
    raise ArithmeticError(f"no interval for {ast.unparse(node)}")


def _risen(word: str, x: arb) -> arb:
    """Flint knows no Phi of an infinity."""
    if word == "Phi" and not x.is_finite():
        return arb(bool(x > 0))
    return as_arb(ball(f"{word}(x)", x=x))


def _power(base: arb, power: int) -> arb:
    if base.is_finite():
        return base**power
    return arb.pos_inf() if base > 0 or power % 2 == 0 else arb.neg_inf()


def _end(value: arb, upper: bool) -> arb:
    if value.is_nan():
        raise ArithmeticError("an interval end is undefined")
    return value.upper() if upper else value.lower()


def _least(values: list[arb]) -> arb:
    least = values[0]
    for value in values[1:]:
        least = least.min(value)
    return least
