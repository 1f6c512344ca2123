"""Other names of a function: under its title, and all of them in a table, each with how it is known; words that stand for several functions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from activation_functions import ALL
from answers import names
from answers.aliases import Meaning, abroad, clashes, fold
from language import citation
from language.words import Words
from mathematics import typesetting
from mathematics.recorded import recorded
from pages.blocks import libraries, tables
from pages.blocks.tables import FUNCTION
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from activation_functions import Activation, Alias

HERE = Words("本站", "this site")


def _listed(parts: Iterable[str], scribe: Scribe) -> str:
    return Words("、", ", ").into(scribe.language).join(parts)


def _by(who: Iterable[str], scribe: Scribe) -> str:
    """Libraries as people write them, papers as they are cited."""
    parts = []
    works = citation.keys()
    for each in who:
        if each in works:
            scribe.cited += [] if each in scribe.cited else [each]
            parts.append(citation.mark([each], scribe.language)[1:-1])
        else:
            parts.append(_library(each, scribe))
    return _listed(parts, scribe)


def _library(package: str, scribe: Scribe) -> str:
    return libraries.LIBRARIES.get(package, package.capitalize() if package == "flax" else package) if package else HERE.into(scribe.language)


def _with(function: str, parameters: Iterable[tuple[str, float]], scribe: Scribe) -> str:
    given = [rf"${typesetting.letter(name)} = {value:.5g}$" for name, value in parameters]
    comma = Words("，", ", ").into(scribe.language)
    return comma.join([function, *given])


def also(record: Activation, scribe: Scribe) -> str:
    """The line of names under a function's title; nothing where it has none."""
    said = []
    for users, group in groupby(record.called, key=lambda alias: (alias.by, _given(alias))):
        said.append(_listed((f"`{alias.name}`" for alias in group), scribe) + _bracket([*filter(None, [users[1]]), _by(users[0], scribe)], scribe))
    offers = sorted(abroad().get(record.id, []), key=lambda offer: offer.name.lower())
    for name, offering in groupby(offers, key=lambda offer: offer.name.lower()):
        said.append(f"`{name}`{_bracket([_by(dict.fromkeys(offer.package for offer in offering), scribe)], scribe)}")
    if not said:
        return ""
    semicolon, head, end = (Words(*pair).into(scribe.language) for pair in (("；", "; "), ("又稱", "Also called "), ("。", ".")))
    return f"{head}{semicolon.join(said)}{end}\n{{ .names }}"


def _given(alias: Alias) -> str:
    return ", ".join(rf"${typesetting.letter(name)} = {value:.5g}$" for name, value in alias.parameters.items())


def _bracket(parts: list[str], scribe: Scribe) -> str:
    return Words("（{}）", " ({})").into(scribe.language).format(_listed(parts, scribe))


def every(scribe: Scribe) -> str:
    """Each alias, the function it is, who uses it, and how that is known."""
    head = [Words("名稱", "Name"), FUNCTION, Words("誰這樣稱呼", "Who calls it so"), Words("憑什麼說相同", "How it is known to be the same")]
    rows = []
    for name, record in ((name, names._record(name)) for name in ALL):
        for alias in record.called:
            rows.append([f"`{alias.name}`", _with(tables.link(name, scribe), alias.parameters.items(), scribe), _by(alias.by, scribe), _known(alias, scribe)])
    return tables.table(head, sorted(rows, key=lambda row: row[0].lower()), scribe.language)


def _known(alias: Alias, scribe: Scribe) -> str:
    if alias.formula:
        shown = typesetting.tex(alias.formula).replace("|", r"\vert ")  # a bare stroke would end the cell
        return Words("${}$，代數證明相同", "${}$, equal by algebra").into(scribe.language).format(shown)
    read = recorded("aliases")["names"]
    if any(package not in read for package in alias.by):
        return Words("執行它的定義，差距小於$10^{-6}$", "its definition was run; the difference is below $10^{-6}$").into(scribe.language)
    worst = max(each["gap"] for package in alias.by for word, each in read[package].items() if fold(word) == fold(alias.name))
    if not worst:
        return Words("執行它的定義，沒有量到差異", "its definition was run; no difference was measured").into(scribe.language)
    return Words("執行它的定義，最多差${}$", "its definition was run; the largest difference is ${}$").into(scribe.language).format(_power(worst))


def _power(value: float) -> str:
    mantissa, exponent = f"{value:.1e}".split("e")
    return rf"{mantissa}\times 10^{{{int(exponent)}}}"


def clash(scribe: Scribe) -> str:
    """Words that stand for several functions, and what each computes where."""
    head = [Words("名稱", "Name"), Words("誰的", "Whose"), Words("算的是", "It computes")]
    rows = []
    for said in clashes().values():
        for computed, who in said.items():
            words = " ".join(dict.fromkeys(f"`{word}`" for _, word in who))
            rows.append([words, _listed(dict.fromkeys(_library(package, scribe) for package, _ in who), scribe), _computes(computed, scribe)])
    return tables.table(head, rows, scribe.language)


def _computes(computed: Meaning, scribe: Scribe) -> str:
    function, parameters = computed
    return _with(tables.link(function, scribe), parameters, scribe)


TABLES: dict[str, Callable[[Scribe], str]] = {"aliases": every, "alias_clashes": clash}
FUNCTION_PARTS: dict[str, Callable[[Activation, Scribe], str]] = {"aliases": also}
