"""How many times the steps a small network takes off centre, when one thing about it or its training is changed."""

from functools import cache
from typing import Any

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("換了寬度、深度或訓練方法，沒有置中還是比較慢", "Other widths, depths or ways of training: off centre stays slower")
caption = Words(
    "上一張圖的網路，每一橫列只改一件事。橫軸是未置中的步數除以置中的步數，各用自己最好的學習率，對數尺度。綠色圓點：$\\sigma$與$\\sigma-\\frac{1}{2}$。紫色方點：$1+\\tanh$與$\\tanh$。點是$[[centring_varied.seeds]]$次初始化的中位數，橫線由最小到最大。",
    "The network of the figure before, one thing changed in each row. Across: steps off centre over steps centred, each with its own best learning rate, on a logarithmic scale. Green circles: $\\sigma$ and $\\sigma - \\frac{1}{2}$. Purple squares: $1 + \\tanh$ and $\\tanh$. "
    "A dot is the median of $[[centring_varied.seeds]]$ initialisations, the bar runs from the least to the largest.",
)
alt = Words(
    "每一橫列是一種改法，兩個點。所有的點都在一的右邊，介於一與五之間；橫線很長，少數伸到一的左邊。",
    "A row for each change, with two dots. All dots lie to the right of one, between one and five; the bars are long, and a few reach to the left of one.",
)
description = Words(
    "每一種改法的中位數都是未置中的比較慢。步數之比的平均，照原樣是$[[centring_varied.sigmoid_0]]$倍與$[[centring_varied.tanh_0]]$倍；沒有偏置是$[[centring_varied.sigmoid_1]]$倍與$[[centring_varied.tanh_1]]$倍；動量是$[[centring_varied.sigmoid_9]]$倍與$[[centring_varied.tanh_9]]$倍；Adam是$[[centring_varied.sigmoid_10]]$倍與$[[centring_varied.tanh_10]]$倍。",
    "Under every change the median is slower off centre. The mean factors are $[[centring_varied.sigmoid_0]]$ and $[[centring_varied.tanh_0]]$ as before; without biases $[[centring_varied.sigmoid_1]]$ and $[[centring_varied.tanh_1]]$; with momentum $[[centring_varied.sigmoid_9]]$ and $[[centring_varied.tanh_9]]$; with Adam $[[centring_varied.sigmoid_10]]$ and $[[centring_varied.tanh_10]]$.",
)
assumes = (
    Words(
        "除了每一橫列改的那一件事，都和上一張圖一樣。動量與Adam試的學習率比較小。沒有走到的，以給它的步數計。和上一張圖一樣，別種處理器可能差幾步。",
        "Apart from the one thing that a row changes, all is as in the figure before. Momentum and Adam are given smaller learning rates. A run that does not arrive counts as all the steps that it was given. As there, another kind of processor may give a few steps more or fewer.",
    ),
)
size = (7.2, 4.6)
CHANGES: tuple[tuple[Words, dict[str, Any]], ...] = (  # what a row says, and what it changes
    (Words("和上圖一樣", "as before"), {}),
    (Words("沒有偏置", "no biases"), {"bias": False}),
    (Words("每層4個單元", "4 units a layer"), {"width": 4}),
    (Words("每層16個單元", "16 units a layer"), {"width": 16}),
    (Words("1個隱藏層", "1 hidden layer"), {"hidden": 1}),
    (Words("3個隱藏層", "3 hidden layers"), {"hidden": 3}),
    (Words("初始權重減半", "initial weights halved"), {"start": 0.5}),
    (Words("初始權重加倍", "initial weights doubled"), {"start": 2.0}),
    (Words("批次大小16", "batches of 16"), {"batch": 16}),
    (Words("動量", "momentum"), {"rule": "momentum"}),
    (Words("Adam", "Adam"), {"rule": "Adam"}),
)
PAIRS = {"sigmoid": ("sigmoid", "sigmoid_centred", "c3"), "tanh": ("tanh_raised", "tanh", "c4")}


def steps(name, **change):
    """Steps with the best learning rate, by seed; one that never arrives counts as those that it was given."""
    found = study("centring", f=name, **change)
    return np.minimum(found["steps"], found.settings["patience"])


@cache
def factors(pair):
    """Steps off centre over steps centred: [change, seed]."""
    raw, centred = PAIRS[pair][:2]
    return np.array([steps(raw, best=True, **change) / steps(centred, best=True, **change) for _, change in CHANGES])


def at_one_rate(hidden):
    """Steps of 1 + tanh over those of tanh at one small learning rate, by seed."""
    raw, centred = (steps(name, hidden=hidden, rates=[0.25])[:, 0] for name in PAIRS["tanh"][:2])
    return raw / centred


def numbers():
    small = {"small_2": observe(at_one_rate(2)), "small_4": observe(at_one_rate(4))}
    return small | {f"{pair}_{row}": observe(factors(pair)[row]) for pair in PAIRS for row in range(len(CHANGES))} | {"seeds": factors("tanh").shape[1]}


def holds(drawn):
    middle = np.concatenate([drawn[f"{pair}, median"][0] for pair in PAIRS])
    return {
        Words("沒有置中還是比較慢", "off centre stays slower"): (middle > 1).all(),
        Words("介於一與五之間", "between one and five"): (middle < 5).all(),
        Words("少數伸到一的左邊", "a few reach to the left of one"): 0 < sum((factors(pair).min(axis=1) < 1).sum() for pair in PAIRS) < len(middle) / 2,
    }


def draw(ax, pen):
    rows = -np.arange(len(CHANGES))
    for (pair, (_, _, colour)), shift in zip(PAIRS.items(), (0.14, -0.14), strict=True):
        found = factors(pair)
        middle = np.median(found, axis=1)
        paint = {"c3": "#009e73", "c4": "#b5558b"}[colour]
        pen.keep(f"{pair}, median", middle, rows)
        ax.hlines(rows + shift, found.min(axis=1), found.max(axis=1), color=paint, linewidth=1.2)
        ax.plot(middle, rows + shift, "os"[pair == "tanh"], color=paint, markersize=6)
        pen.note(ax, found[0].max(), shift, ("σ", "1 + tanh")[pair == "tanh"], colour, (6, 2 if shift > 0 else -2), fontsize=10)
    ax.vlines(1, rows[-1] - 0.6, 0.5, color="#6b7280", linewidth=0.8, zorder=0)
    pen.note(ax, 1, 0.9, Words("一樣快", "equally fast"), "muted", (0, 0), fontsize=10)
    ax.set_xscale("log")
    ax.set_xlim(0.2, 20)
    ax.set_ylim(rows[-1] - 0.6, 1.3)
    ax.minorticks_off()
    ax.spines["left"].set_visible(False)
    ax.tick_params(axis="y", length=0, labelsize=8.5 if pen.narrow else None)
    pen.ticks(ax, x=[0.5, 1, 2, 5, 10], xnames=["½", "1", "2", "5", "10"])
    ax.set_yticks(rows, [pen.say(words) for words, _ in CHANGES])
    ax.set_xlabel(pen.say(Words("沒有置中的步數 ÷ 置中的步數", "steps off centre ÷ steps centred")), loc="right" if pen.narrow else "center")
