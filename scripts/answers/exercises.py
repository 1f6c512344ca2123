"""The exercises of the chapters: their words, read from the pages, and beside them the skill that each asks for and what decides its answer."""

from __future__ import annotations

import re
import textwrap
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from language.words import WRITTEN, Words
from mathematics.exercise import Exercise
from project.fault import Fault, Wrong
from project.paths import DOCS, SCRIPTS

EXERCISES = SCRIPTS / "exercises"
LEVELS = {"basic": Words("基本", "basic"), "applied": Words("應用", "applied"), "challenge": Words("挑戰", "challenge")}
NUMBERS = Words("一、二、三、四、五、六、七、八、九、十", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10")
TITLE = Words("習題⟨number⟩（⟨level⟩）：⟨title⟩", "Exercise ⟨number⟩ (⟨level⟩): ⟨title⟩")
FOLD = re.compile(r'^\?\?\? exercise "(?P<title>[^\n]+)"\n(?P<body>(?:[^\S\n]*\n| {4}[^\n]*\n?)+)', re.M)
ANSWER = re.compile(r'^\?\?\? answer "[^\n]+"\n', re.M)


class Asked(NamedTuple):
    """An exercise as a page has it in one language."""

    file: Path
    line: int
    level: str
    title: str
    question: str
    answer: str


def chapters() -> list[str]:
    """The chapters that have exercises, by the names of their pages."""
    return [name for name in sorted({file.name.partition(".")[0] for file in (DOCS / "guide").glob("*.md")}) if asked(name, WRITTEN[0])]


def asked(chapter: str, language: str) -> list[Asked]:
    """The exercises of a chapter; a fold that is not numbered in its order, has no known level or no answer is refused."""
    file = DOCS / "guide" / f"{chapter}.{language}.md"
    text = file.read_text("utf-8")
    numbers = re.split("[、,] ?", NUMBERS.into(language))
    form = re.compile(re.sub("⟨(.+?)⟩", r"(?P<\1>.+?)", re.escape(TITLE.into(language))))
    found = []
    for number, fold in enumerate(FOLD.finditer(text)):
        line = text.count("\n", 0, fold.start()) + 1
        title = form.fullmatch(fold["title"])
        level = title and next((name for name, words in LEVELS.items() if words.into(language) == title["level"]), None)
        if title is None or level is None or title["number"] != numbers[number]:
            like = TITLE.into(language).replace("⟨number⟩", numbers[number])
            levels = ", ".join(words.into(language) for words in LEVELS.values())
            raise Wrong(Fault(file, line, f"the title of an exercise is {fold['title']!r}", f"write it as {like}; the levels are {levels}"))
        question, *rest = ANSWER.split(textwrap.dedent(fold["body"]))
        if len(rest) != 1:
            raise Wrong(Fault(file, line, f"exercise {numbers[number]} has {len(rest)} answers", 'give it one, as a fold `??? answer "…"` inside it'))
        found.append(Asked(file, line, level, title["title"], question.strip(), textwrap.dedent(rest[0]).strip()))
    return found


def decided(chapter: str) -> tuple[Exercise, ...]:
    """What decides the answers of a chapter, in the order of its page; nothing where nobody has written it."""
    if not (EXERCISES / f"{chapter.replace('-', '_')}.py").is_file():
        return ()
    found: tuple[Exercise, ...] = import_module(f"exercises.{chapter.replace('-', '_')}").EXERCISES
    return found
