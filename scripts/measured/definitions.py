"""What a package's name for a function computes: the package's own definition, found and made ready to run."""

from __future__ import annotations

import ast
import math
import re
import sys
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from measured.reading_code import root, tree


@cache
def timm_layers() -> Any:
    """The table of timm's functions, imported alone: the package's own front door imports torchvision."""
    aside = {name: sys.modules.pop(name) for name in [*sys.modules] if name.partition(".")[0] == "timm"}
    for name, folder in (("timm", "."), ("timm.layers", "layers")):
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__path__ = [str(root("timm") / folder)]
    layers = import_module("timm.layers.create_act")
    for name in [name for name in sys.modules if name.partition(".")[0] == "timm"]:
        del sys.modules[name]
    sys.modules.update(aside)
    return layers


@cache
def feed_forward(name: str) -> tuple[Callable[[Any], Any], bool]:
    """The function of a feed-forward part of diffusers, its linear layer taken out; and whether it is a gate, whose other half is then 1."""
    torch, made = import_module("torch"), import_module("diffusers.models.attention").FeedForward(8, activation_fn=name).net[0]
    made.proj = torch.nn.Identity()
    if made(torch.zeros(1, 8)).shape[-1] == 8:
        return made, False

    def gate(x: Any) -> Any:
        pairs = torch.stack((torch.ones_like(x), x), -1)
        return made(pairs)[..., 0]

    return gate, True


@cache
def defined(package: str, name: str, file: str) -> Callable[[Any], Any]:
    """The package's own definition behind a name, or behind an expression in one of its files."""
    found: Callable[[Any], Any] = {"transformers": _of_transformers, "timm": _of_timm, "diffusers": _of_diffusers}[package](name, root(package).parent / file)
    return found


def _of_transformers(name: str, file: Path) -> Any:
    table = import_module("transformers.activations").ACT2FN
    if name in table:
        return table[name]
    scope = Scope(file, ACT2FN=table)
    return lambda x: eval(name, scope.at(x))


def _of_timm(name: str, file: Path) -> Any:
    layers = timm_layers()
    if name.isidentifier() and name.islower():
        return layers.get_act_layer(name)()
    scope = Scope(file, **{word: getattr(layers, word) for word in dir(layers) if not word.startswith("_")})
    return eval(name, scope)()


def _of_diffusers(name: str, file: Path) -> Any:
    if name in FEED_FORWARD:
        return feed_forward(name)[0]
    activations = import_module("diffusers.models.activations")
    if name in activations.ACT2CLS:
        return activations.get_activation(name)
    if name in ELSEWHERE:
        at, name = ELSEWHERE[name]
        file = root("diffusers") / at
    scope = Scope(file, **vars(activations))
    return lambda x: eval(name, scope.at(x))


ELSEWHERE = {"snakebeta": ("models/autoencoders/autoencoder_oobleck.py", "Snake1d(1)(x.reshape(1, 1, -1)).reshape(x.shape)")}
"""Words of diffusers that no table has: the file and the call that they stand for."""

FEED_FORWARD = {"gelu", "gelu-approximate", "geglu", "geglu-approximate", "swiglu", "linear-silu"}


def _names(node: ast.stmt) -> str:
    """The name that a statement of a file defines."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return ""


class Scope(dict[str, Any]):
    """Names in an expression of a file: PyTorch's, and the functions and classes that the file itself defines, each compiled alone."""

    def __init__(self, file: Path, **more: Any) -> None:
        torch = import_module("torch")
        super().__init__(more | {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math, "partial": partial, "Tensor": torch.Tensor})
        self.file = file

    def at(self, x: Any) -> Scope:
        self["x"] = x
        return self

    def __missing__(self, word: str) -> Any:
        node = next((each for each in tree(self.file).body if _names(each) == word), None)
        if node is None:
            raise KeyError(word)
        alone = ast.parse("from __future__ import annotations")
        alone.body.append(node)
        made: dict[str, Any] = dict(self)
        exec(compile(alone, str(self.file), "exec"), made)
        self[word] = made[word]
        return made[word]


def called(name: str) -> str:
    """What stands for the function in the line: the call of a rule without its argument."""
    looked_up, made = re.fullmatch(r'ACT2FN\["(\w+)"\]\(x\)', name), re.fullmatch(r"([\w.]+)(\([\d.]*\))?\(x.*\)", name)
    return looked_up[1] if looked_up else made[1] if made else name
