"""Constants and landmarks of all functions side by side: ranges, Gaussian constants, gains, and the points worth knowing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import flint

from answers import names, quoting
from language.words import Words
from mathematics import typesetting
from mathematics.balls import exact
from mathematics.digits import digits, unpack
from mathematics.recorded import recorded
from pages.blocks import card, tables
from pages.blocks.card import MOMENTS, PARITY, STEEPEST
from pages.blocks.tables import DASH, FUNCTION
from pages.scribe import Scribe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


PROVED = {"algebra": Words("相等已證明", "equality proved"), "digits": Words("五十位相符", "agrees to fifty digits")}


def properties(scribe: Scribe) -> str:
    """Range, parity, convexity and the largest slope."""
    language = scribe.language
    rows = []
    for name in tables.elementwise():
        traits = names.known(name)["traits"]
        cells = [f"${card.union(traits['range'])}$", PARITY[traits["parity"]].into(language), card.CONVEXITY[traits["convexity"]].into(language)]
        rows.append([tables.link(name, scribe), *cells, f"${_number(name, 'steepest')}$"])
    head = [FUNCTION, Words("值域", "Range"), Words("奇偶", "Parity"), Words("凹凸", "Convexity"), STEEPEST]
    return tables.table(head, rows, language)


def moments(scribe: Scribe) -> str:
    """Means, second moments, gain and gradient factor for standard normal inputs."""
    head = [FUNCTION, *(Words(f"${t}$", f"${t}$") for t in (r"\mathbb{E}f(Z)", r"\mathbb{E}f(Z)^2", r"\mathbb{E}f'(Z)", r"\mathbb{E}f'(Z)^2", "g", r"\chi"))]
    rows = [[tables.link(name, scribe), *(tables.fact(name, fact) for fact in MOMENTS)] for name in tables.elementwise()]
    return tables.table(head, rows, scribe.language)


def closed(scribe: Scribe) -> str:
    """The Gaussian constants that have a closed form, with their digits and how the two are known to be the same."""
    rows = []
    for name in tables.elementwise():
        facts = names.known(name)["facts"]
        for fact, words in MOMENTS.items():
            if "closed" in facts[fact] and (line := typesetting.tex(facts[fact]["closed"]["formula"])) != _number(name, fact):
                how = PROVED[facts[fact]["closed"]["how"]].into(scribe.language)
                rows.append([tables.link(name, scribe), words.into(scribe.language), f"${line}$", f"${_number(name, fact)}$", how])
    head = [FUNCTION, Words("常數", "Constant"), Words("封閉形式", "Closed form"), Words("數值", "Digits"), Words("根據", "Grounds")]
    return tables.table(head, rows, scribe.language)


def _number(name: str, fact: str) -> str:
    return quoting.tex_number(f"{name}.{fact}", "6")


# ---- gains -----------------------------------------------------------------------------------


def gains(scribe: Scribe) -> str:
    """PyTorch's gains beside the computed ones, and the variance that a layer with PyTorch's gain makes of variance one."""
    rows = []
    for name, given in sorted(recorded("gains")["gains"].items()):
        with flint.ctx.workprec(256):
            second = unpack(names.known(name)["facts"]["second_moment"]["ball"])
            theirs, after = exact(repr(given)), exact(repr(given)) ** 2 * second
            rows.append([tables.link(name, scribe), f"${digits(theirs, 5)}$", f"${quoting.tex_number(f'{name}.gain', '5')}$", f"${digits(after, 4)}$"])
    head = [
        FUNCTION,
        Words("PyTorch的增益", "PyTorch's gain"),
        Words("算出的增益$g$", "Computed gain $g$"),
        Words("一層之後的變異數", "Variance after one layer"),
    ]
    return tables.table(head, rows, scribe.language)


def asked(scribe: Scribe) -> str:
    version, day = recorded("gains")["versions"]["torch"], recorded("gains")["date"]
    return Words(f"以下是PyTorch {version}在{day}給的答案。", f"These are the answers of PyTorch {version} on {day}.").into(scribe.language)


# ---- points ----------------------------------------------------------------------------------


class Place(NamedTuple):
    """A point of a curve: where it is, and its height or slope there, by the names of the facts."""

    kind: Words
    name: str
    x: str
    y: str = ""


def extrema(scribe: Scribe) -> str:
    return _points(scribe, _stems("minimum", "maximum"), Words("高度", "Height"))


def steepest(scribe: Scribe) -> str:
    found = (Place(STEEPEST, name, "steepest.x", "steepest") for name in tables.elementwise() if "steepest.x" in names.known(name)["facts"])
    return _points(scribe, found, Words("斜率", "Slope"))


def inflections(scribe: Scribe) -> str:
    return _points(scribe, (place for place in _stems("inflection") if not _at_zero(place)))


def fixed(scribe: Scribe) -> str:
    return _points(scribe, (place for place in _stems("fixed") if not _at_zero(place)))


def _stems(*stems: str) -> Iterator[Place]:
    """minimum1, minimum2, maximum1, … of every function."""
    for name in tables.elementwise():
        facts = names.known(name)["facts"]
        for stem in stems:
            for fact in facts:
                if re.fullmatch(rf"{stem}\d+\.x", fact):
                    height = fact.removesuffix("x") + "y"
                    yield Place(card.POINTS[stem], name, fact, height if height in facts else "")


def _at_zero(place: Place) -> bool:
    return unpack(names.known(place.name)["facts"][place.x]["ball"]) == 0


def _points(scribe: Scribe, places: Iterator[Place], height: Words | None = None) -> str:
    """One row a point, each number with its closed form where there is one."""
    listed = list(places)
    kinds = len({place.kind for place in listed}) > 1
    rows = []
    for place in listed:
        known = names.known(place.name)
        again = place.x.rstrip("0123456789.x") in known["traits"]["repeats"]
        rows.append(
            [
                tables.link(place.name, scribe),
                *([place.kind.into(scribe.language)] if kinds else []),
                _told(place.name, known["facts"], place.x) + (Words("，每個週期一次", ", once a period").into(scribe.language) if again else ""),
                *([_told(place.name, known["facts"], place.y) if place.y else DASH] if height else []),
            ]
        )
    head = [FUNCTION, *([Words("種類", "Kind")] if kinds else []), Words("位置$x$", "Place $x$"), *([height] if height else [])]
    return tables.table(head, rows, scribe.language)


def _told(name: str, facts: dict[str, Any], fact: str) -> str:
    """The digits, and the closed form in a line of its own."""
    shown, closed = card.number_of(name, facts, fact)
    return f"${shown}$" + (f"<br><small>${{}} = {closed}$</small>" if closed else "")


TABLES: dict[str, Callable[[Scribe], str]] = {
    "properties": properties,
    "moments": moments,
    "closed": closed,
    "gains": gains,
    "gains_asked": asked,
    "extrema": extrema,
    "steepest": steepest,
    "inflections": inflections,
    "fixed": fixed,
}
