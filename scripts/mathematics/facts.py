"""Facts: numbers with a proof. Each is a ball that certainly holds the true value.

What a curve does is settled by `study`: where it bends, rises and falls. Expected values over a standard normal
variable come from certified quadrature. A closed form that a record states is checked, never trusted. What cannot
be settled is refused with an ArithmeticError; nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import flint
from flint import arb

from activation_functions.activation import Activation
from language.words import Words
from mathematics.analysis import PRECISION, Arc, Study, extreme, study
from mathematics.asymptotics import as_ball, asymptote
from mathematics.balls import exact
from mathematics.behaviour import Interval, constant, convexity, heights, inflections, level, smoothness, steepest, trend, turning_points, values
from mathematics.closed_forms import checked, expected, spread, vanishes
from mathematics.curve import Curve, as_arb
from mathematics.digits import pack
from mathematics.formula import x_symbol
from mathematics.moments import REACH, moment


@dataclass(frozen=True)
class Fact:
    """A ball and how it was proved. An infinite ball is a proved absence of a bound."""

    ball: arb
    proof: Words


# ---- parity ----------------------------------------------------------------------------------


def parity(f: Activation) -> str:
    """odd, even or neither: by algebra on each piece and its mirror image; `neither` by a point where both fail."""
    x, curve = x_symbol(), Curve.of(f)
    points = [exact(Fraction(n, 7)) for n in (1, 5, 11, 31, 95)]
    pieces = curve.pieces()
    ends = [tuple(None if cut is None else cut.number for cut in piece) for piece in pieces]
    mirrored = all(low is None if high is None else low == -high for (low, _), (_, high) in zip(ends, ends[::-1], strict=True))
    for name, sign in (("odd", -1), ("even", 1)):
        if not all(as_arb(curve.at(f.formula, -p)).overlaps(sign * as_arb(curve.at(f.formula, p))) for p in points):
            continue
        pairs = [
            (curve.algebra(curve.on(f.formula, here)), curve.algebra(curve.on(f.formula, there))) for here, there in zip(pieces, pieces[::-1], strict=True)
        ]
        if mirrored and all(vanishes(there.subs(x, -x) - sign * here) for here, there in pairs):
            cuts = [joint for joint in study(curve).joints if joint.agree == -1]  # what is said at a jump must be mirrored too
            if all(a.value == sign * b.value for a, b in zip(cuts, cuts[::-1], strict=True)):
                return name
        raise ArithmeticError(f"{f.id}: looks {name}, and algebra does not prove it")
    return "neither"


# ---- what a page may ask for -----------------------------------------------------------------

BY_SIGN = Words(
    "球算術，以正負號隔離$f'$與$f''$的每個根，再由$f''$的正負號封住兩端",
    "ball arithmetic, with every root of $f'$ and $f''$ isolated by sign and the tails closed by the sign of $f''$",
)
BY_QUADRATURE = Words(f"在$|x|\\le {REACH}$經認證的數值積分，加上其餘部分的上界", f"certified quadrature on $|x| \\le {REACH}$ plus a bound for the rest")
BY_SYMMETRY = Words("奇函數的兩側互相抵消", "an odd function: the two sides cancel")
BY_ODD_SLOPE = Words("偶函數的斜率是奇函數，兩側互相抵消", "the slope of an even function is odd: the two sides cancel")
BY_INTEGRAL = Words("以代數逐段積分，得到恰好是0", "integrated piece by piece by algebra, which gives exactly 0")
BY_LIMIT = Words("代數求得的極限，並由該端$f''$的正負號保證單調趨近", "a limit found by algebra, approached monotonically in the tail by the sign of $f''$")
BY_CORNER = Words(
    "球算術，以正負號隔離$f'$與$f''$的每個根；這個數是轉折點一側的斜率，在那一點沒有導數",
    "ball arithmetic, with every root of $f'$ and $f''$ isolated by sign; it is the slope on one side of a kink, where there is no derivative",
)
BY_ASYMPTOTE = Words("$f'(x)$的極限與$f(x)$減去這條線的極限，都由代數求得", "the limit of $f'(x)$, and that of $f(x)$ minus this line, both found by algebra")
BY_RUNS = Words(
    "以$f'$的根把實數線切成$f$嚴格單調的段，每段由兩端的正負號判定有一個零點或沒有",
    "the roots of $f'$ cut the line into stretches where $f$ is strictly monotone; the signs at its ends tell whether a stretch has one zero or none",
)
BY_RUNS_OF_THE_GAP = Words(
    "以$f'(x)=1$的根把實數線切成$f(x)-x$嚴格單調的段，每段由兩端的正負號判定有一個零點或沒有",
    "the roots of $f'(x) = 1$ cut the line into stretches where $f(x) - x$ is strictly monotone; the signs at its ends tell whether a stretch has one zero or none",
)
BY_JUMP = Words("在跳躍處沒有界", "unbounded at the jump")
BY_PERIOD = Words(
    "代數證明每隔一個週期都增加同一個數；一個週期裡只有一處最陡，所以沒有更短的週期",
    "by algebra, each period adds the same number; only one place in a period is the steepest, so no shorter period exists",
)
BY_ONE_PERIOD = Words(
    "球算術，在一個週期裡以正負號隔離$f'$與$f''$的每個根；其餘由週期性得到",
    "ball arithmetic, with every root of $f'$ and $f''$ within one period isolated by sign; the rest follows, as all repeats",
)
BY_CLIMB = Words("每個週期都增加同一個不是零的數", "each period adds the same number, which is not zero")


@flint.ctx.workprec(PRECISION)
def facts(f: Activation) -> dict[str, Fact]:
    """Every fact about an elementwise function at its default parameters, by name."""
    curve = Curve.of(f)
    known = study(curve)
    return _extremes(known) | _places(known) | _ends(known) | _moments(f, curve)


def _extremes(known: Study) -> dict[str, Fact]:
    """How low, how high, how steep."""
    found: dict[str, Fact] = {}
    by_sign = BY_SIGN if known.period is None else BY_ONE_PERIOD
    climbs = known.period is not None and known.climb != 0
    for name, word, largest in (("lower", "minimum", False), ("upper", "maximum", True)):
        point = extreme(heights(known), largest)
        found[name] = Fact(point.y, by_sign if point.attained else BY_CLIMB if climbs else BY_LIMIT)
        if point.attained and point.x is not None:
            found[f"{word}.x"], found[f"{word}.y"] = Fact(point.x, by_sign), Fact(point.y, by_sign)
    if any(joint.agree == -1 for joint in known.joints):
        found["steepest"] = Fact(arb.pos_inf(), BY_JUMP)
    else:
        place, y, attained = steepest(known)
        found["steepest"] = Fact(y, by_sign if attained else BY_LIMIT if place is None else BY_CORNER)
        if attained and place is not None and any(place is turn for turn in inflections(known)):
            found["steepest.x"] = Fact(place, by_sign)
    return found


def _places(known: Study) -> dict[str, Fact]:
    """Local extrema, inflections, roots and fixed points, numbered from left to right."""
    found: dict[str, Fact] = {}
    by_sign = BY_SIGN if known.period is None else BY_ONE_PERIOD
    turns = turning_points(known)
    for word, largest in (("minimum", False), ("maximum", True)):
        for number, point in enumerate((p for p, is_maximum in turns if is_maximum is largest and p.x is not None), 1):
            found[f"{word}{number}.x"], found[f"{word}{number}.y"] = Fact(as_arb(point.x), by_sign), Fact(point.y, by_sign)
    for word, places, proof in (
        ("inflection", inflections(known), by_sign),
        ("root", level(known, 0)[0], BY_RUNS),
        ("fixed", level(known, 1)[0], BY_RUNS_OF_THE_GAP),
    ):
        found |= {f"{word}{number}.x": Fact(place, proof) for number, place in enumerate(places, 1)}
    return found


def _ends(known: Study) -> dict[str, Fact]:
    """What f and its slope do towards both infinities, or over a period."""
    if known.period is not None:
        found = {"period": Fact(as_ball(known.period), BY_PERIOD), "climb": Fact(as_ball(known.climb), BY_PERIOD)}
        if known.climb != 0:
            rises = known.climb > 0
            for side, up in (("left", not rises), ("right", rises)):
                found[f"limit.{side}"] = Fact(arb.pos_inf() if up else arb.neg_inf(), BY_CLIMB)
        return found
    found = {}
    for side, arc, end in (("left", known.arcs[0], 0), ("right", known.arcs[-1], 1)):
        found[f"limit.{side}"], found[f"slope.{side}"] = Fact(arc.heights[end], BY_LIMIT), Fact(arc.slopes[end], BY_LIMIT)
        line = asymptote(known.curve, arc.lines[0], arc.lines[1], side == "right")
        if line:
            found[f"asymptote.{side}.slope"], found[f"asymptote.{side}.intercept"] = (Fact(as_ball(number), BY_ASYMPTOTE) for number in line)
    return found


def _moments(f: Activation, curve: Curve) -> dict[str, Fact]:
    """Expected values over a standard normal variable."""
    found: dict[str, Fact] = {}
    kind = parity(f)
    found["mean"] = Fact(arb(0), BY_SYMMETRY) if kind == "odd" else Fact(moment(curve, curve.formula, 1), BY_QUADRATURE)
    if found["mean"].ball.contains(0) and kind != "odd" and _mean_is_zero(curve):
        found["mean"] = Fact(arb(0), BY_INTEGRAL)
    found["second_moment"] = Fact(moment(curve, curve.formula, 2), BY_QUADRATURE)
    found["slope_mean"] = Fact(arb(0), BY_ODD_SLOPE) if kind == "even" else Fact(moment(curve, curve.derivative, 1), BY_QUADRATURE)
    found["slope_moment"] = Fact(moment(curve, curve.derivative, 2), BY_QUADRATURE)
    second = found["second_moment"].ball
    found["gain"] = Fact(1 / second.sqrt(), BY_QUADRATURE)
    found["chi"] = Fact(found["slope_moment"].ball / second, BY_QUADRATURE)
    return found


# ---- what is no number -----------------------------------------------------------------------


@flint.ctx.workprec(PRECISION)
def traits(f: Activation) -> dict[str, Any]:
    """Monotonicity, convexity, smoothness, saturation, parity, the range and other sets of numbers."""
    curve = Curve.of(f)
    known = study(curve)
    low, high = (extreme(heights(known), largest) for largest in (False, True))
    jumps = any(joint.agree == -1 for joint in known.joints)
    increasing, decreasing = trend(known)
    left, right = ("none", "none") if known.period is not None else (_saturation(known.arcs[end], end) for end in (0, -1))
    smooth, kind = smoothness(known), parity(f)
    return {
        "lower_attained": low.attained,
        "upper_attained": high.attained,
        "steepest_attained": not jumps and steepest(known).attained,
        "monotone": increasing != "no" or decreasing != "no",
        "increasing": increasing,
        "decreasing": decreasing,
        "convexity": convexity(known),
        "smoothness": smooth,
        "continuous": not jumps,
        "differentiable": smooth not in ("jump", "kink"),
        "bounded": bool(low.y.is_finite() and high.y.is_finite()),
        "saturates_left": left,
        "saturates_right": right,
        "parity": kind,
        "zero_centred": "odd" if kind == "odd" else "mean" if _mean_is_zero(curve) else "no",
        "range": [_packed(interval) for interval in values(known)],
        "zeros": [_packed(interval) for interval in level(known, 0)[1]],
        "fixed": [_packed(interval) for interval in level(known, 1)[1]],
        "flat": [_packed(interval) for interval in constant(known)],
        "periodic": "no" if known.period is None else "slope" if known.climb != 0 else "value",
        "repeats": _repeated(known),
        "core": known.core,
        "tails": known.tails,
    }


def _saturation(arc: Arc, end: int) -> str:
    """Towards an end, after Gulcehre et al.: hard where the slope is 0 from some point on, soft where it tends to 0."""
    slope = arc.slopes[end]
    return "none" if slope != 0 else "hard" if arc.bend == 0 else "soft"


def _mean_is_zero(curve: Curve) -> bool:
    """Whether E f(Z) is 0, by algebra: a ball around 0 alone proves nothing."""
    mean = expected(curve, curve.formula, 1)
    return mean is not None and vanishes(mean)


def _packed(interval: Interval) -> list[Any]:
    return [pack(interval.low), interval.low_closed, pack(interval.high), interval.high_closed]


def _repeated(known: Study) -> list[str]:
    """The kinds of places that come back in every period."""
    if known.period is None:
        return []
    found = ["inflection", "steepest"]
    if known.climb == 0:
        found += ["minimum", "maximum", "root"]
    if known.climb - known.period == 0:
        found.append("fixed")
    return found


BY_TREND = Words("由$f'$在每一段的正負號，以及跳躍的方向", "from the sign of $f'$ on every stretch, and the direction of every jump")
BY_BENDS = Words("由$f''$在每一段的正負號，以及斜率在每個轉折的變化", "from the sign of $f''$ on every stretch, and the change of slope at every kink")
BY_JETS = Words("比較每個接點兩側的冪級數，直到某一階導數不同", "from the power series on both sides of every joint, up to the first derivative that differs")
BY_TAILS = Words("由$f'$在兩端的極限；$f'$從某處起恆為0才算硬飽和", "from the limits of $f'$; hard means that $f'$ is 0 from some point on")
BY_MIRROR = Words(
    "以代數逐段比較$f(-x)$與$f(x)$；「皆非」則由一個反例證明", "algebra compares $f(-x)$ with $f(x)$ piece by piece; for neither, a counterexample"
)
BY_MEAN = Words("奇函數，或以代數證明$\\mathbb{E}f(Z)=0$", "an odd function, or $\\mathbb{E}f(Z) = 0$ by algebra")
BY_BLOCKS = Words(
    "連續的一段取遍兩端之間的每個值；再逐一加上跳躍處的值",
    "a continuous stretch takes every value between its extremes; the values at jumps are added one by one",
)
BY_CONSTANT = Words("在這些段上，代數給出常數", "algebra gives a constant on these stretches")
WHY = {
    "lower_attained": BY_SIGN,
    "upper_attained": BY_SIGN,
    "steepest_attained": BY_SIGN,
    "monotone": BY_TREND,
    "increasing": BY_TREND,
    "decreasing": BY_TREND,
    "convexity": BY_BENDS,
    "smoothness": BY_JETS,
    "continuous": BY_JETS,
    "differentiable": BY_JETS,
    "bounded": BY_SIGN,
    "saturates_left": BY_TAILS,
    "saturates_right": BY_TAILS,
    "parity": BY_MIRROR,
    "zero_centred": BY_MEAN,
    "range": BY_BLOCKS,
    "zeros": BY_CONSTANT,
    "fixed": BY_CONSTANT,
    "flat": BY_CONSTANT,
    "periodic": BY_PERIOD,
    "repeats": BY_PERIOD,
}


@flint.ctx.workprec(PRECISION)
def packed(f: Activation) -> dict[str, Any]:
    """Facts and traits of one function, ready for JSON, each with its proof."""
    if f.mixes:
        return {"facts": {}, "traits": {}, "why": {}}
    curve, known, said = Curve.of(f), facts(f), traits(f)
    balls = {name: fact.ball for name, fact in known.items()}
    stated = checked(curve, spread(f.closed, balls), balls)
    exact_ends = {}
    for name, (line, how) in stated.items():
        number = curve.algebra(line)
        if how == "algebra" and number.is_Rational:  # then the ball need not be wider than the number
            exact_ends[tuple(pack(balls[name]))] = balls[name] = as_ball(number)
    for kind in ("range", "zeros", "fixed", "flat"):
        for interval in said[kind]:
            for end in (0, 2):
                interval[end] = pack(exact_ends[tuple(interval[end])]) if tuple(interval[end]) in exact_ends else interval[end]
    periodic = said["periodic"] != "no"
    return {
        "facts": {
            name: {"ball": pack(balls[name]), "proof": list(fact.proof)} | ({"closed": stated[name]._asdict()} if name in stated else {})
            for name, fact in known.items()
        },
        "traits": said,
        "why": {trait: list(BY_ONE_PERIOD if periodic and proof is BY_SIGN else proof) for trait, proof in WHY.items() if periodic or proof is not BY_PERIOD},
    }
