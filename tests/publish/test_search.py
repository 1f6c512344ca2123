"""Search: every section under its address, and every term under each of its names."""

import json

import pytest

from house import House, forget
from language.words import Term, hans
from publish import search

STAGED = """---
title: 'Flat: a tale'
lang: en
---

# Flat: a tale { #top }

Away from **the centre** the slope gets $\\sigma(x) < 1$ and [small](other.md).
{ .lede }

| a | b |
|---|---|
| 1 | 2 |

## How `flat`? { #how }

```python
hidden = 1
```

$$
hidden
$$

<figure><details class="take">hidden</details></figure> Seen [@hidden].

!!! note "Seen too"

## References { #references }

hidden

## Cite { #cite }

hidden
"""


def test_a_page_and_its_sections() -> None:
    page, section = search.entries("guide/flat", STAGED, "en")
    assert (page["location"], page["title"], page["page"]) == ("guide/flat/", "Flat: a tale", "Flat: a tale")
    assert page["text"].startswith("Away from the centre the slope gets σ(x) < 1 and small.")
    assert (section["location"], section["title"]) == ("guide/flat/#how", "How flat?")
    assert section["text"].split() == ["Seen", ".", '"Seen', 'too"']
    assert "hidden" not in json.dumps([page, section])


@pytest.mark.parametrize(("path", "location"), [("index", ""), ("functions/index", "functions/"), ("about", "about/")])
def test_locations_are_relative_to_the_language(path: str, location: str) -> None:
    assert search.entries(path, STAGED, "en")[0]["location"] == location


def test_every_name_of_a_term() -> None:
    term = Term("激活函數", "激活函数", "activation function", ("啟動函數", "激勵函數"))
    assert search.names_of(term) == ["激活函數", "激活函数", "activation function", "啟動函數", "激勵函數", "启动函数", "激励函数"]


def test_keywords_are_what_other_readers_would_type(house: House) -> None:
    forget()
    assert search.keywords("函數與斜率", "zh-Hant") == sorted({"函數", "函数", "function", "斜率", "slope", "函式"} | {hans("函式")})
    assert "函數" in search.keywords("A function", "en")
    assert search.keywords("Nothing", "en") == []


def test_the_index_folds_characters_and_knows_synonyms(house: House) -> None:
    forget()
    found = json.loads(search.index([{"location": "", "title": "網路", "text": "函數x", "page": "網路"}], "zh-Hant"))
    pairs = dict(zip(found["fold"][::2], found["fold"][1::2], strict=True))
    assert pairs["網"] == "网"
    assert pairs["數"] == "数"
    assert "x" not in pairs
    assert ["網路", "网络", "network"] in found["synonyms"]
    assert found["docs"][0]["title"] == "網路"


def test_the_index_is_a_script_that_registers_it(house: House) -> None:
    forget()
    docs = [{"location": "", "title": '網路 "</script>', "text": "函數x", "page": "網路"}]
    before, _, body = search.script(docs, "zh-Hant").partition(" = ")
    assert before == '(self.searchIndex ??= {})["zh-Hant"]'
    assert json.loads(body) == json.loads(search.index(docs, "zh-Hant"))


def test_a_functions_page_is_found_by_its_aliases() -> None:
    assert {"smelu", "sparse_plus", "sparse plus", "sparseplus"} <= set(search.called("functions/smelu"))
    assert "telu" in search.called("functions/tanhexp")
    assert search.called("functions/index") == search.called("reference/same") == []
    assert ["sparse_plus", "sparse plus", "sparseplus"] in search._synonyms()


@pytest.mark.parametrize("typed", ["梯度消失", "激活函數", "激活函数", "啟動函數", "反向傳播", "反向传播", "vanishing gradient"])
def test_what_readers_type_is_a_name_of_some_term(typed: str) -> None:
    """Typed in any language it leads, through the glossary, to words of every language."""
    groups = [group for group in search._synonyms() if any(typed.lower() == name.lower() for name in group)]
    assert groups, typed
