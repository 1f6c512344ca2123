"""Makes one thing and says what it is, as JSON. Runs in a fresh process, once for each state of the code."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

from flint import arb

from mathematics.digits import pack
from mathematics.observation import Observation


def make(kind: str, module: str) -> dict[str, Any]:
    """What the thing in this module says; a figure is drawn by `figure.py` beside this file."""
    made: dict[str, Any] = {"derivations": _derivation, "claims": _claims, "facts": _facts, "vectors": _vectors, "numerics": _numerics}[kind](module)
    return made


def number(value: Any) -> dict[str, Any]:
    """A quoted number: a ball, something exact, or an observation. A bare float is neither, and refused."""
    if isinstance(value, Observation):
        return {"observed": value._asdict()}
    if isinstance(value, arb):
        return {"ball": pack(value)}
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return {"exact": str(value)}
    raise TypeError(f"a number a page quotes is a ball, an integer, a Fraction or an Observation, not {value!r}")


def numbers(module: Any) -> dict[str, Any]:
    return {name: number(value) for name, value in getattr(module, "numbers", dict)().items()}


def _facts(module: str) -> dict[str, Any]:
    from mathematics.facts import packed

    return packed(_function(module))


def _vectors(module: str) -> dict[str, Any]:
    from mathematics.vectors import vectors

    return {"vectors": vectors(_function(module))}


def _numerics(module: str) -> dict[str, Any]:
    from mathematics.thresholds import thresholds

    return thresholds(_function(module))


def _function(module: str) -> Any:
    """The record of a function from the file that holds it."""
    return getattr(import_module(module), module.rpartition(".")[2])


def _derivation(name: str) -> dict[str, Any]:
    from mathematics.typesetting import tex

    module = import_module(name)
    chain = module.derivation
    how = ["", *chain.check()]
    steps = [{"tex": tex(step.line), "reason": list(step.reason) if step.reason else None, "how": h} for step, h in zip(chain.steps, how, strict=True)]
    return {"steps": steps, "numbers": numbers(module)} | (chain.about() if hasattr(chain, "about") else {})


def _claims(name: str) -> dict[str, Any]:
    from mathematics import claim

    module = import_module(name)
    found = {}
    for label, each in vars(module).items():
        if isinstance(each, claim.Claim):
            ruling, other = each.ruling(), each.judge(each.instead)
            varied = [each.varied(variation).verdict for variation in each.variations]
            found[label] = {
                "said": list(each.said),
                "says": each.says,
                "verdict": claim.verdict(each.says, [ruling.verdict, *varied]),
                "ruling": ruling.verdict,
                "assumes": [list(said) for said in each.assumes],
                "variations": [{"of": v.of, "change": list(v.change), "verdict": r} for v, r in zip(each.variations, varied, strict=True)],
                "immaterial": [{"what": list(i.what), "why": list(i.why)} for i in each.immaterial],
                "unsettled": each.unsettled(),
                "why": list(each.why),
                "numbers": {n: number(v) for n, v in ruling.numbers.items()},
                "control": list(each.control),
                "control_verdict": other.verdict,
                "holds_when": list(each.holds_when),
                "rows": list(each.rows),
                "reads": list(each.reads),
                "topic": each.topic,
                "code": each.code(),
                "about": (module.__doc__ or "").strip(),
                "file": f"scripts/{name.replace('.', '/')}.py",
            }
    return found
