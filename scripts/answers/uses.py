"""When to use a function and when not: graded sentences, in docs/use, one file a function.

A sentence names what it rests on, and that has to be there:

- `proved`: a fact or a trait (`gelu.minimum.x`), a number of a figure (`gelu_gaps.tanh`), a claim (`claim:sigmoid_is_even`), or a
  derivation (`derivation:celu_becomes_elu`);
- `measured`: the first three as well; `speed:isrlu<elu`, if the record of speed says in every dtype that the first takes less time than
  the second, in this module or in what stands after a colon (`speed:gelu<gelu_tanh:torch`); or `peers`, the record of other libraries,
  if the function is in it;
- `reported`: a work of docs/references.bib;
- `practice`: nothing, or `models`, the record of the models whose code was read, if the function is in it.
"""

from __future__ import annotations

import re
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


GATES = {"sigmoid": "glu", "silu": "swiglu", "gelu": "geglu", "relu": "reglu"}
"""A function that gates another branch, and the unit that the two make."""

FASTER = re.compile(r"speed:(\w+)<(\w+)(?::(torch|textbook))?")


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
        if name != "models" or not _used(place.stem):
            raise Wrong(Fault(place, at, f"a practice cannot rest on {name} here", "name `models` where the record of models has the function, or nothing"))
    elif wrong := _lacking(name, grade, place.stem):
        raise Wrong(Fault(place, at, *wrong))


def _used(function: str) -> bool:
    """Whether some model whose code was read has the function, or gates with its part."""
    rows = recorded("models")["models"]
    return any(row["function"] == function or (row["gated"] and GATES.get(row["function"]) == function) for row in rows)


def _lacking(name: str, grade: str, function: str) -> tuple[str, str] | None:
    """What is wrong with a name that what is proved or measured rests on, and what to do; None if nothing is."""
    kind, _, rest = name.partition(":")
    match kind, grade:
        case "claim", _ if rest not in claims():
            return f"there is no claim {rest}", "name a claim of scripts/claims"
        case "derivation", "proved" if rest not in names.catalogue() or names.catalogue()[rest].kind != "derivations":
            return f"there is no derivation {rest}", "name a file of scripts/derivations"
        case "speed", "measured" if not _faster(name):
            return (
                f"the record of speed does not say {rest} in every dtype",
                "say what it says, or measure again with `python scripts/docs.py bench module --record`",
            )
        case "peers", "measured" if function not in recorded("peers")["names"]:
            return f"the record of other libraries has no {function}", "rest it on something else"
        case ("claim", _) | ("derivation", "proved") | ("speed" | "peers", "measured"):
            return None
    head, _, part = name.partition(".")
    known = names.known(head) if head in names.functions() else {"facts": {}, "traits": {}}
    figure = names.catalogue().get(head)
    if part in {**known["facts"], **known["traits"]} or (figure and figure.kind == "figures" and part in names.answer(figure)["numbers"]):
        return None
    return f"{name} is neither a fact nor a trait of a function", "name one that data/facts.json has, a number of a figure, or claim:NAME"


def _faster(name: str) -> bool:
    """Whether one function took less time than another in every dtype of the record of speed."""
    if not (asked := FASTER.fullmatch(name)):
        return False
    column = f"value {asked[3]}" if asked[3] else "value"
    every = recorded("speed")["ns"].values()
    return all(column in ns.get(asked[1], {}) and column in ns.get(asked[2], {}) and ns[asked[1]][column] < ns[asked[2]][column] for ns in every)


def plain(said: Words) -> Words:
    """With its numbers in their places, for data to take away."""
    return Words(*(NAME.sub(lambda m: quoting.tex(m[1].strip(), m[2] or ""), text) for text in said))
