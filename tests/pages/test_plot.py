"""The plot beside a formula: where it draws, what it reads and what it calls the landmark are what the module computes."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from answers import curves, names
from language.words import LANGUAGES
from pages.blocks import plot
from pages.blocks.dispatch import scribe_for
from pages.page import Page
from project.paths import ASSETS

ELEMENTWISE = [name for name in names.functions() if not names._record(name).mixes]
MIXING = [name for name in names.functions() if names._record(name).mixes]


def shown(name: str, language: str = "en") -> str:
    scribe = scribe_for(Page(f"functions/{name}", LANGUAGES[language].written, "", name), language)
    return scribe.block(f"{name}.plot", scribe)


def lines(path: str) -> list[list[tuple[float, float]]]:
    """The strokes of a path, each as its points."""
    return [[tuple(map(float, point.split())) for point in part.split("L")] for part in path.split("M")[1:]]  # type: ignore[misc]


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_every_row_of_the_table_lies_on_the_line_that_is_drawn(name: str) -> None:
    curve, text = curves.curve(name), shown(name)
    seen = plot.window(name, curve)
    drawn = dict(re.findall(r'<path class="line (\w+)" d="([^"]+)"', text))
    assert list(drawn) == [order for order, _ in reversed(plot.ORDERS)]
    for order, path in drawn.items():
        strokes = lines(path)
        for x, y in zip(curve["x"], curve[order], strict=True):
            if abs(x) < seen.reach and seen.low <= y <= seen.high:
                across, up = seen.across(x), seen.up(y)
                through = [s for s in strokes if s[0][0] - 0.06 <= across <= s[-1][0] + 0.06]
                away = min((distance(stroke, across, up) for stroke in through), default=np.inf)
                assert away < plot.WITHIN + 0.08 or jumps(curve, order, x), f"{order} at {x}: {away} away"


def distance(stroke: list[tuple[float, float]], across: float, up: float) -> float:
    """From a point to a stroke, at right angles to it; what is drawn is rounded to a tenth."""
    xs, ys = np.array(stroke).T
    height, beside = np.interp([across, across + 0.05], xs, ys)
    return float(abs(height - up) / np.hypot(1, (beside - height) / 0.05))


def jumps(curve: curves.Rows, order: str, x: float) -> bool:
    """Whether the three rows of one x differ: what lies between two strokes is on neither."""
    return len({y for at, y in zip(curve["x"], curve[order], strict=True) if at == x}) > 1


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_the_landmark_is_what_it_is_called(name: str) -> None:
    f, (said, points) = names._record(name), plot.landmark(name)
    kind = re.split(r"[:：]", said.en)[0]
    h = 1e-4
    for x, y in points:
        assert float(f(x)) == y
        if kind == "Lowest point":
            assert f(x - 0.1) > y < f(x + 0.1)
        elif kind == "Highest point":
            assert f(x - 0.1) < y > f(x + 0.1)
        elif kind in ("Jump", "Jumps"):
            assert abs(f(np.nextafter(x, 9)) - f(np.nextafter(x, -9))) > 0.01
        elif kind in ("Kink", "Kinks"):
            assert abs(f.derivative(x + h) - f.derivative(x - h)) > 0.01
        elif kind == "Where its pieces meet":
            assert abs(f.second_derivative(x + h) - f.second_derivative(x - h)) > h  # of ISRLU only the third jumps
            assert abs(f.derivative(x + h) - f.derivative(x - h)) < 0.01
        elif kind == "Steepest":
            assert f.derivative(x) >= f.derivative(np.linspace(-9, 9, 999)).max() - 1e-9
        else:
            assert (kind, x) == ("Value at zero", 0.0)


def test_what_defines_gelu_relu_and_sigmoid_is_named() -> None:
    assert [plot.landmark(name).said.en.partition(":")[0] for name in ("gelu", "relu", "sigmoid", "step", "gaussian", "elu", "softplus")] == [
        *("Lowest point", "Kink", "Steepest", "Jump", "Highest point", "Where its pieces meet", "Value at zero"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["gelu", "step", "relu6"])
def test_what_is_read_before_a_script_runs_is_a_row_of_the_table(name: str, language: str) -> None:
    curve, text = curves.curve(name), shown(name, language)
    at = float(re.search(r'data-at="([^"]+)"', text)[1])  # type: ignore[index]
    row = curve["x"].index(at) + (curve["x"].count(at) > 1)
    for order, _ in plot.ORDERS:
        assert f'<output data-of="{order}">{plot.plain(curve[order][row])}</output>' in text
    cells = re.findall(r'<tr><th scope="row">([^<]+)</th><td>([^<]+)</td><td>([^<]+)</td><td>([^<]+)</td>', text)
    reach = curves.reach(name)
    assert [number(x) for x, *_ in cells] == list(range(-reach, reach + 1, reach // 3))
    assert 7 <= len(cells) <= 9
    for x, *values in cells:
        row = curve["x"].index(number(x)) + (curve["x"].count(number(x)) > 1)
        assert list(map(number, values)) == [curve[order][row] for order, _ in plot.ORDERS]
    assert f'id="{name}_shape"' in text


def number(text: str) -> float:
    mantissa, _, exponent = text.replace("−", "-").partition(" × 10^")
    return float(f"{mantissa}e{exponent or 0}")


@pytest.mark.parametrize(("value", "said"), [(0.5, "0.5"), (-0.0007743, "−0.0007743"), (1.5e-9, "1.5 × 10^−9"), (12.0, "12")])
def test_a_number_is_written_as_people_write_it(value: float, said: str) -> None:
    assert plot.plain(value) == said


@pytest.mark.parametrize("name", MIXING)
def test_a_function_of_several_inputs_keeps_its_still_figure(name: str) -> None:
    text = shown(name)
    assert f'id="{name}_shape"' in text
    assert 'class="plot"' not in text


def test_page_and_script_draw_by_the_same_numbers() -> None:
    script = (ASSETS / "plot" / "point.js").read_text("utf-8")
    orders: Any = re.search(r"ORDERS = \[(.*?)\], STROKE = (\d+)", script)
    assert re.findall(r'"(\w+)"', orders[1]) == [order for order, _ in plot.ORDERS]
    assert int(orders[2]) == plot.STROKE


def test_every_function_of_one_variable_can_be_the_second() -> None:
    assert sorted(curves.plotted()) == sorted(ELEMENTWISE)
    assert all(name == names._record(known).name for known, name in curves.plotted().items())


BENT = [(name, parameter) for name in ELEMENTWISE for parameter in names._record(name).parameters]


@pytest.mark.parametrize(("name", "parameter"), BENT)
def test_a_slider_goes_through_tables_of_the_code(name: str, parameter: str) -> None:
    f, values, tables = names._record(name), curves.settings(name, parameter), curves.bent(name, parameter)
    assert values == sorted(set(values))
    assert f.parameters[parameter].default in values
    assert len(values) == len(tables) > 3
    reach = curves.reach(name)
    for value, table in zip(values, tables, strict=True):
        x = np.array(table["x"])
        assert {k / curves.COARSE for k in range(-reach * curves.COARSE, reach * curves.COARSE + 1)} <= set(table["x"])
        assert {cut for cut in curves.cuts(f, {parameter: value}) if abs(cut) <= reach} == {at for at in table["x"] if table["x"].count(at) == 3}
        single = np.array([table["x"].count(at) == 1 for at in table["x"]])
        for order, code in (("value", f), ("derivative", f.derivative), ("second_derivative", f.second_derivative)):
            shown = np.array(table[order])
            assert np.isfinite(shown).all()
            assert np.allclose(shown[single], code(x[single], **{parameter: value}), rtol=6e-4, atol=1e-300)
    text = shown_sliders(name)
    assert re.search(rf'name="{parameter}" min="0" max="{len(values) - 1}" value="{values.index(f.parameters[parameter].default)}"', text)
    assert f'data-values="{" ".join(f"{value:.4g}" for value in values)}"' in text


def shown_sliders(name: str) -> str:
    return "".join(plot._sliders(names._record(name), "en"))


def test_a_kink_moves_with_its_parameter() -> None:
    shrink = dict(zip(curves.settings("hardshrink", "lam"), curves.bent("hardshrink", "lam"), strict=True))
    assert {at for at in shrink[1.0]["x"] if shrink[1.0]["x"].count(at) == 3} == {-1.0, 1.0}
    assert shrink[0.0]["value"] == shrink[0.0]["x"]
