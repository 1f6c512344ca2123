"""How many model families have each function by default, and in how many of them it gates another branch."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import ALL
from activation_functions.identify import points
from drawing.figure import COLOURS
from language.words import Words
from mathematics.recorded import recorded

title = Words("大多數模型家族，預設用GELU或SiLU", "Most model families use GELU or SiLU by default")
caption = Words(
    "每個函數是多少個模型家族的預設，取自transformers、timm與diffusers；一個家族的不同部分可以用不同的函數，所以各條加起來會超過全部。深色的一段與括號裡的數，是把它當門控的家族。",
    "How many model families have each function by default, in transformers, timm and diffusers. Parts of one family may use different functions, so the bars add up to more than all. The dark stretch, and the number in brackets, count the families in which it gates another branch.",
)
alt = Words(
    "橫條圖：GELU最長，SiLU其次，ReLU與GELU的tanh形式再其次，其餘都很短；SiLU那一條有一大段是門控。",
    "Bars: GELU is the longest, SiLU comes second, ReLU and the tanh form of GELU follow, and all others are short; much of the bar of SiLU is gated.",
)
description = Words(
    "讀到的模型家族共$[[who_uses.families]]$個。以GELU為預設的占$[[who_uses.gelu:3%]]$，SiLU占$[[who_uses.silu:3%]]$，ReLU占$[[who_uses.relu:3%]]$，GELU的$\\tanh$形式占$[[who_uses.gelu_tanh:3%]]$；把函數當門控的占$[[who_uses.gated:3%]]$。",
    "Of the $[[who_uses.families]]$ model families read, $[[who_uses.gelu:3%]]$ have GELU by default, $[[who_uses.silu:3%]]$ SiLU, $[[who_uses.relu:3%]]$ ReLU, $[[who_uses.gelu_tanh:3%]]$ the $\\tanh$ form of GELU; $[[who_uses.gated:3%]]$ use a function as a gate.",
)
SHOWN = 8


@cache
def families(**asked):
    """The families with a row that has all of what is asked."""
    return {(row["package"], row["model"]) for row in recorded("models")["models"] if all(row[field] == value for field, value in asked.items())}


@cache
def counted():
    """Each function with its number of families and that of those that gate with it, the most used first."""
    used = {row["function"] for row in recorded("models")["models"]} - {None}
    return sorted(((len(families(function=name)), len(families(function=name, gated=True)), name) for name in used), reverse=True)


def numbers():
    every = len(families())
    found = {name: Fraction(count, every) for count, _, name in counted()}
    two = families(function="gelu") | families(function="silu")
    return found | {
        "families": every,
        "reach": round(points().max()),  # where names are run
        "rows": len(recorded("models")["models"]),
        "functions": len(counted()),
        "gated": Fraction(len(families(gated=True)), every),
        "silu_gated": Fraction(len(families(function="silu", gated=True)), len(families(function="silu"))),
        "two": Fraction(len(two), every),
        "several": len({each for each in families() if sum(each in families(function=name) for *_, name in counted()) > 1}),
    }


def holds(drawn):
    order = [name for *_, name in counted()]
    count = {name: (all_of_it, gated) for all_of_it, gated, name in counted()}
    return {
        Words("大多數模型家族，預設用GELU或SiLU", "Most model families use GELU or SiLU by default"): numbers()["two"] > Fraction(1, 2),
        Words("GELU最長，SiLU其次", "GELU is the longest, SiLU comes second"): order[:2] == ["gelu", "silu"],
        Words("ReLU與GELU的tanh形式再其次", "ReLU and the tanh form of GELU follow"): set(order[2:4]) == {"relu", "gelu_tanh"},
        Words("其餘都很短", "all others are short"): count[order[4]][0] < count[order[3]][0] / 2,
        Words("SiLU那一條有一大段是門控", "much of the bar of SiLU is gated"): 2 * count["silu"][1] > count["silu"][0],
    }


def draw(ax, pen):
    shown = counted()[:SHOWN]
    places = np.arange(len(shown))[::-1]
    every, gated = (np.array([row[part] for row in shown], float) for part in (0, 1))
    ax.barh(places, every, color=COLOURS["c1"][0], alpha=0.45, height=0.62, linewidth=0)
    ax.barh(places, gated, color=COLOURS["c1"][0], height=0.62, linewidth=0)
    pen.keep("families by place in the order", places[::-1], every)
    pen.keep("families that gate, by place in the order", places[::-1], gated)
    for place, (count, gates, name) in zip(places, shown, strict=True):
        pen.note(ax, count, place, f"{ALL[name].name}  {count}" + (f" ({gates})" if gates else ""), "ink", (6, 0), fontsize=10.5)
    ax.set_xlim(0, every.max() * 1.5)
    ax.set_ylim(-0.6, len(shown) - 0.4)
    ax.spines["left"].set_visible(False)
    pen.ticks(ax, x=[0, 100, 200, 300], y=[])
    ax.set_xlabel(pen.say(Words("個數", "number of model families")))
