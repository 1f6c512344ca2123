"""Facts are proved: known values to fifty digits, and curves made to deceive the provers, which must find or refuse."""

import itertools
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import flint
import mpmath  # type: ignore[import-untyped]
import pytest
import sympy as sp
from flint import arb

import facts
import names
from activations import ALL, Activation
from facts import Curve, analyse, digits, fractions, moment, pack, roots, unpack
from formula import algebra, exact, value, x_symbol

ELEMENTWISE = [f for f in ALL.values() if not f.mixes]


@pytest.fixture(autouse=True)
def _digits(_precision: None) -> Iterator[None]:
    with flint.ctx.workprec(facts.PRECISION):
        yield


def known(name: str) -> dict[str, arb]:
    """The facts as the pages quote them."""
    said = names.answer(names.catalogue()[f"facts_{name}"])["facts"]
    return {fact: unpack(each["ball"]) for fact, each in said.items()}


# ---- what is known in closed form ------------------------------------------------------------

CLOSED = {  # a formula of the vocabulary; x is not used
    "sigmoid.lower": "0",
    "sigmoid.upper": "1",
    "sigmoid.steepest": "1 / 4",
    "sigmoid.steepest.x": "0",
    "sigmoid.mean": "1 / 2",
    "tanh.steepest": "1",
    "tanh.lower": "-1",
    "tanh.mean": "0",
    "gelu.mean": "1 / (2 * sqrt(pi))",
    "gelu.second_moment": "1 / 3 + 1 / (2 * sqrt(3) * pi)",
    "gelu.slope_mean": "1 / 2",
    "gelu.steepest": "Phi(sqrt(2)) + sqrt(2) * phi(sqrt(2))",
    "gelu.steepest.x": "sqrt(2)",
    "gelu.inflection1.x": "-sqrt(2)",
    "silu.minimum.y": "-lambertw(exp(-1))",
    "silu.minimum.x": "-1 - lambertw(exp(-1))",
    "silu.slope.left": "0",
    "silu.slope.right": "1",
    "relu.mean": "1 / sqrt(2 * pi)",
    "relu.second_moment": "1 / 2",
    "relu.slope_moment": "1 / 2",
    "relu.gain": "sqrt(2)",
    "relu.chi": "1",
    "leaky_relu.mean": "0.99 / sqrt(2 * pi)",
    "leaky_relu.second_moment": "(1 + 0.01**2) / 2",
    "leaky_relu.slope.left": "0.01",
    "prelu.slope_moment": "(1 + 0.25**2) / 2",
    "elu.lower": "-1",
    "elu.mean": "1 / sqrt(2 * pi) + exp(1 / 2) * Phi(-1) - 1 / 2",
    "elu.slope_moment": "1 / 2 + exp(2) * Phi(-2)",
    "softplus.slope_mean": "1 / 2",
    "softplus.steepest": "1",
    "step.mean": "1 / 2",
    "step.second_moment": "1 / 2",
    "identity.second_moment": "1",
}


@pytest.mark.parametrize("name", CLOSED)
def test_known_values_to_fifty_digits(name: str) -> None:
    function, _, fact = name.partition(".")
    found, expected = known(function)[fact], value(CLOSED[name], 0, bits=200)
    assert found.overlaps(expected)
    assert abs(found - expected) < arb(10) ** -52


def test_the_bottom_of_gelu_by_another_library() -> None:
    with mpmath.workdps(60):
        x = mpmath.findroot(lambda t: mpmath.ncdf(t) + t * mpmath.npdf(t), -0.75)
        y = x * mpmath.ncdf(x)
        expected = mpmath.nstr(x, 50, strip_zeros=False), mpmath.nstr(y, 50, strip_zeros=False)
    assert tuple(digits(known("gelu")[fact], 50) for fact in ("minimum.x", "minimum.y")) == expected


def test_moments_by_another_library() -> None:
    with mpmath.workdps(40):
        for name in ("sigmoid", "tanh", "softplus", "silu"):
            line = sp.lambdify(x_symbol(), algebra(ALL[name].formula).subs(sp.Symbol("beta", positive=True), 1), "mpmath")
            expected = mpmath.quad(lambda t, line=line: line(t) ** 2 * mpmath.npdf(t), [-20, -5, 0, 5, 20])
            assert abs(exact(mpmath.nstr(expected, 35)) - known(name)["second_moment"]) < arb(10) ** -30


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
def test_bounds_hold_at_points(f: Activation) -> None:
    """No value or slope at any of many points lies outside what is said of all."""
    said, curve = known(f.id), Curve.of(f)
    for x in (exact(Fraction(k, 17)) for k in range(-400, 401, 3)):
        height, slope = (facts._arb(curve.at(line, x)) for line in (curve.formula, curve.derivative))
        assert not height < said["lower"]
        assert not height > said["upper"]
        assert not abs(slope) > said["steepest"]


# ---- attacks ---------------------------------------------------------------------------------


def curve(line: str, *kinks: str, **fields: Any) -> Curve:
    """With the derivatives that SymPy finds."""
    first = sp.diff(algebra(line), x_symbol())
    return Curve(line, str(first), str(sp.diff(first, x_symbol())), kinks, **fields)


def ends(sly: Curve) -> list[tuple[float | None, arb, bool]]:
    """Lowest and highest: where, how high, whether it is reached."""
    found = (facts._extreme(analyse(sly).heights, largest) for largest in (False, True))
    return [(None if p.x is None else float(p.x), p.y, p.attained) for p in found]


NARROW = Curve(  # two dips; the second is a thousand times narrower, and deeper
    "-phi(x + 3) - 2 * phi(1000 * (x - 3))",
    "(x + 3) * phi(x + 3) + 2000000 * (x - 3) * phi(1000 * (x - 3))",
    "(1 - (x + 3)**2) * phi(x + 3) + 2000000 * (1 - (1000 * (x - 3))**2) * phi(1000 * (x - 3))",
)


def test_a_narrow_second_dip_is_found() -> None:
    (x, y, attained), highest = ends(NARROW)
    assert attained
    assert x == pytest.approx(3, abs=1e-12)
    assert abs(y + value("2 * phi(0)", 0)) < 1e-7
    assert highest == (None, arb(0), False)


def test_a_narrow_dip_between_samples_is_found_on_the_cover() -> None:
    sly = curve("x * sigma(x) - exp(-(1000 * (x - 3))**2) / 10")
    found = roots(sly, sly.derivative, sly.second, exact("-8.1"), exact("8.1"))
    assert [round(float(x), 4) for x in found] == [-1.2785, 2.9975, 3.0]
    with pytest.raises(ArithmeticError, match="do not tell its sign"):  # and as the tails cannot be closed, nothing is claimed
        analyse(sly)


REFUSED = {
    "a bump at 100, beyond every core": Curve("-phi(x - 100)", "(x - 100) * phi(x - 100)", "(1 - (x - 100)**2) * phi(x - 100)"),
    "a bump at 100 on a known curve": curve("x * sigma(x) - exp(-(x - 100)**2)"),
    "a turn far out": Curve("x + 1000 * exp(-x / 100)", "1 - 10 * exp(-x / 100)", "exp(-x / 100) / 10"),
    "a supremum approached in waves": curve("sin(x)"),
    "waves that die out": curve("sin(x) * exp(-x**2 / 1000)"),
    "a turn beside a kink": Curve(
        "max(0, x * (x - 1 / 2199023255552))", "2 * x - 1 / 2199023255552 if x > 1 / 2199023255552 else 0", "2 if x > 1 / 2199023255552 else 0", ("0",)
    ),
    "a root beside a kink": Curve("x**2 / 2 - x / 2199023255552 if x > 0 else 0", "x - 1 / 2199023255552 if x > 0 else 0", "1 if x > 0 else 0", ("0",)),
    "a slope that touches zero": Curve("x**3", "3 * x**2", "6 * x"),
    "a kink nobody named": Curve("abs(x)", "1 if x > 0 else -1", "0"),
    "a wrong derivative": Curve("x * sigma(x)", "sigma(x) * (1 + x * sigma(x))", "sigma(x) * sigma(-x) * (2 - x * tanh(x / 2))"),
    "a wrong second derivative": Curve("x * sigma(x)", "sigma(x) * (1 + x * sigma(-x))", "sigma(x) * sigma(-x) * (2 - x * tanh(x))"),
    "a wrong side of a kink": Curve("x if x > 0 else alpha * x", "1 if x > 0 else 0.1", "0", ("0",), parameters={"alpha": "0.01"}),
    "a derivative off by a hair": Curve("tanh(x)", "1 - tanh(x)**2 + 0.000000000000000000000000000001", "-2 * tanh(x) * (1 - tanh(x)**2)"),
}


@pytest.mark.parametrize("sly", REFUSED.values(), ids=REFUSED)
def test_refused(sly: Curve) -> None:
    with pytest.raises(ArithmeticError):
        analyse(sly)


def test_a_supremum_only_reached_in_a_tail_is_a_limit() -> None:
    for name in ("sigmoid", "tanh"):
        lowest, highest = ends(Curve.of(ALL[name]))
        assert highest == (None, arb(1), False)
        assert not lowest[2]
    slope = facts._extreme(analyse(Curve.of(ALL["softplus"])).slopes, True)
    assert (slope.y, slope.attained) == (arb(1), False)


def test_a_tie_has_no_single_place() -> None:
    twin = Curve("-phi(x + 2) - phi(x - 2)", "(x + 2) * phi(x + 2) + (x - 2) * phi(x - 2)", "(1 - (x + 2)**2) * phi(x + 2) + (1 - (x - 2)**2) * phi(x - 2)")
    (x, y, attained), _ = ends(twin)
    assert attained
    assert x is None
    assert abs(y + value("phi(4) + phi(0)", 0)) < 1e-5


def test_kinks_and_plateaus() -> None:
    hat = Curve("max(0, 1 - abs(x))", "0 if x < -1 else 1 if x < 0 else -1 if x < 1 else 0", "0", ("-1", "0", "1"))
    study = analyse(hat)
    assert ends(hat) == [(None, arb(0), True), (0.0, arb(1), True)]
    assert study.flat == (True, True)
    assert not study.rises
    assert not study.falls
    assert sorted({float(p.y) for p in study.slopes}) == [-1, 0, 1]
    leaky = analyse(Curve.of(ALL["leaky_relu"]))
    assert [float(p.y) for p in leaky.slopes if p.x == 0] == [0.01, 1]


def test_traits() -> None:
    said = {f.id: names.answer(names.catalogue()[f"facts_{f.id}"])["traits"] for f in ELEMENTWISE}
    assert {n for n, t in said.items() if not t["monotone"]} == {"gelu", "silu"}
    assert {n: (t["saturates_left"], t["saturates_right"]) for n, t in said.items()} == {
        "elu": ("soft", "none"),
        "gelu": ("soft", "none"),
        "identity": ("none", "none"),
        "leaky_relu": ("none", "none"),
        "prelu": ("none", "none"),
        "relu": ("hard", "none"),
        "sigmoid": ("soft", "soft"),
        "silu": ("soft", "none"),
        "softplus": ("soft", "none"),
        "step": ("hard", "hard"),
        "tanh": ("soft", "soft"),
    }
    assert {n for n, t in said.items() if t["parity"] == "odd"} == {"identity", "tanh"}
    assert {n for n, t in said.items() if t["lower_attained"]} == {"gelu", "relu", "silu", "step"}
    assert {n for n, t in said.items() if not t["steepest_attained"]} == {"softplus", "step"}


def test_a_jump_has_no_steepest_slope_and_no_minimum() -> None:
    step = known("step")
    assert digits(step["steepest"]) == "inf"
    assert "minimum.x" not in step
    assert (step["lower"], step["upper"]) == (arb(0), arb(1))


def test_a_moment_knows_its_tails() -> None:
    """The ball of a moment is wider than what lies beyond the quadrature."""
    line = Curve.of(ALL["identity"])
    second = moment(line, line.formula, 2)
    assert second.contains(1)
    assert second.rad() > value("2 * (24 * phi(24) + Phi(-24))", 0)
    giant = Curve("1000 if x > 0 else 0", "0", "0", ("0",), jumps=True)
    assert moment(giant, giant.formula, 2).contains(500_000)
    assert moment(giant, giant.formula, 2).rad() > 10**6 * value("Phi(-24)", 0)


def test_a_function_that_mixes_has_no_facts() -> None:
    with pytest.raises(ValueError, match="mixes"):
        facts.facts(ALL["softmax"])
    assert facts.packed(ALL["softmax"]) == {"facts": {}, "traits": {}}


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
    assert facts._rounded(Fraction(123455, 10**6) + Fraction(1, 10**60), 5) == "0.12346"
    assert facts._rounded(Fraction(123445, 10**6) + Fraction(1, 10**60), 5) == "0.12345"


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
