"""A derivation is a chain of equalities, each with a reason, each checked; the last line must agree with the code.

`derive(ends_at, chain)` reads one step a line, `= formula  # 中文理由 | English reason`. Its symbols are
real numbers; with `shapes` they are matrices of symbols, checked at every size in `sizes`.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import flint
import numpy as np
from flint import arb

from language.words import Words, words
from mathematics import piecewise
from mathematics.balls import exact
from mathematics.formula import algebra, ball, names
from mathematics.formula import matrices as matrix_reading
from mathematics.words import VOCABULARY

How = Literal["algebra", "digits"]
POINTS, DIGITS = 200, 40


class Step(NamedTuple):
    line: str
    reason: Words | None


@dataclass(frozen=True)
class Derivation:
    """A chain of steps, the code its last line must agree with, and what its symbols are."""

    steps: tuple[Step, ...]
    ends_at: Callable[..., Any] | None
    shapes: Mapping[str, str] = field(default_factory=dict)
    sizes: Sequence[Mapping[str, int]] = ()

    def check(self) -> list[How]:
        """How each step was checked; raises ArithmeticError at the first that fails."""
        same = self._same_matrices if self.shapes else _same
        how = []
        for a, b in pairwise(self.steps):
            try:
                how.append(same(a.line, b.line))
            except ArithmeticError as error:
                raise ArithmeticError(f"`{b.line}` does not follow: {error}") from error
        if self.ends_at is not None:
            self._agree(self.ends_at)
        return how

    def _same_matrices(self, a: str, b: str) -> How:
        import sympy as sp

        for size in self.sizes:
            left, right = (matrix_reading(line, self.shapes, size) for line in (a, b))
            gap = (left - right) if not isinstance(left, sp.MatrixBase) else (left - right).applyfunc(sp.expand)
            zero = sp.simplify(gap) == 0 if not isinstance(gap, sp.MatrixBase) else gap.applyfunc(sp.simplify).is_zero_matrix
            if not zero:
                raise ArithmeticError(f"{a}  ≠  {b}   at sizes {dict(size)}")
        return "algebra"

    def _agree(self, code: Callable[..., Any]) -> None:
        """The last line and the code, in numbers."""
        last = self.steps[-1].line
        if self.shapes:
            rng = np.random.default_rng(0)
            for size in self.sizes:
                given = {name: rng.integers(-3, 4, [size.get(d, 1) for d in shape.split()]).astype(float) for name, shape in self.shapes.items()}
                says = np.asarray(code(**given), dtype=np.float64)
                means = np.array(matrix_reading(last, self.shapes, size, given), dtype=np.float64)
                if not np.allclose(says, means.reshape(says.shape), rtol=1e-12, atol=1e-12):
                    raise ArithmeticError(f"the code disagrees with {last} at sizes {dict(size)}")
            return
        free = sorted(set().union(*(_free(step.line) for step in self.steps)))
        for point in _points(free, 40):
            theirs = float(ball(last, **{n: exact(v) for n, v in point.items()}).mid())
            ours = float(code(**{n: float(v) for n, v in point.items()}))
            if abs(ours - theirs) > 1e-13 * max(1.0, abs(theirs)):
                raise ArithmeticError(f"the code says {ours!r}, the last line {theirs!r} at { {n: float(v) for n, v in point.items()} }")


def derive(ends_at: Callable[..., Any] | None, chain: str, shapes: Mapping[str, str] | None = None, sizes: Sequence[Mapping[str, int]] = ()) -> Derivation:
    """Read a chain. `shapes` maps each matrix to its dimensions, `{"W1": "h n", "x": "n 1"}`; `sizes` gives them values."""
    steps: list[Step] = []
    for row in filter(None, map(str.strip, chain.splitlines())):
        line, _, reason = row.removeprefix("= ").partition("#")
        if steps and not row.startswith("= "):
            raise ValueError(f"a step begins with '= ': {row!r}")
        if steps and not reason:
            raise ValueError(f"a step without a reason: {row!r}")
        steps.append(Step(line.strip(), words(reason.strip()) if reason else None))
    if len(steps) < 2:
        raise ValueError("a derivation has at least two lines")
    if shapes and not sizes:
        raise ValueError("a derivation of matrices names the sizes it is checked at")
    return Derivation(tuple(steps), ends_at, shapes or {}, tuple(sizes))


def _free(line: str) -> set[str]:
    return names(line) - VOCABULARY.keys() - {"pi", "sum", "range"}


def _points(free: Sequence[str], count: int) -> list[dict[str, Fraction]]:
    """Exact rational points, the same at every run; only x may be negative, for other letters are positive."""
    rng = random.Random(20)
    return [{n: Fraction(rng.randint(-400 if n == "x" else 1, 400) or 7, 97) for n in free} for _ in range(count)]


def _same(a: str, b: str) -> How:
    """Proved by algebra, or else checked at 200 exact points to 40 digits: never by an enclosure of zero alone."""
    import sympy as sp

    methods = (sp.expand, lambda g: sp.together(sp.expand(g.rewrite(sp.exp))), lambda g: sp.simplify(g.rewrite(sp.exp)), sp.simplify)

    def zero(gap: Any) -> bool:
        return any(method(gap) == 0 for method in methods)

    def proved(a: str, b: str) -> bool:
        return piecewise.equal(a, b, zero) or zero(algebra(a) - algebra(b))

    terms = [_terms(ast.parse(line, mode="eval").body) for line in (a, b)]
    if proved(a, b) or (len(terms[0]) == len(terms[1]) > 1 and all(proved(*pair) for pair in zip(*terms, strict=True))):
        return "algebra"
    if "D(" in a + b:
        a, b = (_written_out(line) for line in (a, b))
    with flint.ctx.workprec(300):
        for point in _points(sorted(_free(a) | _free(b)), POINTS):
            at = {n: exact(v) for n, v in point.items()}
            left, right = ball(a, **at), ball(b, **at)
            size = abs(left) if left != 0 else arb(1)
            if not abs(left - right) < size * arb(10) ** -DIGITS:
                shown = {n: str(v) for n, v in point.items()}
                raise ArithmeticError(f"{a}  ≠  {b}   at {shown}: {left.mid()} against {right.mid()}")
    return "digits"


def _terms(node: ast.expr) -> list[str]:
    """The terms of a sum, from left to right."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [*_terms(node.left), *_terms(node.right)]
    return [ast.unparse(node)]


def _written_out(line: str) -> str:
    """Derivatives carried out, so that the line can be evaluated."""
    return str(algebra(line).doit())
