"""One name, several functions: what leaky ReLU and the hard sigmoid are in each library, every default left as it is."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import hard_sigmoid, leaky_relu
from language.words import Words
from mathematics.recorded import recorded

title = Words("名稱相同，預設值不同，函數就不同", "The same name with another default is another function")
caption = Words(
    "左：Leaky ReLU，各家預設的負側斜率。右：Hard sigmoid，各家預設的寬度。參數是從各家算出的值讀回來的。",
    "Left: leaky ReLU with each library's default slope on the left. Right: the hard sigmoid with each library's default width. The parameters were read back from the values that the libraries compute.",
)
alt = Words(
    "左：三條折線在原點右邊重合，左邊的斜率不同。右：三條由零升到一的斜坡，寬度不同。",
    "Left: three bent lines that coincide to the right of the origin and have different slopes to the left of it. Right: three ramps from zero to one of different widths.",
)
description = Words(
    "Leaky ReLU在負側的斜率：PyTorch是$[[one_name.leaky_torch]]$，TensorFlow是$[[one_name.leaky_tensorflow]]$，Keras的層是$[[one_name.leaky_layer]]$。Hard sigmoid由$0$升到$1$的寬度：PyTorch是$[[one_name.hard_torch]]$，ONNX是$[[one_name.hard_onnx]]$，`sparse_sigmoid`是$[[one_name.hard_sparse]]$。",
    "The slope of leaky ReLU on the left: $[[one_name.leaky_torch]]$ in PyTorch, $[[one_name.leaky_tensorflow]]$ in TensorFlow, $[[one_name.leaky_layer]]$ in the layer of Keras. The width over which the hard sigmoid rises from $0$ to $1$: $[[one_name.hard_torch]]$ in PyTorch, $[[one_name.hard_onnx]]$ in ONNX, $[[one_name.hard_sparse]]$ for `sparse_sigmoid`.",
)
panels = 2
COLOURS = ("c1", "c3", "c4", "c2")
LAYER = Words("Keras的層", "Keras, the layer")
LIBRARIES = {"torch": "PyTorch", "tensorflow": "TensorFlow", "keras": "Keras", "jax": "JAX", "onnx": "ONNX"}


@cache
def defaults(name, parameter):
    """The parameter of each library's function, by its full name."""
    return {offer["name"]: offer["parameters"][parameter] for offer in recorded("peers")["names"][name] if "parameters" in offer}


def numbers():
    leaky, hard = defaults("leaky_relu", "alpha"), defaults("hard_sigmoid", "width")
    found = {
        "leaky_torch": leaky["torch.nn.LeakyReLU"],
        "leaky_tensorflow": leaky["tf.nn.leaky_relu"],
        "leaky_layer": leaky["keras.layers.LeakyReLU"],
        "hard_torch": hard["torch.nn.Hardsigmoid"],
        "hard_onnx": hard["onnx.HardSigmoid"],
        "hard_sparse": hard["jax.nn.sparse_sigmoid"],
        "gelu": next(offer["gap"] for offer in recorded("peers")["names"]["gelu"] if offer["library"] == "jax"),
    }
    return {name: Fraction(str(value)) for name, value in found.items()}


def grouped(name, parameter, pen):
    """Each default once, with the libraries that have it; a second function of a library goes by its own name."""
    groups, seen = {}, set()
    for offer in recorded("peers")["names"][name]:
        if value := offer.get("parameters", {}).get(parameter):
            who = LIBRARIES[offer["library"]] if offer["library"] not in seen else offer["name"].rpartition(".")[2]
            who = pen.say(LAYER) if ".layers." in offer["name"] else who
            seen.add(offer["library"])
            groups.setdefault(value, {})[who] = None
    return [(value, ", ".join(who)) for value, who in sorted(groups.items())]


def holds(drawn):
    return {
        Words("預設值不同，函數就不同", "another default is another function"): all(
            len({*defaults(*of).values()}) > 1 for of in (("leaky_relu", "alpha"), ("hard_sigmoid", "width"))
        ),
        Words("三條折線", "three bent lines"): sum(name.startswith("leaky_relu") for name in drawn) == 3,
        Words("三條由零升到一的斜坡", "three ramps from zero to one"): sum(name.startswith("hard_sigmoid") for name in drawn) == 3,
    }


def draw(axes, pen):
    left, right = axes
    x = np.linspace(-5, 2, 141)
    for k, (value, who) in enumerate(grouped("leaky_relu", "alpha", pen)):
        pen.graph(left, leaky_relu, x, given={"alpha": value}, colour=COLOURS[k], label=None)
        pen.note(left, -1.9, -0.8 - 0.42 * k, f"{value:g}  {who}", COLOURS[k], ha="left", fontsize=10)
    left.set_xlim(-5, 3.5)
    left.set_ylim(-2, 2)
    pen.ticks(left, x=[-4, 0, 2], y=[-1, 0, 1, 2])
    x = np.linspace(-4, 4, 161)
    for k, (value, who) in enumerate(reversed(grouped("hard_sigmoid", "width", pen))):
        pen.graph(right, hard_sigmoid, x, given={"width": value}, colour=COLOURS[k], label=None)
        pen.note(right, 1.2, 0.4 - 0.13 * k, f"{value:g}  {who}", COLOURS[k], ha="left", fontsize=10)
    right.set_xlim(-4, 7)
    right.set_ylim(-0.05, 1.2)
    pen.ticks(right, x=[-3, 0, 3], y=[0, 1])
