"""The numerics box of a function: where each number format gives out, how the textbook formula fails there, and the code that does not."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import TYPE_CHECKING, Any

from answers.names import answer, catalogue
from answers.quoting import tex_digits
from language.words import Words
from mathematics.thresholds import BITS, OUTWARD, TEXTBOOK
from pages.blocks.tables import DASH, table
from pages.scribe import Scribe

if TYPE_CHECKING:
    from activation_functions import Activation

Found = dict[str, Any]

LABELS = {
    "limit": Words("值恰為{}", "The value is exactly {}"),
    "small": Words("值是次正規數或$0$", "The value is subnormal or $0$"),
    "input": Words("值恰為$x$", "The value is exactly $x$"),
    "overflow": Words("值溢位", "The value overflows"),
    "slope": Words("導數恰為{}", "The derivative is exactly {}"),
    "textbook_overflow": Words("課本公式得無限大或NaN", "Textbook: infinity or NaN"),
    "textbook_zero": Words("課本公式得$0$，真值不是$0$", "Textbook: $0$, although the value is not"),
    "textbook_half": Words("課本公式失去一半以上的位數", "Textbook: more than half of the digits lost"),
}
LIMIT = Words("極限捨入後的數", "its limit, rounded")
HEAD = Words("情況", "What happens")

METHOD = Words(
    "「課本公式」指把上面的公式原樣打進NumPy，每一步都用該格式計算。這些位置由掃描與二分搜尋找到，不是證明；列出時往成立的一側捨入，次正規數附近不計。",
    "“Textbook” is the formula above, typed into NumPy as it stands, every step in the format of the column. The places were found by scanning and "
    "bisection, which is no proof; they are rounded towards the side where the statement holds, and the neighbourhood of the subnormal numbers is left out.",
)
EQUAL = Words("表中所有輸入項都等於$x$。", "In the table all entries of the input equal $x$.")
NOTHING = Words(
    "值與導數在三種格式裡都沒有因為捨入而變成常數、歸零或溢位的地方。",
    "In none of the three formats does rounding turn the value or the derivative into a constant or into $0$, or carry it out of range.",
)
FAILS = Words("課本公式連在float64裡也會出錯，模組的寫法不會：", "The textbook formula goes wrong even in float64; the code of the module does not:")
FAILS_BELOW = Words(
    "課本公式在較窄的格式裡會出錯。模組一律用float64計算，最後捨入一次：",
    "The textbook formula goes wrong in the narrower formats. The module always computes in float64 and rounds once:",
)
SERVES = Words(
    "課本公式在掃描過的數裡沒有溢位、歸零或失去一半以上位數的地方。模組的寫法：",
    "Among the numbers scanned, the textbook formula nowhere overflows, turns to $0$ or loses more than half of its digits. The code of the module:",
)
UNTYPED = Words(
    "這個公式不能原樣打進NumPy，沒有課本的寫法可比。模組的寫法：",
    "This formula cannot be typed into NumPy as it stands, so there is nothing to compare with. The code of the module:",
)


def numerics(record: Activation, scribe: Scribe) -> str:
    known = answer(catalogue()[f"numerics_{record.id}"])
    found: list[Found] = known["found"]
    failing = {each["format"] for each in found if each["what"] in TEXTBOOK}
    verdict = UNTYPED if not known["typed"] else FAILS if "float64" in failing else FAILS_BELOW if failing else SERVES
    before = [EQUAL] if record.mixes and found else [] if found or record.mixes else [NOTHING]
    parts = [*(words.into(scribe.language) for words in before), _table(found, scribe.language), METHOD.into(scribe.language) if found else ""]
    parts += [verdict.into(scribe.language), f"```python\n{inspect.getsource(record.value).rstrip()}\n```"]
    return "\n\n".join(filter(None, parts))


def _table(found: list[Found], language: str) -> str:
    rows = []
    for what in OUTWARD | TEXTBOOK:
        left, right = ({each["format"]: each for each in found if each["what"] == what and each["side"] == side} for side in (-1, 1))
        if left and right and _label(what, left) == _label(what, right) and _mirrored(left, right):
            rows.append([_label(what, right).into(language), *(_both_sides(right[name]) if name in right else DASH for name in BITS)])
        else:
            rows += [[_label(what, side).into(language), *(_one_side(side[name]) if name in side else DASH for name in BITS)] for side in (left, right) if side]
    if not rows:
        return ""
    return table([HEAD, *(Words(name, name) for name in BITS)], rows, language)


def _label(what: str, side: dict[str, Found]) -> Words:
    """With the limit in it, where that is a whole number."""
    to = list(side.values())[-1]["to"]
    said = LIMIT if to is None or to != int(to) else Words(f"${int(to)}$", f"${int(to)}$")
    return Words(*(text.format(word) if "{}" in text else text for text, word in zip(LABELS[what], said, strict=True)))


def _mirrored(left: dict[str, Found], right: dict[str, Found]) -> bool:
    def sizes(side: dict[str, Found]) -> dict[str, list[float | None]]:
        return {name: [None if each[end] is None else abs(each[end]) for end in ("near", "far")] for name, each in side.items()}

    return sizes(left) == sizes(right)


def _both_sides(each: Found) -> str:
    return _between("0 < " if each["near"] is None else "", each, "|x|")


def _one_side(each: Found) -> str:
    if each["side"] > 0:
        return _between("0 < " if each["near"] is None else "", each, "x")
    near, far = _ends(each)
    if far is None:
        return rf"$x \le -{near}$"
    return rf"$-{far} \le x" + (" < 0$" if near is None else rf" \le -{near}$")


def _between(above: str, each: Found, x: str) -> str:
    near, far = _ends(each)
    x = x.replace("|x|", r"\lvert x\rvert")
    if far is None:
        return rf"${x} \ge {near}$"
    return rf"${above}{x} \le {far}$" if near is None else rf"${near} \le {x} \le {far}$"


def _ends(each: Found) -> tuple[str | None, str | None]:
    """The sizes in a few digits, rounded into the stretch that they end."""
    near, far = each["near"], each["far"]
    return None if near is None else _short(abs(near), ROUND_CEILING), None if far is None else _short(abs(far), ROUND_FLOOR)


def _short(size: float, rounding: str) -> str:
    rounded = Context(prec=4, rounding=rounding).create_decimal(Decimal(size)).normalize()
    return tex_digits(f"{rounded:f}" if -4 <= rounded.adjusted() < 6 else f"{rounded:e}")


FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"numerics": numerics}
