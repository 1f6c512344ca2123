"""Families held against what was proved: the first rule that a function fulfils decides where it is listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from answers import names
from language.families import FAMILIES
from mathematics import balls
from mathematics.curve import Curve
from mathematics.digits import unpack
from project.fault import Fault, line_of
from project.paths import FUNCTIONS


class Known:
    """What the rules ask of a function: its record and its traits, and a few things that follow from its facts."""

    def __init__(self, name: str) -> None:
        self.record, known = names._record(name), names.known(name)
        self.traits, self.facts = known["traits"], known["facts"]

    def number(self, fact: str) -> Any:
        return unpack(self.facts[fact]["ball"])

    @property
    def bounded(self) -> bool:
        return bool(self.number("lower").is_finite() and self.number("upper").is_finite())

    @property
    def learned(self) -> bool:
        """Whether training shapes it by more than one number, and may turn a rise into a fall."""
        learned = [parameter for parameter in self.record.parameters.values() if parameter.learned]
        return len(learned) > 1 and (not self.traits["monotone"] or any(parameter.above is None for parameter in learned))

    @property
    def flat(self) -> bool:
        """Whether it consists of flat stretches."""
        ends = [stretch[0] for stretch in self.traits["flat"]], [stretch[2] for stretch in self.traits["flat"]]
        return self.traits["smoothness"] == "jump" and ["-inf"] in ends[0] and ["inf"] in ends[1] and not self.traits["fixed"]

    @property
    def bends_first(self) -> float | None:
        """Where it bends or jumps first, from the left."""
        cuts = [float(Curve.of(self.record).at(kink.at, balls.exact(0))) for kink in self.record.kinks]
        return min(cuts, default=None)

    @property
    def returns(self) -> bool:
        """Whether it ends as it began, at one height on both sides."""
        return bool(self.number("limit.left") == self.number("limit.right"))

    @property
    def straight_outside(self) -> bool:
        """Whether it gets as steep as x itself at both ends."""
        slopes = [f"asymptote.{side}.slope" for side in ("left", "right")]
        return all(slope in self.facts and self.number(slope) == 1 for slope in slopes)


RULES: dict[str, Callable[[Known], bool]] = {
    "probability": lambda f: f.record.mixes and f.record.width == 1,  # as many outputs as inputs, which depend on one another
    "gate": lambda f: f.record.mixes and f.record.width < 1,  # fewer outputs than inputs
    "rectifier": lambda f: f.record.mixes or (not f.learned and _rectifies(f)),
    "learned": lambda f: f.learned,
    "wave": lambda f: "period" in f.facts or (f.bounded and not f.traits["monotone"] and f.returns),
    "linear": lambda f: f.traits["convexity"] == "affine" or f.flat,
    "shrinkage": lambda f: f.traits["parity"] == "odd" and f.straight_outside,
    "sigmoidal": lambda f: f.bounded and bool(f.traits["monotone"]),
    "self_gated": lambda f: not f.traits["monotone"],
    "smooth_rectifier": lambda f: bool(f.traits["monotone"]) and f.traits["parity"] == "neither",
}
"""By family, in order of precedence."""


def _rectifies(f: Known) -> bool:
    """A straight line up to where it bends first, which is at 0 or to the right of it."""
    return not f.flat and f.bends_first is not None and f.bends_first >= 0 and f.traits["saturates_left"] != "soft"


def decided(name: str) -> str | None:
    """The family whose rule a function fulfils first."""
    known = Known(name)
    return next((family for family, holds in RULES.items() if holds(known)), None)


def families() -> list[Fault]:
    """Each function stands in the family that its facts decide."""
    faults = []
    for name in names.functions():
        said, rule = names._record(name).family, decided(name)
        if said != rule:
            file = FUNCTIONS / f"{name}.py"
            facts = f"by what is proved it belongs to {rule}" if rule else "no rule says where it belongs"
            remedy = f"give one of {', '.join(FAMILIES)}, or say in RULES of scripts/checks/families.py what it is that decides"
            faults.append(Fault(file, line_of(file, "family="), f"{name} is listed in the family {said}; {facts}", remedy))
    return faults
