"""Chinese titles break between words."""

import pytest

from language import breaking
from language.words import glossary, hans

TITLES = {
    "梯度消失與梯度爆炸：前面的層為什麼學得那麼慢？": ["為什麼", "爆炸", "那麼"],
    "飽和：斜率什麼時候會消失？": ["飽和", "什麼", "時候", "消失"],
    "激活函數，逐一驗證": ["激活函數", "逐一", "驗證"],
}


@pytest.mark.parametrize("title", TITLES)
def test_a_word_stays_whole_in_either_script(title: str) -> None:
    for language, said, words in (("zh-Hant", title, TITLES[title]), ("zh-Hans", hans(title), map(hans, TITLES[title]))):
        broken = breaking.breakable(said, language)
        assert broken.replace(breaking.BREAK, "") == said
        assert breaking.BREAK in broken
        assert all(word in broken for word in words)


def test_terms_of_the_glossary_stay_whole_and_particles_begin_no_line() -> None:
    for term in glossary():
        for name in filter(breaking._HAN.fullmatch, (term.hant, term.hans)):
            assert name in breaking.breakable(f"這是{name}的意思", "zh-Hant"), name
    pieces = breaking.words_of("前面的層學得慢嗎")
    assert len(pieces) > 2
    assert not breaking.CLINGING & {piece[0] for piece in pieces}


def test_only_headings_break_and_only_their_words() -> None:
    page = "# 為什麼要有`飽和函數`與$\\text{因為什麼}$ { #top .claim }\n\n為什麼要有它\n\n```\n# 為什麼要有它\n```\n"
    heading, _, rest = breaking.headings(page, "zh-Hant").partition("\n")
    assert heading == "# 為什麼<wbr>要<wbr>有`飽和函數`與$\\text{因為什麼}$ { #top .claim }"
    assert rest == page.partition("\n")[2]
    assert breaking.headings(page, "en") == page
