"""The dots of the figure of properties are the proved facts of the record."""

import pytest

from answers import names
from figures.properties_of_the_used import SHOWN, has


@pytest.mark.parametrize("name", SHOWN)
def test_the_dots_are_the_facts(name: str) -> None:
    known = names.known(name)
    traits, steepest = known["traits"], known["facts"]["steepest"]
    proved = traits["differentiable"], traits["monotone"], traits["bounded"], traits["zero_centred"] != "no", "inf" not in str(steepest["ball"])
    assert has(name) == proved
