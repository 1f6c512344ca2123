"""Test vectors: inputs worth trying, each with its value and derivatives to fifty digits that a ball certifies.

An input is a double. Which doubles are tried follows from the function itself: its formula's branches, the roots of
its value and of its derivatives, and the places where its results leave the range of a number format. Plain floating
point, which may miss one, says where about each lies; between which two doubles is certain, and so are the results.
"""

from __future__ import annotations

import ast
import math
import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import ROUND_05UP, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Any

import flint
import numpy as np
from flint import arb, arb_series

from activation_functions.activation import Activation
from mathematics.asymptotics import as_ball, limit
from mathematics.balls import exact
from mathematics.curve import Curve, settled
from mathematics.digits import fractions
from mathematics.formula import ball, jet, naive, names
from mathematics.words import VOCABULARY

DIGITS = 50
NOTHING = -400  # a result smaller than ten to this power is written 0: it is 0 in double precision and every shorter format
EVERYTHING = 9999  # a result larger than ten to this power is written Infinity: so it is in every number format
BITS = (320, 1280, 3840, 11520)

SUBNORMAL = {"float64": -1074, "float32": -149, "float16": -24}
NORMAL = {"float64": -1022, "float32": -126, "float16": -14}
LARGEST = {name: float(np.finfo(name).max) for name in SUBNORMAL}


# ---- where to look ---------------------------------------------------------------------------


def _both(case: str, *sizes: float) -> Iterator[tuple[float, str]]:
    yield from ((x, case) for size in sizes for x in (-size, size))


def inputs(f: Activation) -> dict[float, str]:
    """The doubles to try, each with the reason; the first reason given counts."""
    chosen: dict[float, str] = {}
    for x, case in _candidates(f):
        if math.isfinite(x):
            chosen.setdefault(x, case)
    return dict(sorted(chosen.items()))


def _candidates(f: Activation) -> Iterator[tuple[float, str]]:
    settings = {name: p.default for name, p in f.parameters.items()}
    yield 0.0, "zero"
    cuts = sorted({cut for gap in _gaps(f.formula) for cut in _crossings(lambda x, gap=gap: naive(gap, x=x, **settings), _certain(f, gap))})  # type: ignore[misc]
    for cut in cuts:
        yield cut, "at a branch"
    for cut in cuts:
        if cut:
            yield from ((math.nextafter(cut, end), "beside a branch") for end in (-math.inf, math.inf))
        yield from ((cut + step, "near a branch") for step in (-0.001, 0.001))
    lines = (("value", f, f.formula), ("derivative", f.derivative, f.derivative_formula), ("second derivative", f.second_derivative, f.second_formula))
    for order, curve, line in lines:
        for root in _crossings(curve, _certain(f, str(line))):
            if abs(root) > LEAST and root not in cuts:
                yield root, f"root of the {order}"
                yield from ((each, f"beside a root of the {order}") for each in (math.nextafter(root, math.inf), root - 0.001))
    yield from _both("subnormal", *(2.0**power for power in SUBNORMAL.values()), 3 * 2.0**-1030)
    yield from _both("smallest normal", *(2.0**power for power in NORMAL.values()))
    yield from _both("near zero", 1e-300, 1e-16, 2.0**-53, 1e-8, 0.001)
    yield from _both("plain", 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 8.0, 10.0)
    yield from _both("float32", *(float(np.float32(x)) for x in (0.7, math.pi, math.e, 7.3)))
    yield from _both("float64", 1 / 3, 6.1, 17.5)
    yield from _both("tail", 19.1, 36.7, 38.6, 89.0, 104.0, 350.0, 709.5, 745.2)
    for x in _leaving(f):
        yield from ((each, "edge of a number format") for each in (x, math.nextafter(x, -math.inf)))
    yield from _both("large", 1e5, 1e10, 1e100)
    yield from _both("largest", *LARGEST.values())


def _gaps(line: str) -> Iterator[str]:
    """What each branch of the formula compares with 0."""
    for node in ast.walk(ast.parse(line, mode="eval")):
        match node:
            case ast.Compare(left, _, [right]):
                yield f"({ast.unparse(left)}) - ({ast.unparse(right)})"
            case ast.Call(ast.Name("abs"), [inside]):
                yield ast.unparse(inside)
            case ast.Call(ast.Name("max" | "min"), [left, right]):
                yield f"({ast.unparse(left)}) - ({ast.unparse(right)})"


Line = Callable[[Any], Any]
Sign = Callable[[float], int]
GRID = np.linspace(-12, 12, 385) + 1 / 512  # no root worth its name lies on it
SIZES = np.concatenate([1.375 * 2.0 ** np.arange(-10, 1024), [LARGEST["float64"]]])

LEAST = 1e-9  # a root nearer to 0 is 0


def _crossings(curve: Line, sign: Sign, grid: Any = GRID) -> list[float]:
    """Doubles between which the sign changes (of each pair the left one), or where it is 0 on its way through.

    Plain arithmetic, whose last bits differ between processors, only says between which numbers of the grid to look; `sign` is certain.
    """
    with np.errstate(all="ignore"):
        signs = np.sign(np.broadcast_to(curve(grid), grid.shape))
    places = np.flatnonzero(signs[:-1] * signs[1:] < 0).tolist()
    return [_crossing(sign, float(grid[place]), float(grid[place + 1])) for place in places]


def _crossing(sign: Sign, low: float, high: float) -> float:
    """Halves the doubles from low to high, which are as many in each power of two, until two neighbours are left."""
    before, left, right = sign(low), _place(low), _place(high)
    while right - left > 1:
        middle = (left + right) // 2
        left, right = (middle, right) if sign(_double(middle)) == before else (left, middle)
    return _double(left) if sign(_double(right)) else _double(right)


def _place(x: float) -> int:
    """Where a double stands in the row of all doubles; 0 for 0."""
    bits: int = struct.unpack("<q", struct.pack("<d", abs(x)))[0]
    return -bits if x < 0 else bits


def _double(place: int) -> float:
    size: float = struct.unpack("<d", struct.pack("<q", abs(place)))[0]
    return -size if place < 0 else size


def _certain(f: Activation, line: str, less: float = 0.0) -> Sign:
    """The sign of a line of the function's, or of what its size is beyond `less`."""
    settings = _settings(f)

    def sign(x: float) -> int:
        for bits in BITS:
            with flint.ctx.workprec(bits):
                here = _real(ball(line, x=exact(x), **settings))
                here = abs(here) - exact(less) if less else here
            if here > 0 or here < 0 or here == 0:
                break
        return int(here > 0) - int(here < 0)  # 0 also where the rest is too small for thousands of bits, such as exp(-1e38)

    return sign


def _leaving(f: Activation) -> Iterator[float]:
    """Where the size of the value passes the largest or the smallest number of a format."""
    for side in (-1.0, 1.0):
        for end in (*LARGEST.values(), *(2.0**power for power in SUBNORMAL.values())):
            certain = _certain(f, f.formula, end)
            found = _crossings(lambda x, side=side, end=end: np.abs(f(side * x)) - end, lambda x, side=side, certain=certain: certain(side * x), SIZES)  # type: ignore[misc]
            yield from (side * x for x in found[:1])


# ---- results ---------------------------------------------------------------------------------


def decimal(number: arb) -> str | None:
    """Fifty significant digits, fewer where the number ends earlier, one or two more on a tie; None while the ball does not settle them."""
    if not number.is_finite():
        return None
    if number.abs_upper() < exact(10) ** NOTHING:
        return "0"
    if number.contains(0):
        return None
    if number.abs_lower() > exact(10) ** EVERYTHING:  # exp(1e10) has more digits than anybody can write down
        return "Infinity" if number > 0 else "-Infinity"
    if number.is_exact():
        low = high = fractions(number)[0]
    else:  # a radius such as exp(-1e10) is no fraction anybody can write down
        low, high = fractions(number + arb(0, abs(number) * exact(2) ** -256))
    for count in range(DIGITS, DIGITS + 3):
        first, second = _rounded(low, count), _rounded(high, count)
        if first == second:
            return _spelt_out(first, Fraction(first) == low == high)
    return None


def _rounded(value: Fraction, count: int) -> Decimal:
    wide = Context(count + 40, ROUND_05UP, Emin=-9999, Emax=9999)  # so that rounding twice is rounding once
    return Context(count, ROUND_HALF_EVEN, Emin=-9999, Emax=9999).plus(wide.divide(Decimal(value.numerator), Decimal(value.denominator)))


def _spelt_out(number: Decimal, ends: bool) -> str:
    """Plain from a hundred-thousandth up to twenty digits, beyond with an exponent; the zeros at the end stay unless the number ends there."""
    sign, figures, _ = number.as_tuple()
    digits, power = "".join(map(str, figures)), number.adjusted()
    digits = digits.rstrip("0") if ends else digits
    if not -5 <= power <= 20:
        text = f"{digits[0]}{'.' * (len(digits) > 1)}{digits[1:]}e{power}"
    else:
        digits = ("0" * -power + digits).ljust(power + 1, "0")
        whole = max(power, 0) + 1
        text = f"{digits[:whole]}{'.' * (len(digits) > whole)}{digits[whole:]}"
    return "-" * sign + text


def certified(compute: Callable[[], list[arb]]) -> list[str]:
    """The decimals of what `compute` gives, at the least precision that settles all of them."""
    for bits in BITS:
        with flint.ctx.workprec(bits):
            found = [decimal(number) for number in compute()]
        if None not in found:
            return [text for text in found if text is not None]
    raise ArithmeticError(f"{BITS[-1]} bits do not settle {DIGITS} digits")


def _settings(f: Activation) -> dict[str, arb]:
    return {name: exact(float(p.default)) for name, p in f.parameters.items()}


def _from_the_left(f: Activation, x: float) -> str:
    """The formula with its branches settled as they are just left of x."""
    parameters = tuple((name, str(Fraction(p.default))) for name, p in sorted(f.parameters.items()))
    with flint.ctx.workprec(2400):
        return settled(f.formula, exact(x) - exact(2) ** -1200, parameters)


def results(f: Activation, x: float, branch: bool = False) -> dict[str, Any]:
    """Value, derivatives and the derivatives by learned parameters at a double; where a branch of the formula begins, those of the left piece."""
    settings = _settings(f)
    line = _from_the_left(f, x) if branch else f.formula
    jumps = any(kink.jump and exact(x) == ball(kink.at, x=arb(0), **settings) for kink in f.kinks) if branch else False

    def compute() -> list[arb]:
        value, first, second = jet(line, exact(x), 2, **settings)[:3]
        here = _real(ball(f.formula, x=exact(x), **settings)) if jumps else value
        return [here, *((arb(0), arb(0)) if jumps else (first, second)), *(_by(line, x, settings, name) for name in _learned(f))]

    value, first, second, *rest = certified(compute)
    said: dict[str, Any] = {"value": value, "derivative": first, "second_derivative": second}
    return said | _by_parameters(dict(zip(_learned(f), rest, strict=True)))


def _learned(f: Activation) -> list[str]:
    return [name for name, p in f.parameters.items() if p.learned]


def _by_parameters(found: dict[str, str]) -> dict[str, Any]:
    return {"by_parameter": found} if found else {}


def _real(value: Any) -> arb:
    return value if isinstance(value, arb) else exact(value)


def _by(line: str, x: float, settings: dict[str, arb], name: str) -> arb:
    """The derivative by one parameter."""
    before = flint.ctx.cap
    flint.ctx.cap = 2
    try:
        series = ball(line, x=exact(x), **{**settings, name: arb_series([settings[name], 1])})
    finally:
        flint.ctx.cap = before
    coefficients = series.coeffs() if isinstance(series, arb_series) else []
    return coefficients[1] if len(coefficients) > 1 else arb(0)


# ---- one function ----------------------------------------------------------------------------


def spelt(x: float) -> dict[str, str]:
    """A double in hexadecimal, exactly, and in the fewest decimal digits that bring it back."""
    if math.isnan(x) or math.isinf(x):
        word = "NaN" if math.isnan(x) else "Infinity" if x > 0 else "-Infinity"
        return {"x": word, "x_decimal": word}
    mantissa, power = x.hex().split("p")
    return {"x": f"{mantissa.rstrip('0').rstrip('.') if '.' in mantissa else mantissa}p{power}", "x_decimal": repr(x)}


def vectors(f: Activation) -> list[dict[str, Any]]:
    """Every input with its results."""
    return list(_lines(f) if f.mixes else _points(f))


def _points(f: Activation) -> Iterator[dict[str, Any]]:
    for x, case in inputs(f).items():
        try:
            said = results(f, x, branch=x == 0 or case in ("at a branch", "beside a branch"))
        except (ArithmeticError, ValueError):
            if case not in ("large", "largest"):  # exp(1e100) is beyond Arb too
                raise
            continue
        yield from (spelt(each) | said | {"case": case} for each in ((-0.0, 0.0) if x == 0 else (x,)))
    yield from (spelt(math.inf if right else -math.inf) | _end(f, right) | {"case": "infinity"} for right in (False, True))
    orders = ("value", "derivative", "second_derivative")
    nothing: dict[str, Any] = dict.fromkeys(orders, "NaN")
    yield spelt(math.nan) | nothing | _by_parameters(dict.fromkeys(_learned(f), "NaN")) | {"case": "not a number"}


def _end(f: Activation, right: bool) -> dict[str, Any]:
    """The limits at an infinity, by algebra; NaN where there is none."""
    curve = replace(Curve.of(f), parameters={name: str(Fraction(p.default)) for name, p in f.parameters.items()})
    piece = curve.pieces()[-1 if right else 0]

    def said(line: str) -> str:
        try:
            found = limit(curve, curve.on(line, piece), right)
        except ArithmeticError:
            return "NaN"
        whole = as_ball(found)
        if not whole.is_finite():
            return "Infinity" if whole > 0 else "-Infinity"
        return certified(lambda: [as_ball(found)])[0]

    return {"value": said(curve.formula), "derivative": said(curve.derivative), "second_derivative": said(curve.second)}


# ---- functions that mix entries --------------------------------------------------------------

LINES: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("plain", (1.0, 2.0)),
    ("plain", (-0.75, 0.5, 2.0, -3.0)),
    ("plain", (0.1, -1.3, 0.7, 2.9, -4.1, 0.2)),
    ("equal entries", (0.5, 0.5, 0.5, 0.5)),
    ("close together", (1.0, 1.0 + 2.0**-52, 1.0 - 2.0**-53, 1.0 + 2.0**-30)),
    ("near zero", (1e-300, -1e-300)),
    ("near zero", (2.0**-1074, -(2.0**-1022), 1e-16, 0.25)),
    ("far from zero", (1000.25, 1001.0)),
    ("far from zero", (-100000.0, -99999.5, -100003.0, -99999.0)),
    ("far apart", (36.7, 0.0)),
    ("far apart", (0.0, -37.5, 38.25, 1.0)),
    ("far apart", (3.0, -89.0, 104.0, -5.0)),
    ("far apart", (2.0, 7.0, -745.2, 709.5)),
    ("far apart", (-1000.0, 1000.0)),
)
GRADIENT = (1.0, -0.5, 0.25, 2.0, -3.0, 0.125, 1.5, -1.0, 0.75, 4.0, -0.25, 0.5)


def _lines(f: Activation) -> Iterator[dict[str, Any]]:
    for case, x in LINES:
        count = int(len(x) * f.width) or 1
        g = GRADIENT[:count]
        if not f.width and len({*x}) < len(x):
            continue  # of several largest entries one gets the gradient, which is the code's own choice
        found = certified(lambda x=x, g=g, count=count: _of_a_line(f, [exact(entry) for entry in x], [exact(w) for w in g], count))  # type: ignore[misc]
        given = {name: {key: [spelt(entry)[key] for entry in numbers] for key in ("x", "x_decimal")} for name, numbers in (("x", x), ("g", g))}
        yield {
            **given["x"],
            "value": found[:count],
            "g": given["g"]["x"],
            "g_decimal": given["g"]["x_decimal"],
            "vjp": found[count:],
            "case": case,
        }


def _of_a_line(f: Activation, x: list[arb], g: list[arb], count: int) -> list[arb]:
    """The outputs, and the vector-Jacobian product."""
    known: dict[str, Any] = {"x": x, "n": len(x) // 2 if f.width == 0.5 else len(x), **_settings(f)}
    threshold = _threshold(f.where, known) if f.where else {}
    outputs = [_real(ball(f.formula, i=i, **known, **threshold)) for i in range(count)]
    known["f"] = outputs if f.width else outputs[0]
    pulled = [sum((w * _real(ball(f.jacobian, i=i, j=j, **known)) for i, w in enumerate(g)), arb(0)) for j in range(len(x))]
    return outputs + pulled


def _threshold(where: str, known: dict[str, Any]) -> dict[str, arb]:
    """The letter that the condition settles: Newton's steps find it, two certain signs enclose it."""
    left, right = where.split("==")
    (letter,) = names(left) - VOCABULARY.keys() - {"x", "n", "sum", "range", "j"}

    def excess(t: Any) -> Any:
        return ball(left, **known, **{letter: t}) - ball(right)

    # The excess is convex and falls: from far on the left, no step overshoots.
    at, before = -2 * max((abs(entry) for entry in known["x"]), key=float) - 2, flint.ctx.cap
    flint.ctx.cap = 2
    try:
        for _ in range(200):
            series = excess(arb_series([at, 1]))
            if not isinstance(series, arb_series):
                raise ArithmeticError(f"no threshold fulfils {where}")
            height, slope = [*series.coeffs(), arb(0)][:2]
            step = (height / slope).mid()
            at = (at - step).mid()
            if abs(step) < exact(2) ** (20 - flint.ctx.prec):
                break
    finally:
        flint.ctx.cap = before
    reach = exact(2) ** (40 - flint.ctx.prec)
    if not (excess(at - reach) > 0 > excess(at + reach)):
        raise ArithmeticError(f"no sign on both sides of the threshold in {where}")
    return {letter: at + arb(0, reach)}
