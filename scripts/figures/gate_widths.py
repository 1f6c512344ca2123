"""How wide feed-forward parts are, against the numbers that come in: with a gate and without, as the configurations of transformers state it."""

from fractions import Fraction
from functools import cache

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.recorded import recorded

title = Words("沒有門控的多半是四倍；有門控的，各種寬度都有", "Without a gate mostly four times as wide; with one, every width")
caption = Words(
    "前饋層中間的寬度是輸入的幾倍，取自transformers各設定類別的預設值，版本與模型的紀錄相同。藍：沒有門控。橘：有門控。每條的長度是那一種設定裡有多少落在這一格。",
    "How many times as wide as its input a feed-forward part is inside, by the defaults of the configuration classes of transformers, in the version of the record of models. Blue: no gate. Orange: a gate. The length of a bar is the share of the configurations of that kind.",
)
alt = Words(
    "成對的橫條。藍色集中在恰好四倍那一格；橘色分散在許多格，三分之八那一格只占一部分。",
    "Bars in pairs. The blue ones are gathered at exactly four times; the orange ones spread over many groups, and that of eight thirds is only one part.",
)
description = Words(
    "讀到寬度、也知道有沒有門控的設定，沒有門控的有$[[gate_widths.plain]]$個，其中恰好四倍的占$[[gate_widths.plain_four:3%]]$；有門控的有$[[gate_widths.gated]]$個，離三分之八不到二十分之一的占$[[gate_widths.gated_thirds:3%]]$，恰好四倍的占$[[gate_widths.gated_four:3%]]$，超過四倍的占$[[gate_widths.gated_more:3%]]$。",
    "Of the configurations whose widths were read and whose gate is known, $[[gate_widths.plain]]$ have no gate, and $[[gate_widths.plain_four:3%]]$ of these are exactly four times as wide; $[[gate_widths.gated]]$ have one, of which $[[gate_widths.gated_thirds:3%]]$ are within a twentieth of eight thirds, $[[gate_widths.gated_four:3%]]$ at exactly four, and $[[gate_widths.gated_more:3%]]$ above four.",
)
THIRDS = Fraction(8, 3)


def near(ratio):
    """Within a twentieth of eight thirds: widths are rounded to whole multiples of what a machine likes."""
    return abs(ratio / THIRDS - 1) < Fraction(1, 20)


GROUPS = (
    ("less", Words("不到2倍", "below 2"), lambda r: r < 2),
    ("low", Words("2倍以上，不到8/3", "from 2 to 8/3"), lambda r: 2 <= r < THIRDS and not near(r)),
    ("thirds", Words("約8/3倍", "about 8/3"), near),
    ("between", Words("8/3到4之間", "from 8/3 to 4"), lambda r: THIRDS < r < 4 and not near(r)),
    ("four", Words("恰好4倍", "exactly 4"), lambda r: r == 4),
    ("more", Words("超過4倍", "above 4"), lambda r: r > 4),
)


@cache
def ratios():
    """The ratios of the configurations without a gate and of those with one. A class counts once; one whose gate is not settled is left out."""
    gates = {}
    for row in recorded("models")["models"]:
        if row["package"] == "transformers" and row["gated"] is not None and row["part"] not in ("pooler", "summary", "classifier"):
            gates.setdefault((row["model"], row["class"]), set()).add(row["gated"])
    found = {False: [], True: []}
    for row in recorded("widths")["widths"]:
        kinds = gates.get((row["model"], row["class"]), set())
        if len(kinds) == 1:
            found[kinds.pop()].append(Fraction(row["intermediate"], row["hidden"]))
    return found


def share(gated, group):
    asks = next(asks for name, _, asks in GROUPS if name == group)
    return Fraction(sum(map(asks, ratios()[gated])), len(ratios()[gated]))


def numbers():
    found = {f"{kind}_{group}": share(gated, group) for kind, gated in (("plain", False), ("gated", True)) for group, *_ in GROUPS}
    rows = {row["class"]: row for row in recorded("widths")["widths"]}
    llama = rows["LlamaConfig"]
    return found | {
        "plain": len(ratios()[False]),
        "gated": len(ratios()[True]),
        "llama": llama["intermediate"],
        "llama_hidden": llama["hidden"],
        "llama_ratio": Fraction(llama["intermediate"], llama["hidden"]),
    }


def holds(drawn):
    plain, gated = ({group: share(kind, group) for group, *_ in GROUPS} for kind in (False, True))
    versions = {recorded(name)["versions"]["transformers"] for name in ("widths", "models")}
    return {
        Words("版本與模型的紀錄相同", "in the version of the record of models"): len(versions) == 1,
        Words("沒有門控的多半是四倍", "Without a gate mostly four times as wide"): plain["four"] > Fraction(1, 2),
        Words("有門控的，各種寬度都有", "with one, every width"): max(gated.values()) < Fraction(1, 2) and min(gated.values()) > 0,
        Words("三分之八那一格只占一部分", "that of eight thirds is only one part"): 0 < gated["thirds"] < Fraction(1, 2),
    }


def draw(ax, pen):
    places = -np.arange(len(GROUPS), dtype=float)
    for gated, colour, move in ((False, "c1", 0.19), (True, "c2", -0.19)):
        shares = np.array([float(share(gated, group)) for group, *_ in GROUPS])
        ax.barh(places + move, shares, height=0.34, color=COLOURS[colour][0], alpha=0.75, linewidth=0)
        pen.keep("share by group, " + ("with a gate" if gated else "no gate"), -places, shares)
    for place, (_, says, _) in zip(places, GROUPS, strict=True):
        pen.note(ax, 0, place, says, "ink", (-6, 0), fontsize=10.5)
    pen.note(ax, 0.72, places[0] + 0.19, Words("沒有門控", "no gate"), "c1", (0, 0), ha="left", fontsize=11)
    pen.note(ax, 0.72, places[1] + 0.19, Words("有門控", "a gate"), "c2", (0, 0), ha="left", fontsize=11)
    ax.set_xlim(0, 1)
    ax.set_ylim(places[-1] - 0.6, 0.6)
    ax.spines["left"].set_visible(False)
    pen.ticks(ax, x=[0, 0.5, 1], y=[], xnames=["0", "½", "1"])
    ax.set_xlabel(pen.say(Words("占那一種設定的比例", "share of that kind")))
