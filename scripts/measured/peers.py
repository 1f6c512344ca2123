"""How other libraries name, define and compute these functions: measured by running them, written down with the date.

Run it where the libraries are installed, beside this project's own packages:

    pip install torch tensorflow keras jax onnx && PYTHONPATH=src:scripts python scripts/measured/peers.py [DATE]

It writes peers.json beside itself. The site is built from that record and needs none of the libraries. With --here before the date
only this module is measured again, at the same points, which needs none of them either; the libraries' numbers keep their date.
"""

from __future__ import annotations

import ast
import inspect
import json
import logging
import math
import os
import re
import sys
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import flint
import numpy as np
from flint import arb
from numpy.typing import NDArray

import formula
from activations import ALL, Activation

Points = NDArray[Any]

RECORD = Path(__file__).with_suffix(".json")
OURS = "activations"
LIBRARIES = {"torch": "torch", "tf": "tensorflow", "keras": "keras", "jax": "jax", "jnp": "jax", "onnx": "onnx", "scipy": "scipy"}
"""The word a name begins with, and the package it belongs to."""
PACKAGES = ("torch", "tensorflow", "keras", "jax", "onnx", "scipy", "numpy")
"""Packages whose versions are written down."""

# Our function, and what each library calls it. The arguments are those that make it ours: numbers, or our own parameters.
# A function that is not here is in none of the libraries, as far as is known.
PEERS: dict[str, list[str]] = {
    "abs": ["torch.abs()", "tf.abs()", "keras.ops.abs()", "jnp.abs()", "onnx.Abs()"],
    "arctan": ["torch.atan()", "tf.atan()", "keras.ops.arctan()", "jnp.arctan()", "onnx.Atan()"],
    "celu": ["torch.nn.CELU(alpha=alpha)", "keras.activations.celu(alpha=alpha)", "jax.nn.celu(alpha=alpha)", "onnx.Celu(alpha=alpha)"],
    "crelu": ["tf.nn.crelu(axis=-1)"],
    "elu": ["torch.nn.ELU(alpha=alpha)", "tf.nn.elu()", "keras.activations.elu(alpha=alpha)", "jax.nn.elu(alpha=alpha)", "onnx.Elu(alpha=alpha)"],
    "erf": ["torch.erf()", "tf.math.erf()", "keras.ops.erf()", "jax.lax.erf()", "onnx.Erf()", "scipy.special.erf()"],
    "gelu": [
        "torch.nn.GELU(approximate='none')",
        "tf.nn.gelu(approximate=False)",
        "keras.activations.gelu(approximate=False)",
        "jax.nn.gelu(approximate=False)",
        "onnx.Gelu(approximate='none')",
    ],
    "gelu_tanh": [
        "torch.nn.GELU(approximate='tanh')",
        "tf.nn.gelu(approximate=True)",
        "keras.activations.gelu(approximate=True)",
        "jax.nn.gelu(approximate=True)",
        "onnx.Gelu(approximate='tanh')",
    ],
    "glu": ["torch.nn.GLU(dim=-1)", "keras.activations.glu(axis=-1)", "jax.nn.glu(axis=-1)"],
    "hard_sigmoid": [
        "torch.nn.Hardsigmoid()",
        "keras.activations.hard_sigmoid()",
        "keras.activations.sparse_sigmoid()",
        "jax.nn.hard_sigmoid()",
        "jax.nn.sparse_sigmoid()",
        "onnx.HardSigmoid(alpha=1 / width, beta=offset)",
    ],
    "hard_swish": [
        "torch.nn.Hardswish()",
        "keras.activations.hard_swish()",
        "keras.activations.hard_silu()",
        "jax.nn.hard_swish()",
        "jax.nn.hard_silu()",
        "onnx.HardSwish()",
    ],
    "hard_tanh": [
        "torch.nn.Hardtanh()",
        "tf.clip_by_value(clip_value_min=-1.0, clip_value_max=1.0)",
        "keras.activations.hard_tanh()",
        "jax.nn.hard_tanh()",
        "onnx.Clip(min=-1.0, max=1.0)",
    ],
    "hardshrink": ["torch.nn.Hardshrink(lambd=lam)", "keras.activations.hard_shrink(threshold=lam)", "onnx.Shrink(lambd=lam, bias=0.0)"],
    "identity": ["torch.nn.Identity()", "tf.identity()", "keras.activations.linear()", "jax.nn.identity()", "onnx.Identity()"],
    "leaky_relu": [
        "torch.nn.LeakyReLU(negative_slope=alpha)",
        "tf.nn.leaky_relu(alpha=alpha)",
        "keras.activations.leaky_relu(negative_slope=alpha)",
        "keras.layers.LeakyReLU(negative_slope=alpha)",
        "jax.nn.leaky_relu(negative_slope=alpha)",
        "onnx.LeakyRelu(alpha=alpha)",
    ],
    "log_sigmoid": ["torch.nn.LogSigmoid()", "tf.math.log_sigmoid()", "keras.activations.log_sigmoid()", "jax.nn.log_sigmoid()", "scipy.special.log_expit()"],
    "log_softmax": [
        "torch.nn.LogSoftmax(dim=-1)",
        "tf.nn.log_softmax(axis=-1)",
        "keras.activations.log_softmax(axis=-1)",
        "jax.nn.log_softmax(axis=-1)",
        "onnx.LogSoftmax(axis=-1)",
        "scipy.special.log_softmax(axis=-1)",
    ],
    "mish": ["torch.nn.Mish()", "keras.activations.mish()", "jax.nn.mish()", "onnx.Mish()"],
    "prelu": [
        "torch.nn.PReLU(init=alpha)",
        "keras.layers.PReLU(alpha_initializer=keras.initializers.Constant(alpha))",
        "onnx.PRelu(slope=alpha)",
    ],
    "relu": ["torch.nn.ReLU()", "tf.nn.relu()", "keras.activations.relu()", "jax.nn.relu()", "onnx.Relu()"],
    "relu6": ["torch.nn.ReLU6()", "tf.nn.relu6()", "keras.activations.relu6()", "jax.nn.relu6()", "onnx.Clip(min=0.0, max=6.0)"],
    "rrelu": ["torch.nn.RReLU(lower=lower, upper=upper)"],
    "selu": ["torch.nn.SELU()", "tf.nn.selu()", "keras.activations.selu()", "jax.nn.selu()", "onnx.Selu(gamma=lam, alpha=alpha)"],
    "sigmoid": ["torch.nn.Sigmoid()", "tf.sigmoid()", "keras.activations.sigmoid()", "jax.nn.sigmoid()", "onnx.Sigmoid()", "scipy.special.expit()"],
    "sign": ["torch.sign()", "tf.sign()", "keras.ops.sign()", "jnp.sign()", "onnx.Sign()"],
    "silu": [
        "torch.nn.SiLU()",
        "tf.nn.silu(beta=1.0)",
        "tf.nn.swish(beta=1.0)",
        "keras.activations.silu()",
        "keras.activations.swish()",
        "jax.nn.silu()",
        "jax.nn.swish()",
        "onnx.Swish(alpha=1.0)",
    ],
    "sine": ["torch.sin()", "tf.sin()", "keras.ops.sin()", "jnp.sin()", "onnx.Sin()"],
    "smelu": ["keras.activations.sparse_plus()", "jax.nn.sparse_plus()"],
    "softmax": [
        "torch.nn.Softmax(dim=-1)",
        "tf.nn.softmax(axis=-1)",
        "keras.activations.softmax(axis=-1)",
        "jax.nn.softmax(axis=-1)",
        "onnx.Softmax(axis=-1)",
        "scipy.special.softmax(axis=-1)",
    ],
    "softplus": [
        "torch.nn.Softplus(beta=beta)",
        "tf.nn.softplus()",
        "keras.activations.softplus()",
        "jax.nn.softplus()",
        "onnx.Softplus()",
        "scipy.special.softplus()",
    ],
    "softshrink": ["torch.nn.Softshrink(lambd=lam)", "keras.activations.soft_shrink(threshold=lam)", "onnx.Shrink(lambd=lam, bias=lam)"],
    "softsign": ["torch.nn.Softsign()", "tf.nn.softsign()", "keras.activations.softsign()", "jax.nn.soft_sign()", "onnx.Softsign()"],
    "sparsemax": ["keras.activations.sparsemax(axis=-1)"],
    "squareplus": ["keras.activations.squareplus(b=b)", "jax.nn.squareplus(b=b)"],
    "step": [
        "torch.heaviside(torch.zeros_like(x))",
        "tf.experimental.numpy.heaviside(0.0)",
        "keras.ops.heaviside(0.0)",
        "jnp.heaviside(0.0)",
    ],
    "swiglu": ["onnx.SwiGLU()"],
    "swish": ["tf.nn.swish(beta=beta)", "onnx.Swish(alpha=beta)"],
    "tanh": ["torch.nn.Tanh()", "tf.tanh()", "keras.activations.tanh()", "jax.nn.tanh()", "onnx.Tanh()"],
    "tanhshrink": ["torch.nn.Tanhshrink()", "keras.activations.tanh_shrink()"],
    "thresholded_relu": [
        "torch.nn.Threshold(threshold=theta, value=0.0)",
        "keras.activations.threshold(threshold=theta, default_value=0.0)",
        "onnx.ThresholdedRelu(alpha=theta)",
    ],
}

# What a library's own values say about our parameters: read off the function, whatever the library calls them.
READ: dict[str, dict[str, Callable[[Callable[[float], float]], float]]] = {
    "celu": {"alpha": lambda f: -f(-1e3)},
    "elu": {"alpha": lambda f: -f(-1e3)},
    "hard_sigmoid": {"width": lambda f: 1 / (f(1) - f(0)), "offset": lambda f: f(0)},
    "hardshrink": {"lam": lambda f: _jump(f)},
    "leaky_relu": {"alpha": lambda f: -f(-1)},
    "prelu": {"alpha": lambda f: -f(-1)},
    "selu": {"lam": lambda f: f(1), "alpha": lambda f: -f(-1e3) / f(1)},
    "smelu": {"beta": lambda f: 4 * f(0)},
    "softplus": {"beta": lambda f: math.log(2) / f(0)},
    "softshrink": {"lam": lambda f: 100 - f(100)},
    "squareplus": {"b": lambda f: 4 * f(0) ** 2},
    "swish": {"beta": lambda f: math.log(f(1) / (1 - f(1)))},
    "thresholded_relu": {"theta": lambda f: _jump(f)},
}

# Ways to write the same function by hand, and their slope at 0.
BY_HAND = {
    "relu": [
        "torch.relu(x)",
        "torch.maximum(x, torch.zeros_like(x))",
        "torch.clamp(x, min=0)",
        "torch.where(x > 0, x, 0)",
        "(x + torch.abs(x)) / 2",
        "tf.nn.relu(x)",
        "tf.maximum(x, 0.0)",
        "tf.where(x > 0, x, 0.0)",
        "(x + tf.abs(x)) / 2",
        "keras.ops.relu(x)",
        "keras.ops.maximum(x, 0.0)",
        "jax.nn.relu(x)",
        "jnp.maximum(x, 0)",
        "jnp.clip(x, min=0)",
        "jnp.where(x > 0, x, 0)",
        "(x + jnp.abs(x)) / 2",
    ]
}

# Arguments that say where to work, not what to compute.
PLUMBING = {"inplace", "name", "device", "dtype", "out", "dim", "axis", "where", "initial", "casting", "order", "subok", "num_parameters"}
SAME = 1e-6
"""Below this relative difference float32 hardly tells two functions apart, and they count as one."""


def _jump(f: Callable[[float], float]) -> float:
    """Where the function leaves 0 on the right, by bisection."""
    low, high = 0.0, 1e3
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) == 0 else (low, middle)
    return high


# ---- the libraries ---------------------------------------------------------------------------


@cache
def library(word: str) -> Any:
    """A library under the name that its users give it, set up for float64 on the processor, quietly."""
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "JAX_PLATFORMS": "cpu", "KERAS_BACKEND": "tensorflow"}
    if word in ("jax", "jnp"):
        import_module("jax").config.update("jax_enable_x64", True)
    if word == "scipy":
        import_module("scipy.special")
    if word == "tf":
        logging.getLogger("tensorflow").setLevel(logging.ERROR)
    return import_module({"tf": "tensorflow", "jnp": "jax.numpy"}.get(word, word))


class _Words(dict[str, Any]):
    """Names in a line of code: those given, our parameters among them, and the libraries as they are asked for."""

    def __missing__(self, word: str) -> Any:
        if word not in LIBRARIES:
            raise KeyError(word)
        return library(word)


class Peer:
    """One library's function, as a line such as `torch.nn.ELU(alpha=alpha)`, for one of ours."""

    def __init__(self, line: str, ours: Activation):
        call = ast.parse(line, mode="eval").body
        assert isinstance(call, ast.Call), line
        self.path, self.ours = ast.unparse(call.func), ours
        self.second = [ast.unparse(argument) for argument in call.args]  # after x
        self.settings = {keyword.arg or "": ast.unparse(keyword.value) for keyword in call.keywords}
        self.library = LIBRARIES[self.path.partition(".")[0]]

    @cached_property
    def thing(self) -> Any:
        """The function or the class itself; of ONNX, the definition of the operator."""
        word, *rest = self.path.split(".")
        if word == "onnx":
            return library("onnx").defs.get_schema(rest[0])
        found = library(word)
        for part in rest:
            found = getattr(found, part)
        return found

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """Arguments that shape the function, with the defaults that the library itself states."""
        if self.library == "onnx":
            read = library("onnx").helper.get_attribute_value
            found = {name: read(a.default_value) for name, a in self.thing.attributes.items() if a.default_value.name}
            found = {name: value.decode() if isinstance(value, bytes) else value for name, value in found.items()}
        else:
            try:
                parameters = inspect.signature(self.thing).parameters
            except ValueError:  # compiled code that states none
                return {}
            found = {name: p.default for name, p in parameters.items() if p.default is not p.empty}
        return {name: _plain(value) for name, value in found.items() if value is not None and name not in PLUMBING}

    @property
    def demands(self) -> list[str]:
        """Arguments that the library has no default for."""
        return [*self.second, *sorted(set(self.settings) - set(self.defaults) - PLUMBING)]

    def evaluated(self, text: str, **more: Any) -> Any:
        parameters = {name: p.default for name, p in self.ours.parameters.items()}
        return eval(text, _Words(parameters | more))

    def arguments(self, own: bool, x: Any) -> dict[str, Any]:
        """What it is called with: to be ours, or (`own`) no more than the library demands."""
        return {name: self.evaluated(text, x=x) for name, text in self.settings.items() if not own or name not in self.defaults}

    @property
    def call(self) -> str:
        """How a user gets our function from the library: its name, and the arguments that do not go without saying."""
        said = ["x", *self.second] if self.second else []
        for name, text in self.settings.items():
            try:
                value = _plain(self.evaluated(text))
            except NameError:  # it takes the input's own shape
                value = None
            if name in PLUMBING or value is None or not _same(value, self.defaults.get(name)):
                said.append(f"{name}={self.with_numbers(text)}")
        return f"{self.path}({', '.join(said)})" if said else self.path

    def with_numbers(self, text: str) -> str:
        """An argument as a user types it: our parameters by their values."""
        return re.sub(r"\w+", lambda word: f"{self.ours.parameters[word[0]].default:.6g}" if word[0] in self.ours.parameters else word[0], text)

    def run(self, x: Points, own: bool = False) -> Points:
        return _run(self.library, lambda u: self._apply(u, own), x)

    def slope(self, x: Points, own: bool = False) -> Points | None:
        """Its derivative by the library's own differentiation; None where it has none."""
        return _slope(self.library, lambda u: self._apply(u, own), x)

    def _apply(self, x: Any, own: bool) -> Any:
        arguments = self.arguments(own, x)
        if self.library == "onnx":
            return _operator(self.thing, x, arguments)
        thing: Any = self.thing
        if not isinstance(thing, type):
            return thing(x, *(self.evaluated(text, x=x) for text in self.second), **arguments)
        make: Any = thing  # a layer: it is made first, then called
        return make(**arguments).to(x.dtype).eval()(x) if self.library == "torch" else make(dtype=x.dtype.name, **arguments)(x)


def _plain(value: Any) -> Any:
    """A default as JSON has it; a number kept in single precision is the decimal it stands for."""
    if isinstance(value, float) and float(np.float32(value)) == value:
        return float(str(np.float32(value)))
    return value if isinstance(value, (bool, int, float, str)) else repr(value)


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= SAME * abs(a)
    return bool(a == b)


def _run(name: str, f: Callable[[Any], Any], x: Points) -> Points:
    """The function on an array, in its dtype."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        if name == "torch":
            return np.asarray(f(library("torch").tensor(x)).detach())
        if name in ("tensorflow", "keras"):
            return np.asarray(f(library("tf").constant(x)))
        return np.asarray(f(library("jnp").asarray(x) if name == "jax" else x))


def _slope(name: str, f: Callable[[Any], Any], x: Points) -> Points | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if name == "torch":
            u = library("torch").tensor(x, requires_grad=True)
            try:
                y = f(u)
                y.backward(library("torch").ones_like(y))
            except (NotImplementedError, RuntimeError):
                return None
            return np.asarray(u.grad)
        if name in ("tensorflow", "keras"):
            u = library("tf").constant(x)
            with library("tf").GradientTape() as tape:
                tape.watch(u)
                y = f(u)
            slope = tape.gradient(y, u)
            return None if slope is None else np.asarray(slope)
        if name == "jax":
            y, back = library("jax").vjp(f, library("jnp").asarray(x))
            return np.asarray(back(library("jnp").ones_like(y))[0])
    return None


def _operator(schema: Any, x: Points, arguments: dict[str, Any]) -> Points:
    """One ONNX operator on an array, by the reference evaluator in NumPy."""
    onnx, helper = library("onnx"), library("onnx").helper
    kind = helper.np_dtype_to_tensor_dtype(x.dtype)
    first, *others = [i.name for i in schema.inputs]
    inputs = {first: x} | {name: np.asarray(arguments[name], x.dtype) for name in others if name in arguments}
    attributes = {name: value for name, value in arguments.items() if name not in inputs}
    if schema.min_input == 2 and len(inputs) == 1:  # a gate that takes its two halves apart
        inputs = dict(zip((first, *others), np.split(x, 2, -1), strict=True))
    infos = [helper.make_tensor_value_info(name, kind, array.shape) for name, array in inputs.items()]
    graph = helper.make_graph(
        [helper.make_node(schema.name, [i.name for i in infos], ["y"], **attributes)], "one", infos, [helper.make_tensor_value_info("y", kind, None)]
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", onnx.defs.onnx_opset_version())])
    result: Points = import_module("onnx.reference").ReferenceEvaluator(model).run(None, inputs)[0]
    return result


def peers_of(name: str) -> list[Peer]:
    return [Peer(line, ALL[name]) for line in PEERS.get(name, [])]


# ---- names and defaults ----------------------------------------------------------------------


@cache
def places(mixes: bool) -> Points:
    """Where two functions are compared: off the kinks, and for functions that mix entries a heap of vectors."""
    return np.random.default_rng(0).normal(size=(200, 6)) * 3 if mixes else np.linspace(-8, 8, 641) + 0.0017


def gap(theirs: Points, ours: Points) -> float:
    """The largest relative difference."""
    if theirs.shape != ours.shape:
        return math.inf
    return float(np.max(np.abs(theirs - ours) / (1 + np.abs(ours))))


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


def ours_peers(name: str) -> dict[str, Peer]:
    """One a library: the first that can be made ours."""
    ours, x = ALL[name], places(ALL[name].mixes)
    found: dict[str, Peer] = {}
    for peer in peers_of(name):
        if peer.library not in found and gap(peer.run(x), ours(x)) < SAME:
            found[peer.library] = peer
    return found


# ---- conventions -----------------------------------------------------------------------------


def settings_of(f: Activation) -> dict[str, Any]:
    return {name: arb(p.default) for name, p in f.parameters.items()}


def kinks(name: str) -> list[dict[str, Any]]:
    """At each kink the slopes on both sides, and what everyone returns there."""
    f, found = ALL[name], []
    for kink in f.kinks:
        at, left, right = (float(formula.value(line, 0.0, **settings_of(f))) for line in (kink.at, kink.left, kink.right))
        x = np.array([at])
        said: dict[str, Any] = {OURS: {"value": number(f(x)[0]), "slope": number(f.derivative(x)[0])}}
        for package, peer in ours_peers(name).items():
            slope = peer.slope(x)
            said[package] = {"value": number(peer.run(x)[0]), "slope": None if slope is None else number(slope[0])}
        found.append({"at": number(at), "left": number(left), "right": number(right), "jump": kink.jump, "returns": said})
    return found


def number(value: Any) -> Any:
    """A number as JSON has it: what is not finite as a word, a whole number without its sign of zero."""
    value = float(f"{float(value):.7g}") + 0.0
    return value if math.isfinite(value) else str(value)


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
            slope = _slope(package, lambda x, line=line: eval(line, _Words(x=x)), np.array([0.0]))  # type: ignore[misc]
            assert slope is not None, line
            found.setdefault(name, []).append({"library": package, "code": line, "slope": number(slope[0])})
    return found


# ---- accuracy --------------------------------------------------------------------------------


class Truth(NamedTuple):
    """Points, and the true number at each as a double and what is left beyond it."""

    x: Points
    near: Points
    rest: Points


FORMATS = {"float64": (53, -1074, 1e-290), "float32": (24, -149, 1e-35)}
"""Bits, the exponent of the smallest number, and the size below which results are left out."""
WHAT = {"value": ("float64", 0), "derivative": ("float64", 1), "single": ("float32", 0)}
"""What is measured: the format, and how often the function is differentiated."""
FAR, NEAR_ROOT = 1e8, 0.01


def both_signs(points: Points) -> Points:
    return np.concatenate([points, -points])


def dense(f: Activation, dtype: str, thin: int = 1) -> Points:
    """About twenty thousand points: log-spaced to the ends of the range, dense in the middle and near zeros. `thin` keeps one of so many."""
    rng = np.random.default_rng(2026)
    low = {"float64": 1e-300, "float32": 1.2e-38}[dtype]  # normal numbers: below them some libraries read 0
    parts = [
        both_signs(np.geomspace(low, FAR, 3000)),
        both_signs(np.geomspace(1e-3, 760, 4000)),
        rng.uniform(-4, 4, 3000),
        rng.uniform(-40, 40, 2000),
        rng.uniform(-748, -700, 500),
        *(root + both_signs(np.geomspace(1e-4, 0.3, 400)) for root in [*roots(f, 0), *roots(f, 1)]),
    ]
    return np.unique(np.concatenate(parts)[::thin].astype(dtype)).astype(np.float64)


@cache
def roots(f: Activation, order: int) -> tuple[float, ...]:
    """Where the function (or its derivative) changes its sign, to three digits."""
    grid = np.arange(-10, 10, 1e-3) + 3e-4
    sign = np.sign((f, f.derivative)[order](grid))
    return tuple(grid[:-1][sign[:-1] * sign[1:] < 0].tolist())


def truth(f: Activation, x: Points, order: int, floor: float) -> Truth:
    """The formula in ball arithmetic; left out are kinks, results too small, and the close surroundings of roots away from 0."""
    settings = settings_of(f)
    kept = np.abs(x) <= FAR
    for root in roots(f, order):
        kept &= (np.abs(x - root) > NEAR_ROOT) | (abs(root) < NEAR_ROOT)
    for kink in f.kinks:
        kept &= x != float(formula.value(kink.at, 0.0, **settings))
    found = []
    for point in x[kept].tolist():
        true = _settled(f.formula, point, order, settings)
        if true == 0 or floor < float(abs(true).upper()) < 1e300:
            near = float(true.mid())
            found.append((point, near, float((true - arb(near)).mid())))
    return Truth(*(np.array(column) for column in zip(*found, strict=True)))


def _settled(line: str, x: float, order: int, settings: dict[str, Any]) -> arb:
    for bits in (128, 700, 3200):
        with flint.ctx.workprec(bits):
            true = formula.jet(line, arb(x), order, **settings)[order]
            if true.is_exact() or true.rel_accuracy_bits() >= 80 or true.abs_upper() < arb(2) ** -1200:
                return true
    raise ArithmeticError(f"{line} at {x!r}: {true}")


def errors(got: Points, true: Truth, dtype: str) -> tuple[Points, Points]:
    """The error at each point, in units in the last place and relative to the true number."""
    bits, least, _ = FORMATS[dtype]
    with np.errstate(all="ignore"):
        off = np.abs((got.astype(np.float64) - true.near) - true.rest)
        off = np.where(np.isfinite(got), off, np.inf)
        unit = np.ldexp(1.0, np.maximum(np.frexp(true.near)[1] - bits, least))
        return off / unit, np.where(off == 0, 0.0, off / np.abs(true.near))


def judged(got: Points, true: Truth, dtype: str) -> dict[str, Any]:
    """The worst error, and where at least half of the digits are gone.

    On each side of 0 either from some point outwards (a boundary of 0 is the whole side), or from 0 up to some point.
    """
    ulps, relative = errors(got, true, dtype)
    gone = relative >= 2.0 ** (-FORMATS[dtype][0] / 2)
    lost = {}
    for side, outwards, inwards in ((-1, "left", "below"), (1, "right", "above")):
        here = np.sign(true.x) == side
        order = np.argsort(np.abs(true.x[here]))
        x, out = true.x[here][order], gone[here][order]
        far, near = _run_of(out[::-1]), _run_of(out)
        if far:
            lost[outwards] = 0.0 if far == len(x) else number(f"{x[-far]:.3g}")
        elif near:
            lost[inwards] = number(f"{x[near - 1]:.2g}")
    return {"ulp": round_up(float(np.max(ulps))), "lost": lost}


def _run_of(gone: Points) -> int:
    """How many points in a row are gone from the beginning; three make a run."""
    run = len(gone) if gone.all() else int(np.argmin(gone))
    return run if run >= 3 else 0


def round_up(value: float) -> Any:
    """Two digits, never to the better side."""
    if not math.isfinite(value):
        return str(value)
    if value == 0:
        return 0.0
    scale = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / scale - 1e-9) * scale:.2g}")


def accuracy(name: str, thin: int = 1, peers: bool = True) -> dict[str, dict[str, Any]]:
    """Value and derivative in float64 and value in float32, of this module and of each library that can be made ours."""
    f = ALL[name]
    found: dict[str, dict[str, Any]] = {}
    everyone = ours_peers(name) if peers else {}
    for what, (dtype, order) in WHAT.items():
        true = truth(f, dense(f, dtype, thin), order, FORMATS[dtype][2])
        x = true.x.astype(dtype)
        found.setdefault(OURS, {})[what] = judged((f, f.derivative)[order](x), true, dtype)
        for package, peer in everyone.items():
            got = peer.slope(x) if order else peer.run(x)
            if got is not None:
                found.setdefault(package, {})[what] = judged(got, true, dtype)
    return found


def vectors() -> Iterable[Points]:
    """Inputs of functions that mix entries: few and many, close together and far apart, shifted far away."""
    rng = np.random.default_rng(2026)
    for n, spread, times in [(2, 1, 200), (2, 40, 200), (3, 300, 200), (10, 1, 60), (10, 100, 60), (100, 5, 10), (1000, 3, 4)]:
        for _ in range(times):
            yield rng.normal(size=n) * spread
            yield rng.normal(size=n) * spread + rng.choice([1e3, -1e5, 1e-5])
    for distance in (1e-16, 20.0, 36.7, 100.0, 600.0):
        yield np.array([distance, 0.0])
        yield np.array([distance / 2, -distance / 2, 0.1])


def true_softmax(x: Points) -> list[arb]:
    powers = [(arb(entry) - arb(max(x.tolist()))).exp() for entry in x.tolist()]
    total = sum(powers, arb(0))
    return [power / total for power in powers]


MIXED: dict[str, Callable[[Points], list[arb]]] = {"softmax": true_softmax, "log_softmax": lambda x: [p.log() for p in true_softmax(x)]}


def accuracy_of_vectors(name: str, peers: bool = True) -> dict[str, dict[str, Any]]:
    everyone, worst = _everyone(name, peers), dict[tuple[str, str], tuple[float, float]]()
    for what, (dtype, order) in WHAT.items():
        if order:
            continue
        for x in vectors():
            x = x.astype(dtype)
            with flint.ctx.workprec(2200):  # the log of a number within exp(-1000) of 1 must still be known
                balls = MIXED[name](x.astype(np.float64))
                near = np.array([float(p.mid()) for p in balls])
                rest = np.array([float((p - arb(n)).mid()) for p, n in zip(balls, near.tolist(), strict=True)])
            kept = np.abs(near) > FORMATS[dtype][2]
            for package, run in everyone.items():
                ulps, relative = errors(run(x[None, :])[0][kept], Truth(x[kept], near[kept], rest[kept]), dtype)
                before = worst.get((package, what), (0.0, 0.0))
                worst[package, what] = (max(before[0], float(ulps.max())), max(before[1], float(relative.max())))
    found: dict[str, dict[str, Any]] = {}
    for (package, what), (ulp, off) in worst.items():
        found.setdefault(package, {})[what] = {"ulp": round_up(ulp), "lost": {"some": True} if off >= 2.0 ** (-FORMATS[WHAT[what][0]][0] / 2) else {}}
    return found


def _everyone(name: str, peers: bool) -> dict[str, Callable[[Points], Points]]:
    """This module's function and each library's."""
    return {OURS: ALL[name]} | ({package: peer.run for package, peer in ours_peers(name).items()} if peers else {})


def digits_left(name: str, low: float, high: float, step: float, peers: bool = True) -> dict[str, list[float]]:
    """How many decimal digits of the value are right, the worst in each stretch of the line: for a picture."""
    f = ALL[name]
    starts = np.arange(low, high, step)
    x = (starts[:, None] + step * (np.arange(12) + 0.37) / 12).ravel()
    true = [_settled(f.formula, point, 0, settings_of(f)) for point in x.tolist()]
    near = np.array([float(t.mid()) for t in true])
    exact = Truth(x, near, np.array([float((t - arb(n)).mid()) for t, n in zip(true, near.tolist(), strict=True)]))
    found = {"x": np.round(starts + step / 2, 6).tolist()}
    for package, run in _everyone(name, peers).items():
        relative = errors(run(x), exact, "float64")[1].reshape(len(starts), -1).max(axis=1)
        found[package] = np.abs(np.round(np.log10(np.clip(relative, 2.0**-53, 1.0)), 2)).tolist()
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


def written(record: dict[str, Any]) -> str:
    """Sorted, one line a leaf: a list of numbers stays on its line."""
    text = json.dumps(record, indent=1, sort_keys=True, allow_nan=False)
    return re.sub(r"\[[\s\d.,e+-]*\]", lambda m: " ".join(m.group().split()), text) + "\n"


if __name__ == "__main__":
    only_here, days = "--here" in sys.argv, [word for word in sys.argv[1:] if word != "--here"]
    day = days[0] if days else date.today().isoformat()
    RECORD.write_text(written(here(json.loads(RECORD.read_text("utf-8")), day) if only_here else measure(day)), "utf-8")
