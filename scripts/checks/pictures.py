"""Checks of figures: what the eye reads in each is one line that moves when it does; functions are drawn by their records; words are decided."""

from __future__ import annotations

import ast
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from activation_functions import ALL
from answers import names
from answers.names import Made, catalogue
from drawing.graph import SYMBOLS
from drawing.seen import mark, steady
from language.words import WRITTEN
from project.fault import Fault, line_of
from project.imports import closure
from project.paths import SCRIPTS

Series = dict[str, tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]]
PARTS = ("title", "caption", "alt", "description", "assumes")
GRAPH = re.compile(r"(?<![\w.])(\w+)(?:\.(?:derivative|second))?\(")
"""In the name of a curve: a function of ours is called."""


def figures() -> list[tuple[Made, dict[str, Any]]]:
    """Every figure and what it says."""
    return [(made, names.answer(made)) for made in catalogue().values() if made.kind == "figures"]


def series(said: dict[str, Any]) -> Series:
    """The plotted data by the curve's name, as they are published."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, x, y in list(csv.reader(io.StringIO(said["data"])))[1:]:
        found.setdefault(name, []).append((x, y))
    return {name: (np.array([x for x, _ in rows], dtype=float), np.array([y for _, y in rows], dtype=float)) for name, rows in found.items()}


# ---- what the eye reads, for the ledger ------------------------------------------------------


def lines() -> Iterator[str]:
    """One line a figure: marks of its data, its drawing and its words, and in plain text what its curves are and what its axes reach."""
    for made, said in figures():
        yield "\t".join([f"figure.{made.name}", *_marks(made, said), *_plainly(made, said)])


def _of_the_code(made: Made) -> bool:
    """Whether the figure shows this project's own files, which every change changes."""
    return names.IMPORTS in closure(made.file)


def _marks(made: Made, said: dict[str, Any]) -> Iterator[str]:
    recipe = drawn_at_random(made)
    if recipe:
        yield f"made by {recipe}"
    elif not _of_the_code(made):
        yield f"data {mark([(name, steady(x), steady(y)) for name, (x, y) in series(said).items()])}"
        yield f"shapes {mark(said['shapes'])}"
    for language in WRITTEN:
        words = [
            [_near(where) if recipe else where, text, curve] for width in ("", ".narrow") for where, text, curve in said["words"].get(language + width, [])
        ]
        parts = [[each[WRITTEN.index(language)] for each in (said[part] if part == "assumes" else [said[part]])] for part in PARTS]
        yield f"{language} {mark(words)} {mark(parts)}"
    yield f"axes {mark(said['frames'])}"


def _plainly(made: Made, said: dict[str, Any]) -> Iterator[str]:
    yield said["title"][-1]
    yield next(iter(said["frames"].values()))[0] if len(said["frames"]) == 1 else "; ".join(said["frames"]["en"])
    counted = not drawn_at_random(made)  # how many points a contour has, no two processors agree on
    yield "" if _of_the_code(made) else "; ".join(f"{name} {x.size}" if counted else name for name, (x, _) in series(said).items())


def _near(where: str) -> str:
    """Where words stand, without the place of those that stand at a measured point."""
    return re.sub(r" at .*", " at", where)


def drawn_at_random(made: Made) -> str:
    """A mark for how a figure was computed that draws at random; nothing for the others.

    Networks trained on another processor end elsewhere in the last digits, or sooner by a step, so that no mark of their
    points would stay. What decides their points is the code with its seeds: the statements of the figure and of those that
    it takes from other figures, without words and remarks.
    """
    files = sorted(file for file in closure(made.file) if file.parent == SCRIPTS / "figures")
    trees = {file: ast.parse(file.read_text("utf-8")) for file in files}
    if not any(isinstance(node, ast.Attribute) and node.attr == "default_rng" for tree in trees.values() for node in ast.walk(tree)):
        return ""
    return mark([(file.stem, ast.unparse(_Bare().visit(tree))) for file, tree in trees.items()])  # not its dump, which other Pythons write otherwise


class _Bare(ast.NodeTransformer):
    """Code without its words: what is drawn in them has marks of its own."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        return ast.Constant("words") if _is_words(node) else self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
        return None if node.name in ("numbers", "holds") else self.generic_visit(node)  # quoted numbers have lines of their own


# ---- a function is drawn by its record -------------------------------------------------------


def raw_graphs() -> list[Fault]:
    """A function of ours is drawn by `pen.graph`, which evaluates and labels it; not by hand, and not under a name of one's own."""
    files = [*sorted((SCRIPTS / "figures").glob("*.py")), *sorted((SCRIPTS / "drawing").glob("shape*.py"))]
    found = [fault for file in files for fault in by_hand(file)]
    for made, said in figures():
        found += [*alike(made, series(said)), *mislabelled(made, said), *twins(made, said)]
    return found


def twins(made: Made, said: dict[str, Any]) -> Iterator[Fault]:
    """Two axes of one panel that are called the same."""
    for shown in said["words"].values():
        axes = {where: text for where, text, _ in shown if where.endswith(" axis")}
        for where, text in axes.items():
            if where.endswith(" x axis") and axes.get(where.replace(" x ", " y ")) == text:
                yield Fault(made.file, line_of(made.file, text), f"both axes of panel {where.split()[0]} are called {text!r}", "call each by what it measures")


PLOTTING = {"curve", "plot", "keep", "dot", "scatter", "step", "fill_between", "semilogx", "semilogy", "loglog"}
EVALUATING = {"derivative", "second_derivative"}


def by_hand(file: Path) -> Iterator[Fault]:
    """Calls that plot what a record has just computed, in a `draw` or a function that it may call."""
    tree = ast.parse(file.read_text("utf-8"))
    records = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "activation_functions"
        for alias in node.names
        if alias.name in ALL or alias.name == "ALL"
    }
    for work in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        given: dict[str, ast.expr] = {}
        for node in ast.walk(work):
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                given[node.targets[0].id] = node.value
        for call in ast.walk(work):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in PLOTTING:
                for part in call.args:
                    if found := _evaluated(part, given, records):
                        what = f"{call.func.attr}(…) plots {ast.unparse(found)}, which a function of ours computes"
                        yield Fault(file, call.lineno, what, "draw it with pen.graph(ax, f, x, …), which names and labels it by its record")


def _evaluated(node: ast.expr, given: dict[str, ast.expr], records: set[str]) -> ast.Call | None:
    """A call of a record within the expression, names of this function replaced by what they were given."""
    seen: set[str] = set()
    todo: list[ast.AST] = [node]
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Call):
            base = part.func.value if isinstance(part.func, ast.Subscript) else part.func
            if (isinstance(base, ast.Name) and base.id in records) or (isinstance(base, ast.Attribute) and base.attr in EVALUATING):
                return part
        if isinstance(part, ast.Name) and part.id in given and part.id not in seen:
            seen.add(part.id)
            todo.append(given[part.id])
        if not isinstance(part, ast.JoinedStr):  # a name made of numbers
            todo += ast.iter_child_nodes(part)
    return None


def alike(made: Made, drawn: Series) -> Iterator[Fault]:
    """Curves drawn as something else that have a function's own values, or its name."""
    curves = {name: curve for name, curve in drawn.items() if not GRAPH.search(name)}
    owners = _owners(curves)
    for name in curves:
        remedy = f"draw it with pen.graph, or if it is something else, name it by what it is, as in 'steps, {name}'"
        if name.split()[0] in ALL and name.removeprefix(name.split()[0]).strip() in ("", "slope", "derivative", "value"):
            yield Fault(made.file, _line(made.file, name), f"the curve {name!r} bears the name of a function and was not drawn by its record", remedy)
        if name in owners:
            what = f"the curve {name!r} has the values of {owners[name]}"
            yield Fault(made.file, _line(made.file, name), what, "draw it with pen.graph, which names and labels it by its record")


def mislabelled(made: Made, said: dict[str, Any]) -> Iterator[Fault]:
    """Labels of derivatives that no record wrote, and labels that name another function than their curve does."""
    told = set()
    for words in said["words"].values():
        for where, text, curve in words:
            if " at " not in where or GRAPH.search(curve) or (text, curve) in told:
                continue
            told.add((text, curve))
            line = _line(made.file, text)
            if "′" in text:
                yield Fault(made.file, line, f"the label {text!r} was not written by a record", "draw the derivative with pen.graph, which labels it")
            elif curve and (others := functions_in(text) - functions_in(curve)):
                what = f"the label {text!r} names {', '.join(sorted(others))}, and its curve is called {curve!r}"
                yield Fault(made.file, line, what, "give the curve its own label, or its own name")


def functions_in(text: str) -> set[str]:
    """The functions that a text names, by their names, ids or letters; the longest counts, so that Leaky ReLU is no ReLU."""
    return {CALLED[found.lower()] for found in NAMED.findall(text)}


CALLED = {word.lower(): f.id for f in ALL.values() for word in (f.id, f.name, SYMBOLS.get(f.id, f.id))}
NAMED = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(map(re.escape, CALLED), key=len, reverse=True))})(?![a-z])", re.I)


def _owners(curves: Series) -> dict[str, str]:
    """By the name of a curve, the function or derivative that has just these values; a straight line is nobody's, nor are a few points."""
    bent = {}
    for name, (x, y) in curves.items():
        there = np.isfinite(x) & np.isfinite(y)
        x, y = x[there], y[there]
        if x.size >= 8 and np.ptp(x) and np.abs(y - np.polyval(np.polyfit(x, y, 1), x)).max() > 1e-6 * np.abs(y).max():
            bent[name] = x, y
    if not bent:
        return {}
    few = np.array([[a[[0, a.size // 3, -2]] for a in curve] for curve in bent.values()])  # of most curves three points tell that they are another's
    owners: dict[str, str] = {}
    for f in (f for f in ALL.values() if not f.mixes):
        for part, values in (("", f), (".derivative", f.derivative), (".second", f.second_derivative)):
            for (name, (x, y)), near in zip(bent.items(), np.all(_same(values(few[:, 0]), few[:, 1]), axis=-1), strict=True):
                if near and name not in owners and _same(values(x), y).all():
                    owners[name] = f"{f.id}{part}(x)"
    return owners


def _same(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    return np.isclose(one, other, rtol=1e-8, atol=1e-12 * np.abs(other).max())


def _line(file: Path, text: str) -> int:
    return line_of(file, f'"{text}"')


# ---- words are decided -----------------------------------------------------------------------


def undecided() -> list[Fault]:
    """The title of a figure says something: `holds(drawn)` of its file says what decides it, and is asked whenever the figure is made."""
    faults = []
    for file in sorted((SCRIPTS / "figures").glob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        title = next((node for node in tree.body if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "title"), None)
        if title is None or not isinstance(title.value, ast.Call):
            continue
        said = _strings(title.value)
        holds = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "holds"), None)
        pieces = [_strings(node) for node in ast.walk(holds or ast.Module([], [])) if isinstance(node, ast.Call) and _is_words(node)]
        if not any(len(piece) == len(said) and all(a in b for a, b in zip(piece, said, strict=True)) for piece in pieces):
            what = f"nothing decides the title {said[-1]!r}"
            remedy = "add `def holds(drawn)`, which gives for a piece of the title in both languages, as Words, whether it is so"
            faults.append(Fault(file, title.lineno, what, remedy))
    return faults


def _strings(call: ast.Call) -> list[str]:
    return [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _is_words(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "Words"
