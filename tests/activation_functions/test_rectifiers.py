"""Facts of the rectifiers and shrinkage functions that can be worked out by hand, and proofs that must be refused."""

import dataclasses
from fractions import Fraction

import pytest
from flint import arb

from activation_functions import Activation, Kink, hardshrink, identity, relu2, softshrink, squareplus, srelu, star_relu, tanhshrink, thresholded_relu
from mathematics.balls import exact
from mathematics.facts import facts, parity, traits
from mathematics.formula import ball

KNOWN = [
    (relu2, {"mean": "1/2", "second_moment": "3/2", "slope_moment": "2"}),
    (star_relu, {"mean": "0", "second_moment": "1", "slope_moment": "8/5", "gain": "1"}),
    (squareplus, {"second_moment": "3/2", "slope_mean": "1/2"}),
]


@pytest.mark.parametrize(("f", "name", "value"), [(f, name, value) for f, known in KNOWN for name, value in known.items()], ids=str)
def test_moments_by_hand(f: Activation, name: str, value: str) -> None:
    found = facts(f)[name].ball
    assert found.overlaps(exact(Fraction(value)))
    assert found.rad() < arb(10) ** -50


def test_a_mean_of_zero_is_proved_and_not_read_off_a_ball() -> None:
    assert facts(star_relu)["mean"].ball == 0
    shifted = dataclasses.replace(star_relu, formula="(2 * max(0, x)**2 - 1 + 10 ** -90) / sqrt(5)")
    assert not facts(shifted)["mean"].ball.is_exact()


def test_moments_of_cut_off_functions() -> None:
    both_tails = 2 * ball("Phi(x)", x=exact(Fraction(-1, 2)))
    for f in (softshrink, hardshrink):
        assert facts(f)["slope_mean"].ball.overlaps(both_tails)
    assert facts(thresholded_relu)["mean"].ball.overlaps(ball("phi(x)", x=arb(1)))


def test_parity_is_proved_on_every_piece() -> None:
    assert [parity(f) for f in (softshrink, hardshrink, tanhshrink, srelu, identity)] == ["odd"] * 5
    nearly = dataclasses.replace(identity, formula="x + (0 if abs(x) < 100 else abs(x) - 100)", kinks=(Kink("-100", "0", "1"), Kink("100", "1", "2")))
    with pytest.raises(ArithmeticError, match="looks odd"):
        parity(nearly)


def test_a_slope_that_touches_zero_is_no_turn() -> None:
    assert traits(tanhshrink)["monotone"]
    assert facts(tanhshrink)["inflection1.x"].ball == 0


def test_a_function_that_outgrows_the_square_is_refused() -> None:
    twice = dataclasses.replace(identity, formula="exp(2 * x)", derivative_formula="2 * exp(2 * x)", second_formula="4 * exp(2 * x)")
    with pytest.raises(ArithmeticError, match="neither f' nor f'' is bounded, and f'' may be larger than f'"):
        facts(twice)
