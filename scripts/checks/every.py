"""Every check by the name that `docs.py check` calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checks import agreement, comments, families, layout, ledger, naming, wording, works
from project.fault import Fault

CHECKS: dict[str, Callable[[], Sequence[str | Fault]]] = {
    "records": works.records,
    "made": naming.unmade,
    "languages": agreement.missing_languages,
    "headings": agreement.headings,
    "structure": agreement.structure,
    "names": naming.unknown_names,
    "unused": naming.unused,
    "numbers": wording.typed_numbers,
    "pictures": wording.typed_pictures,
    "punctuation": wording.punctuation,
    "glossary": wording.vocabulary,
    "unsettled": wording.unsettled,
    "rows": naming.rows_answered,
    "controls": naming.controls,
    "assumptions": naming.assumptions,
    "imports": layout.layout,
    "stale": agreement.stale,
    "families": families.families,
    "comments": comments.formulas,
    "literature": works.literature,
    "tutorials": works.tutorials,
    "ledger": ledger.moved,
    "picture": ledger.old_picture,
}
AT_ONCE = frozenset({"languages", "headings", "structure", "pictures", "glossary", "imports", "stale", "comments", "literature", "tutorials", "records"})
"""Checks that read what people wrote and need nothing made."""
