"""Pages: read what people wrote, ask the code for every name, and set the site out as plain Markdown."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from answers import cache as store
from answers import curves, data, names, recognised
from answers.names import catalogue
from language import breaking, citation
from language.chapters import CHAPTERS
from language.families import FAMILIES
from language.words import LANGUAGES, hans
from pages import markup
from pages.blocks import dispatch, tables
from pages.page import MATHS, Page, all_pages, kind
from pages.scribe import Scribe
from project.noting import noting
from project.paths import ASSETS, STAGE, STAGED, STORE
from project.required import require
from publish import depends, labs, mathml, navigation, package, search
from publish import exports as downloads

DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where PyYAML was built with it


def shown(page: Page, language: str, exports: bool) -> tuple[str, Scribe]:
    """The page as plain Markdown with its front matter."""
    scribe = dispatch.scribe_for(page, language, exports)
    body = page.body if LANGUAGES[language].written == page.written and language != "zh-Hans" else hans(page.body)
    body = scribe.resolve(body)
    if page.it:
        body = EMPTY.sub("", body)
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
    if page.it:
        meta["section"] = section(page, language)
    if scribe.cited:
        body += "\n\n" + dispatch.reference_list(scribe.cited, language, headed="{ #references }" not in page.body)
    body += "\n\n" + citation.box(record)
    front = yaml.dump(meta, Dumper=DUMPER, allow_unicode=True, sort_keys=True, width=10_000)
    return f"---\n{front}---\n\n{body.strip()}\n", scribe


EMPTY = re.compile(r"^## [^\n]*\n\s*(?=^## |\Z)", re.M)
"""A section of a template that has nothing to say of this function, or of this saying."""


def section(page: Page, language: str) -> str:
    """Where a page that was made from a template stands in the navigation, and under which title: functions by family, claims by the page that they belong to."""
    if kind(page.path) == "reference":
        family = names._record(page.it).family
        return f"{list(FAMILIES).index(family):02} {FAMILIES[family].into(language)}"
    topic = names.claims()[page.it]["topic"]
    places = [f"guide/{chapter.page}" for chapter in CHAPTERS]
    return f"{places.index(topic) if topic in places else len(places):02} {tables.title_of(topic, language)}"


def settled(path: str, text: str) -> str:
    """A page with its formulas set and its titles breakable: from here on no engine has to know anything of ours."""
    try:
        return mathml.staged(breaking.headings(text, path.partition("/")[0]))
    except mathml.FormulaError as error:
        raise ValueError(f"{path}: this formula cannot be set: {error}") from None


# ---- staging ---------------------------------------------------------------------------------

FONT = "assets/math.woff2"  # cut to the characters that the formulas turn out to use
FEW = 12  # so many pieces are set out sooner here than by new processes


class Piece(NamedTuple):
    """A part of the site that is set out by itself: its name, the words it is made from, and the work that makes it."""

    name: str
    words: str
    work: Callable[..., dict[str, Any]]
    arguments: tuple[Any, ...]


def stage(exports: bool, progress: Callable[[int, int, str], None] | None = None) -> list[str]:
    """docs/ and all it names -> build/stage/, written only where it changed; the paths of what was written or went.

    The last stage is remembered: a piece is set out anew when its own words, the code that sets it out, or a thing that it asked for has changed.
    """
    require()
    memory = STORE / "staged.json"
    known: dict[str, Any] = store.recall(memory) or {"pieces": {}}
    now = {"code": depends.code(), "exports": exports, "site": os.environ.get("SITE_URL")}
    if moved := any(known.get(part) != said for part, said in now.items()):
        (downloads.make_all if exports else names.make_all)(progress, labs.missing())
        now["common"] = depends.common(exports)
    else:
        now["common"] = known["common"]
    before = known["pieces"] if known.get("common") == now["common"] else {}
    pieces = _told([*_pages(exports), *_labs(), *_data(), *_files()], before, moved)
    figures = sorted({name for told in pieces.values() for name in told.get("figures", ())})
    pieces |= _told([*_figures(figures), *(_downloads(figures, progress) if exports else ())], before, moved)
    changed = _put({path: text for told in pieces.values() for path, text in told.pop("texts", {}).items()})
    sections = {path: told["section"] for told in pieces.values() if "section" in told for path in told["files"] if path.endswith(".md")}
    if moved or known.get("sections") != sections or not STAGED.exists():
        store.write(STAGED, navigation.configuration(navigation.navigation(sections)).encode())
    gathered = _gathered(pieces, {name for name, told in pieces.items() if told is not before.get(name)})
    changed += _put(gathered)
    written = {STAGE / path for told in pieces.values() for path in told["files"]} | {STAGE / path for path in GATHERED}
    for old in STAGE.rglob("*"):
        if old.is_file() and old not in written:
            old.unlink()
            changed.append(old.relative_to(STAGE).as_posix())
    for told in pieces.values():
        told["files"] = {path: _mark(path) for path in told["files"]}
    store.keep(memory, now | {"pieces": pieces, "sections": sections})
    return changed


def warm() -> None:
    """Read beforehand what stays as it is while only the words of pages change: a process that is forked later finds it read."""
    depends.code()
    names.claims()
    for made in catalogue().values():
        names._key(made)
    data.paths()
    depends.package_files()
    search.index([], next(iter(LANGUAGES)))
    hans("讀")
    citation.keys()
    navigation.configured()


def _told(pieces: list[Piece], before: dict[str, Any], moved: bool) -> dict[str, dict[str, Any]]:
    """What each piece says, by its name; of those that are as they were, what they said before."""

    def same(piece: Piece) -> bool:
        if (told := before.get(piece.name)) is None or told["words"] != _hash(piece.words):
            return False
        asked = [(kind, name) for kind, name in told["asked"] if moved or kind == "title"]
        return all(told["states"][f"{kind} {name}"] == depends.state(kind, name) for kind, name in asked) and all(
            _mark(path) == mark for path, mark in told["files"].items()
        )

    fresh = [piece for piece in pieces if not same(piece)]
    if len(fresh) > FEW:
        with ProcessPoolExecutor() as pool:
            told = list(pool.map(_one, fresh, chunksize=FEW))
    else:
        told = list(map(_one, fresh))
    found = {piece.name: each for piece, each in zip(fresh, told, strict=True)}
    return {piece.name: found.get(piece.name) or before[piece.name] for piece in pieces}


def _one(piece: Piece) -> dict[str, Any]:
    with noting() as asked:
        told = piece.work(*piece.arguments)
    return told | {
        "words": _hash(piece.words),
        "files": dict.fromkeys(told["texts"]),
        "asked": sorted(asked),
        "states": {f"{kind} {name}": depends.state(kind, name) for kind, name in asked},
    }


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:20]


def _mark(path: str) -> list[int] | None:
    """What tells a file that was written here from one that somebody else has touched."""
    try:
        found = os.stat(f"{STAGE}/{path}")
    except FileNotFoundError:
        return None
    return [found.st_size, found.st_mtime_ns]


def _put(files: Mapping[str, bytes | str]) -> list[str]:
    return [path for path, text in files.items() if store.write(STAGE / path, text.encode() if isinstance(text, str) else text)]


# ---- pieces ----------------------------------------------------------------------------------


def _pages(exports: bool) -> list[Piece]:
    """Every page in every language; the languages of a page, which quote the same numbers, one after the other."""
    found = [(page, language) for language, spoken in LANGUAGES.items() for page in all_pages(spoken.written)]
    found.sort(key=lambda each: each[0].path)
    return [Piece(f"{language}/{page.path}", page.text, _page, (page, language, exports)) for page, language in found]


def _page(page: Page, language: str, exports: bool) -> dict[str, Any]:
    """A page as plain Markdown, its entries for the search, the characters of its formulas, and the figures it shows."""
    text, scribe = shown(page, language, exports)
    finished = settled(f"{language}/{page.path}", text)
    figures = {name for name in scribe.asked if name in catalogue() and catalogue()[name].kind == "figures"} | dispatch.figures_asked(scribe)
    return {
        "texts": {f"{language}/{page.path}.md": finished},
        "section": _section(text),
        "letters": "".join(sorted(mathml.characters(finished))),
        "entries": search.entries(page.path, text, language),
        "figures": sorted(figures),
    }


def _section(page: str) -> str:
    """The section of the navigation that a page's front matter names: its place and its title."""
    found = re.search(r"^section: '?(\d+ .+?)'?$", page.partition("\n---\n")[0], re.M)
    return found[1] if found else ""


def _labs() -> list[Piece]:
    return [Piece(f"{language}/lab {file.stem}", file.read_text("utf-8"), _lab, (file, language)) for file in labs.files() for language in LANGUAGES]


def _lab(file: Path, language: str) -> dict[str, Any]:
    path, page, handed, entries = labs.staged(file, language)
    finished = settled(f"{language}/{path}", page)
    letters = "".join(sorted(mathml.characters(finished)))
    texts = {f"{language}/{path}{ending}": text for ending, text in {".md": finished, **handed}.items()}
    return {"texts": texts, "section": "", "letters": letters, "entries": entries}


def _data() -> list[Piece]:
    walked = [path for path in data.paths() if path.startswith("curves/")]
    files, scripts = (
        [Piece(f"{what}{path}", "", work, (path,)) for path in paths] for what, work, paths in (("data/", _record, data.paths()), ("script ", _script, walked))
    )
    records = [names._record(name) for name in names.functions()]
    bent = [(record.id, parameter) for record in records if not record.mixes for parameter in record.parameters]
    sliders = [Piece(f"script parameters/{'/'.join(each)}", "", _bent, each) for each in bent]
    single = [Piece(f"script {name}", "", work, ()) for name, work in (("plotted", _plotted), ("compared", _compared), ("identify", _recognised))]
    return [*files, *scripts, *sliders, *single]


def _record(path: str) -> dict[str, Any]:
    return {"texts": {f"data/{path}": data.text(path)}}


def _script(path: str) -> dict[str, Any]:
    """A table for a script of a page, which registers itself: so it can be read from a folder, where no page may fetch."""
    return _registered(path.removesuffix(".json"), json.loads(data.text(path)))


def _registered(name: str, table: Any) -> dict[str, Any]:
    said = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return {"texts": {f"data/{name}.js": f"tables[{json.dumps(name)}]={said}\n"}}


def _bent(name: str, parameter: str) -> dict[str, Any]:
    return _registered(f"parameters/{name}/{parameter}", curves.bent(name, parameter))


def _compared() -> dict[str, Any]:
    """The tables that the comparison begins with, as one file."""
    tables = [*(_script(f"curves/{name}.json") for name in curves.COMPARED), _registered("compared", curves.COMPARED)]
    return {"texts": {"data/compared.js": "".join(text for table in tables for text in table["texts"].values())}}


def _plotted() -> dict[str, Any]:
    return _registered("plotted", curves.plotted())


def _recognised() -> dict[str, Any]:
    return _registered("identify", recognised.table())


JOINED = ("everywhere", "plot")
"""Folders of scripts, one behaviour a file: those that every page runs, and those of a function's plot. The browser gets each folder as one file of its name."""


def _files() -> list[Piece]:
    """What is taken as it is, the scripts that are joined, the wheel, and the chooser of languages."""
    assets = [path for path in sorted(ASSETS.rglob("*")) if path.is_file() and path.parent.name not in JOINED]
    taken = [Piece(f"assets/{path.relative_to(ASSETS).as_posix()}", hashlib.sha256(path.read_bytes()).hexdigest(), _asset, (path,)) for path in assets]
    taken += [Piece(f"assets/{folder}.js", joined(folder), _joined, (folder,)) for folder in JOINED]
    return [*taken, Piece("wheel", depends.package_files(), _wheel, ()), Piece("chooser", "", _chooser, ())]


def _asset(path: Path) -> dict[str, Any]:
    return {"texts": {f"assets/{path.relative_to(ASSETS).as_posix()}": path.read_bytes()}}


def joined(folder: str) -> str:
    """The scripts of a folder, one after the other."""
    return ";\n".join(path.read_text("utf-8") for path in sorted((ASSETS / folder).glob("*.js")))


def _joined(folder: str) -> dict[str, Any]:
    return {"texts": {f"assets/{folder}.js": joined(folder)}}


def _wheel() -> dict[str, Any]:
    return {"texts": {f"packages/{citation.wheel_name()}": package.wheel()}}


def _chooser() -> dict[str, Any]:
    return {"texts": {"index.md": dispatch.chooser()}}


def _figures(figures: list[str]) -> list[Piece]:
    return [Piece(f"figure {name}", "", _figure, (name,)) for name in figures]


def _figure(name: str) -> dict[str, Any]:
    said = names.answer(catalogue()[name])
    texts = {}
    for drawing, text in said["drawings"].items():
        language, _, width = drawing.partition(".")
        texts[f"{language}/figures/{'.'.join(filter(None, (name, width)))}.svg"] = text
    if said["live"]:
        texts |= _registered(f"live/{name}", said["live"]["table"])["texts"]
    return {"texts": texts | {f"figures/{name}.csv": said["data"]}}  # the same in every language


def _downloads(figures: list[str], progress: Callable[[int, int, str], None] | None) -> list[Piece]:
    return [Piece(path, str(file), _download, (path, file)) for path, file in downloads.exported(figures, progress)]


def _download(path: str, file: Path) -> dict[str, Any]:
    return {"texts": {path: file.read_bytes()}}


GATHERED = (FONT, *(f"search/{language}.js" for language in LANGUAGES))
"""Files made from all pages together."""


def _gathered(pieces: dict[str, Any], fresh: set[str]) -> dict[str, str | bytes]:
    """The search and the font; of a language in which no page is fresh, the search stays."""
    pages = {name: told for name, told in pieces.items() if "entries" in told}
    found: dict[str, str | bytes] = {}
    for language in LANGUAGES:
        if (STAGE / f"search/{language}.js").exists() and not any(name.startswith(f"{language}/") for name in fresh):
            continue
        entries = [entry for name, told in pages.items() if name.startswith(f"{language}/") for entry in told["entries"]]
        found[f"search/{language}.js"] = search.script(entries, language)
    drawn = set().union(*(told["letters"] for told in pages.values()))
    found[FONT] = mathml.font(drawn, STORE / "fonts").read_bytes()
    return found
