"""The form that filters and sorts a table, and the count of the rows that are left; assets/overview.js makes both work."""

from __future__ import annotations

import html
from collections.abc import Iterable

from language import citation
from language.words import Words
from pages.scribe import Scribe

Facet = tuple[str, Words, Iterable[tuple[str, str]]]
"""What a row has in `data-NAME`: that name, what it is called, and (value, shown) of each choice."""


def unfold(form: str, label: str) -> str:
    """The button before a form that a phone shows folded; assets/everywhere/unfold.js unfolds it."""
    return f'<button type="button" class="unfold" aria-expanded="false" aria-controls="{form}">{label}</button>'


def form(facets: Iterable[Facet], orders: Iterable[tuple[str, Words]], shown: Words, count: int, scribe: Scribe, besides: str = "") -> str:
    """The filters, shown where scripts may run; the first order is that of the page. `shown` has {shown} and {all}."""
    language = scribe.language
    every = Words("不限", "any").into(language)
    parts = []
    for facet, label, values in facets:
        options = "".join(f'<option value="{value}">{html.escape(said)}</option>' for value, said in values)
        parts.append(f'<label>{label.into(language)}<select name="{facet}"><option value="">{every}</option>{options}</select></label>')
    options = "".join(f'<option value="{by if at else ""}">{words.into(language)}</option>' for at, (by, words) in enumerate(orders))
    parts.append(f'<label>{Words("排序", "Sort by").into(language)}<select name="sort">{options}</select></label>')
    down = Words("倒序", "descending").into(language)
    parts.append(f'<label class="tick-box"><input type="checkbox" name="down" value="1"> {down}</label>')
    filters, clear = Words("篩選與排序", "Filter and sort").into(language), Words("清除條件", "Clear").into(language)
    permanent, said = Words("這份清單的固定網址", "Permanent address of this view").into(language), shown.into(language)
    return "\n".join(
        [
            f'<div class="unfolding">{unfold("facets", filters)}<form class="facets" id="facets" aria-label="{filters}">'
            f'{"".join(parts)}{besides}<button type="reset">{clear}</button></form></div>',
            f'<p class="count"><output aria-live="polite" data-said="{said}">{said.format(shown=count, all=count)}</output>'
            f' <a class="view" href="?" data-at="{citation.url(scribe.page.path, language)}">{permanent}</a></p>',
        ]
    )
