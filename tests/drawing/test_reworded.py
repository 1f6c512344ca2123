"""A drawing for zh-Hans is that for zh-Hant in other words, where drawing it again would give the same."""

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from drawing import figure, reworded
from drawing.figure import Pen
from language.words import Words

TITLE = Words("網路一層接一層，梯度隨之變小，走得再遠都還有斜率，走得越遠就越小，一路變小", "A title")


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def drawn(language: str, *said: str, title: Words = TITLE) -> Any:
    def draw(ax: Any, pen: Pen) -> None:
        x = np.linspace(-1, 1, 9)
        for at, words in enumerate(said):
            pen.curve(ax, x, x**3 / 3 + at, f"cubic {at}", "c1", Words(words, "words"))
        ax.set_xlabel(pen.say(Words("網路的輸入", "input")) + " x < 1")

    return figure.drawn(SimpleNamespace(title=title, draw=draw), language)[0]


def page(language: str, *said: str, **given: Any) -> str:
    return figure.svg(drawn(language, *said, **given), language, TITLE.into(language)).decode()


NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def parts(svg: str) -> tuple[list[str], list[float]]:
    """What stands between the numbers, and the numbers; the names of shapes, which hang on their numbers, left out."""
    svg = re.sub(r"\b[mp][0-9a-f]{10}\b", "", svg)
    return NUMBER.split(svg), [float(number) for number in NUMBER.findall(svg)]


def test_as_if_drawn_again() -> None:
    """To a fraction of a point: a title is as high as its highest letter."""
    said = ("函數", "資料\n誤差")
    texts = reworded.converted(drawn("zh-Hant", *said), TITLE)
    assert texts is not None
    assert texts["資料\n誤差"] == "数据\n误差"
    assert texts["網路的輸入 x < 1"] == "网络的输入 x < 1"
    title = next(text for text in texts if text.startswith("網路一層"))
    assert "\n" in title
    (words, places), (words_again, places_again) = parts(reworded.reworded(page("zh-Hant", *said), texts, TITLE)), parts(page("zh-Hans", *said))
    assert words == words_again
    assert np.allclose(places, places_again, rtol=0, atol=0.3)
    assert parts(page("zh-Hant", *said))[0] != words


@pytest.mark.parametrize(
    "said",
    [
        ("位元組",),  # 字节: two characters for three
        ("函數$x$",),  # mathematics is set out by itself
    ],
)
def test_words_that_take_other_room_are_drawn_again(said: tuple[str, ...]) -> None:
    assert reworded.converted(drawn("zh-Hant", *said), TITLE) is None


def test_a_character_that_the_typeface_lacks_is_left_to_the_drawing_which_refuses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    figure_ = drawn("zh-Hant", "函數")
    monkeypatch.setattr(reworded, "_letters", lambda: frozenset("网络"))
    assert reworded.converted(figure_, TITLE) is None


def test_one_line_that_would_become_two_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"資料\n函數": "数据\n函数", "資料\n梯度": "资料\n梯度"}
    monkeypatch.setattr(reworded, "hans", lambda text: said.get(text, text))
    monkeypatch.setattr(reworded, "_letters", lambda: frozenset("数据资料函"))
    assert reworded.converted(drawn("zh-Hant", *said), TITLE) is None
    assert reworded.converted(drawn("zh-Hant", "資料\n函數"), TITLE) is not None
