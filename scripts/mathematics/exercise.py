"""What an exercise asks for, and what decides its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, get_args

from language.words import Words

Skill = Literal["computing", "counting", "reading", "choosing", "deriving", "proving", "programming"]
"""What a reader practises: a number by hand; a count; what a graph, a table or a definition says; a choice with its reason; an algebra; a proof; code."""
SKILLS: tuple[Skill, ...] = get_args(Skill)


class Exercise(NamedTuple):
    """One exercise of a chapter, in the order of its page: the skill, and for pieces of its answer, in both languages, whether they are so."""

    skill: Skill
    holds: Callable[[], Mapping[Words, bool]]
