"""Other names of functions: who calls which function how, as it was measured, and which words stand for several functions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from activation_functions import ALL
from answers.names import functions
from mathematics.recorded import recorded
from project import noting

Meaning = tuple[str, tuple[tuple[str, float], ...]]
"""A function's id, and those of its parameters that are not the defaults, each to five digits."""


class Offer(NamedTuple):
    """A name of a library, and what it turned out to compute when it was run."""

    package: str
    name: str
    function: str
    parameters: tuple[tuple[str, float], ...] = ()


@noting.cache
def offers() -> list[Offer]:
    """Every name that was run and is a function here; gates of two halves are left out."""
    found = []
    for record in ("aliases", "models"):
        for package, said in recorded(record)["names"].items():
            for name, each in said.items():
                if each["function"] in functions() and not each.get("gated"):
                    found.append(Offer(package, name, each["function"], tuple(sorted(each["parameters"].items()))))
    return found


def fold(word: str) -> str:
    """A name without capitals and punctuation."""
    return word.lower().replace("_", "").replace("-", "")


def is_called(offer: Offer, name: str) -> bool:
    """Whether the library writes this name; a class or an operator (HardTanh) writes no underscores."""
    return offer.name == name or (offer.name != offer.name.lower() and fold(offer.name) == fold(name))


def meaning(function: str, parameters: Mapping[str, float]) -> Meaning:
    defaults = {name: each.default for name, each in ALL[function].parameters.items()}
    apart = {name: float(f"{value:.5g}") for name, value in parameters.items() if f"{value:.5g}" != f"{defaults[name]:.5g}"}
    return function, tuple(sorted(apart.items()))


def meant(offer: Offer) -> Meaning:
    """What the name stands for: where a general function is the same at its defaults and has that very name, it is that one."""
    own = by_fold().get(fold(offer.name))
    if own and ALL[offer.function].parameters and same(own, (), offer.function, offer.parameters):
        return own, ()
    return meaning(offer.function, dict(offer.parameters))


@cache
def by_fold() -> dict[str, str]:
    """Each id by its letters alone."""
    return {fold(name): name for name in functions()}


@cache
def same(first: str, given: tuple[tuple[str, float], ...], second: str, also: tuple[tuple[str, float], ...]) -> bool:
    """Whether two functions of ours, each with these parameters, have the same values on hundreds of numbers."""
    a, b = ALL[first], ALL[second]
    if a is b and meaning(first, dict(given)) == meaning(second, dict(also)):
        return True
    if a.mixes or b.mixes:
        return False
    x = np.linspace(-8.0, 8.0, 641) + 0.0017
    return bool(np.allclose(a(x, **dict[str, Any](given)), b(x, **dict[str, Any](also)), rtol=1e-6, atol=1e-6))


@noting.cache
def abroad() -> dict[str, list[Offer]]:
    """By function: names that are the id of another function here, and that a library gives to this one."""
    found: dict[str, list[Offer]] = {}
    for offer in offers():
        own = by_fold().get(fold(offer.name))
        if own and meant(offer) == (offer.function, ()) and own != offer.function and (not ALL[own].parameters or same(own, (), offer.function, ())):
            found.setdefault(offer.function, []).append(offer)
    return found


@noting.cache
def clashes() -> dict[str, dict[Meaning, list[tuple[str, str]]]]:
    """Words that stand for several functions, or for one with several parameters: (package, name) by what it computes; "" is this site."""
    everyone: dict[str, dict[Meaning, list[tuple[str, str]]]] = {letters: {(name, ()): [("", name)]} for letters, name in by_fold().items()}
    for offer in offers():
        everyone.setdefault(fold(offer.name), {}).setdefault(meant(offer), []).append((offer.package, offer.name))
    return {letters: said for letters, said in sorted(everyone.items()) if len(said) > 1}
