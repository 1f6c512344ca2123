"""Labs: a notebook written once as Python, executed once, shown and handed out in three languages.

docs/labs/<name>.py is in jupytext's percent form: code cells, and prose cells marked `lang="zh-Hant"` or `lang="en"`, always in pairs.
A task is four cells of code, marked part="task", "check", "mistake" and "solution", with prose marked part="solution" after them. The task
has `...` where the answer belongs; the check prints … of it, ✗ of the mistake, which no reader sees, and ✓ of the solution, which is folded.
The code runs in a fresh process; mkdocs-jupyter sets the cells with what came out of them.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from answers import cache as store
from answers import names
from drawing import figure
from language import citation
from language.words import LANGUAGES, WRITTEN, hans, words
from pages import markup
from pages.blocks import dispatch
from pages.page import Page
from project.fault import Fault, Wrong, line_of
from project.noting import note
from project.paths import DOCS, STYLE
from publish import executing, handout, notebook, search

LABS = DOCS / "labs"
SAYS = {"check": "…", "mistake": "✗", "solution": "✓"}
"""What a check prints where nobody has answered, after the mistake, and after the solution."""
UNSEEN = ("mistake", "solution")
"""Parts of a task that are not shown as cells."""


def files() -> list[Path]:
    return sorted(LABS.glob("*.py"))


@cache
def cells(file: Path) -> list[dict[str, Any]]:
    """The notebook as written: {kind, lang, part, source, alt}."""
    key = hashlib.sha256(file.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:20]
    read: list[dict[str, Any]] = store.remember("lab-cells", key, lambda: _read(file))
    return read


def _read(file: Path) -> list[dict[str, Any]]:
    import jupytext

    found = []
    for cell in jupytext.read(file).cells:
        lang = cell.metadata.get("lang", "")
        if cell.cell_type == "markdown" and lang not in WRITTEN:
            line = line_of(file, cell.source.partition("\n")[0])
            raise Wrong(Fault(file, line, f"a prose cell needs lang= one of {', '.join(WRITTEN)}: {cell.source[:40]!r}", "write it behind [markdown]"))
        part, alt = (cell.metadata.get(each, "") for each in ("part", "alt"))
        found.append({"kind": cell.cell_type, "lang": lang, "part": part, "source": cell.source, "alt": alt})
    parts = [cell["part"] or "none" for cell in found if cell["kind"] == "code"]
    if not re.fullmatch(r"(?:none |task check (?:mistake )+solution )*", "".join(f"{part} " for part in parts)):
        remedy = 'mark its cells, in this order, part="task", "check", "mistake" (one or more) and "solution"'
        raise Wrong(Fault(file, line_of(file, 'part="'), f"a task lacks a part: {' '.join(part for part in parts if part != 'none')}", remedy))
    return found


class Run(NamedTuple):
    """One run of a code cell: which it is, and what it has to print; None where anything will do."""

    number: int
    says: str | None = None


def _runs(file: Path) -> Iterator[Run]:
    """What is run: each cell once, in their order, and after each answer to a task its check."""
    check = 0
    for number, cell in enumerate(cell for cell in cells(file) if cell["kind"] == "code"):
        if cell["part"] == "check":
            check = number
        else:
            yield Run(number)
        if cell["part"] in SAYS:
            yield Run(check, SAYS[cell["part"]])


def _execute(file: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell; a cell that raises stops the build with its message."""
    sources = [cell["source"] for cell in cells(file) if cell["kind"] == "code"]
    runs = list(_runs(file))
    return _outputs(file, runs, executing.executed([sources[run.number] for run in runs], LABS, STYLE))


def _outputs(file: Path, runs: list[Run], came: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """What came out of each cell the first time; a check that does not tell right from wrong is a fault."""
    sources = [cell["source"] for cell in cells(file) if cell["kind"] == "code"]
    found: dict[int, list[dict[str, Any]]] = {}
    for run, outputs in zip(runs, came, strict=True):
        said = "".join(each.get("text", "") for each in outputs).strip()
        if run.says is not None and said != run.says:
            line = line_of(file, sources[run.number].partition("\n")[0])
            of = {says: part for part, says in SAYS.items()}[run.says].replace("check", "task without an answer")
            raise Wrong(Fault(file, line, f"of the {of} the check says {said!r}", f"it has to print {run.says}"))
        found.setdefault(run.number, outputs)
    return [found[number] for number in sorted(found)]


def _shown(output: dict[str, Any], cell: dict[str, Any], file: Path, language: str) -> dict[str, Any]:
    """An output as the page shows it: a drawing follows light and dark and carries the alternative text of its cell."""
    drawing = output.get("data", {}).get("image/svg+xml")
    if drawing is None:
        return output
    if not cell["alt"]:
        line = line_of(file, cell["source"].partition("\n")[0])
        raise Wrong(Fault(file, line, "a cell that draws needs alternative text", 'begin it with # %% alt="中文 | English"'))
    alt = words(cell["alt"]).into(language)
    source = base64.b64encode(figure.themed("".join(drawing), language, alt).encode()).decode()
    return output | {"data": {"text/html": f'<img src="data:image/svg+xml;base64,{source}" alt="{html.escape(alt)}">'}}


def _key(file: Path) -> str:
    return store.key(file, {STYLE, Path(__file__), Path(executing.__file__)})


def outputs(file: Path) -> list[list[dict[str, Any]]]:
    note("lab", file.stem)
    found: list[list[dict[str, Any]]] = store.remember(f"lab-{file.stem}", _key(file), lambda: _execute(file))
    return found


def missing() -> list[names.Task]:
    """Labs that have still to be executed in their present state."""
    return [(outputs, file, f"lab {file.stem}") for file in files() if not store.known(f"lab-{file.stem}", _key(file))]


class Staged(NamedTuple):
    """A lab in a language: its path, the page as Markdown, the files to download by their endings, and its entries for the search."""

    path: str
    page: str
    downloads: dict[str, str]
    entries: list[dict[str, Any]]


def staged(file: Path, language: str) -> Staged:
    """The lab in a language."""
    written = LANGUAGES[language].written
    path = f"labs/{file.stem}"
    prose = [c["source"] for c in cells(file) if c["lang"] == written]
    page = Page(path, written, "\n\n".join(prose))
    scribe = dispatch.scribe_for(page, language)
    title, lede = (markup.bare(hans(said) if language == "zh-Hans" else said) for said in (page.title, page.lede))
    record = citation.record(path, title, language)
    said = handout.Handout(file.stem, language)
    code = iter(_code_cells(file, language))
    for cell in cells(file):
        if cell["kind"] == "code" and cell["part"] not in UNSEEN:
            if not said.begun:
                said.begin(*next(code))
            said.code(*next(code))
        elif cell["part"] == "solution" and cell["kind"] == "code":
            said.answer(f"```python\n{cell['source']}\n```")
        elif cell["lang"] == written:
            source = scribe.resolve(hans(cell["source"]) if language == "zh-Hans" else cell["source"])
            (said.answer if cell["part"] == "solution" else said.prose)(source)
    front = {
        "title": title,
        "description": markup.without_maths(lede),
        "lang": language,
        "page": path,
        "kind": "lab",
        "cite": citation.front_matter(record),
        "keywords": search.keywords(title, language),
    }
    shown = said.page()
    words_alone = "\n\n".join(source for source in shown if not source.startswith("<div"))
    body = "\n\n".join([*shown, citation.box(record)])
    return Staged(
        path,
        f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{body}\n",
        said.downloads(),
        search.entries(path, f"---\ntitle: {title}\n---\n{words_alone}", language),
    )


def _fresh(file: Path, language: str) -> list[dict[str, Any]]:
    """The cell that installs the module, and each code cell that is shown, with its outputs."""
    written = [cell for cell in cells(file) if cell["kind"] == "code"]
    shown = [(cell, out) for cell, out in zip(written, outputs(file), strict=True) if cell["part"] not in UNSEEN]
    return [handout.install(), *(notebook.code(cell["source"], [_shown(each, cell, file, language) for each in out]) for cell, out in shown)]


def _code_cells(file: Path, language: str) -> list[tuple[dict[str, Any], str]]:
    """The same, each also as HTML."""
    fresh = _fresh(file, language)
    key = hashlib.sha256(json.dumps(fresh).encode() + Path(notebook.__file__).read_bytes()).hexdigest()[:20]
    return list(zip(fresh, store.remember(f"lab-{file.stem}-{language}", key, lambda: notebook.rendered(fresh)), strict=True))
