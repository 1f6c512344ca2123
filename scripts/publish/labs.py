"""Labs: a notebook written once as Python, executed once, shown in three languages.

docs/labs/<name>.py is in jupytext's percent form: code cells, and prose cells marked `lang="zh-Hant"` or
`lang="en"`, always in pairs. The code runs in a fresh kernel; mkdocs-jupyter sets the cells with what came out of them.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from answers import cache as store
from answers import names
from drawing import figure
from language import citation
from language.words import LANGUAGES, WRITTEN, Words, hans, words
from pages import markup
from pages.blocks import dispatch
from pages.page import Page
from project import instructions
from project.fault import Fault, Wrong, line_of
from project.noting import note
from project.paths import DOCS, ROOT, SCRIPTS, STYLE
from publish import notebook, search

LABS = DOCS / "labs"
SETUP = f"""
import warnings
warnings.simplefilter("error", RuntimeWarning)
import matplotlib.pyplot as plt
from matplotlib_inline.backend_inline import set_matplotlib_formats
set_matplotlib_formats("svg")
plt.style.use({str(STYLE)!r})
plt.rcParams.update({{"svg.fonttype": "none", "svg.hashsalt": "house", "figure.facecolor": "none"}})  # IPython asks the figure, not savefig.transparent
"""


def files() -> list[Path]:
    return sorted(LABS.glob("*.py"))


@cache
def cells(file: Path) -> list[dict[str, Any]]:
    """The notebook as written: {kind, lang, source, alt}."""
    read: list[dict[str, Any]] = store.remember("lab-cells", hashlib.sha256(file.read_bytes()).hexdigest()[:20], lambda: _read(file))
    return read


def _read(file: Path) -> list[dict[str, Any]]:
    import jupytext

    found = []
    for cell in jupytext.read(file).cells:
        lang = cell.metadata.get("lang", "")
        if cell.cell_type == "markdown" and lang not in WRITTEN:
            line = line_of(file, cell.source.partition("\n")[0])
            raise Wrong(Fault(file, line, f"a prose cell needs lang= one of {', '.join(WRITTEN)}: {cell.source[:40]!r}", "write it behind [markdown]"))
        found.append({"kind": cell.cell_type, "lang": lang, "source": cell.source, "alt": cell.metadata.get("alt", "")})
    return found


def _execute(file: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell; a cell that raises stops the build with its message."""
    import nbformat
    from nbclient import NotebookClient

    document = nbformat.v4.new_notebook()
    document.cells = [nbformat.v4.new_code_cell(SETUP), *(nbformat.v4.new_code_cell(c["source"]) for c in cells(file) if c["kind"] == "code")]
    environment = os.environ | instructions.plain() | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(SCRIPTS)])}
    client = NotebookClient(
        document, timeout=120, kernel_name="python3", extra_arguments=["--log-level=ERROR"], resources={"metadata": {"path": str(LABS)}}, coalesce_streams=True
    )
    client.execute(env=environment)
    outputs: list[list[dict[str, Any]]] = [json.loads(json.dumps(cell.outputs)) for cell in document.cells[1:]]
    return outputs


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
    return store.key(file, {STYLE, Path(__file__)})


def outputs(file: Path) -> list[list[dict[str, Any]]]:
    note("lab", file.stem)
    found: list[list[dict[str, Any]]] = store.remember(f"lab-{file.stem}", _key(file), lambda: _execute(file))
    return found


def missing() -> list[names.Task]:
    """Labs that have still to be executed in their present state."""
    return [(outputs, file, f"lab {file.stem}") for file in files() if not store.known(f"lab-{file.stem}", _key(file))]


def staged(file: Path, language: str) -> tuple[str, str, str, list[dict[str, Any]]]:
    """(path, page as Markdown, notebook as JSON, search entries) of a lab in a language."""
    written = LANGUAGES[language].written
    path = f"labs/{file.stem}"
    prose = [c["source"] for c in cells(file) if c["lang"] == written]
    page = Page(path, written, "\n\n".join(prose))
    scribe = dispatch.scribe_for(page, language)
    title = markup.bare(page.title if language != "zh-Hans" else hans(page.title))
    record = citation.record(path, title, language)
    shown, download = [], []
    code = iter(_code_cells(file, language))
    for cell in cells(file):
        if cell["kind"] == "code":
            fresh, html_of_it = next(code)
            shown.append(html_of_it)
            download.append(fresh)
        elif cell["lang"] == written:
            source = scribe.resolve(hans(cell["source"]) if language == "zh-Hans" else cell["source"])
            shown.append(source)
            download.append(notebook.prose(_ATTRIBUTES.sub("", source)))
    front = {
        "title": title,
        "description": markup.bare(page.lede),
        "lang": language,
        "page": path,
        "kind": "lab",
        "cite": citation.front_matter(record),
        "keywords": search.keywords(title, language),
    }
    words_alone = "\n\n".join(source for source in shown if not source.startswith("<div"))
    body = "\n\n".join([*shown, DOWNLOAD.into(language).format(file=f"{file.stem}.ipynb"), citation.box(record)])
    return (
        path,
        f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n{body}\n",
        notebook.document(download),
        search.entries(path, f"---\ntitle: {title}\n---\n{words_alone}", language),
    )


DOWNLOAD = Words("把這個實驗下載成筆記本：[{file}]({file})。", "Download this lab as a notebook: [{file}]({file}).")
_ATTRIBUTES = re.compile(r"\s*\{ *[#.:][^}\n]*\}")  # ids and classes, which a notebook would show as they stand


def _code_cells(file: Path, language: str) -> list[tuple[dict[str, Any], str]]:
    """Each code cell with its outputs, and as HTML."""
    written = [cell for cell in cells(file) if cell["kind"] == "code"]
    fresh = [notebook.code(cell["source"], [_shown(each, cell, file, language) for each in out]) for cell, out in zip(written, outputs(file), strict=True)]
    key = hashlib.sha256(json.dumps(fresh).encode() + Path(notebook.__file__).read_bytes()).hexdigest()[:20]
    return list(zip(fresh, store.remember(f"lab-{file.stem}-{language}", key, lambda: notebook.rendered(fresh)), strict=True))
