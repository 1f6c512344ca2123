"""Makes one thing and says what it is, as JSON. Runs in a fresh process, once for each state of the code."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from typing import Any

from flint import arb

from drawing import figure, shape
from language.words import LANGUAGES
from mathematics.digits import pack
from mathematics.observation import Observation


def make(kind: str, name: str, module: str, known: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the thing in this module says. `known` are the facts of the function whose picture is made."""
    if kind == "figures":
        return _figure(figure_module(name, module, known))
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


def _numbers(module: Any) -> dict[str, Any]:
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


def figure_module(name: str, module: str, known: dict[str, Any] | None = None) -> Any:
    """The file that draws a figure; a function's own picture is drawn by shape.py."""
    return import_module(module) if known is None else shape.of(name.removesuffix("_shape"), known)


def _figure(module: Any) -> dict[str, Any]:
    """The figure in every language and both widths; in the narrow one alone, where it always stands beside a formula. Exports come later."""
    import matplotlib.pyplot as plt

    widths = {"": True} if getattr(module, "beside", False) else {"": False, ".narrow": True}
    drawings: dict[str, str] = {}
    sizes: dict[str, list[float]] = {}
    data = ""
    for language in LANGUAGES:
        for width, narrow in widths.items():
            drawing, pen = figure.drawn(module, language, narrow)
            drawings[f"{language}{width}"] = figure.svg(drawing, language, module.title.into(language)).decode()
            sizes[f"{language}{width}"] = [round(float(inches) * 100) for inches in drawing.get_size_inches()]
            data = figure.table(pen).decode() if language == "en" and not width else data
            plt.close(drawing)
    said = {part: list(getattr(module, part)) for part in ("title", "caption", "alt", "description")}
    said |= {"assumes": [list(each) for each in getattr(module, "assumes", ())]}
    return said | {"numbers": _numbers(module), "drawings": drawings, "sizes": sizes, "data": data, "script": (module.__doc__ or "").strip()}


def _derivation(name: str) -> dict[str, Any]:
    from mathematics.typesetting import tex

    module = import_module(name)
    chain = module.derivation
    how = ["", *chain.check()]
    steps = [{"tex": tex(step.line), "reason": list(step.reason) if step.reason else None, "how": h} for step, h in zip(chain.steps, how, strict=True)]
    return {"steps": steps, "numbers": _numbers(module)}


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
