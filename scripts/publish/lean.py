"""What a built site does without: the indents of the templates, marks on code that show nothing, and what Material brings that no page asks for."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from project.paths import ASSETS

ICON = ASSETS / "favicon.svg"
_APART = re.compile(r"(?P<shown><(?P<tag>pre|textarea|script|style)\b.*?</(?P=tag)>)|\n\s+", re.S)
_PLAIN = re.compile(r'<span class="[nw]">([^<]*)</span>')  # names and blanks have the colour of the code around them
_ICON = re.compile(r'(<link rel="icon" href=")[^"]*favicon\.svg(?=")')
_NEXT = re.compile(r'<link rel="(?:prev|next)"[^>]*>')
_UNASKED = re.compile(
    r"assets/javascripts/"  # the scripts are ours
    r"|assets/stylesheets/palette\."  # and the colours a style sheet
    r"|assets/images/favicon\.png$"
    r"|assets/.*\.map$"  # for those who work on Material
)


def tight(page: str) -> str:
    """HTML that shows the same in fewer bytes: lines begin at the margin, but where blanks are shown, as in code, they stay; and in fewer requests.

    The icon stands in the page. The head does not name the next page, which Firefox would fetch beforehand; the foot does.
    """
    page = _NEXT.sub("", page)
    page = _ICON.sub(lambda link: link[1] + _icon(), page, count=1)
    return _APART.sub(lambda found: _PLAIN.sub(r"\1", found["shown"]) if found["tag"] == "pre" else found["shown"] or "\n", page)


@cache
def _icon() -> str:
    return "data:image/svg+xml," + quote(ICON.read_text("utf-8").strip(), safe=" :/='{}()-.;,")


def asked_for(uri: str) -> bool:
    """Whether a page of the site may ask for this file of the theme."""
    return not _UNASKED.match(uri)
