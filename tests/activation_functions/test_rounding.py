"""The arithmetic that keeps what rounding drops, checked with exact fractions."""

import math
from fractions import Fraction

import flint
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL
from activation_functions.functions import elish, gaussian, gelu, gelu_tanh, golu, lisht, mish, silu, star_relu, tanhexp
from activation_functions.rounding import exp, exp_in_two, exponent, times_gaussian, total, two_product, two_sum
from mathematics import balls, formula

RNG = np.random.default_rng(4)
A, B = RNG.normal(size=(2, 2000)) * 10.0 ** RNG.integers(-30, 30, (2, 2000))


def test_sum_and_product_keep_everything() -> None:
    for operation, kept in ((Fraction.__add__, two_sum(A, B)), (Fraction.__mul__, two_product(A, B))):
        for a, b, rounded, dropped in zip(A, B, *kept, strict=True):
            assert Fraction(rounded) + Fraction(dropped) == operation(Fraction(a), Fraction(b))


@pytest.mark.parametrize("n", [0, 1, 2, 3, 7, 64, 1001])
def test_total_is_the_sum_rounded_once_or_nearly(n: int) -> None:
    terms = RNG.normal(size=(5, n)) * 10.0 ** RNG.integers(-12, 12, (5, n))
    sums = total(terms)
    assert sums.shape == ((5, 1) if n else (5, 0))
    for line, (got,) in zip(terms, sums if n else [], strict=False):
        assert abs(got - math.fsum(line)) <= 2.0**-52 * abs(math.fsum(line)) + 2.0**-98 * np.abs(line).sum()


def test_times_gaussian_keeps_its_digits_to_the_end() -> None:
    flint.ctx.prec = 120
    x = RNG.uniform(-38, 38, 3000)
    for point, got in zip(x.tolist(), times_gaussian(np.ones_like(x), x).tolist(), strict=True):
        true = (-(arb(point) ** 2) / 2).exp()
        assert abs(arb(got) - true) < max(4 * 2.0**-52 * float(true), 2 * 2.0**-1074)


def test_an_exponential_in_two_words_has_64_bits() -> None:
    flint.ctx.prec = 160
    x = np.concatenate([[0.0, 7.0, 1 / 64, np.nextafter(1 / 64, 1)], RNG.uniform(0, 7, 3000)])
    for point, high, low in zip(x.tolist(), *(words.tolist() for words in exp_in_two(x)), strict=True):
        true = arb(point).exp()
        assert high == float(true) or abs(low) > 0.49 * np.spacing(high)  # rounded, but for a tie or nearly one
        assert abs(arb(high) + arb(low) - true) < arb(2) ** -64 * true, point


def test_what_a_product_drops_is_put_back_after_the_exponential() -> None:
    """Where exp of the rounded product alone is hundreds of units in the last place off."""
    flint.ctx.prec = 160
    rate, rest = 1.702, float(Fraction("1.702") - Fraction(1.702))
    x = RNG.uniform(-430, 0, 2000)
    t, dropped = exponent(x, rate, rest)
    alone, kept = np.exp(t), exp(t, dropped)
    true = [(balls.exact("1.702") * arb(point)).exp() for point in x.tolist()]
    off = [max(float(abs(arb(got) - y) / y) for got, y in zip(found.tolist(), true, strict=True) if y > 1e-300) for found in (alone, kept)]
    assert off[1] < 2.0**-52 < 100 * 2.0**-52 < off[0]


def test_an_exponent_stays_within_bounds() -> None:
    ends = np.array([-np.inf, -1e308, -1.0, 0.0, 5e-324, 1.0, 1e308, np.inf])
    for rate in (1e100, -1e100, 1.0, 1e-100, 0.0):
        with np.errstate(divide="ignore"):  # as when it is called from a function
            t, dropped = exponent(ends, rate)
        assert np.isfinite(t).all()
        assert np.isfinite(dropped).all()
        assert (np.abs(t) <= 1501).all()
        assert (np.sign(t) == np.sign(rate) * np.sign(ends) * (t != 0)).all()
        inside = np.abs(ends) < 1500 / np.maximum(np.abs(rate), 1e-300)
        np.testing.assert_array_equal(t[inside], rate * ends[inside])
    assert np.isnan(exponent(np.array([np.nan]), 2.0)[0]).all()


ROOTS = [  # where a derivative of this order changes its sign: a double, and what is missing from it
    *(("gelu", 1, gelu.ROOT, gelu.ROOT_REST), ("silu", 1, silu.ROOT, silu.ROOT_REST), ("gelu_tanh", 1, gelu_tanh.ROOT, gelu_tanh.ROOT_REST)),
    *(("mish", 1, mish.ROOT, mish.ROOT_REST), ("tanhexp", 1, tanhexp.ROOT, tanhexp.ROOT_REST), ("elish", 1, elish.ROOT, elish.ROOT_REST)),
    *(("golu", 1, golu.ROOT, golu.ROOT_REST), ("star_relu", 0, star_relu.ROOT, star_relu.ROOT_REST)),
    *(("silu", 2, silu.BEND, silu.BEND_REST), ("gelu", 2, gelu.BEND, gelu.BEND_REST), ("gelu_tanh", 2, gelu_tanh.BEND, gelu_tanh.BEND_REST)),
    *(("gaussian", 2, gaussian.BEND, gaussian.BEND_REST), ("lisht", 2, lisht.BEND, lisht.BEND_REST), ("elish", 2, elish.BEND, elish.BEND_REST)),
    *(("golu", 2, *pair) for pair in zip(golu.BENDS, golu.BENDS_REST, strict=True)),
    *(("tanhexp", 2, *pair) for pair in zip(tanhexp.BENDS, tanhexp.BENDS_REST, strict=True)),
    *(("mish", 2, *side[1:3]) for side in (mish.LEFT, mish.RIGHT)),
]


@pytest.mark.parametrize(("name", "order", "root", "rest"), ROOTS)
def test_the_roots_are_roots(name: str, order: int, root: float, rest: float) -> None:
    """Their two words are within 1e-31 of a zero: the sign changes there."""
    flint.ctx.prec = 300
    near = arb("1e-31")
    before, after = (formula.jet(ALL[name].formula, arb(root) + arb(rest) + step, order)[order] for step in (-near, near))
    assert before * after < 0
    assert abs(rest) <= np.spacing(abs(root)) / 2
