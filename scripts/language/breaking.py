"""Where a Chinese title may break: between words, which a dictionary finds; a browser takes each character for a word."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from language.words import VERBATIM, glossary

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_MARKED = re.compile(rf"{VERBATIM.pattern}|<math\b.*?</math>", re.S | re.M)
_HEADING = re.compile(r"^(#{1,6} +)(.+?)((?: +\{[^}\n]*\})? *)$", re.M)
_FENCED = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$", re.S | re.M)
BREAK = "<wbr>"


def breakable(text: str, language: str) -> str:
    """A line of Chinese with a place to break between words; in English words stand apart as they are."""
    if language == "en":
        return text
    pieces, last = [], 0
    for kept in _MARKED.finditer(text):
        pieces += [_HAN.sub(_between, text[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join([*pieces, _HAN.sub(_between, text[last:])])


def headings(markdown: str, language: str) -> str:
    """A page of Markdown whose headings break between words."""
    if language == "en":
        return markdown
    pieces, last = [], 0
    for fence in _FENCED.finditer(markdown):
        pieces += [_broken(markdown[last : fence.start()], language), fence[0]]
        last = fence.end()
    return "".join([*pieces, _broken(markdown[last:], language)])


def _broken(markdown: str, language: str) -> str:
    return _HEADING.sub(lambda line: f"{line[1]}{breakable(line[2], language)}{line[3]}", markdown)


def _between(han: re.Match[str]) -> str:
    return BREAK.join(words_of(han[0]))


@cache
def words_of(text: str) -> tuple[str, ...]:
    """The words of a run of Han characters, Traditional or Simplified; a term of the glossary stays whole, and a particle keeps to the word before it."""
    found, at = [], 0
    for word in _segmenter().cut(_simplified(text)):
        found.append(text[at : at + len(word)])
        at += len(word)
    ends = list(accumulate(map(len, found)))
    whole = [term.span() for term in _terms().finditer(text)]
    cuts = [end for end in ends[:-1] if text[end] not in CLINGING and not any(start < end < stop for start, stop in whole)]
    return tuple(text[start:stop] for start, stop in pairwise([0, *cuts, len(text)]))


CLINGING = frozenset("的了嗎吗呢吧們们過过著着")
"""Particles: they never begin a line."""


def _simplified(text: str) -> str:
    """Character by character, so that a place in the one is the same place in the other: the dictionary is of Simplified Chinese."""
    read = _opencc()
    return "".join(simple if len(simple := str(read.convert(character))) == 1 else character for character in text)


@cache
def _terms() -> re.Pattern[str]:
    names = {name for term in glossary() for name in (term.hant, term.hans, *term.others) if len(name) > 1 and _HAN.fullmatch(name)}
    return re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))


@cache
def _segmenter() -> Any:
    import rjieba

    return rjieba


@cache
def _opencc() -> Any:
    import opencc

    return opencc.OpenCC("t2s")
