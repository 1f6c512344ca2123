"""What pages print, for the ledger: each number by its name, each block that code fills, data to take away, and what labs put out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from answers import data, names, quoting
from answers.names import catalogue
from checks import syntax
from checks.prose import lab_pages
from language import citation
from language.words import WRITTEN
from mathematics.observation import Observation
from pages.blocks import dispatch
from pages.page import FENCE, HEADING, all_pages
from pages.scribe import Scribe
from publish import labs
from publish.labs import outputs as put_out

ELSEWHERE = ("table.glossary",)
"""Blocks of which the ledger holds every row by itself."""
MOVING = ("table.data", "numerics")
"""Blocks and parts whose numbers move a little with the processor or with every addition: sizes of files, ends found by a search among rounded results."""


class Seen(NamedTuple):
    """All that the pages ask for: (name, form) of each number, and each block as it comes out, both with the pages that show them."""

    quoted: dict[tuple[str, str], list[str]]
    blocks: dict[str, dict[str, str]]


@cache
def seen() -> Seen:
    """Every page in the first written language, its names answered."""
    quoted: dict[tuple[str, str], list[str]] = {}
    blocks: dict[str, dict[str, str]] = {}
    for page in [*all_pages(WRITTEN[0]), *lab_pages(WRITTEN[0])]:
        shown: dict[str, str] = {}

        def block(name: str, scribe: Scribe, shown: dict[str, str] = shown) -> str:
            shown[name] = dispatch.block(name, scribe)
            return shown[name]

        scribe = Scribe(page, WRITTEN[0], block)
        scribe.resolve(page.body)
        for asked in sorted(scribe.quoted):
            quoted.setdefault(asked, []).append(page.path)
        measured = {quoting.tex(*asked): f"[[{asked[0]}]]" for asked in sorted(scribe.quoted) if _observed(asked[0])}
        for name, text in shown.items():
            for number, stand_in in {**measured, citation.site(): "https://…"}.items():  # what may move by itself; a measured number has a line of its own
                text = text.replace(number, stand_in)
            blocks.setdefault(name, {})[page.path] = text
    return Seen(quoted, blocks)


def _observed(name: str) -> bool:
    return name.partition(".")[2] not in quoting.TEX_PARTS and isinstance(quoting.number(name), Observation)


def lines() -> Iterator[str]:
    yield from numbers()
    yield from blocks()
    yield from published()
    yield from outputs()


def numbers() -> Iterator[str]:
    """Every number and formula that is quoted, and every fact, for tables."""
    facts = {(f"{name}.{fact}", "6") for name in names.functions() for fact in names.known(name)["facts"]}
    for name, form in facts | seen().quoted.keys():
        yield f"{name}{':' + form if form else ''}\t{quoting.tex(name, form)}{chr(9) + 'observed' if _observed(name) else ''}"


# ---- blocks ----------------------------------------------------------------------------------


def blocks() -> Iterator[str]:
    """Every table, and every part of a function's page: where it stands, how many numbers it shows, and a hash of what a reader reads there.

    Sayings, derivations and figures have lines of their own.
    """
    for name, pages in seen().blocks.items():
        head, _, part = name.partition(".")
        if head == "claim" or name in catalogue() or part in ("shape", "derivation") or name in ELSEWHERE:
            continue
        said = sorted({content(text) for text in pages.values()})
        if name in MOVING or part in MOVING:
            yield f"[[{name}]]\t{' '.join(sorted(pages))}\t{loose(said[0])}"
        else:
            yield f"[[{name}]]\t{' '.join(sorted(pages))}\t{_count(said)} numbers\t{syntax.short(said)}"


NUMBER = re.compile(r"\d+(?:\.\d+)?")
PIECES = re.compile(r"(\$\$.+?\$\$|\$[^$\n]+\$)", re.S)
TAG = re.compile(r"</?[A-Za-z][^>\n]*>")


def content(text: str) -> str:
    """What a reader reads: no tags, classes, links or layout; of a tag what it says to those who do not see; code by its meaning."""
    text = FENCE.sub(lambda m: f" {_code(m.group())} ", text)
    pieces = PIECES.split(text)
    return " ".join("".join(piece if at % 2 else _prose(piece) for at, piece in enumerate(pieces)).split())


def _prose(text: str) -> str:
    text = TAG.sub(lambda m: " ".join([" ", *re.findall(r'\b(?:alt|title|aria-label)="([^"]*)"', m.group()), " "]), text)
    text = re.sub(r"\{[ :]?[#.][^}\n]*\}", " ", re.sub(r"\]\([^)\s]*\)", "]", text))
    return re.sub(r"^\|[-|: ]+\|$", " ", text, flags=re.M)


def _code(fence: str) -> str:
    language, _, inside = fence.strip("`~").partition("\n")
    return syntax.meaning(inside) if language.strip() == "python" else " ".join(inside.split())


def _count(said: list[str]) -> int:
    return sum(len(NUMBER.findall(text)) for text in said)


LOOSE = re.compile(r"(\d+(?:\.\d+)?)(?: \\times 10\^\{(-?\d+)\})?")


def loose(said: str) -> str:
    """A block whose numbers may move a little: these as they are, to be compared within a tolerance, and a hash of all the rest."""
    table, code, text = said.partition(" Module(")
    found = LOOSE.findall(table)
    rest = syntax.short(LOOSE.sub("#", table) + code + text)
    return f"{len(found)} numbers\t{rest}\t{' '.join(mantissa + (f'e{power}' if power else '') for mantissa, power in found)}\tloose"


def published() -> Iterator[str]:
    """Data that readers take away: the facts of each function to fifty digits, and tables of figures that move.

    Not here: test vectors and points of curves, in whose last digits the processor has a say; tests hold them against the formulas.
    """
    for name, known in json.loads(data.text("facts.json"))["facts"].items():
        if known:
            yield f"data.facts.json#{name}\t{len(known)} numbers\t{syntax.short([(fact, said['value']) for fact, said in known.items()])}"
    for made in catalogue().values():
        if made.kind == "figures" and (live := names.answer(made)["live"]):
            yield f"live.{made.name}\t{loose(' '.join(str(value) for _, told in live['rows'] for value in told))}"


# ---- labs ------------------------------------------------------------------------------------


def outputs() -> Iterator[str]:
    """Each cell of a lab, under the heading that it follows: a hash of its code with the comments, and one of what came out of it."""
    for file in labs.files():
        came, heading, number = iter(put_out(file)), "", 0
        for cell in labs.cells(file):
            if cell["kind"] == "code":
                number += 1
                put = [_put(each) for each in next(came)]
                yield f"lab.{file.stem}#{heading}.{number}\tcode {syntax.short(syntax.meaning(cell['source']))}\t{_count(put)} numbers\t{syntax.short(put)}"
            elif cell["lang"] == WRITTEN[0] and (found := [m[3] for m in HEADING.finditer(cell["source"]) if m[3]]):
                heading, number = found[-1], 0


PASSING = re.compile(r"0x[0-9a-f]+|(?:/[\w.-]+){2,}|\b[\d.]+ ?(?:ns|µs|ms|s|min)\b")  # addresses in memory, paths and times are others at each run
UNDRAWN = re.compile(r'<metadata>.*?</metadata>|<!--.*?-->|\b(?:id|clip-path|xlink:href)="[^"]*"', re.S)


def _put(output: dict[str, Any]) -> str:
    """What a cell put out, as a reader sees it; of a drawing its lines to a tenth of a point."""
    shown = output.get("data", {})
    if drawing := shown.get("image/svg+xml"):
        return re.sub(r"-?\d+\.\d+", lambda m: f"{float(m.group()) + 0.0:.1f}", UNDRAWN.sub("", "".join(drawing)))
    return PASSING.sub("…", "".join(output.get("text", shown.get("text/plain", ""))))
