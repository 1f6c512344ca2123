"""When to use a function and when not, on its page: each sentence with the grade of its evidence, and a way to that evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from answers.names import NAME, claims, functions, slug
from answers.uses import GRADES, Use, uses
from language import citation
from language.words import WRITTEN, Words
from pages.markup import quoted, say
from pages.page import authored, read
from pages.scribe import Scribe

if TYPE_CHECKING:
    from activation_functions import Activation

GLANCE = Words("一眼看懂", "at a glance")
DERIVATION = Words("推導", "derivation")
FIGURE = Words("圖", "figure")
RECORDS = {
    "models": (Words("哪些模型用哪個函數", "which models use which function"), "reference/models", ""),
    "speed": (Words("速度", "speed"), "reference/speed", "#values"),
    "peers": (Words("各函式庫的名稱與預設值", "names and defaults across libraries"), "reference/frameworks", ""),
}
"""What was measured once and written down: what it is called, the page that shows it, and where on it."""


def use(record: Activation, scribe: Scribe) -> str:
    """A section of its own, heading and all; nothing where nothing is said."""
    found = uses(record.id)
    if not found:
        return ""
    head = Words("何時用，何時不用", "When to use it, and when not").into(scribe.language)
    return "\n".join([f"## {head} {{ #use }}", "", *(_item(each, scribe) for each in found)])


def _item(each: Use, scribe: Scribe) -> str:
    language = scribe.language
    ways = Words("、", ", ").into(language).join(dict.fromkeys(_ways(each, scribe)))
    gap = Words("：", ": ").into(language) if ways else ""
    return f"- {say(each.said, scribe)} <small>{GRADES[each.grade].into(language)}{gap}</small>{ways}"


def _ways(each: Use, scribe: Scribe) -> Iterator[str]:
    """Links to what it rests on."""
    for name in each.rests:
        kind, _, rest = name.partition(":")
        head = name.partition(".")[0]
        if each.grade == "reported":
            scribe.cited += [name] if name not in scribe.cited else []
            yield citation.mark([name], scribe.language)
        elif kind in RECORDS:
            words, page, anchor = RECORDS[kind]
            yield f"[{words.into(scribe.language)}]({scribe.to_page(page)}{anchor})"
        elif kind == "claim":
            yield f"[{quoted(claims()[rest]['said'], scribe)}]({scribe.to_page(f'claims/{slug(rest)}')})"
        elif kind == "derivation":
            yield f"[{DERIVATION.into(scribe.language)}]({scribe.to_page(_page_of(rest))}#{rest})"
        elif head in functions():
            page = "" if scribe.page.path == f"functions/{head}" else scribe.to_page(f"functions/{head}")
            yield f"[{GLANCE.into(scribe.language)}]({page}#facts)"
        else:
            yield f"[{FIGURE.into(scribe.language)}]({scribe.to_page(_page_of(head))}#{head})"


@cache
def _page_of(made: str) -> str:
    """The page on which a figure or a derivation stands: that of a function's derivative is the function's own."""
    found = (path for path in authored() for name in NAME.finditer(read(path, WRITTEN[0]).text) if name[1].strip() == made)
    return next(found, f"functions/{made.removesuffix('_derivative')}")


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"use": use}
