"""Machine-readable: what the site knows, as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cite
import formula
import names
from facts import digits, unpack
from names import answer, catalogue, claims, functions
from page import slug
from words import Words


def files() -> Iterator[tuple[str, Any]]:
    yield "functions.json", {"version": cite.version(), "functions": [_function(name) for name in functions()]}
    yield "facts.json", {"version": cite.version(), "facts": {name: _facts(name) for name in functions()}}
    yield "claims.json", {"version": cite.version(), "claims": [_claim(name) for name in claims()]}
    yield "explorer.json", _explorer()


def _function(name: str) -> dict[str, Any]:
    record = names._record(name)
    return {
        "id": name,
        "name": record.name,
        "formula": {"python": record.formula, "tex": formula.tex(record.formula)},
        "derivative": {"python": record.derivative_formula, "tex": formula.tex(record.derivative_formula)} if record.derivative_formula else None,
        "parameters": {p: {"default": v.default, "above": v.above, "learned": v.learned} for p, v in record.parameters.items()},
        "kinks": [{"at": k.at, "left": k.left, "right": k.right, "jump": k.jump} for k in record.kinks],
        "description": {"zh-Hant": record.zh_hant, "zh-Hans": Words(record.zh_hant, record.en).into("zh-Hans"), "en": record.en},
        "traits": answer(catalogue()[f"facts_{name}"])["traits"],
        "sources": list(record.sources),
        "url": cite.url(f"functions/{name}", "zh-Hant"),
    }


def _facts(name: str) -> dict[str, Any]:
    known = answer(catalogue()[f"facts_{name}"])["facts"]
    return {fact: {"value": digits(unpack(said["ball"]), 50), "proof": {"zh-Hant": said["proof"][0], "en": said["proof"][1]}} for fact, said in known.items()}


def _claim(name: str) -> dict[str, Any]:
    said = claims()[name]
    return {
        "id": name,
        "verdict": said["verdict"],
        "said": {"zh-Hant": said["said"][0], "en": said["said"][1]},
        "rows": said["rows"],
        "url": cite.url(f"claims/{slug(name)}", "zh-Hant"),
    }


def _explorer() -> dict[str, Any]:
    """The table the home page's slider walks along: every number it shows is one the module computed."""
    x = [k / 10 for k in range(-80, 81)]
    sigmoid = names._record("sigmoid")
    return {"sigmoid": {"x": x, "y": [float(f"{v:.4g}") for v in sigmoid(x)], "d": [float(f"{v:.4g}") for v in sigmoid.derivative(x)]}}
