"""A claim is something people say, judged by a computation: the verdict is never typed on a page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from language.words import Words

Verdict = Literal["holds", "conditional", "wrong", "opinion"]


class Ruling(NamedTuple):
    """What a judge says: the verdict, and the numbers it rests on, which a page may quote by name."""

    verdict: Verdict
    numbers: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Claim:
    """One saying. `judge(about)` computes its verdict; with `instead` in the place of `about` it must be another.

    said : the saying, as a reader may have met it
    rows : the rows of docs/rows.tsv it answers
    judge : a few lines that decide; shown on the claim's page as they stand
    about, instead : what is judged, and a control for which the verdict must differ
    control : what the control is, in words
    why : the reason for the verdict, in a sentence or three; may hold [[names]]
    holds_when : the condition under which the saying does hold
    topic : the page it belongs to; reads : keys of docs/references.bib
    """

    said: Words
    rows: tuple[str, ...]
    judge: Callable[[Any], Ruling]
    about: Any
    instead: Any
    control: Words
    why: Words
    holds_when: Words
    topic: str
    reads: tuple[str, ...] = field(default=())

    def code(self) -> str:
        """The lines that decide, as they stand."""
        return inspect.getsource(self.judge)
