"""Checks of the words themselves: no typed number or picture, Chinese punctuation, settled vocabulary, whole tables, no leftovers of a merge."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from answers.names import NAME
from checks import pairs
from checks.prose import written
from language.words import VERBATIM, glossary, surprises
from pages.page import FENCE
from project.fault import Fault, line_of
from project.imports import tree
from project.paths import DOCS, ROOT, SCRIPTS, SOURCE, TESTS
from publish import labs


class Text(NamedTuple):
    """A stretch of prose in one written language, and the line of any place in it."""

    file: Path
    written: str
    said: str
    line: Callable[[int], int]

    def fault(self, at: int, what: str, remedy: str) -> Fault:
        return Fault(self.file, self.line(at), what, remedy)


NO_PROSE = ("glossary:", "words:language/citation.py#gbt7714")
"""Pairs that are no prose: names, and a form of citation whose standard wants half-width punctuation."""


def texts() -> Iterator[Text]:
    """All prose: pages, labs and what they print, and the words that scripts and tables say in two languages."""
    for page in written():
        front = len(page.text) - len(page.body)
        yield Text(page.file, page.written, page.body, lambda at, page=page, front=front: page.line(front + at))  # type: ignore[misc]
    for address, pair in pairs.pairs().items():
        if not address.startswith(NO_PROSE):
            for language, side in pair.items():
                yield Text(side.file, language, side.text, lambda at, line=side.line: line)  # type: ignore[misc]
    for file in labs.files():
        for line, said in _printed(file):
            yield Text(file, "en", said, lambda at, line=line: line)  # type: ignore[misc]


def _printed(file: Path) -> Iterator[tuple[int, str]]:
    """What a lab prints word for word: the rest is computed."""
    for call in ast.walk(tree(file)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print":
            for part in [part for each in call.args for part in (each.values if isinstance(each, ast.JoinedStr) else [each])]:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield call.lineno, part.value


def blank(pattern: str | re.Pattern[str], text: str, by: str = " ", flags: int = 0) -> str:
    """The text with every match covered, letter for letter, so that places and lines stay."""
    return re.sub(pattern, lambda m: re.sub(r"[^\n]", by, m.group()), text, flags=flags)


# A typed number: a decimal, a percentage, an integer above 20 — unless it is a year, a version, an id, or inside code.
# \w is ASCII here: a Han character may stand right beside a number, a Latin letter makes it a name such as float32.
_NUMBER = re.compile(r"(?<![\w.#/])(?<!\w-)(?:\d+\.\d+|\d+ ?[%％‰]|\d+(?:\\,)?\\%|(?:2[1-9]|[3-9]\d|\d{3,}))(?!\w)", re.A)


_ALLOWED = re.compile(
    r"2\^\{-\d+\}|(?<!\d)(?:19|20)\d\d(?!\d|\.\d)|Apache 2\.0|CC BY 4\.0|CC BY(?:-SA)? \d\.\d|Python 3\.\d+|float(?:16|32|64)|CS231n|arXiv[: ]\d{4}\.\d+|360 px|GB/T 7714|BCP 47|IEEE 754"
)


_TAG = r"""</?[A-Za-z][\w-]*(?:\s+[\w:-]+(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'>]+))?)*\s*/?>"""
"""A tag of HTML, and not what stands between two signs of comparison."""


def prose(text: str) -> str:
    """Prose and mathematics alone: names, code, links, attributes and tags are covered."""
    bare = blank(NAME, blank(FENCE, text))
    return blank(r"`[^`]*`|\]\([^)]*\)|\[@[^\]]*\]|\{[ :]?[#.][^}]*\}|https?://\S+|⟦[^⟧]*⟧|" + _TAG, bare)


def typed_numbers() -> list[Fault]:
    """A number in prose is a fact in hiding: quote it by name."""
    faults = []
    for text in texts():
        if text.file.suffix in (".tsv", ".bib"):  # what others have said, and when
            continue
        bare = blank(_ALLOWED, prose(text.said))
        for m in _NUMBER.finditer(bare):
            around = " ".join(text.said[max(0, m.start() - 20) : m.end() + 20].split())
            faults.append(text.fault(m.start(), f"the number {m.group()!r} is typed: …{around}…", "quote it by name"))
    return faults


def typed_pictures() -> list[Fault]:
    """No picture and no display formula is typed that code could make."""
    faults = []
    for page in written():
        text = blank(FENCE, page.text)
        for m in re.finditer(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>", text):
            faults.append(Fault(page.file, page.line(m.start()), f"a picture is typed: {m.group()}", "draw it in scripts/figures and ask for it by name"))
    return faults


def punctuation() -> list[Fault]:
    """Chinese prose has full-width punctuation, no typed spaces beside Han characters, and straight quotes nowhere."""
    faults = []
    han = r"[\u4e00-\u9fff]"
    for text in texts():
        if text.written != "zh-Hant":
            continue
        bare = blank(pairs.HOLE, blank(VERBATIM, blank(r" *\{ *[#.:][^}\n]*\}", text.said, "\x00"), "x"), "x")
        for pattern, what, remedy in (
            (rf"{han}[,;:!?]|[,;!?]{han}|{han}\.(?!\w)", "half-width punctuation", "write it full-width"),
            (rf"{han} +[A-Za-z0-9x]|[A-Za-z0-9x] +{han}", "a space between Han and Latin", "take it out"),
            (rf"{han}\(|\({han}", "half-width brackets", "write （）"),
            (r"[“”‘’]", "quotation marks that are not 「」", "write 「」"),
        ):
            for m in re.finditer(pattern, bare):
                around = " ".join(text.said[max(0, m.start() - 8) : m.end() + 8].split())
                faults.append(text.fault(m.start(), f"{what}: …{around}…", remedy))
    return faults


def foreign() -> list[Fault]:
    """No Chinese stands in the English slot, but where it is marked as Chinese or quoted as code, and no English alone in the Chinese one."""
    faults = []
    for text in texts():
        if text.written == "en":
            bare = blank(NAME, blank(FENCE, text.said))
            bare = blank(r'<(\w+)[^>\n]*lang="zh[^>\n]*>.*?</\1>|`[^`]*`|\]\([^)]*\)|⟦[^⟧]*⟧', bare)
            for m in re.finditer(r"[\u3400-\u9fff，。；：？！、「」（）]+", bare):
                faults.append(text.fault(m.start(), f"Chinese in the English slot: {m.group()}", "say it in English, or mark it with lang"))
    return faults


def unsettled() -> list[Fault]:
    """Where OpenCC's phrase book would choose another word, a row of docs/glossary.tsv must decide."""
    faults = []
    for text in texts():
        if text.written == "zh-Hant":
            for surprise in surprises(text.said):
                at = max(0, text.said.find(surprise.partition(" (")[0]))
                faults.append(text.fault(at, f"nobody has settled how this is said in zh-Hans: {surprise}", "give docs/glossary.tsv a row"))
    return list(dict.fromkeys(faults))


def vocabulary() -> list[Fault]:
    """Each glossary row is there once."""
    seen: set[str] = set()
    faults = []
    file = DOCS / "glossary.tsv"
    for term in glossary():
        if term.hant in seen:
            first = line_of(file, f"{term.hant}\t")
            faults.append(Fault(file, line_of(file, f"{term.hant}\t", first + 1), f"{term.hant} has two rows, the first on line {first}", "keep one"))
        seen.add(term.hant)
    return faults


# ---- leftovers -------------------------------------------------------------------------------

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$|^={7}$", re.M)
WRITTEN_BY_HAND = (".md", ".py", ".tsv", ".bib", ".txt", ".toml", ".yml", ".json", ".css", ".js", ".html", ".mplstyle", ".cff", ".svg")


def conflicts() -> list[Fault]:
    """No file has the marks that a merge leaves where it could not decide."""
    faults = []
    files = [file for folder in (DOCS, SCRIPTS, SOURCE, TESTS) for file in sorted(folder.rglob("*")) if file.suffix in WRITTEN_BY_HAND]
    for file in [*files, *(file for file in sorted(ROOT.glob("*.*")) if file.suffix in WRITTEN_BY_HAND)]:
        text = file.read_text("utf-8", errors="replace")
        if m := _CONFLICT.search(text):
            faults.append(Fault(file, text.count("\n", 0, m.start()) + 1, f"a merge has left {m.group()[:7]} here", "choose one side and take the marks out"))
    return faults


def ragged() -> list[Fault]:
    """Every row of a table has as many cells as its head."""
    faults = []
    for page in written():
        text = blank(r"\$[^$\n]+\$|`[^`\n]+`", blank(FENCE, page.text), "x")
        rows, at = [], 0
        for line in [*text.split("\n"), ""]:
            if line.lstrip().startswith("|"):
                rows.append((at, len(re.findall(r"(?<!\\)\|", line.strip().strip("|"))) + 1))
            else:
                faults += [
                    Fault(
                        page.file,
                        page.line(start),
                        f"this row of a table has {cells} cells, its head {rows[0][1]}",
                        "give it as many, and write \\| for a bar inside a cell",
                    )
                    for start, cells in rows
                    if cells != rows[0][1]
                ]
                rows = []
            at += len(line) + 1
    return faults
