"""What a built site weighs on disk, by kind of file, and the most that each page, figure and function may add to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from language.words import LANGUAGES

SHOWN = 5  # the largest files of a kind that is past its bound


class Kind(NamedTuple):
    """Files of one kind: which they are, and how many bytes each of something may add to all of them together."""

    path: str
    allowed: dict[str, int]


OWN = r"[^/]+/functions/[^/]+/index\.html"  # the page of a function
NAME = r"[^./]+"
NUMBERS = rf"figures/{NAME}\.csv"  # of a figure; one that a reader moves has a table in data/live, too
LAB = r"[^/]+/labs/[^./]+"

KINDS = {
    "labs": Kind(rf"{LAB}(/index\.html|\.ipynb|\.py)", {"lab in a language": 145_000}),  # with their drawings, and what readers take home
    "pages": Kind(
        r"(.*/)?[^/]+\.html", {"page of a function": 86_000, "other page": 54_000, "list of models": 290_000}
    ),  # a function also has rows on pages that list all
    "search, sitemap": Kind(r"search/.*|sitemap\.xml.*", {"page": 7_000}),
    "drawings on pages": Kind(rf".+/figures/{NAME}(\.narrow)?\.svg", {"figure in a language": 15_000}),
    "outlines": Kind(rf".+/figures/{NAME}\.paths\.svg", {"figure in a language": 28_000}),
    "PDF": Kind(rf".+/figures/{NAME}\.pdf", {"figure in a language": 14_600}),
    "slides": Kind(rf".+/figures/{NAME}(\.dark)?\.png", {"figure in a language": 104_000}),
    "plotted numbers": Kind(rf"{NUMBERS}|data/live/.*", {"figure": 47_000}),
    "data of functions": Kind(r"data/(vectors|curves|parameters)/.*|data/((functions|facts)\.json|plotted\.js)", {"function": 72_000}),
    "data of claims": Kind(r"data/claims\.json", {"claim": 3_500}),
    "archive": Kind(r"[^/]+\.zip", {"page": 24_000}),  # drawings, data and numbers of figures are in it, nothing for slides or print
    "the rest": Kind(r".*", {"site": 970_000}),  # styles, scripts, a font, the wheel, data of exercises and models
}
"""A file is of the first kind that its path fits. The bound grows with what a site shows, so it holds for a site of any size."""


class Weighed(NamedTuple):
    """A kind of files as a site has them."""

    name: str
    files: dict[str, int]  # bytes by path
    allowed: int

    @property
    def bytes(self) -> int:
        return sum(self.files.values())


def weighed(site: Path) -> list[Weighed]:
    """Every file of a built site, by kind, with what the kind may weigh."""
    files = {path.relative_to(site).as_posix(): path.stat().st_size for path in sorted(site.rglob("*")) if path.is_file()}
    if "index.html" not in files:
        raise FileNotFoundError(f"{site} holds no built site: there is no index.html in it; `mkdocs build` writes one to site/")
    found: dict[str, dict[str, int]] = {name: {} for name in KINDS}
    for path, size in files.items():
        found[next(name for name, kind in KINDS.items() if re.fullmatch(kind.path, path))][path] = size
    there = counts(list(files))
    return [Weighed(name, found[name], sum(there[thing] * each for thing, each in kind.allowed.items())) for name, kind in KINDS.items()]


def counts(files: list[str]) -> dict[str, int]:
    """How many there are of each thing that a bound is stated for."""

    def like(pattern: str) -> int:
        return sum(re.fullmatch(pattern, path) is not None for path in files)

    pages, own, figures = like(KINDS["pages"].path), like(OWN), like(NUMBERS)
    labs = like(rf"{LAB}/index\.html")
    return {
        "page of a function": own,
        "other page": pages - own - labs,
        "lab in a language": labs,
        "list of models": like(r"[^/]+/reference/models/index\.html"),
        "page": pages,
        "figure": figures,
        "figure in a language": figures * len(LANGUAGES),
        "function": like(r"data/vectors/.*\.json"),
        "claim": like(r"[^/]+/claims/[^/]+/index\.html") // len(LANGUAGES),
        "site": 1,
    }


def table(kinds: list[Weighed]) -> Iterator[str]:
    """Lines that say what each kind weighs, what it may weigh, and what may add how much to that."""
    yield f"{'':18}{'files':>6}{'MB':>8}{'at most':>9}  that is"
    for name, files, allowed in [
        *kinds,
        Weighed("all", {path: size for kind in kinds for path, size in kind.files.items()}, sum(kind.allowed for kind in kinds)),
    ]:
        each = ", ".join(f"{share / 1000:g} kB for each {thing}" for thing, share in KINDS[name].allowed.items()) if name in KINDS else ""
        yield f"{name:18}{len(files):6}{sum(files.values()) / 1e6:8.2f}{allowed / 1e6:9.2f}  {each}".rstrip()


def faults(kinds: list[Weighed]) -> list[str]:
    """Kinds past their bound, each with its largest files."""
    found = []
    for kind in kinds:
        if kind.bytes > kind.allowed:
            largest = sorted(kind.files, key=lambda path: -kind.files[path])[:SHOWN]
            named = ", ".join(f"{path} ({kind.files[path] / 1000:.0f} kB)" for path in largest)
            found.append(f"{kind.name}: {kind.bytes / 1e6:.2f} MB, but at most {kind.allowed / 1e6:.2f} are allowed; the largest: {named}")
    return found


def report(site: Path) -> int:
    """Print what a built site weighs beside what it may weigh; 1 if a kind is past its bound."""
    kinds = weighed(site)
    print(*table(kinds), sep="\n")
    found = faults(kinds)
    for fault in found:
        print(f"past its bound: {fault}")
    return 1 if found else 0
