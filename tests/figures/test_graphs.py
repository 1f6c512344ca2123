"""Every curve that bears the name of a function is that function: read from the published data alone, and compared in ball arithmetic."""

import ast
import re
from collections.abc import Iterator
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb

from activation_functions import ALL
from answers import names
from checks import pictures
from checks.pictures import GRAPH, Series
from language.words import LANGUAGES
from mathematics.balls import exact
from mathematics.curve import Curve
from mathematics.formula import ball
from mathematics.vectors import _of_a_line

PRINTED = 1e-9  # ten digits, of numbers that double precision got right to fifteen
LINES = {"": "formula", ".derivative": "derivative_formula", ".second": "second_formula"}


def value(node: ast.expr, x: arb) -> Any:
    """What a curve's name says, at a ball: the name is read here by itself, as a reader of the data would read it."""
    match node:
        case ast.Name("x"):
            return x
        case ast.Constant(number):
            return exact(repr(number))
        case ast.UnaryOp(ast.USub(), inner):
            return -value(inner, x)
        case ast.BinOp(left, op, right):
            a, b = value(left, x), value(right, x)
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.Div():
                    return a / b
                case ast.Pow():
                    return a**b
            raise AssertionError(f"no reading of {ast.unparse(node)}")
        case ast.Call(ast.Name("abs"), [inner]):
            return abs(value(inner, x))
        case ast.Subscript(ast.Call(ast.Name(name), [ast.List(entries)]), ast.Constant(int(output))):
            return outputs(name, entries, x)[output]
        case ast.Call(ast.Name(name), [ast.List(entries)]):
            return outputs(name, entries, x)[0]
        case ast.Call(function, [argument], settings):
            name, dot, part = ast.unparse(function).partition(".")
            given = {str(each.arg): value(each.value, x) for each in settings}
            return ball(getattr(ALL[name], LINES[dot + part]), x=value(argument, x), **(Curve.of(ALL[name]).values() | given))
    raise AssertionError(f"no reading of {ast.unparse(node)}")


def outputs(name: str, entries: list[ast.expr], x: arb) -> list[arb]:
    f, at = ALL[name], [value(entry, x) for entry in entries]
    return _of_a_line(f, at, [], int(len(at) * f.width) or 1)


def wrong(name: str, x: Any, y: Any) -> Iterator[str]:
    """Places at which a curve is not what its name says; at most some sixty of them are looked at, and both ends."""
    line = ast.parse(name, mode="eval").body
    lists, several = "[" in name, len(GRAPH.findall(name)) > 2
    for at in sorted({*range(0, len(x), max(1, len(x) // 60)), len(x) - 1}):
        with flint.ctx.workprec(96):
            radius = 0.0 if lists else abs(x[at]) * PRINTED  # the last printed digit of x; the lists have short ones
            true = value(line, exact(repr(float(x[at]))) + arb(0, radius))
            # The difference of two functions has the last digits of both.
            room = arb(0, abs(y[at]) * PRINTED + (1e-14 if several else 1e-300))
            if not (true - (exact(repr(float(y[at]))) + room)).contains(0) and true.is_finite():
                yield f"{name} at x = {x[at]:.10g}: {y[at]:.10g} is drawn, and {float(true.mid()):.10g} is true"


GRAPHS = [(made.name, made) for made in names.catalogue().values() if made.kind == "figures"]


def drawn(said: dict[str, Any]) -> Series:
    return {name: points for name, points in pictures.series(said).items() if GRAPH.search(name)}


def test_every_curve_with_a_functions_name_is_this_function(made: None) -> None:
    faults, seen = [], 0
    for figure, each in GRAPHS:
        for name, (x, y) in drawn(names.answer(each)).items():
            seen += 1
            faults += [f"{figure}: {fault}" for fault in wrong(name, x, y)][:1]
    assert faults == []
    assert seen > 2 * len(ALL)


@pytest.mark.parametrize(
    ("name", "true"),
    [
        ("sigmoid.derivative(x)", "tanh.derivative(x)"),
        ("gelu.derivative(x)", "gelu.second(x)"),
        ("leaky_relu(x, alpha=0.3)", "leaky_relu(x)"),
        ("2 * sigmoid(2 * x)", "sigmoid(2 * x)"),
        ("1 - sigmoid(x)", "1 - sigmoid(2 * x)"),
        ("softmax([x, 0, 0.5])[0]", "softmax([x, 0, 0.5])[1]"),
        ("abs(gelu_tanh(x) - gelu(x))", "abs(quick_gelu(x) - gelu(x))"),
    ],
)
def test_another_function_under_a_name_is_noticed(name: str, true: str) -> None:
    x = np.array([-1.5, -0.25, 0.75, 3.0])
    with flint.ctx.workprec(96):
        y = np.array([float(value(ast.parse(true, mode="eval").body, exact(each)).mid()) for each in x])
    assert list(wrong(true, x, y)) == []
    assert len(list(wrong(name, x, y))) >= 1


# ---- labels ----------------------------------------------------------------------------------

LETTERS = {"sigmoid": "σ", "tanh": "tanh"}


def labels(name: str) -> set[str]:
    """What may be written beside the curve of this name."""
    if plain := re.fullmatch(r"(\w+)(\.derivative|\.second)?\(x\)", name):
        primes = {None: "", ".derivative": "′", ".second": "″"}[plain[2]].replace("″", "′′")
        letter = LETTERS.get(plain[1], ALL[plain[1]].name) + primes
        return {ALL[plain[1]].name + primes, letter, f"{letter}(x)", f"{letter} x", f"f{primes}(x)"}
    if entries := re.fullmatch(r"(\w+)\(\[(.*)\]\)(?:\[(\d)\])?", name):
        number = {"1": "1", "0.5": "1/2", "-1": "−1"}.get(entries[2].partition(",")[0])
        whole = {"f", ALL[entries[1]].name} if entries[3] is None else {"f" + "₁₂₃"[int(entries[3])]}
        return whole | ({f"a = {number}"} if number else set())
    if gap := re.fullmatch(r"abs\((\w+)\(x\) - gelu\(x\)\)", name):
        return {ALL[gap[1]].name}
    return {name.replace("sigmoid", "σ").replace(" * ", "").replace("-", "−")}


def test_a_label_belongs_to_the_curve_it_stands_by(made: None) -> None:
    """In each drawing: what is written says what the curve's name says, and stands near this curve."""
    seen = 0
    for figure, each in GRAPHS:
        said = names.answer(each)
        series = drawn(said)
        for which, words in said["words"].items():
            for where, text, name in words:
                if name in series:
                    seen += 1
                    assert text in labels(name), (figure, which, text, name)
                    assert away(said, which, where, *series[name]) <= 25, (figure, which, text, name)
    assert seen >= 2 * len(LANGUAGES) * len(ALL)


def away(said: dict[str, Any], which: str, where: str, x: Any, y: Any) -> float:
    """How far words stand from a curve, in hundredths of the panel."""
    number, across, up = map(int, re.fullmatch(r"(\d+) at (-?\d+) (-?\d+)", where).groups())  # type: ignore[union-attr]
    width = ".narrow" if which.endswith(".narrow") or "en" not in said["frames"] else ""
    frame = said["frames"][f"en{width}"][number - 1]
    ends = re.fullmatch(r"x (\S+) to (\S+) (\w+), y (\S+) to (\S+) (\w+).*", frame)
    assert ends
    shares = []
    for values, low, high, scale in ((x, *ends.groups()[:3]), (y, *ends.groups()[3:])):
        turned = np.log if scale == "log" else np.asarray
        with np.errstate(all="ignore"):
            a, b, v = turned(float(low)), turned(float(high)), turned(values)
        shares.append(100 * np.clip(np.nan_to_num((v - a) / (b - a), nan=-1), -1, 2))
    return float(np.hypot(shares[0] - across, shares[1] - up).min())


def test_a_label_at_another_curve_is_noticed(made: None) -> None:
    said = names.answer(names.catalogue()["soft_and_hard"])
    series = drawn(said)
    where = {name: where for where, _, name in said["words"]["en"] if name}
    assert away(said, "en", where["sigmoid.derivative(x)"], *series["sigmoid.derivative(x)"]) <= 2
    assert away(said, "en", where["sigmoid.derivative(x)"], *series["tanh.derivative(x)"]) > 25
    assert "σ′" not in labels("tanh.derivative(x)")
    assert "f′(x)" not in labels("gelu.second(x)")


def test_the_names_of_curves_are_those_of_functions_or_say_what_they_are(made: None) -> None:
    assert [str(fault) for fault in pictures.raw_graphs()] == []


def test_all_titles_are_decided() -> None:
    assert [str(fault) for fault in pictures.undecided()] == []
