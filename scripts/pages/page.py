"""A page as people wrote it: one file a written language, cut into sections; templates give one page a function, one a claim."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from answers.names import NAME, claims, functions, slug
from language.words import WRITTEN
from project.fault import Fault, Wrong
from project.paths import DOCS

SYNCED = DOCS / "synced.tsv"
HEADING = re.compile(r"^(#{1,6}) +(.+?)(?: +\{ *#([\w-]+)[^}\n]*\})? *$", re.M)
FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$", re.S | re.M)
MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.S)
EACH = {"functions/each": "functions", "claims/each": "claims"}  # templates: one page a function, one page a claim


def fingerprint(text: str) -> str:
    """The same for the same words, however they are broken into lines."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def in_any_language(formula: str) -> str:
    """A formula without its words."""
    return re.sub(r"\\text\{[^{}]*\}", r"\\text{}", formula)


@dataclass(frozen=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    level: int
    id: str
    title: str
    text: str
    start: int = 0
    """Where it begins in the text of its page."""

    @property
    def hash(self) -> str:
        return fingerprint(self.text)

    def skeleton(self) -> dict[str, list[str]]:
        """What must be the same in every language."""
        text = FENCE.sub("", self.text)
        return {
            "names": sorted(m.group() for m in NAME.finditer(text)),
            "formulas": sorted(in_any_language(m.group()) for m in MATHS.finditer(text)),
            "links": sorted(re.findall(r"\]\(([^)\s]+)", text)),
            "citations": sorted(re.findall(r"\[@[^\]]+\]", text)),
            "code": [m.group() for m in FENCE.finditer(self.text)] + sorted(re.findall(r"`[^`\n]+`", text)),
            "boxes": re.findall(r"^ *(?:!!!|\?\?\?\+?) +(\w+)", text, re.M),
        }


@dataclass(frozen=True)
class Page:
    """A page in one written language. `it` is what a template page is about."""

    path: str
    written: str
    text: str
    it: str = ""

    @property
    def file(self) -> Path:
        """The file that its words stand in."""
        if kind(self.path) == "lab":
            return DOCS / f"{self.path}.py"
        source = f"{EACH_BY_FOLDER[posixpath.dirname(self.path)]}" if self.it else self.path
        return DOCS / f"{source}.{self.written}.md"

    def line(self, at: int) -> int:
        """The line of its file on which this place of its text stands."""
        number = self.text.count("\n", 0, max(at, 0))
        return _lines_in_lab(self.file, self.written, self.text)[number] if self.file.suffix == ".py" else number + 1

    @property
    def meta(self) -> dict[str, Any]:
        match = re.match(r"---\n(.*?)\n---\n", self.text, re.S)
        try:
            return dict(yaml.safe_load(match[1])) if match else {}
        except yaml.YAMLError as error:
            line = mark.line + 2 if (mark := getattr(error, "problem_mark", None)) else 1
            raise Wrong(Fault(self.file, line, f"the front matter is no YAML: {getattr(error, 'problem', error)}", "mend the syntax")) from None

    @property
    def body(self) -> str:
        return re.sub(r"\A---\n.*?\n---\n", "", self.text, flags=re.S)

    def sections(self) -> list[Section]:
        body = self.body
        blank = FENCE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), body)
        cuts = list(HEADING.finditer(blank))
        ends = [cut.start() for cut in cuts[1:]] + [len(body)] * bool(cuts)
        front = len(self.text) - len(body)
        return [
            Section(len(cut[1]), cut[3] or "", body[cut.start(2) : cut.end(2)], body[cut.start() : end], front + cut.start())
            for cut, end in zip(cuts, ends, strict=True)
        ]

    @property
    def title(self) -> str:
        found = self.sections()
        if not found or not self.body.lstrip().startswith("# "):
            raise Wrong(Fault(self.file, 1, "a page begins with a heading of the first level", "begin it with `# Title { #top }`"))
        return found[0].title

    @property
    def lede(self) -> str:
        """The sentence under the title, which search engines and lists quote."""
        match = re.search(r"^(.+)\n\{ *\.lede *\}", self.body, re.M)
        return match[1] if match else ""


def _lines_in_lab(file: Path, written: str, text: str) -> list[int]:
    """For each line of a lab's prose in one language, the line of the file that has it."""
    language, has = "", []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.startswith("# %%"):
            language = match[1] if (match := re.search(r'\[markdown\].*lang="([^"]+)"', line)) else ""
        elif language == written:
            has.append((line[1:].removeprefix(" "), number))
    found, at = [], 0
    for line in text.split("\n"):
        at = next((place for place in range(at, len(has)) if has[place][0] == line), at) if line else at
        found.append(has[at][1])
    return found


EACH_BY_FOLDER = {"functions": "functions/each", "claims": "claims/each"}


@cache
def authored() -> tuple[str, ...]:
    """Every page somebody wrote, without language and suffix; templates among them."""
    found = {p.relative_to(DOCS).as_posix().removesuffix(f".{w}.md") for w in WRITTEN for p in DOCS.rglob(f"*.{w}.md")}
    return tuple(sorted(found))


@cache
def read(path: str, written: str) -> Page:
    return Page(path, written, (DOCS / f"{path}.{written}.md").read_text("utf-8"))


def all_pages(written: str) -> Iterator[Page]:
    """Every page of the site but the labs, templates carried out."""
    for path in authored():
        page = read(path, written)
        if path not in EACH:
            yield page
        elif EACH[path] == "functions":
            for name in functions():
                yield replace(page, path=f"functions/{name}", it=name, text=page.text.replace("[[it.", f"[[{name}.").replace("[[it]]", name))
        else:
            for name in claims():
                yield replace(page, path=f"claims/{slug(name)}", it=name, text=page.text.replace("[[it.", f"[[claim.{name}.").replace("[[it]]", name))


def kind(path: str) -> str:
    folder = posixpath.dirname(path)
    return {"guide": "guide", "functions": "reference", "derivations": "derivation", "claims": "claim", "labs": "lab"}.get(
        folder, "home" if path == "index" else "page"
    )
