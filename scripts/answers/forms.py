"""What a function is called in full, and the other forms of its formula: in docs/forms, one file a function.

    hant = "高斯誤差線性單元"
    en = "Gaussian error linear unit"

    [[form]]
    is = "x / 2 * (1 + erf(x / sqrt(2)))"

`about = true` marks an approximation: its largest error is computed. `given` is the condition on a parameter under which a form holds,
`where` defines letters, `entries` says of a layer which product stands for which entry, and `hant` and `en` say in a few words what it is.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from flint import arb

from answers import cache as store
from answers import names
from language.words import Words
from mathematics import forms, typesetting
from mathematics.digits import pack, unpack
from project.fault import Fault, Wrong, apart, line_of
from project.imports import closure
from project.paths import DOCS, FUNCTIONS, SCRIPTS

ENGINE = SCRIPTS / "mathematics" / "forms.py"
PARTS = {"is": str, "about": bool, "given": str, "where": dict, "entries": dict, "hant": str, "en": str}


class Form(NamedTuple):
    """One form as it is written, and the line on which its formula stands."""

    line: str
    about: bool
    given: str
    where: dict[str, str]
    entries: dict[str, str]
    said: Words | None
    at: int


class Written(NamedTuple):
    """A file: the name in full, where there is one, and the forms in their order."""

    full: Words | None
    forms: tuple[Form, ...]


class Known(NamedTuple):
    """A form that was checked: how, and of an approximation its largest error and where that is."""

    form: Form
    how: str
    error: arb | None
    places: tuple[arb, ...]


def files() -> list[Path]:
    return sorted((DOCS / "forms").glob("*.toml"))


def file(name: str) -> Path:
    return DOCS / "forms" / f"{name}.toml"


def written(name: str) -> Written:
    """What is written of a function; nothing where there is no file."""
    return read(file(name)) if file(name).is_file() else Written(None, ())


def read(place: Path) -> Written:
    text = place.read_text("utf-8")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Wrong(Fault(place, 1, f"this is no TOML: {error}", "mend the syntax")) from None
    if strange := sorted(found.keys() - {"hant", "en", "form"}):
        raise Wrong(Fault(place, line_of(place, strange[0]), f"nothing is called {strange[0]} here", "give hant, en and [[form]]"))
    starts = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[form]]"]
    return Written(_words(found, place, 1), tuple(_form(each, place, line) for each, line in zip(found.get("form", []), starts, strict=True)))


def _words(found: dict[str, Any], place: Path, line: int) -> Words | None:
    said = [found.get(side, "") for side in ("hant", "en")]
    if any(said) and not all(said):
        raise Wrong(Fault(place, line, "this is said in one language alone", "give both hant and en, or neither"))
    return Words(*said) if all(said) else None


def _form(each: dict[str, Any], place: Path, line: int) -> Form:
    for part, value in each.items():
        if not isinstance(value, PARTS.get(part, ())):
            raise Wrong(Fault(place, line_of(place, part, line), f"{part} = {value!r} is no part of a form", f"a form has {', '.join(PARTS)}"))
    if "is" not in each:
        raise Wrong(Fault(place, line, "a form without a formula", "give it in `is`"))
    at = line_of(place, "is = ", line)
    return Form(each["is"], each.get("about", False), each.get("given", ""), each.get("where", {}), each.get("entries", {}), _words(each, place, line), at)


# ---- checked -----------------------------------------------------------------------------------


def known(name: str) -> list[Known]:
    """The forms of a function, each checked: once for each state of its file, of the functions it calls, and of the code that checks."""
    found = written(name).forms
    if not found:
        return []
    asked = {name, *(other for form in found for other in _called(form))}
    for other in sorted(asked):
        names._record(other)  # so that whoever shows it depends on it
    key = store.key(ENGINE, {file(name), Path(__file__), *(path for each in asked for path in closure(FUNCTIONS / f"{each}.py"))}, name)
    kept = store.remember(f"forms-{name}", key, lambda: [checked(name, form, file(name)) for form in found])
    return [Known(form, said["how"], unpack(said["error"]) if "error" in said else None, _places(said)) for form, said in zip(found, kept, strict=True)]


def _called(form: Form) -> list[str]:
    try:
        return forms.called(form.line)
    except ValueError:  # no formula; who checks it says so
        return []


def _places(said: dict[str, Any]) -> tuple[arb, ...]:
    return tuple(unpack(each) for each in said.get("places", []))


def checked(name: str, form: Form, place: Path) -> dict[str, Any]:
    """How a form holds, as JSON, or a fault at its line."""
    import activation_functions

    record = activation_functions.ALL[name]
    try:
        typesetting.tex(form.line)
        line = forms.spelt_out(form.line, form.where, form.entries)
        if not form.about:
            return {"how": forms.equal(record, line, form.given)}
        gap = forms.largest_gap(record, line)
        return {"how": "about", "error": pack(gap.error), "places": [pack(each) for each in gap.places]}
    except (ArithmeticError, ValueError) as error:
        raise Wrong(Fault(place, form.at, f"`{form.line}`: {apart(str(error))[0]}", apart(str(error))[1])) from error
