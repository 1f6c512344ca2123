"""A page as people wrote it: one file a written language, cut into sections; templates give one page a function, one a claim."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import yaml

from answers.names import NAME, claims, functions, slug
from language.words import WRITTEN
from project.paths import DOCS

SYNCED = DOCS / "synced.tsv"
HEADING = re.compile(r"^(#{1,6}) +(.+?)(?: +\{ *#([\w-]+)[^}\n]*\})? *$", re.M)
FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)[^\S\n]*$", re.S | re.M)
MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.S)
EACH = {"functions/each": "functions", "claims/each": "claims"}  # templates: one page a function, one page a claim


@dataclass(frozen=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    level: int
    id: str
    title: str
    text: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(" ".join(self.text.split()).encode()).hexdigest()[:8]

    def skeleton(self) -> dict[str, list[str]]:
        """What must be the same in every language."""
        text = FENCE.sub("", self.text)
        return {
            "names": sorted(m.group() for m in NAME.finditer(text)),
            "formulas": sorted(re.sub(r"\\text\{[^{}]*\}", r"\\text{}", m.group()) for m in MATHS.finditer(text)),
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
    def file(self) -> str:
        """Where its words stand, for messages."""
        if kind(self.path) == "lab":
            return f"docs/{self.path}.py, {self.written}"
        source = f"{EACH_BY_FOLDER[posixpath.dirname(self.path)]}" if self.it else self.path
        return f"docs/{source}.{self.written}.md"

    @property
    def meta(self) -> dict[str, Any]:
        match = re.match(r"---\n(.*?)\n---\n", self.text, re.S)
        return dict(yaml.safe_load(match[1])) if match else {}

    @property
    def body(self) -> str:
        return re.sub(r"\A---\n.*?\n---\n", "", self.text, flags=re.S)

    def sections(self) -> list[Section]:
        body = self.body
        blank = FENCE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), body)
        cuts = list(HEADING.finditer(blank))
        ends = [cut.start() for cut in cuts[1:]] + [len(body)] * bool(cuts)
        return [Section(len(cut[1]), cut[3] or "", body[cut.start(2) : cut.end(2)], body[cut.start() : end]) for cut, end in zip(cuts, ends, strict=True)]

    @property
    def title(self) -> str:
        found = self.sections()
        if not found or not self.body.lstrip().startswith("# "):
            raise ValueError(f"{self.file}: a page begins with a heading of the first level")
        return found[0].title

    @property
    def lede(self) -> str:
        """The sentence under the title, which search engines and lists quote."""
        match = re.search(r"^(.+)\n\{ *\.lede *\}", self.body, re.M)
        return match[1] if match else ""


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
