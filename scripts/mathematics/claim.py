"""A claim is something people say, judged by a computation: the verdict is never typed on a page.

Whoever writes a judge also chooses what it looks at, and a judge that shares its author's assumptions agrees with its
author. So a claim states its assumptions, and the judge runs again with each of them changed; the verdict follows from
all the rulings together, by the rubric in `verdict`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

from language.words import Words

Verdict = Literal["holds", "conditional", "wrong", "opinion"]

Force = Literal["definition", "always", "generally"]
"""How strongly a saying speaks: it defines, or names a cause or a direction; it says always, never, must; or it puts no quantity."""

Assumption = Literal["bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch", "range"]
"""What a practitioner would change first. A claim varies each, or says why it cannot matter."""
ASSUMPTIONS: tuple[Assumption, ...] = get_args(Assumption)

Change = Literal[Assumption, "activation", "precision", "form"]
"""What a variation may change: an assumption, or something that only some claims have."""


class Ruling(NamedTuple):
    """What a judge says: the verdict, and the numbers it rests on, which a page may quote by name."""

    verdict: Verdict
    numbers: Mapping[str, Any] = {}


class Variation(NamedTuple):
    """The judge again with one thing changed: other keyword arguments, or another object in the place of `about`."""

    of: Change
    change: Words
    given: Mapping[str, Any] = {}
    about: Any = None


class Immaterial(NamedTuple):
    """Assumptions that cannot matter, and why."""

    what: tuple[Assumption, ...]
    why: Words


ALGEBRA = Immaterial(
    ASSUMPTIONS,
    Words("這句話只比較算式，沒有網路、資料或訓練。", "The saying compares formulas; there is no network, no data and no training."),
)
NOT_TRAINED = Immaterial(
    ("initialisation", "optimiser", "batch"),
    Words("什麼也沒有訓練，權重是給定的。", "Nothing is trained; the weights are given."),
)
ONE_UNIT = Immaterial(
    ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
    Words("這句話只談函數本身，沒有網路。", "The saying is about the function alone; there is no network."),
)


@dataclass(frozen=True)
class Claim:
    """One saying. `judge(about)` rules on it; with `instead` in the place of `about` the ruling must be another.

    said : the saying, as a reader may have met it
    says : how strongly it speaks, which decides what would refute it
    rows : the rows of docs/rows.tsv it answers, all of one strength
    judge : a few lines that decide; shown on the claim's page as they stand
    about, instead : what is judged, and a control for which the ruling must differ
    control : what the control is, in words
    assumes : what the judge takes for granted: the network, how inputs are spread, sizes, seeds, step rule, precision, range scanned
    variations : the judge again, with one of these changed at a time
    immaterial : the assumptions that cannot matter, and why
    why : the reason for the verdict, in a sentence or three; may hold [[names]]
    holds_when : the condition under which the saying does hold; of a wrong one, the weaker sentence that is true
    topic : the page it belongs to; reads : keys of docs/references.bib
    """

    said: Words
    says: Force
    rows: tuple[str, ...]
    judge: Callable[..., Ruling]
    about: Any
    instead: Any
    control: Words
    assumes: tuple[Words, ...]
    why: Words
    holds_when: Words
    topic: str
    variations: tuple[Variation, ...] = ()
    immaterial: tuple[Immaterial, ...] = ()
    reads: tuple[str, ...] = field(default=())

    def ruling(self) -> Ruling:
        """What the judge says of the saying as it stands."""
        return self.judge(self.about)

    def varied(self, variation: Variation) -> Ruling:
        """What the judge says with one thing changed."""
        return self.judge(self.about if variation.about is None else variation.about, **variation.given)

    def unsettled(self) -> list[Assumption]:
        """Assumptions that are neither varied nor said to be immaterial."""
        settled = {variation.of for variation in self.variations} | {what for each in self.immaterial for what in each.what}
        return [what for what in ASSUMPTIONS if what not in settled]

    def code(self) -> str:
        """The lines that decide, as they stand."""
        return inspect.getsource(self.judge)


def verdict(says: Force, rulings: list[Verdict]) -> Verdict:
    """The rubric: from the ruling on the saying as it stands and those on its variations.

    holds : every ruling is for it
    wrong : a false definition, cause or direction; an always, never or must that a case breaks; a saying that is true in no case
    conditional : a saying that puts no quantity, true in some cases and false in others
    """
    if all(ruling == "holds" for ruling in rulings):
        return "holds"
    return "conditional" if says == "generally" and any(ruling != "wrong" for ruling in rulings) else "wrong"
