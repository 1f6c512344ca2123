"""Every check by the name that `docs.py check` calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checks import (
    advising,
    agreement,
    aliases,
    comments,
    copying,
    counting,
    equations,
    exercising,
    families,
    layout,
    ledger,
    naming,
    pictures,
    studies,
    styles,
    wording,
    works,
)
from project.fault import Fault, root

CHECKS: dict[str, Callable[[], Sequence[Fault | str]]] = {
    "records": works.records,
    "studies": studies.studies,
    "conflicts": wording.conflicts,
    "made": naming.unmade,
    "languages": agreement.missing_languages,
    "headings": agreement.headings,
    "structure": agreement.structure,
    "tables": wording.ragged,
    "navigation": naming.unlisted,
    "names": naming.unknown_names,
    "unused": naming.unused,
    "search": naming.unsearched,
    "numbers": wording.typed_numbers,
    "counts": counting.counts,
    "pictures": wording.typed_pictures,
    "graphs": pictures.raw_graphs,
    "titles": pictures.undecided,
    "punctuation": wording.punctuation,
    "equations": equations.equations,
    "foreign": wording.foreign,
    "glossary": wording.vocabulary,
    "unsettled": wording.unsettled,
    "rows": naming.rows_answered,
    "controls": naming.controls,
    "assumptions": naming.assumptions,
    "imports": layout.layout,
    "stale": agreement.stale,
    "families": families.families,
    "aliases": aliases.aliases,
    "comments": comments.formulas,
    "code": copying.code,
    "advice": advising.advice,
    "exercises": exercising.answers,
    "literature": works.literature,
    "tutorials": works.tutorials,
    "ledger": ledger.moved,
    "styles": styles.styles,
    "picture": ledger.old_picture,
}
AT_ONCE = frozenset(
    {
        "aliases",
        "conflicts",
        "languages",
        "headings",
        "structure",
        "tables",
        "navigation",
        "numbers",
        "counts",
        "pictures",
        "punctuation",
        "foreign",
        "glossary",
        "imports",
        "styles",
        "titles",
        "comments",
        "literature",
        "tutorials",
        "records",
        "studies",
        "stale",
    }
)
"""Checks that read what people wrote and need nothing made."""


def faults(name: str) -> list[str]:
    """What a check finds, each fault once; where it cannot go on, the fault that it stumbles over."""
    try:
        return [str(fault) for fault in dict.fromkeys(CHECKS[name]())]
    except Exception as error:
        return [str(root(error))]
