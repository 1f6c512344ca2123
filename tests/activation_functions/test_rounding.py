"""The arithmetic that keeps what rounding drops, checked with exact fractions."""

import math
from fractions import Fraction

import flint
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL
from activation_functions.functions import gelu, silu
from activation_functions.rounding import times_gaussian, total, two_product, two_sum
from mathematics import formula

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


def test_the_roots_of_the_derivatives_are_roots() -> None:
    """ROOT + ROOT_REST is within 1e-32 of a zero of the derivative: its sign changes there."""
    flint.ctx.prec = 200
    for name, module in (("gelu", gelu), ("silu", silu)):
        root, near = arb(module.ROOT) + arb(module.ROOT_REST), arb("1e-32")
        before, after = (formula.jet(ALL[name].formula, at, 1)[1] for at in (root - near, root + near))
        assert before < 0 < after
