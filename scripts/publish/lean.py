"""What a built site does without: the indents of the templates, and what Material brings that no page asks for."""

from __future__ import annotations

import re

_INDENT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\n\s+", re.S)
_UNASKED = re.compile(
    r"assets/javascripts/(lunr|workers)/"  # the search has a worker of its own
    r"|assets/stylesheets/palette\."  # and the colours a style sheet
    r"|assets/images/favicon\.png$"
    r"|assets/.*\.map$"  # for those who work on Material
)


def tight(page: str) -> str:
    """HTML whose lines begin at the margin, without empty lines; where blanks are shown, as in code, they stay."""
    return _INDENT.sub(lambda found: found[1] or "\n", page)


def asked_for(uri: str) -> bool:
    """Whether a page of the site may ask for this file of the theme."""
    return not _UNASKED.match(uri)
