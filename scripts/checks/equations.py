"""Checks of typed equations: whatever compares known functions is computed at many points; what cannot be is counted."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, NamedTuple

from flint import arb

from answers import names, quoting
from checks.pairs import pairs
from checks.prose import written
from mathematics import formula
from mathematics.balls import ball, exact
from mathematics.equality import Function, compare, unknown
from mathematics.reading import GREEK, Formula, Unread, read, substituted
from mathematics.statements import Statement, statements
from mathematics.typesetting import letter
from pages.page import FENCE, MATHS
from project.fault import Fault
from project.paths import ROOT

Kind = Literal["true", "false", "left"]
"""A relation holds, fails, or cannot be decided: it defines a letter, sets a condition, or is not read."""


CONDITION = "sets a condition"


class Judged(NamedTuple):
    """One relation, what was found, and why."""

    kind: Kind
    why: str
    shown: str


class Relation(NamedTuple):
    """Two neighbouring sides of a statement; `signed` if it is one of the two things that ± says, `conditional` if others stand in the same formula."""

    left: tuple[str, ...]
    sign: str
    right: tuple[str, ...]
    signed: bool
    conditional: bool

    @property
    def shown(self) -> str:
        return f"{' '.join(self.left)} {self.sign} {' '.join(self.right)}"


class Text(NamedTuple):
    """Prose that stands together: a definition in it holds for all that follows."""

    file: Path
    line: int
    text: str


@dataclass
class Scope:
    """What the text has said so far: letters that it defined, functions, and equations that a value may solve."""

    letters: dict[str, Formula] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)  # letters that the text uses as functions without saying which
    functions: dict[str, Function] = field(default_factory=dict)
    conditions: list[tuple[Formula, Formula]] = field(default_factory=list)
    numbers: dict[str, arb] = field(default_factory=dict)

    def copy(self) -> Scope:
        return Scope(dict(self.letters), set(self.strangers), dict(self.functions), list(self.conditions), self.numbers)

    @property
    def given(self) -> dict[str, Any]:
        """All that a formula may mention besides letters and the functions that everybody knows."""
        return self.functions | self.numbers

    def read(self, side: tuple[str, ...]) -> Formula:
        return read(side, self.functions.keys() | self.strangers, self.quoted)

    def quoted(self, name: str) -> Formula:
        """A name in double brackets: a formula with its letters, or a number."""
        name = re.sub(r":\d*%?$", "", name).strip()
        head, _, part = name.partition(".")
        if head in names.functions() and part in quoting.TEX_PARTS:
            return _quoted_formula(head, part)
        try:
            value = quoting.number(name)
        except (ValueError, ArithmeticError, KeyError) as error:
            raise Unread(f"[[{name}]]: {error}") from None
        if not isinstance(value, Fraction | arb):
            raise Unread(f"[[{name}]] was observed")
        called = "quoted_" + name.encode().hex()
        self.numbers[called] = exact(value) if isinstance(value, Fraction) else value
        return Formula(called, ())

    def expanded(self, side: Formula) -> Formula:
        """With each defined letter replaced by its definition."""
        letters, line = dict(side.letters), side.line
        while used := letters.keys() & self.letters.keys():
            line = substituted(line, {name: f"({self.letters[name].line})" for name in used})
            letters = {name: tex for name, tex in letters.items() if name not in used}
            letters |= {name: tex for used_name in used for name, tex in self.letters[used_name].letters}
        return Formula(line, tuple(sorted(letters.items())))


# ---- the check -------------------------------------------------------------------------------


def equations() -> list[Fault]:
    """A typed equation between known functions holds at many points, both sides computed."""
    faults = []
    for text in texts():
        for line, tex, judged in judge(text):
            if judged.kind == "false":
                what = f"${tex}$ is false: {judged.shown}, {judged.why}"
                faults.append(
                    Fault(text.file, line, what, "correct it; an equation to be solved has its letters on one side, and a condition stands in the same formula")
                )
    return faults


def lines() -> Iterator[str]:
    """For the ledger, a line a file: how much TeX is typed, how many relations hold, and how much is left unproved, with a hash of that.

    Whoever types something that cannot be computed moves the line, and so does whoever changes it: somebody has to read it.
    """
    counted: dict[str, tuple[int, int, list[str]]] = {}
    for text in texts():
        place = re.sub(r"\.(?:zh-Hant|en)\.md$|\.py$", "", text.file.relative_to(ROOT).as_posix())
        typed, true, left = counted.get(place, (0, 0, []))
        typed += sum(1 for _ in fragments(text.text))
        for _, _, judged in judge(text, terms=True):
            true += judged.kind == "true"
            left += [judged.shown] * (judged.kind != "true")
        counted[place] = typed, true, left
    for place, (typed, true, left) in sorted(counted.items()):
        mark = hashlib.sha256("\n".join(sorted(left)).encode()).hexdigest()[:8]
        if typed:
            yield f"equations.{place}\t{typed} typed\t{true} true\t{len(left)} left\t{mark}"


# ---- what is read ----------------------------------------------------------------------------


def texts() -> Iterator[Text]:
    """Pages and labs by sections, and everything else that is said in both languages; but for the sayings that claims and tutorials make, which may be false."""
    for page in written():
        at = 0
        for section in page.sections():
            at = page.text.index(section.text, at)
            yield Text(page.file, page.line(at) if page.file.suffix == ".md" else 1, section.text)
    for address, pair in pairs().items():
        if not address.startswith(("row:", "source:")) and not re.search(r"^claim:\w+\.said", address):
            yield from {Text(*side): None for side in pair.values()}


def fragments(text: str) -> Iterator[re.Match[str]]:
    """The formulas of a text; code is passed over."""
    bare = re.sub(rf"{FENCE.pattern}|`[^`\n]+`", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.S | re.M)
    return MATHS.finditer(bare)


def judge(text: Text, terms: bool = False) -> list[tuple[int, str, Judged]]:
    """(line, formula, what was found) for each relation; with `terms` also what states nothing by itself, but is more than a name.

    A letter may be used before it is defined (`σ″ = s(1 − s)(1 − 2s), where s = σ(x)`): what is left is tried again
    at the end of the section or box.
    """
    scopes = {-1: Scope()}
    waiting: list[tuple[int, Relation, Scope]] = []
    kept: list[tuple[int, str, Judged]] = []
    starts = [found.start() for found in re.finditer(r"^(?:!!!|\?\?\?\+?) ", text.text, re.M)]
    for found in fragments(text.text):
        box = next((start for start in reversed(starts) if start < found.start() and _indented(text.text[start : found.start()])), -1)
        scope = scopes.setdefault(box, scopes[-1].copy())  # what a box says holds within it
        tex = " ".join(found.group().strip("$").split())
        line = text.line + text.text.count("\n", 0, found.start() + len(found.group()) - len(found.group().lstrip("$\n")))
        if text.file.suffix == ".py":
            line = _line_in_script(text.file, tex, text.line)
        stated = list(statements(tex))
        for statement in stated:
            for relation in _relations(statement, conditional=any(len(other.relations) and not other.signed for other in stated if other is not statement)):
                kept.append((line, tex, _judged(relation, scope)))
                if kept[-1][2].why == CONDITION:
                    waiting.append((len(kept) - 1, relation, scope))
            if terms and not statement.relations and len([token for token in statement.sides[0] if token not in ("{", "}")]) > 1:
                kept.append((line, tex, Judged("left", "states nothing", statement.shown)))
    for number, relation, scope in waiting:
        line, tex, _ = kept[number]
        kept[number] = line, tex, _judged(relation, scope)
    return kept


def _indented(between: str) -> bool:
    """Whether all that follows the first line of a box still belongs to it."""
    return all(not row.strip() or row.startswith("    ") for row in between.split("\n")[1:-1]) and (between.split("\n")[-1][:4] in ("    ", ""))


def _line_in_script(file: Path, tex: str, start: int) -> int:
    first = tex.replace("\\", "\\\\")
    for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
        if number >= start and (first in row or tex in row):
            return number
    return start


# ---- how a relation is judged ----------------------------------------------------------------


def _relations(statement: Statement, conditional: bool) -> Iterator[Relation]:
    for (left, right), sign in zip(zip(statement.sides, statement.sides[1:], strict=False), statement.relations, strict=True):
        yield Relation(left, sign, right, statement.signed, conditional)


def _judged(relation: Relation, scope: Scope) -> Judged:
    try:
        if relation.sign == "=" and _defines_function(relation.left, relation.right, scope):
            return Judged("left", "defines a function", relation.shown)
        a, b = scope.read(relation.left), scope.read(relation.right)
        return Judged(*_decided(a, relation.sign, b, scope, relation.signed, relation.conditional), relation.shown)
    except Unread as reason:
        return Judged("left", f"not read: {reason}", relation.shown)


def _decided(a: Formula, relation: str, b: Formula, scope: Scope, signed: bool, conditional: bool) -> tuple[Kind, str]:
    """As it stands; else with the letters that the text has defined; else it is a definition, a condition, or false.

    A relation with the same letters on both sides says that it holds whatever they are, and so does one without a
    letter; unless the same formula sets a condition. With other letters on the two sides it is an equation to be
    solved, or a condition, and may well fail; but no value solves it if the sides differ by one number everywhere.
    """
    if strangers := unknown(a, scope.given) + unknown(b, scope.given):
        raise Unread(f"{strangers[0]} is any function")
    free = compare(a, relation, b, scope.given)
    if relation == "≠" and a.free | b.free:
        return "left", CONDITION
    if free.held and not free.failed:
        return "true", "as it stands"
    wide_a, wide_b = scope.expanded(a), scope.expanded(b)
    wide = free
    if (wide_a, wide_b) != (a, b):
        wide = compare(wide_a, relation, wide_b, scope.given)
        if wide.held and not wide.failed:
            return "true", "by definitions"
    if relation == "=":
        if _defines_letter(a, b, scope, signed) or _defines_letter(b, a, scope, signed):
            return "left", "defines a letter"
        for letter_side, value in ((a, b), (b, a)):
            if letter_side.free == {letter_side.line} and not value.free:
                return ("true", "solves an equation") if _solved(letter_side.line, value, scope) else ("left", "sets a value")
    local = any(name in scope.functions for side in (a, b) for name in re.findall(r"\w+", side.line))
    for tried, (p, q) in ((free, (a, b)), (wide, (wide_a, wide_b))):
        if not tried.failed:
            continue
        if (
            not p.free | q.free
            or (relation == "=" and tried.apart)
            or (p.free == q.free and not local and not (tried.held and (conditional or relation == "≈")))
        ):
            return "false", tried.example + (", with letters as this section defines them" if (p, q) != (a, b) else "")
    if relation != "=" and free.failed and not free.held and not (a.free | b.free) & scope.letters.keys():
        return "false", free.example
    if relation == "=" and not free.held:
        scope.conditions.append((a, b))
    return "left", "undefined at every point" if not free.held and not free.failed else CONDITION


def _defines_function(left: tuple[str, ...], right: tuple[str, ...], scope: Scope) -> bool:
    """f(x) = …, with nothing but x on the right, and no function of that name before."""
    match left:
        case (name, "(", variable, ")") if re.fullmatch("[A-Za-z]", name) and (re.fullmatch("[A-Za-z]", variable) or variable in GREEK):
            x = GREEK.get(variable, variable)
            if name not in scope.functions:
                scope.strangers.add(name)
                body = scope.read(right)
                if body.free <= {x} and not unknown(body, scope.given):
                    given = {known: meaning for known, meaning in scope.given.items() if known in formula.names(body.line)}
                    scope.functions[name] = lambda u: ball(formula.ball(body.line, **{x: u}, **given))
                    return True
    return False


def _defines_letter(a: Formula, b: Formula, scope: Scope, signed: bool) -> bool:
    """s = σ(x), with letters on the right, and no s before; x = ±t defines nothing, but λ± = … defines two letters."""
    name = a.line
    if b.line in b.free and not re.search("_|'", name):
        return False  # a = b compares two letters; only a letter with an index or a prime gets its meaning from one
    if signed and not name.endswith(("_2b_", "_2d_")):
        return False
    if a.free != {name} or name in scope.letters or not b.free or name in scope.expanded(b).free:
        return False
    scope.letters[name] = scope.expanded(b)
    return True


def _solved(name: str, value: Formula, scope: Scope) -> bool:
    """x = ln 2, where the text had an equation for x that this value solves."""
    for sides in scope.conditions:
        if sides[0].free | sides[1].free == {name}:
            left, right = (Formula(substituted(side.line, {name: f"({value.line})"}), ()) for side in sides)
            if compare(left, "=", right, scope.given).held:
                return True
    return False


def _quoted_formula(head: str, part: str) -> Formula:
    record = names._record(head)
    line = getattr(record, part)
    if line is None or record.mixes:
        raise Unread(f"[[{head}.{part}]] mixes its entries")
    letters = {parameter: letter(parameter) for parameter in record.parameters}
    read_as = {parameter: read(tex).line for parameter, tex in letters.items()}
    return Formula(substituted(line, read_as), tuple(sorted([("x", "x"), *((read_as[p], tex) for p, tex in letters.items())])))
