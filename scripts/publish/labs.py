"""Labs: a notebook written once as Python, executed once, shown in three languages.

docs/labs/<name>.py is in jupytext's percent form: code cells, and prose cells marked `lang="zh-Hant"` or
`lang="en"`, always in pairs. The code runs in a fresh kernel; mkdocs-jupyter only renders what came out.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from answers import cache as store
from answers import names
from drawing import figure
from language import citation
from language.words import LANGUAGES, WRITTEN, hans, words
from pages import markup
from pages.blocks import dispatch
from pages.page import Page
from project.paths import DOCS, ROOT, SCRIPTS, STYLE
from publish import search

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
            raise ValueError(f"{file.name}: a prose cell needs lang= one of {', '.join(WRITTEN)}: {cell.source[:40]!r}")
        found.append({"kind": cell.cell_type, "lang": lang, "source": cell.source, "alt": cell.metadata.get("alt", "")})
    return found


def _execute(file: Path) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell; a cell that raises stops the build with its message."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(SETUP), *(nbformat.v4.new_code_cell(c["source"]) for c in cells(file) if c["kind"] == "code")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(SCRIPTS)])}
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", extra_arguments=["--log-level=ERROR"], resources={"metadata": {"path": str(LABS)}})
    client.execute(env=environment)
    outputs: list[list[dict[str, Any]]] = [json.loads(json.dumps(cell.outputs)) for cell in notebook.cells[1:]]
    return outputs


def _shown(output: dict[str, Any], cell: dict[str, Any], file: Path, language: str) -> dict[str, Any]:
    """An output as the page shows it: a drawing follows light and dark and carries the alternative text of its cell."""
    drawing = output.get("data", {}).get("image/svg+xml")
    if drawing is None:
        return output
    if not cell["alt"]:
        raise ValueError(f'{file.name}: a cell that draws needs alternative text: # %% alt="中文 | English"')
    alt = words(cell["alt"]).into(language)
    source = base64.b64encode(figure.themed("".join(drawing), language, alt).encode()).decode()
    return output | {"data": {"text/html": f'<img src="data:image/svg+xml;base64,{source}" alt="{html.escape(alt)}">'}}


def _key(file: Path) -> str:
    return store.key(file, {STYLE, Path(__file__)})


def outputs(file: Path) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = store.remember(f"lab-{file.stem}", _key(file), lambda: _execute(file))
    return found


def make_all(progress: Callable[[int, int, str], None] | None = None) -> None:
    missing = [file for file in files() if not store.known(f"lab-{file.stem}", _key(file))]
    names.run(outputs, missing, [f"lab {file.stem}" for file in missing], progress)


def notebooks(language: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """(path, notebook as JSON, search entries) of every lab in a language."""
    written = LANGUAGES[language].written
    for file in files():
        path = f"labs/{file.stem}"
        prose = [c["source"] for c in cells(file) if c["lang"] == written]
        page = Page(path, written, "\n\n".join(prose))
        scribe = dispatch.scribe_for(page, language)
        title = markup.bare(page.title if language != "zh-Hans" else hans(page.title))
        record = citation.record(path, title, language)
        produced = iter(outputs(file))
        shown, out = [], []
        for number, cell in enumerate(cells(file)):
            if cell["kind"] == "code":
                fresh = {"cell_type": "code", "source": cell["source"], "execution_count": None}
                fresh["outputs"] = [_shown(each, cell, file, language) for each in next(produced)]
            elif cell["lang"] == written:
                source = scribe.resolve(hans(cell["source"]) if language == "zh-Hans" else cell["source"])
                fresh = {"cell_type": "markdown", "source": source}
                shown.append(source)
            else:
                continue
            out.append(fresh | {"id": f"cell-{number}", "metadata": {}})
        out.append({"cell_type": "markdown", "source": citation.box(record), "id": "cite", "metadata": {}})
        metadata = {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python"},
            "front_matter": {
                "title": title,
                "description": markup.bare(page.lede),
                "lang": language,
                "page": path,
                "kind": "lab",
                "cite": citation.front_matter(record),
                "keywords": search.keywords(title, language),
            },
        }
        body = "\n\n".join(shown)
        yield (
            path,
            json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": out}, ensure_ascii=False, indent=1),
            search.entries(path, f"---\ntitle: {title}\n---\n{body}", language),
        )
