"""The list of the data files that readers take away, and the programs that show how to read them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from answers import data, names
from answers.names import functions
from language.words import Words
from pages.blocks.tables import DASH, FUNCTION, link, table
from pages.scribe import Scribe
from project import noting
from project.paths import DOCS

EXAMPLES = DOCS / "examples"

# What each file holds; {id} stands for the id of any function. A file that no line describes is refused.
ABOUT = {
    "functions.json": Words(
        "每個函數的紀錄：公式、導數、參數、轉折點、出處、別家函式庫的名稱、可以複製的程式",
        "The record of every function: formulas, derivatives, parameters, kinks, sources, names elsewhere, code to copy",
    ),
    "facts.json": Words("經證明的數值，五十位，附證明的方式與封閉形式", "Certified numbers to fifty digits, how each was proved, and closed forms"),
    "vectors/{id}.json": Words("測試向量：輸入與五十位的結果", "Test vectors: inputs, and results to fifty digits"),
    "vectors/{id}.tsv": Words("同樣的測試向量，寫成以定位字元分隔的表", "The same test vectors as a table, cells separated by tabs"),
    "{id}.schema.json": Words("綱要：說明一種檔案的每個欄位", "A schema: it describes every field of one kind of file"),
    "claims.json": Words("判定過的說法", "The sayings that have been judged"),
    "models.json": Words(
        "哪個模型預設用哪個函數：讀自公開套件的程式，一列一個類別與部分，附檔案與行號",
        "Which model uses which function by default: read off the code of published packages, a row for each class and part, with file and line",
    ),
    "exercises.json": Words(
        "導讀各章的習題與答案：章、難度、能力，寫成Markdown，數值已填入",
        "The exercises of the guide with their answers: chapter, level, skill, as Markdown with the numbers filled in",
    ),
    "curves/{id}.json": Words("畫曲線用的點", "Points for drawing the curve"),
}
PATTERNS = {name: re.compile(re.escape(name).replace(r"\{id\}", r"[a-z0-9_]+")) for name in ABOUT}


class File(NamedTuple):
    """One row: a file, or all files of one form."""

    name: str
    how_many: int
    size: int
    fields: tuple[str, ...]


def kind(path: str) -> str:
    found = next((name for name, pattern in PATTERNS.items() if pattern.fullmatch(path)), None)
    if found is None:
        raise ValueError(f"data/{path}: scripts/pages/blocks/datasets.py does not say what it is")
    return found


@noting.cache
def files() -> tuple[File, ...]:
    """What is published, the forms in the order above."""
    found: dict[str, list[str]] = {name: [] for name in ABOUT}
    for path, text in data.staged().items():
        found[kind(path)].append(text)
    return tuple(File(name, len(texts), sum(len(text.encode()) for text in texts), _fields(name, texts[0])) for name, texts in found.items() if texts)


def _fields(name: str, text: str) -> tuple[str, ...]:
    """The names that a reader's program asks for: of the file, and of one of its entries."""
    if name.endswith(".tsv"):
        return tuple(text.partition("\n")[0].split("\t"))
    if ".schema." in name:
        return ()
    whole = json.loads(text)
    entries = next((value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)), None)
    return tuple(entries[0] if entries else _deepest(whole))


def _deepest(whole: dict[str, Any]) -> dict[str, Any]:
    """Of a file that goes by names, such as a function's and then a fact's: an entry at the end."""
    inner = [value for value in whole.values() if isinstance(value, dict) and value]
    full = next((value for value in inner if any(isinstance(each, dict) and each for each in value.values())), inner[0] if inner else None)
    if full is None or "python" in full or "zh-Hant" in full:
        return whole
    return _deepest(full)


def _at(path: str, scribe: Scribe) -> str:
    """A data file's address from the page."""
    return posixpath.relpath(f"../data/{path}", posixpath.dirname(scribe.page.path) or ".")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def listing(scribe: Scribe) -> str:
    head = [Words("檔案", "File"), Words("內容", "What it holds"), Words("一筆紀錄的欄位", "Fields of an entry"), Words("個數", "Files"), Words("大小", "Size")]
    rows = []
    for file in files():
        name = f"`{file.name}`" if "{" in file.name else f"[{file.name}]({_at(file.name, scribe)})"
        fields = " ".join(f"`{field}`" for field in file.fields)
        rows.append([name, ABOUT[file.name].into(scribe.language), fields or DASH, str(file.how_many), _size(file.size)])
    return table(head, rows, scribe.language)


def tried(scribe: Scribe) -> str:
    """The vectors of each function, to be taken one by one."""
    head = [FUNCTION, Words("輸入的個數", "Inputs"), Words("檔案", "Files")]
    rows = []
    for name in functions():
        count = len(names.answer(names.catalogue()[f"vectors_{name}"])["vectors"])
        rows.append([link(name, scribe), str(count), " ".join(f"[{form.upper()}]({_at(f'vectors/{name}.{form}', scribe)})" for form in ("json", "tsv"))])
    return table(head, rows, scribe.language)


def schemas(scribe: Scribe) -> str:
    return "\n".join(f"- [{schema.name}]({_at(schema.name, scribe)})" for schema in sorted(data.SCHEMAS.glob("*.json")))


def shown(file: str, language: str) -> Callable[[Scribe], str]:
    """A file of docs/examples, as it stands."""
    return lambda scribe: f"```{language}\n{(EXAMPLES / file).read_text('utf-8').strip()}\n```"


TABLES: dict[str, Callable[[Scribe], str]] = {
    "data": listing,
    "vectors": tried,
    "schemas": schemas,
    "read_python": shown("read_vectors.py", "python"),
    "read_julia": shown("read_vectors.jl", "julia"),
    "read_c": shown("read_vectors.c", "c"),
    "read_javascript": shown("read_vectors.js", "javascript"),
    "added_function": shown("adding/sqnl.py", "python"),
    "added_derivation": shown("adding/sqnl_derivative.py", "python"),
    "added_snippet": shown("adding/numpy/sqnl.py", "python"),
    "added_work": shown("adding/sqnl.bib", "bibtex"),
    "added_advice": shown("adding/sqnl.toml", "toml"),
}
