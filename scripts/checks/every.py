"""Every check by the name that `docs.py check` calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checks import agreement, equations, layout, ledger, naming, styles, wording
from project.fault import Fault

CHECKS: dict[str, Callable[[], Sequence[str | Fault]]] = {
    "made": naming.unmade,
    "languages": agreement.missing_languages,
    "headings": agreement.headings,
    "structure": agreement.structure,
    "names": naming.unknown_names,
    "unused": naming.unused,
    "numbers": wording.typed_numbers,
    "pictures": wording.typed_pictures,
    "punctuation": wording.punctuation,
    "equations": equations.equations,
    "glossary": wording.vocabulary,
    "unsettled": wording.unsettled,
    "rows": naming.rows_answered,
    "controls": naming.controls,
    "assumptions": naming.assumptions,
    "imports": layout.layout,
    "stale": agreement.stale,
    "ledger": ledger.moved,
    "styles": styles.styles,
    "picture": ledger.old_picture,
}
AT_ONCE = frozenset({"languages", "headings", "structure", "pictures", "glossary", "imports", "styles", "stale"})
"""Checks that read what people wrote and need nothing made."""
