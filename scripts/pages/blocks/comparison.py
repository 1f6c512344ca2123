"""The comparison: a form for up to four functions, and the frame in which assets/compare.js draws them."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from answers import curves, names
from language import citation
from language.families import FAMILIES
from language.words import Words
from pages.blocks.filters import unfold
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable


ORDERS = (("f(x)", True), ("f′(x)", True), ("f″(x)", False))
DASHES = ("", "9 4", "2.5 4", "10 3.5 2.5 3.5")


def comparison(scribe: Scribe) -> str:
    """Choices, drawing, a point to move along the axis, and the values there."""
    language = scribe.language
    say = {
        "functions": Words("函數", "Functions"),
        "none": Words("（不選）", "(none)"),
        "panels": Words("畫出", "Draw"),
        "reach": Words("x的範圍", "Range of x"),
        "at": Words("位置", "Position"),
        "values": Words("在這個位置的值", "The values there"),
        "save": Words("下載SVG", "Download as SVG"),
        "view": Words("此比較的固定網址", "Permanent address of this comparison"),
        "still": Words(
            "這裡要由指令稿畫圖，而瀏覽器沒有執行。下面的圖不需要指令稿。", "A script draws here, and the browser did not run it. The figures below need none."
        ),
        "credit": Words(f"激活函數，逐一驗證，{citation.version()}版，CC BY 4.0", f"Activation Functions Verified, version {citation.version()}, CC BY 4.0"),
    }
    said = {name: words.into(language) for name, words in say.items()}
    panels = "".join(
        f'<label class="tick-box"><input type="checkbox" name="show" value="{order}" data-name="{label}"{" checked" if on else ""}> {label}</label>'
        for order, (label, on) in enumerate(ORDERS)
    )
    reaches = "".join(f'<option value="{reach}">[−{reach}, {reach}]</option>' for reach in (curves.REACH, curves.REACH // 2))
    heads = "".join(f'<th scope="col">{label}</th>' for label, _ in ORDERS)
    first = " ".join(curves.COMPARED)
    return "\n".join(
        [
            f'<div class="compare" id="explorer" data-first="{first}" data-page="{scribe.to("functions/")}{{id}}/" data-credit="{said["credit"]}">',
            f'<p class="still">{said["still"]}</p>',
            unfold("choices", f"{said['functions']} · {said['panels']} · {said['reach']}"),
            f"<form id=choices><fieldset class=lines><legend>{said['functions']}</legend>{''.join(_choice(line, said['none'], language) for line in range(4))}</fieldset>",
            f"<fieldset><legend>{said['panels']}</legend>{panels}</fieldset>",
            f'<label>{said["reach"]}<select name="reach">{reaches}</select></label></form>',
            '<div class="stage"></div>',
            f'<p class="walk"><label>{said["at"]} <input type="range" min="-{curves.REACH}" max="{curves.REACH}" step="{1 / curves.A_UNIT:g}" value="1"></label> x = <output aria-live="off">1</output></p>',
            f'<div class="scroll"><table class="table"><caption class="visually-hidden">{said["values"]}</caption><thead><tr><th scope="col">{said["functions"]}</th>{heads}</tr></thead><tbody></tbody></table></div>',
            f'<p class="count"><button type="button" class="save">{said["save"]}</button>',
            f'<a class="view" href="?" data-at="{citation.url(scribe.page.path, language)}">{said["view"]}</a></p>',
            "</div>",
        ]
    )


def _choice(line: int, none: str, language: str) -> str:
    """One line of the drawing: its stroke, and the functions it may show, family by family."""
    groups = []
    for family, words in FAMILIES.items():
        records = [names._record(name) for name in names.functions()]
        options = "".join(
            f'<option value="{record.id}"{" selected" if record.id in curves.COMPARED[line : line + 1] else ""}>{html.escape(record.name)}</option>'
            for record in records
            if record.family == family and not record.mixes
        )
        groups.append(f'<optgroup label="{words.into(language)}">{options}</optgroup>' if options else "")
    stroke = (
        f'<svg viewBox="0 0 36 8" aria-hidden="true"><path d="M1 4H35" stroke="var(--c{line + 1})" stroke-width="2.4" stroke-dasharray="{DASHES[line]}"/></svg>'
    )
    which = Words(f"第{line + 1}條曲線", f"curve {line + 1}").into(language)
    return f'<label>{stroke}<select name="f" aria-label="{which}"><option value="">{none}</option>{"".join(groups)}</select></label>'


TABLES: dict[str, Callable[[Scribe], str]] = {"comparison": comparison}
