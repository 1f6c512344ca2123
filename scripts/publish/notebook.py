"""A notebook as JSON and as a Python program, and its code cells as HTML: what mkdocs-jupyter makes of them, without its half megabyte of styles and scripts."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any


def document(cells: list[dict[str, Any]]) -> str:
    """A notebook of these cells, as JSON."""
    numbered = [cell | {"id": f"cell-{number}"} for number, cell in enumerate(cells)]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "language_info": {"name": "python"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": numbered}, ensure_ascii=False, indent=1) + "\n"


def program(cells: list[dict[str, Any]]) -> str:
    """The same as a Python program in jupytext's percent form: prose stands in comments, and so does what only a notebook understands."""
    import jupytext
    import nbformat

    plain = {"jupytext": {"notebook_metadata_filter": "-all", "cell_metadata_filter": "-all"}}
    return str(jupytext.writes(nbformat.from_dict(json.loads(document(cells)) | {"metadata": plain}), "py:percent"))


def code(source: str, outputs: list[dict[str, Any]]) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": outputs, "execution_count": None, "metadata": {}}


def prose(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def rendered(cells: list[dict[str, Any]]) -> list[str]:
    """Each code cell as the theme shows code: its lines, then what came out of them."""
    from bs4 import BeautifulSoup
    from mkdocs_jupyter.nbconvert2 import nb2html

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cells.ipynb"
        file.write_text(document(cells), "utf-8")
        page = BeautifulSoup(nb2html(str(file)), "html.parser")
    found = []
    for cell in page.select('.jp-CodeCell[id^="cell-id="]'):
        lines = cell.select_one(".jp-InputArea pre")
        outputs = [f'<div class="jp-OutputArea-output">{output.decode_contents().strip()}</div>' for output in cell.select(".jp-OutputArea-output")]
        found.append("\n".join([f'<div class="jp-InputArea"><div class="highlight">{lines}</div></div>', *outputs]))
    if len(found) != len(cells):
        raise ValueError(f"mkdocs-jupyter shows {len(found)} of {len(cells)} code cells")
    return found
