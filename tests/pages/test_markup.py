"""Formulas as plain letters, where a title or the search can hold no others."""

import pytest

from pages.markup import without_maths


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"at most $\frac{1}{4}$", "at most 1/4"),
        (r"$\tfrac12$ of $\frac{x_1}{2n}$", "1/2 of x₁/2n"),
        ("$x_1 = 4^{10}$", "x₁ = 4¹⁰"),
        (r"$\sigma(1-\sigma)$ and $w^{\mathsf T}x$", "σ(1-σ) and wᵀx"),
        (r"$1/\sqrt{n}$", "1/√n"),
    ],
)
def test_a_formula_is_written_in_plain_letters(text: str, plain: str) -> None:
    assert without_maths(text) == plain
