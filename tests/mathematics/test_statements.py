"""What a formula typed as TeX states: its sides and the relations between them, one statement for each wide space, word or sign."""

import pytest

from mathematics.statements import statements

STATEMENTS = {
    "a = b = c .": ["a = b = c"],
    r"a<b\le c,\qquad d\ne e": ["a < b ≤ c", "d ≠ e"],
    r"\sigma(z)>0 \iff z>0": [r"\sigma ( z ) > 0", "z > 0"],
    r"f(x,y)=0": ["f ( x , y ) = 0"],
    r"\text{gain} = 2": [r"\text{gain} = 2"],
    r"x = 1 \quad\text{for all}\ n": ["x = 1", "n"],
    r"x=\pm 2": ["x = + 2", "x = - 2"],
    r"\sum_{i=1}^n i = s": [r"\sum _ { i = 1 } ^ n i = s"],
}


@pytest.mark.parametrize(("tex", "stated"), STATEMENTS.items())
def test_a_formula_is_cut_into_statements(tex: str, stated: list[str]) -> None:
    assert [statement.shown for statement in statements(tex)] == stated
