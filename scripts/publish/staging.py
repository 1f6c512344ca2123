"""Pages: read what people wrote, ask the code for every name, and set the site out as plain Markdown."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import yaml

from answers import cache as store
from answers import data, names
from answers.names import catalogue
from language import citation
from language.families import FAMILIES
from language.words import LANGUAGES, WRITTEN, hans
from pages import markup
from pages.blocks import dispatch
from pages.page import MATHS, Page, all_pages, authored, kind, read
from pages.scribe import Scribe
from project.paths import ASSETS, ROOT, STAGE, STAGED, STORE, require
from publish import exports as downloads
from publish import labs, mathml, navigation, package, search

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where PyYAML was built with it


def shown(page: Page, language: str, exports: bool) -> tuple[str, Scribe]:
    """The page as plain Markdown with its front matter."""
    scribe = dispatch.scribe_for(page, language, exports)
    body = page.body if LANGUAGES[language].written == page.written and language != "zh-Hans" else hans(page.body)
    body = scribe.resolve(body)
    title = markup.without_maths(markup.bare(scribe.resolve(hans(page.title) if language == "zh-Hans" else page.title)))
    lede = markup.bare(scribe.resolve(hans(page.lede) if language == "zh-Hans" else page.lede))
    record = citation.record(page.path, markup.unquoted(title), language)
    meta: dict[str, Any] = {
        "title": markup.unquoted(title),
        "description": re.sub(r"\s+", " ", MATHS.sub("…", lede)) or LANGUAGES[language].description,
        "lang": language,
        "page": page.path,
        "kind": kind(page.path),
        "cite": citation.front_matter(record),
        "keywords": search.keywords(title, language),
        **page.meta,
    }
    if kind(page.path) == "reference" and page.it:
        family = names._record(page.it).family
        meta["section"] = f"{list(FAMILIES).index(family):02} {FAMILIES[family].into(language)}"
    if scribe.cited:
        body += "\n\n" + dispatch.reference_list(scribe.cited, language)
    body += "\n\n" + citation.box(record)
    front = yaml.dump(meta, Dumper=DUMPER, allow_unicode=True, sort_keys=True, width=10_000)
    return f"---\n{front}---\n\n{body.strip()}\n", scribe


def settled(path: str, text: str) -> str:
    """A page with its formulas set: from here on no engine has to know anything of ours."""
    try:
        return mathml.staged(text)
    except mathml.FormulaError as error:
        raise ValueError(f"{path}: this formula cannot be set: {error}") from None


# ---- staging ---------------------------------------------------------------------------------

FONT = "assets/math.woff2"  # cut to the characters that the formulas turn out to use
FEW = 12  # so many pages are told sooner here than by new processes


def stage(exports: bool, progress: Callable[[int, int, str], None] | None = None) -> None:
    """docs/ and all it names -> build/stage/, written only where it changed.

    The last stage is remembered: while all that pages may quote is as it was, only pages with other words are told anew.
    """
    require()
    memory, state = STORE / "staged.json", _state(exports)
    known: dict[str, Any] = store.recall(memory) or {}
    if known.get("state") != state:
        known = {"state": state, "pages": {}, "figures": None}
        names.make_all(progress)
        labs.make_all(progress)
    pages = known["pages"] = _pages(exports, known["pages"])
    memory.unlink(missing_ok=True)  # what stops halfway leaves no memory
    figures = sorted({name for told in pages.values() for name in told["figures"]})
    if known["figures"] != figures or not all((STAGE / path).exists() for path in known["others"]):
        others = dict(_others(figures, exports, progress))
        _put(others)
        found = {language: [entry for *_, entries in labs.staged(language) for entry in entries] for language in LANGUAGES}
        lab_pages = sorted(path for path in others if path.endswith(".md") and path != "index.md")
        letters = "".join(sorted(set().union(*(mathml.characters(str(others[path])) for path in lab_pages))))
        known |= {"figures": figures, "others": sorted(others), "labs": found, "lab_pages": lab_pages, "letters": letters}
    _put({path: told["text"] for path, told in pages.items()})
    indexes = {}
    for language, docs in known["labs"].items():
        own = [entry for path, told in pages.items() if path.startswith(f"{language}/") for entry in told["entries"]]
        indexes[f"search/{language}.json"] = search.index(own + docs, language)
    drawn = set(known["letters"]).union(*(told["letters"] for told in pages.values()))
    _put(indexes)
    _put({FONT: mathml.font(drawn, STORE / "fonts").read_bytes()})
    sections = {path: told["section"] for path, told in pages.items()} | dict.fromkeys(known["lab_pages"], "")
    store.write(STAGED, navigation.configuration(navigation.navigation(sections)).encode())
    written = {STAGE / path for path in (*pages, *indexes, FONT, *known["others"])}
    for old in STAGE.rglob("*"):
        if old.is_file() and old not in written:
            old.unlink()
    store.keep(memory, known)


def _put(files: Mapping[str, bytes | str]) -> None:
    for path, text in files.items():
        store.write(STAGE / path, text.encode() if isinstance(text, str) else text)


def _state(exports: bool) -> str:
    """A hash of all that a page may quote: every file of the project and the tools, but of other pages only their titles."""
    written = {ROOT / "docs" / f"{path}.{language}.md" for path in authored() for language in WRITTEN}
    files = [path for folder in ("src", "scripts", "docs") for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    titles = [(path, read(path, language).title) for path in authored() for language in WRITTEN]
    digest = hashlib.sha256(f"{store._tools()} {exports} {os.environ.get('SITE_URL')} {titles}".encode())
    for file in sorted({*files, ROOT / "CITATION.cff", *(ROOT / file for file in package.BESIDE)} - written):
        digest.update(file.relative_to(ROOT).as_posix().encode() + store._file_hash(file))
    return digest.hexdigest()


def _pages(exports: bool, known: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """By staged path, what `_told` says of each page; of those with the same words as before, what it said then."""
    pages = {f"{language}/{page.path}.md": (page, language) for language, spoken in LANGUAGES.items() for page in all_pages(spoken.written)}
    keys = {path: hashlib.sha256(page.text.encode()).hexdigest() for path, (page, _) in pages.items()}
    fresh = [path for path in pages if path not in known or known[path]["key"] != keys[path]]
    fresh.sort(key=lambda path: path.partition("/")[2])  # the languages of a page quote the same numbers: one after the other
    work = [(*pages[path], exports) for path in fresh]
    if len(work) > FEW:
        with ProcessPoolExecutor() as pool:
            told = dict(zip(fresh, pool.map(_told, work, chunksize=FEW), strict=True))
    else:
        told = dict(zip(fresh, map(_told, work), strict=True))
    return {path: told[path] | {"key": keys[path]} if path in told else known[path] for path in pages}


def _told(work: tuple[Page, str, bool]) -> dict[str, Any]:
    """A page as plain Markdown, its entries for the search, and the figures it shows."""
    page, language, exports = work
    text, scribe = shown(page, language, exports)
    finished = settled(f"{language}/{page.path}", text)
    figures = {name for name in scribe.asked if name in catalogue() and catalogue()[name].kind == "figures"} | dispatch.figures_asked(scribe)
    return {
        "text": finished,
        "section": _section(text),
        "letters": "".join(sorted(mathml.characters(finished))),
        "entries": search.entries(page.path, text, language),
        "figures": sorted(figures),
    }


def _section(page: str) -> str:
    """The section of the navigation that a page's front matter names: its place and its title."""
    found = re.search(r"^section: '?(\d+ .+?)'?$", page.partition("\n---\n")[0], re.M)
    return found[1] if found else ""


def _others(figures: list[str], exports: bool, progress: Callable[[int, int, str], None] | None) -> Iterator[tuple[str, bytes | str]]:
    """Everything but pages and what is searched: labs, figures, downloads, data, the language chooser."""
    for language in LANGUAGES:
        for path, page, notebook, _ in labs.staged(language):
            yield f"{language}/{path}.md", settled(f"{language}/{path}", page)
            yield f"{language}/{path}.ipynb", notebook
    for name in figures:
        said = names.answer(catalogue()[name])
        for drawing, text in said["drawings"].items():
            language, _, width = drawing.partition(".")
            yield f"{language}/figures/{'.'.join(filter(None, (name, width)))}.svg", text
        for language in LANGUAGES:
            yield f"{language}/figures/{name}.csv", said["data"]
    if exports:
        for path, file in downloads.exported(figures, progress):
            yield path, file.read_bytes()
    for path, text in data.staged().items():
        yield f"data/{path}", text
    yield f"packages/{citation.wheel_name()}", package.wheel()
    for file in sorted(path for path in ASSETS.rglob("*") if path.is_file()):
        yield f"assets/{file.relative_to(ASSETS).as_posix()}", file.read_bytes()
    yield "index.md", dispatch.chooser()
