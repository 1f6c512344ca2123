"""The pen draws a function by its record: what is evaluated, kept, drawn and written is one line."""

from typing import Any

import numpy as np
import pytest

from activation_functions import gelu, leaky_relu, quick_gelu, sigmoid, softmax, softplus, tanh
from drawing import figure, seen
from drawing.figure import Pen
from drawing.graph import evaluated, graphed, line_of
from language.words import Words

X = np.linspace(-2, 2, 5)


@pytest.fixture
def draw() -> Any:
    """Draws what is given, in English."""
    from types import SimpleNamespace

    def drawn(work: Any, language: str = "en") -> tuple[Any, Pen]:
        return figure.drawn(SimpleNamespace(title=Words("梯度", "A title"), draw=work), language)

    yield drawn
    import matplotlib.pyplot as plt

    plt.close("all")


@pytest.mark.parametrize(
    ("how", "name", "values", "label"),
    [
        ({}, "sigmoid(x)", sigmoid(X), "Sigmoid"),
        ({"label": "symbol(x)"}, "sigmoid(x)", sigmoid(X), "σ(x)"),
        ({"derivative": 1, "label": "symbol"}, "sigmoid.derivative(x)", sigmoid.derivative(X), "σ′"),
        ({"derivative": 2, "label": "f(x)"}, "sigmoid.second(x)", sigmoid.second_derivative(X), "f′′(x)"),
        ({"line": "2*sigmoid(2*x)", "label": "symbol(x)"}, "2 * sigmoid(2 * x)", 2 * sigmoid(2 * X), "2σ(2x)"),
        ({"line": "1 - sigmoid(x)", "through": "sigmoid(-x)", "label": "symbol(x)"}, "1 - sigmoid(x)", sigmoid(-X), "1 − σ(x)"),
    ],
)
def test_one_line_says_values_name_and_label(draw: Any, how: dict[str, Any], name: str, values: Any, label: str) -> None:
    drawing, pen = draw(lambda ax, pen: pen.graph(ax, sigmoid, X, **how))
    assert [row[0] for row in pen.rows] == [name] * 5
    assert np.array_equal([row[2] for row in pen.rows], values)
    ((drawn, x, y),) = seen.curves(drawing)
    assert drawn == name
    assert np.array_equal(x, X)
    assert np.array_equal(y, values)
    (text,) = drawing.axes[0].texts
    assert (text.get_text(), text.get_label(), text.xy) == (label, name, (2.0, values[-1]))
    assert [words[1:] for words in seen.words(drawing) if words[2]] == [[label, name]]
    (line,) = drawing.axes[0].lines
    assert line.get_linestyle() == ("--" if how.get("derivative") else "-")


def test_parameters_and_several_records(draw: Any) -> None:
    def work(ax: Any, pen: Pen) -> None:
        pen.graph(ax, leaky_relu, X, given={"alpha": 0.3})
        pen.graph(ax, (quick_gelu, gelu), X, "abs(quick_gelu(x) - gelu(x))", label=quick_gelu)
        pen.graph(ax, softmax, X, "softmax([x, 0, 0.5])[1]", label="f(x)")

    drawing, pen = draw(work)
    assert [text.get_text() for text in drawing.axes[0].texts] == ["Leaky ReLU, alpha = 3/10", "Quick GELU", "f₂"]
    found = {name: y for name, _, y in seen.curves(drawing)}
    assert np.array_equal(found["leaky_relu(x, alpha=0.3)"], leaky_relu(X, alpha=0.3))
    assert np.array_equal(found["softmax([x, 0, 0.5])[1]"], [softmax([x, 0.0, 0.5])[1] for x in X])


def test_a_gap_is_kept_in_the_data_and_not_drawn(draw: Any) -> None:
    drawing, pen = draw(lambda ax, pen: pen.graph(ax, sigmoid, X, gaps=[0]))
    assert np.isnan(seen.curves(drawing)[0][2]).sum() == 1
    assert not any(np.isnan(row[2]) for row in pen.rows)


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (lambda ax, pen: pen.graph(ax, sigmoid, X, "tanh(x)"), "'tanh\\(x\\)' is about tanh, and the record given is sigmoid"),
        (lambda ax, pen: pen.graph(ax, (sigmoid, tanh), X), "is about sigmoid, and the record given is sigmoid, tanh"),
        (lambda ax, pen: pen.graph(ax, (quick_gelu, gelu), X, "quick_gelu(x) - gelu(x)", label=tanh), "the label 'Tanh' does not belong to"),
        (lambda ax, pen: pen.graph(ax, sigmoid, X, "1 - sigmoid(x)", through="sigmoid(x)"), "sigmoid\\(x\\) is not 1 - sigmoid\\(x\\)"),
        (lambda ax, pen: pen.graph(ax, sigmoid, X, "sigmoid(2 * x)"), "is not the function itself: label it by 'symbol\\(x\\)'"),
        (lambda ax, pen: pen.graph(ax, sigmoid, X, "sigmoid(x) ** 2", label="symbol(x)"), "no label is known for"),
    ],
)
def test_what_the_pen_refuses(draw: Any, work: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        draw(work)


def test_a_line_reads_as_pages_ask(draw: Any) -> None:
    assert line_of(softplus) == "softplus(x)"
    assert line_of(leaky_relu, 1, {"alpha": 0.25}) == "leaky_relu.derivative(x, alpha=0.25)"
    assert graphed((sigmoid,), X, "1-sigmoid( x )").line == "1 - sigmoid(x)"
    assert evaluated("sigmoid(x)", (sigmoid,), X).dtype == float


def test_the_pen_remembers_what_it_had_converted(draw: Any) -> None:
    assert draw(lambda ax, pen: pen.note(ax, 0, 0, Words("網路", "network")), "zh-Hans")[1].converted == {"網路": "网络", "梯度": "梯度"}
    assert draw(lambda ax, pen: None, "zh-Hant")[1].converted == {}
    assert draw(lambda ax, pen: None, "en")[1].converted == {}


# ---- what the eye reads ----------------------------------------------------------------------


def test_words_frames_and_shapes(draw: Any) -> None:
    def work(ax: Any, pen: Pen) -> None:
        pen.curve(ax, X, X**2, "square", label="x²")
        ax.set(xlim=(-2, 2), ylim=(0.1, 10), yscale="log", xlabel="inputs")
        pen.ticks(ax, x=[-2, 0, 2], y=[1], ynames=["one"])
        ax.hlines([1, 2], 0, 1)

    drawing, _ = draw(work)
    assert seen.words(drawing) == [
        ["1 title left", "A title", ""], ["1 x axis", "inputs", ""], ["1 x -2", "−2", ""], ["1 x 0", "0", ""], ["1 x 2", "2", ""],
        ["1 y 1", "one", ""], ["1 at 100 80", "x²", "square"],
    ]  # fmt: skip
    assert seen.frames(drawing) == ["x -2 to 2 linear, y 0.1 to 10 log"]
    assert len(seen.shapes(drawing)) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda ax: ax.set_xlim(-1, 2),
        lambda ax: ax.set_yscale("symlog"),
        lambda ax: ax.lines[0].set_ydata(X**2 + 0.05),
        lambda ax: ax.lines[0].set_color("#d55e00"),
        lambda ax: ax.lines[0].set_linestyle(":"),
        lambda ax: ax.axvspan(0, 1),
        lambda ax: ax.invert_yaxis(),
    ],
)
def test_a_change_that_can_be_seen_changes_the_shapes(draw: Any, change: Any) -> None:
    def seen_after(work: Any) -> Any:
        def both(ax: Any, pen: Pen) -> None:
            pen.curve(ax, X, X**2, "square")
            work(ax)

        drawing, _ = draw(both)
        return seen.shapes(drawing), seen.frames(drawing)

    assert seen_after(lambda ax: None) == seen_after(lambda ax: None)
    assert seen_after(change) != seen_after(lambda ax: None)


def test_steady_numbers() -> None:
    assert seen.steady([0, 1, -2.5, 1e-300, 123456789.0, np.nan, np.inf], 5)[:3] == ["0", "1", "-2.5"]
    assert seen.steady([np.nan, np.inf, -np.inf]) == ["nan", "inf", "-inf"]
    rng = np.random.default_rng(0)
    short = np.concatenate(
        [rng.integers(1, 10**7, 1500) / 10.0 ** rng.integers(0, 9, 1500), 2.0 ** np.arange(-30, 30), 10.0 ** np.arange(-9, 9), np.arange(1, 999) / 7]
    )
    for noise in (1 - 3e-16, 1 + 3e-16, 1 - 1e-13):  # other processors
        assert all(seen.steady([each]) == seen.steady([each * noise]) for each in short)
    assert all(abs(float(seen.steady([each])[0]) / each - 1) < 1e-4 for each in short)
    assert seen.steady([1.0, 1e-17]) == seen.steady([1.0, 0.0])  # nothing, beside a one
    assert seen.steady([1.0001]) != seen.steady([1.0003])
