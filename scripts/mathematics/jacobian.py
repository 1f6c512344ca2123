"""A Jacobian derived entry by entry: chains of equalities with indices, each step proved for every n, the end compared with the code.

`jacobian(of, chains)` reads one step a line, `= formula  # 中文理由 | English reason`; a line without `= ` starts another chain.
Words besides those of formulas: `partial(u, x[j])`, the derivative of u by x[j]; `f[i]`, an output; `g[i]`, the gradient of a loss by that
output; and the letters that the chain explains. What each chain must arrive at follows from its first line.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations_with_replacement, pairwise, product
from typing import Any, Literal, NamedTuple

import flint
import numpy as np
import sympy as sp
from flint import arb

from activation_functions import Activation
from language.words import words
from mathematics import formula
from mathematics.balls import exact
from mathematics.derivation import Step
from mathematics.digits import digits, fractions
from mathematics.indices import Case, Lines, Place, Sides, free_indices
from mathematics.typesetting import tex
from mathematics.vectors import _threshold

Kind = Literal["entry", "row", "product", "denominator", "threshold"]
METHODS: tuple[Callable[[Any], Any], ...] = (sp.expand, lambda u: sp.cancel(sp.together(sp.expand(u.rewrite(sp.exp)))), sp.simplify)
SIZES, POINTS = (1, 2, 3, 4), 3
CLOSE = arb(10) ** -40
"""How far balls of the last lines may lie from a difference quotient."""


def _differs(gap: Any) -> bool:
    """Whether the gap is not zero at some positive numbers: a false line is seen at once, where algebra would try all it knows."""
    dice = random.Random(str(gap))
    value = gap.subs({letter: sp.Rational(dice.randint(1, 40), 41) for letter in sorted(gap.free_symbols, key=str)})
    return bool(value.is_number and abs(sp.N(value, 40)) > 1e-20)


class Chain(NamedTuple):
    """Equalities from a first line, which says what they are for."""

    steps: tuple[Step, ...]

    @property
    def kind(self) -> Kind:
        first = self.steps[0].line
        if first.startswith(("partial(f", "partial(s,")):
            return "entry" if first.startswith("partial(f") else "denominator"
        return "row" if first.startswith("sum(partial(f") else "product" if first.startswith(("g *", "sum(g[")) else "threshold"

    @property
    def last(self) -> str:
        return self.steps[-1].line


@dataclass(frozen=True)
class Jacobian:
    """The chains about one function, its letters, the gap that decides an entry's piece, the matrix in one line, and an example by hand."""

    of: Activation
    chains: tuple[Chain, ...]
    letters: Mapping[str, str] = field(default_factory=dict)
    gap: str = ""
    matrix: str = ""
    example: Sequence[str] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for chain in self.chains for step in chain.steps)

    @property
    def lines(self) -> Lines:
        return Lines(self.of, self.letters, self.gap)

    def check(self) -> list[str]:
        """How each line after the first was checked, `start` where a chain begins; raises ArithmeticError at the first that fails."""
        how: list[str] = []
        for chain in self.chains:
            free = frozenset().union(*(free_indices(step.line) for step in chain.steps))
            for a, b in pairwise(chain.steps):
                self._same(a.line, b.line, free)
            if chain.kind == "entry":
                self._is_the_record(chain, free)
            how += ["start", *["every n"] * (len(chain.steps) - 1)]
        if self.matrix:
            for n in SIZES[1:]:
                self._is_the_matrix(n)
        for n in SIZES:
            for seed in range(POINTS):
                self._agrees(n, random.Random(100 * n + seed))
        self.worked()
        return how[1:]

    def about(self) -> dict[str, Any]:
        """What a page says around the steps: what each chain is for, the words that need a definition, the matrix, the example."""
        said = [*(step.line for step in self.steps), *self.letters.values(), self.of.jacobian]
        shown = " ".join(map(tex, said))
        mentions = set().union(*map(formula.names, said)) - {"indicator"}
        mentions |= {word for word, sign in (("indicator", r"\mathbf 1("), ("delta", r"\delta_")) if sign in shown}
        return {
            "chains": [{"kind": chain.kind, "steps": len(chain.steps)} for chain in self.chains],
            "parameters": [tex(name) for name in self.of.parameters if name in mentions],
            "letters": [[tex(name), tex(meaning)] for name, meaning in self.letters.items()],
            "mentions": sorted(mentions),
            "matrix": tex(self.matrix) if self.matrix else "",
            "column": next((tex(name) for name in sorted(formula.names(self.matrix)) if self._indexed(name)), "") if self.matrix else "",
            "example": self.worked(),
        }

    # ---- by algebra

    def _same(self, a: str, b: str, free: frozenset[str]) -> None:
        for case in self.lines.cases(free):
            try:
                gap = self.lines.read(a, case) - self.lines.read(b, case)
            except ValueError as error:
                raise ArithmeticError(f"`{b}` does not follow: {error}") from error
            if _differs(gap) or not any(method(gap) == 0 for method in METHODS):
                raise ArithmeticError(f"`{b}` does not follow: {a}  ≠  {b}" + (f"   where {case.told}" if case.told else ""))

    def _is_the_record(self, chain: Chain, free: frozenset[str]) -> None:
        """The last line is the record's `jacobian`, which the page shows and other tests compare with the code."""
        output, entry = self._asked(chain)
        for case in self.lines.cases(free | ({"i"} if self.of.width else set()) | {"j"}):
            at = {name: Place(case.at[name], half) for name, half in (("i", output), ("j", entry)) if name in case.at}
            if not _zero(self.lines.read(chain.last, case) - self.lines.read(self.of.jacobian, case, at=at)):
                raise ArithmeticError(f"`{chain.last}` is not the Jacobian of {self.of.id}, {self.of.jacobian}" + (f", where {case.told}" if case.told else ""))

    def _asked(self, chain: Chain) -> tuple[int, int]:
        """Which half of the outputs, and of the entries, the first line differentiates: 0 where there are no halves."""
        match ast.parse(chain.steps[0].line, mode="eval").body:
            case ast.Call(ast.Name("partial"), [of, by]):
                case = Case({"i": "i", "j": "j"}, dict.fromkeys("ij", self.lines.sides[0]), "")
                half = int(str(self.lines.read(ast.unparse(by), case)).rpartition("_")[2])
                return (int("+ n" in ast.unparse(of)), half)
        raise ValueError(f"a chain about an entry starts with partial(f[i], x[j]), not with {chain.steps[0].line}")

    def _is_the_matrix(self, n: int) -> None:
        """The matrix in one line has the entries that the chain found, at this n; each letter is a column."""
        (chain,) = (chain for chain in self.chains if chain.kind == "entry")
        for chosen in combinations_with_replacement(self.lines.sides, n):  # order does not matter
            if self.of.where and not any(chosen[0]):
                continue  # the largest entry is above a threshold
            sides = {f"_{k}": side for k, side in enumerate(chosen)}

            def here(line: str, sides: dict[str, Sides] = sides, **at: int) -> Any:
                return self.lines.read(line, self.lines.explicit(n, at, sides), others=False)

            scope: dict[str, Any] = {"diag": lambda v: sp.diag(*v), "one": sp.ones(n, 1), "I": sp.eye(n)}
            for name in sorted(formula.names(self.matrix) - scope.keys()):
                scope[name] = sp.Matrix([here(f"{name}[i]", i=k) for k in range(n)]) if self._indexed(name) else here(name)
            whole = eval(self.matrix, {"__builtins__": {}}, scope)
            for i, j in product(range(n), repeat=2):
                if not _zero(whole[i, j] - here(chain.last, i=i, j=j)):
                    raise ArithmeticError(f"`{self.matrix}` has another entry than {chain.last} in row {i}, column {j}, at n = {n}")

    def _indexed(self, name: str) -> bool:
        return name == "f" or any(letter.startswith(f"{name}[") for letter in self.letters)

    # ---- by numbers

    def _agrees(self, n: int, rng: random.Random) -> None:
        """The last lines at one point: with difference quotients of the formula, and with the code's product with a vector."""
        with flint.ctx.workprec(400):
            x = [Fraction(rng.randint(-300, 300), 97) + Fraction(k, 1013) for k in range(2 * n if self.of.width == 0.5 else n)]
            known = self._known([exact(entry) for entry in x], n)
            matrix = self._entries(known, n)
            for j, column in enumerate(zip(*matrix, strict=True)):
                for i, (entry, slope) in enumerate(zip(column, self._differences(x, j, n), strict=True)):
                    if not abs(entry - slope) < CLOSE * (1 + abs(slope)):
                        raise ArithmeticError(f"entry ({i}, {j}) is {entry.mid()} by the last line and {slope.mid()} by differences, at x = {_shown(x)}")
            g = [Fraction(rng.randint(-200, 200), 67) for _ in matrix]
            pulled = [sum((exact(w) * row[j] for w, row in zip(g, matrix, strict=True)), arb(0)) for j in range(len(x))]
            for name, found in (("the product's last line", self._products(known, g, n)), ("the code", self._code(x, g))):
                for j, (one, other) in enumerate(zip(pulled, found, strict=True)):
                    if other is not None and not abs(float(one) - other) <= 1e-13 * (1 + abs(float(one))):
                        raise ArithmeticError(f"{name} gives {other!r} in entry {j}, the matrix {float(one)!r}, at x = {_shown(x)}, g = {_shown(g)}")

    def _known(self, x: Sequence[Any], n: int) -> dict[str, Any]:
        """What the lines may mention, in balls."""
        known: dict[str, Any] = {"x": x, "n": n} | {name: exact(float(p.default)) for name, p in self.of.parameters.items()}
        known |= _threshold(self.of.where, known) if self.of.where else {}
        outputs = [formula.ball(self.of.formula, i=i, **known) for i in range(int(len(x) * self.of.width) or 1)]
        known["f"] = outputs if self.of.width else outputs[0]
        known["w"] = max(range(len(x)), key=lambda k: float(x[k]))
        for name, meaning in self.letters.items():
            word, _, index = name.rstrip("]").partition("[")
            known[word] = [formula.ball(meaning, **known, **{index: k}) for k in range(n)] if index else formula.ball(meaning, **known)
        return known

    def _entries(self, known: dict[str, Any], n: int) -> list[list[arb]]:
        outputs, inputs = len(known["f"]) if self.of.width else 1, len(known["x"])
        last = {self._asked(chain): chain.last for chain in self.chains if chain.kind == "entry"}
        missing = {(i // n if self.of.width else 0, j // n) for i in range(outputs) for j in range(inputs)} - last.keys()
        if missing:
            raise ArithmeticError(f"no chain finds the entries of {self.of.id} in the halves (output, entry) {sorted(missing)}")
        return [
            [arb(formula.ball(last[i // n if self.of.width else 0, j // n], **{**known, "i": i % n, "j": j % n})) for j in range(inputs)]
            for i in range(outputs)
        ]

    def _differences(self, x: list[Fraction], j: int, n: int) -> list[arb]:
        """A difference quotient of every output by one entry, over a step so small that its square is below the precision asked."""
        step = Fraction(1, 2**80)
        moved = [self._known([exact(entry + sign * step * (k == j)) for k, entry in enumerate(x)], n)["f"] for sign in (1, -1)]
        left, right = ([side] if not self.of.width else side for side in moved)
        return [(a - b) / exact(2 * step) for a, b in zip(left, right, strict=True)]

    def _products(self, known: dict[str, Any], g: list[Fraction], n: int) -> list[float | None]:
        """By the last lines of the chains about the product; None where there is none."""
        found: list[float | None] = [None] * len(known["x"])
        last = {self._half_of_product(chain): chain.last for chain in self.chains if chain.kind == "product"}
        given: Any = [exact(w) for w in g] if self.of.width else exact(g[0])
        for j in range(len(found)):
            if j // n in last:
                found[j] = float(arb(formula.ball(last[j // n], **{**known, "g": given, "j": j % n})))
        return found

    def _half_of_product(self, chain: Chain) -> int:
        calls = [node for node in ast.walk(ast.parse(chain.steps[0].line)) if isinstance(node, ast.Call) and ast.unparse(node.func) == "partial"]
        return int(str(self.lines.read(ast.unparse(calls[0].args[1]), Case({"j": "j"}, {"j": self.lines.sides[0]}, ""))).rpartition("_")[2])

    def _code(self, x: list[Fraction], g: list[Fraction]) -> list[float]:
        weights = np.array([float(w) for w in g])
        return [float(v) for v in self.of.vjp(np.array([float(entry) for entry in x]), weights if self.of.width else weights[0])]

    # ---- an example by hand

    def worked(self) -> dict[str, Any]:
        """Inputs, outputs, the whole matrix and its product with g = (…, 2, 1); the code agrees."""
        if not self.example:
            return {}
        n = len(self.example) // 2 if self.of.width == 0.5 else len(self.example)
        with flint.ctx.workprec(400):
            x = [arb(formula.ball(text)) for text in self.example]
            known = self._known(x, n)
            matrix = self._entries(known, n)
            outputs = [arb(y) for y in known["f"]] if self.of.width else [arb(known["f"])]
            g = range(len(matrix), 0, -1)
            pulled = [sum((w * row[j] for w, row in zip(g, matrix, strict=True)), arb(0)) for j in range(len(x))]
            code = self.of.vjp([float(v) for v in x], [float(w) for w in g] if self.of.width else 1.0)
            if not np.allclose(code, [float(v) for v in pulled], rtol=1e-13, atol=1e-13):
                raise ArithmeticError(f"in the example the code's product is {code}, by the last lines {[float(v) for v in pulled]}")
            said = {"f": list(map(_number, outputs)), "product": list(map(_number, pulled)), "matrix": [list(map(_number, row)) for row in matrix]}
            return said | {"x": [tex(text) for text in self.example], "g": [str(w) for w in g]}


def _zero(gap: Any) -> bool:
    return any(method(sp.sympify(gap)) == 0 for method in METHODS)


def _number(value: arb) -> str:
    """Four digits; where the ball lies within fifty digits of a fraction with a small denominator, that fraction."""
    near = fractions(value)[0].limit_denominator(1000)
    if abs(value - exact(near)) < arb(10) ** -50:
        sign, size = "-" if near < 0 else "", abs(near)
        return f"{sign}{size.numerator}" if size.denominator == 1 else rf"{sign}\frac{{{size.numerator}}}{{{size.denominator}}}"
    return digits(value, 4)


def _shown(numbers: Sequence[Fraction]) -> list[str]:
    return [str(number) for number in numbers]


def jacobian(of: Activation, chains: str, letters: Mapping[str, str] | None = None, gap: str = "", matrix: str = "", example: Sequence[str] = ()) -> Jacobian:
    """Read the chains. `letters` gives each abbreviation its meaning, `gap` is what decides the piece of entry k, above 0 or below."""
    return Jacobian(of, tuple(_chains(chains)), letters or {}, gap, matrix, example)


def _chains(text: str) -> Iterator[Chain]:
    steps: list[Step] = []
    for row in filter(None, map(str.strip, text.splitlines())):
        line, _, reason = row.removeprefix("= ").partition("#")
        if not row.startswith("= "):
            if steps:
                yield _chain(steps)
            steps = [Step(line.strip(), None)]
        elif not steps:
            raise ValueError(f"a chain starts without '= ': {row!r}")
        elif not reason:
            raise ValueError(f"a step without a reason: {row!r}")
        else:
            steps.append(Step(line.strip(), words(reason.strip())))
    yield _chain(steps)


def _chain(steps: list[Step]) -> Chain:
    if len(steps) < 2:
        raise ValueError(f"a chain has at least two lines: {steps[0].line if steps else ''!r}")
    return Chain(tuple(steps))
