"""Facts: numbers with a proof. Each is a ball that certainly holds the true value.

The real line is cut at the kinks and into a core [-R, R] and two tails. In the core, roots of f' and
f'' are isolated by sign on a cover of small balls, so nothing hides between samples. In a tail, the
signs of the factors of f'' make f' monotone, and its limit bounds it. What cannot be settled this way
is refused with an ArithmeticError; nothing is guessed.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

import flint
from flint import acb, arb

from activations.activation import Activation
from formula import Ball, algebra, analytic, ball, exact, jet, x_symbol
from words import Words

PRECISION = 256  # bits: 60 digits and a reserve
CORES = (8, 16, 32, 64)  # how far the cover reaches before the tails must speak for themselves
Piece = tuple[arb | None, arb | None]  # None is an infinite end


@dataclass(frozen=True)
class Fact:
    """A ball and how it was proved. An infinite ball is a proved absence of a bound."""

    ball: arb
    proof: Words


# ---- curves ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Curve:
    """A function of one variable with its first two derivatives, as formulas, smooth between kinks."""

    formula: str
    derivative: str
    second: str
    kinks: tuple[str, ...] = ()
    jumps: bool = False
    parameters: dict[str, str] = field(default_factory=dict, hash=False)

    @staticmethod
    def of(f: Activation) -> Curve:
        if f.derivative_formula is None or f.second_formula is None:
            raise ValueError(f"{f.id} mixes its entries: it has no facts of one variable")
        return Curve(
            f.formula,
            f.derivative_formula,
            f.second_formula,
            tuple(k.at for k in f.kinks),
            any(k.jump for k in f.kinks),
            {name: repr(p.default) for name, p in f.parameters.items()},
        )

    def values(self) -> dict[str, arb]:
        return {name: exact(text) for name, text in self.parameters.items()}

    def at(self, line: str, x: Ball) -> Ball:
        return ball(line, x=x, **self.values())

    def pieces(self) -> list[Piece]:
        cuts = sorted((self.at(k, arb(0)) for k in self.kinks), key=float)
        ends: list[arb | None] = [None, *cuts, None]
        return list(zip(ends, ends[1:], strict=False))

    def on(self, line: str, piece: Piece) -> str:
        """The line with its branches settled for this piece."""
        low, high = piece
        left = low if low is not None else high - 2 if high is not None else exact(-1)
        right = high if high is not None else left + 2
        return _settled(line, (left + right) / 2, tuple(sorted(self.parameters.items())))


@cache
def _settled(line: str, inside: arb, parameters: tuple[tuple[str, str], ...]) -> str:
    scope: dict[str, Ball] = {"x": inside} | {name: exact(text) for name, text in parameters}

    class Settle(ast.NodeTransformer):
        def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
            test = ball(f"(1 if {ast.unparse(node.test)} else 0)", **scope)
            return self.visit(node.body if test == 1 else node.orelse)  # type: ignore[no-any-return]

        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            word = node.func.id if isinstance(node.func, ast.Name) else ""
            if word in ("max", "min"):
                first, second = (ball(ast.unparse(a), **scope) for a in node.args)
                return node.args[0] if (first > second) == (word == "max") else node.args[1]
            if word == "abs":
                return node.args[0] if ball(ast.unparse(node.args[0]), **scope) > 0 else ast.UnaryOp(ast.USub(), node.args[0])
            return node

    return ast.unparse(Settle().visit(ast.parse(line.strip(), mode="eval")))


# ---- roots on a cover ------------------------------------------------------------------------


def roots(curve: Curve, line: str, slope: str | None, low: arb, high: arb) -> list[arb]:
    """Every zero of `line` in [low, high], isolated: each in a ball that holds exactly one.

    `slope` is its derivative as a formula; without one a power series gives it. A line that is zero
    on a whole interval, or touches zero without crossing, is refused.
    """

    def g(x: arb) -> arb:
        return _arb(curve.at(line, x))

    def dg(x: arb) -> arb:
        try:
            return _arb(curve.at(slope, x)) if slope else jet(line, x, 1, **curve.values())[1]
        except ValueError:  # a series cannot divide by a ball that holds zero: nothing is known of this cell yet
            return arb(0, arb.pos_inf())

    found: list[arb] = []
    todo = [(low, high)]
    steps = 0
    while todo:
        a, b = todo.pop()
        cell = a.union(b)
        if g(cell) != 0 and not g(cell).contains(0):
            continue
        slopes = dg(cell)
        if not slopes.contains(0):  # monotone here: one root or none, told by the signs at the ends
            left, right = g(a), g(b)
            if left.contains(0) or right.contains(0):
                raise ArithmeticError(f"a root of {line} lies on a cut of the cover")
            if (left > 0) != (right > 0):
                found.append(_refine(g, dg, cell))
            continue
        steps += 1
        if steps > 200_000 or float(b - a) < 1e-9:
            raise ArithmeticError(f"{line}: no sign can be settled near {float(a):.9g}")
        middle = (a + b).mid() / 2
        todo += [(middle.mid(), b), (a, middle.mid())]
    return sorted(found, key=float)


def _refine(g: Any, dg: Any, cell: arb) -> arb:
    """Interval Newton: the root stays inside while the ball shrinks to the working precision."""
    for _ in range(200):
        middle = cell.mid()
        newton = middle - g(middle) / dg(cell)
        smaller = cell.intersection(newton) if newton.is_finite() else cell
        if smaller.rad() >= cell.rad() * 0.9:
            break
        cell = smaller
    # A root at a short binary fraction (0, most of all) is exact, when the line vanishes there exactly.
    short = exact(Fraction(round(float(cell.mid()) * 2**20), 2**20))
    return short if cell.contains(short) and g(short) == 0 else cell


# ---- signs on half-lines ---------------------------------------------------------------------

Interval = tuple[arb, arb]


def tail_sign(curve: Curve, line: str, start: arb, right: bool) -> int | None:
    """The sign of `line` on the whole half-line beyond `start`; None when its factors do not tell."""
    ray = (start.lower(), arb.pos_inf()) if right else (arb.neg_inf(), start.upper())
    return _sign(ast.parse(line.strip(), mode="eval").body, {"x": ray} | {n: (v.lower(), v.upper()) for n, v in curve.values().items()})


def _sign(node: ast.expr, scope: dict[str, Interval]) -> int | None:
    match node:
        case ast.BinOp(left, ast.Mult() | ast.Div(), r):
            a, b = _sign(left, scope), _sign(r, scope)
            return None if a is None or b is None else a * b
        case ast.BinOp(left, ast.Add(), r) if (same := _sign(left, scope)) and same == _sign(r, scope):
            return same
        case ast.UnaryOp(ast.USub(), operand):
            inner = _sign(operand, scope)
            return None if inner is None else -inner
        case ast.BinOp(left, ast.Pow(), ast.Constant(power)) if isinstance(power, int):
            inner = _sign(left, scope)
            return None if inner is None else int(inner**power)
        case ast.Call(ast.Name("exp" | "sigma" | "Phi" | "phi"), _):
            return 1  # positive for every real number
        case ast.BinOp(ast.Constant(1), ast.Sub(), ast.Call(ast.Name("sigma"), _) | ast.BinOp(ast.Call(ast.Name("tanh"), _), ast.Pow(), ast.Constant(2))):
            return 1  # sigma and tanh² stay strictly below 1 on the real line, though not at its end
    try:
        low, high = _enclose(node, scope)
    except ArithmeticError:
        return None
    return 1 if low > 0 else -1 if high < 0 else 0 if low == 0 and high == 0 else None


_RISING = {"exp": "exp", "log": "log", "sqrt": "sqrt", "tanh": "tanh", "sigma": "sigma", "Phi": "Phi"}


def _enclose(node: ast.expr, scope: dict[str, Interval]) -> Interval:
    """Interval arithmetic whose ends may be infinite."""
    match node:
        case ast.Constant(value):
            return exact(repr(value)).lower(), exact(repr(value)).upper()
        case ast.Name(name):
            return scope[name] if name in scope else (ball(name).lower(), ball(name).upper())
        case ast.UnaryOp(ast.USub(), operand):
            low, high = _enclose(operand, scope)
            return -high, -low
        case ast.BinOp(left, ast.Add(), r):
            (a, b), (c, d) = _enclose(left, scope), _enclose(r, scope)
            return _end(a + c, False), _end(b + d, True)
        case ast.BinOp(left, ast.Sub(), r):
            return _enclose(ast.BinOp(left, ast.Add(), ast.UnaryOp(ast.USub(), r)), scope)
        case ast.BinOp(left, ast.Mult(), r):
            (a, b), (c, d) = _enclose(left, scope), _enclose(r, scope)
            products = [arb(0) if p == 0 or q == 0 else p * q for p in (a, b) for q in (c, d)]
            return _end(_least(products), False), _end(-_least([-p for p in products]), True)
        case ast.BinOp(left, ast.Div(), r):
            c, d = _enclose(r, scope)
            if not (c > 0 or d < 0):
                raise ArithmeticError(f"division by an interval with zero in {ast.unparse(node)}")
            flipped = (_end(1 / d, False), _end(1 / c, True))
            inner = dict(scope, __reciprocal=flipped)
            return _enclose(ast.BinOp(left, ast.Mult(), ast.Name("__reciprocal", ast.Load())), inner)
        case ast.BinOp(left, ast.Pow(), ast.Constant(power)) if isinstance(power, int) and power > 0:
            a, b = _enclose(left, scope)
            ends = [_power(a, power), _power(b, power)]
            if power % 2 == 0 and not (a > 0 or b < 0):
                ends.append(arb(0))
            return _end(_least(ends), False), _end(-_least([-e for e in ends]), True)
        case ast.Call(ast.Name(word), [inner_node]) if word in _RISING:
            a, b = _enclose(inner_node, scope)
            return _end(ball(f"{word}(x)", x=a), False), _end(ball(f"{word}(x)", x=b), True)
    raise ArithmeticError(f"no interval for {ast.unparse(node)}")


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


# ---- limits ----------------------------------------------------------------------------------


@cache
def limit(curve: Curve, line: str, right: bool) -> arb:
    """The limit of a settled line at an infinity, by algebra, as a ball (perhaps infinite)."""
    import sympy as sp

    expression = algebra(line)
    settings = {symbol: sp.Rational(curve.parameters[symbol.name]) for symbol in expression.free_symbols if symbol.name in curve.parameters}
    value = sp.limit(expression.subs(settings), x_symbol(), sp.oo if right else -sp.oo)
    if value in (sp.oo, -sp.oo):
        return arb.pos_inf() if value == sp.oo else arb.neg_inf()
    if not value.is_number or value.is_finite is False:
        raise ArithmeticError(f"no limit found for {line}")
    return _number(value)


def _number(value: Any) -> arb:
    import sympy as sp

    if value.is_Rational:
        return exact(Fraction(int(value.p), int(value.q)))
    if value.has(sp.Float):
        raise ArithmeticError(f"the limit {value} is not exact")
    return _arb(ball(str(value)))


# ---- the analysis ----------------------------------------------------------------------------


class Point(NamedTuple):
    """A candidate for an extreme value: where (None for a limit at infinity) and how large."""

    x: arb | None
    y: arb
    attained: bool


@dataclass(frozen=True)
class Analysis:
    """All that the signs of f' and f'' say about a curve."""

    heights: list[Point]  # f at critical points, kinks and infinities
    slopes: list[Point]  # f' at inflections, kinks and infinities
    inflections: list[arb]
    rises: bool  # f' >= 0 everywhere
    falls: bool
    tail_slopes: tuple[arb, arb]  # limits of f' at -inf and +inf
    flat: tuple[bool, bool]  # whether f is constant on the outer piece
    core: int
    inequalities: tuple[str, str]


@cache
@flint.ctx.workprec(PRECISION)
def analyse(curve: Curve) -> Analysis:
    """Find every extremum of f and of f', or refuse."""
    for piece in curve.pieces():
        _agree(curve, piece)
    reasons = []
    for radius in CORES:
        try:
            return _analyse(curve, radius)
        except ArithmeticError as error:
            reasons.append(f"R = {radius}: {error}")
    raise ArithmeticError(f"{curve.formula}: nothing proved ({'; '.join(reasons)})")


def _agree(curve: Curve, piece: Piece) -> None:
    """At a few points, the lines given as derivatives are what a power series of the formula says they are.

    The branches settled for the piece must hold there too: a kink that the record does not name shows here.
    """
    low, high = piece
    start = low if low is not None else high if high is not None else exact(0)
    steps = [exact(Fraction(n, 7)) for n in (1, 5, 11, 31, 95)]
    if low is not None and high is not None:
        points = [low + (high - low) * step / 14 for step in steps]
    else:
        points = [start + step for step in steps if high is None] + [start - step for step in steps if low is None]
    for x in points:
        for line, truth in zip((curve.formula, curve.derivative, curve.second), jet(curve.formula, x, 2, **curve.values()), strict=True):
            if not _arb(curve.at(curve.on(line, piece), x)).overlaps(truth):
                raise ArithmeticError(f"{curve.formula}: at x = {float(x):.6g} the line {line!r} is not what its power series says")


def _analyse(curve: Curve, radius: int) -> Analysis:
    heights: list[Point] = []
    slopes: list[Point] = []
    inflections: list[arb] = []
    signs: set[int] = set()
    tails: dict[bool, arb] = {}
    flats: dict[bool, bool] = {}
    said: dict[bool, str] = {}
    low_end, high_end = -exact(Fraction(radius * 7 + 1, 7)), exact(Fraction(radius * 11 + 1, 11))
    for piece in curve.pieces():
        f, d1, d2 = (curve.on(line, piece) for line in (curve.formula, curve.derivative, curve.second))
        inner_low, inner_high = low_end if piece[0] is None else piece[0], high_end if piece[1] is None else piece[1]
        middle = ((inner_low + inner_high) / 2).mid()
        straight = _is_zero(d2, curve)
        if straight:  # f is affine here
            slope = curve.at(d1, middle)
            slope = exact(slope) if isinstance(slope, int) else slope
            signs.add(0 if slope == 0 else 1 if slope > 0 else -1)
            slopes.append(Point(middle, slope, True))
            if slope == 0:
                heights.append(Point(middle, _arb(curve.at(f, middle)), True))
        else:
            turns = _zeros(curve, d2, None, inner_low, inner_high, piece)
            inflections += turns
            slopes += [Point(t, curve.at(d1, t), True) for t in turns]
            critical = _zeros(curve, d1, d2, inner_low, inner_high, piece)
            heights += [Point(c, curve.at(f, c), True) for c in critical]
            cuts = [inner_low, *critical, inner_high]
            for a, b in zip(cuts, cuts[1:], strict=False):
                here = curve.at(d1, ((a + b) / 2).mid())
                signs.add(1 if here > 0 else -1 if here < 0 else _refuse(f"the sign of {d1} between its roots"))
        for end, right in ((piece[0], False), (piece[1], True)):
            edge = high_end if right else low_end
            if end is not None:  # a kink: one-sided slope and height
                slopes.append(Point(end, _arb(curve.at(d1, end)), straight))
                heights.append(
                    Point(end, _arb(curve.at(f, end)), not curve.jumps or bool(_arb(curve.at(f, end)).overlaps(_arb(curve.at(curve.formula, end.mid())))))
                )
                continue
            tails[right] = limit(curve, d1, right)
            flats[right] = straight and tails[right] == 0
            heights.append(Point(None, limit(curve, f, right), False))
            if straight:
                said[right] = "f'' = 0"
            else:
                bend = tail_sign(curve, d2, edge, right)
                if bend is None:
                    raise ArithmeticError(f"the factors of {d2} do not tell its sign beyond {float(edge):.3g}")
                said[right] = f"f'' {'>' if bend > 0 else '<'} 0"
                ends = {1 if v > 0 else -1 if v < 0 else 0 if v == 0 else _refuse(f"the sign of {d1} in a tail") for v in (curve.at(d1, edge), tails[right])}
                if {1, -1} <= ends:
                    raise ArithmeticError(f"{d1} changes sign in a tail")
                signs |= ends - {0}
            slopes.append(Point(None, tails[right], straight))
    return Analysis(
        heights,
        slopes,
        sorted(inflections, key=float),
        -1 not in signs,
        1 not in signs,
        (tails[False], tails[True]),
        (flats[False], flats[True]),
        radius,
        (said[False], said[True]),
    )


def _zeros(curve: Curve, line: str, slope: str | None, low: arb, high: arb, piece: Piece) -> list[arb]:
    """Roots inside a piece. At a kink the line may vanish: step off it by a little, where its slope settles the sign."""
    shift = exact(Fraction(1, 2**40))
    a, b = (low + shift if piece[0] is not None else low), (high - shift if piece[1] is not None else high)
    for end, moved in ((low, a), (high, b)):
        if end is not moved:
            strip = end.union(moved)
            if not _arb(curve.at(line, strip)).contains(0):
                continue
            here, beside = (_arb(curve.at(line, p)) for p in (end, moved))
            monotone = not jet(line, strip, 1, **curve.values())[1].contains(0)
            if not (monotone and (here == 0 or here * beside > 0)):
                raise ArithmeticError(f"{line}: no sign beside the kink at {float(end):.6g}")
    return roots(curve, line, slope, a.mid(), b.mid())


def _is_zero(line: str, curve: Curve) -> bool:
    return bool(algebra(line) == 0)


def _arb(value: Any) -> arb:
    return value if isinstance(value, arb) else exact(value)


def _refuse(what: str) -> int:
    raise ArithmeticError(f"cannot settle {what}")


def _extreme(points: list[Point], largest: bool) -> Point:
    """The largest (or smallest) of the candidates; an attained one wins a tie with a limit. It has no x where several tie."""
    sign = 1 if largest else -1
    rivals = [p for p in points if not any(sign * q.y > sign * p.y for q in points)]
    reached = [p for p in rivals if p.attained]
    exact_tie = all(p.y.is_exact() or not p.y.is_finite() for p in rivals)
    if reached and len(reached) < len(rivals) and not exact_tie:
        raise ArithmeticError("two candidates for an extreme value cannot be told apart")
    best = reached or rivals
    x, y, attained = best[0]
    for rival in best[1:]:
        y = y if y == rival.y else y.union(rival.y)  # whichever is larger, it lies in here
        x = x if x is not None and rival.x is not None and x.overlaps(rival.x) else None
    return Point(x, y, attained)


# ---- moments ---------------------------------------------------------------------------------

REACH = 24  # beyond it a standard normal holds less than 1e-125


@flint.ctx.workprec(PRECISION)
def moment(curve: Curve, line: str, power: int) -> arb:
    """E line(Z)^power for standard normal Z: certified quadrature on [-24, 24] plus a bound for the tails."""
    if _is_zero(line, curve):
        return arb(0)
    total = acb(0)
    for piece in curve.pieces():
        settled = curve.on(line, piece)
        low = -arb(REACH) if piece[0] is None else piece[0]
        high = arb(REACH) if piece[1] is None else piece[1]

        def integrand(z: acb, flag: bool, settled: str = settled) -> acb:
            with analytic(flag):
                return acb(curve.at(settled, z)) ** power * acb(ball("phi(x)", x=z))

        total += acb.integral(integrand, low, high)
    study = analyse(curve)
    # |f(x)| <= a + L|x| and |f'| <= L, so each tail of f^2 phi is at most (a + L)^2 (T + 1) phi(T). With jumps at k,
    # |f(x)| <= |f(k)| + L|k| + L|x| from either side of the last k; a sum over all candidates is more than enough.
    steepest = _extreme([Point(p.x, abs(p.y), p.attained) for p in study.slopes], True).y
    size = abs(_arb(curve.at(curve.formula, arb(0))))
    if curve.jumps:
        size = sum((abs(p.y) + steepest * abs(p.x) for p in study.heights if p.x is not None), size)
    bound = 2 * (size + steepest + 1) ** 2 * (REACH + 1) * ball("phi(x)", x=arb(REACH))
    return total.real + arb(0, bound.upper())


# ---- what a page may ask for -----------------------------------------------------------------

BY_SIGN = Words(
    "球算術，以正負號隔離$f'$與$f''$的每個根，再由$f''$的正負號封住兩端",
    "ball arithmetic, with every root of $f'$ and $f''$ isolated by sign and the tails closed by the sign of $f''$",
)
BY_QUADRATURE = Words(f"在$|x|\\le {REACH}$經認證的數值積分，加上其餘部分的上界", f"certified quadrature on $|x| \\le {REACH}$ plus a bound for the rest")
BY_SYMMETRY = Words("奇函數的兩側互相抵消", "an odd function: the two sides cancel")
BY_LIMIT = Words("代數求得的極限，並由該端$f''$的正負號保證單調趨近", "a limit found by algebra, approached monotonically in the tail by the sign of $f''$")


@flint.ctx.workprec(PRECISION)
def facts(f: Activation) -> dict[str, Fact]:
    """Every fact about an elementwise function at its default parameters, by name."""
    curve = Curve.of(f)
    study = analyse(curve)
    found: dict[str, Fact] = {}
    for name, points, largest in (
        ("lower", study.heights, False),
        ("upper", study.heights, True),
    ):
        point = _extreme(points, largest)
        found[name] = Fact(point.y, BY_SIGN if point.attained else BY_LIMIT)
        if point.attained and point.x is not None and not any(study.flat) and not curve.jumps:
            word = "maximum" if largest else "minimum"
            found[f"{word}.x"], found[f"{word}.y"] = Fact(point.x, BY_SIGN), Fact(point.y, BY_SIGN)
    if curve.jumps:
        found["steepest"] = Fact(arb.pos_inf(), Words("在跳躍處沒有界", "unbounded at the jump"))
    else:
        steepest = _extreme([Point(p.x, abs(p.y), p.attained) for p in study.slopes], True)
        found["steepest"] = Fact(steepest.y, BY_SIGN if steepest.attained else BY_LIMIT)
        if steepest.attained and steepest.x is not None and any(steepest.x is t for t in study.inflections):
            found["steepest.x"] = Fact(steepest.x, BY_SIGN)
    for number, point_x in enumerate(study.inflections, 1):
        found[f"inflection{number}.x"] = Fact(point_x, BY_SIGN)
    found["slope.left"], found["slope.right"] = (Fact(s, BY_LIMIT) for s in study.tail_slopes)
    odd = parity(f) == "odd"
    found["mean"] = Fact(arb(0), BY_SYMMETRY) if odd else Fact(moment(curve, curve.formula, 1), BY_QUADRATURE)
    found["second_moment"] = Fact(moment(curve, curve.formula, 2), BY_QUADRATURE)
    found["slope_mean"] = Fact(moment(curve, curve.derivative, 1), BY_QUADRATURE)
    found["slope_moment"] = Fact(moment(curve, curve.derivative, 2), BY_QUADRATURE)
    second = found["second_moment"].ball
    found["gain"] = Fact(1 / second.sqrt(), BY_QUADRATURE)
    found["chi"] = Fact(found["slope_moment"].ball / second, BY_QUADRATURE)
    return found


@flint.ctx.workprec(PRECISION)
def traits(f: Activation) -> dict[str, Any]:
    """What is no number: attained bounds, monotonicity, saturation on each side, parity."""
    curve = Curve.of(f)
    study = analyse(curve)
    steepest = None if curve.jumps else _extreme([Point(p.x, abs(p.y), p.attained) for p in study.slopes], True)
    left, right = ("hard" if flat else "soft" if slope == 0 else "none" for flat, slope in zip(study.flat, study.tail_slopes, strict=True))
    return {
        "lower_attained": _extreme(study.heights, False).attained,
        "upper_attained": _extreme(study.heights, True).attained,
        "steepest_attained": steepest is not None and steepest.attained,
        "monotone": study.rises or study.falls,
        "saturates_left": left,
        "saturates_right": right,
        "parity": parity(f),
        "core": study.core,
        "tails": list(study.inequalities),
    }


def parity(f: Activation) -> str:
    """odd or even by algebra, `neither` by a point where both fail; what looks odd or even unproved is refused."""
    import sympy as sp

    expression, x = algebra(f.formula), x_symbol()
    mirrored = expression.subs(x, -x)
    curve = Curve.of(f)
    there, here = (_arb(curve.at(f.formula, exact(p))) for p in (-1, 1))
    for name, sign in (("odd", -1), ("even", 1)):
        if there.overlaps(sign * here):
            if sp.simplify(mirrored - sign * expression) != 0:
                raise ArithmeticError(f"{f.formula} looks {name} at 1, and algebra does not prove it")
            return name
    return "neither"


# ---- digits ----------------------------------------------------------------------------------


def fractions(number: arb) -> tuple[Fraction, Fraction]:
    """The two ends of a ball, exactly: its lower() and upper() would round to the working precision."""
    middle, radius = (Fraction(int(m)) * Fraction(2) ** int(e) for m, e in (number.mid().man_exp(), number.rad().man_exp()))
    return middle - radius, middle + radius


def digits(number: arb, count: int = 4) -> str:
    """The number to `count` significant digits, as far as the ball settles them; an exact short one as it is.

    Raises ArithmeticError when the ball does not settle that many.
    """
    if not number.is_finite():
        if number not in (arb.pos_inf(), arb.neg_inf()):
            raise ArithmeticError(f"the ball {number} settles no digit")
        return "-inf" if number < 0 else "inf"
    low, high = fractions(number)
    if low == high and low.denominator == 1:
        return str(low.numerator)
    # A value that sits on a tie (0.50005 to four digits) is settled by one digit more, or two.
    for more in range(count, count + 3):
        first, second = _rounded(low, more), _rounded(high, more)
        if first == second:
            break
    else:
        raise ArithmeticError(f"the ball {number} does not settle {count} digits")
    if low == high and Fraction(first) == low and "e" not in first:
        return first.rstrip("0").rstrip(".")
    return first


def _rounded(value: Fraction, count: int) -> str:
    import decimal

    with decimal.localcontext(decimal.Context(prec=count + 40, rounding=decimal.ROUND_05UP)) as context:  # so that rounding twice is rounding once
        long = decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)
        context.prec, context.rounding = count, decimal.ROUND_HALF_EVEN
        short = +long
    if short == 0:
        return "0"
    if -5 <= short.adjusted() < max(count, 7):
        return f"{short:f}"
    return f"{short:.{count - 1}e}".replace("e+", "e")


def pack(number: arb) -> list[str]:
    """A ball as JSON: the exact midpoint and radius, mantissa and exponent each."""
    if not number.is_finite():
        return [digits(number)]
    return [str(int(part)) for end in (number.mid(), number.rad()) for part in end.man_exp()]


def unpack(packed: list[str]) -> arb:
    if len(packed) == 1:
        return arb.pos_inf() if packed[0] == "inf" else arb.neg_inf()
    m, e, rm, re = map(int, packed)
    return arb((m, e), (rm, re))


def packed(f: Activation) -> dict[str, Any]:
    """Facts and traits of one function, ready for JSON."""
    if f.mixes:
        return {"facts": {}, "traits": {}}
    return {
        "facts": {name: {"ball": pack(fact.ball), "proof": list(fact.proof)} for name, fact in facts(f).items()},
        "traits": traits(f),
    }
