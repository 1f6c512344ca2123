"""The bench times what it says it times; how long anything took is no matter of a test."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from activation_functions import ALL, Activation, gelu_tanh, glu, identity, relu, sigmoid, softmax
from measured import bench
from pages.blocks import speed
from project.paths import DOCS, ROOT


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "ELEMENTS", 1000)
    monkeypatch.setattr(bench, "ROUNDS", 3)


@pytest.mark.parametrize("f", ALL.values(), ids=lambda f: f.id)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_everything_set_beside_a_function_computes_that_function(f: Activation, dtype: str) -> None:
    found = bench.works(f, dtype, seed=1)
    assert {"copy", "value", "slope"} <= found.keys()
    for what in ("value", "slope"):
        ours = np.asarray(found[what]())
        assert ours.dtype == dtype
        for other in found.keys() & {f"{what} textbook", f"{what} products", f"{what} scipy"}:
            assert np.allclose(ours, found[other](), rtol=1e-2, atol=1e-5), other


def test_only_what_computes_is_compared() -> None:
    assert bench.works(identity, "float64", 0).keys().isdisjoint({"value textbook", "slope textbook"})
    assert {"value textbook", "slope textbook", "value scipy"} <= bench.works(sigmoid, "float64", 0).keys()
    assert {"value products", "slope products"} <= bench.works(gelu_tanh, "float64", 0).keys()
    assert "value products" not in bench.works(sigmoid, "float64", 0)
    assert "value scipy" in bench.works(softmax, "float64", 0)
    assert np.shape(bench.works(glu, "float64", 0)["value"]()) == (10, 50)


def test_powers_become_products() -> None:
    assert bench.with_products("x + 0.044715 * x**3") == "x + 0.044715 * power(x, 3)"
    assert bench.with_products("(1 - tanh(x)**2) / sqrt(x)**3 + 2**x") == "(1 - power(tanh(x), 2)) / power(sqrt(x), 3) + 2 ** x"
    assert bench.with_products("x * sigma(x)") == "x * sigma(x)"
    x = np.array([-1.5, 0.5, 3.0])
    for n in range(1, 8):
        np.testing.assert_allclose(bench.power(x, float(n)), x**n, rtol=1e-15)
    factors: list[int] = []

    class Counted:
        def __mul__(self, other: "Counted") -> "Counted":
            factors.append(1)
            return self

    bench.power(Counted(), 3)
    assert len(factors) == 2


def test_each_round_runs_everything_once_on_another_array() -> None:
    seen: list[tuple[int, str]] = []
    work: list[bench.Work] = [{what: (lambda what=what, k=k: seen.append((k, what))) for what in "abc"} for k in range(4)]  # type: ignore[misc]
    times = bench.interleaved(work)
    assert times.keys() == {"a", "b", "c"}
    assert all(time >= 0 for time in times.values())
    rounds = [seen[start : start + 3] for start in range(0, 9, 3)]
    assert all({what for _, what in each} == {"a", "b", "c"} for each in rounds)
    assert all(len({k for k, _ in each}) == 3 for each in rounds)


def test_the_table_shows_ratios_of_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    ns = {"copy": 0.5, "value": 2.0, "value textbook": 4.0, "value products": 2.5, "slope": 3.0}
    record: dict[str, Any] = {"ns": {dtype: {"relu": ns, "gone": ns} for dtype in ("float64", "float32")}}
    monkeypatch.setattr(speed, "recorded", lambda name: record)

    class Here:
        language = "en"

        def to_page(self, path: str) -> str:
            return path

    shown: list[str] = speed.TABLES["speed"](Here()).splitlines()  # type: ignore[arg-type]
    row = f"| [{relu.name}](functions/relu) |" + " $4$ | $0.5$ | $0.8$ | — | — |" * 2
    assert shown[2:] == [row]


def test_the_edited_paragraph_is_there() -> None:
    assert (DOCS / "about.en.md").read_text("utf-8").count(bench.PARAGRAPH) == 1


def test_growth_adds_functions_with_their_derivations_and_pages(tmp_path: Path) -> None:
    for folder in ("src/activation_functions", "scripts/derivations/functions", "docs/guide"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=bench.LEFT_OUT)
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    bench.synthesise(tmp_path, 7)
    more = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file() and path not in before}
    assert len(more) == 4 * len(bench.MODELS)
    for model in bench.MODELS:
        assert f"docs/guide/vanishing-{model.replace('_', '-')}-no7.zh-Hant.md" in more
        assert f"from activation_functions import {model}_no7\n" in (tmp_path / f"scripts/derivations/functions/{model}_no7_derivative.py").read_text("utf-8")
    code = "import activation_functions as a; assert a.ALL['elu_no7'](-1.0) == a.elu(-1.0); assert a.ALL['elu_no7'].id == 'elu_no7'"
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(tmp_path / "src"), "PYTHONDONTWRITEBYTECODE": "1"}, check=True)


def test_processors_are_counted_as_well_as_the_clock(tmp_path: Path) -> None:
    taken = bench.seconds([sys.executable, "-c", "sum(range(3_000_000))"], tmp_path)
    assert taken.wall > 0
    assert taken.processor > 0
    with pytest.raises(subprocess.CalledProcessError):
        bench.seconds([sys.executable, "-c", "raise SystemExit(1)"], tmp_path)
