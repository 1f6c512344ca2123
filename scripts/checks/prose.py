"""All that people wrote, as the checks read it: pages, labs, and the words that scripts say."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from answers import names
from answers.names import catalogue, claims
from language.words import WRITTEN
from pages.page import Page, authored, read
from project.paths import DOCS, FUNCTIONS, ROOT, SCRIPTS
from publish import labs


def written() -> Iterator[Page]:
    """Everything people wrote, labs among them, as pages."""
    for written in WRITTEN:
        for path in authored():
            if (DOCS / f"{path}.{written}.md").exists():  # where not, missing_languages says so
                yield read(path, written)
        yield from lab_pages(written)


def lab_pages(written: str) -> Iterator[Page]:
    for file in labs.files():
        prose = [c["source"] for c in labs.cells(file) if c["lang"] == written]
        yield Page(f"labs/{file.stem}", written, "\n\n".join(prose))


def texts() -> Iterator[tuple[str, str, str]]:
    """(where, written language, text) of all prose: pages, labs, and the Words that scripts say."""
    for page in written():
        yield page.file, page.written, page.body
    for made in catalogue().values():
        said = names.answer(made)
        where = made.file.relative_to(ROOT).as_posix()
        if made.kind == "figures":
            for part in ("title", "caption", "alt", "description"):
                yield from ((f"{where} {part}", w, text) for w, text in zip(WRITTEN, said[part], strict=True))
            yield from ((f"{where} assumes", w, text) for each in said["assumes"] for w, text in zip(WRITTEN, each, strict=True))
        if made.kind == "derivations":
            yield from ((f"{where} reason", w, text) for step in said["steps"] if step["reason"] for w, text in zip(WRITTEN, step["reason"], strict=True))
    for name, said in claims().items():
        parts = [(part, said[part]) for part in ("said", "why", "control", "holds_when")]
        parts += [("assumes", each) for each in said["assumes"]] + [(f"variation of {each['of']}", each["change"]) for each in said["variations"]]
        parts += [("immaterial", each["why"]) for each in said["immaterial"]]
        for part, sentence in parts:
            yield from ((f"claim {name} {part}", w, text) for w, text in zip(WRITTEN, sentence, strict=True))
    made_files = {made.file for made in catalogue().values() if made.kind in ("derivations", "claims")}  # said above, in both languages
    for file in [*sorted(FUNCTIONS.glob("*.py")), *sorted(set(SCRIPTS.rglob("*.py")) - made_files)]:
        where = file.relative_to(ROOT).as_posix()
        yield from ((f"{where}:{line}", "zh-Hant", text) for line, text in _said_in(file))
    for file in labs.files():
        for cell in labs.cells(file):
            if cell["kind"] == "code":
                yield from ((f"{file.relative_to(ROOT).as_posix()} print", "en", text) for text in _printed(cell["source"]))


def _printed(code: str) -> Iterator[str]:
    """What a lab prints word for word: the rest is computed."""
    for call in ast.walk(ast.parse(code)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print":
            for text in [part for each in call.args for part in (each.values if isinstance(each, ast.JoinedStr) else [each])]:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def _said_in(file: Path) -> Iterator[tuple[int, str]]:
    """The Chinese that a script says: the first half of each Words, and each function's line and notes."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        spoken: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Words":
            spoken = node.args[:1]
        elif isinstance(node, ast.keyword) and node.arg in ("zh_hant", "zh_hant_notes"):
            spoken = [node.value]
        for each in spoken:
            yield from ((part.lineno, part.value) for part in ast.walk(each) if isinstance(part, ast.Constant) and isinstance(part.value, str))
