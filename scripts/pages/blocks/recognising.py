"""Which function is this? The form for a formula or numbers, and the frame in which assets/identify.js says what they are."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from language.words import Words
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = "x*sigmoid(1.702*x)"
"""What stands in the field at first."""

SAID = {
    "same": Words("這是{name}。{apart}。", "This is {name}: {apart}."),
    "none": Words("本站的{count}個函數都不是。最接近的是{name}：{apart}。", "It is none of the {count} functions here. The nearest is {name}: {apart}."),
    "apart": Words("差距最大的地方在x = {at}，相對於1 + |f|是{gap}", "the largest difference, relative to 1 + |f|, is {gap}, at x = {at}"),
    "exact": Words("在比較的每一點都沒有差距", "no difference at any point compared"),
    "also": Words("在這些數上也相同：{names}。", "The same on these numbers: {names}."),
    "lost": Words("從|x| = {lost}起，這個公式算不出數，那裡沒有比較。", "From |x| = {lost} on the formula gives no number; nothing was compared there."),
    "busy": Words("正在比較……", "Comparing …"),
    "end": Words("公式還沒寫完。", "The formula is not finished."),
    "sign": Words("不認得這裡的「{said}」：{where}", "“{said}” is not expected here: {where}"),
    "word": Words("沒有叫「{said}」的函數：{where}", "There is no function “{said}”: {where}"),
    "count": Words("「{said}」的引數個數不對：{where}", "“{said}” has the wrong number of arguments: {where}"),
    "long": Words("公式太長，或括號套得太深。", "The formula is too long, or its brackets are too deep."),
    "letters": Words("除了x，還有字母{said}：請換成數。", "Besides x there is {said}: put a number in its place."),
    "still_x": Words("公式裡沒有x。", "The formula has no x."),
    "few": Words("至少要五對不同的x與y。", "At least five pairs with different x are needed."),
    "lost_all": Words("在比較的每一點，它都算不出數。", "It gives no number at any of the points compared."),
    "failed": Words("讀不到比較用的資料，請再試一次。", "The data for the comparison could not be read; try again."),
}
"""What the script says, with its gaps in braces."""


def form(scribe: Scribe) -> str:
    """The field, the button, the verdict that is spoken, and the table of the nearest."""
    language = scribe.language
    words = {
        "field": Words("公式，或x與y的數對", "A formula, or pairs of x and y"),
        "go": Words("辨認", "Recognise"),
        "still": Words(
            "辨認由指令稿進行，而瀏覽器沒有執行它。在命令列上，`python -m activation_functions identify`做同樣的事。",
            "A script does the recognising, and the browser did not run it. At a shell, `python -m activation_functions identify` does the same.",
        ),
        "function": Words("函數", "Function"),
        "parameters": Words("參數", "Parameters"),
        "gap": Words("差距最大", "Largest difference"),
        "at": Words("在x =", "At x ="),
        "nearest": Words("最接近的函數", "The nearest functions"),
    }
    said = {name: html.escape(each.into(language), quote=True) for name, each in words.items()}
    says = "".join(f' data-{name.replace("_", "-")}="{html.escape(each.into(language), quote=True)}"' for name, each in SAID.items())
    heads = "".join(f'<th scope="col">{said[name]}</th>' for name in ("function", "parameters", "gap", "at"))
    return "\n".join(
        [
            f'<div class="identify" data-page="{scribe.to("functions/")}{{id}}/"{says}>',
            f'<p class="still">{said["still"].replace("`", "")}</p>',
            f'<form><label for="asked">{said["field"]}</label>',
            f'<textarea id="asked" name="f" rows="3" spellcheck="false" autocomplete="off" autocapitalize="off">{FIRST}</textarea>',
            f"<button>{said['go']}</button></form>",
            '<p class="answer" role="status"></p>',
            f'<div class="scroll" hidden><table class="table"><caption class="visually-hidden">{said["nearest"]}</caption><thead><tr>{heads}</tr></thead><tbody></tbody></table></div>',
            "</div>",
        ]
    )


TABLES: dict[str, Callable[[Scribe], str]] = {"recognising": form}
