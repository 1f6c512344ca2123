"""Keeps finished formulas out of the way of Python-Markdown, which would read each of their many tags several times to no end."""

from __future__ import annotations

import html
import re

# A formula in a sentence, with the element around it, or inside of other HTML. One at the beginning of a line is left alone: there it is a block of its own to Python-Markdown.
_FORMULA = re.compile(r'(?<=[^\n])<span class="arithmatex"><math\b(?:(?!</math>).)*</math></span>|(?<=>)<math\b.*?</math>', re.S)
_PLACE = re.compile("\ue000(\\d+)\ue001")  # letters that no font and no page has


def hidden(markdown: str) -> tuple[str, list[str]]:
    """The text with a number in the place of each formula, and the formulas."""
    found: list[str] = []

    def hide(formula: re.Match[str]) -> str:
        found.append(formula[0])
        return f"\ue000{len(found) - 1}\ue001"

    return _FORMULA.sub(hide, markdown), found


def shown(page: str, formulas: list[str]) -> str:
    """The page with its formulas back."""
    return _PLACE.sub(lambda place: formulas[int(place[1])], page)


def spelt(title: str, formulas: list[str]) -> str:
    """A title of the table of contents, where Python-Markdown leaves of a formula only its letters."""
    return _PLACE.sub(lambda place: html.escape(html.unescape(re.sub(r"<[^>]+>", "", formulas[int(place[1])])), quote=False), title)
