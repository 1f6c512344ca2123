"""Checks of the words themselves: no typed number or picture, Chinese punctuation, settled vocabulary."""

from __future__ import annotations

import re

from answers.names import NAME
from checks.prose import texts, written
from language.words import VERBATIM, glossary, surprises
from pages.page import FENCE

# A typed number: a decimal, a percentage, an integer above 20 — unless it is a year, a version, an id, or inside code.
# \w is ASCII here: a Han character may stand right beside a number, a Latin letter makes it a name such as float32.
_NUMBER = re.compile(r"(?<![\w.#/])(?<!\w-)(?:\d+\.\d+|\d+ ?[%％‰]|\d+(?:\\,)?\\%|(?:2[1-9]|[3-9]\d|\d{3,}))(?!\w)", re.A)


_ALLOWED = re.compile(
    r"2\^\{-\d+\}|(?<!\d)(?:19|20)\d\d(?!\d|\.\d)|Apache 2\.0|CC BY 4\.0|CC BY(?:-SA)? \d\.\d|Python 3\.\d+|float(?:16|32|64)|CS231n|arXiv[: ]\d{4}\.\d+|360 px|GB/T 7714|BCP 47|IEEE 754"
)


def typed_numbers() -> list[str]:
    """A number in prose is a fact in hiding: quote it by name."""
    faults = []
    for where, _, text in texts():
        bare = NAME.sub(" ", FENCE.sub(" ", text))
        bare = re.sub(r"`[^`]*`|\]\([^)]*\)|\[@[^\]]*\]|\{[ :]?[#.][^}]*\}|<[^>]+>|https?://\S+", " ", bare)
        bare = _ALLOWED.sub(" ", bare)
        faults += [f"{where}: the number {m.group()!r} is typed: …{bare[max(0, m.start() - 20) : m.end() + 20].strip()}…" for m in _NUMBER.finditer(bare)]
    return faults


def typed_pictures() -> list[str]:
    """No picture and no display formula is typed that code could make."""
    faults = []
    for page in written():
        body = FENCE.sub("", page.body)
        faults += [f"{page.file}: a picture is typed: {m.group()}" for m in re.finditer(r"!\[[^\]]*\]\([^)]*\)|<img[^>]*>", body)]
    return faults


def punctuation() -> list[str]:
    """Chinese prose has full-width punctuation, no typed spaces beside Han characters, and straight quotes nowhere."""
    faults = []
    han = r"[\u4e00-\u9fff]"
    for where, language, text in texts():
        if language != "zh-Hant":
            continue
        bare = VERBATIM.sub("x", re.sub(r" *\{ *[#.:][^}\n]*\}", "", text))
        for pattern, what in (
            (rf"{han}[,;:!?]|[,;!?]{han}|{han}\.(?!\w)", "half-width punctuation"),
            (rf"{han} +[A-Za-z0-9x]|[A-Za-z0-9x] +{han}", "a space between Han and Latin"),
            (rf"{han}\(|\({han}", "half-width brackets"),
            (r"[“”‘’]", "quotation marks that are not 「」"),
        ):
            faults += [f"{where}: {what}: …{bare[max(0, m.start() - 8) : m.end() + 8]}…" for m in re.finditer(pattern, bare)]
    return faults


def unsettled() -> list[str]:
    """Where OpenCC's phrase book would choose another word, a row of docs/glossary.tsv must decide."""
    return sorted({f"{where}: {surprise}" for where, written, text in texts() if written == "zh-Hant" for surprise in surprises(text)})


def vocabulary() -> list[str]:
    """Each glossary row is there once."""
    seen: set[str] = set()
    faults = []
    for term in glossary():
        if term.hant in seen:
            faults.append(f"docs/glossary.tsv: {term.hant} has two rows")
        seen.add(term.hant)
    return faults
