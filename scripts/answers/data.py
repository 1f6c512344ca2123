"""Machine-readable: what the site knows, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from answers import exercises, forms, names, snippets, uses
from answers.curves import curve
from answers.names import answer, catalogue, claims, functions, slug
from answers.undecided import undecided
from language import citation
from language.words import LANGUAGES, WRITTEN, Words
from mathematics import typesetting
from mathematics.digits import digits, unpack
from mathematics.recorded import recorded
from mathematics.vectors import spelt
from project import noting
from project.paths import FUNCTIONS

SCHEMAS = Path(__file__).parent / "schemas"
WORDS = {
    "sigma": "sigma(x) = 1 / (1 + exp(-x))",
    "Phi": "Phi(x) = (1 + erf(x / sqrt(2))) / 2, the chance that a standard normal variable falls below x",
    "phi": "phi(x) = exp(-x**2 / 2) / sqrt(2 * pi), the density of a standard normal variable",
    "erf": "the error function",
    "sech": "sech(x) = 1 / cosh(x)",
    "lambertw": "the principal branch of Lambert's W: lambertw(x) * exp(lambertw(x)) = x",
    "log": "the natural logarithm",
    "log1p": "log1p(x) = log(1 + x)",
    "gelu_inverse": "gelu_inverse(y), the x above 0 with x * Phi(x) = y",
    "indicator": "1 where the condition holds, otherwise 0",
}
"""Words of the formulas that a reader may not know; the others are those of Python's math module."""


def _files() -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "functions.json", _functions
    yield "facts.json", lambda: _edition("facts") | {"facts": {name: _facts(name) for name in functions()}}
    for schema in sorted(SCHEMAS.glob("*.json")):
        yield schema.name, partial(_schema, schema)
    for name in functions():
        yield f"vectors/{name}.json", partial(_vectors, name)
        yield f"vectors/{name}.tsv", partial(_columns, name)
    yield "claims.json", lambda: _edition("claims") | {"claims": [_claim(name) for name in claims()], "undecided": _undecided()}
    yield "models.json", _models
    yield "exercises.json", lambda: _edition("exercises") | {"exercises": [each for chapter in exercises.chapters() for each in _exercises(chapter)]}
    yield from ((f"curves/{name}.json", partial(curve, name)) for name in functions() if not names._record(name).mixes)


def files() -> Iterator[tuple[str, Any]]:
    """What each file says, by its path."""
    yield from ((path, say()) for path, say in _files())


def paths() -> list[str]:
    return [path for path, _ in _files()]


@noting.cache
def text(path: str) -> str:
    """One file as it is published."""
    known = dict(_files())[path]()
    return known if isinstance(known, str) else json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def staged() -> dict[str, str]:
    """Every file by its path, as it is published."""
    return {path: text(path) for path in paths()}


def _schema(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def _functions() -> dict[str, Any]:
    return _edition("functions") | {"words": WORDS, "frameworks": _measured(), "functions": [_function(name) for name in functions()]}


# ---- functions and facts ---------------------------------------------------------------------


def _edition(schema: str) -> dict[str, str]:
    """What every file says of itself."""
    return {"$schema": f"{schema}.schema.json", "version": citation.version(), "license": "CC-BY-4.0"}


def _said(hant: str, en: str) -> dict[str, str]:
    return {language: Words(hant, en).into(language) for language in LANGUAGES}


def _line(line: str | None) -> dict[str, str] | None:
    return {"python": line, "tex": typesetting.tex(line)} if line else None


def _function(name: str) -> dict[str, Any]:
    record = names._record(name)
    citation.sought(record.sources, FUNCTIONS / f"{name}.py")
    return {
        "id": name,
        "name": record.name,
        "full_name": _said(*full) if (full := forms.written(name).full) else None,
        "family": record.family,
        "aliases": [{"name": a.name, "by": list(a.by), "parameters": dict(a.parameters), "formula": a.formula or None} for a in record.called],
        "description": _said(record.zh_hant, record.en),
        "notes": _said(record.zh_hant_notes, record.en_notes) if record.en_notes else None,
        "use": [{"grade": each.grade, "rests": list(each.rests), "said": _said(*uses.plain(each.said))} for each in uses.uses(name)],
        "formula": _line(record.formula),
        "forms": [_form(each) for each in forms.known(name)],
        "derivative": _line(record.derivative_formula),
        "second_derivative": _line(record.second_formula),
        "where": {"python": record.where} if record.where else None,
        "jacobian": {"python": record.jacobian} if record.jacobian else None,
        "length": record.width if record.width == 0.5 else int(record.width),
        "parameters": {
            p: {"default": v.default, "above": v.above, "zero": v.zero or v.above is None, "learned": v.learned} for p, v in record.parameters.items()
        },
        "kinks": [{"at": k.at, "left": k.left, "right": k.right, "jump": k.jump} for k in record.kinks],
        "closed_forms": {fact: _line(line) for fact, line in record.closed.items()},
        "traits": {trait: said for trait, said in names.known(name)["traits"].items() if trait not in ("core", "tails")},
        "sources": [_source(key, role) for key, role in record.sources.items()],
        "frameworks": [{part: each[part] for part in ("library", "name", "defaults")} for each in recorded("peers")["names"].get(name, [])],
        "code": snippets.texts(name),
        "vectors": f"vectors/{name}.json",
        "url": {language: citation.url(f"functions/{name}", language) for language in LANGUAGES},
    }


def _form(each: forms.Known) -> dict[str, Any]:
    """Another form of a formula, and how it was checked; of an approximation its largest error."""
    form = each.form
    return {
        "formula": _line(form.line),
        "checked": each.how,
        "given": form.given or None,
        "where": dict(form.where),
        "entries": dict(form.entries),
        "largest_error": None if each.error is None else digits(each.error, 6),
        "said": _said(*form.said) if form.said else None,
    }


def _source(key: str, role: str) -> dict[str, Any]:
    said = citation._work(key).fields
    return {
        "key": key,
        "role": role,
        "title": citation._plain(said["title"]),
        "year": int(said["year"]),
        "doi": said.get("doi"),
        "arxiv": said.get("eprint"),
        "certainty": said["certainty"],
    }


def _measured() -> dict[str, Any]:
    return {part: recorded("peers")[part] for part in ("date", "versions")}


def _facts(name: str) -> dict[str, Any]:
    known, closed = names.known(name)["facts"], names._record(name).closed
    return {
        fact: {
            "value": digits(unpack(said["ball"]), 50).replace("inf", "Infinity"),
            "closed_form": _line(closed.get(fact)),
            "proof": _said(*said["proof"]),
        }
        for fact, said in known.items()
    }


# ---- exercises -------------------------------------------------------------------------------


def _exercises(chapter: str) -> Iterator[dict[str, Any]]:
    """Each exercise of a chapter, as Markdown with its numbers in their places, so that other formats can be made of it."""
    sides = zip(*(exercises.asked(chapter, language) for language in WRITTEN), strict=True)
    for number, ((hant, en), decided) in enumerate(zip(sides, exercises.decided(chapter), strict=True), 1):
        yield {
            "id": f"{chapter}.{number}",
            "chapter": chapter,
            "number": number,
            "level": hant.level,
            "skill": decided.skill,
            **{part: _said(*uses.plain(Words(getattr(hant, part), getattr(en, part)))) for part in ("title", "question", "answer")},
            "url": {language: citation.url(f"guide/{chapter}", language) + "#exercises" for language in LANGUAGES},
        }


# ---- models ----------------------------------------------------------------------------------


def _models() -> str:
    """The dated record of who uses which function, as it was read; one row a line."""
    record = recorded("models")
    head = json.dumps(_edition("models") | {part: record[part] for part in ("date", "versions", "names")}, indent=1)
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in record["models"])
    return f'{head.removesuffix("}").rstrip()},\n "models": [\n{rows}\n ]\n}}\n'


# ---- test vectors ----------------------------------------------------------------------------


def _vectors(name: str) -> str:
    """One input a line."""
    parameters = {p: spelt(float(v.default)) for p, v in names._record(name).parameters.items()}
    head = json.dumps(_edition("../vectors") | {"function": name, "parameters": parameters}, indent=1)
    rows = ",\n".join(json.dumps(row) for row in answer(catalogue()[f"vectors_{name}"])["vectors"])
    return f'{head.removesuffix("}").rstrip()},\n "vectors": [\n{rows}\n ]\n}}\n'


def _columns(name: str) -> str:
    """The same as a table with tabs: a head, then one input a line; of a line of entries, each cell holds numbers apart by blanks."""
    rows = answer(catalogue()[f"vectors_{name}"])["vectors"]
    head = [column for column in rows[0] if column != "by_parameter"]
    cells = ([row[column] if isinstance(row[column], str) else " ".join(row[column]) for column in head] for row in rows)
    return "".join("\t".join(line) + "\n" for line in [head, *cells])


# ---- claims -----------------------------------------------------------------------------------


def _undecided() -> list[dict[str, Any]]:
    return [{"row": row, "why": _said(*why)} for row, why in undecided().items()]


def _claim(name: str) -> dict[str, Any]:
    said = claims()[name]
    return {
        "id": name,
        "verdict": said["verdict"],
        "says": said["says"],
        "ruling": said["ruling"],
        "said": _said(*said["said"]),
        "assumptions": [_said(*each) for each in said["assumes"]],
        "variations": [
            {"of": each["of"], "change": _said(*each["change"]), "verdict": each["verdict"], "turned": each["verdict"] != said["ruling"]}
            for each in said["variations"]
        ],
        "immaterial": [{"what": each["what"], "why": _said(*each["why"])} for each in said["immaterial"]],
        "rows": said["rows"],
        "url": {language: citation.url(f"claims/{slug(name)}", language) for language in LANGUAGES},
    }
