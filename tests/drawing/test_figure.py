"""One hand for every figure: words in the reader's language, text that stays text, bytes that repeat, data to take away."""

import re
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import numpy as np
import opencc
import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

import paint
from answers import names
from drawing import figure
from drawing.figure import COLOURS, Pen
from language.words import LANGUAGES, Words
from project.paths import ASSETS

SIMPLIFIED = opencc.OpenCC("t2s")
HAN = re.compile(r"[\u4e00-\u9fff]")


def draw(ax: Any, pen: Pen) -> None:
    x = np.linspace(-1, 1, 9)
    pen.curve(ax, x, x**3 / 3, "cubic", "c1", Words("函數", "function"))
    pen.region(ax, -1, 0, Words("飽和", "saturated"))
    pen.dot(ax, 0, 0, "0", "c2")
    pen.ticks(ax, x=[-1, 0, 0.5])


def module(**fields: Any) -> SimpleNamespace:
    return SimpleNamespace(**({"title": Words("網路的圖", "A picture"), "draw": draw} | fields))


@pytest.fixture
def trial() -> Any:
    """Draws a figure made here."""

    def drawn(language: str, narrow: bool = False, **fields: Any) -> tuple[Any, Pen]:
        return figure.drawn(module(**fields), language, narrow)

    yield drawn
    import matplotlib.pyplot as plt

    plt.close("all")


def svg(trial: Any, language: str, narrow: bool = False, **fields: Any) -> str:
    drawing, _ = trial(language, narrow, **fields)
    return str(figure.svg(drawing, language, "a < b").decode())


def texts(svg: str) -> str:
    return " ".join("".join(each.itertext()) for each in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


def test_words_are_text_in_the_language_of_the_page(trial: Any) -> None:
    assert {"網路的圖", "函數", "飽和"} <= set(texts(svg(trial, "zh-Hant")).split())
    assert {"网络的图", "函数", "饱和"} <= set(texts(svg(trial, "zh-Hans")).split())
    english = texts(svg(trial, "en"))
    assert "A picture" in english
    assert "saturated" in english
    assert not HAN.search(english)
    assert "−1" in english  # a minus sign, not a hyphen


def test_one_file_serves_light_and_dark(trial: Any) -> None:
    drawing = svg(trial, "en")
    style = re.search(r"<style>.*?</style>", drawing)
    assert style
    for name, (light, dark) in COLOURS.items():
        assert f"--{name}:{light}" in style[0]
        assert f"--{name}:{dark}" in style[0]
        assert light not in drawing.replace(style[0], "")
    assert "prefers-color-scheme:dark" in style[0]
    assert "var(--c1)" in drawing


@pytest.mark.parametrize("paper", [("#fdfcfa", "#171b22"), COLOURS["tint"]], ids=["on the page", "on a tinted region"])
@pytest.mark.parametrize("name", sorted(COLOURS.keys() - {"tint"}))
def test_ink_stands_out_in_light_and_in_dark(name: str, paper: tuple[str, str]) -> None:
    for ink, ground in zip(COLOURS[name], paper, strict=True):
        assert paint.contrast(ink, ground) >= 3


def test_the_page_has_the_paper_tested_here() -> None:
    assert "--paper: light-dark(#fdfcfa, #171b22);" in (ASSETS / "site.css").read_text("utf-8")


def test_contrast() -> None:
    assert paint.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert paint.contrast("#777777", "#777777") == 1
    assert paint.contrast("#e5e7eb", "#ffffff") < 1.3  # the ink of the dark scheme on a white patch


def test_what_a_drawing_is_painted_with() -> None:
    drawing = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
    <defs><clipPath id="c"><rect fill="red"/></clipPath><path id="m" style="stroke: blue"/></defs>
    <g style="fill: none"><path d="M0 0"/><path style="fill: #ffffff; stroke: var(--ink)"/></g>
    <g fill="green"><use xlink:href="#m"/><path style="fill-opacity: 0"/></g><text>black by default</text><image href="x.png"/></svg>"""
    assert list(paint.paints(drawing)) == [
        ("path", "fill", "#ffffff"),
        ("path", "stroke", "var(--ink)"),
        ("path", "fill", "green"),
        ("path", "stroke", "blue"),
        ("text", "fill", "black"),
        ("image", "fill", "pixels"),
    ]


def test_what_an_svg_says_of_itself(trial: Any) -> None:
    drawing = svg(trial, "zh-Hans")
    assert drawing.startswith("<svg")
    assert 'role="img"' in drawing
    assert 'lang="zh-Hans"' in drawing
    assert "<title>a &lt; b</title>" in drawing
    assert "House" not in drawing
    assert "Noto Sans CJK SC" in drawing
    assert not re.search(r"<metadata|<dc:|\d{4}-\d\d-\d\d", drawing)


def test_bytes_repeat(trial: Any) -> None:
    assert svg(trial, "en") == svg(trial, "en")


def test_a_narrow_drawing_stacks_its_panels_and_leaves_regions_to_the_caption(trial: Any) -> None:
    def two(axes: Any, pen: Pen) -> None:
        for ax in axes:
            draw(ax, pen)

    wide, high = trial("en", False, panels=2, draw=two)[0].get_size_inches()
    assert wide > high
    wide, high = trial("en", True, panels=2, draw=two)[0].get_size_inches()
    assert wide < 4 < high
    assert "saturated" not in texts(svg(trial, "en", narrow=True))


def test_a_missing_glyph_is_an_error(trial: Any) -> None:
    for word in ("\U00013000", "饕餮"):  # an Egyptian bird; Han outside the subset
        with pytest.raises(UserWarning, match="Glyph"):
            trial("zh-Hant", draw=lambda ax, pen, word=word: pen.note(ax, 0, 0, word))


def test_shorter_bytes_draw_the_same(trial: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    short = svg(trial, "zh-Hant", draw=curved)
    monkeypatch.setattr(figure, "shorter", lambda drawing: drawing)
    long = svg(trial, "zh-Hant", draw=curved)
    assert len(short) < 0.8 * len(long)
    assert texts(short) == texts(long)
    assert list(paint.paints(short)) == list(paint.paints(long))
    far = [abs(a - b) for one, other in zip(points(short), points(long), strict=True) for a, b in zip(one, other, strict=True)]
    assert 0 < max(far) <= 0.00501  # of a point; each is rounded where it stands


def curved(ax: Any, pen: Pen) -> None:
    x = np.linspace(-3, 3, 400)
    pen.curve(ax, x, np.sin(7 * x), "waves")
    ax.fill_between(x, np.cos(x), np.cos(x) / 3, color=COLOURS["tint"][0])
    ax.scatter([0, 1], [0, 0.25], marker="s", color=COLOURS["c2"][0])


def points(drawing: str) -> list[tuple[float, float]]:
    """Where every line of a drawing leads, and where its words and marks stand; what leads back to a beginning may be said or not."""
    found: list[tuple[float, float]] = []
    for each in ElementTree.fromstring(drawing).iter():
        pen = RecordingPen()
        parse_path(each.get("d", ""), pen)
        start = (0.0, 0.0)
        for verb, places in pen.value:
            start = places[0] if verb == "moveTo" else start
            found += [place for place in places if verb != "lineTo" or max(abs(place[0] - start[0]), abs(place[1] - start[1])) > 0.02]
        found += [(float(each.get("x", "")), float(each.get("y", "")))] if "x" in each.attrib else []
    return found


def test_a_path_in_steps() -> None:
    assert figure._steps("M 0 0 \nL 10.456 -3.2 \nL 10.556 -3.3 \nQ 1 2 3.25 4.75 \nz\nM 5 5 \nC 1 1 2.5 2 3 3 \nL 3.004 3 \n") == (
        "m0 0 10.46-3.2.1-.1q-9.56 5.3-7.31 8.05zm5 5c-4-4-2.5-3-2-2l0 0"
    )
    assert [figure._hundredths(number) for number in (0, 5, -5, 50, 100, -1250, 1201)] == ["0", ".05", "-.05", ".5", "1", "-12.5", "12.01"]


def test_data_are_what_was_plotted(trial: Any) -> None:
    _, pen = trial("en")
    lines = figure.table(pen).decode().splitlines()
    assert lines[0] == "curve,x,y"
    assert lines[1] == "cubic,-1,-0.3333333333"  # ten digits
    assert len(lines) == 10


def test_titles_break_where_they_may() -> None:
    wrapped = figure._wrapped("一二三四五六七八九十，一二三四五六七八九十。", 2.0)
    assert not any(line.startswith(("，", "。")) for line in wrapped.splitlines())
    assert len(wrapped.splitlines()) > 1
    first, second = figure._wrapped("一二三四五六七八九十一二三", 2.0).splitlines()
    assert abs(len(first) - len(second)) <= 1
    assert figure._wrapped("gradients vanish quickly here", 2.0).replace("\n", " ") == "gradients vanish quickly here"


# ---- the figures of the site -----------------------------------------------------------------

FIGURES = [name for name, made in names.catalogue().items() if made.kind == "figures"]


def test_every_figure_speaks_each_language(made: None) -> None:
    for name in FIGURES:
        said = names.answer(names.catalogue()[name])
        widths = ("",) if names.catalogue()[name].file.stem == "shape" else ("", ".narrow")
        assert set(said["drawings"]) == {f"{language}{width}" for language in LANGUAGES for width in widths}
        for which, drawing in said["drawings"].items():
            spoken = texts(drawing)
            if which.startswith("en"):
                assert not HAN.search(spoken), (name, which)
            if which.startswith("zh-Hans"):
                assert SIMPLIFIED.convert(spoken) == spoken, (name, which)
        for part in ("title", "caption", "alt", "description"):
            assert all(said[part]), (name, part)
        assert said["data"].startswith("curve,x,y\n"), name


def test_every_figure_is_painted_in_colours_that_follow_light_and_dark(made: None) -> None:
    """No white patch under light ink, no black words on a dark page: each colour is one of the house's, by its name."""
    followed = {f"var(--{name})" for name in COLOURS}
    for name in FIGURES:
        for drawing in names.answer(names.catalogue()[name])["drawings"].values():
            assert {each for each in paint.paints(drawing) if each[2] not in followed} == set(), name


@pytest.mark.parametrize(
    ("name", "number"),
    [("0", 0), ("−8", -8), ("½", 0.5), ("1/12", 1 / 12), ("0.03", 0.03), ("10⁻³", 1e-3), ("2¹⁰", 1024), ("75 %", 0.75), ("π", None), ("one", None)],
)
def test_what_a_tick_spells(name: str, number: float | None) -> None:
    assert figure.spelt(name) == (None if number is None else pytest.approx(number))


def test_a_tick_with_the_number_of_another_place_is_refused() -> None:
    import matplotlib.pyplot as plt

    ax, pen = plt.figure().subplots(), figure.Pen("en", False)
    pen.ticks(ax, x=[0, 1e-3], xnames=["0", "10⁻³"], y=[1, np.pi], ynames=["one", "π"])
    with pytest.raises(ValueError, match=r"a tick at 0\.001 is called '10⁻⁴'; call it '0\.001', or put it there"):
        pen.ticks(ax, x=[0, 1e-3], xnames=["0", "10⁻⁴"])
    plt.close()
