"""Every value and its first two derivatives against Arb balls: the formula is the truth, the stable code is on trial.

The standard, with eps = 2^-52. float64: values within 5 units in the last place (gelu 10), first and second derivatives within
8 eps of their size, subnormal results within 4 * 2^-1074, at every finite x. A wider one holds where a root moves with learned
parameters, so that no series around it can be kept, and where a large argument of sine cannot be settled (SCALED):
4 eps (|f| + |x f'|), 8 eps (|f'| + |x f''|) and 8 eps (|f''| + |x f^(3)|). float32 and float16: computed in float64 and rounded once,
so within half a unit; float16 is tried on every one of its numbers.
"""

import dataclasses
import math
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from flint import arb
from scipy.special import erf, expit

from activation_functions import ALL, Activation, gelu, relu2, sigmoid, silu, softplus, tanh
from activation_functions.activation import SIZES
from certificates import Trial
from elementwise import WAYS, answers, asked, faults, faults_by_a_parameter, numbers
from mathematics import formula
from project.paths import DOCS
from standard import EPS, SMALLEST, Points
from wider import MOVED, SCALED, scaled

Judge = Callable[..., list[str]]

ELEMENTWISE = [f for f in ALL.values() if not f.mixes]
LEAST, MOST = SIZES
SETTINGS: list[tuple[str, dict[str, Any]]] = [
    *(("isru", {"alpha": alpha}) for alpha in (0.3, 3.0, LEAST, MOST)),
    *(("hard_sigmoid", {"width": width, "offset": 0.5}) for width in (5.0, 2.0, LEAST, MOST)),
    ("hard_sigmoid", {"width": 1.3, "offset": -2.3}),
    *(("swish", {"beta": beta}) for beta in (1.702, 0.0, -0.7, 1e3, -LEAST, MOST)),
    *(("acon_c", {"p1": p1, "p2": p2, "beta": beta}) for p1, p2, beta in ((1.2, -0.8, 0.3), (1, -1, 5), (0.1, 0.4, -2), (1, 1, 1), (2, 1e-3, 0), (0, 1.7, 1))),
    *(("selu", {"lam": lam, "alpha": alpha}) for lam, alpha in ((2.5, 0.3), (LEAST, LEAST), (MOST, MOST))),
    *(("rrelu", {"lower": lower, "upper": upper}) for lower, upper in ((0.1, 0.3), (-0.5, 0.5), (3.0, 8.0))),
    *(("celu", {"alpha": alpha}) for alpha in (0.3, 1.3, 7.7, LEAST, MOST)),
    *(("softshrink", {"lam": lam}) for lam in (0.0, 0.1, 3.7, LEAST, MOST)),
    *(("hardshrink", {"lam": lam}) for lam in (0.0, 0.1, 3.7, LEAST, MOST)),
    *(("thresholded_relu", {"theta": theta}) for theta in (0.0, -0.3, 2.7, LEAST)),
    *(("squareplus", {"b": b}) for b in (0.3, 1.0, 7.7, LEAST, MOST)),
    *(("smelu", {"beta": beta}) for beta in (0.3, 1.7, LEAST, MOST)),
    *(("isrlu", {"alpha": alpha}) for alpha in (0.3, 3.7, LEAST, MOST)),
    *(("pelu", {"a": a, "b": b}) for a, b in ((0.3, 1.7), (2.5, 0.7), (MOST, 1.3), (LEAST, LEAST), (LEAST, MOST), (MOST, LEAST))),
    *(("srelu", {"t_l": p, "a_l": q, "t_r": r, "a_r": s}) for p, q, r, s in ((0.5, 0.7, 2.3, -0.4), (-0.4, -0.3, 0.1, 1.7), (-0.7, 0.0, 0.3, 0.0))),
    *(("leaky_relu", {"alpha": alpha}) for alpha in (0.0, 0.2, 1.0, 3.0, -0.5, LEAST)),
    *(("prelu", {"alpha": alpha}) for alpha in (0.0, -2.0, 0.1)),
    *(("elu", {"alpha": alpha}) for alpha in (0.3, 2.5, LEAST, MOST)),
    *(("sine", {"omega": omega}) for omega in (30.0, -0.7, 0.0, LEAST, MOST)),
    *(("snake", {"a": a}) for a in (0.3, 7.7, LEAST, MOST)),
    *(("softplus", {"beta": beta}) for beta in (0.01, 0.7, 3.7, 1e3, LEAST, MOST)),
    *(("soft_capping", {"c": c}) for c in (1.0, 50.0, LEAST, MOST)),
    *(("laplace", {"mu": mu, "width": width}) for mu, width in ((0.0, 1.0), (-3.0, 0.1), (LEAST, MOST), (MOST, LEAST))),
    *(("dyt", {"gamma": gamma, "alpha": alpha, "beta": beta}) for gamma, alpha, beta in ((-0.8, 2.0, 0.3), (1.3, -0.7, 0.0), (2.0, 0.0, -1.0))),
    *(("derf", {"gamma": g, "alpha": a, "s": s, "beta": b}) for g, a, s, b in ((-0.8, 2.0, 0.4, 0.3), (1.3, -0.7, -1.2, 0.0), (2.0, 0.0, 1.0, -1.0))),
    *(("smu", {"alpha": alpha, "mu": mu}) for alpha, mu in ((0.0, 0.5**0.5), (0.01, 2.5), (0.25, 1e6), (-0.7, 1.0), (3.0, -0.4))),
]


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_the_page_names_who_has_the_wider_standard(language: str) -> None:
    page = DOCS / "reference" / f"accuracy.{language}.md"
    text = page.read_text("utf-8")
    (told,) = (paragraph for paragraph in text.split("\n\n") if "|xf'|" in paragraph)
    assert {name for name, f in ALL.items() if re.search(rf"(?<![\w-]){re.escape(f.name)}(?![\w-])", told, re.ASCII)} == SCALED | MOVED.keys() | {"acon_c"}
    assert scaled("acon_c", {"p1": 1.2, "p2": 0.1})
    assert not scaled("acon_c", {})
    for said in ("8\\varepsilon|f'|", "8\\varepsilon|f''|", "$5$", "$10$", "$8$"):
        assert said in text.partition("#values")[0]


# ---- where to look ---------------------------------------------------------------------------


def both_signs(points: Points) -> Points:
    return np.concatenate([points, -points])


def zeros(f: Callable[[Points], Points]) -> list[float]:
    """Where it changes its sign between -10 and 10: the digits are in danger there."""
    grid = np.linspace(-10, 10, 401) + 0.001
    signs = np.sign(f(grid))
    at = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    low, high = grid[at], grid[at + 1]
    for _ in range(9):  # all of them at once, each look at a sixty-fourth of the last
        between = np.linspace(low, high, 65)
        beyond = np.argmax(np.sign(f(between)) != signs[at], axis=0)
        low, high = between[beyond - 1, range(len(at))], between[beyond, range(len(at))]
    return [float(zero) for zero in high]


def places(f: Activation, **settings: Any) -> Points:
    """Dense where digits are lost: zeros, tails, the ends of the range, and both neighbours of every place where code may branch."""
    rng = np.random.default_rng(2026)
    near = both_signs(np.geomspace(1e-17, 0.3, 400))
    parameters: dict[str, Any] = {name: arb(settings.get(name, p.default)) for name, p in f.parameters.items()}
    kinks = [float(formula.value(kink.at, 0.0, **parameters)) for kink in f.kinks]
    edges = both_signs(
        np.array([2.0**-1074, 2.0**-1022, 1e-290, 2.0**-53, 0.25, 0.5, 1, 1.25, 19.1, 36.7, 37.5, 38.6, 40, 350, 372.6, 700, 708.4, 745.2, 800, 1e15, 1e20])
    )
    edges = np.concatenate([edges, kinks])
    return np.concatenate(
        [
            [0.0, -0.0],
            *(zero + near for zero in {0.0}.union(*(zeros(partial(way(f), **settings)) for way in WAYS.values()))),
            *(np.nextafter(edges, toward) for toward in (-np.inf, np.inf)),
            edges,
            both_signs(np.geomspace(1e-3, 760, 2000)),
            rng.uniform(-4, 4, 2000),
            rng.uniform(-40, 40, 1000),
            rng.uniform(-748, -700, 500),
        ]
    )


FLOAT64 = both_signs(np.geomspace(1e-308, 1e8, 10_000))
FLOAT32 = both_signs(np.geomspace(1e-45, 1e8, 10_000))
FLOAT16 = np.arange(2**16, dtype=np.uint16).view(np.float16).astype(np.float64)


def in_full(f: Activation, points: Points, dtype: str, **settings: Any) -> list[str]:
    x = numbers(points, dtype)
    return faults(f, x, answers(f, x, settings), settings)


@pytest.fixture
def judged(tried: Trial) -> Judge:
    """The faults at the points in this dtype, judged once for the same question and the same answer."""

    def judge(f: Activation, points: Points, dtype: str, **settings: Any) -> list[str]:
        x = numbers(points, dtype)
        found = answers(f, x, settings)
        return tried(f.id, asked(f, x, settings), [y.tobytes() for y in found], lambda: faults(f, x, found, settings))

    return judge


# ---- the trials ------------------------------------------------------------------------------


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_meets_the_standard(judged: Judge, f: Activation, dtype: str) -> None:
    points = np.concatenate([FLOAT64 if dtype == "float64" else FLOAT32, places(f)])
    assert len(np.unique(points.astype(dtype))) > 20_000
    assert judged(f, points, dtype) == []


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
def test_meets_the_standard_on_every_float16(judged: Judge, f: Activation) -> None:
    assert judged(f, FLOAT16, "float16") == []


def moved(f: Activation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every parameter a good way off its default, on one side and on the other."""
    for times, more in ((0.6, 0.11), (2.3, 0.07)) if f.parameters else ():
        yield f.id, {name: p.default * times + more for name, p in f.parameters.items()}


@pytest.mark.parametrize(("name", "settings"), [*(trial for f in ELEMENTWISE for trial in moved(f)), *SETTINGS], ids=str)
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_meets_the_standard_with_other_parameters(judged: Judge, name: str, settings: dict[str, Any], dtype: str) -> None:
    # a large factor lengthens a tail, a small one widens the whole picture
    points = np.concatenate([places(ALL[name], **settings)[::7], -np.geomspace(600, 1480, 200)])
    sizes = {abs(p) for p in settings.values() if 1e-200 < abs(p) < 1e200}
    scales = {1.0, *sizes, *(1 / size for size in sizes)}
    with np.errstate(over="ignore"):
        assert judged(ALL[name], np.concatenate([FLOAT64[::40], *(points * scale for scale in scales)]), dtype, **settings) == []


def equal_or_nearly(f: Activation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every two parameters equal, or neighbours, or close: what subtracts one from the other has few digits left, or none."""
    for first, second in combinations(f.parameters, 2):
        for size in (0.5, 3.0):
            for beside in (size, np.nextafter(size, 0), np.nextafter(size, 9), size * (1 + 1e-9)):
                yield f.id, {first: size, second: float(beside)}


@pytest.mark.parametrize(("name", "settings"), [trial for f in ELEMENTWISE for trial in equal_or_nearly(f)], ids=str)
def test_meets_the_standard_with_equal_or_neighbouring_parameters(judged: Judge, name: str, settings: dict[str, Any]) -> None:
    assert judged(ALL[name], np.concatenate([FLOAT64[::400], places(ALL[name], **settings)[::50]]), "float64", **settings) == []


ONCE_WRONG: list[tuple[str, list[float], dict[str, Any]]] = [
    ("xielu", [-40.0, -700.0, -744.0], {"alpha_n": 0.5, "beta": 0.5}),
    ("hard_sigmoid", [-0.06, float(np.nextafter(-0.06, -1)), float(np.nextafter(-0.06, 1))], {"offset": 0.01}),
    ("apl", [1e-5, float(np.nextafter(1e-5, 0)), float(np.nextafter(1e-5, 1))], {"a1": 1e50, "b1": 1e-5, "a2": 0.0, "b2": -0.3}),
    ("srelu", [1e-5, float(np.nextafter(1e-5, 0)), float(np.nextafter(1e-5, 1))], {"t_l": -1e-5, "a_l": 1e50, "t_r": 1e-5, "a_r": 1e50}),
    ("hardshrink", [0.0, -0.0, 5e-324, -5e-324, 3.0], {"lam": 0.0}),
    ("softshrink", [0.0, -0.0, 5e-324, -5e-324, 3.0], {"lam": 0.0}),
    ("quick_gelu", [-417.0, -415.9, -300.1, -1.4, 380.0], {}),
    ("swish", [-417.0, -300.1, 380.0], {"beta": 1.702}),
    ("acon_c", [-417.0, -300.1, 380.0], {"p1": 1.3, "p2": 0.0, "beta": 1.1}),
    ("golu", [-6.6, -6.59, -6.5, -6.0, -2.1], {}),
    ("tanhexp", [5.83, 5.5, 4.0], {}),
    ("sine", [1e160], {"omega": LEAST}),
    ("squareplus", [-0.0135413], {"b": LEAST}),
]


@pytest.mark.parametrize(("name", "places", "settings"), ONCE_WRONG, ids=str)
def test_what_was_once_wrong(name: str, places: list[float], settings: dict[str, Any]) -> None:
    assert in_full(ALL[name], np.array(places), "float64", **settings) == []


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("selu", {"lam": 1.7e308}),
        ("acon_c", {"p1": 1e155}),
        ("xielu", {"alpha_p": 1.7e308}),
        ("apl", {"a1": 1e300, "b1": 1e300}),
        ("pade", {"a0": 1e300}),
        ("squareplus", {"b": 1e-310}),
        ("sine", {"omega": 1e-300}),
    ],
    ids=str,
)
def test_parameters_for_which_no_double_would_be_right_are_refused_by_name(name: str, settings: dict[str, Any]) -> None:
    for way in WAYS.values():
        with pytest.raises(ValueError, match=f"^{name}: {next(iter(settings))} is .* from 1e-100 to 1e100"):
            way(ALL[name])(1.0, **settings)


SIZED = np.array([0.0, 2.0**-1074, 1e-310, 2.0**-1022, 1e-200, LEAST, 1e-50, 1e-17, 0.3, 1.0, 7.0, 740.0, 1e15, 1e50, MOST, 1e153, 1e200, 1e300, 1.7e308])


def at_the_ends(f: Activation) -> Iterator[dict[str, Any]]:
    """Parameters as small and as large as they may be, of either sign, and 0: each alone, and all of them, of many a draw."""
    sizes = {name: [v for v in (-MOST, -1.0, -LEAST, 0.0, LEAST, 1.0, MOST) if p.inside(v)] for name, p in f.parameters.items()}
    yield from ({name: value} for name, values in sizes.items() for value in values)
    rng = np.random.default_rng(len(sizes))
    every = [dict(zip(sizes, values, strict=True)) for values in product(*sizes.values())] if len(sizes) < 3 else []
    yield from every or ({name: float(rng.choice(values)) for name, values in sizes.items()} for _ in range(60))


@pytest.mark.parametrize("f", [f for f in ELEMENTWISE if f.parameters], ids=lambda f: f.id)
def test_the_ends_of_what_parameters_accept(tried: Trial, f: Activation) -> None:
    """A finite input never gives NaN, whatever parameters are accepted beside it, and the digits are right.

    But for Padé: coefficients of which one is 1e200 times another may cancel to more digits than pairs of doubles hold.
    """
    x = numbers(both_signs(SIZED), "float64")
    every = list(at_the_ends(f))
    for settings in every:
        ways: list[Any] = [f, f.derivative, f.second_derivative, *(partial(f.derivative, wrt=name) for name in f.partial)]
        for way in ways:
            assert not np.isnan(way(x, **settings)).any(), settings
    found = [(settings, answers(f, x, settings)) for settings in every if f.id != "pade" or len(settings) == 1]
    questions = [part for settings, _ in found for part in asked(f, x, settings)]
    replies = [y.tobytes() for _, ys in found for y in ys]
    assert tried(f.id, questions, replies, lambda: [f"{settings}: {fault}" for settings, ys in found for fault in faults(f, x, ys, settings)]) == []


@pytest.mark.parametrize("f", [f for f in ELEMENTWISE if f.partial], ids=lambda f: f.id)
def test_learned_parameters_meet_the_standard(tried: Trial, f: Activation) -> None:
    x = np.unique(np.concatenate([FLOAT64[::40], places(f)[::7]]))
    found = [(name, given, f.derivative(x, wrt=name, **given)) for name in f.partial for given in ({}, *(given for other, given in SETTINGS if other == f.id))]
    questions = [part for name, given, _ in found for part in (name.encode(), *asked(f, x, given))]
    assert tried(f.id, questions, [y.tobytes() for *_, y in found], lambda: [fault for trial in found for fault in faults_by_a_parameter(f, x, *trial)]) == []


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
def test_far_out_only_the_asymptote_is_left(f: Activation) -> None:
    for end in (np.finfo(np.float64).max, np.finfo(np.float64).min, 1e200, -1e200):
        limit, slope, bend = (way(f)(math.copysign(math.inf, end)) for way in WAYS.values())
        if np.isnan(slope):  # a wave approaches nothing
            continue
        if slope == 0 and np.isinf(limit):  # it grows like a root of x: no line is near, and the derivatives take their time
            assert 0 < abs(f.derivative(end)) <= 1 / math.sqrt(abs(end))
            assert abs(f.second_derivative(end) - bend) <= 1 / abs(end)
            continue
        assert f.second_derivative(end) == bend
        if np.isinf(slope):  # it grows like a square: out of range by then
            assert f(end) == limit
            continue
        assert abs(f.derivative(end) - slope) <= 1.0 / math.sqrt(abs(end))  # a slope such as 1 / sqrt x still dies away
        with np.errstate(over="ignore"):  # a slope above 1 carries the largest double out of range
            asymptote = limit if np.isfinite(limit) else slope * end
            np.testing.assert_allclose(f(end), asymptote, rtol=2.0**-51, atol=100 / abs(end))  # c / x is a tail that takes its time


@pytest.mark.parametrize(("name", "settings"), [*(trial for f in ELEMENTWISE for trial in moved(f)), *SETTINGS], ids=str)
def test_an_infinity_gives_the_limit_with_other_parameters_too(name: str, settings: dict[str, Any]) -> None:
    """What is left far out, beyond every size of a parameter: a number, or growth, which ends in the infinity of its sign."""
    for way in WAYS.values():
        for side in (-1.0, 1.0):
            there, further, end = (float(way(ALL[name])(side * x, **settings)) for x in (1e290, 1e305, math.inf))
            if name in ("sine", "snake") and not math.isfinite(end):  # a wave has no limit, but on a climb
                assert math.isnan(end) or end == side * math.inf
            elif further == pytest.approx(there, rel=1e-12):
                assert end == pytest.approx(further, rel=1e-12)
            else:
                assert end == (math.copysign(math.inf, further) if abs(further) > abs(there) else 0)


# ---- a check that cannot fail checks nothing -------------------------------------------------


def logistic(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def normal(x: Any) -> Any:
    return (1 + erf(x / np.sqrt(2))) / 2


def density(x: Any) -> Any:
    return np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


BAD: list[tuple[str, Activation, dict[str, Any]]] = [
    ("6 units off", sigmoid, {"value": lambda x: expit(x) * (1 + 6 * EPS)}),
    ("textbook derivative", sigmoid, {"slope": lambda x: logistic(x) * (1 - logistic(x))}),
    ("1 - tanh squared", tanh, {"slope": lambda x: 1 - np.tanh(x) ** 2}),
    ("tanh by way of the sigmoid", tanh, {"value": lambda x: 2 * expit(2 * x) - 1}),
    ("textbook softplus", softplus, {"value": lambda x, beta: np.log(1 + np.exp(beta * x)) / beta}),
    ("tail flushed to zero", softplus, {"value": lambda x, beta: np.where(x < -600, 0, softplus.value(x, beta))}),
    ("subnormals five steps off", silu, {"value": lambda x: silu.value(x) + 5 * SMALLEST}),
    ("digits cancelled at the root", silu, {"slope": lambda x: expit(x) * (1 + x * expit(-x))}),
    ("textbook GELU", gelu, {"value": lambda x: x * normal(x)}),
    ("textbook GELU derivative", gelu, {"slope": lambda x: normal(x) + x * density(x)}),
    ("NaN", gelu, {"value": lambda x: np.where(x < -30, np.nan, gelu.value(x))}),
    ("1 - 2 sigma cancels at 0", sigmoid, {"second": lambda x: expit(x) * expit(-x) * (1 - 2 * expit(x))}),
    ("1 - sigma cancels in the tail", silu, {"second": lambda x: expit(x) * (1 - expit(x)) * (2 - x * np.tanh(x / 2))}),
    ("a tail that vanishes too early", silu, {"second": lambda x: expit(x) * expit(-x) * (2 - x * np.tanh(x / 2))}),
    ("9 eps off", gelu, {"second": lambda x: gelu.second(x) * (1 + 12 * EPS)}),  # type: ignore[misc]
    ("the piece on the right", relu2, {"second": lambda x: 2.0 * (x >= 0)}),
]


@pytest.mark.parametrize(("f", "change"), [pytest.param(f, change, id=why) for why, f, change in BAD])
def test_the_checker_catches(f: Activation, change: dict[str, Any]) -> None:
    bad = dataclasses.replace(f, **change)
    found = in_full(bad, np.concatenate([FLOAT64[::10], places(f)[::3]]), "float64")
    code = {"value": "value", "slope": "derivative", "second": "second derivative"}
    assert [fault.split(" off by ")[0] for fault in found] == [code[name] for name in change]


def test_the_checker_catches_a_float32_computed_in_float32() -> None:
    bad = dataclasses.replace(silu, value=lambda x: (x.astype("f4") * expit(x.astype("f4"))).astype("f8"))
    assert in_full(bad, FLOAT32[::10], "float32")
