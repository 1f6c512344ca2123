"""An executed notebook as a page of this site: mkdocs-jupyter's page without its half megabyte of styles and scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.S)
_ID = re.compile(r"\s*\{\s*#([\w-]+)\s*\}")
_NOT_OURS = re.compile(
    r'<div class="zeroclipboard-container">.*?</clipboard-copy>\s*</div>'
    r'|<div class="clipboard-copy-txt"[^>]*>.*?</div>'
    r'|<div class="jp-(?:Input|Output)Prompt[^"]*"[^>]*>.*?</div>'
    r'|<div class="jp-Collapser[^"]*"[^>]*>\s*</div>'
    r'|<div class="jp-Cell-(?:in|out)put(?:Header|Collapser)[^"]*"[^>]*>\s*</div>'
    r'|<a class="anchor-link".*?</a>'
    r"|<(?:style|script)\b.*?</(?:style|script)>",
    re.S,
)
_VERBATIM_OR_MATHS = re.compile(r"<(pre|code|svg)\b.*?</\1>|\$\$(?P<display>.+?)\$\$|\$(?P<inline>[^$\n]+)\$", re.S)


def front_matter(source: str) -> dict[str, Any]:
    """What the front matter of a Markdown page would say, kept in the notebook's metadata."""
    found: dict[str, Any] = json.loads(source)["metadata"].get("front_matter", {})
    return found


def slim(content: str, toc: TableOfContents, follow: Callable[[str], str]) -> tuple[str, TableOfContents]:
    """The cells alone, with Material's classes for code, explicit heading ids, and the table of contents these give.

    `follow` turns the address of a Markdown file into the address of its page.
    """
    content = content[content.index('<div class="jupyter-wrapper">') :]
    content = _NOT_OURS.sub("", content)
    content = re.sub(r'class="highlight-ipynb[^"]*"', 'class="highlight"', content)
    content = _VERBATIM_OR_MATHS.sub(_delimit, content)
    content = re.sub(r"<p>([^<]*?)\s*\{ *\.lede *\}</p>", r'<p class="lede">\1</p>', content)
    content = re.sub(r'href="([^":]+\.(?:md|ipynb)(?:#[^"]*)?)"', lambda link: f'href="{follow(link[1])}"', content)
    entries = _walk(toc)

    def heading(found: re.Match[str]) -> str:
        level, inner = found.groups()
        named = _ID.search(inner)
        entry = next(entries, None)
        if named is None:
            raise ValueError(f"a heading of a notebook needs an id: {inner} {{ #id }}")
        inner, anchor = _ID.sub("", inner), named[1]
        if entry is not None:
            entry.id, entry.title = anchor, _ID.sub("", entry.title)
        link = f'<a class="headerlink" href="#{anchor}" title="Permanent link">#</a>' if level != "1" else ""
        return f'<h{level} id="{anchor}">{inner}{link}</h{level}>'

    return _HEADING.sub(heading, content), toc


def _delimit(found: re.Match[str]) -> str:
    if found["display"]:
        return rf'<div class="arithmatex">\[{found["display"]}\]</div>'
    return rf'<span class="arithmatex">\({found["inline"]}\)</span>' if found["inline"] else found[0]


def _walk(toc: TableOfContents | list[AnchorLink]) -> Iterator[AnchorLink]:
    for entry in toc:
        yield entry
        yield from _walk(entry.children)
