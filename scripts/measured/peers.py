"""How other libraries name, define and compute these functions: measured by running them, written down with the date.

Run it where the libraries are installed, beside this project's own packages:

    pip install torch tensorflow keras jax onnx && PYTHONPATH=src:scripts python scripts/measured/peers.py [DATE]

It writes peers.json beside itself. The site is built from that record and needs none of the libraries. With --here before the date
only this module is measured again, at the same points, which needs none of them either; the libraries' numbers keep their date.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib.metadata import version
from typing import Any

import numpy as np

from activation_functions import ALL
from mathematics import formula
from mathematics.recorded import recorded, write
from measured.calls import (
    BY_HAND,
    LIBRARIES,
    OURS,
    PACKAGES,
    PEERS,
    SAME,
    Peer,
    Scope,
    gap,
    jump,
    library,
    ours_peers,
    peers_of,
    places,
    slope,
)
from measured.errors import FORMATS, MIXED, accuracy, accuracy_of_vectors, digits_left, number, round_up, settings_of

# What a library's own values say about our parameters: read off the function, whatever the library calls them.
READ: dict[str, dict[str, Callable[[Callable[[float], float]], float]]] = {
    "celu": {"alpha": lambda f: -f(-1e3)},
    "elu": {"alpha": lambda f: -f(-1e3)},
    "hard_sigmoid": {"width": lambda f: 1 / (f(1) - f(0)), "offset": lambda f: f(0)},
    "hardshrink": {"lam": lambda f: jump(f)},
    "leaky_relu": {"alpha": lambda f: -f(-1)},
    "prelu": {"alpha": lambda f: -f(-1)},
    "selu": {"lam": lambda f: f(1), "alpha": lambda f: -f(-1e3) / f(1)},
    "smelu": {"beta": lambda f: 4 * f(0)},
    "softplus": {"beta": lambda f: math.log(2) / f(0)},
    "softshrink": {"lam": lambda f: 100 - f(100)},
    "squareplus": {"b": lambda f: 4 * f(0) ** 2},
    "swish": {"beta": lambda f: math.log(f(1) / (1 - f(1)))},
    "thresholded_relu": {"theta": lambda f: jump(f)},
}


def naming(name: str) -> list[dict[str, Any]]:
    """What each library calls our function, its defaults, and which function of ours those give."""
    ours, x = ALL[name], places(ALL[name].mixes)
    found = []
    for peer in peers_of(name):
        own = peer.run(x, own=True)
        said: dict[str, Any] = {"library": peer.library, "name": peer.path, "defaults": {n: _rounded(v) for n, v in peer.defaults.items()}}
        said["demands"] = peer.demands
        said["gap"] = round_up(gap(own, ours(x)))
        said["equals"] = sorted(other for other, f in ALL.items() if f.mixes == ours.mixes and gap(own, f(x)) < SAME)
        if gap(peer.run(x), ours(x)) < SAME:
            said["call"] = peer.call
        elif own.shape[-1] * 2 == x.shape[-1]:
            said["swapped"] = gap(own, ours(np.roll(x, own.shape[-1], axis=-1))) < SAME  # the same, with the two halves exchanged

        def at(u: float, peer: Peer = peer) -> float:
            return float(peer.run(np.array([float(u)]), own=True)[0])

        if name in READ and not said["demands"]:
            read = {parameter: number(reading(at)) for parameter, reading in READ[name].items()}
            with suppress(ValueError):  # a number that our parameter does not take
                if gap(own, ours(x, **read)) < SAME:  # with these numbers our function is theirs
                    said["parameters"] = read
        found.append(said)
    return found


def _rounded(value: Any) -> Any:
    return float(f"{value:.6g}") if isinstance(value, float) else value


# ---- conventions -----------------------------------------------------------------------------


def kinks(name: str) -> list[dict[str, Any]]:
    """At each kink the slopes on both sides, and what everyone returns there."""
    f, found = ALL[name], []
    for kink in f.kinks:
        at, left, right = (float(formula.value(line, 0.0, **settings_of(f))) for line in (kink.at, kink.left, kink.right))
        x = np.array([at])
        said: dict[str, Any] = {OURS: {"value": number(f(x)[0]), "slope": number(f.derivative(x)[0])}}
        for package, peer in ours_peers(name).items():
            returned = peer.slope(x)
            said[package] = {"value": number(peer.run(x)[0]), "slope": None if returned is None else number(returned[0])}
        found.append({"at": number(at), "left": number(left), "right": number(right), "jump": kink.jump, "returns": said})
    return found


def ends(name: str) -> list[dict[str, Any]]:
    """Where a library does not give the limit at an infinity, or does not pass NaN on, in a short array or a long one: it may run other code there."""
    f = ALL[name]
    found: dict[tuple[Any, ...], list[str]] = {}
    for package, peer in ours_peers(name).items():
        for at in (math.nan, -math.inf, math.inf):
            for dtype in ("float32", "float64"):
                for length in (1, 64):
                    x = np.full(length, at, dtype)
                    for what, theirs, ours in (("value", peer.run(x), f(x)), ("slope", peer.slope(x), f.derivative(x))):
                        if theirs is None or np.allclose(theirs, ours, rtol=1e-5, atol=1e-6, equal_nan=True):
                            continue
                        wrong = theirs[~np.isclose(theirs, ours, rtol=1e-5, atol=1e-6, equal_nan=True)][0]
                        dtypes = found.setdefault((package, what, number(at), number(wrong), number(ours[0])), [])
                        dtypes += [] if dtype in dtypes else [dtype]
    return [dict(zip(("library", "of", "at", "gives", "limit"), said, strict=True)) | {"dtypes": dtypes} for said, dtypes in found.items()]


def by_hand() -> dict[str, list[dict[str, Any]]]:
    """The slope at 0 of the same function, written in several ways."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, lines in BY_HAND.items():
        for line in lines:
            word = re.search(r"\b(torch|tf|keras|jax|jnp)\.", line)
            assert word, line
            package = LIBRARIES[word[1]]
            at_zero = slope(package, lambda x, line=line: eval(line, Scope(x=x)), np.array([0.0]))  # type: ignore[misc]
            assert at_zero is not None, line
            found.setdefault(name, []).append({"library": package, "code": line, "slope": number(at_zero[0])})
    return found


# ---- the record ------------------------------------------------------------------------------


def measure(day: str) -> dict[str, Any]:
    named = [name for name in PEERS if name in ALL]
    single = [name for name in named if not ALL[name].mixes]
    return {
        "date": day,
        "here": day,
        "versions": {package: version(package).partition("+")[0] for package in PACKAGES},
        "backend": library("keras").backend.backend(),
        "same": SAME,
        "left_out_below": {dtype: floor for dtype, (_, _, floor) in FORMATS.items()},
        "names": {name: naming(name) for name in named},
        "kinks": {name: kinks(name) for name in single if ALL[name].kinks},
        "ends": {name: found for name in single if (found := ends(name))},
        "by_hand": by_hand(),
        "accuracy": {name: _told(name) for name in ALL if not ALL[name].mixes or name in MIXED},
        "digits": {"gelu": digits_left("gelu", *GELU)},
    }


GELU = -37.0, 3.0, 0.25


def here(record: dict[str, Any], day: str) -> dict[str, Any]:
    """The record with the accuracy of this module measured again; what the libraries did stays as it was on their day."""
    for name, everyone in record["accuracy"].items():
        everyone.update(_told(name, peers=False))
    record["digits"]["gelu"] |= digits_left("gelu", *GELU, peers=False)
    return record | {"here": day}


def _told(name: str, peers: bool = True) -> dict[str, dict[str, Any]]:
    print(name, file=sys.stderr, flush=True)
    return accuracy_of_vectors(name, peers) if name in MIXED else accuracy(name, peers=peers)


if __name__ == "__main__":
    only_here, days = "--here" in sys.argv, [word for word in sys.argv[1:] if word != "--here"]
    day = days[0] if days else date.today().isoformat()
    write("peers", here(recorded("peers"), day) if only_here else measure(day))
