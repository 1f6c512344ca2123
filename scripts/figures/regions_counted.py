"""How many regions ReLU networks have around their data, before and after training, beside what could be."""

from fractions import Fraction
from typing import Any

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.regions import most
from mathematics.study import study

title = Words("有偏置時，區域數約是單元數平方的一半", "With biases: about half the square of the number of units")
caption = Words(
    "雙月牙周圍的正方形被分成幾塊，五個種子的平均：空心是訓練之前，實心是訓練之後；灰色的短線是單元總數平方的一半，橘色的是上限。$2\\times 8$是兩層、每層八個單元；下面沒有這樣寫的各列都是$2\\times 8$。橫軸是對數刻度。",
    "Into how many regions the square around two moons is cut, the mean of five seeds: hollow before training, filled after it; the grey bar is half the square of the number of all units, the orange bar the upper bound. $2\\times 8$ is two layers of eight units, and so are all rows that do not say otherwise. The horizontal axis is logarithmic.",
)
alt = Words(
    "一列一種設定。除了沒有偏置的一列，實心圓點都在灰色短線附近；橘色短線在它們右邊，單元一樣多時，層數越多離得越遠。",
    "One row for each setting. Except in the row without biases the filled dots lie near the grey bars; the orange bars lie to their right, and for the same number of units the farther the more layers there are.",
)
description = Words(
    "照原樣的網路訓練之後有$[[regions_counted.after_as_it_is]]$塊；單元數平方的一半是$[[regions_counted.half_square_as_it_is]]$，上限是$[[regions_counted.most_as_it_is]]$。同樣十六個單元，一層是$[[regions_counted.after_one_layer]]$塊，上限$[[regions_counted.most_one_layer]]$；四層是$[[regions_counted.after_four_layers]]$塊，上限$[[regions_counted.most_four_layers]]$。",
    "The network as it is has $[[regions_counted.after_as_it_is]]$ regions after training; half the square of its units is $[[regions_counted.half_square_as_it_is]]$, and the bound is $[[regions_counted.most_as_it_is]]$. With the same sixteen units, one layer has $[[regions_counted.after_one_layer]]$ of at most $[[regions_counted.most_one_layer]]$, and four layers have $[[regions_counted.after_four_layers]]$ of at most $[[regions_counted.most_four_layers]]$.",
)
assumes = (
    Words(
        "雙月牙九十六個點，每個座標平均是$0$、變異數是$1$；數的是中心在原點、邊長是$6$的正方形裡的區域，一個激活樣式算一塊。照原樣是兩個隱藏層、每層八個單元，有偏置，照He開始、偏置從零開始，交叉熵，全批次梯度下降六百步，學習率是$\\frac{3}{10}$；Adam用百分之一，動量用百分之三。五個種子。",
        "Two moons of ninety-six points, each coordinate with mean $0$ and variance $1$; counted are the regions in a square of side $6$ around the origin, one for each activation pattern. As it is: two hidden layers of eight units with biases, He's start with biases zero, cross-entropy, six hundred steps of full-batch gradient descent at a rate of $\\frac{3}{10}$; a hundredth for Adam, three hundredths for momentum. Five seeds.",
    ),
)
size = (7.2, 4.4)
ROWS: dict[str, tuple[Words | str, dict[str, Any]]] = {
    "as_it_is": ("2 × 8", {}),
    "one_layer": ("1 × 16", {"width": 16, "hidden": 1}),
    "four_layers": ("4 × 4", {"width": 4, "hidden": 4}),
    "narrow": ("2 × 4", {"width": 4}),
    "wide": ("2 × 16", {"width": 16}),
    "deep": ("4 × 8", {"hidden": 4}),
    "no_bias": (Words("沒有偏置", "no biases"), {"bias": False}),
    "pytorch": (Words("PyTorch的預設起點", "PyTorch's start"), {"start": "pytorch"}),
    "glorot": (Words("Glorot起點", "Glorot's start"), {"start": "glorot"}),
    "adam": ("Adam", {"rule": "Adam"}),
    "momentum": (Words("動量", "momentum"), {"rule": "momentum"}),
    "batches": (Words("每步十六個樣本", "batches of sixteen"), {"batch": 16}),
    "shifted": (Words("每個輸入加2", "2 added to inputs"), {"shift": 2.0}),
}
FEW = 7
"""Rows that a phone shows; the data have all."""
FOUND = {name: study("regions", **settings) for name, (_, settings) in ROWS.items()}


def bound(name):
    settings = FOUND[name].settings
    return most([settings["width"]] * settings["hidden"])


def half_square(name):
    settings = FOUND[name].settings
    return Fraction((settings["width"] * settings["hidden"]) ** 2, 2)


def numbers():
    said = {}
    for name, arm in FOUND.items():
        said |= {f"before_{name}": observe(arm["before"]), f"after_{name}": observe(arm["after"]), f"right_{name}": observe(np.round(arm["accuracy"], 4))}
        said |= {f"most_{name}": bound(name), f"half_square_{name}": half_square(name), f"maps_{name}": observe(arm["maps"])}
    return said | {"mixed": observe(np.round(FOUND["as_it_is"]["mixed"][:, 3], 4))}


def holds(drawn):
    after = {name: arm["after"].mean() for name, arm in FOUND.items()}
    share = {name: mean / half_square(name) for name, mean in after.items()}
    apart = [np.log(bound(name) / after[name]) for name in ("one_layer", "as_it_is", "four_layers")]
    return {
        Words("約是單元數平方的一半", "about half the square of the number of units"): all(
            2 / 3 < each < 4 / 3 for name, each in share.items() if name != "no_bias"
        ),
        Words("除了沒有偏置的一列", "Except in the row without biases"): share["no_bias"] < 1 / 3,
        Words("層數越多離得越遠", "the farther the more layers there are"): apart == sorted(apart),
    }


def draw(ax, pen):
    for row, name in enumerate(ROWS):
        before, after = FOUND[name]["before"], FOUND[name]["after"]
        pen.keep(f"{name}, before", before, np.full(len(before), -row))
        pen.keep(f"{name}, after", after, np.full(len(after), -row))
        pen.keep(f"{name}, at most", [bound(name)], [-row])
        pen.keep(f"{name}, half the square", [float(half_square(name))], [-row])
        if pen.narrow and row >= FEW:
            continue
        ax.plot([before.mean(), after.mean()], [-row, -row], color=COLOURS["muted"][0], linewidth=1, zorder=1)
        ax.plot([before.mean()], [-row], "o", markersize=7, color=COLOURS["c1"][0], markerfacecolor="none", markeredgewidth=1.6, zorder=2)
        ax.plot([after.mean()], [-row], "o", markersize=7, color=COLOURS["c1"][0], zorder=3)
        for mark, colour in ((float(half_square(name)), "muted"), (bound(name), "c2")):
            ax.plot([mark, mark], [-row - 0.32, -row + 0.32], color=COLOURS[colour][0], linewidth=2, zorder=1)
    ax.set_xscale("log")
    ax.minorticks_off()
    shown = [words for words, _ in ROWS.values()][: FEW if pen.narrow else None]
    ax.set_yticks([-row for row in range(len(shown))], [pen.text(words) for words in shown])
    ax.tick_params(axis="y", length=0, labelsize=9 if pen.narrow else 10.5)
    ax.spines["left"].set_visible(False)
    ax.set_xlim(8, 3e6)
    ax.set_xlabel(pen.say(Words("區域的數目", "number of regions")))
    pen.ticks(ax, x=[10, 100, 1000, 10**4, 10**6], xnames=["10", "10²", "10³", "10⁴", "10⁶"])
