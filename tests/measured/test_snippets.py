"""The code to copy: NumPy's runs here on the vectors, C's and JavaScript's where a compiler and Node are found, and the record is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from activation_functions import ALL
from answers import snippets as kept
from mathematics.recorded import recorded
from measured import errors, running_snippets, snippets


@pytest.mark.parametrize("name", ALL)
def test_the_numpy_snippet_is_the_function(name: str) -> None:
    assert running_snippets.misnamed(name, "numpy") == ""
    assert snippets.measure(name, "numpy")[1] == []
    assert snippets.warned(name) == []


@pytest.mark.parametrize("language", running_snippets.TOOLS)
@pytest.mark.parametrize("name", ALL)
def test_the_snippet_in_c_and_javascript_is_the_function(name: str, language: str) -> None:
    if not running_snippets.found(language):
        pytest.skip(f"{running_snippets.TOOLS[language]} is not on this machine")
    assert snippets.measure(name, language)[1] == []


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The snippets of NumPy in a place where they may be spoilt."""
    shutil.copytree(kept.FOLDER / "numpy", tmp_path / "numpy")
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    return tmp_path / "numpy"


WORSE = {
    "the tail is lost": ("gelu", "x * special.ndtr(x)", "x * (1 + special.erf(x / np.sqrt(2))) / 2", "value at -17.5"),
    "an infinity is NaN": ("silu", "np.maximum(x, -800)", "x", "value at -inf"),
    "digits near 0 are lost": ("elu", "np.expm1(np.minimum(x, 0))", "(np.exp(np.minimum(x, 0)) - 1)", "value at -1e-16"),
    "NaN is lost": ("relu", "np.maximum(x, 0)", "np.fmax(x, 0)", "value at nan"),
    "a branch is missed": ("hardshrink", "<=", "<", "value at 0.5"),
    "a line of entries": ("log_softmax", "np.put_along_axis(others, at, 0, axis)", "others[...] = 0", "value at 1.0: -1.0, true -1.31"),
}


@pytest.mark.parametrize(("name", "old", "new", "told"), WORSE.values(), ids=WORSE)
def test_a_worse_snippet_is_past_the_bound(copy: Path, name: str, old: str, new: str, told: str) -> None:
    file = copy / f"{name}.py"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    assert any(told in fault for fault in snippets.measure(name, "numpy")[1]), snippets.measure(name, "numpy")[1]


def test_another_default_is_told(copy: Path) -> None:
    file = copy / "elu.py"
    file.write_text(file.read_text("utf-8").replace("alpha=1.0", "alpha=0.5"), "utf-8")
    assert "('alpha', 0.5)" in running_snippets.misnamed("elu", "numpy")


def test_a_warning_is_told(copy: Path) -> None:
    (copy / "sigmoid.py").write_text("import numpy as np\n\n\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n", "utf-8")
    assert any("overflow" in said for said in snippets.warned("sigmoid"))


def test_the_record_has_every_snippet_in_every_format() -> None:
    record = recorded("snippets")
    assert record["measured"].keys() == ALL.keys()
    for name, by_language in record["measured"].items():
        assert by_language.keys() == kept.LANGUAGES.keys(), name
        for language, said in by_language.items():
            assert set(said["value"]) == set(snippets.TAKES[language])
            assert all(units <= record["bound"] for units, *_ in said["value"].values())
            without = ALL[name].jacobian == "0" and "gradient" not in said  # a library may have no gradient where it is 0 everywhere
            if language in ("pytorch", "jax", "tensorflow") and not without:
                assert set(said["gradient"]) == set(snippets.TAKES[language]), (name, language)
                assert all(units <= errors.round_up(record["gradients"][dtype]) for dtype, (units, *_) in said["gradient"].items())
