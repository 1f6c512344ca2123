"""The block of code to copy: a tab for each library, C and JavaScript behind a fold, under each its error as the record has it."""

from __future__ import annotations

import textwrap

import pytest

from answers import snippets
from language.words import LANGUAGES
from mathematics.recorded import recorded
from pages.blocks import dispatch
from pages.page import read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["gelu", "softmax"])
def test_every_text_stands_in_its_tab_with_its_error_and_date(name: str, language: str) -> None:
    scribe = dispatch.scribe_for(read("reference/kinks", LANGUAGES[language].written), language)
    shown = dispatch.block(f"{name}.snippets", scribe)
    open_, fold, folded = shown.partition("??? code ")
    assert fold
    for each, about in snippets.LANGUAGES.items():
        tab = textwrap.indent(f'=== "{about.name}"\n\n    ```{about.lexer}\n', "    " if each in ("c", "javascript") else "")
        assert tab in (folded if each in ("c", "javascript") else open_)
        text = textwrap.indent(snippets.text(name, each), " " * (8 if each in ("c", "javascript") else 4))
        assert text in shown
        said = recorded("snippets")["measured"][name][each]
        below = shown[shown.index(text) + len(text) :].split("\n\n")[1]
        assert f"float64 {said['value']['float64'][0]:g}" in below
        assert ("gradient" in said) == any(word in below for word in ("gradient", "梯度"))
        assert said["date"] in below
