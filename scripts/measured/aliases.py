"""What every library calls which function: each name of a library is run, and held against every function here; its spelling decides nothing.

Run it where the libraries are installed, beside this project's own packages:

    pip install torch tensorflow keras jax onnx flax && PYTHONPATH=src:scripts python scripts/measured/aliases.py [DATE]

It writes aliases.json beside itself. Names that demand more than x (a clip's bounds) are no names of a function and are left out. The
names of transformers, timm and diffusers stand in models.json already.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import Any

import numpy as np

from activation_functions import ALL, Activation
from activation_functions.identify import Match, lines, settled
from activation_functions.running import caller
from mathematics.recorded import recorded, write
from measured.calls import LIBRARIES, PEERS, Peer, library

ROOMS = ("torch.nn.functional", "tf.nn", "keras.activations", "jax.nn", "flax.linen.activation")
"""Where the libraries keep their functions: every public name there is tried, but for those that work in place, draw at random or look a name up."""


def named() -> Iterator[tuple[str, str, Callable[[Any], Any]]]:
    """(package, name as the library writes it, what it calls): all names of the rooms, then what calls.py knows elsewhere."""
    for room in ROOMS:
        word, *rest = room.split(".")
        place = _library(word)
        for part in rest:
            place = getattr(place, part)
        for name in sorted(vars(place)):
            thing = getattr(place, name, None)
            if not re.match("_|.*_$|.*dropout|deserialize|get$|compact$", name) and callable(thing) and not isinstance(thing, type):
                yield LIBRARIES.get(word, word), name, thing
    for ours, calls in PEERS.items():
        for line in calls:
            peer = Peer(line, ALL[ours])
            if not peer.demands and not peer.path.startswith(ROOMS):
                yield peer.library, peer.path.rpartition(".")[2], _own(peer)


def _library(word: str) -> Any:
    if word == "flax":
        library("jax")
        return import_module("flax")
    return library(word)


def _own(peer: Peer) -> Callable[[Any], Any]:
    return lambda x: peer.run(np.asarray(x), own=True)


def told(thing: Callable[[Any], Any]) -> list[Match]:
    """The functions that it is, the plainest first; none for what takes no array alone, or gives no numbers. Nothing is fitted."""
    found = []
    with warnings.catch_warnings(), suppress(Exception):  # whatever a library raises of what is no function of one array
        warnings.simplefilter("ignore")
        callee = caller(thing, "float64")
        shape = callee.value(lines())[1].shape
        for f in ALL.values():
            if not f.mixes or np.shape(f(lines())) == shape:
                found += [settled(callee, f, settings) for settings in candidates(f)]
    return sorted((match for match in found if match.same), key=lambda match: match.rank)


def candidates(f: Activation) -> list[dict[str, float]]:
    """The defaults, and the parameters that peers.json has read off the libraries."""
    defaults = {name: float(parameter.default) for name, parameter in f.parameters.items()}
    read = [each["parameters"] for each in recorded("peers")["names"].get(f.id, []) if "parameters" in each]
    return [dict(each) for each in dict.fromkeys(tuple((defaults | given).items()) for given in ({}, *read))]


def names() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for package, name, thing in named():
        if name in found.get(package, {}):
            continue
        if same := told(thing):
            print(package, name, [match.id for match in same], file=sys.stderr, flush=True)
            plainest = same[0]
            found.setdefault(package, {})[name] = {
                "function": plainest.id,
                "parameters": dict(plainest.parameters),
                "same": sorted(match.id for match in same),
                "gap": float(f"{plainest.gap:.2g}"),
            }
    return found


def measure(day: str) -> dict[str, Any]:
    found = names()
    return {"date": day, "versions": {package: version(package).partition("+")[0] for package in sorted(found)}, "names": found}


if __name__ == "__main__":
    write("aliases", measure(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
