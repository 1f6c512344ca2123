"""The answers of exercises are computed: each has a skill, and pieces of its answer in both languages that code decides."""

from __future__ import annotations

from collections.abc import Iterator

from answers.exercises import EXERCISES, asked, chapters, decided
from language.words import WRITTEN
from mathematics.exercise import SKILLS
from project.fault import Fault, line_of


def answers() -> list[Fault]:
    """Exercises whose answer nothing decides, or decides otherwise, and records of chapters that have none."""
    known = chapters()
    strangers = [file for file in sorted(EXERCISES.glob("*.py")) if file.stem != "__init__" and file.stem.replace("_", "-") not in known]
    return [fault for chapter in known for fault in _of(chapter)] + [
        Fault(file, 1, f"no chapter {file.stem.replace('_', '-')} has exercises", "rename it, or take it away") for file in strangers
    ]


def _of(chapter: str) -> Iterator[Fault]:
    file = EXERCISES / f"{chapter.replace('-', '_')}.py"
    sides = [asked(chapter, language) for language in WRITTEN]
    found = decided(chapter)
    if [each.level for each in sides[0]] != [each.level for each in sides[1]]:
        yield Fault(sides[1][0].file, sides[1][0].line, f"the levels of the exercises are not those of {sides[0][0].file.name}", "give both the same")
        return
    if len(found) != len(sides[0]):
        what = f"{len(sides[0])} exercises, and scripts/exercises/{file.name} decides {len(found)}"
        yield Fault(sides[0][0].file, sides[0][0].line, what, "add an Exercise for each, in the order of the page, as scripts/exercises/dying.py does")
        return
    for number, (each, hant, en) in enumerate(zip(found, *sides, strict=True), 1):
        where = line_of(file, each.holds.__name__)
        if each.skill not in SKILLS:
            yield Fault(file, where, f"the skill of exercise {number} is {each.skill!r}", f"it is one of {', '.join(SKILLS)}")
        pieces = each.holds()
        if not pieces:
            yield Fault(file, where, f"nothing decides exercise {number}", "give for a piece of its answer, in both languages, whether it is so")
        for words, so in pieces.items():
            for side, piece in zip((hant, en), words, strict=True):
                if piece not in side.answer:
                    yield Fault(file, where, f"the answer of exercise {number} does not say {piece!r}", f"quote it from {side.file.name}:{side.line}")
            if not so:
                yield Fault(
                    hant.file,
                    hant.line,
                    f"the answer says {words[0]!r}, and {each.holds.__name__} of scripts/exercises/{file.name} does not find it so",
                    "correct one of them",
                )
