"""Classes for what a style sheet would else look for inside an element: a browser asks a rule with :has() again and again, a class once."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table\b([^>]*)>(.*?)</table>", re.S)
_MODELS = re.compile(r'<table\b[^>]*class="[^"]*\bmodels\b')
_JUDGED = re.compile(r'<td(?=><span class="verdict)')
MANY = {4: "of-4", 7: "of-7"}
"""Tables of so many columns and more are set closer."""


def marked(page: str) -> str:
    """The page with the classes: tables by their columns, their small curves and their verdicts, and the root where a page is wide or is that of a function."""
    page = _TABLE.sub(_table, page)
    roots = {"wide": '<meta name="wide"' in page, "plots": 'class="take forms"' in page, "whole": _MODELS.search(page)}
    return page.replace('class="no-js"', f'class="{" ".join(["no-js", *(name for name, is_so in roots.items() if is_so)])}"', 1)


def _table(found: re.Match[str]) -> str:
    attributes, inside = found[1], _JUDGED.sub('<td class="judged"', found[2])
    columns = len(re.findall(r"<th\b", inside.partition("</tr>")[0]))
    classes = [name for least, name in MANY.items() if columns >= least]
    classes += ["sparks"] if 'class="spark"' in inside else []
    if classes and 'class="' in attributes:
        attributes = attributes.replace('class="', f'class="{" ".join(classes)} ', 1)
    elif classes:
        attributes += f' class="{" ".join(classes)}"'
    return f"<table{attributes}>{inside}</table>"
