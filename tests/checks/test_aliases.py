"""The check of aliases refuses what was not measured or proved, and asks for what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from activation_functions import ALL
from answers.aliases import clashes
from checks import aliases

WRONG = {
    "an id": ("smelu", {"relu": "keras"}, "is the id of a function here"),
    "another function": ("relu", {"sparse_plus": "keras"}, "sparse_plus of keras is smelu(beta=1) and not relu"),
    "other parameters": ("hard_sigmoid", {"hardsigmoid": "torch: width=2"}, "hardsigmoid of torch is hard_sigmoid(offset=0.5, width=6) and not hard_sigmoid"),
    "a name that nobody has": ("smelu", {"smooth_relu": "keras"}, "no function of keras that was run is called smooth_relu"),
    "a stranger": ("smelu", {"smooth_relu": "mxnet"}, "used by mxnet, no library measured"),
    "a paper without a formula": ("tanhexp", {"telu": "fernandez2024"}, "how fernandez2024 writes telu is not said"),
    "another formula": ("tanhexp", {"telu": "fernandez2024: x * tanh(exp(-x))"}, "is not proved equal"),
    "an unknown parameter": ("smelu", {"sparse_plus": "keras: width=2"}, "sets width, which smelu has not"),
    "two functions": ("relu", {"telu": "fernandez2024: max(0, x)"}, "telu is an alias of relu and of tanhexp"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_alias_is_refused_at_its_line(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, said, wanted = WRONG[case]
    monkeypatch.setitem(ALL, name, replace(ALL[name], aliases=said))
    faults = [fault for fault in aliases.aliases() if wanted in fault.what]
    assert name in {fault.file.stem for fault in faults}


def test_an_alias_that_a_library_has_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert aliases.aliases() == []
    monkeypatch.setitem(ALL, "smelu", replace(ALL["smelu"], aliases={"sparse_plus": "keras"}))
    (fault,) = aliases.aliases()
    assert (fault.file.stem, fault.what) == ("smelu", "jax calls smelu(beta=1) sparse_plus")


def test_a_word_for_two_functions_is_a_clash() -> None:
    assert {("gelu", ()), ("gelu_tanh", ())} == set(clashes()["gelu"])
    assert ("flax", "swish") in clashes()["swish"]["silu", ()]
    assert {width for (_, given) in clashes()["hardsigmoid"] for _, width in given} == {5.0}
