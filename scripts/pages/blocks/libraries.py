"""This module beside the other libraries: their names and defaults, their slopes at kinks, and how many digits they keep."""

from __future__ import annotations

import html
import math
import re
from typing import TYPE_CHECKING, Any

from answers import names, quoting
from language.words import Words
from mathematics import typesetting
from mathematics.recorded import recorded
from pages.blocks import tables
from pages.blocks.tables import DASH, FUNCTION
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from activation_functions import Activation

OURS = "activation_functions"
LIBRARIES = {"torch": "PyTorch", "tensorflow": "TensorFlow", "keras": "Keras", "jax": "JAX", "onnx": "ONNX", "scipy": "SciPy", "numpy": "NumPy"}
COLUMNS = (("torch",), ("tensorflow", "keras"), ("jax",), ("onnx", "scipy"))
HERE = Words("本站", "Here")
DIFFER = Words("各家不同", "these differ")
DIFFERS, OUTSIDE = Words("不同", "differs"), Words("不在其中", "not among them")


def peers() -> dict[str, Any]:
    return recorded("peers")


def _mark(words: Words, scribe: Scribe) -> str:
    return f'<span class="differs">{words.into(scribe.language)}</span>'


def _called(package: str) -> Words:
    return Words(LIBRARIES[package], LIBRARIES[package])


def _both(packages: Iterable[str]) -> Words:
    shown = [LIBRARIES[p] for p in packages]
    return Words("、".join(shown), ", ".join(shown))


# ---- names and defaults ----------------------------------------------------------------------


def other(offer: dict[str, Any]) -> bool:
    """Whether a library's function, called with nothing but x, is another function than ours."""
    return not offer["demands"] and float(offer["gap"]) >= peers()["same"]


def differ(name: str) -> bool:
    """Whether its defaults or forms are not the same everywhere, here included."""
    return any(other(offer) for offer in peers()["names"].get(name, []))


def _code(text: str) -> str:
    """In a narrow column it may break where a reader would: before the last part of a name, after a bracket, after a long keyword."""
    return '<code class="breaks">' + BREAKS.sub(r"\g<0><wbr>", html.escape(text.removeprefix("onnx."), quote=False)) + "</code>"


BREAKS = re.compile(r"\w+\.\w+\.(?=\w+(?:\(|$))|\(|\w{9,}=")


def _defaults(offer: dict[str, Any]) -> str:
    return ", ".join(f"{name}={_python(value)}" for name, value in sorted(offer["defaults"].items()))


def _python(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else repr(value)


def _offered(offer: dict[str, Any], scribe: Scribe) -> str:
    defaults = f"<br><small>{_defaults(offer)}</small>" if offer["defaults"] else ""
    return _code(offer["name"]) + defaults + (f" {_mark(DIFFERS, scribe)}" if other(offer) else "")


def _defaults_here(record: Activation) -> str:
    return ", ".join(rf"${typesetting.letter(name)} = {parameter.default:.4g}$" for name, parameter in record.parameters.items())


def frameworks(scribe: Scribe) -> str:
    """Every function that another library has: what it is called there, its defaults, and a mark where they differ."""
    head = [FUNCTION, Words("本站的預設", "Default here"), *map(_both, COLUMNS)]
    rows = []
    for name, offers in peers()["names"].items():
        first = tables.link(name, scribe) + (f"<br>{_mark(DIFFER, scribe)}" if differ(name) else "")
        cells = ["<br>".join(_offered(o, scribe) for o in offers if o["library"] in column) or DASH for column in COLUMNS]
        rows.append([first, _defaults_here(names._record(name)) or DASH, *cells])
    return tables.table(head, rows, scribe.language)


def _relation(offer: dict[str, Any], record: Activation, scribe: Scribe) -> str:
    """What the library's function is, seen from ours."""
    language = scribe.language
    if offer["demands"]:
        return Words("沒有預設，引數必填", "no default: arguments are required").into(language)
    if not other(offer):
        return Words("相同", "the same").into(language)
    if offer.get("swapped"):
        return f"{_mark(DIFFERS, scribe)}{Words('：兩半的順序相反', ': the two halves are exchanged').into(language)}"
    if offer.get("parameters"):
        shown = ", ".join(
            rf"${typesetting.letter(name)} = {value:.4g}$" for name, value in offer["parameters"].items() if value != record.parameters[name].default
        )
        return f"{_mark(DIFFERS, scribe)}{Words('：', ': ').into(language)}{shown}"
    if offer["equals"]:
        links = Words("、", ", ").into(language).join(tables.link(name, scribe) for name in offer["equals"])
        return f"{_mark(DIFFERS, scribe)}{Words('：它是', ': it is ').into(language)}{links}"
    return _mark(DIFFERS, scribe)


def _reached(offer: dict[str, Any]) -> str:
    """How to get our function from the library."""
    if "call" not in offer:
        return DASH
    return _code(offer["call"])


def elsewhere(record: Activation, scribe: Scribe) -> str:
    """On a function's own page: its names and defaults in the other libraries."""
    language = scribe.language
    offers = peers()["names"].get(record.id)
    if not offers:
        return Words(
            f"量過的函式庫（{_both(p for p in LIBRARIES if p != 'numpy').hant}）裡，沒有發現與它相同的函數。",
            f"None of the libraries that were measured ({_both(p for p in LIBRARIES if p != 'numpy').en}) is known to have it.",
        ).into(language)
    verdict = (
        Words("只給$x$、其餘用預設時，算的不都是這個函數：", "Given $x$ alone, with every default left as it is, not all of them compute this function: ")
        if differ(record.id)
        else Words("各家都要求另外給引數，沒有預設可比。", "All of them demand further arguments, and there are no defaults to compare. ")
        if all(offer["demands"] for offer in offers)
        else Words("只給$x$、其餘用預設時，算的都是這個函數。", "Given $x$ alone, with every default left as it is, they all compute this function. ")
        if not any(offer["demands"] for offer in offers)
        else Words(
            "只給$x$、其餘用預設時，凡不要求另外給引數的，算的都是這個函數。", "Given $x$ alone, all that demand no further argument compute this function. "
        )
    ).into(language)
    head = [
        Words("函式庫", "Library"),
        Words("名稱", "Name"),
        Words("預設", "Defaults"),
        Words("與本站相比", "Beside this one"),
        Words("怎樣得到本站的函數", "To get this one"),
    ]
    rows = [
        [LIBRARIES[o["library"]], _code(o["name"]), _code(_defaults(o)) if o["defaults"] else DASH, _relation(o, record, scribe), _reached(o)]
        for package in LIBRARIES
        for o in offers
        if o["library"] == package
    ]
    mark = f"{_mark(DIFFER, scribe)}{Words('。', '. ').into(language)}" if differ(record.id) else ""
    return f"{verdict}{mark}{measured_on(scribe)}\n\n{tables.table(head, rows, language)}"


def measured_on(scribe: Scribe) -> str:
    return Words(f"{peers()['date']}實測。", f"Measured on {peers()['date']}.").into(scribe.language)


# ---- kinks -----------------------------------------------------------------------------------


def _near(a: Any, b: Any) -> bool:
    return (math.isnan(float(a)) and math.isnan(float(b))) or math.isclose(float(a), float(b), rel_tol=1e-6, abs_tol=1e-9)


def _all_near(values: list[Any]) -> bool:
    return all(_near(value, values[0]) for value in values)


def _slopes(kink: dict[str, Any]) -> dict[str, Any]:
    """What everyone that differentiates returns there."""
    return {package: said["slope"] for package, said in kink["returns"].items() if said["slope"] is not None}


def disagree(kink: dict[str, Any]) -> bool:
    """Whether somebody returns another slope, or at a jump another value, than the others."""
    values = [said["value"] for said in kink["returns"].values()]
    return not _all_near(list(_slopes(kink).values())) or not _all_near(values)


def outside(slope: float, kink: dict[str, Any]) -> bool:
    """Whether a slope lies neither at an end of the interval nor within it."""
    low, high = sorted((kink["left"], kink["right"]))
    return not (low < slope < high or _near(slope, low) or _near(slope, high))


def _four(value: Any) -> str:
    return quoting.tex_digits(f"{float(value):.4g}") if not math.isnan(float(value)) else r"\text{NaN}"


def _interval(kink: dict[str, Any]) -> str:
    low, high = (_four(side) for side in sorted((kink["left"], kink["right"])))
    return rf"$\{{{low}\}}$" if low == high else f"$[{low},\\,{high}]$"


def _bend(kink: dict[str, Any]) -> Words:
    if _near(kink["left"], kink["right"]):
        return Words("相接", "joined")
    return Words("向上", "upwards") if kink["left"] < kink["right"] else Words("向下", "downwards")


def _place(name: str, kink: dict[str, Any], scribe: Scribe) -> list[str]:
    first = tables.link(name, scribe) + (f"<br>{_mark(DIFFER, scribe)}" if disagree(kink) else "")
    return [first, f"${_four(kink['at'])}$"]


DIFFERENTIATE = (OURS, "torch", "tensorflow", "keras", "jax")


def kinks(scribe: Scribe) -> str:
    """Every kink of every function that another library has: the slopes that are allowed, and the one each library takes."""
    head = [FUNCTION, Words("$x$", "$x$"), Words("彎折", "Bends"), Words("可用的斜率", "Slopes allowed"), HERE, *map(_called, DIFFERENTIATE[1:])]
    rows = []
    for name, found in peers()["kinks"].items():
        for kink in (k for k in found if not k["jump"]):
            cells = []
            for package in DIFFERENTIATE:
                slope = _slopes(kink).get(package)
                wrong = slope is not None and outside(slope, kink)
                cells.append(DASH if slope is None else f"${_four(slope)}$" + (f" {_mark(OUTSIDE, scribe)}" if wrong else ""))
            rows.append([*_place(name, kink, scribe), _bend(kink).into(scribe.language), _interval(kink), *cells])
    return tables.table(head, rows, scribe.language)


def jumps(scribe: Scribe) -> str:
    """Every jump: the value there and the slope that is returned although there is none."""
    columns = (*DIFFERENTIATE, "onnx")
    head = [FUNCTION, Words("$x$", "$x$"), HERE, *map(_called, columns[1:])]
    rows = []
    for name, found in peers()["kinks"].items():
        for kink in (k for k in found if k["jump"]):
            cells = []
            for package in columns:
                said = kink["returns"].get(package)
                slope = None if said is None else said["slope"]
                cells.append(DASH if said is None else f"${_four(said['value'])},\\ {DASH if slope is None else _four(slope)}$".replace(DASH, r"\text{—}"))
            rows.append([*_place(name, kink, scribe), *cells])
    return tables.table(head, rows, scribe.language)


def by_hand(scribe: Scribe) -> str:
    """The same function written in several ways: its slope at 0."""
    head = [FUNCTION, Words("函式庫", "Library"), Words("寫法", "Written as"), Words("$0$處的斜率", "Slope at $0$")]
    rows = [
        [tables.link(name, scribe), LIBRARIES[way["library"]], f"`{way['code']}`", f"${_four(way['slope'])}$"]
        for name, ways in peers()["by_hand"].items()
        for way in ways
    ]
    return tables.table(head, rows, scribe.language)


def _end(miss: dict[str, Any], scribe: Scribe) -> str:
    """One place where a library does not give the limit: f(−∞), and what it gives if that is not NaN."""
    what = "f'" if miss["of"] == "slope" else "f"
    at = {"inf": r"\infty", "-inf": r"-\infty", "nan": r"\text{NaN}"}[miss["at"]]
    gives = "" if miss["gives"] == "nan" else f" = {_four(miss['gives'])}"
    only = f" <small>{miss['dtypes'][0]}</small>" if len(miss["dtypes"]) == 1 else ""
    return f"${what}({at}){gives}${only}"


def misses(name: str) -> list[dict[str, Any]]:
    """Where libraries do not give the limit, without the slope at NaN, which nearly all make up."""
    return [miss for miss in peers()["ends"].get(name, []) if (miss["of"], miss["at"]) != ("slope", "nan")]


def ends(scribe: Scribe) -> str:
    """Where a library gives NaN instead of a limit, or a number instead of NaN."""
    columns = ("torch", "tensorflow", "keras", "jax", "onnx")
    head = [FUNCTION, *map(_called, columns)]
    rows = []
    for name in peers()["ends"]:
        if misses(name):
            cells = [Words("、", ", ").into(scribe.language).join(_end(m, scribe) for m in misses(name) if m["library"] == package) for package in columns]
            rows.append([tables.link(name, scribe), *(cell or DASH for cell in cells)])
    return tables.table(head, rows, scribe.language)


# ---- accuracy --------------------------------------------------------------------------------


def _ulps(value: Any) -> str:
    if value == "inf":
        return r"\infty"
    return quoting.tex_digits(f"{value:g}" if value < 1000 else f"{value:.1e}")


def _lost(lost: dict[str, Any], scribe: Scribe) -> str:
    """Where at least half of the digits are gone."""
    if "some" in lost:
        return Words("某些向量", "some vectors").into(scribe.language)
    said = []
    if {"left", "right"} <= lost.keys() and _near(lost["left"], -lost["right"]):
        return rf"$\lvert x\rvert \ge {_short(lost['right'])}$"
    if {"below", "above"} <= lost.keys():
        return rf"$0 < \lvert x\rvert \le {_short(min(-lost['below'], lost['above']))}$"
    if "left" in lost:
        said.append(rf"x \le {_short(lost['left'])}" if lost["left"] else "x < 0")
    if "below" in lost:
        said.append(rf"{_short(lost['below'])} \le x < 0")
    if "right" in lost:
        said.append(rf"x \ge {_short(lost['right'])}" if lost["right"] else "x > 0")
    if "above" in lost:
        said.append(rf"0 < x \le {_short(lost['above'])}")
    return Words("、", ", ").into(scribe.language).join(f"${part}$" for part in said)


def _short(value: float) -> str:
    return quoting.tex_digits(f"{value:.3g}")


def _error(said: dict[str, Any] | None, scribe: Scribe) -> str:
    """The worst error in units in the last place; where whole stretches are lost, those instead."""
    if said is None:
        return DASH
    if said["lost"]:
        return f'<span class="differs">{_lost(said["lost"], scribe)}</span>'
    return f"${_ulps(said['ulp'])}$"


def _accuracy(what: str) -> Callable[[Scribe], str]:
    def table(scribe: Scribe) -> str:
        columns = [package for package in (OURS, *LIBRARIES) if any(what in everyone.get(package, {}) for everyone in peers()["accuracy"].values())]
        head = [FUNCTION, HERE, *map(_called, columns[1:])]
        rows = []
        for name, everyone in peers()["accuracy"].items():
            if len(everyone) > 1 and any(what in said for said in everyone.values()):
                rows.append([tables.link(name, scribe), *(_error(everyone.get(c, {}).get(what), scribe) for c in columns)])
        return tables.table(head, rows, scribe.language)

    return table


def accuracy_alone(scribe: Scribe) -> str:
    """Functions that no other library has, in this module alone."""
    head = [FUNCTION, Words("值，float64", "Value, float64"), Words("導數，float64", "Derivative, float64"), Words("值，float32", "Value, float32")]
    rows = [
        [tables.link(name, scribe), *(_error(everyone[OURS].get(what), scribe) for what in ("value", "derivative", "single"))]
        for name, everyone in peers()["accuracy"].items()
        if len(everyone) == 1
    ]
    return tables.table(head, rows, scribe.language)


# ---- versions --------------------------------------------------------------------------------


def versions(scribe: Scribe) -> str:
    """What was measured, and when."""
    head = [Words("函式庫", "Library"), Words("版本", "Version"), Words("測量日期", "Measured on")]
    rows = [[HERE.into(scribe.language), DASH, peers()["here"]]]
    rows += [[LIBRARIES[package], version, peers()["date"]] for package, version in sorted(peers()["versions"].items(), key=lambda item: LIBRARIES[item[0]])]
    return tables.table(head, rows, scribe.language)


def backend(scribe: Scribe) -> str:
    """What Keras ran on."""
    return LIBRARIES[peers()["backend"]]


TABLES: dict[str, Callable[[Scribe], str]] = {
    "frameworks": frameworks,
    "kinks": kinks,
    "jumps": jumps,
    "by_hand": by_hand,
    "ends": ends,
    "accuracy": _accuracy("value"),
    "accuracy_slopes": _accuracy("derivative"),
    "accuracy_single": _accuracy("single"),
    "accuracy_alone": accuracy_alone,
    "versions": versions,
    "keras_backend": backend,
}
FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"elsewhere": elsewhere}
