"""The home page's first screen: a field to search in, a wall of small curves, and a saying a day with its verdict."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from answers import names
from answers.names import claims, functions, slug
from language.breaking import breakable
from language.families import FAMILIES
from language.words import WRITTEN, Words
from pages.blocks import overview
from pages.markup import inline, quoted, say, to_html, verdict, without_maths
from pages.page import MATHS
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = ("relu", "sigmoid", "tanh", "gelu", "silu", "softplus")
"""The curves that a phone shows in its first screen: those that a course begins with."""
WALL = 41
"""Curves on the wall; with the door to all functions they fill six rows of seven."""
SAID, WHY = 75, 115
"""The longest saying, and the longest reason, in letters, that a phone shows in its first screen; one Han character counts as two."""
SPARE = " nnnnnn"
"""What is added to the longest: a shorter saying may break into a line more, by the width of its letters."""


def find(scribe: Scribe) -> str:
    """A field that opens the search; shown where scripts may run."""
    hint = Words("找函數、說法、術語", "Find a function, a saying, a term").into(scribe.language)
    go = Words("搜尋", "Search").into(scribe.language)
    return f'<form class="find" role="search" aria-label="{hint}"><input type="search" name="q" required autocomplete="off" placeholder="{hint}" aria-label="{hint}"><button>{go}</button></form>'


def wall(scribe: Scribe) -> str:
    """Small curves, each a link to its function: first those that most libraries offer, as a reader knows them best."""
    label = Words("函數", "Functions").into(scribe.language)
    cells = [_curve(name, scribe) for name in best_known()[:WALL]]
    every = Words(f"全部{len(functions())}個", f"All {len(functions())}").into(scribe.language)
    cells.append(f'<li class="every"><a href="{scribe.to("functions/")}">{every}</a></li>')
    return "\n".join([f'<nav class="wall" aria-label="{label}"><ul>', *cells, "</ul></nav>"])


def _curve(name: str, scribe: Scribe) -> str:
    record = names._record(name)
    return f'<li><a href="{scribe.to(f"functions/{name}/")}">{overview.spark(record)}<span>{html.escape(record.name)}</span></a></li>'


def best_known() -> list[str]:
    """Functions of one variable: the first ones, then by the number of libraries that offer them, family by family."""

    def order(name: str) -> tuple[int, int, int, str]:
        first = FIRST.index(name) if name in FIRST else len(FIRST)
        return first, -sum(name in has for has in overview.frameworks().values()), list(FAMILIES).index(names._record(name).family), name

    return sorted((name for name in functions() if not names._record(name).mixes), key=order)


def sayings(scribe: Scribe) -> str:
    """Each saying that is short enough, with its verdict and the first sentences of its reason; assets/today.js shows another every day.

    The longest saying with the longest reason is laid out in the same place, unseen, and decides its height: whichever is shown, nothing moves.
    All sayings together stand where a browser that runs scripts reads text alone: it makes elements of the one that it shows.
    """
    title = Words("常聽到的一句話，對嗎？", "Often said. Is it so?").into(scribe.language)
    sayings, reasons = [], []  # each with its letters
    for name in short():
        said, why = quoted(claims()[name]["said"], scribe), reason(name)
        link = scribe.to(f"claims/{slug(name)}/")
        sayings.append((_letters(said), f'<p class="said"><a href="{link}">{breakable(to_html(said), scribe.language)}</a></p>'))
        reasons.append((_letters(say(why, scribe)), f"<p>{verdict(claims()[name]['verdict'], scribe)} {inline(why, scribe)}</p>"))
    unseen = "".join(max(parts)[1].replace("</p>", f"{SPARE}</p>") for parts in (sayings, reasons))
    listed = [f"<li>{said}{why}</li>" for (_, said), (_, why) in zip(sayings, reasons, strict=True)]
    head = f'<section class="sayings" aria-label="{title}"><p class="sayings-title">{title}</p><div class="day">'
    shown = f'<div class="room" aria-hidden="true">{unseen}</div><ul>\n{listed[0]}\n</ul></div>'
    return "\n".join([head + shown, "<noscript><ul>", *listed, "</ul></noscript></section>"])


def short() -> list[str]:
    """The sayings that fit into the first screen of a phone, the shortest first; a fraction would be higher than a line."""
    fits = [name for name, said in claims().items() if max(map(_letters, said["said"])) <= SAID and reason(name)]
    fits = [name for name in fits if r"\frac" not in "".join([*claims()[name]["said"], *reason(name)])]
    return sorted(fits, key=lambda name: (_letters(claims()[name]["said"][WRITTEN.index("en")]), name))


def reason(name: str) -> list[str]:
    """As many of the first sentences of a saying's reason as fit, the same number in each language; where not one fits, nothing."""
    why = claims()[name]["why"]
    found = [""] * len(why)
    for sentences in zip(*map(sentences_of, why), strict=False):
        longer = [before + sentence for before, sentence in zip(found, sentences, strict=True)]
        if max(map(_letters, longer)) > WHY:
            break
        found = longer
    return [text.strip() for text in found] if found[0] else []


def sentences_of(text: str) -> list[str]:
    """Cut after each full stop that stands in no formula."""
    blank = MATHS.sub(lambda formula: "x" * len(formula[0]), text)
    ends = [end.end() for end in re.finditer(r"。|\.(?= [A-Z“x]|$)", blank)]
    return [text[start:end] for start, end in pairwise([0, *ends])]


def _letters(text: str) -> int:
    shown = without_maths(re.sub(r"\[\[.*?\]\]", "0.1234", text))
    return sum(2 if "\u2e80" <= letter <= "\uffef" else 1 for letter in shown)


TABLES: dict[str, Callable[[Scribe], str]] = {"find": find, "wall": wall, "sayings": sayings}
