"""A drawing in Simplified Chinese from the one in Traditional: the same lines with other words, where these take the same room."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from drawing.figure import STACKS, escaped
from language.words import Words, hans
from project.paths import TYPEFACES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HAN = re.compile(r"[\u2e80-\uffef]")


def converted(figure: Figure, title: Words) -> dict[str, str] | None:
    """Each text of a figure drawn in zh-Hant, and what it is in zh-Hans.

    None where a word has more or fewer characters there, where a character is missing in the typeface, or where one line would
    have to become two different ones: such a figure is drawn again.
    """
    from matplotlib.text import Text

    found: dict[str, str] = {}
    lines: dict[str, str] = {}
    for text in {text.get_text() for text in figure.findobj(Text)}:
        if not _HAN.search(text):
            continue
        # A title is one sentence, whose words may go over the end of a line.
        said = hans(text.replace("\n", "")) if "".join(text.split()) == "".join(title.hant.split()) else hans(text).replace("\n", "")
        if len(said) != len(text.replace("\n", "")) or "$" in text:
            return None
        letters = iter(said)
        found[text] = "".join(letter if letter == "\n" else next(letters) for letter in text)
        for old, new in zip(text.split("\n"), found[text].split("\n"), strict=True):
            if lines.setdefault(old, new) != new or any(a != b and not (_HAN.match(a) and b in _letters()) for a, b in zip(old, new, strict=True)):
                return None
    return found


@cache
def _letters() -> frozenset[str]:
    """The Han characters that the typefaces for zh-Hans have, each of them as wide as it is tall."""
    from matplotlib.ft2font import FT2Font

    maps = [set(map(chr, FT2Font(path).get_charmap())) for path in TYPEFACES if path.stem.startswith("house-sc")]
    return frozenset(letter for letter in set.intersection(*maps) if _HAN.match(letter))


def reworded(drawing: str, texts: Mapping[str, str], title: Words) -> str:
    """The SVG for a page in zh-Hans, from that in zh-Hant and the texts as `converted` gives them."""
    lines = {escaped(a): escaped(b) for old, new in texts.items() for a, b in zip(old.split("\n"), new.split("\n"), strict=True)}
    drawing = re.sub(r"(?<=>)[^<>]+(?=</text>)", lambda line: lines.get(line[0], line[0]), drawing)
    drawing = drawing.replace('lang="zh-Hant"', 'lang="zh-Hans"', 1).replace(escaped(title.hant), escaped(title.into("zh-Hans")), 1)
    return drawing.replace(STACKS["zh-Hant"], STACKS["zh-Hans"])
