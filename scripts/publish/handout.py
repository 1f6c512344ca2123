"""What a reader of a lab takes home: its page, a notebook and a Python script, put together piece by piece in the reader's language."""

from __future__ import annotations

import re
import textwrap
from typing import Any
from urllib.parse import quote

from language import citation
from language.words import Words
from publish import notebook

HOSTED = "https://jupyter.org/try-jupyter/lab/?fromURL="
"""A notebook that runs in the browser, from any address that others can reach. It reads the file from its host, so that host has to let it."""

TAKE = Words(
    "下載這個實驗：[筆記本]({name}.ipynb)、[Python腳本]({name}.py)。{hosted}",
    "Download this lab: [notebook]({name}.ipynb), [Python script]({name}.py).{hosted}",
)
OPEN = Words("也可以[在瀏覽器裡執行]({address})，什麼都不必安裝。", " Or [run it in the browser]({address}), with nothing to install.")
FIRST = Words(
    "第一格安裝本站的套件，以及畫圖用的matplotlib。若要當作一般的Python腳本執行，先在命令列輸入同一行，把`%pip`換成`python -m pip`。",
    "The first cell installs the package of this site, and matplotlib for the pictures. To run the lab as an ordinary Python script, "
    "type the same line on the command line beforehand, with `python -m pip` for `%pip`.",
)
MARKS = Words(
    "每個問題把答案填在`...`的位置，再執行下一格檢查：…表示還沒有作答，✗表示還不對，✓表示答對了。",
    "In each task write your answer in place of `...`, then run the cell after it, which checks: … means no answer yet, ✗ not right yet, ✓ right.",
)
ANSWER = Words("答案", "Answer")
ANSWERS = Words("答案", "Answers")
ATTRIBUTES = re.compile(r"\s*\{ *[#.:][^}\n]*\}")
"""Ids and classes, which a notebook would show as they stand."""


def install() -> dict[str, Any]:
    """The first cell. The module is in no public index: a name alone would bring another project's package."""
    return notebook.code(f"%pip install -q matplotlib {citation.site()}/packages/{citation.wheel_name()}", [])


class Handout:
    """A lab as it is put together: prose, code cells, and answers, which are folded; a program has them at its end."""

    def __init__(self, name: str, language: str):
        self.name, self.language = name, language
        self.shown: list[str] = []
        self.cells: list[dict[str, Any]] = []
        self.solutions: list[str] = []
        self.open: list[str] = []
        self.begun = False

    def prose(self, source: str) -> None:
        self._close()
        self.shown.append(source)
        self.cells.append(notebook.prose(self._alone(source)))

    def begin(self, cell: dict[str, Any], html: str) -> None:
        """The cell that installs, after what a reader should know before."""
        self.begun = True
        known = [each.into(self.language) for each in (FIRST, MARKS)]
        self.shown += [self._take(), *known]
        self.cells.append(notebook.prose("\n\n".join(known)))
        self.code(cell, html)

    def code(self, cell: dict[str, Any], html: str) -> None:
        """A code cell and its HTML."""
        self._close()
        self.shown.append(html)
        printed = [output for output in cell["outputs"] if "data" not in output]  # whoever runs it draws the pictures
        self.cells.append(cell | {"outputs": printed})

    def answer(self, source: str) -> None:
        """A part of the solution of the task before."""
        self.open.append(source)

    def page(self) -> list[str]:
        """The pieces of the page."""
        self._close()
        return self.shown

    def downloads(self) -> dict[str, str]:
        """The files by their endings."""
        self._close()
        folded = [notebook.prose(cell["source"]) if "folded" in cell else cell for cell in self.cells]
        at_the_end = [f"## {ANSWERS.into(self.language)}", *(f"**{number}.**\n\n{each}" for number, each in enumerate(self.solutions, 1))]
        program = [cell for cell in self.cells if "folded" not in cell] + [notebook.prose(each) for each in at_the_end if self.solutions]
        return {".ipynb": notebook.document(folded), ".py": notebook.program(program)}

    def _take(self) -> str:
        address = HOSTED + quote(f"{citation.url(f'labs/{self.name}', self.language).rstrip('/')}.ipynb", safe="")
        hosted = OPEN.into(self.language).format(address=address) if citation.public() else ""
        return TAKE.into(self.language).format(name=self.name, hosted=hosted)

    def _close(self) -> None:
        """Fold what has been answered."""
        if self.open:
            title, said = ANSWER.into(self.language), "\n\n".join(self.open)
            self.shown.append(f'??? answer "{title}"\n\n{textwrap.indent(said, "    ")}')
            self.cells.append(notebook.prose(f"<details><summary>{title}</summary>\n\n{self._alone(said)}\n\n</details>") | {"folded": True})
            self.solutions.append(self._alone(said))
            self.open = []

    def _alone(self, source: str) -> str:
        """Prose away from the site: no attributes, and links that lead back."""
        return re.sub(
            r"\]\(\.\./([\w/-]+)\.md(#[\w-]+)?\)", lambda link: f"]({citation.url(link[1], self.language)}{link[2] or ''})", ATTRIBUTES.sub("", source)
        )
