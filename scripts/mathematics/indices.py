"""A formula whose entries carry indices, read for every n at once: what a line says where i = j, and where i and j differ.

An entry is one of those that the line names, or one of the others. A sum over all of them is the terms of the named ones plus what the
others add: sum(exp(x[k])) is exp(x[i]) + exp(x[j]) + R, where R stands for the others' and holds neither x[i] nor x[j]. So a line becomes
an expression of a few symbols, however large n is. Where a formula has pieces, each entry lies on one side of each of its gaps; the others
are so many groups then, one for each choice of sides. Where a formula compares entries with each other, all differ, and w is the largest. A letter that an equation settles, such as a threshold, is differentiated by the implicit function theorem.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import product
from typing import Any, NamedTuple

import sympy as sp

from activation_functions import Activation
from activation_functions.activation import Parameter
from mathematics.formula import _Algebra, _call
from mathematics.words import VOCABULARY

N = sp.Symbol("n", positive=True)
INDICES = ("i", "j", "w")
"""Free indices of a chain: of an output, of an input, and of the largest entry."""


class Place(NamedTuple):
    """Where an entry stands: i is (i, 0), and i + n is (i, 1), as far along the second half."""

    name: str
    half: int = 0

    def __add__(self, more: Any) -> Place:
        return self._moved(more / N)

    def __sub__(self, less: Any) -> Place:
        return self._moved(-less / N)

    def __lt__(self, bound: Any) -> Any:
        if isinstance(bound, Place):  # of two different entries nothing says which stands first
            return self != bound and sp.Symbol(f"place_{self.name}", real=True) < sp.Symbol(f"place_{bound.name}", real=True)
        return bool(self.half < bound / N)

    def _moved(self, halves: Any) -> Place:
        if not sp.sympify(halves).is_Integer:
            raise ValueError(f"an index is moved by n, not by {halves * N}")
        return Place(self.name, self.half + int(halves))


Sides = tuple[bool, ...]
"""Whether each gap of an entry is above 0, in the order in which they are written."""


class Case(NamedTuple):
    """Which indices fall together, on which sides of its gaps each named entry lies, and how the case is told."""

    at: Mapping[str, str]
    above: Mapping[str, Sides]
    told: str


@dataclass(frozen=True)
class Lines:
    """How lines about one function are read: the function, what its letters abbreviate, and the gaps that decide each entry's piece."""

    of: Activation
    letters: Mapping[str, str] = field(default_factory=dict)
    gap: str = ""

    @property
    def words(self) -> frozenset[str]:
        """Letters without an index, whose meaning is looked up where they stand."""
        alone = {name for name in self.letters if "[" not in name}
        return frozenset(alone if self.of.width else alone | {"f"})

    @property
    def sides(self) -> list[Sides]:
        """Every way in which an entry lies beside its gaps."""
        gaps = ast.parse(self.gap, mode="eval").body if self.gap else ast.Tuple([])
        return list(product((True, False), repeat=len(gaps.elts) if isinstance(gaps, ast.Tuple) else 1))

    def cases(self, free: frozenset[str]) -> Iterator[Case]:
        """Every way in which the indices coincide or differ, and the entries lie on their sides."""
        names = sorted(free | ({"w"} if _largest(self.of.formula) else set()), reverse=True)  # w first: it lends its name
        for at in _together(names):
            groups = sorted({*at.values()})
            same = " = ".join(name for name in sorted(at) if list(at.values()).count(at[name]) > 1)
            told = [same or " ≠ ".join(sorted(at))] if len(at) > 1 else []
            for sides in product(self.sides, repeat=len(groups)):
                above = dict(zip(groups, sides, strict=True))
                lies = [f"{name} {' and '.join('above' if one else 'below' for one in side)}" for name, side in above.items() if side]
                yield Case(at, above, ", ".join(told + lies))

    def explicit(self, n: int, at: Mapping[str, int], above: Mapping[str, Sides]) -> Case:
        """The case in which every entry is named, so that nothing is left to the others."""
        return Case({**{f"_{k}": f"_{k}" for k in range(n)}, **{name: f"_{k}" for name, k in at.items()}}, above, f"n = {n}")

    def read(self, line: str, case: Case, others: bool = True, at: Mapping[str, Place] | None = None) -> Any:
        """The line in one case, as a SymPy expression; `at` puts indices elsewhere than at the entries they are named after."""
        places = {name: Place(group) for name, group in case.at.items()}
        return sp.sympify(_Reader(self, case, others).line(line, {**places, **(at or {})}))


def free_indices(line: str) -> frozenset[str]:
    """The indices that no sum binds."""

    def free(node: ast.AST, bound: frozenset[str]) -> set[str]:
        if isinstance(node, ast.GeneratorExp):
            bound |= {generator.target.id for generator in node.generators if isinstance(generator.target, ast.Name)}
        if isinstance(node, ast.Name):
            return {node.id} & set(INDICES) - bound
        return set().union(*(free(child, bound) for child in ast.iter_child_nodes(node)))

    return frozenset(free(ast.parse(line, mode="eval"), frozenset()))


def _largest(formula: str) -> bool:
    """Whether it takes the largest of all entries, or compares entries with each other."""

    def asks(node: ast.AST) -> bool:
        match node:
            case ast.Call(ast.Name("max"), [ast.GeneratorExp(), *_]) | ast.Compare(ast.Subscript(ast.Name("x")), _, [ast.Subscript(ast.Name("x"))]):
                return True
        return False

    return any(map(asks, ast.walk(ast.parse(formula))))


def _together(names: list[str]) -> Iterator[dict[str, str]]:
    """The ways to gather names into groups, each called after its first member."""
    if not names:
        yield {}
        return
    *before, last = names
    for at in _together(before):
        for group in [*dict.fromkeys(at.values()), last]:
            yield {**at, last: group}


# ---- reading ---------------------------------------------------------------------------------


class _Indexed(_Algebra):
    """Sums become calls that know the others; branches and letters are settled where they stand."""

    words: frozenset[str] = frozenset()

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return _call("letter", ast.Constant(node.id)) if node.id in self.words else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return ast.Subscript(node.value, self.visit(node.slice), node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node:
            case ast.Call(ast.Name("sum" | "max" as word), [ast.GeneratorExp(term, [ast.comprehension(ast.Name(k), ast.Call(ast.Name("range"), [count]))])]):
                inner = ast.Lambda(ast.arguments([], [ast.arg(k)], None, [], [], None, []), self.visit(term))
                return _call(f"{word}_of_all", inner, self.visit(count))
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        left, *rest = (self.visit(each) for each in (node.left, *node.comparators))
        return _call("same", left, rest[0]) if isinstance(node.ops[0], ast.Eq) else ast.Compare(left, node.ops, rest)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return ast.IfExp(_call("settled", self.visit(node.test)), self.visit(node.body), self.visit(node.orelse))


@cache
def _compiled(line: str, words: frozenset[str]) -> Any:
    reading = _Indexed()
    reading.words = words
    tree = reading.visit(ast.parse(line.strip(), mode="eval"))
    return compile(ast.fix_missing_locations(tree), line, "eval")


class _Entries:
    """What stands under a letter with an index."""

    def __init__(self, at: Callable[[Place], Any]) -> None:
        self.at = at

    def __getitem__(self, place: Place) -> Any:
        return self.at(place)


class _Reader:
    """One case: the named entries, and while a sum is read, one more that stands for any of the others."""

    def __init__(self, lines: Lines, case: Case, others: bool):
        self.lines, self.of = lines, lines.of
        self.groups = list(dict.fromkeys(case.at.values()))
        self.above = dict(case.above)
        self.blocks = lines.sides if others else []
        self.block_of: dict[str, Sides] = {}  # the entries that stand for others, and which of the groups they are of
        self.rests: dict[Any, tuple[Sides, Any]] = {}  # what the others add: the symbol, its group, and the term of one of them
        self.gaps: dict[str, tuple[Any, ...]] = {}
        self.largest = self.symbol("x", Place(case.at["w"])) if "w" in case.at else None
        self.settles = next(iter(_settled_by(self.of.where)), "")
        self.scope: dict[str, Any] = {name: word.algebra for name, word in VOCABULARY.items() if name not in ("D", "integral")}
        self.scope |= {
            "exact": sp.Rational,
            "n": N,
            "pi": sp.pi,
            "partial": self.partial,
            "sqrt": self.root,
            "max": self.larger,
            "min": self.smaller,
            "abs": self.size,
        }
        self.scope |= {
            "sum_of_all": self.total,
            "max_of_all": lambda term, count: term(Place(case.at["w"])),
            "settled": self.settled,
            "same": self.same,
            "letter": self.letter,
        }
        self.scope |= {name: sp.Symbol(name, real=True, **_sign(p)) for name, p in self.of.parameters.items()}
        self.scope |= {"indicator": self.indicator, "x": _Entries(lambda place: self.symbol("x", place))}
        self.scope["g"] = _Entries(lambda place: self.symbol("g", place)) if self.of.width else sp.Symbol("g", real=True)
        if self.settles:
            self.scope[self.settles] = sp.Symbol(self.settles, real=True)
        if self.of.width:
            self.scope["f"] = _Entries(lambda place: self.line(self.of.formula, {"i": place}))
        for name, meaning in lines.letters.items():
            if "[" in name:
                word, index = name.rstrip("]").split("[")
                self.scope[word] = _Entries(partial(self._abbreviated, meaning, index))

    def line(self, text: str, indices: Mapping[str, Place] | None = None) -> Any:
        try:
            return eval(_compiled(text, self.lines.words), {"__builtins__": {}, **self.scope, **(indices or {})})
        except NameError as error:
            raise ValueError(f"the formula {text!r} uses an unknown word: {error.name}") from None

    def _abbreviated(self, meaning: str, index: str, place: Place) -> Any:
        return self.line(meaning, {index: place})

    def letter(self, name: str) -> Any:
        return self.line(self.of.formula if name == "f" and name not in self.lines.letters else self.lines.letters[name])

    def symbol(self, word: str, place: Place) -> Any:
        return sp.Symbol(f"{word}_{place.name}_{place.half}", real=True)

    # sums

    def total(self, term: Callable[[Place], Any], count: Any) -> Any:
        halves = range(int(count / N))
        found = sum((term(Place(group, half)) for group in self.groups for half in halves), sp.Integer(0))
        for block in self.blocks:
            other = f"other{len(self.groups)}"
            self.groups.append(other)
            self.block_of[other] = block
            self.above[other] = block
            one = _expanded(sum((term(Place(other, half)) for half in halves), sp.Integer(0)))
            self.groups.pop()
            del self.block_of[other]
            del self.above[other]
            found += self._of_others(one, other, block)
        return found

    def _of_others(self, one: Any, other: str, block: Sides) -> Any:
        """The sum of a term over the entries of a group that the line does not name; those that stand for others in an outer sum are named."""
        added = sp.Integer(0)
        for part in sp.Add.make_args(one):
            own = {symbol for symbol in part.free_symbols if f"_{other}_" in symbol.name}
            factor, rest = part.as_independent(*own, as_Add=False) if own else (part, sp.Integer(1))
            if rest.free_symbols - own:
                raise ValueError(f"the sum of {rest} over all entries does not come apart into a factor and a term of one entry")
            blank = rest.subs({symbol: sp.Symbol(symbol.name.replace(f"_{other}_", "_any_"), real=True) for symbol in own})
            symbol = sp.Symbol(f"R[{block}, {blank}]", real=True)
            self.rests[symbol] = (block, blank)
            named = sum((self._one(blank, name) for name, group in self.block_of.items() if group == block), sp.Integer(0))
            added += factor * (symbol - named) if part != 0 else 0
        return added

    def _one(self, blank: Any, name: str) -> Any:
        return blank.subs({symbol: sp.Symbol(symbol.name.replace("_any_", f"_{name}_"), real=True) for symbol in blank.free_symbols})

    # derivatives

    def partial(self, u: Any, entry: Any) -> Any:
        """By one entry, all others held, and the letter that `where` settles with them."""
        u = sp.sympify(u)
        if not getattr(entry, "is_Symbol", False) or not entry.name.startswith("x_"):
            raise ValueError(f"a derivative is taken by an entry of x, not by {entry}")
        found = self._held(u, entry)
        letter = sp.Symbol(self.settles, real=True)
        if self.settles and u.has(letter):
            left, right = self.of.where.split("==")
            excess = self.line(left) - self.line(right)
            found -= sp.diff(u, letter) * self._held(excess, entry) / sp.diff(excess, letter)
        return found

    def _held(self, u: Any, entry: Any) -> Any:
        found, name = sp.diff(u, entry), entry.name.split("_")[1]
        if name in self.block_of:
            for symbol in u.free_symbols & self.rests.keys():
                block, blank = self.rests[symbol]
                if block == self.block_of[name]:
                    found += sp.diff(u, symbol) * sp.diff(self._one(blank, name), entry)
        return found

    # pieces

    def settled(self, truth: Any) -> bool:
        """A comparison of indices, or of a gap with 0 by the side on which its entry lies."""
        if isinstance(truth, bool) or truth in (sp.true, sp.false):
            return bool(truth)
        if self.largest in (truth.gts, truth.lts) and _entries(truth.gts, truth.lts):
            return bool(truth.gts == self.largest)
        u = truth.gts - truth.lts
        for name, sides in self.above.items():
            for gap, above in zip(self._gaps(name), sides, strict=True):
                if times := _times(u, gap):
                    return above == bool(times > 0)
        raise ValueError(f"nothing says on which side {truth} lies; name what decides it as `gap`, with the index k")

    def _gaps(self, name: str) -> tuple[Any, ...]:
        if name not in self.gaps:
            found = self.line(self.lines.gap, {"k": Place(name)}) if self.lines.gap else ()
            self.gaps[name] = found if isinstance(found, tuple) else (found,)
        return self.gaps[name]

    def indicator(self, truth: Any) -> Any:
        """1 or 0; where nothing says which, a letter of its own, so that an equality holds for both."""
        try:
            return sp.Integer(self.settled(truth))
        except ValueError:
            return sp.Symbol(f"[{truth}]", nonnegative=True)

    def same(self, a: Any, b: Any) -> bool:
        """Two indices; or where entries are compared, two entries, or the sum of indicators and 0: it is above 0 where one is surely 1."""
        if isinstance(a, Place):
            return bool(a == b)
        gap = sp.expand(a - b)
        if gap != 0 and not (self.largest is not None and (_entries(a, b) or gap.as_coeff_Add()[0] > 0)):
            raise ValueError(f"nothing says whether {a} is {b}")
        return bool(gap == 0)

    def larger(self, a: Any, b: Any) -> Any:
        return a if a == b or self.settled(sp.sympify(a) > b) else b

    def smaller(self, a: Any, b: Any) -> Any:
        return a if a == b or self.settled(sp.sympify(b) > a) else b

    def size(self, u: Any) -> Any:
        return u if self.settled(sp.sympify(u) > 0) else -u

    def root(self, u: Any) -> Any:
        """The square root; of a square that of a number on the upper side is that number."""
        if isinstance(u, sp.Pow) and u.exp == 2 and self.lines.gap:
            return u.base if self.settled(u.base > 0) else -u.base
        return sp.sqrt(u)


@cache
def _times(u: Any, gap: Any) -> Any:
    """The number by which u is the gap; 0 where it is no multiple. For u = e^v - 1 it is that of v, which has the same sign."""
    u, gap = _without_exp(sp.expand(u)), sp.expand(gap)
    entry = next(iter(sorted(gap.free_symbols, key=str)))
    times = u.coeff(entry) / gap.coeff(entry)
    return times if times.is_number and sp.expand(u - times * gap) == 0 else sp.Integer(0)


def _expanded(u: Any) -> Any:
    """Multiplied out; e^(-v) stays a factor, which SymPy would multiply into a denominator."""
    letters = {power: sp.Dummy() for power in u.atoms(sp.exp) if isinstance(power.args[0], sp.Mul)}
    return sp.expand(u.xreplace(letters)).xreplace({letter: power for power, letter in letters.items()})


def _entries(*each: Any) -> bool:
    return all(isinstance(one, sp.Symbol) and one.name.startswith("x_") for one in each)


def _without_exp(u: Any) -> Any:
    for sign in (1, -1):
        if isinstance(power := sign * u + 1, sp.exp):
            return sign * power.args[0]
    return u


def _sign(p: Parameter) -> dict[str, bool]:
    """What SymPy may know of a parameter."""
    return {("nonnegative" if p.zero else "positive"): True} if p.above == 0 else {}


def _settled_by(where: str) -> set[str]:
    """The letter that an equation settles."""
    from mathematics.formula import names

    return names(where.split("==")[0]) - VOCABULARY.keys() - {"x", "n", "sum", "range", "j"} if where else set()
