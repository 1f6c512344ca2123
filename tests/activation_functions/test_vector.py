"""Functions that mix entries against Arb balls, as their own formulas say; and their Jacobians, lines against differences against `vjp`.

The standard, with eps = 2^-52. float64: values within 5 units in the last place (softmax and its kin 8, GEGLU 10 as
GELU), subnormal results within 4 * 2^-1074; float32 and float16 within half a unit. An entry on the edge of a threshold
(`where`) cancels: it is right to 2^-90, as in twice the precision. Vector-Jacobian products: 16 eps times the same
expression with every term made positive.
"""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL, Activation, log_softmax, maxout, softmax, sparsemax
from certificates import Trial
from lines import asked, faults_of_products, faults_of_values, letters, line, output, outputs, with_outputs
from standard import EPS, Points

MIXING = pytest.mark.parametrize("f", [f for f in ALL.values() if f.mixes], ids=lambda f: f.id)
SETTINGS: dict[str, list[dict[str, float]]] = {
    "softmax_sink": [{"s": s} for s in (-700.25, 3.7, 1e5)],
    "softpick": [{"epsilon": epsilon} for epsilon in (0.0, 1e-100, 0.3)],
    "swiglu_clamped": [{"alpha": 1.0, "beta": 0.0, "limit": 10.0}, {"alpha": 0.1, "beta": -2.5, "limit": 1e100}],
}
"""Parameters to try besides the defaults."""


def _set(f: Activation, settings: dict[str, float]) -> Activation:
    """The same function, whose defaults are these settings."""
    return replace(f, parameters={name: replace(p, default=settings[name]) for name, p in f.parameters.items()})


SET = pytest.mark.parametrize(
    "f",
    [pytest.param(_set(ALL[name], each), id=f"{name} {each}") for name, settings in SETTINGS.items() for each in settings],
)
THRESHOLD = pytest.mark.parametrize("f", [f for f in ALL.values() if f.where], ids=lambda f: f.id)


@pytest.fixture(autouse=True)
def precision() -> Iterator[None]:
    before, flint.ctx.prec = flint.ctx.prec, 200
    yield
    flint.ctx.prec = before


# ---- where to look ---------------------------------------------------------------------------


def slices(f: Activation) -> Iterator[Points]:
    """Lines of entries: spread out and close together, far from 0, tied, at the ends of the range, one cancelling the other."""
    rng = np.random.default_rng(2026)
    for n, spread, times in [
        (1, 9, 3),
        (3, 300, 50),
        (2, 1, 80),
        (2, 40, 80),
        (4, 3, 80),
        (4, 300, 50),
        (10, 1, 20),
        (10, 100, 20),
        (100, 5, 3),
        (1000, 3, 1),
        (4096, 0.1, 1),
    ]:
        for _ in range(times):
            yield rng.normal(size=n) * spread
            yield rng.normal(size=n) * spread + rng.choice([1e3, -1e5, 1e-5])
    for gap in (1e-320, 1e-300, 1e-16, 0.5, 1 - EPS, 1.0, 2 - EPS, 2.0, 36.7, 708.3, 720.5, 744.9, 745.2, 1e300, 1.7e308):
        yield np.array([gap, 0.0])
        yield np.array([0.0, gap])
        yield np.array([gap / 2, -gap / 2, 0.1, 0.1])
        yield np.array([1e300, 1e-300, -gap, gap])
    for a in (1e-300, 1.0, 1e300, -1.7e308):  # the tails of a gate, and the roots of its slope
        for b in (-0.7517915246935645, -1.2784645427610738, -20.5, -37.6, -38.6, -53.0, -499.9, -500.1, -708.5, -746.0, -1390.0, -1416.0, 2.4, 710.0):
            yield np.array([a, b])
    yield np.array([0.0, *[-36.8] * 300, *[-37.5] * 699])  # every small term would be dropped by adding one after the other
    for n in (3, 8, 33, 200):  # thresholds that fall on an entry, or between entries that are nearly equal
        yield np.array([0.0, *[-1.0 / n] * n, *([0.5] if n % 2 == 0 else [])])
        yield np.array([*(1 / 3 + EPS * rng.integers(-3, 4, n)), 0.0, *([-2 / 3] if n % 2 == 0 else [])])
        yield -np.arange(n + n % 2) / n


def fits(f: Activation, x: Points) -> bool:
    return not len(x) * f.width % 1.0


# ---- values ----------------------------------------------------------------------------------


def lines(f: Activation, dtype: str) -> Iterator[Points]:
    for x in slices(f):
        with np.errstate(over="ignore"):
            line = x.astype(dtype)
        if np.isfinite(line).all() and fits(f, x):
            yield line


def answers(f: Activation, dtype: str) -> list[tuple[Points, Points]]:
    return [(x, np.atleast_1d(f(x))) for x in lines(f, dtype)]


@MIXING
@pytest.mark.parametrize("dtype", ["float64", "float32", "float16"])
def test_meets_the_standard(tried: Trial, f: Activation, dtype: str) -> None:
    found = answers(f, dtype)
    assert tried(f.id, asked(f, dtype, [x for x, _ in found]), [got.tobytes() for _, got in found], lambda: faults_of_values(f, found)) == []


@SET
def test_meets_the_standard_with_other_parameters(tried: Trial, f: Activation) -> None:
    test_meets_the_standard(tried, f, "float64")


@THRESHOLD
def test_the_threshold_settles_its_equation(f: Activation) -> None:
    """In double precision the outputs of every line fulfil `where`, here with what the formula makes of them: they add up to 1."""
    for x in slices(f):
        assert math.fsum(f(x).tolist()) == pytest.approx(1, abs=8 * EPS)


# ---- Jacobians -------------------------------------------------------------------------------


@MIXING
def test_the_jacobian_line_is_the_derivative_of_the_formula(f: Activation) -> None:
    """Against central differences of the formula, with a step of 2^-60 and 400 bits."""
    assert f.jacobian
    rng = np.random.default_rng(5)
    with flint.ctx.workprec(400):
        step = arb(2) ** -60
        for n in (2, 4, 4, 6):
            x = [arb(float(v)) for v in rng.normal(size=n)]
            known = with_outputs(f, x)
            for j in range(n):
                right, left = (letters(f, [*x[:j], x[j] + side, *x[j + 1 :]]) for side in (step, -step))
                for i in outputs(f, n):
                    quotient = (output(f, i, right) - output(f, i, left)) / (2 * step)
                    assert abs(quotient - line(f, i, j, known)) < arb(2) ** -80, (i, j, x)


@MIXING
def test_vjp_is_the_jacobian_line_transposed_times_the_vector(f: Activation) -> None:
    rng = np.random.default_rng(6)
    for n in (2, 2, 4, 6, 8):
        x = rng.normal(size=n)
        known = with_outputs(f, [arb(v) for v in x.tolist()])
        for i in outputs(f, n):
            g = np.eye(len(outputs(f, n)))[i] if f.width else np.array(1.0)
            for j, got in enumerate(f.vjp(x, g).tolist()):
                assert abs(arb(got) - line(f, i, j, known)) < 1e-14, (i, j, x)


def pulled(f: Activation) -> list[tuple[Points, Points, Points]]:
    """Lines, each with several gradients at the output and the gradient that the code makes of them."""
    rng = np.random.default_rng(7)
    found = []
    for x in slices(f):
        if fits(f, x) and len(x) <= 100:
            count = len(outputs(f, len(x)))
            for g in (rng.normal(size=count), np.full(count, 3.0), np.eye(count)[0], rng.uniform(-1, 1, count) * 1.7e308):
                found.append((x, g, f.vjp(x, g if f.width else g[0])))
    return found


@MIXING
def test_vjp_meets_the_standard(tried: Trial, f: Activation) -> None:
    found = pulled(f)
    questions = asked(f, "float64", [part for x, g, _ in found for part in (x, g)])
    assert tried(f.id, questions, [got.tobytes() for *_, got in found], lambda: faults_of_products(f, found)) == []


@SET
def test_vjp_meets_the_standard_with_other_parameters(tried: Trial, f: Activation) -> None:
    test_the_jacobian_line_is_the_derivative_of_the_formula(f)
    test_vjp_meets_the_standard(tried, f)


# ---- a check that cannot fail checks nothing -------------------------------------------------


BAD: dict[str, Activation] = {
    "textbook softmax": replace(softmax, value=lambda x: np.exp(x - x.max(-1, keepdims=True)) / np.exp(x - x.max(-1, keepdims=True)).sum(-1, keepdims=True)),
    "the logarithm of softmax": replace(log_softmax, value=lambda x: np.log(softmax.value(x))),
    "textbook sparsemax": replace(sparsemax, value=lambda x: _textbook_sparsemax(x)),
    "a sigmoid that has run out of digits": replace(ALL["glu"], value=lambda x: x[..., : x.shape[-1] // 2] / (1 + np.exp(-x[..., x.shape[-1] // 2 :]))),
}


def _textbook_sparsemax(x: Points) -> Any:
    falling = np.sort(x)[..., ::-1]
    sums, k = np.cumsum(falling, -1) - 1, np.arange(1, x.shape[-1] + 1)
    count = (falling * k > sums).sum(-1, keepdims=True)
    return np.maximum(x - np.take_along_axis(sums, count - 1, -1) / count, 0)


@pytest.mark.parametrize("bad", BAD.values(), ids=list(BAD))
def test_the_checker_catches(bad: Activation) -> None:
    with np.errstate(all="ignore"):
        assert faults_of_values(bad, answers(bad, "float64"))


def test_a_wrong_jacobian_is_caught() -> None:
    with pytest.raises(AssertionError):
        test_the_jacobian_line_is_the_derivative_of_the_formula(replace(softmax, jacobian="f[i] * (indicator(i == j) + f[j])"))
    bad = replace(softmax, pullback=lambda x, g: softmax.value(x) * (g - (g * softmax.value(x)).mean(-1, keepdims=True)))
    assert faults_of_products(bad, pulled(bad))


# ---- the ends of the range -------------------------------------------------------------------

INF, NAN = np.inf, np.nan


@MIXING
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_nan_reaches_what_depends_on_it_and_no_other_line(f: Activation, dtype: str) -> None:
    x = np.array([[0.5, -1.0, 2.0, 0.25], [0.5, NAN, 2.0, 0.25]], dtype)
    got, back = f(x), f.vjp(x, np.ones(np.shape(f(x))))
    assert np.isfinite(got[0]).all()
    assert np.isfinite(back[0]).all()
    assert np.isnan(got[1]).any()
    assert np.isnan(back[1]).any()


@pytest.mark.parametrize(
    ("name", "x", "expected"),
    [
        ("log_softmax", [INF, 3.0, -INF], [0, -INF, -INF]),
        ("log_softmax", [INF, 3.0, INF], [NAN, -INF, NAN]),
        ("log_softmax", [-INF], [0]),
        ("log_softmax", [-INF, -INF], [NAN, NAN]),
        ("log_softmax", [1.7e308, -1.7e308], [0, -INF]),
        *((name, [INF, 3.0, -INF], [1, 0, 0]) for name in ("sparsemax", "entmax")),
        *((name, [INF, 3.0, INF], [NAN, 0, NAN]) for name in ("sparsemax", "entmax")),
        *((name, [-INF, 3.0, -INF], [0, 1, 0]) for name in ("sparsemax", "entmax")),
        *((name, [-INF, -INF], [NAN, NAN]) for name in ("sparsemax", "entmax")),
        *((name, [1.7e308, -1.7e308], [1, 0]) for name in ("sparsemax", "entmax")),
        *((name, [1.7e308, 1.7e308], [0.5, 0.5]) for name in ("sparsemax", "entmax")),
        ("glu", [INF, INF, -INF, 2.0, 0.0, INF, INF, -1e300, 0.0, -INF, INF, -INF], [INF, INF, -INF, 0, 0, NAN]),
        ("swiglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1e300, 0.0, INF, -INF, INF, -INF], [-INF, 0, 0, 0, INF, NAN]),
        ("geglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1e300, 0.0, INF, -INF, INF, -INF], [-INF, 0, 0, 0, INF, NAN]),
        ("reglu", [INF, INF, 0.0, 2.0, 2.0, INF, -1.0, 0.0, INF, -INF, INF, -INF], [0, 0, 0, 0, INF, 0]),
        ("softmin", [INF, 3.0, -INF], [0, 0, 1]),
        ("softmin", [-INF, 3.0, -INF], [NAN, 0, NAN]),
        ("softmin", [INF, 3.0], [0, 1]),
        ("softmin", [INF], [1]),
        ("softmin", [INF, INF], [NAN, NAN]),
        ("hardmax", [INF, 3.0, -INF], [1, 0, 0]),
        ("hardmax", [INF, 3.0, INF], [NAN, 0, NAN]),
        ("hardmax", [-INF], [1]),
        ("hardmax", [-INF, -INF], [NAN, NAN]),
        *((name, [INF, 3.0, -INF], [1, 0, 0]) for name in ("softmax_sink", "softpick")),
        *((name, [INF, 3.0, INF], [NAN, 0, NAN]) for name in ("softmax_sink", "softpick")),
        *((name, [-INF, -INF], [0, 0]) for name in ("softmax_sink", "softpick")),
        *((name, [1.7e308, -1.7e308], [1, 0]) for name in ("softmax_sink", "softpick")),
        ("softpick", [0.0, 0.0, -0.0], [0, 0, 0]),
        ("swiglu_clamped", [INF, -1.0, 3.0, -INF, INF, -1e300], [0, 0, 0]),
        ("maxout", [INF, INF, 3.0], INF),
        ("maxout", [-INF, 3.0], 3),
        ("crelu", [INF, -INF, -0.0], [INF, 0, 0, 0, INF, 0]),
    ],
    ids=str,
)
def test_infinities_give_the_limit_and_nan_where_there_is_none(name: str, x: list[float], expected: list[float]) -> None:
    np.testing.assert_allclose(ALL[name](x), expected, rtol=EPS)
    np.testing.assert_allclose(ALL[name]([x, [0.5] * len(x)])[0], expected, rtol=EPS)  # and the neighbours are left alone
    assert np.isfinite(ALL[name]([x, [0.5] * len(x)])[1]).all()


def test_ties_of_maxout() -> None:
    assert maxout.vjp([1.0, 3.0, 3.0], 2.0).tolist() == [0, 2, 0]
    np.testing.assert_array_equal(maxout.vjp([INF, 3.0, INF], 2.0), [NAN, 0, NAN])
    assert maxout.vjp([INF, 3.0], 2.0).tolist() == [2, 0]
    np.testing.assert_array_equal(maxout.vjp([1.0, NAN], 2.0), [NAN, NAN])


def test_slopes_at_the_kinks_of_mixing_functions() -> None:
    assert ALL["crelu"].vjp([0.0, -0.0], [1.0, 1.0, 1.0, 1.0]).tolist() == [0, 0]
    assert ALL["reglu"].vjp([3.0, 0.0], [1.0]).tolist() == [0, 0]
    assert sparsemax.vjp([0.0, -1.0], [1.0, 5.0]).tolist() == [0, 0]
    assert ALL["softpick"].vjp([0.0, 2.0], [1.0, 0.0])[0] == 0
    clamped = ALL["swiglu_clamped"]
    for left, at in ((6.9, 7.0), (-7.1, -7.0)):  # of the limits the left side counts
        assert clamped.vjp([at, 2.0], [1.0])[0] == clamped.vjp([left, 2.0], [1.0])[0]
    assert clamped.vjp([2.0, 7.0], [1.0])[1] == pytest.approx(clamped.vjp([2.0, math.nextafter(7.0, 0.0)], [1.0])[1])
    assert clamped.vjp([2.0, math.nextafter(7.0, 8.0)], [1.0])[1] == 0


def test_hardmax_takes_the_first_of_several_largest_entries() -> None:
    assert ALL["hardmax"]([1.0, 3.0, 3.0, -2.0]).tolist() == [0, 1, 0, 0]
    assert ALL["hardmax"]([3.0, 1.0, 3.0], where=[False, True, True]).tolist() == [0, 0, 1]
    assert ALL["hardmax"]([-0.0, 0.0]).tolist() == [1, 0]


def test_a_sink_is_one_more_entry_whose_share_is_dropped() -> None:
    x, g = np.random.default_rng(9).normal(size=(2, 5, 4))
    for s in (-3.0, 0.0, 2.5):
        more = np.concatenate((x, np.full((5, 1), s)), axis=-1)
        np.testing.assert_allclose(ALL["softmax_sink"](x, s=s), softmax(more)[:, :-1], rtol=4 * EPS)
        np.testing.assert_allclose(ALL["softmax_sink"].vjp(x, g, s=s), softmax.vjp(more, np.concatenate((g, np.zeros((5, 1))), axis=-1))[:, :-1], atol=4 * EPS)
        np.testing.assert_allclose(ALL["softmax_sink"](x + 1.5, s=s + 1.5), ALL["softmax_sink"](x, s=s), rtol=16 * EPS)


def test_the_clamped_unit_is_that_of_the_models() -> None:
    """Written as their code has it, limits reached and not: of gpt-oss, whose gate and other half alternate, and of DeepSeek-V4, whose gate comes first."""
    given = np.random.default_rng(10).normal(size=(3, 20)) * 9
    np.testing.assert_array_equal(ALL["swiglu_clamped"]([INF, -INF, INF, INF]), ALL["swiglu_clamped"]([7.0, -7.0, 7.0, 7.0]))
    gate, up = np.minimum(given[:, ::2], 7.0), np.clip(given[:, 1::2], -7.0, 7.0)
    ours = ALL["swiglu_clamped"](np.concatenate((given[:, 1::2], given[:, ::2]), axis=-1))
    np.testing.assert_allclose(ours, (up + 1) * (gate / (1 + np.exp(-1.702 * gate))), rtol=1e-12)
    gate, up = np.minimum(given[:, :10], 10.0), np.clip(given[:, 10:], -10.0, 10.0)
    ours = ALL["swiglu_clamped"](np.roll(given, 10, axis=-1), alpha=1.0, beta=0.0, limit=10.0)
    np.testing.assert_allclose(ours, gate / (1 + np.exp(-gate)) * up, rtol=1e-12)
