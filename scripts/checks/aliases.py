"""The other names of each function: what a library calls so was run and is this function, what a paper calls so is proved equal, and none is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from activation_functions import ALL, Activation, Alias
from answers.aliases import Offer, by_fold, fold, is_called, meaning, offers, same
from language import citation
from mathematics import formula
from project.fault import Fault, line_of
from project.paths import FUNCTIONS


def aliases() -> list[Fault]:
    """Each alias is measured or proved, no id of another function, and none that a library uses is missing."""
    return [fault for f in ALL.values() for alias in f.called for fault in _of(f, alias)] + list(_missing())


def _of(f: Activation, alias: Alias) -> Iterator[Fault]:
    file = FUNCTIONS / f"{f.id}.py"
    at = line_of(file, f'"{alias.name}": "')
    if alias.name in ALL:
        yield Fault(file, at, f"the alias {alias.name} of {f.id} is the id of a function here", "take the alias away: pages tell of such names by themselves")
    if len(owners := [other.id for other in ALL.values() if alias.name in other.aliases]) > 1:
        yield Fault(file, at, f"{alias.name} is an alias of {' and of '.join(owners)}", "leave it to one of them")
    if unknown := alias.parameters.keys() - f.parameters.keys():
        yield Fault(file, at, f"the alias {alias.name} sets {', '.join(sorted(unknown))}, which {f.id} has not", f"it has {', '.join(f.parameters) or 'none'}")
        return
    if not alias.by:
        yield Fault(file, at, f"nobody is said to use the alias {alias.name}", "name the libraries, or the key of a paper in docs/references.bib")
    works = citation.keys()
    for who in alias.by:
        if who in {offer.package for offer in offers()}:
            yield from (Fault(file, at, *told) for told in _measured(f, alias, who))
        elif who not in works:
            yield Fault(file, at, f"{alias.name} is said to be used by {who}, no library measured and no work in docs/references.bib", "correct it")
        elif not alias.formula:
            yield Fault(file, at, f"how {who} writes {alias.name} is not said", "give it as formula=")
        elif not equal(f, alias):
            yield Fault(
                file, at, f"{alias.formula}, which {who} calls {alias.name}, is not proved equal to {f.formula}", "correct the formula, or take the alias away"
            )


def _measured(f: Activation, alias: Alias, package: str) -> Iterator[tuple[str, str]]:
    found = [offer for offer in offers() if offer.package == package and is_called(offer, alias.name)]
    if not found:
        yield f"no function of {package} that was run is called {alias.name}", "correct the alias, or measure again with scripts/measured/aliases.py"
    for offer in found:
        if not same(f.id, tuple(sorted(alias.parameters.items())), offer.function, offer.parameters):
            yield f"{alias.name} of {package} is {_said(offer)} and not {f.id}", "take the alias away, or give the parameters with which it is"


def equal(f: Activation, alias: Alias) -> bool:
    """Whether the paper's formula, with the parameters of the alias, is ours by algebra."""
    theirs, ours = (formula.algebra(line) for line in (alias.formula, f.formula))
    given = {name: alias.parameters.get(name, parameter.default) for name, parameter in f.parameters.items()}
    theirs, ours = (side.subs({symbol: given[symbol.name] for symbol in side.free_symbols if symbol.name in given}) for side in (theirs, ours))
    return bool((theirs - ours).simplify() == 0)


def _missing() -> Iterator[Fault]:
    """Names of libraries that are neither an id nor an alias; a word for several functions can be none."""
    known = Counter((package, fold(alias.name)) for f in ALL.values() for alias in f.called for package in alias.by)
    meanings: dict[str, set[str]] = {}
    for offer in offers():
        meanings.setdefault(fold(offer.name), set()).add(str(meaning(offer.function, dict(offer.parameters))))
    for offer in offers():
        spelt = fold(offer.name) in by_fold() if offer.name != offer.name.lower() else offer.name in ALL
        if not spelt and len(meanings[fold(offer.name)]) == 1 and not known[offer.package, fold(offer.name)]:
            file = FUNCTIONS / f"{offer.function}.py"
            name = offer.name if offer.name == offer.name.lower() else fold(offer.name)
            yield Fault(
                file, line_of(file, "sources="), f"{offer.package} calls {_said(offer)} {offer.name}", f'add "{name}": "{offer.package}" to its aliases'
            )


def _said(offer: Offer) -> str:
    given = ", ".join(f"{name}={value:.5g}" for name, value in offer.parameters)
    return f"{offer.function}({given})" if given else offer.function
