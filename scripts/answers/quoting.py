"""The numbers that names and expressions of names stand for, and how mathematics writes them: `gelu.minimum.x`, `sigmoid(2) / sigmoid.steepest`."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import Any

from answers import names
from project import noting


@noting.cache
def number(expression: str) -> Any:
    """The ball (or Observation) that a name or an expression of names stands for."""
    import flint

    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError:
        raise ValueError(f"[[{expression}]] is neither a name nor an expression") from None
    with flint.ctx.workprec(256):
        return _evaluate(tree, expression)


def _operand(node: ast.expr, whole: str) -> Any:
    """A part of an expression, as a ball."""
    from mathematics.balls import exact

    value = _evaluate(node, whole)
    if isinstance(value, Fraction):
        return exact(value)
    if isinstance(value, tuple):
        raise ValueError(f"[[{whole}]]: {ast.unparse(node)!r} was measured, and is quoted as it is")
    return value


def _evaluate(node: ast.expr, whole: str) -> Any:
    from flint import arb

    from mathematics.balls import exact
    from mathematics.words import VOCABULARY

    match node:
        case ast.Constant(value) if isinstance(value, (int, float)):
            return exact(repr(value))
        case ast.Name("pi"):
            return arb.pi()
        case ast.UnaryOp(ast.USub(), operand):
            return -_operand(operand, whole)
        case ast.BinOp(left, op, right):
            a, b = _operand(left, whole), _operand(right, whole)
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
                    return a ** int(float(b)) if b.is_integer() else a**b
        case ast.Call(ast.Name(word), arguments) if word in VOCABULARY and VOCABULARY[word].ball:
            return VOCABULARY[word].ball(*(_operand(a, whole) for a in arguments))  # type: ignore[misc]
        case ast.Call(function, [argument], keywords):
            return _call(ast.unparse(function), _operand(argument, whole), {k.arg or "": _operand(k.value, whole) for k in keywords})
        case ast.Attribute() | ast.Name():
            return _quoted(ast.unparse(node))
    raise ValueError(f"[[{whole}]]: {ast.unparse(node)!r} is no number")


def _call(function: str, at: Any, settings: dict[str, Any]) -> Any:
    from mathematics.curve import Curve
    from mathematics.formula import ball

    name, _, part = function.partition(".")
    if name not in names.functions() or part not in ("", "derivative", "second"):
        raise names.unknown(function, [*names.functions(), *(f"{f}.derivative" for f in names.functions())])
    record = names._record(name)
    line = {"": record.formula, "derivative": record.derivative_formula, "second": record.second_formula}[part]
    if line is None or record.mixes:
        raise ValueError(f"{name} mixes its entries: {function}(…) is no number")
    return ball(line, x=at, **(Curve.of(record).values() | settings))


def _quoted(path: str) -> Any:
    """`gelu.minimum.x` from the facts, `zigzag.steps` from a figure, `some_claim.share` from a claim."""
    from mathematics.digits import unpack
    from mathematics.observation import Observation

    name, _, part = path.partition(".")
    if name in names.functions():
        facts = names.known(name)["facts"]
        if part in facts:
            return unpack(facts[part]["ball"])
        parameter = names._record(name).parameters.get(part)
        if parameter:
            return Fraction(repr(parameter.default))
        raise names.unknown(path, [f"{name}.{fact}" for fact in facts])
    numbers = _numbers(name)
    if part not in numbers:
        raise names.unknown(path, [f"{name}.{p}" for p in numbers] or [*names.functions(), *names.catalogue(), *names.claims()])
    kept = numbers[part]
    if "exact" in kept:
        return Fraction(kept["exact"])
    return Observation(**kept["observed"]) if "observed" in kept else unpack(kept["ball"])


def _numbers(name: str) -> dict[str, Any]:
    if name in names.catalogue():
        said = names.answer(names.catalogue()[name])
        return said.get("numbers", {}) if isinstance(said, dict) else {}
    if name in names.claims():
        numbers: dict[str, Any] = names.claims()[name]["numbers"]
        return numbers
    return {}


def tex_number(expression: str, form: str) -> str:
    """A number as TeX: certified digits, an exact fraction, or a mean with its spread."""
    import flint

    from mathematics.balls import exact
    from mathematics.digits import digits
    from mathematics.observation import Observation

    value = number(expression)
    percent, count = form.endswith("%"), int(form.rstrip("%") or 4)
    if isinstance(value, Observation):
        mean, spread = value.digits(percent)
        unit = r"\,\%" if percent else ""
        return rf"{tex_digits(mean)}{unit} \pm {tex_digits(spread)}{unit}"
    with flint.ctx.workprec(256):
        value = value * 100 if percent else value
        text = f"{float(value):.{count}g}"
        if not isinstance(value, Fraction) or "e" in text or Fraction(text) != value:
            text = digits(exact(value) if isinstance(value, Fraction) else value, count)
    return tex_digits(text) + (r"\,\%" if percent else "")


def tex_digits(text: str) -> str:
    if text in ("inf", "-inf"):
        return text.replace("inf", r"\infty")
    mantissa, _, exponent = text.partition("e")
    return rf"{mantissa} \times 10^{{{int(exponent)}}}" if exponent else mantissa


TEX_PARTS = ("formula", "derivative_formula", "second_formula")


def tex(name: str, form: str) -> str:
    """What a name says inside mathematics."""
    from mathematics import typesetting

    head, _, part = name.partition(".")
    if head in names.functions() and part in TEX_PARTS:
        line = getattr(names._record(head), part)
        if line is None:
            raise ValueError(f"[[{name}]]: {head} mixes its entries and has no {part}")
        return typesetting.tex(line)
    return tex_number(name, form)
