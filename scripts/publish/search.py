"""The search index: sections of one language as plain text, the same term under every name a reader may type."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from answers import names
from language.words import LANGUAGES, Term, glossary, hans
from pages import markup
from pages.page import Page


def names_of(term: Term) -> list[str]:
    """Every name of a term, in any language."""
    every = [term.hant, term.hans, term.en, *term.others, *(hans(other) for other in term.others)]
    return list(dict.fromkeys(filter(None, every)))


def keywords(title: str, language: str) -> list[str]:
    """The other names of the terms in a title: what readers of another script or school would type."""
    found: list[str] = []
    for term in glossary():
        if term.en and {"en": term.en, "zh-Hant": term.hant, "zh-Hans": term.hans}[language].lower() in title.lower():
            found += names_of(term)
    return sorted(set(found))


def called(path: str) -> list[str]:
    """Of a function's page, the names under which people look for it: its id and its aliases."""
    room, _, name = path.rpartition("/")
    if room != "functions" or name not in names.functions():
        return []
    return [spelt for each in (name, *names._record(name).aliases) for spelt in _spelt(each)]


def _spelt(name: str) -> list[str]:
    """A name as it is written, apart and in one word: hard_silu, hard silu, hardsilu."""
    return list(dict.fromkeys((name, re.sub(r"[_-]", " ", name), re.sub(r"[_-]", "", name))))


def location(path: str) -> str:
    """Where a page is, from the root of its language."""
    return "" if path == "index" else f"{path.removesuffix('/index')}/"


def entries(path: str, staged: str, language: str) -> list[dict[str, Any]]:
    """One entry for the page and one for each section under it."""
    front, body = staged.split("---\n", 2)[1:]
    title = re.search(r"^title: (.+)$", front, re.M)
    page_title = _plain(title[1].strip("'\"")) if title else path
    found = []
    for section in Page(path, LANGUAGES[language].written, body).sections():
        text = _plain(section.text.partition("\n")[2])
        entry: dict[str, Any] = {"location": f"{location(path)}#{section.id}", "title": _plain(section.title), "text": text, "page": page_title}
        if section.level == 1:
            entry |= {"location": location(path), "keywords": [*keywords(page_title, language), *called(path)]}
        if section.id not in ("cite", "references"):
            found.append(entry)
    return found


def _plain(markdown: str) -> str:
    text = re.sub(r"```.*?```|<details class=\"take\">.*?</details>", " ", markdown, flags=re.S)
    text = re.sub(r"<tr [^>]*data-package[^>]*><th scope=row>(.*?)</th>.*?</tr>", r"\1 ", text)  # of a long table of models, their names
    text = re.sub(r"\$\$.+?\$\$|\\\[.+?\\\]", " ", text, flags=re.S)
    text = markup.without_maths(re.sub(r"\\\((.+?)\\\)", r"$\1$", text))
    text = re.sub(r"<[^>]+>|\[@[^\]]*\]|\{[ :]?[#.][^}\n]*\}|^ *(?:!!!|\?\?\?\+?) \w+|^\|[-:| ]+\|$", " ", text, flags=re.M)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[#|>]", " ", re.sub(r"[*`]", "", text))).strip()


def index(docs: list[dict[str, Any]], language: str) -> str:
    """What the search reads: sections, the Traditional→Simplified pairs that occur, synonyms."""
    every = {c for doc in docs for c in doc["title"] + doc["text"] + doc["page"]} | {c for group in _synonyms() for name in group for c in name}
    pairs = "".join(c + s for c in sorted(every) if "\u3400" <= c <= "\u9fff" and (s := _folded(c)) != c)
    body = {"fold": pairs, "synonyms": _synonyms(), "docs": docs}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def script(docs: list[dict[str, Any]], language: str) -> str:
    """The index as a script that registers it: a page that is opened from a folder may run a script and may not fetch a file."""
    return f"(self.searchIndex ??= {{}})[{json.dumps(language)}] = {index(docs, language)}\n"


@cache
def _synonyms() -> list[list[str]]:
    aliases = [alias for name in names.functions() for alias in names._record(name).aliases]
    return [names_of(term) for term in glossary() if term.en] + [_spelt(alias) for alias in aliases if re.search("[_-]", alias)]


@cache
def _folded(character: str) -> str:
    import opencc

    folded: str = _t2s(opencc).convert(character)
    return folded if len(folded) == 1 else character


@cache
def _t2s(opencc: Any) -> Any:
    return opencc.OpenCC("t2s")
