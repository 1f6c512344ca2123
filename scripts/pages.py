"""Pages: read what people wrote, ask the code for every name, and set the site out as plain Markdown."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import blocks
import cache as store
import cite
import data
import exports as downloads
import names
import search
from cache import ROOT
from names import NAME, catalogue, claims, functions
from words import DOCS, LANGUAGES, WRITTEN, hans

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where PyYAML was built with it
STAGE = ROOT / "build" / "stage"
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


def slug(claim: str) -> str:
    return claim.replace("_", "-")


@cache
def authored() -> tuple[str, ...]:
    """Every page somebody wrote, without language and suffix; templates among them."""
    found = {p.relative_to(DOCS).as_posix().removesuffix(f".{w}.md") for w in WRITTEN for p in DOCS.rglob(f"*.{w}.md")}
    return tuple(sorted(found))


@cache
def read(path: str, written: str) -> Page:
    return Page(path, written, (DOCS / f"{path}.{written}.md").read_text("utf-8"))


def pages(written: str) -> Iterator[Page]:
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


# ---- resolving -------------------------------------------------------------------------------


class Scribe:
    """Answers the names on one page in one language, and remembers what it was asked."""

    def __init__(self, page: Page, language: str, exports: bool = False):
        self.page, self.language, self.exports = page, language, exports
        self.figures = 0
        self.cited: list[str] = []
        self.asked: set[str] = set()  # blocks
        self.quoted: set[tuple[str, str]] = set()  # numbers and formulas

    def resolve(self, text: str) -> str:
        """Names in mathematics become TeX, names on a line of their own blocks, citations links. Code is left alone."""
        fences: list[str] = []

        def hide(match: re.Match[str]) -> str:
            fences.append(match.group())
            return f"\x00{len(fences) - 1}\x00"

        text = re.sub(rf"{FENCE.pattern}|`[^`\n]+`", hide, text, flags=re.S | re.M)
        text = MATHS.sub(lambda m: NAME.sub(self._tex, m.group()), text)
        text = NAME.sub(self._word, text)
        text = re.sub(r"\[(@[^\]]+)\]", self._cite, text)
        return re.sub("\x00(\\d+)\x00", lambda m: fences[int(m[1])], text)

    def _tex(self, match: re.Match[str]) -> str:
        name, form = match[1].strip(), match[2] or ""
        self.quoted.add((name, form))
        try:
            return names.tex(name, form)
        except (ValueError, ArithmeticError) as error:
            raise ValueError(f"{self.page.file}: {error}") from error

    def _word(self, match: re.Match[str]) -> str:
        name = match[1].strip()
        self.asked.add(name)
        try:
            return blocks.block(name, self)
        except (ValueError, ArithmeticError, KeyError) as error:
            raise ValueError(f"{self.page.file}: {error}") from error

    def _cite(self, match: re.Match[str]) -> str:
        keys = [key.strip().lstrip("@") for key in match[1].split(";")]
        self.cited += [key for key in keys if key not in self.cited]
        return cite.mark(keys, self.language)

    def to(self, target: str) -> str:
        """A relative address, for raw HTML: pages are folders."""
        here = "" if self.page.path == "index" else f"{self.page.path.removesuffix('/index')}/"
        return posixpath.relpath(target or ".", here or ".") + ("/" if target.endswith("/") or not target else "")

    def to_page(self, path: str) -> str:
        """A relative link to another page's file, for Markdown."""
        return posixpath.relpath(f"{path}.md", posixpath.dirname(self.page.path) or ".")


def shown(page: Page, language: str, exports: bool) -> tuple[str, Scribe]:
    """The page as plain Markdown with its front matter."""
    scribe = Scribe(page, language, exports)
    body = page.body if LANGUAGES[language].written == page.written and language != "zh-Hans" else hans(page.body)
    body = scribe.resolve(body)
    title = blocks.without_maths(blocks.bare(scribe.resolve(hans(page.title) if language == "zh-Hans" else page.title)))
    lede = blocks.bare(scribe.resolve(hans(page.lede) if language == "zh-Hans" else page.lede))
    record = cite.record(page.path, blocks.unquoted(title), language)
    meta: dict[str, Any] = {
        "title": blocks.unquoted(title),
        "description": re.sub(r"\s+", " ", MATHS.sub("…", lede)) or LANGUAGES[language].description,
        "lang": language,
        "page": page.path,
        "kind": kind(page.path),
        "cite": cite.front_matter(record),
        "keywords": search.keywords(title, language),
        **page.meta,
    }
    if scribe.cited:
        body += "\n\n" + blocks.reference_list(scribe.cited, language)
    body += "\n\n" + cite.box(record)
    front = yaml.dump(meta, Dumper=DUMPER, allow_unicode=True, sort_keys=True, width=10_000)
    return f"---\n{front}---\n\n{body.strip()}\n", scribe


def kind(path: str) -> str:
    folder = posixpath.dirname(path)
    return {"guide": "guide", "functions": "reference", "derivations": "derivation", "claims": "claim", "labs": "lab"}.get(
        folder, "home" if path == "index" else "page"
    )


# ---- staging ---------------------------------------------------------------------------------


def stage(exports: bool, progress: Callable[[int, int, str], None] | None = None) -> None:
    """docs/ and all it names -> build/stage/, written only where it changed."""
    import labs

    names.make_all(progress)
    labs.make_all(progress)
    written: set[Path] = set()

    def put(path: str, data: bytes | str) -> None:
        target = STAGE / path
        store.write(target, data.encode() if isinstance(data, str) else data)
        written.add(target)

    figures: set[str] = set()
    found: dict[str, list[dict[str, Any]]] = {language: [] for language in LANGUAGES}
    for language, spoken in LANGUAGES.items():
        for page in pages(spoken.written):
            text, scribe = shown(page, language, exports)
            put(f"{language}/{page.path}.md", text)
            found[language] += search.entries(page.path, text, language)
            figures |= {name for name in scribe.asked if name in catalogue() and catalogue()[name].kind == "figures"} | blocks.figures_asked(scribe)
        for path, notebook, entries in labs.notebooks(language):
            put(f"{language}/{path}.ipynb", notebook)
            found[language] += entries
    for name in sorted(figures):
        said = names.answer(catalogue()[name])
        for language in LANGUAGES:
            for width in ("", ".narrow"):
                put(f"{language}/figures/{name}{width}.svg", said["drawings"][f"{language}{width}"])
            put(f"{language}/figures/{name}.csv", said["data"])
    if exports:
        for path, file in downloads.exported(sorted(figures), progress):
            put(path, file.read_bytes())
    for language, docs in found.items():
        put(f"search/{language}.json", search.index(docs, language))
    for path, known in data.files():
        put(f"data/{path}", json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    put("index.md", blocks.chooser())
    for old in STAGE.rglob("*"):
        if old.is_file() and old not in written:
            old.unlink()
