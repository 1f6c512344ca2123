"""When to use a function and when not: graded sentences, in docs/use, one file a function.

A sentence names what it rests on, and that has to be there: for `proved` and `measured` a fact or a trait (`gelu.minimum.x`) or a claim
(`claim:relu_never_vanishes`), for `reported` a work of docs/references.bib. `practice` is what people do; it may name `models`, the record
of the models whose code was read, if the function is in it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from answers import names, quoting
from answers.names import NAME, claims
from language import citation
from language.words import Words
from mathematics.recorded import recorded
from project.fault import Fault, Wrong, line_of
from project.paths import DOCS


def files() -> list[Path]:
    """What is said of when to use each function: a file a function."""
    return sorted((DOCS / "use").glob("*.toml"))


GRADES = {
    "proved": Words("本站證明", "proved here"),
    "measured": Words("本站量測", "measured here"),
    "reported": Words("文獻報告", "reported"),
    "practice": Words("常見做法", "common practice"),
}


class Use(NamedTuple):
    """One sentence or two with one grade, what they rest on, and the line on which they begin."""

    grade: str
    rests: tuple[str, ...]
    said: Words
    line: int


def file(name: str) -> Path:
    return DOCS / "use" / f"{name}.toml"


def uses(name: str) -> list[Use]:
    """What is said of a function, in the order of its file; nothing where there is none."""
    return read(file(name)) if file(name).is_file() else []


def read(place: Path) -> list[Use]:
    try:
        found = tomllib.loads(place.read_text("utf-8"))["use"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise Wrong(Fault(place, 1, f"no list of [[use]] can be read here: {error}", "write each sentence under [[use]]")) from None
    lines = [number for number, line in enumerate(place.read_text("utf-8").splitlines(), 1) if line.strip() == "[[use]]"]
    return [_use(each, place, line) for each, line in zip(found, lines, strict=True)]


def _use(each: dict[str, object], place: Path, line: int) -> Use:
    if set(each) != {"grade", "rests", "hant", "en"}:
        raise Wrong(Fault(place, line, f"a sentence has grade, rests, hant and en; this has {', '.join(each)}", "give these four"))
    grade, rests = str(each["grade"]), each["rests"]
    if grade not in GRADES:
        raise Wrong(Fault(place, line, f"the grade is {grade!r}", f"give one of {', '.join(GRADES)}"))
    if not isinstance(rests, list) or not (rests or grade == "practice"):
        raise Wrong(Fault(place, line, f"what is {grade} rests on nothing", "name in `rests` a list of what it rests on"))
    for name in rests:
        _sought(str(name), grade, place, line)
    return Use(grade, tuple(map(str, rests)), Words(*(str(each[part]) for part in ("hant", "en"))), line)


def _sought(name: str, grade: str, place: Path, line: int) -> None:
    """Refuse what is not there, or cannot bear this grade."""
    at = line_of(place, f'"{name}"', line)
    if grade == "reported":
        citation.sought([name], place, at)
    elif grade == "practice":
        if name != "models" or not any(each["function"] == place.stem for each in recorded("models")["models"]):
            raise Wrong(Fault(place, at, f"a practice cannot rest on {name} here", "name `models` where the record of models has the function, or nothing"))
    elif name.startswith("claim:"):
        if name.removeprefix("claim:") not in claims():
            raise Wrong(Fault(place, at, f"there is no claim {name.removeprefix('claim:')}", "name a claim of scripts/claims"))
    else:
        function, _, fact = name.partition(".")
        known = names.known(function) if function in names.functions() else {"facts": {}, "traits": {}}
        if fact not in {**known["facts"], **known["traits"]}:
            raise Wrong(Fault(place, at, f"{name} is neither a fact nor a trait of a function", "name one that data/facts.json has, or claim:NAME"))


def plain(said: Words) -> Words:
    """With its numbers in their places, for data to take away."""
    return Words(*(NAME.sub(lambda m: quoting.tex(m[1].strip(), m[2] or ""), text) for text in said))
