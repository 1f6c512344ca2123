"""Every pair of Chinese and English that stands outside pages: its address, both sides and their lines, read from the files as they are written."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from answers import forms, uses
from checks.prose import written
from language.words import WRITTEN, glossary
from project.fault import line_of
from project.imports import tree
from project.paths import DOCS, FUNCTIONS, ROOT, SCRIPTS
from publish import labs

HAN = re.compile(r"[\u3400-\u9fff]")
HOLE = re.compile(r"⟦[^⟧]*⟧")
"""What a computation puts into a sentence, as `⟦code⟧`."""


class Side(NamedTuple):
    """What is said in one written language, and where."""

    file: Path
    line: int
    text: str


Pair = dict[str, Side]
"""The sides by their languages."""


@cache
def everything() -> dict[str, Pair]:
    """Sections of pages and labs, and every pair outside them, by address."""
    return sections() | pairs()


@cache
def sections() -> dict[str, Pair]:
    """PAGE#SECTION: each section of a page or a lab."""
    found: dict[str, Pair] = {}
    for page in written():
        for section in page.sections():
            found.setdefault(f"{page.path}#{section.id}", {})[page.written] = Side(page.file, page.line(section.start), section.text)
    return found


@cache
def pairs() -> dict[str, Pair]:
    """Everything that is said in both languages outside pages and labs."""
    found: dict[str, Pair] = {}
    for address, hant, en in [*_scripts(), *_functions(), *_derivations(), *_files()]:
        found[address] = dict(zip(WRITTEN, (hant, en), strict=True))
    return found


# ---- files that are not Python ---------------------------------------------------------------

Said = tuple[str, Side, Side]


def _files() -> Iterator[Said]:
    """Notes of the bibliography, sentences of the tutorials and reasons why some are undecided, words of the glossary, titles of the navigation, alternative texts of labs."""
    for file, kind in ((DOCS / "rows.tsv", "row"), (DOCS / "sources.tsv", "source"), (DOCS / "undecided.tsv", "undecided")):
        for number, line in _lines(file):
            cells = line.split("\t")
            if not line.startswith("#") and len(cells) > 2:
                yield f"{kind}:{cells[0]}", Side(file, number, cells[-2]), Side(file, number, cells[-1])
    file = DOCS / "glossary.tsv"
    where = {line.partition("\t")[0]: number for number, line in reversed(list(_lines(file)))}
    for term in glossary():
        chinese, english = f"{term.hant} → {term.hans}", "; ".join([term.en, *term.others])
        yield f"glossary:{term.hant}", Side(file, where[term.hant], chinese), Side(file, where[term.hant], english)
    key, file = "", DOCS / "references.bib"
    for number, line in _lines(file):
        key = entry[1] if (entry := re.match(r"@\w+\{([^,\s]+),", line)) else key
        if note := re.search(r"\bnote = \{(.+?) \| (.+?)\}", line):
            yield f"work:{key}.note", Side(file, number, note[1]), Side(file, number, note[2])
    for file in labs.files():
        for count, (number, alt) in enumerate(((n, m) for n, line in _lines(file) if (m := re.match(r'# %%.*\balt="(.+?) \| (.+?)"', line))), 1):
            yield f"lab:{file.stem}.alt.{count}", Side(file, number, alt[1]), Side(file, number, alt[2])
    for file in uses.files():
        for count, each in enumerate(uses.read(file), 1):
            hant, en = (Side(file, line_of(file, said, each.line), said) for said in each.said)
            yield f"use:{file.stem}.{count}", hant, en
    for file in forms.files():
        found = forms.read(file)
        told = [(f"form:{file.stem}.name", found.full, 1)] if found.full else []
        told += [(f"form:{file.stem}.{count}", each.said, each.at) for count, each in enumerate(found.forms, 1) if each.said]
        for address, said, at in told:
            hant, en = (Side(file, line_of(file, each, at), each) for each in said)
            yield address, hant, en
    file, times = ROOT / "mkdocs.yml", Counter[str]()
    for number, line in _lines(file):
        if title := re.match(r"\s*(?:- |name: )([^|#]*[\u3400-\u9fff][^|#]*) \| ([^|:#]+)", line):
            times["title"] += 1
            yield f"words:mkdocs.yml#{times['title']}", Side(file, number, title[1]), Side(file, number, title[2].strip())


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    if file.exists():
        yield from ((number, line) for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if line)


# ---- derivations and functions ---------------------------------------------------------------


def _derivations() -> Iterator[Said]:
    """derivation:NAME.reason.2, the reason of the second step."""
    for file in sorted((SCRIPTS / "derivations").rglob("*.py")):
        count = 0
        for number, line in _lines(file):
            if step := re.match(r"\s*= .*?#\s*(.+?) \| (.+)", line):
                count += 1
                yield f"derivation:{file.stem}.reason.{count}", Side(file, number, step[1]), Side(file, number, step[2].strip())


def _functions() -> Iterator[Said]:
    """function:NAME.line, the sentence of a function, and function:NAME.notes."""
    for file in sorted(FUNCTIONS.glob("*.py")):
        said = {each.arg: Side(file, each.value.lineno, text(each.value)) for each in ast.walk(tree(file)) if isinstance(each, ast.keyword) and each.arg}
        for part, hant, en in (("line", "zh_hant", "en"), ("notes", "zh_hant_notes", "en_notes")):
            if hant in said or en in said:
                nothing = Side(file, 1, "")
                yield f"function:{file.stem}.{part}", said.get(hant, nothing), said.get(en, nothing)


# ---- scripts ---------------------------------------------------------------------------------


def _scripts() -> Iterator[Said]:
    """figure:NAME.caption, claim:NAME.why, words:pages/blocks/card.py#smooth.2: pairs by what they are said of."""
    for file in sorted(
        set(SCRIPTS.rglob("*.py"))
        - {file for room in ("checks", "exercises") for file in (SCRIPTS / room).glob("*.py")}
        - {SCRIPTS / "measured" / "sabotages.py"}
    ):  # they speak to authors alone, or quote what stands on a page
        times: Counter[str] = Counter()
        for path, hant, en in _in_script(file):
            address = _address(file, path)
            times[address] += 1
            count = f".{times[address]}" if times[address] > 1 else ""
            yield f"{address}{count}", hant, en


def _address(file: Path, path: tuple[str, ...]) -> str:
    room, where = file.relative_to(SCRIPTS).parts[0], ".".join(path)
    if room == "claims" and len(path) > 1 and path[0] in _claims(file):
        return f"claim:{where}"
    if room in ("figures", "derivations"):
        return f"{room[:-1]}:{file.stem}.{where}"
    return f"words:{file.relative_to(SCRIPTS).as_posix()}#{where}"


@cache
def _claims(file: Path) -> frozenset[str]:
    """What a file of claims calls its claims."""
    return frozenset(
        target.id
        for node in tree(file).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name) and node.value.func.id == "Claim"
        for target in node.targets
        if isinstance(target, ast.Name)
    )


def _in_script(file: Path) -> Iterator[tuple[tuple[str, ...], Side, Side]]:
    """Each pair with the names that lead to it; what a function says in single words and half sentences is one pair, called `rest`."""
    for top in tree(file).body:
        if isinstance(top, ast.FunctionDef) and top.name == "holds":  # pieces of a title, which is read whole where it stands
            continue
        covered: set[int] = set()
        for path, hant, en, node in _pairs_in(top, ()):
            covered |= {id(each) for each in ast.walk(node)}
            if hant or en:
                line = getattr(node, "lineno", 1)
                args = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node, node]
                yield path, Side(file, args[0].lineno, hant), Side(file, args[1].lineno if len(args) > 1 else line, en)
        rest = [(node, said) for node, said in _strings(top) if id(node) not in covered and "\n" not in said]
        if hant_rest := [(node, said) for node, said in rest if HAN.search(said)]:
            english = [said for _, said in rest if not HAN.search(said) and re.search(r"[A-Za-z]{2,},? [A-Za-z$⟦]", said)]
            line = hant_rest[0][0].lineno
            yield (*_name(top), "rest"), Side(file, line, " / ".join(said for _, said in hant_rest)), Side(file, line, " / ".join(english))


def _name(node: ast.stmt) -> tuple[str, ...]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
            return (name,)
    return ("module",)


def _pairs_in(node: ast.AST, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, str, ast.expr]]:
    """(names that lead to it, Chinese, English, node) of every pair under a node."""
    match node:
        case ast.Call(func=ast.Name(id="Words"), args=[hant, en]):
            yield path, text(hant), text(en), node
            return
        case ast.Tuple(elts=[ast.Constant(value=str(one)), ast.Constant(value=str(other))]) if HAN.search(one) and not HAN.search(other):
            yield path, one, other, node
            return
        case ast.Constant(value=str(both)) if " | " in both and HAN.search(both) and "\n" not in both and path:
            hant_half, _, en_half = both.partition(" | ")
            yield path, hant_half, en_half, node
            return
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                named = isinstance(key, ast.Constant) and isinstance(key.value, str)
                yield from _pairs_in(value, (*path, str(key.value)) if named else path)  # type: ignore[union-attr]
            return
        case ast.Raise():  # an error speaks to authors alone
            return
        case ast.keyword(arg=str(word)):
            path = (*path, word)
        case ast.stmt() if not path:
            path = _name(node)
    for child in ast.iter_child_nodes(node):
        yield from _pairs_in(child, path)


def _strings(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Every string under a node but docstrings and errors, a string with holes as one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Raise) or (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            continue
        if isinstance(child, ast.JoinedStr) or (isinstance(child, ast.Constant) and isinstance(child.value, str)):
            yield child, text(child)
        else:
            yield from _strings(child)


def text(node: ast.AST) -> str:
    """The words under a node, with ⟦code⟧ for what is computed into them."""
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return "".join(text(part) if isinstance(part, ast.Constant) else f"⟦{ast.unparse(part.value)}⟧" for part in parts if hasattr(part, "value"))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return text(left) + text(right)
    return " ".join(filter(None, map(text, ast.iter_child_nodes(node))))
