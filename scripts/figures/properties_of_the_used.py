"""Five properties of nine well-known functions, and how many model families have each function by default."""

from functools import cache

import numpy as np

from activation_functions import ALL
from drawing.figure import COLOURS
from figures.who_uses import families
from language.words import Words

title = Words("tanh五樣都有，常用的卻是別的函數", "tanh has all five, and others are used")
caption = Words(
    "實心的點表示有這種性質，空心表示沒有。有導數是說處處都有，零中心是輸入為標準常態時平均恰好為零；連續而斜率有界，就是利普希茨連續。右邊是以它為預設的模型家族數，共讀了$[[who_uses.families]]$個。",
    "A full dot: the function has the property; a hollow one: it has not. Differentiable means everywhere, centred a mean of exactly zero for standard normal inputs; continuous with a bounded slope is Lipschitz continuous. On the right, the number of model families with it by default, of $[[who_uses.families]]$ read.",
)
alt = Words(
    "九個函數各有五個點：tanh的全是實心，GELU與SiLU只有兩個實心；右邊的數字卻是GELU與SiLU最大。",
    "Nine functions with five dots each: those of tanh are all full, those of GELU and SiLU have two full ones; yet the numbers on the right are largest for GELU and SiLU.",
)
description = Words(
    "tanh在五種性質裡有$[[properties_of_the_used.tanh]]$種，GELU有$[[properties_of_the_used.gelu]]$種，ReLU有$[[properties_of_the_used.relu]]$種。",
    "Of the five properties tanh has $[[properties_of_the_used.tanh]]$, GELU $[[properties_of_the_used.gelu]]$ and ReLU $[[properties_of_the_used.relu]]$.",
)
SHOWN = ("tanh", "sigmoid", "softplus", "relu", "leaky_relu", "elu", "gelu", "silu", "mish")
COLUMNS = (Words("有導數", "differentiable"), Words("單調", "monotone"), Words("有界", "bounded"), Words("零中心", "centred"), Words("斜率有界", "Lipschitz"))


X = np.linspace(-12, 12, 24_001)
FAR = np.array([-1e6, 1e6])


@cache
def has(name):
    """Whether the function has each of the five properties, in the order of COLUMNS, as far as many points can tell: a test compares with the proved facts."""
    f = ALL[name]
    slopes, near = f.derivative(X), 1e-9
    smooth = all(abs(f.derivative(float(kink.at) - near) - f.derivative(float(kink.at) + near)) < 1e-6 for kink in f.kinks)
    monotone = bool(np.all(slopes >= 0) or np.all(slopes <= 0))
    bounded = bool(np.all(np.abs(f(FAR)) < 1e3))
    centred = bool(abs(np.average(f(X), weights=np.exp(-X * X / 2))) < 1e-6)
    lipschitz = bool(np.all(np.abs(f.derivative(FAR)) < 1e3))
    return smooth, monotone, bounded, centred, lipschitz


def used(name):
    """The model families that have the function by default."""
    return len(families(function=name))


def numbers():
    return {name: sum(has(name)) for name in SHOWN}


def holds(drawn):
    count = {name: used(name) for name in SHOWN}
    return {
        Words("tanh五樣都有", "tanh has all five"): all(has("tanh")) and sum(map(all, map(has, SHOWN))) == 1,
        Words("常用的卻是別的函數", "others are used"): count["tanh"] < max(count.values()) / 5,
        Words("GELU與SiLU只有兩個實心", "those of GELU and SiLU have two full ones"): sum(has("gelu")) == sum(has("silu")) == 2,
        Words("右邊的數字卻是GELU與SiLU最大", "the numbers on the right are largest for GELU and SiLU"): set(sorted(SHOWN, key=lambda name: count[name])[-2:])
        == {"gelu", "silu"},
    }


def draw(ax, pen):
    places = np.arange(len(SHOWN))[::-1]
    for column in range(len(COLUMNS)):
        pen.keep(f"property {column + 1}, by row: its number, or 0", places[::-1], [(column + 1) * has(name)[column] for name in SHOWN])
    pen.keep("model families, by row", places[::-1], [used(name) for name in SHOWN])
    for place, name in zip(places, SHOWN, strict=True):
        for column, full in enumerate(has(name)):
            ax.plot([column], [place], "o", markersize=9, markeredgecolor=COLOURS["c1"][0], color=COLOURS["c1"][0] if full else "none", markeredgewidth=1.3)
        pen.note(ax, -0.55, place, ALL[name].name, "ink", (-1, 0), fontsize=10.5)
        pen.note(ax, len(COLUMNS) + 0.35, place, str(used(name)), "ink", (-1, 0), fontsize=10.5)
    for column, words in enumerate(COLUMNS):
        pen.note(ax, column, len(SHOWN) - 0.45, words, "muted", (0, 1), fontsize=9 if pen.narrow else 10, rotation=90 if pen.narrow else 0)
    pen.note(
        ax,
        len(COLUMNS) + 0.1,
        len(SHOWN) - 0.45,
        Words("家族數", "families"),
        "muted",
        (0, 1),
        fontsize=9 if pen.narrow else 10,
        rotation=90 if pen.narrow else 0,
    )
    ax.set_xlim(-2.2, len(COLUMNS) + 0.7)
    ax.set_ylim(-0.6, len(SHOWN) + (4.6 if pen.narrow else 0.4))
    ax.set_axis_off()
