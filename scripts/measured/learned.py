"""What the activation layers of other libraries learn: how many numbers, which first values, and by which argument, read off the layers themselves.

Run it where the libraries are installed, beside this project's own packages:

    pip install torch tensorflow keras jax flax && PYTHONPATH=src:scripts python scripts/measured/learned.py [DATE]

It writes learned.json beside itself. The site is built from that record and needs none of the libraries.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import Any

import numpy as np

from activation_functions import ALL
from mathematics.recorded import write
from measured.calls import SAME, gap, library

INPUT = (2, 3, 4, 5)
"""Two samples; the axes after the first all differ in length, so that a shape tells which of them it follows."""

# Our function, and how each library's layer is made: as it comes, and with the argument that gives another number of parameters.
LAYERS = {
    "prelu": {
        "torch": ["torch.nn.PReLU()", "torch.nn.PReLU(num_parameters=3)"],
        "keras": ["keras.layers.PReLU()", "keras.layers.PReLU(shared_axes=[1, 2])", "keras.layers.PReLU(shared_axes=[1, 2, 3])"],
        "flax": ["flax.linen.PReLU()", "flax.nnx.PReLU()"],
    }
}
CHANNELS = {"torch": 1, "keras": 3, "flax": 3}
"""The axis along which each library keeps the channels."""


def imported(word: str) -> Any:
    if word != "flax":
        return library(word)
    library("jax")  # on the processor
    for part in ("flax.linen", "flax.nnx"):
        import_module(part)
    return import_module("flax")


def made(line: str) -> tuple[dict[str, Any], Callable[[], Any]]:
    """The parameters of a new layer by name, and its output on the input, each in NumPy."""
    word = line.partition(".")[0]
    layer = eval(line, {word: imported(word)})
    x = points()
    if word == "torch":
        return {name: np.asarray(p.detach()) for name, p in layer.named_parameters()}, lambda: np.asarray(layer(imported("torch").tensor(x)).detach())
    if word == "keras":
        layer.build(INPUT)
        return {w.name: np.asarray(w) for w in layer.trainable_weights}, lambda: np.asarray(layer(x))
    if line.startswith("flax.nnx"):
        nnx = import_module("flax.nnx")
        learned = {".".join(map(str, path)): np.asarray(p[...]) for path, p in nnx.to_flat_state(nnx.state(layer, nnx.Param))}
        return learned, lambda: np.asarray(layer(x))
    variables = layer.init(import_module("jax").random.key(0), x)
    return {name: np.asarray(p) for name, p in variables.get("params", {}).items()}, lambda: np.asarray(layer.apply(variables, x))


def points() -> Any:
    return np.random.default_rng(0).normal(size=INPUT).astype(np.float32)


def reach(shape: tuple[int, ...], package: str) -> str:
    """What one number serves: everything, a channel, or an element of a sample."""
    count, channels = int(np.prod(shape)), INPUT[CHANNELS[package]]
    if count == 1:
        return "all"
    if count == channels and channels in shape:
        return "channel"
    if shape == INPUT[1:]:
        return "element"
    raise ValueError(f"a parameter of shape {shape} for an input of {INPUT} serves neither all, nor a channel, nor an element")


def measure(name: str) -> Iterator[dict[str, Any]]:
    for package, lines in LAYERS[name].items():
        for line in lines:
            found, run = made(line)
            ((parameter, first),) = found.items()
            (ours,) = (each for each, p in ALL[name].parameters.items() if p.learned)
            seen = first.reshape([-1 if axis == CHANNELS[package] else 1 for axis in range(len(INPUT))]) if first.ndim == 1 else first
            if not gap(run(), ALL[name](points(), **{ours: seen})) < SAME:
                raise ValueError(f"{line} is not {name}")
            (value,) = {float(f"{entry:.6g}") for entry in first.ravel()}
            yield {"library": package, "layer": line, "parameter": parameter, "shape": list(first.shape), "serves": reach(first.shape, package), "first": value}


def layers_that_learn() -> dict[str, list[str]]:
    """Of all activation layers that can be made without arguments, those that have something to learn."""
    homes = {"torch": "torch.nn.modules.activation", "keras": "keras.layers", "flax": "flax.nnx"}
    found: dict[str, list[str]] = {}
    for package, home in homes.items():
        imported(package)
        module = import_module(home)
        for word in sorted(vars(module)):
            thing = getattr(module, word)
            if not inspect.isclass(thing) or not _an_activation(thing, package, home):
                continue
            try:
                learned, _ = made({"torch": "torch.nn", "keras": home, "flax": home}[package] + f".{word}()")
            except TypeError:  # it needs to be told more, as attention does
                continue
            if learned:
                found.setdefault(package, []).append(word)
    return found


def _an_activation(thing: Any, package: str, home: str) -> bool:
    """Of its own, not brought in from elsewhere; in Keras and Flax the module that a layer is from says that it is an activation."""
    return bool(thing.__module__ == home if package == "torch" else "activations" in thing.__module__)


def record(day: str) -> dict[str, Any]:
    return {
        "date": day,
        "versions": {package: version(package).partition("+")[0] for package in ("torch", "keras", "flax")},
        "input": list(INPUT),
        "layers": {name: list(measure(name)) for name in LAYERS},
        "learn": layers_that_learn(),
    }


if __name__ == "__main__":
    write("learned", record(sys.argv[1] if len(sys.argv) > 1 else date.today().isoformat()))
