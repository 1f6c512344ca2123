"""Pages: read what people wrote, ask the code for every name, and set the site out as plain Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

import blocks
import cache as store
import cite
import data
import exports as downloads
import labs
import markup
import names
import search
from cache import ROOT
from names import catalogue
from page import MATHS, Page, all_pages, kind
from scribe import Scribe
from words import LANGUAGES, hans

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where PyYAML was built with it
STAGE = ROOT / "build" / "stage"


def shown(page: Page, language: str, exports: bool) -> tuple[str, Scribe]:
    """The page as plain Markdown with its front matter."""
    scribe = blocks.scribe_for(page, language, exports)
    body = page.body if LANGUAGES[language].written == page.written and language != "zh-Hans" else hans(page.body)
    body = scribe.resolve(body)
    title = markup.without_maths(markup.bare(scribe.resolve(hans(page.title) if language == "zh-Hans" else page.title)))
    lede = markup.bare(scribe.resolve(hans(page.lede) if language == "zh-Hans" else page.lede))
    record = cite.record(page.path, markup.unquoted(title), language)
    meta: dict[str, Any] = {
        "title": markup.unquoted(title),
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


# ---- staging ---------------------------------------------------------------------------------


def stage(exports: bool, progress: Callable[[int, int, str], None] | None = None) -> None:
    """docs/ and all it names -> build/stage/, written only where it changed."""
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
        for page in all_pages(spoken.written):
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
