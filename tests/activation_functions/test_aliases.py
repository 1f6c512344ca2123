"""Other names of functions: they answer, no list holds a function twice, and none overrides an id."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import activation_functions
from activation_functions import ALL
from activation_functions.__main__ import main
from activation_functions.parameters import Alias

ALIASES = [(f.id, alias) for f in ALL.values() for alias in f.called]


def test_there_are_aliases_and_iteration_knows_ids_alone() -> None:
    assert len(ALIASES) > 20
    names = {alias.name for _, alias in ALIASES}
    assert len(names) == len(ALIASES)
    assert not names & set(ALL)
    assert not any(name in ALL or ALL.get(name) for name in names)
    assert [f.id for f in ALL.values()] == list(ALL)


@pytest.mark.parametrize(("name", "alias"), ALIASES, ids=lambda each: getattr(each, "name", each))
def test_an_alias_answers_with_the_function_that_it_stands_for(name: str, alias: Alias) -> None:
    f, x = ALL[alias.name], np.linspace(-5, 5, 41)
    assert f.id == name
    assert np.array_equal(f(x), ALL[name](x, **dict[str, Any](alias.parameters)), equal_nan=True)
    assert getattr(activation_functions, alias.name) is f or alias.parameters
    assert alias.name in str(ALL[name].__doc__)


def test_an_alias_with_parameters_has_them_as_defaults_and_claims_no_closed_forms_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ALL, "hard_sigmoid", replace(ALL["hard_sigmoid"], aliases={"onnx_ramp": "onnx: width=2"}))
    assert ALL["onnx_ramp"].parameters["width"].default == 2.0
    assert ALL["onnx_ramp"].closed == {}
    assert ALL["hard_sigmoid"].parameters["width"].default == 6.0
    assert float(ALL["onnx_ramp"](0.5)) == 0.75


@pytest.mark.parametrize(
    ("line", "alias"),
    [
        ("keras, jax: width=2", Alias("a", ("keras", "jax"), {"width": 2.0})),
        ("keras", Alias("a", ("keras",))),
        ("fernandez2024: x * tanh(exp(x))", Alias("a", ("fernandez2024",), formula="x * tanh(exp(x))")),
        ("torch: alpha=-1e-3, beta=2", Alias("a", ("torch",), {"alpha": -0.001, "beta": 2.0})),
    ],
)
def test_a_line_says_who_uses_it_and_what_it_stands_for(line: str, alias: Alias) -> None:
    assert Alias.read("a", line) == alias


def test_the_command_line_knows_aliases(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["telu", "1"]) == 0
    assert float(capsys.readouterr().out) == float(ALL["tanhexp"](1.0))
    assert main([]) == 0
    assert "Also telu." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["sparseplus"])
    assert "sparse_plus" in capsys.readouterr().err


def test_what_is_neither_id_nor_alias_is_refused() -> None:
    with pytest.raises(KeyError, match="gleu"):
        ALL["gleu"]
