"""When to use a function and when not, on its page: each sentence with the grade of its evidence, and a way to that evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from answers.names import claims, slug
from answers.uses import GRADES, Use, uses
from language import citation
from language.words import Words
from pages.markup import quoted, say
from pages.scribe import Scribe

if TYPE_CHECKING:
    from activation_functions import Activation

MODELS = Words("哪些模型用哪個函數", "which models use which function")
GLANCE = Words("一眼看懂", "at a glance")


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
        if each.grade == "reported":
            scribe.cited += [name] if name not in scribe.cited else []
            yield citation.mark([name], scribe.language)
        elif name == "models":
            yield f"[{MODELS.into(scribe.language)}]({scribe.to_page('reference/models')})"
        elif name.startswith("claim:"):
            claim = name.removeprefix("claim:")
            yield f"[{quoted(claims()[claim]['said'], scribe)}]({scribe.to_page(f'claims/{slug(claim)}')})"
        else:
            function = name.partition(".")[0]
            here = scribe.page.path == f"functions/{function}"
            page = "" if here else scribe.to_page(f"functions/{function}")
            yield f"[{GLANCE.into(scribe.language)}]({page}#facts)"


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"use": use}
