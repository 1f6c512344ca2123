"""Words: one sentence in every written language. zh-Hans is derived, never written."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from project.paths import DOCS


class Language(NamedTuple):
    """A language the site is read in, its own name for itself, and the written one it comes from."""

    code: str
    name: str
    written: str

    @property
    def site_name(self) -> str:
        return SITE_NAME.into(self.code)

    @property
    def description(self) -> str:
        return DESCRIPTION.into(self.code)


LANGUAGES = {row.code: row for row in (Language("zh-Hant", "繁體中文", "zh-Hant"), Language("zh-Hans", "简体中文", "zh-Hant"), Language("en", "English", "en"))}
WRITTEN = tuple(dict.fromkeys(language.written for language in LANGUAGES.values()))


class Words(NamedTuple):
    """One sentence in each written language."""

    hant: str
    en: str

    def into(self, language: str) -> str:
        if LANGUAGES[language].written == "en":
            return self.en
        return self.hant if language == "zh-Hant" else hans(self.hant)


SITE_NAME = Words("激活函數，逐一驗證", "Activation Functions Verified")
DESCRIPTION = Words(
    "神經網路激活函數的參考手冊：每個數字、公式、圖與說法都由程式算出。",
    "The reference on neural-network activation functions in which code computes every number, formula, figure and verdict.",
)


def words(line: str) -> Words:
    """`中文 | English` on one line."""
    parts = [part.strip() for part in line.split(" | ")]
    if len(parts) != len(WRITTEN) or not all(parts):
        raise ValueError(f"expected {' | '.join(WRITTEN)} on one line, found {line!r}")
    return Words(*parts)


# What is not Chinese and stays as it is: code, mathematics outside \text{}, link targets, ids, names, tags, URLs.
_TEXT = re.compile(r"\\text\{([^{}]*)\}")
VERBATIM = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$|`[^`\n]*`|\$\$.+?\$\$|\$[^$\n]+\$|\]\([^)\n]*\)|\{[ :]?[#.][^}\n]*\}|\[\[[^\]]*\]\]|\[@[^\]]*\]|<[/!A-Za-z][^>\n]*>",
    re.S | re.M,
)


def hans(text: str) -> str:
    """Traditional to Simplified: characters by OpenCC, vocabulary by docs/glossary.tsv, nothing else."""
    pieces, last = [], 0
    for kept in VERBATIM.finditer(text):
        pieces += [_convert(text[last : kept.start()]), _TEXT.sub(lambda m: rf"\text{{{_convert(m[1])}}}", kept.group())]
        last = kept.end()
    return "".join([*pieces, _convert(text[last:])])


def surprises(text: str) -> list[str]:
    """Where OpenCC's phrase book would choose other words than the glossary: each needs a row there.

    Sentences are read word by word as the phrase book does, the longest word first; where a row of the glossary has
    a word, that one counts, unless the phrase book knows a longer word there (位元 inside 位元組).
    """
    pattern = _glossary()[1]
    found = set()
    prose = VERBATIM.sub(lambda kept: "\n".join(["", *_TEXT.findall(kept.group()), ""]), text)
    for sentence in re.findall(r"[^\s。！？；]+", prose):
        settled = dict(term.span() for term in pattern.finditer(sentence))
        at = 0
        while at < len(sentence):
            row, phrase = settled.get(at, at), _phrase(sentence, at)
            if phrase > row and (theirs := _opencc("tw2sp").convert(sentence[at:phrase])) != _convert(sentence[at:phrase]):
                found.add(f"{sentence[max(0, at - 3) : phrase + 3]} ({theirs})")
            at = max(row, phrase, at + 1)
    return sorted(found)


def _phrase(sentence: str, at: int) -> int:
    """Where the phrase book's longest word starting here ends; `at` itself if it has none.

    A word of the phrase book is one that it reads differently as a whole than in any two parts.
    """
    read, longest = _opencc("tw2sp").convert, sentence[at : at + 12]
    if read(longest) != _opencc("tw2s").convert(longest):
        for end in range(len(longest), 0, -1):
            word = longest[:end]
            theirs = read(word)
            if theirs != _opencc("tw2s").convert(word) and all(theirs != read(word[:i]) + read(word[i:]) for i in range(1, end)):
                return at + end
    return at


class Term(NamedTuple):
    """One row of the glossary."""

    hant: str
    hans: str
    en: str
    others: tuple[str, ...]


@cache
def glossary() -> tuple[Term, ...]:
    rows = []
    for number, line in enumerate((DOCS / "glossary.tsv").read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = (line.split("\t") + ["", "", ""])[:4]
            if not cells[0] or not cells[1]:
                raise ValueError(f"docs/glossary.tsv:{number}: expected zh-Hant, zh-Hans, en, other names; found {line!r}")
            rows.append(Term(cells[0], cells[1], cells[2], tuple(filter(None, map(str.strip, cells[3].split(";"))))))
    return tuple(rows)


def _convert(text: str) -> str:
    terms, pattern = _glossary()
    spoken = pattern.split(text)  # odd items are glossary terms
    return "".join(terms[s] if i % 2 else _opencc("tw2s").convert(s) for i, s in enumerate(spoken))


@cache
def _glossary() -> tuple[dict[str, str], re.Pattern[str]]:
    terms = {term.hant: term.hans for term in glossary()}
    return terms, re.compile("(" + "|".join(sorted(map(re.escape, terms), key=len, reverse=True)) + ")")


@cache
def _opencc(name: str):  # type: ignore[no-untyped-def]  # opencc ships no types
    import opencc

    return opencc.OpenCC(name)
