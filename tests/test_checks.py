"""Each check passes a sound house and finds what was broken, with its address."""

import pytest

import checks
from house import House

SMALL = sorted(checks.CHECKS.keys() - {"picture"})


@pytest.mark.parametrize("check", SMALL)
def test_a_sound_house_has_no_faults(house: House, check: str) -> None:
    assert house.faults(check) == []
