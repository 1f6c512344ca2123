"""ReLU's kink and the lines that touch it from below: libraries pick one, and not all the same."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import relu
from language.words import Words
from mathematics.recorded import recorded

title = Words("在轉折點上，斜率是選出來的", "At a kink the slope is a choice")
caption = Words(
    "ReLU（實線）與在$x=0$處從下方碰到它的直線（虛線）。斜率由$0$到$1$的每一條都碰得到；旁邊寫的是在$0$處回傳這個斜率的程式。",
    "ReLU (solid) and lines that touch it from below at $x = 0$ (dashed). Every slope from $0$ to $1$ will do; beside each stands code that returns it at $0$.",
)
alt = Words(
    "ReLU的折線，三條虛線通過原點：水平的一條、斜率一半的一條、斜率為一的一條，各標著一行程式。",
    "The bent line of ReLU and three dashed lines through the origin: one level, one of slope one half, one of slope one, each with a line of code.",
)
description = Words(
    "同一個函數有$[[slopes_at_a_kink.ways]]$種寫法，在$0$處算出的斜率有$[[slopes_at_a_kink.slopes]]$種。",
    "The same function, written in $[[slopes_at_a_kink.ways]]$ ways, has $[[slopes_at_a_kink.slopes]]$ different slopes at $0$.",
)


@cache
def written():
    """For each slope at 0 the shortest code that returns it."""
    found = {}
    for way in sorted(recorded("peers")["by_hand"]["relu"], key=lambda way: (len(way["code"]), way["code"])):
        found.setdefault(way["slope"], way["code"])
    return dict(sorted(found.items()))


def numbers():
    peers = recorded("peers")
    kink = {name: {package: said["slope"] for package, said in peers["kinks"][name][0]["returns"].items()} for name in ("celu", "prelu", "abs")}
    return {
        "ways": len(peers["by_hand"]["relu"]),
        "slopes": len(written()),
        "celu_keras": Fraction(str(kink["celu"]["keras"])),
        "prelu_keras": Fraction(str(kink["prelu"]["keras"])),
        "abs_torch": Fraction(str(kink["abs"]["torch"])),
        "abs_jax": Fraction(str(kink["abs"]["jax"])),
        "abs_here": Fraction(str(kink["abs"]["activation_functions"])),
    }


def holds(drawn):
    return {
        Words("斜率是選出來的", "the slope is a choice"): len(written()) > 1,
        Words("水平的一條、斜率一半的一條、斜率為一的一條", "one level, one of slope one half, one of slope one"): [*written()] == [0, 0.5, 1],
    }


def draw(ax, pen):
    x = np.array([-2.0, 0.0, 2.0])
    for k, (slope, code) in enumerate(written().items()):
        pen.curve(ax, x, slope * x, f"slope {slope:g}", "c2", f"{slope:g}", at=0, offset=(8, -6) if slope == 0 else (-6, 0), linestyle="--")
        pen.note(ax, 0.1, -0.6 - 0.5 * k, f"{slope:g}:  {code}", "c2", ha="left", fontsize=10)
    pen.graph(ax, relu, x, offset=(-38, -8))
    pen.dot(ax, 0, 0)
    ax.set_xlim(-2.8, 2)
    ax.set_ylim(-2.4, 2)
    pen.ticks(ax, x=[-2, 0, 2], y=[-2, -1, 0, 1, 2])
