"""Every value and derivative against Arb balls: the formula is the truth, the stable code is on trial.

The standard, with eps = 2^-52. float64: values within 5 units in the last place (gelu 10, softmax 8), derivatives
within 8 eps |f'|, subnormal results within 4 * 2^-1074, at every finite x. float32 and float16: computed in float64
and rounded once, so within half a unit; float16 is tried on every one of its numbers. Vector-Jacobian products:
16 eps times the same expression with every term made positive.
"""

import dataclasses
import math
from collections.abc import Callable, Iterator
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb, arb_series
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import erf, expit

import formula
from activations import ALL, Activation, gelu, sigmoid, silu, softmax, softplus, tanh

Points = NDArray[np.float64]

EPS, SMALLEST = 2.0**-52, 2.0**-1074
ULPS = {"gelu": 10, "softmax": 8}
# float64's own errors leave a trace of this size (in units in the last place) in a number rounded to float32
ONCE = 2.0**-24
DIGITS = {"float64": (53, -1074), "float32": (24, -149), "float16": (11, -24)}  # bits, and the exponent of the smallest number

ELEMENTWISE = [f for f in ALL.values() if not f.mixes]
VECTOR = [f for f in ALL.values() if f.mixes]
SETTINGS: list[tuple[str, dict[str, Any]]] = [
    *(("leaky_relu", {"alpha": alpha}) for alpha in (0.0, 0.2, 1.0, 3.0, -0.5, 1e-310)),
    *(("prelu", {"alpha": alpha}) for alpha in (0.0, -2.0, 0.1)),
    *(("elu", {"alpha": alpha}) for alpha in (0.3, 2.5, 1e-300, 1e300)),
    *(("softplus", {"beta": beta}) for beta in (0.01, 0.7, 3.7, 1e3, 1e-300, 1e300)),
]


# ---- the truth -------------------------------------------------------------------------------


def settled(ball: arb) -> bool:
    """Enough digits to judge a double by, or certainly far too small to be one."""
    return bool(ball.is_exact() or ball.rel_accuracy_bits() >= 80 or ball.abs_upper() < arb(2) ** -1200)


def truth(f: Activation, x: float, settings: dict[str, Any]) -> tuple[arb, arb]:
    """f and f' at x; at a kink the derivative is the slope on the left, at a jump 0."""
    parameters: dict[str, Any] = {name: arb(p.default) for name, p in f.parameters.items()} | {name: arb(v) for name, v in settings.items()}
    for bits in (128, 700, 3200):
        flint.ctx.prec = bits
        value, slope = formula.jet(f.formula, arb(x), 1, **parameters)[:2]
        if settled(value) and settled(slope):
            break
    else:
        raise ArithmeticError(f"{f.id} at {x!r}: {value}, {slope}")
    for kink in f.kinks:
        if formula.value(kink.at, 0.0, **parameters) == x:
            slope = arb(0) if kink.jump else formula.value(kink.left, x, **parameters)
    return value, slope


def truth_of_softmax(x: Points) -> list[arb]:
    """With the largest entry taken off, exactly: that changes no quotient, and Arb too overflows at exp(1e300)."""
    powers = [(arb(entry) - arb(max(x.tolist()))).exp() for entry in x.tolist()]
    total = sum(powers, arb(0))
    return [power / total for power in powers]


# ---- how far off -----------------------------------------------------------------------------


def unit(value: float, dtype: str) -> float:
    """One unit in the last place of a number of this dtype."""
    bits, least = DIGITS[dtype]
    return math.ldexp(1.0, max(math.frexp(value)[1] - bits, least))


def allowed_value(name: str, true: float, dtype: str) -> float:
    if dtype != "float64":
        return (0.5 + ONCE) * unit(true, dtype)
    return 4 * SMALLEST if abs(true) < 2.0**-1022 else ULPS.get(name, 5) * unit(true, dtype)


def allowed_slope(name: str, true: float, dtype: str) -> float:
    if dtype != "float64":
        return (0.5 + ONCE) * unit(true, dtype)
    return max(8 * EPS * abs(true), 4 * SMALLEST)


Allowed = Callable[[str, float, str], float]


def share(result: float, true: arb, allowed: float, dtype: str) -> float:
    """The error as a share of what is allowed; above 1 it is a fault."""
    if not math.isfinite(result):
        largest = float(np.finfo(dtype).max)
        overflows = abs(float(true)) >= largest + unit(largest, dtype) / 2 and (result > 0) == bool(true > 0)
        return 0.0 if overflows else math.inf
    return float(abs(arb(result) - true) / arb(allowed))


def worst(f: Activation, points: Points, dtype: str, **settings: Any) -> dict[str, tuple[float, float]]:
    """The largest share of what is allowed, and where, for the value and for the derivative."""
    numbers = np.unique(points.astype(dtype))
    numbers = numbers[np.isfinite(numbers)]
    found = {"value": (0.0, 0.0), "derivative": (0.0, 0.0)}
    for x, y, dy in zip(*(a.tolist() for a in (numbers, f(numbers, **settings), f.derivative(numbers, **settings))), strict=True):
        value, slope = truth(f, x, settings)
        found["value"] = max(found["value"], (share(y, value, allowed_value(f.id, float(value), dtype), dtype), x))
        found["derivative"] = max(found["derivative"], (share(dy, slope, allowed_slope(f.id, float(slope), dtype), dtype), x))
    return found


def faults(found: dict[str, tuple[float, float]]) -> list[str]:
    return [f"{what} off by {much:.3g} times what is allowed, at x = {x!r}" for what, (much, x) in found.items() if much > 1]


# ---- where to look ---------------------------------------------------------------------------


def both_signs(points: Points) -> Points:
    return np.concatenate([points, -points])


def zeros(f: Callable[[Points], Points]) -> list[float]:
    """Where it changes its sign between -10 and 10: the digits are in danger there."""
    grid = np.linspace(-10, 10, 401) + 0.001
    signs = np.sign(f(grid))
    return [brentq(f, a, b, xtol=1e-15) for a, b, s, t in zip(grid, grid[1:], signs, signs[1:], strict=False) if s * t < 0]


def places(f: Activation) -> Points:
    """Dense where digits are lost: zeros, tails, the ends of the range, and both neighbours of every place where code may branch."""
    rng = np.random.default_rng(2026)
    near = both_signs(np.geomspace(1e-17, 0.3, 400))
    edges = both_signs(
        np.array([2.0**-1074, 2.0**-1022, 1e-290, 2.0**-53, 0.25, 0.5, 1, 1.25, 19.1, 36.7, 37.5, 38.6, 40, 350, 372.6, 700, 708.4, 745.2, 800, 1e15, 1e20])
    )
    return np.concatenate(
        [
            [0.0, -0.0],
            *(zero + near for zero in {0.0, *zeros(f), *zeros(f.derivative)}),
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


# ---- the trials ------------------------------------------------------------------------------


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_meets_the_standard(f: Activation, dtype: str) -> None:
    points = np.concatenate([FLOAT64 if dtype == "float64" else FLOAT32, places(f)])
    assert len(np.unique(points.astype(dtype))) > 20_000
    assert faults(worst(f, points, dtype)) == []


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
def test_meets_the_standard_on_every_float16(f: Activation) -> None:
    assert faults(worst(f, FLOAT16, "float16")) == []


@pytest.mark.parametrize(("name", "settings"), SETTINGS, ids=str)
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_meets_the_standard_with_other_parameters(name: str, settings: dict[str, Any], dtype: str) -> None:
    scale = 1 / settings.get("beta", 1.0)
    points = np.concatenate([FLOAT64[::40], *(places(ALL[name])[::7] * s for s in {1.0, scale})])
    if name == "elu":
        points = np.concatenate([points, -np.geomspace(600, 1460, 300)])  # a large alpha lengthens the tail
    if name == "softplus":
        points = np.concatenate([points, -np.geomspace(600, 1480, 300) * scale])  # and so does a small beta
    with np.errstate(over="ignore"):
        assert faults(worst(ALL[name], points, dtype, **settings)) == []


@pytest.mark.parametrize("f", [f for f in ELEMENTWISE if f.partial], ids=lambda f: f.id)
def test_learned_parameters_meet_the_standard(f: Activation) -> None:
    points = np.unique(np.concatenate([FLOAT64[::40], places(f)[::7]]))
    (name,) = f.partial
    for x, got in zip(points.tolist(), f.derivative(points, wrt=name).tolist(), strict=True):
        flint.ctx.cap = 2
        series = formula.ball(f.formula, x=arb(x), **{name: arb_series([f.parameters[name].default, 1])})
        coefficients = series.coeffs() if isinstance(series, arb_series) else []
        true = coefficients[1] if len(coefficients) > 1 else arb(0)
        assert share(got, true, allowed_slope(f.id, float(true), "float64"), "float64") <= 1, x


@pytest.mark.parametrize("f", ELEMENTWISE, ids=lambda f: f.id)
def test_far_out_only_the_asymptote_is_left(f: Activation) -> None:
    for end in (np.finfo(np.float64).max, np.finfo(np.float64).min, 1e200, -1e200):
        limit, slope = f(math.copysign(math.inf, end)), f.derivative(math.copysign(math.inf, end))
        assert f.derivative(end) == slope
        assert f(end) == (limit if np.isfinite(limit) else slope * end)


# ---- softmax ---------------------------------------------------------------------------------


def slices() -> Iterator[Points]:
    rng = np.random.default_rng(2026)
    for n, spread, times in [(1, 9, 3), (2, 1, 200), (2, 40, 200), (3, 300, 200), (10, 1, 60), (10, 100, 60), (100, 5, 10), (1000, 3, 4), (4097, 0.1, 1)]:
        for _ in range(times):
            yield rng.normal(size=n) * spread
            yield rng.normal(size=n) * spread + rng.choice([1e3, -1e5, 1e-5])
    for gap in (1e-300, 1e-16, 36.7, 708.3, 720.5, 744.9, 745.2, 1e300, 1.7e308):
        yield np.array([gap, 0.0])
        yield np.array([gap / 2, -gap / 2, 0.1])
    yield np.array([0.0, *[-36.8] * 300, *[-37.5] * 700])  # every small term would be dropped by adding one after the other


def test_softmax_meets_the_standard() -> None:
    flint.ctx.prec = 200
    for x in slices():
        for dtype in ("float64", "float32", "float16"):
            with np.errstate(over="ignore"):
                numbers = x.astype(dtype)
            if not np.isfinite(numbers).all():
                continue
            true = truth_of_softmax(numbers.astype(np.float64))
            for got, p in zip(softmax(numbers).tolist(), true, strict=True):
                assert share(got, p, allowed_value("softmax", float(p), dtype), dtype) <= 1, (dtype, x[:10], got, p)


def test_softmax_vjp_meets_the_standard() -> None:
    flint.ctx.prec = 200
    rng = np.random.default_rng(7)
    for x in slices():
        for g in (rng.normal(size=len(x)), np.full(len(x), 3.0), np.eye(len(x))[0], rng.uniform(-1, 1, len(x)) * 1.7e308):
            p, weights = truth_of_softmax(x), [arb(float(w)) for w in g]
            mean = sum((w * q for w, q in zip(weights, p, strict=True)), arb(0))
            size = sum((abs(w) * q for w, q in zip(weights, p, strict=True)), arb(0))
            for got, q, w in zip(softmax.vjp(x, g).tolist(), p, weights, strict=True):
                allowed = max(float(16 * EPS * q * (abs(w) + size)), 4 * SMALLEST * max(1.0, float(abs(w) + size)))
                assert share(got, q * (w - mean), allowed, "float64") <= 1, (x[:10], g[:10], got)


def test_softmax_formula_says_what_the_truth_computes() -> None:
    x = np.array([0.3, -2.0, 5.0])
    for i, p in enumerate(truth_of_softmax(x)):
        assert formula.ball(softmax.formula, x=[arb(entry) for entry in x.tolist()], i=i, n=len(x)).overlaps(p)


def test_every_vector_function_has_its_trial() -> None:
    assert [softmax] == VECTOR


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
]


@pytest.mark.parametrize(("f", "change"), [pytest.param(f, change, id=why) for why, f, change in BAD])
def test_the_checker_catches(f: Activation, change: dict[str, Any]) -> None:
    bad = dataclasses.replace(f, **change)
    found = faults(worst(bad, np.concatenate([FLOAT64[::10], places(f)[::3]]), "float64"))
    assert [fault.split()[0] for fault in found] == ["derivative" if "slope" in change else "value"]


def test_the_checker_catches_a_float32_computed_in_float32() -> None:
    bad = dataclasses.replace(silu, value=lambda x: (x.astype("f4") * expit(x.astype("f4"))).astype("f8"))
    assert faults(worst(bad, FLOAT32[::10], "float32"))
