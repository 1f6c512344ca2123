"""The published test vectors: the module meets them, another library agrees with them, and no digit is printed that is not settled."""

import math
import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import flint
import mpmath  # type: ignore[import-untyped]
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL, Activation
from answers import names
from elementwise import WAYS, allowed
from elsewhere import otherwise_rounded
from lines import allowed as allowed_of_a_line
from lines import line, lowered, positive_terms, with_outputs, within
from mathematics import formula, vectors
from mathematics.balls import exact
from standard import EPS, SMALLEST, Points, Twofold, share
from wider import scaled

ELEMENTWISE = pytest.mark.parametrize("f", [f for f in ALL.values() if not f.mixes], ids=lambda f: f.id)
MIXING = pytest.mark.parametrize("f", [f for f in ALL.values() if f.mixes], ids=lambda f: f.id)
LARGEST = np.finfo(np.float64).max
ORDERS = ("value", "derivative", "second_derivative")


def rows(f: Activation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = names.answer(names.catalogue()[f"vectors_{f.id}"])["vectors"]
    return found


def doubles(spelt: list[str]) -> Points:
    return np.array([float(number) for number in spelt])


def read(digits: list[str]) -> Twofold:
    """Each as the nearest double, and what fifty digits have beyond it."""
    high = doubles(digits)
    rest = [float(Decimal(text) - Decimal(h)) if math.isfinite(h) else 0.0 for text, h in zip(digits, high.tolist(), strict=True)]
    return Twofold(high, np.array(rest))


# ---- the module meets them -------------------------------------------------------------------


@ELEMENTWISE
def test_the_module_meets_its_vectors(f: Activation) -> None:
    finite = [row for row in rows(f) if math.isfinite(float(row["x_decimal"]))]
    x = doubles([row["x_decimal"] for row in finite])
    steeper = [*(doubles([row[order] for row in finite]) for order in ORDERS[1:]), third(f, x)]
    for order, (way, name, change) in enumerate(zip(WAYS.values(), ORDERS, steeper, strict=True)):
        true = read([row[name] for row in finite])
        with np.errstate(all="ignore"):
            shares = share(way(f)(x), true, allowed(f.id, order, true.high, np.abs(x * change), "float64", scaled(f.id, {})), "float64")
            end = LARGEST * (1 - 8 * EPS)  # so close to it, an allowed error leads beyond the largest double or back
            shares[(np.abs(way(f)(x)) > end) & (np.abs(true.high) > end)] = 0
        assert shares.max() <= 1, (name, x[shares.argmax()])


def third(f: Activation, x: Points) -> Points:
    """The third derivative, roughly, by which the wider standard measures the second one."""
    settings = {name: arb(p.default) for name, p in f.parameters.items()}
    with flint.ctx.workprec(1300):
        return np.array([float(abs(formula.jet(f.formula, arb(at), 3, **settings)[3]).mid()) for at in x.tolist()])


@ELEMENTWISE
def test_the_module_gives_the_limits(f: Activation) -> None:
    ends = [row for row in rows(f) if not math.isfinite(float(row["x_decimal"]))]
    assert [row["x"] for row in ends] == ["-Infinity", "Infinity", "NaN"]
    x = doubles([row["x_decimal"] for row in ends])
    for way, name in zip(WAYS.values(), ORDERS, strict=True):
        np.testing.assert_allclose(way(f)(x), doubles([row[name] for row in ends]), rtol=4 * EPS)


@pytest.mark.parametrize("f", [f for f in ALL.values() if f.partial], ids=lambda f: f.id)
def test_the_module_meets_the_derivatives_by_learned_parameters(f: Activation) -> None:
    for name in f.partial:
        kept = [row for row in rows(f) if name in row.get("by_parameter", {})]
        assert len(kept) > 60
        got = f.derivative(doubles([row["x_decimal"] for row in kept]), wrt=name)
        expected = doubles([row["by_parameter"][name] for row in kept])
        with np.errstate(over="ignore"):
            np.testing.assert_allclose(got, expected, rtol=1e-12, atol=4 * SMALLEST)


@MIXING
def test_functions_that_mix_meet_theirs(f: Activation) -> None:
    positive = positive_terms(f.jacobian)
    for row in rows(f):
        x, g = doubles(row["x_decimal"]), doubles(row["g_decimal"])
        true = read(row["value"])
        assert share(np.atleast_1d(f(x)), true, allowed_of_a_line(f, true.high, "float64"), "float64").max() <= 1, row["x_decimal"]
        with flint.ctx.workprec(3000):
            known = with_outputs(f, lowered(f, x))
            pulled = f.vjp(x, g if f.width else g[0]).tolist()
            for j, (got, expected) in enumerate(zip(pulled, row["vjp"], strict=True)):
                size = sum((abs(w) * line(f, i, j, known, positive) for i, w in enumerate(g.tolist())), arb(0))
                limit = (16 * EPS * size).upper() + arb(4 * SMALLEST) * arb(max(1.0, *np.abs(g), *np.abs(x)))
                assert within(got, exact(Fraction(expected)), limit), (j, row["x_decimal"])


# ---- what is tried ---------------------------------------------------------------------------


@ELEMENTWISE
def test_the_hard_cases_are_there(f: Activation) -> None:
    found = rows(f)
    x = [float(row["x_decimal"]) for row in found]
    assert x[:-3] == sorted(x[:-3])
    assert len({row["x"] for row in found}) == len(found)
    assert 80 <= len(found) <= 160
    assert all(float.fromhex(row["x"]) == at or math.isnan(at) for row, at in zip(found, x, strict=True))
    assert {-(2.0**-1074), 2.0**-149, 2.0**-24, 2.0**-1022, 2.0**-126, 2.0**-14, 65504.0, 1e100, -1e100, float(np.finfo("f4").max)} <= {*x}
    assert sum(at == 0 for at in x) == 2
    assert sum(at == np.float32(at) for at in x[:-3] if abs(at) < 1e38) > 40
    assert sum(at == np.float16(at) for at in x[:-3] if abs(at) < 60000) > 25


@pytest.mark.parametrize("f", [f for f in ALL.values() if f.kinks], ids=lambda f: f.id)
def test_kinks_follow_the_convention(f: Activation) -> None:
    settings: dict[str, Any] = {name: arb(p.default) for name, p in f.parameters.items()}
    found = {float(row["x_decimal"]): row for row in rows(f)}
    for kink in f.kinks:
        at = formula.value(kink.at, 0.0, **settings)
        if not at.is_exact() or arb(float(at)) != at:
            continue
        row = found[float(at)]
        assert math.isclose(float(row["value"]), float(f(float(at))), rel_tol=1e-15)
        with flint.ctx.workprec(400):
            slope = arb(0) if kink.jump else formula.value(kink.left, at, 300, **settings)
            assert abs(exact(Fraction(row["derivative"])) - slope) <= abs(slope) * exact(Fraction(1, 10**49))
        assert any(0 < abs(each - float(at)) <= 2 * math.ulp(float(at)) for each in found)


@ELEMENTWISE
def test_the_last_bits_of_a_processor_choose_nothing(f: Activation) -> None:
    assert vectors.inputs(otherwise_rounded(f)) == vectors.inputs(f)


def test_roots_have_neighbours() -> None:
    found = {float(row["x_decimal"]): row for row in rows(ALL["gelu"])}
    (bottom,) = (x for x, row in found.items() if row["case"] == "root of the derivative")
    assert float(found[bottom]["derivative"]) * float(found[math.nextafter(bottom, 1)]["derivative"]) < 0


# ---- fifty digits ----------------------------------------------------------------------------


def test_another_library_finds_the_same_digits() -> None:
    sigma: Any = lambda t: 1 / (1 + mpmath.exp(-t))  # noqa: E731
    others: dict[str, Any] = {
        "gelu": lambda t: t * mpmath.erfc(-t / mpmath.sqrt(2)) / 2,
        "silu": lambda t: t * sigma(t),
        "mish": lambda t: t * mpmath.tanh(mpmath.log1p(mpmath.exp(t))),
        "tanhshrink": lambda t: t - mpmath.tanh(t),
        "elu": lambda t: t if t > 0 else mpmath.expm1(t),
    }
    with mpmath.workdps(400):
        for name, other in others.items():
            for row in rows(ALL[name]):
                if 1e-60 < abs(float(row["x_decimal"])) < 400 and row["value"] != "0":
                    t = mpmath.mpf(float(row["x_decimal"]))
                    assert abs(mpmath.mpf(row["value"]) - other(t)) <= abs(other(t)) * mpmath.mpf(10) ** -49 / 2, (name, row["x"])


def test_no_unsettled_digit_is_ever_printed() -> None:
    rng = random.Random(11)
    printed = 0
    for _ in range(2000):
        middle = rng.choice([-1, 1]) * Fraction(rng.getrandbits(220), 2 ** rng.randint(1, 420))
        radius = Fraction(1, 10 ** rng.randint(40, 90))
        with flint.ctx.workprec(400):
            ball = exact(middle) + arb(0, exact(radius))
            said = vectors.decimal(ball)
        if said is None:
            continue
        printed += 1
        value = Fraction(said)
        figures = len(said.partition("e")[0].replace("-", "").replace(".", "").lstrip("0"))
        assert figures >= 50
        unit = Fraction(10) ** (Decimal(said).adjusted() + 1 - figures)
        assert all(abs(value - end) <= unit / 2 for end in (middle - radius, middle + radius))
    assert printed > 500


@pytest.mark.parametrize(
    ("ball", "said"),
    [
        (arb(0), "0"),
        (arb(0.25), "0.25"),
        (arb(-1500), "-1500"),
        (arb(2) ** 100, "1.267650600228229401496703205376e30"),
        (arb(2) ** -40, "9.094947017729282379150390625e-13"),
        (arb(0, 1e-30), None),
        (arb(1, 1e-40), None),
        (arb("nan"), None),
        (arb(10) ** -401, "0"),  # by agreement
    ],
)
def test_spelling(ball: arb, said: str | None) -> None:
    with flint.ctx.workprec(200):
        assert vectors.decimal(ball) == said


def test_a_number_that_does_not_end_keeps_its_zeros() -> None:
    with flint.ctx.workprec(300):
        assert vectors.decimal(arb(1) + arb(0, arb(2) ** -250)) == "1." + "0" * 49
        assert vectors.decimal(exact(Fraction(1, 3))) == "0." + "3" * 50


def test_what_cannot_be_settled_is_refused() -> None:
    with pytest.raises(ArithmeticError, match="do not settle 50 digits"):
        vectors.certified(lambda: [arb(1, 1e-20)])
    with pytest.raises(ArithmeticError, match="threshold"):
        vectors._threshold("sum(max(0, x[j] - tau) for j in range(n)) == -1", {"x": [arb(1), arb(2)], "n": 2})
