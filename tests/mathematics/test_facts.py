"""Facts are proved: the code on trial agrees with them, and curves made to deceive the provers are found out or refused."""

import dataclasses
import itertools
import random
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import flint
import mpmath  # type: ignore[import-untyped]
import numpy as np
import pytest
import sympy as sp
from flint import arb
from numpy.typing import NDArray

from activation_functions import ALL, Activation, gelu, identity, relu, sigmoid, silu
from answers import names
from mathematics import facts
from mathematics.analysis import PRECISION, extreme, study
from mathematics.asymptotics import asymptote, limit
from mathematics.balls import exact
from mathematics.behaviour import convexity, heights, inflections, level, runs, slopes, smoothness, steepest, trend, turning_points, values
from mathematics.closed_forms import checked, expected
from mathematics.curve import Curve
from mathematics.digits import _rounded, digits, fractions, pack, unpack
from mathematics.formula import algebra, value, x_symbol
from mathematics.moments import moment
from mathematics.roots import roots

Points = NDArray[np.float64]
ELEMENTWISE = [f for f in ALL.values() if not f.mixes]
EACH = pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)


@pytest.fixture(autouse=True)
def _digits(_precision: None) -> Iterator[None]:
    with flint.ctx.workprec(PRECISION):
        yield


def said(name: str) -> dict[str, Any]:
    """Facts, traits and proofs as the pages get them."""
    answer: dict[str, Any] = names.answer(names.catalogue()[f"facts_{name}"])
    return answer


def known(name: str) -> dict[str, arb]:
    return {fact: unpack(each["ball"]) for fact, each in said(name)["facts"].items()}


def number(name: str, fact: str) -> float:
    return float(known(name)[fact])


def anywhere(x: Points, intervals: list[list[Any]], margin: float = 0.0) -> NDArray[np.bool_]:
    """Which points lie in one of the intervals of a trait; a positive margin keeps away from the ends."""
    found = np.zeros(len(x), bool)
    for low, low_closed, high, high_closed in intervals:
        a, b = float(unpack(low)) + margin, float(unpack(high)) - margin
        found |= (x > a) & (x < b) | (not margin) & (low_closed & (x == a) | high_closed & (x == b))
    return found


# ---- the stable code agrees ------------------------------------------------------------------
# Nothing here is written for one function: what the facts say is compared with the NumPy code, which knows no proofs.


@cache
def places(f: Activation) -> Points:
    """Many points, none closer than 1e-6 to a kink, an extremum, a root or an inflection."""
    special = [float(x) for fact, x in known(f.id).items() if fact.endswith(".x")] + [float(cut.x) for cut in Curve.of(f).cuts()]
    grid = np.unique(np.concatenate([np.linspace(-7.3, 7.1, 4001), np.linspace(-30.7, 30.9, 999), *(c + np.array([-1e-3, 1e-3]) for c in special)]))
    return grid[np.all(np.abs(grid[:, None] - np.array([*special, 1e9])) > 1e-6, axis=1)]


def changes(y: Points) -> int:
    """How often the sign changes, zeros and roundings to zero left out."""
    signs = np.sign(y[np.abs(y) > 1e-290])
    return int(np.count_nonzero(signs[1:] * signs[:-1] < 0))


@EACH
def test_bounds_hold_at_points(f: Activation) -> None:
    x = np.concatenate([places(f), [-1e300, -1e9, 1e9, 1e300, -1e-9, 1e-9]])
    with np.errstate(over="ignore"):
        y, slope = f(x), np.abs(f.derivative(x))
    low, high = number(f.id, "lower"), number(f.id, "upper")
    assert np.all(y >= low - 1e-12 * abs(low) if np.isfinite(low) else True)
    assert np.all(y <= high + 1e-12 * abs(high) if np.isfinite(high) else True)
    assert np.all(slope <= number(f.id, "steepest") * (1 + 1e-12))
    rounded = [[interval[0], True, interval[2], True] for interval in said(f.id)["traits"]["range"]]  # far out the code rounds to an end
    assert np.all(anywhere(y, rounded) | anywhere(y * (1 + 1e-12), rounded) | anywhere(y * (1 - 1e-12), rounded))


@EACH
def test_bounds_are_reached_or_approached(f: Activation) -> None:
    """No bound is idle: with far points, extrema and both sides of each kink at hand, the code comes close to every end of the range."""
    cuts = [float(cut.x) for cut in Curve.of(f).cuts()]
    x = np.concatenate([places(f), np.geomspace(-1e150, -1, 200), np.geomspace(1, 1e150, 200), cuts, np.nextafter(cuts, -9), np.nextafter(cuts, 9)])
    x = np.concatenate([x, [float(at) for fact, at in known(f.id).items() if fact.endswith(".x")]])
    y, slope = f(x), np.abs(f.derivative(x))
    traits = said(f.id)["traits"]
    for end in (unpack(interval[side]) for interval in traits["range"] for side in (0, 2)):
        assert np.min(np.abs(y - float(end))) < 1e-9 if end.is_finite() else np.any(y * (1 if end > 0 else -1) > 1e6)
    highest = number(f.id, "steepest")
    assert slope.max() > highest * (1 - 1e-9) if np.isfinite(highest) else slope.max() > 1e6 or not traits["continuous"]


@EACH
def test_every_turn_is_told(f: Activation) -> None:
    """Extrema, roots, fixed points and inflections are as many as the code changes its signs."""
    x, facts_, traits = places(f), known(f.id), said(f.id)["traits"]
    if traits["periodic"] != "no":
        period = float(facts_["period"])
        x = x[(x > -period / 2 + period / 37) & (x < period / 2 + period / 37)]
    stretches = {
        stem: [x for interval in traits[trait] for x in (0, 2) if unpack(interval[x]).is_finite()] for stem, trait in (("root", "zeros"), ("fixed", "fixed"))
    }
    if not traits["continuous"] or any(stretches.values()):
        return  # whole stretches and jumps: the next tests look at them
    for stems, y in ((("minimum", "maximum"), f.derivative(x)), (("root",), f(x)), (("fixed",), f(x) - x)):
        found = [x for fact, x in facts_.items() if fact[-2:] == ".x" and fact.rstrip(".x").rstrip("0123456789") in stems and fact[-3].isdigit()]
        crossings = changes(np.where(np.abs(y) < 1e-12, 0.0, y))
        touching = sum(1 for at in found if changes(np.interp([float(at) - 1e-3, float(at) + 1e-3], x, y)) == 0) if stems[0] in ("root", "fixed") else 0
        assert crossings == len(found) - touching, stems
    if traits["differentiable"]:
        bend = f.second_derivative(x)
        assert changes(np.where(np.abs(bend) < 1e-250, 0.0, bend)) == sum(fact.startswith("inflection") for fact in facts_)


@EACH
def test_places_are_what_they_are_called(f: Activation) -> None:
    """At each named place the code shows what the name says."""
    for fact, ball in known(f.id).items():
        x, step = float(ball), 1e-4
        left, right = x - step, x + step
        match fact.rstrip("0123456789.xy"), fact[-1]:
            case "root", "x":
                assert abs(f(x)) < 1e-15 * max(1.0, abs(f.derivative(x)))
            case "fixed", "x":
                assert f(x) == pytest.approx(x, rel=1e-14, abs=1e-300)
            case "minimum", "x":
                assert min(f(left), f(right)) > f(x)
            case "maximum", "x":
                assert max(f(left), f(right)) < f(x)
            case "inflection", "x":
                assert f.second_derivative(left) * f.second_derivative(right) < 0
            case "minimum" | "maximum", "y":
                assert f(number(f.id, fact[:-1] + "x")) == pytest.approx(x, rel=1e-14, abs=1e-300)
    if "steepest.x" in known(f.id):
        assert abs(f.derivative(number(f.id, "steepest.x"))) == pytest.approx(number(f.id, "steepest"), rel=1e-14)


@EACH
def test_trends_and_bends(f: Activation) -> None:
    """Monotone, convex, bounded: as steps and chords of the code show."""
    x, traits = places(f), said(f.id)["traits"]
    y = f(x)
    rounding = 1e-13 * np.maximum(np.abs(y[1:]), np.abs(y[:-1]))
    up, down = np.any(np.diff(y) > rounding), np.any(np.diff(y) < -rounding)
    assert (traits["increasing"] != "no", traits["decreasing"] != "no") == (not down, not up)
    assert traits["monotone"] == (not (up and down))
    dull = np.any(f.derivative(x) == 0) and bool(traits["flat"])
    if traits["monotone"]:
        assert (traits["increasing"] if up else traits["decreasing"]) == ("weakly" if dull else "strictly")
    grid = np.linspace(-6.03, 6.05, 2001)
    heights_ = f(grid)
    turn = heights_[2:] - 2 * heights_[1:-1] + heights_[:-2]
    bend = 1e-13 * np.maximum(1.0, np.abs(heights_[1:-1]))
    above, below = bool(np.any(turn > bend)), bool(np.any(turn < -bend))
    assert {(False, False): "affine", (True, False): "convex", (False, True): "concave", (True, True): "neither"}[above, below] == traits["convexity"]


@EACH
def test_stretches(f: Activation) -> None:
    """Whole stretches of zeros, of fixed points and of constants: exact inside, and no longer than told."""
    traits = said(f.id)["traits"]
    cuts = np.array([float(cut.x) for cut in Curve.of(f).cuts()])
    x = np.unique(np.concatenate([places(f), cuts]))
    y, slope = f(x), f.derivative(x)
    straight = f.second_derivative(x) == 0  # for where a curve hugs x too closely for the digits, its bend still tells
    for trait, stem, holds in (("zeros", "root", y == 0), ("fixed", "fixed", np.abs(y - x) <= 4e-16 * np.abs(x)), ("flat", "", slope == 0)):
        assert np.all(holds[anywhere(x, traits[trait], 1e-7 if trait == "flat" else 0.0)]), trait
        isolated = [float(place) for fact, place in known(f.id).items() if stem and fact.startswith(stem)]
        outside = ~anywhere(x, traits[trait]) & (np.abs(x) < 5) & ~np.isin(x, isolated if stem else cuts)
        assert not np.any((holds & straight)[outside]), trait


@EACH
def test_smoothness_at_the_cuts(f: Activation) -> None:
    """The code, a hair to the left and to the right of every kink."""
    traits = said(f.id)["traits"]
    step = 1e-9
    orders = []
    for cut in (float(cut.x) for cut in Curve.of(f).cuts()):
        jumps = [abs(way(cut + step) - way(cut - step)) > 1e-6 for way in (f, f.derivative, f.second_derivative)]
        orders.append(next((order - 1 for order, jump in enumerate(jumps) if jump), 2))
    worst = min(orders, default=None)
    assert traits["smoothness"] in {None: ("smooth",), -1: ("jump",), 0: ("kink",), 1: ("C1",)}.get(worst, ("C2", "C3", "C4", "smooth"))
    assert traits["continuous"] == (worst != -1)
    assert traits["differentiable"] == (worst is None or worst > 0)


@EACH
def test_what_happens_far_out(f: Activation) -> None:
    """Limits, asymptotes, saturation: the code at a thousand and beyond, and at infinity itself."""
    facts_, traits = known(f.id), said(f.id)["traits"]
    for side, toward in (("left", -1.0), ("right", 1.0)):
        end = f(toward * np.inf)
        if f"limit.{side}" not in facts_:
            assert np.isnan(end)
            continue
        assert end == pytest.approx(float(facts_[f"limit.{side}"]), rel=1e-15)
        if f"slope.{side}" not in facts_:
            assert traits["periodic"] == "slope"
            continue
        slope = float(facts_[f"slope.{side}"])
        assert f.derivative(toward * np.inf) == pytest.approx(slope, rel=1e-15)
        wave = f.derivative(toward * np.geomspace(12, 1e8, 300))
        assert traits[f"saturates_{side}"] == ("none" if slope else "hard" if not np.any(wave) and traits["flat"] else "soft")
        x = toward * 1e6
        if f"asymptote.{side}.slope" in facts_:
            line = float(facts_[f"asymptote.{side}.slope"]) * x + float(facts_[f"asymptote.{side}.intercept"])
            assert f(x) == pytest.approx(line, rel=1e-9, abs=1e-5)
        else:
            with np.errstate(invalid="ignore"):
                assert not abs(f(2 * x) - 2 * f(x)) <= 1.0  # no line, whatever its slope
    if traits["periodic"] != "no":
        points = places(f)
        assert np.allclose(f(points + float(facts_["period"])), f(points) + float(facts_["climb"]), rtol=0, atol=1e-12)


@EACH
def test_mirror_images(f: Activation) -> None:
    x, traits = places(f), said(f.id)["traits"]
    here, there = f(x), f(-x)
    rounding = 1e-13 * np.maximum(1, np.abs(here))
    parity = "odd" if np.all(np.abs(here + there) <= rounding) else "even" if np.all(np.abs(here - there) <= rounding) else "neither"
    assert traits["parity"] == parity
    centred = abs(number(f.id, "mean")) == 0
    assert traits["zero_centred"] == ("odd" if parity == "odd" else "mean" if centred else "no")
    assert traits["bounded"] == bool(np.isfinite([number(f.id, "lower"), number(f.id, "upper")]).all())


@EACH
def test_moments_by_plain_quadrature(f: Activation) -> None:
    """Gauss-Legendre on short panels, cut at the kinks, of the stable code."""
    nodes, weights = np.polynomial.legendre.leggauss(40)
    cuts = np.unique(np.concatenate([np.arange(-12.0, 12.5, 0.5), [float(cut.x) for cut in Curve.of(f).cuts()]]))
    half = np.diff(cuts)[:, None] / 2
    x = (cuts[:-1, None] + half) + half * nodes
    weight = half * weights * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    y, slope = f(x), f.derivative(x)
    found = {"mean": y, "second_moment": y * y, "slope_mean": slope, "slope_moment": slope * slope}
    for fact, integrand in found.items():
        assert number(f.id, fact) == pytest.approx(float((integrand * weight).sum()), rel=1e-12, abs=1e-13), fact
    second = number(f.id, "second_moment")
    assert number(f.id, "gain") == pytest.approx(second**-0.5, rel=1e-14)
    assert number(f.id, "chi") == pytest.approx(number(f.id, "slope_moment") / second, rel=1e-14)


@EACH
def test_everything_said_has_a_proof_in_both_languages(f: Activation) -> None:
    answer = said(f.id)
    assert set(answer["why"]) >= set(answer["traits"]) - {"core", "tails", "periodic", "repeats"}
    for proof in [*answer["why"].values(), *(fact["proof"] for fact in answer["facts"].values())]:
        assert len(proof) == 2
        assert all(proof)


# ---- closed forms ----------------------------------------------------------------------------


@EACH
def test_stated_forms_are_told_with_how_they_were_checked(f: Activation) -> None:
    told = {fact: each["closed"] for fact, each in said(f.id)["facts"].items() if "closed" in each}
    assert told.items() >= {fact: {"formula": line, "how": told[fact]["how"]} for fact, line in f.closed.items()}.items()
    settings = {name: sp.Rational(repr(p.default)) for name, p in f.parameters.items()}
    for fact, form in told.items():
        assert form["how"] in ("algebra", "digits")
        assert form["how"] == "algebra" or fact in (
            "mean",
            "second_moment",
            "slope_mean",
            "slope_moment",
            "gain",
            "chi",
            *(["upper"] if f.id == "clipped_gelu" else []),  # algebra has no name for the place where GELU is 10
        )  # any other place or height is proved
        line = algebra(form["formula"]).subs({sp.Symbol(name, positive=True): setting for name, setting in settings.items()})
        assert abs(exact(str(sp.N(line, 45))) - known(f.id)[fact]) < arb(10) ** -40 * max(1, abs(number(f.id, fact)))  # by another library


WRONG: dict[str, tuple[Activation, dict[str, str], str]] = {
    "another number": (gelu, {"second_moment": "1 / 3 + 1 / (3 * sqrt(3) * pi)"}, "second_moment is not"),
    "off in the fortieth digit": (sigmoid, {"mean": "1 / 2 + 10**-40"}, "mean is not"),
    "another branch": (silu, {"minimum.x": "-1 - lambertw(exp(-1) / 2)"}, "minimum.x is not"),
    "the other inflection": (gelu, {"inflection1.x": "sqrt(2)"}, "inflection1.x is not"),
    "a fact there is none of": (relu, {"minimum.x": "0"}, "there is no such fact"),
    "an infinity": (relu, {"upper": "10**400"}, "upper is not"),
}


@pytest.mark.parametrize(("f", "stated", "why"), WRONG.values(), ids=WRONG)
def test_a_wrong_closed_form_is_refused(f: Activation, stated: dict[str, str], why: str) -> None:
    with pytest.raises(ArithmeticError, match=why):
        facts.packed(dataclasses.replace(f, closed=stated))


NEARLY = {  # not the number, though fifty digits agree
    "a moment": (gelu, "mean", "1 / (2 * sqrt(pi)) + 10**-60"),
    "a place": (silu, "minimum.x", "-1 - lambertw(exp(-1)) + 10**-60"),
    "a height": (silu, "minimum.y", "-lambertw(exp(-1)) + 10**-60"),
    "a bound that is a limit": (sigmoid, "upper", "1 - 10**-60"),
    "a limit": (gelu, "slope.right", "1 + 10**-60"),
    "a ratio": (relu, "gain", "sqrt(2) + 10**-60"),
    "a slope": (sigmoid, "steepest", "1 / 4 + 10**-60"),
}


@pytest.mark.parametrize(("f", "fact", "line"), NEARLY.values(), ids=NEARLY)
def test_what_agrees_is_not_yet_proved(f: Activation, fact: str, line: str) -> None:
    balls = {name: arb(each.ball.mid(), arb(10) ** -58) for name, each in facts.facts(f).items() if each.ball.is_finite()}
    assert checked(Curve.of(f), {fact: line}, balls)[fact].how == "digits"


def test_expected_values_by_algebra() -> None:
    """Against certified quadrature, wherever the algebra knows the terms."""
    told = 0
    for f in ELEMENTWISE:
        curve = Curve.of(f)
        for line, power in itertools.product((curve.formula, curve.derivative), (1, 2)):
            found = expected(curve, line, power)
            if found is not None:
                told += 1
                fact = f"slope_{'mean' if power == 1 else 'moment'}" if line == curve.derivative else "mean" if power == 1 else "second_moment"
                assert abs(exact(str(sp.N(found, 45))) - known(f.id)[fact]) < arb(10) ** -40, (f.id, line, power)
    assert told > 2 * len(ELEMENTWISE)
    assert expected(Curve("exp(x**2)", "2 * x * exp(x**2)", "(2 + 4 * x**2) * exp(x**2)"), "exp(x**2)", 1) is None  # an integral that does not exist


def test_the_bottom_of_gelu_by_another_library() -> None:
    with mpmath.workdps(60):
        x = mpmath.findroot(lambda t: mpmath.ncdf(t) + t * mpmath.npdf(t), -0.75)
        y = x * mpmath.ncdf(x)
        expected_ = mpmath.nstr(x, 50, strip_zeros=False), mpmath.nstr(y, 50, strip_zeros=False)
    assert tuple(digits(known("gelu")[fact], 50) for fact in ("minimum.x", "minimum.y")) == expected_


def test_moments_by_another_library() -> None:
    with mpmath.workdps(40):
        for name in ("sigmoid", "tanh", "softplus", "silu"):
            line = sp.lambdify(x_symbol(), algebra(ALL[name].formula).subs(sp.Symbol("beta", positive=True), 1), "mpmath")
            second = mpmath.quad(lambda t, line=line: line(t) ** 2 * mpmath.npdf(t), [-20, -5, 0, 5, 20])
            assert abs(exact(mpmath.nstr(second, 35)) - known(name)["second_moment"]) < arb(10) ** -30


# ---- limits ----------------------------------------------------------------------------------


@pytest.mark.parametrize("right", [False, True])
@EACH
def test_limits_are_those_of_another_algebra(f: Activation, right: bool) -> None:
    """SymPy's own limit, which takes its time."""
    curve = Curve.of(f)
    if study(curve).period is not None:
        with pytest.raises(ArithmeticError):
            limit(curve, curve.derivative, right)
        return
    line = curve.on(curve.formula, curve.pieces()[-1 if right else 0])
    expression = curve.algebra(line).replace(sp.erf, lambda u: sp.erf(sp.expand(u)))  # of a sum in brackets SymPy takes the wrong side
    assert limit(curve, line, right) == sp.limit(expression, x_symbol(), sp.oo if right else -sp.oo)


@pytest.mark.parametrize(
    ("line", "left", "right"),
    [
        ("exp(-exp(-x)) * exp(exp(-x / 2))", 0, 1),  # one giant beats another
        ("exp(x + 1) / exp(x)", sp.E, sp.E),
        ("(exp(2 * x) - exp(x)) / (exp(2 * x) + 1)", 0, 1),
        ("sqrt(x**2 + 3 * x) - sqrt(x**2)", sp.Rational(-3, 2), sp.Rational(3, 2)),
        ("x * (tanh(x) - 1)", sp.oo, 0),
        ("exp(x) * (1 - tanh(x))", 0, 0),
        ("exp(3 * x) * (1 - tanh(x))", 0, sp.oo),  # what is lost in 1 - tanh(x) decides: SymPy has to
        ("exp(3 * x) * (tanh(x) - 1 + exp(-5 * x))", sp.oo, -sp.oo),
        ("log(1 + exp(2 * x)) / x", 0, 2),
        ("x / sqrt(4 * x**2 + 1)", sp.Rational(-1, 2), sp.Rational(1, 2)),
    ],
)
def test_limits_that_need_care(line: str, left: Any, right: Any) -> None:
    plain = Curve(line, "0", "0")
    assert (limit(plain, line, False), limit(plain, line, True)) == (left, right)


# ---- attacks ---------------------------------------------------------------------------------


def curve(line: str, *kinks: str, **fields: Any) -> Curve:
    """With the derivatives that SymPy finds."""
    first = sp.diff(algebra(line), x_symbol())
    return Curve(line, str(first), str(sp.diff(first, x_symbol())), kinks, **fields)


def ends(sly: Curve) -> list[tuple[float | None, arb, bool]]:
    """Lowest and highest: where, how high, whether it is reached."""
    found = (extreme(heights(study(sly)), largest) for largest in (False, True))
    return [(None if p.x is None else float(p.x), p.y, p.attained) for p in found]


NARROW = Curve(  # two dips; the second is a thousand times narrower, and deeper
    "-phi(x + 3) - 2 * phi(1000 * (x - 3))",
    "(x + 3) * phi(x + 3) + 2000000 * (x - 3) * phi(1000 * (x - 3))",
    "(1 - (x + 3)**2) * phi(x + 3) + 2000000 * (1 - (1000 * (x - 3))**2) * phi(1000 * (x - 3))",
)
PRICK = "phi(1000 * (x - 3))"  # a needle at 3


def pricked(base: str, height: str) -> Curve:
    """A convex curve with a needle on it."""
    first = algebra(base).diff(x_symbol())
    return Curve(
        f"{base} + {height} * {PRICK}",
        f"{first} - 1000000 * {height} * (x - 3) * {PRICK}",
        f"{first.diff(x_symbol())} + 1000000 * {height} * ((1000 * (x - 3))**2 - 1) * {PRICK}",
    )


def test_a_narrow_second_dip_is_found() -> None:
    (x, y, attained), highest = ends(NARROW)
    assert attained
    assert x == pytest.approx(3, abs=1e-12)
    assert abs(y + value("2 * phi(0)", 0)) < 1e-7
    assert highest == (None, arb(0), False)
    assert [is_maximum for _, is_maximum in turning_points(study(NARROW))] == [False, True, False]


def test_a_narrow_dip_between_samples_is_found_on_the_cover() -> None:
    sly = curve("x * sigma(x) - exp(-(1000 * (x - 3))**2) / 10")
    found = roots(sly, sly.derivative, sly.second, exact("-8.1"), exact("8.1"))
    assert [round(float(x), 4) for x in found] == [-1.2785, 2.9975, 3.0]
    with pytest.raises(ArithmeticError, match="do not tell its sign"):  # and as the tails cannot be closed, nothing is claimed
        study(sly)


def test_a_needle_makes_roots_and_fixed_points() -> None:
    found, stretches = level(study(pricked("x**2 / 2 - 5", "8")), 0)
    assert [round(float(x), 2) for x in found] == [-3.16, 3.00, 3.00, 3.16]
    assert stretches == []
    found, _ = level(study(pricked("x**2 / 2 - 5", "20")), 1)
    assert [round(float(x), 2) for x in found] == [-2.32, 3.00, 3.00, 4.32]


def test_a_needle_makes_a_curve_fall() -> None:
    assert trend(study(pricked("exp(x)", "1"))) == ("no", "no")
    assert trend(study(pricked("exp(x)", "(1 / 100)"))) == ("strictly", "no")


def test_a_needle_makes_a_curve_bend() -> None:
    assert convexity(study(pricked("x**2 / 2", "(1 / 100000)"))) == "neither"
    assert len(inflections(study(pricked("x**2 / 2", "(1 / 100000)")))) == 2
    assert convexity(study(pricked("x**2 / 2", "(1 / 1000000)"))) == "convex"


REFUSED = {
    "a bump at 100, beyond every core": Curve("-phi(x - 100)", "(x - 100) * phi(x - 100)", "(1 - (x - 100)**2) * phi(x - 100)"),
    "a bump at 100 on a known curve": curve("x * sigma(x) - exp(-(x - 100)**2)"),
    "waves that die out": curve("sin(x) * exp(-x**2 / 1000)"),
    "waves with a grain of something else": curve("sin(x) + exp(-x**2) / 10**30"),
    "two waves that never meet again": curve("sin(x) + sin(sqrt(2) * x)"),
    "waves that grow": curve("x * sin(x)"),
    "waves on a curve": curve("sin(x) + sqrt(1 + x**2)"),
    "a turn beside a kink": Curve(
        "max(0, x * (x - 1 / 2199023255552))", "2 * x - 1 / 2199023255552 if x > 1 / 2199023255552 else 0", "2 if x > 1 / 2199023255552 else 0", ("0",)
    ),
    "a slope that touches zero, or nearly": Curve("(x - sqrt(2))**3", "3 * (x - sqrt(2)) * (x - sqrt(2))", "6 * (x - sqrt(2))"),
    "a kink nobody named": Curve("abs(x)", "1 if x > 0 else -1", "0"),
    "a kink nobody named, far out": Curve("x + max(0, x - 1000)", "2 if x > 1000 else 1", "0"),
    "a kink nobody named, between samples": Curve("max(0, x) + max(0, x - 0.001)", "(1 if x > 0 else 0) + (1 if x > 0.001 else 0)", "0", ("0",)),
    "a branch on a curve, and the kink named beside it": Curve("x if exp(x) > 2 else log(2)", "1 if exp(x) > 2 else 0", "0", ("0.7",)),
    "a jump nobody named": Curve("1 if x > 0 else 0", "0", "0", ("0",)),
    "a single point nobody named": Curve("x if x > 0 else (x if x < 0 else 1)", "1", "0", ("0",)),
    "a wrong derivative": Curve("x * sigma(x)", "sigma(x) * (1 + x * sigma(x))", "sigma(x) * sigma(-x) * (2 - x * tanh(x / 2))"),
    "a wrong second derivative": Curve("x * sigma(x)", "sigma(x) * (1 + x * sigma(-x))", "sigma(x) * sigma(-x) * (2 - x * tanh(x))"),
    "a wrong side of a kink": Curve("x if x > 0 else alpha * x", "1 if x > 0 else 0.1", "0", ("0",), parameters={"alpha": "0.01"}),
    "a derivative off by a hair": Curve("tanh(x)", "1 - tanh(x)**2 + 0.000000000000000000000000000001", "-2 * tanh(x) * (1 - tanh(x)**2)"),
}


@pytest.mark.parametrize("sly", REFUSED.values(), ids=REFUSED)
def test_refused(sly: Curve) -> None:
    with pytest.raises(ArithmeticError):
        runs(study(sly))


def test_a_period_is_proved_and_is_the_shortest() -> None:
    for line, period, climb in (("sin(3 * x)", "2 * pi / 3", "0"), ("x / 2 + sin(x)**2", "pi", "pi / 2"), ("cos(2 * x) * sin(2 * x)", "pi / 2", "0")):
        waves = study(curve(line))
        assert (waves.period, waves.climb) == (algebra(period), algebra(climb))
    downhill = study(curve("sin(x) - 2 * x"))
    assert trend(downhill) == ("no", "strictly")
    assert [p.y for p in heights(downhill)] == [arb.neg_inf(), arb.pos_inf()]


def test_a_turn_where_nobody_looks_is_found() -> None:
    """The slope is monotone, so the signs at its ends tell of a turn far beyond the core, and of one close to a kink."""
    ((far_out, _),) = turning_points(study(Curve("x + 1000 * exp(-x / 100)", "1 - 10 * exp(-x / 100)", "exp(-x / 100) / 10")))
    assert far_out.x is not None
    assert far_out.x.overlaps(100 * arb(10).log())
    close = Curve("x**2 / 2 - x / 2199023255552 if x > 0 else 0", "x - 1 / 2199023255552 if x > 0 else 0", "1 if x > 0 else 0", ("0",))
    assert [point.x for point, _ in turning_points(study(close))] == [arb(2) ** -41]


def test_a_wave_on_a_slope_meets_a_line_as_often_as_it_does() -> None:
    tilted = study(curve("x / 10 + sin(x)"))
    x = np.linspace(-20, 20, 100_003)
    assert len(level(tilted, 0)[0]) == changes(x / 10 + np.sin(x))
    assert [float(at) for at in level(tilted, 0)[0]] == sorted(float(at) for at in level(tilted, 0)[0])
    (far_out,) = level(study(curve("2 * x + sin(x) + 200")), 0)[0]
    assert float(far_out) == pytest.approx(-100, abs=1)


def test_a_quotient_of_polynomials() -> None:
    """(x³ − x) / (1 + x²) approaches y = x, from below on the right; its f'' is 4x(3 - x²) / (1 + x²)³."""
    quotient = study(curve("(x**3 - x) / (1 + x**2)"))
    assert [round(float(x) ** 2, 9) for x in inflections(quotient)] == [3, 0, 3]
    assert [round(float(x), 9) for x in level(quotient, 0)[0]] == [-1, 0, 1]
    assert level(quotient, 1)[0] == [arb(0)]
    assert asymptote(quotient.curve, *quotient.arcs[-1].lines[:2], True) == (1, 0)
    with pytest.raises(ArithmeticError, match="do not tell its sign"):
        study(curve("x**2 / 2 + (x - 2 * 10**6)**3 / (1 + x**2)**2"))  # a turn of the slope a million away


def test_touching_without_crossing() -> None:
    cube = study(Curve("x**3", "3 * x**2", "6 * x"))
    assert trend(cube) == ("strictly", "no")
    assert turning_points(cube) == []
    assert [float(x) for x in inflections(cube)] == [0]
    assert [float(x) for x in level(cube, 1)[0]] == [-1, 0, 1]


def test_a_supremum_only_reached_in_a_tail_is_a_limit() -> None:
    for name in ("sigmoid", "tanh"):
        lowest, highest = ends(Curve.of(ALL[name]))
        assert highest == (None, arb(1), False)
        assert not lowest[2]
    slope = steepest(study(Curve.of(ALL["softplus"])))
    assert (slope.y, slope.attained) == (arb(1), False)


def test_a_tie_has_no_single_place() -> None:
    twin = Curve("-phi(x + 2) - phi(x - 2)", "(x + 2) * phi(x + 2) + (x - 2) * phi(x - 2)", "(1 - (x + 2)**2) * phi(x + 2) + (1 - (x - 2)**2) * phi(x - 2)")
    (x, y, attained), _ = ends(twin)
    assert attained
    assert x is None
    assert abs(y + value("phi(4) + phi(0)", 0)) < 1e-5


def test_kinks_and_plateaus() -> None:
    hat = Curve("max(0, 1 - abs(x))", "0 if x < -1 else 1 if x < 0 else -1 if x < 1 else 0", "0", ("-1", "0", "1"))
    of = study(hat)
    assert ends(hat) == [(None, arb(0), True), (0.0, arb(1), True)]
    assert [run.step for run in runs(of)] == [0, 1, -1, 0]
    assert [(float(as_float.x or 0), is_maximum) for as_float, is_maximum in turning_points(of)] == [(0.0, True)]
    assert trend(of) == ("no", "no")
    assert convexity(of) == "neither"
    assert sorted({float(p.y) for p in slopes(of)}) == [-1, 0, 1]
    assert smoothness(of) == "kink"


@pytest.mark.parametrize(
    ("line", "first", "second", "how"),
    [
        ("x**2 + x**4 if x > 0 else x**2", "2 * x + 4 * x**3 if x > 0 else 2 * x", "2 + 12 * x**2 if x > 0 else 2", "C3"),
        ("x + x**2 if x > 0 else x", "1 + 2 * x if x > 0 else 1", "2 if x > 0 else 0", "C1"),
        ("x * (1 + 10**-60) if x > 0 else x", "1 + 10**-60 if x > 0 else 1", "0", "kink"),
        ("x if x > 0 else 1 * x", "1", "0", "smooth"),  # the pieces are the same
    ],
)
def test_how_smoothly_pieces_meet(line: str, first: str, second: str, how: str) -> None:
    assert smoothness(study(Curve(line, first, second, ("0",)))) == how


def test_the_range_of_a_curve_with_jumps() -> None:
    def spans(sly: Curve) -> list[tuple[float, bool, float, bool]]:
        return [(float(i.low), i.low_closed, float(i.high), i.high_closed) for i in values(study(sly))]

    stairs = Curve("1 if x > 0 else (-1 if x < 0 else 0)", "0", "0", ("0",), jumps=True)
    assert spans(stairs) == [(-1, True, -1, True), (0, True, 0, True), (1, True, 1, True)]
    filled = Curve("x + 1 if x > 0 else (x if x < 0 else 1 / 2)", "1", "0", ("0",), jumps=True)
    assert spans(filled) == [(-float("inf"), False, 0, False), (0.5, True, 0.5, True), (1, False, float("inf"), False)]
    overlapping = Curve("x - 1 if x > 0 else x", "1", "0", ("0",), jumps=True)
    assert spans(overlapping) == [(-float("inf"), False, float("inf"), False)]
    assert trend(study(overlapping)) == ("no", "no")
    touching = Curve("tanh(x) + 1 if x > 0 else tanh(x) - 1", "1 - tanh(x)**2", "-2 * tanh(x) * (1 - tanh(x)**2)", ("0",), jumps=True)
    assert spans(touching) == [(-2, False, -1, True), (1, False, 2, False)]
    assert trend(study(touching)) == ("strictly", "no")


def test_a_jump_has_no_steepest_slope_and_no_minimum() -> None:
    step = known("step")
    assert digits(step["steepest"]) == "inf"
    assert "minimum.x" not in step
    assert (step["lower"], step["upper"]) == (arb(0), arb(1))


def test_a_moment_knows_its_tails() -> None:
    """The ball of a moment is wider than what lies beyond the quadrature."""
    line = Curve.of(identity)
    second = moment(line, line.formula, 2)
    assert second.contains(1)
    assert second.rad() > value("2 * (24 * phi(24) + Phi(-24))", 0)
    giant = Curve("1000 if x > 0 else 0", "0", "0", ("0",), jumps=True)
    assert moment(giant, giant.formula, 2).contains(500_000)
    assert moment(giant, giant.formula, 2).rad() > 10**6 * value("Phi(-24)", 0)


def test_a_function_that_mixes_has_no_facts() -> None:
    with pytest.raises(ValueError, match="mixes"):
        facts.facts(ALL["softmax"])
    assert facts.packed(ALL["softmax"]) == {"facts": {}, "traits": {}, "why": {}}


# ---- digits ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ball", "count", "shown"),
    [
        (exact("0.25"), 4, "0.25"),  # exact and short: as it is
        (exact("-0.5"), 12, "-0.5"),
        (arb(3), 4, "3"),
        (arb(123456), 4, "123456"),
        (arb(0), 4, "0"),
        (arb(0.5, 1e-20), 4, "0.5000"),  # not exact: the zeros are known, and stay
        (arb(1, 1e-20), 6, "1.00000"),
        (arb(2).sqrt(), 6, "1.41421"),
        (-arb(2).sqrt(), 6, "-1.41421"),
        (arb(1) / 1024**3, 4, "9.313e-10"),
        (arb(1e10, 1e-3), 4, "1.000e10"),
        (arb(99999, 0.2), 3, "100000"),
        (arb(0.09999999), 3, "0.100"),
        (arb("0.50005 +/- 1e-20"), 4, "0.50005"),  # on a tie: one digit more settles it
        (arb.pos_inf(), 4, "inf"),
        (arb.neg_inf(), 4, "-inf"),
    ],
)
def test_digits(ball: arb, count: int, shown: str) -> None:
    assert digits(ball, count) == shown


@pytest.mark.parametrize("ball", [arb(0.5, 0.01), arb(0, 1e-30), arb(0.12345, 1e-5), arb("nan"), arb(0, float("inf")), arb(1, float("inf"))])
def test_unsettled_digits_are_refused(ball: arb) -> None:
    with pytest.raises(ArithmeticError):
        digits(ball, 5)


def test_no_unsettled_digit_is_ever_printed() -> None:
    """Whatever digits() prints is the rounding of both ends and of everything between."""
    rng = random.Random(7)
    printed = 0
    for _ in range(3000):
        ball = arb(rng.choice([-1, 1]) * rng.uniform(0.1, 10) * 10.0 ** rng.randint(-9, 9), 10.0 ** rng.uniform(-25, 3))
        count = rng.randint(1, 15)
        try:
            shown = Fraction(digits(ball, count))
        except ArithmeticError:
            continue
        printed += 1
        low, high = fractions(ball)
        for inner in (low, high, (low + high) / 2):
            unit = Fraction(10) ** (len(str(abs(int(shown)))) if abs(shown) >= 1 else -_zeros(shown)) / Fraction(10) ** count
            assert abs(shown - inner) <= unit / 2 or (low == high == shown)
    assert printed > 1000


def _zeros(number: Fraction) -> int:
    """How many zeros follow the decimal point before the first other digit."""
    return next(k for k in itertools.count() if abs(number) * 10 ** (k + 1) >= 1)


def test_rounding_twice_is_rounding_once() -> None:
    """A tie that is broken only after the sixtieth digit is still broken the right way."""
    assert _rounded(Fraction(123455, 10**6) + Fraction(1, 10**60), 5) == "0.12346"
    assert _rounded(Fraction(123445, 10**6) + Fraction(1, 10**60), 5) == "0.12345"


def test_pack_and_unpack() -> None:
    balls = [arb(0), arb(-3), arb(1) / 3, arb.pi() * arb(10) ** -40, arb(5, 0.25), *known("gelu").values()]
    packed = [pack(ball) for ball in balls]
    flint.ctx.prec = 53  # whoever unpacks need not know the precision
    for ball, ends_ in zip(balls, packed, strict=True):
        again = unpack(ends_)
        assert fractions(again)[0] <= fractions(ball)[0] <= fractions(ball)[1] <= fractions(again)[1] if ball.is_finite() else again == ball
        assert not ball.is_finite() or again.rad() <= ball.rad() * 1.01
    assert unpack(pack(arb.neg_inf())) == arb.neg_inf()
    with pytest.raises(ArithmeticError):
        pack(arb("nan"))
