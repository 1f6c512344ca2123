"""How many numbers each library's layer learns for a function, its first value, and the argument that decides: from the dated record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from language.words import Words
from mathematics.recorded import recorded
from pages.blocks import tables
from pages.scribe import Scribe

if TYPE_CHECKING:
    from activation_functions import Activation

PACKAGES = {"torch": "PyTorch", "keras": "Keras", "flax": "Flax"}
SERVES = {
    "all": Words("一個數，全部共用", "one number for all"),
    "channel": Words("每個通道一個數", "one number a channel"),
    "element": Words("每個元素一個數", "one number an element"),
}
"""What one learned number serves."""


def learned(record: Activation, scribe: Scribe) -> str:
    """Nothing where no layer was measured."""
    rows, language = recorded("learned"), scribe.language
    if record.id not in rows["layers"]:
        return ""
    head = [
        Words("函式庫", "Library"),
        Words("怎麼建立", "Made by"),
        Words("學幾個數", "How many are learned"),
        Words("形狀", "Shape"),
        Words("初值", "First value"),
    ]
    cells = [
        [
            f"{PACKAGES[each['library']]} {rows['versions'][each['library']]}",
            f"`{each['layer']}`",
            SERVES[each["serves"]].into(language),
            f"`{tuple(each['shape'])}`",
            f"${each['first']:.6g}$",
        ]
        for each in rows["layers"][record.id]
    ]
    shape = tuple(rows["input"])
    said = Words(
        f"每個函式庫學的數不一樣多。下表的輸入形狀是`{shape}`，第一軸是樣本；{rows['date']}實測。",
        f"Libraries do not learn equally many numbers. In this table the input has the shape `{shape}`, samples along the first axis. Measured on {rows['date']}.",
    )
    return f"{said.into(language)}\n\n{tables.table(head, cells, language)}"


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"learned": learned}
