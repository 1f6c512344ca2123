"""Which function model families have by default in three places: a hidden layer without a gate, a gate, a pooler."""

from collections import Counter
from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import ALL
from drawing.figure import COLOURS
from language.words import Words
from mathematics.recorded import recorded

title = Words("位置不同，預設的函數也不同", "The default function depends on the place")
caption = Words(
    "模型家族在三個位置的預設函數，取自transformers、timm與diffusers：沒有門控的隱藏層、門控、池化層（pooler）。每條的長度是那個位置有多少比例的家族用它，後面的數是家族的個數。",
    "The default functions of model families in three places, in transformers, timm and diffusers: hidden layers without a gate, gates, and poolers. A bar is the share of the families with that place, the number behind it how many they are.",
)
alt = Words(
    "三組橫條。隱藏層最長的是GELU，門控最長的是SiLU，而且超過一半；池化層最長的是tanh。",
    "Three groups of bars. The longest is GELU among hidden layers, SiLU among gates, with more than half, and tanh among poolers.",
)
description = Words(
    "沒有門控的隱藏層，以GELU為預設的家族占$[[used_by_place.hidden_gelu:3%]]$，ReLU占$[[used_by_place.hidden_relu:3%]]$；門控以SiLU為預設的占$[[used_by_place.gate_silu:3%]]$。讀到池化層的家族只有$[[used_by_place.poolers]]$個。",
    "In hidden layers without a gate $[[used_by_place.hidden_gelu:3%]]$ of the families use GELU by default and $[[used_by_place.hidden_relu:3%]]$ ReLU; for gates $[[used_by_place.gate_silu:3%]]$ use SiLU. Only $[[used_by_place.poolers]]$ families with a pooler were read.",
)
HEADS = ("pooler", "summary", "classifier")  # what stands behind the last hidden layer
PLACES = (
    ("hidden", Words("隱藏層，沒有門控", "hidden layer, no gate"), lambda row: row["gated"] is False and row["part"] not in HEADS, 3),
    ("gate", Words("門控", "gate"), lambda row: row["gated"], 3),
    ("pooler", Words("pooler", "pooler"), lambda row: row["part"] == "pooler", 2),
)


@cache
def shares():
    """By place: the families that have it, and each function with how many of those have it there, the most used first."""
    rows = recorded("models")["models"]
    found = {}
    for place, _, asks, _ in PLACES:
        pairs = {(row["package"], row["model"], row["function"]) for row in rows if row["function"] and asks(row)}
        counts = Counter(function for *_, function in pairs)
        found[place] = len({pair[:2] for pair in pairs}), sorted(((count, name) for name, count in counts.items()), reverse=True)
    return found


def numbers():
    found = shares()
    plain = {f"{place}_{name}": Fraction(count, every) for place, (every, counts) in found.items() for count, name in counts if count}
    return plain | {f"{place}s": every for place, (every, _) in found.items()}


def holds(drawn):
    first = {place: counts[0][1] for place, (_, counts) in shares().items()}
    return {
        Words("位置不同，預設的函數也不同", "The default function depends on the place"): len(set(first.values())) == len(first),
        Words("隱藏層最長的是GELU", "The longest is GELU among hidden layers"): first["hidden"] == "gelu",
        Words("門控最長的是SiLU", "SiLU among gates"): first["gate"] == "silu",
        Words("而且超過一半", "with more than half"): 2 * numbers()["gate_silu"] > 1,
        Words("池化層最長的是tanh", "tanh among poolers"): first["pooler"] == "tanh",
    }


def draw(ax, pen):
    at, colours, found = 0.0, ("c1", "c3", "c4"), shares()
    for (place, says, _, most), colour in zip(PLACES, colours, strict=True):
        every, counts = found[place]
        pen.note(ax, 0, at + 0.1, pen.say(says), "ink", (0, 0), ha="left", fontsize=11, fontweight="bold")
        rows = at - 0.85 * (1 + np.arange(most))
        share = np.array([count / every for count, _ in counts[:most]])
        ax.barh(rows, share, color=COLOURS[colour][0], alpha=0.6, height=0.6, linewidth=0)
        pen.keep(f"share of families by row, {place}", share, rows)
        for row, long, (count, name) in zip(rows, share, counts, strict=False):
            pen.note(ax, long, row, f"{ALL[name].name}  {count}", "ink", (6, 0), fontsize=10.5)
        at = rows[-1] - 1.25
    ax.set_xlim(0, 1.15)
    ax.set_ylim(at + 0.6, 0.7)
    ax.spines["left"].set_visible(False)
    pen.ticks(ax, x=[0, 0.5, 1], y=[], xnames=["0", "½", "1"])
    ax.set_xlabel(pen.say(Words("這個位置的家族，有多少用它", "share of the families with that place")))
