"""The bench times what it says it times; how long anything took is no matter of a test."""

from typing import Any

import numpy as np
import pytest

from activation_functions import ALL, Activation, gelu_tanh, glu, identity, relu, sigmoid, softmax
from measured import bench
from pages.blocks import speed


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
