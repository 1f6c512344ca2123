"""The graph of a function of this project: what is plotted is one line, such as sigmoid.derivative(x), and so are its values, its name and its label.

The line is written as pages ask for numbers: [[sigmoid.derivative(4)]]. Whoever draws gives the record, never values or a
label, so that no curve stands under another's name.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from activation_functions import Activation
from activation_functions.activation import Floats

PARTS = ("", ".derivative", ".second")
"""Of a line, by the order of the derivative."""

SYMBOLS = {"sigmoid": "σ", "tanh": "tanh"}
"""Letters and words that mathematics has for a function; the others go by their names."""

Notation = Literal["name", "symbol", "symbol(x)", "f(x)", "a"]
"""How a label says it: GELU′, σ′, σ′(x), f′(x); or a = 1/2, the number that stays while another entry moves."""


class Graph(NamedTuple):
    """A line and its values at some places."""

    line: str
    x: Floats
    y: Floats
    records: tuple[Activation, ...]

    def label(self, how: Notation | Activation) -> str:
        """What is written beside the curve. A record among those of the line goes by its name alone, as of two where one is the measure."""
        if isinstance(how, Activation):
            if how not in self.records:
                raise ValueError(f"the label {how.name!r} does not belong to {self.line}")
            return how.name
        return _spelt(ast.parse(self.line, mode="eval").body, how, {f.id: f for f in self.records})


def line_of(f: Activation, derivative: int = 0, given: Mapping[str, float] | None = None) -> str:
    """sigmoid.derivative(x), leaky_relu(x, alpha=0.3): a function, the order of its derivative, the parameters that are not the defaults."""
    return f"{f.id}{PARTS[derivative]}({', '.join(['x', *(f'{name}={value!r}' for name, value in (given or {}).items())])})"


def graphed(records: tuple[Activation, ...], x: npt.ArrayLike, line: str, through: str = "") -> Graph:
    """The line at these places; it calls each of the records and nothing else. `through` is a line that says the same and loses no digits."""
    at, line = np.asarray(x, dtype=float), ast.unparse(ast.parse(line, mode="eval"))
    y = evaluated(line, records, at)
    if through:
        exact = evaluated(through, records, at)
        if not np.allclose(exact, y, rtol=1e-9, atol=1e-9):
            raise ValueError(f"{through} is not {line}")
        y = exact
    return Graph(line, at, y, records)


def evaluated(line: str, records: tuple[Activation, ...], x: Floats) -> Floats:
    """The line at x: [..] in a call is a list of entries, and [0] after it the first output."""
    tree = ast.parse(line, mode="eval")
    wanted = {f.id for f in records}
    called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} - ({"x", "abs"} - wanted)  # a size, or the record of that name
    if called != wanted:
        raise ValueError(f"{line!r} is about {', '.join(sorted(called)) or 'nothing'}, and the record given is {', '.join(sorted(wanted))}")
    values = eval(compile(tree, line, "eval"), {"__builtins__": {}, "abs": np.abs, **{f.id: _Called(f) for f in records}}, {"x": x})
    return np.asarray(values, dtype=float)


class _Called:
    """A record as lines call it."""

    def __init__(self, f: Activation) -> None:
        self.f, self.derivative, self.second = f, f.derivative, f.second_derivative

    def __call__(self, x: Any, **given: Any) -> Any:
        if not self.f.mixes:
            return self.f(x, **given)
        outputs = self.f(np.stack(np.broadcast_arrays(*x), axis=-1))
        return np.moveaxis(outputs, -1, 0) if self.f.width else outputs


def _spelt(node: ast.expr, how: Notation, known: Mapping[str, Activation]) -> str:
    """The line in the notation of a figure."""
    match node:
        case ast.Subscript(ast.Call(_, [ast.List(entries)]), ast.Constant(int(output))):
            if how == "a":
                return f"a = {_number(next(entry for entry in entries if not isinstance(entry, ast.Name)))}"
            return "f" + "₁₂₃₄₅₆₇₈₉"[output]
        case ast.Call(_, [ast.List()]):
            return "f"
        case ast.Call(ast.Name("abs"), [inner]) if "abs" not in known:
            return f"|{_spelt(inner, how, known)}|"
        case ast.Call(function, [argument], given):
            name, part = (function.id, "") if isinstance(function, ast.Name) else (ast.unparse(function).split(".")[0], ast.unparse(function).split(".")[1])
            letter = "f" if how == "f(x)" else known[name].name if how == "name" else SYMBOLS.get(name, known[name].name)
            primed = letter + "′" * PARTS.index(f".{part}" if part else "")
            inside = _spelt(argument, how, known)
            if how in ("symbol(x)", "f(x)"):
                return f"{primed} {inside}" if primed.isalpha() and len(primed) > 1 and inside == "x" else f"{primed}({inside})"
            if inside != "x":
                raise ValueError(f"{ast.unparse(node)} is not the function itself: label it by 'symbol(x)'")
            return ", ".join([primed, *(f"{each.arg} = {_number(each.value)}" for each in given)])
        case ast.BinOp(left, ast.Mult(), right):
            return _spelt(left, how, known) + _spelt(right, how, known)
        case ast.BinOp(left, ast.Add() | ast.Sub() as op, right):
            return f"{_spelt(left, how, known)} {'+' if isinstance(op, ast.Add) else '−'} {_spelt(right, how, known)}"
        case ast.UnaryOp(ast.USub(), inner):
            return f"−{_spelt(inner, how, known)}"
        case ast.Name("x"):
            return "x"
        case ast.Constant():
            return _number(node)
    raise ValueError(f"no label is known for {ast.unparse(node)}")


def _number(node: ast.expr) -> str:
    return str(Fraction(str(ast.literal_eval(node)))).replace("-", "−")
