"""A measured number is printed no finer than its spread."""

from fractions import Fraction

import numpy as np
import pytest

from mathematics.observation import Observation, arrived, observe


def test_observe() -> None:
    mean, spread, runs = observe([1, 2, 3, 4])
    assert (mean, runs) == (2.5, 4)
    assert spread == pytest.approx((5 / 3) ** 0.5)  # the sample's, with n − 1


@pytest.mark.parametrize("values", [[], [1.0], [[1.0, 2.0], [3.0, 4.0]]])
def test_one_run_is_no_observation(values: list[float]) -> None:
    with pytest.raises(ValueError, match="at least two runs"):
        observe(values)


@pytest.mark.parametrize(
    ("mean", "spread", "percent", "shown"),
    [
        (2.34567, 0.0456, False, ("2.35", "0.05")),
        (2.3, 0.5, False, ("2.3", "0.5")),
        (1234.5, 67.8, False, ("1230", "70")),
        (1234.5, 5.2, False, ("1234", "5")),
        (0.9876, 0.0123, True, ("99", "1")),
        (0.98765, 0.00123, True, ("98.8", "0.1")),
        (-0.5, 0.096, False, ("-0.5", "0.1")),
        (3, 0, False, ("3", "0")),
    ],
)
def test_cut_where_the_spread_begins(mean: float, spread: float, percent: bool, shown: tuple[str, str]) -> None:
    assert Observation(mean, spread, 10).digits(percent) == shown


def test_too_fine_to_print() -> None:
    with pytest.raises(ValueError, match="too fine"):
        Observation(1.0, 1e-9, 5).digits()


def test_agreement_within_the_spread() -> None:
    here = Observation(10.0, 0.5, 8)
    assert here.agrees(Observation(10.9, 0.3, 8))
    assert not here.agrees(Observation(11.2, 0.3, 8))
    assert Observation(3, 0, 2).agrees(Observation(3, 0, 2))


def test_a_run_that_never_arrived_is_counted_and_not_averaged() -> None:
    steps = [12.0, np.inf, 9.0, np.inf, np.inf]
    assert arrived(steps) == Fraction(2, 5)
    with pytest.raises(ValueError, match="3 of 5 runs never arrived, and have no mean; quote how many did with `arrived`"):
        observe(steps)
    with pytest.raises(ValueError, match="1 of 2 runs never arrived"):
        observe([np.nan, 1.0])
