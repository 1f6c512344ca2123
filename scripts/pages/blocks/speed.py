"""How fast: the times that bench.py measured and wrote down, shown as ratios."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

from answers.names import functions
from language.words import Words
from mathematics.recorded import recorded
from pages.blocks import tables
from pages.blocks.tables import DASH, FUNCTION
from pages.scribe import Scribe

COPIES = {
    "float64": Words("float64，複製的幾倍", "float64, × a copy"),
    "float32": Words("float32，複製的幾倍", "float32, × a copy"),
}
BESIDE = {
    "textbook": Words("照打公式的幾倍", "× the formula as typed"),
    "products": Words("改用連乘的幾倍", "× the formula with products"),
    "scipy": Words("SciPy的幾倍", "×\N{NO-BREAK SPACE}SciPy"),
    "torch": Words("PyTorch的幾倍", "×\N{NO-BREAK SPACE}PyTorch"),
}
LABELS = {"numpy": "NumPy", "scipy": "SciPy", "torch": "PyTorch", "python": "Python"}


def _times(dtype: str) -> dict[str, dict[str, float]]:
    """The recorded functions that are still here; a new one has no row until the bench is run again."""
    return {name: ns for name, ns in recorded("speed")["ns"][dtype].items() if name in functions()}


def _copy(dtype: str) -> float:
    """The middle of the times that a plain copy took beside one function after the other."""
    return float(median(ns["copy"] for ns in recorded("speed")["ns"][dtype].values()))


def _ratio(ns: dict[str, float], what: str, beside: str) -> str:
    """To two digits, which is what a timing is worth."""
    return f"${float(f'{ns[what] / ns[beside]:.2g}'):g}$" if beside in ns else DASH


def _table(what: str, peers: tuple[str, ...]) -> Callable[[Scribe], str]:
    def table(scribe: Scribe) -> str:
        head = [FUNCTION]
        for copies in COPIES.values():
            head += [copies, *(BESIDE[peer] for peer in peers)]
        rows = []
        for name in _times("float64"):
            row = [tables.link(name, scribe)]
            for dtype in COPIES:
                ns = _times(dtype)[name] | {"copy": _copy(dtype)}
                row += [_ratio(ns, what, "copy"), *(_ratio(ns, what, f"{what} {peer}") for peer in peers)]
            rows.append(row)
        return tables.table(head, rows, scribe.language)

    return table


def machine(scribe: Scribe) -> str:
    """Where and when, and how long a plain copy took."""
    known: dict[str, Any] = recorded("speed")
    head = [Words("處理器", "Processor"), Words("版本", "Versions"), Words("測量日期", "Measured on"), Words("每個元素複製一次", "One copy, an element")]
    versions = Words("、", ", ").into(scribe.language).join(f"{LABELS[package]} {version}" for package, version in known["versions"].items())
    copies = [f"{dtype}{Words('：', ': ').into(scribe.language)}${_copy(dtype):.2g}$ ns" for dtype in COPIES]
    return tables.table(head, [[known["machine"], versions, known["date"], Words("，", "; ").into(scribe.language).join(copies)]], scribe.language)


TABLES: dict[str, Callable[[Scribe], str]] = {
    "speed": _table("value", ("textbook", "products", "scipy", "torch")),
    "speed_slopes": _table("slope", ("textbook", "products", "torch")),
    "speed_machine": machine,
}
