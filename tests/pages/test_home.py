"""The first screen of the home page: its curves and its sayings."""

import re
from functools import cache

import pytest

from answers.names import claims, functions, slug
from language.words import LANGUAGES
from pages.blocks import home
from pages.blocks.dispatch import scribe_for
from pages.page import Page

pytestmark = pytest.mark.usefixtures("made")


@cache
def shown(block: str, language: str) -> str:
    return home.TABLES[block](scribe_for(Page("index", LANGUAGES[language].written, ""), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wall_links_to_functions_with_a_curve_each_and_to_all(language: str) -> None:
    cells = re.findall(r"<li.*?</li>", shown("wall", language), re.S)
    linked = [match[1] for cell in cells if (match := re.search(r'href="functions/(\w+)/"', cell))]
    assert len(linked) == home.WALL == len(set(linked)) == len(cells) - 1
    assert set(linked) <= set(functions())
    assert tuple(linked[: len(home.FIRST)]) == home.FIRST
    assert all(re.search(r'<path d="M[\d.]+ [\d.-]+L', cell) for cell in cells[:-1])
    assert f"{len(functions())}" in cells[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_saying_has_its_verdict_and_a_reason_and_the_same_order_in_all_languages(language: str) -> None:
    first, *items = re.findall(r"<li>(.*?)</li>", shown("sayings", language), re.S)
    assert first == items[0]  # what is seen where no script runs
    assert len(items) == len(home.short()) > 7
    for name, item in zip(home.short(), items, strict=True):
        assert f'href="claims/{slug(name)}/"' in item
        assert f'class="verdict {claims()[name]["verdict"]}"' in item
        assert "[[" not in item
        assert re.search(r"</span> \S", item)
    unseen = shown("sayings", language).partition("</div>")[0]
    assert unseen.count(home.SPARE) == 2
    assert any(item.partition("</p>")[0] in unseen for item in items)
    assert shown("sayings", language).index("<noscript>") > shown("sayings", language).index(first)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two is $1.5. And$ more.", ["One.", " Two is $1.5. And$ more."]),
        ("It is 3.5 of it. “Easily” is right.", ["It is 3.5 of it.", " “Easily” is right."]),
        ("一。二是$a。b$，三。", ["一。", "二是$a。b$，三。"]),
    ],
)
def test_a_sentence_ends_at_a_stop_that_stands_in_no_formula(text: str, sentences: list[str]) -> None:
    assert home.sentences_of(text) == sentences
    assert "".join(home.sentences_of(text)) == text


def test_a_reason_has_as_many_sentences_in_each_language_as_fit() -> None:
    for name in home.short():
        kept, why = home.reason(name), claims()[name]["why"]
        counts = {len(home.sentences_of(text)) for text in kept}
        assert len(counts) == 1
        assert all(full.startswith(text) for full, text in zip(why, kept, strict=True))
        assert all(home._letters(text) <= home.WHY for text in kept)
