"""What a function's page says of its parameters, and of the axis that a function of many entries is computed along."""

from __future__ import annotations

import re
from math import log10

from activation_functions.activation import SIZES, Activation
from language.words import Words
from mathematics import typesetting
from pages.blocks import tables
from pages.scribe import Scribe


def parameters(record: Activation, scribe: Scribe) -> str:
    """What shapes the function, and how a call of one that mixes entries says which belong together."""
    if record.mixes:
        none = Words("", "") if record.parameters else Words("公式裡沒有參數。", "The formula has none. ")
        call = _axes(record)
        said = Words(f"{none.hant}{call.hant}", f"{none.en}{call.en}").into(scribe.language)
        return f"{_table_of_parameters(record, scribe)}\n\n{said}" if record.parameters else said
    return _table_of_parameters(record, scribe) if record.parameters else ""


def _axes(record: Activation) -> Words:
    if record.absent is None:
        return Words(
            "呼叫時的`axis`指定沿哪一軸計算，預設是最後一軸；單獨一個數沒有軸，不能作為輸入。",
            "In a call, `axis` says along which axis the entries belong together, by default the last; a single number has no axis and is refused.",
        )
    absent = "0" if record.absent == 0 else r"-\infty"
    return Words(
        "呼叫時的`axis`指定沿哪一軸計算，預設是最後一軸；給幾個軸的元組，就把這些軸上的項合在一起算，給`None`則合併全部的軸。"
        f"`where`是一個布林陣列，指定哪些項算在內；其餘的項不影響結果，得到${absent}$，梯度是零。",
        "In a call, `axis` says along which axis the entries belong together, by default the last; a tuple takes several axes together, "
        f"`None` all of them. `where`, an array of booleans, says which entries count; the others change nothing, give ${absent}$ and have the gradient 0.",
    )


def _table_of_parameters(record: Activation, scribe: Scribe) -> str:
    head = [Words("參數", "Parameter"), Words("預設", "Default"), Words("可用的值", "Accepted values")]
    rows = []
    for name, parameter in record.parameters.items():
        sizes = [f"$10^{{{log10(size):.0f}}}$" for size in SIZES]
        lower = Words("", "") if parameter.above is None else Words(f"大於{parameter.above:g}、", f" above {parameter.above:g}")
        bound = Words(f"{lower.hant}絕對值由{sizes[0]}到{sizes[1]}的數", f"numbers{lower.en} of a size from {sizes[0]} to {sizes[1]}")
        if parameter.zero or parameter.above is None:
            bound = Words(f"0，或{bound.hant}", f"0, or {bound.en}")
        learned = (
            Words("；由訓練學得，可以是能與$x$廣播的陣列", "; learned, may be an array that broadcasts against $x$").into(scribe.language)
            if parameter.learned
            else ""
        )
        rows.append([f"`{name}` ${typesetting.letter(name)}$", f"${_power(parameter.default)}$", bound.into(scribe.language) + learned])
    return tables.table(head, rows, scribe.language)


def _power(number: float) -> str:
    """As in print: 1e-08 is 10^-8."""
    return re.sub(r"^1e([+-])0*(\d+)$", lambda found: f"10^{{{'-' * (found[1] == '-')}{found[2]}}}", f"{number:g}")


FUNCTION_PARTS = {"parameters": parameters}
