"""The properties of every function of one number, a row each: differentiable, monotone, bounded, centred, saturating, Lipschitz."""

from __future__ import annotations

from collections.abc import Callable

from answers import names
from language.words import Words
from pages.blocks import overview, tables
from pages.blocks.card import SATURATES
from pages.scribe import Scribe

YES, NO = Words("是", "yes"), Words("否", "no")


def properties(scribe: Scribe) -> str:
    """Every cell from proved facts: smoothness, trend, range, mean, the slope at both ends, the largest slope."""
    head = [
        tables.FUNCTION,
        Words("可微", "Differentiable"),
        Words("單調", "Monotone"),
        Words("有界", "Bounded"),
        Words("零中心", "Zero-centred"),
        Words("左端飽和", "Saturates left"),
        Words("右端飽和", "Saturates right"),
        Words("利普希茨常數", "Lipschitz constant"),
    ]
    rows = [[tables.link(name, scribe), *(cell.into(scribe.language) for cell in _cells(name)), _steepest(name)] for name in tables.elementwise()]
    return tables.table(head, rows, scribe.language)


def _cells(name: str) -> list[Words]:
    traits, has = names.known(name)["traits"], overview.tokens(name)
    said = [traits["smoothness"] not in ("jump", "kink"), traits["monotone"]]
    bounded = overview.FACETS["bounded"][1][has["bounded"][0]]
    centred = traits["zero_centred"] in ("odd", "mean")
    sides = [SATURATES[traits[f"saturates_{side}"]] for side in ("left", "right")]
    return [*(YES if each else NO for each in said), bounded, YES if centred else NO, *sides]


def _steepest(name: str) -> str:
    return tables.fact(name, "steepest")


TABLES: dict[str, Callable[[Scribe], str]] = {"properties": properties}
