"""The catalogue for the browser: lines that keep their digits, and the formulas of functions that mix entries as people type them."""

import numpy as np
import pytest

from activation_functions import ALL
from answers import recognised


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("x * tanh(log(1 + exp(x)))", "x * tanh(softplus(x))"),
        ("log(1 + exp(beta * x)) / beta", "softplus(beta * x) / beta"),
        ("-log(1 + exp(-x))", "-softplus(-x)"),
        (ALL["tanh"].formula, "tanh(x)"),
        ("log(2 + exp(x))", "log(2 + exp(x))"),
        ("x if x > 0 else alpha * x", "x if x > 0 else alpha * x"),
    ],
)
def test_what_would_overflow_is_called_by_its_name(formula: str, line: str) -> None:
    assert recognised.line(formula) == line


@pytest.mark.parametrize(
    ("formula", "typed"), [("exp(x[i]) / sum(exp(x[j]) for j in range(n))", "exp(x)/sum(exp(x))"), ("x[i] * sigma(x[i])**2", "x*sigmoid(x)^2")]
)
def test_a_formula_about_entries_is_typed_without_indices(formula: str, typed: str) -> None:
    assert recognised.typed(formula) == typed


def test_every_function_of_one_number_is_there_with_its_parameters() -> None:
    table = recognised.table()
    assert {row["id"] for row in table["single"]} == {f.id for f in ALL.values() if not f.mixes}
    assert ["softmax", "exp(x)/sum(exp(x))"] in table["mixed"]
    for row in table["single"]:
        assert {name: given for name, given, *_ in row["parameters"]} == {n: p.default for n, p in ALL[row["id"]].parameters.items()}
        assert np.isfinite([given for _, given, *_ in row["parameters"]]).all()
