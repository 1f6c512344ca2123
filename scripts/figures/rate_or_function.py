"""Error of seven hidden functions over the learning rate: how much each of the two matters, on one small task."""

from functools import cache

import numpy as np

from activation_functions import ALL
from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("學習率選錯，比函數選錯差得更多", "A wrong learning rate costs more than a wrong function")
caption = Words(
    "兩條螺線的分類，同一個網路換七種隱藏層函數，步數相同。橫軸是學習率，對數尺度；縱軸是沒看過的點判錯的比例，$[[rate_or_function.seeds]]$次初始化的平均。灰線是Leaky ReLU、ELU、GELU與SiLU。",
    "Two spirals to be told apart by one network with seven hidden functions, equally many steps each. Across: the learning rate, on a logarithmic scale. Up: the share of unseen points on the wrong side, the mean of $[[rate_or_function.seeds]]$ initialisations. The grey lines are Leaky ReLU, ELU, GELU and SiLU.",
)
alt = Words(
    "七條線都是兩端高、中間低：學習率太小或太大，錯誤都很多。除了Sigmoid，各線的最低處相差不多。",
    "All seven lines are high at both ends and low in between: errors are many where the learning rate is too small or too large. Apart from that of the sigmoid, the lowest places of the lines differ little.",
)
description = Words(
    "學習率各用驗證點選出。沒看過的點判錯的比例：ReLU是$[[rate_or_function.relu:%]]$，tanh是$[[rate_or_function.tanh:%]]$，GELU是$[[rate_or_function.gelu:%]]$，Sigmoid是$[[rate_or_function.sigmoid:%]]$。同一個ReLU，用最大的學習率是$[[rate_or_function.relu_largest:%]]$。",
    "With the rate of each chosen by validation points, the shares of unseen points on the wrong side are $[[rate_or_function.relu:%]]$ for ReLU, $[[rate_or_function.tanh:%]]$ for tanh, $[[rate_or_function.gelu:%]]$ for GELU and $[[rate_or_function.sigmoid:%]]$ for the sigmoid. The same ReLU at the largest rate: $[[rate_or_function.relu_largest:%]]$.",
)
assumes = (
    Words(
        "兩個輸入、兩個隱藏層各十六個單元、一個輸出，有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步，交叉熵。訓練、驗證與測試各一百個點。學習率由驗證點選，測試只看一次。兩條螺線對原點互相對稱。這是一個小題目：大網路的次序可能不同。",
        "Two inputs, two hidden layers of sixteen units, one output, biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps, cross-entropy. There are one hundred points each for training, validation and test. Validation chooses the rate, and the test is looked at once. The two spirals are each other's reflection in the origin. It is a small task: large networks may rank otherwise.",
    ),
)
FUNCTIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "silu")
RATES = 10.0 ** np.arange(-2.5, 1, 0.5)
LABELLED = {"sigmoid": "c4", "tanh": "c2", "relu": "c1"}


@cache
def errors(f, **change):
    """The share of unseen points on the wrong side: [seed, rate]."""
    return study("rate_or_function", f=f, **change)["error"]


@cache
def at_its_best(f, **change):
    """Of each seed, the error on unseen points at the rate for which the errors on the points to choose by are fewest over all seeds."""
    found = study("rate_or_function", f=f, **change)
    return found["error"][:, found["chosen by"].mean(axis=0).argmin()]


def chosen(f, **change):
    """Which of the rates the validation points choose."""
    return int(study("rate_or_function", f=f, **change)["chosen by"].mean(axis=0).argmin())


def numbers():
    best = {f: observe(at_its_best(f)) for f in FUNCTIONS}
    return best | {
        "seeds": len(errors("relu")),
        "relu_largest": observe(errors("relu")[:, -1]),
        "relu_no_bias": observe(at_its_best("relu", bias=False)),
        "tanh_no_bias": observe(at_its_best("tanh", bias=False)),
    }


def holds(drawn):
    curves = np.array([errors(f).mean(axis=0) for f in FUNCTIONS])
    best = np.array([at_its_best(f).mean() for f in FUNCTIONS])
    return {
        Words("學習率選錯，比函數選錯差得更多", "A wrong learning rate costs more than a wrong function"): (curves.max(axis=1) - curves.min(axis=1)).min()
        > 2 * (best.max() - best.min()),
        Words("七條線都是兩端高、中間低", "All seven lines are high at both ends and low in between"): all(
            0 < chosen(f) < len(RATES) - 1 and curve[[0, -1]].min() > 2 * curve.min() for f, curve in zip(FUNCTIONS, curves, strict=True)
        ),
        Words("除了Sigmoid，各線的最低處相差不多", "Apart from that of the sigmoid, the lowest places of the lines differ little"): np.ptp(best[1:]) < 0.05,
    }


def draw(ax, pen):
    for f in (*(f for f in FUNCTIONS if f not in LABELLED), *LABELLED):
        found = errors(f).mean(axis=0)
        pen.keep(f"{f}, mean share of errors by learning rate", RATES, found)
        ax.plot(RATES, found, color=COLOURS[LABELLED.get(f, "muted")][0], linewidth=2 if f in LABELLED else 1, zorder=3 if f in LABELLED else 2)
    for f, (at, offset) in {"sigmoid": (1, (6, 6)), "tanh": (1, (6, 6)), "relu": (5, (7, -2))}.items():
        pen.note(ax, RATES[at], errors(f).mean(axis=0)[at], ALL[f].name, LABELLED[f], offset)
    ax.set_xscale("log")
    ax.minorticks_off()
    ax.set_ylim(0, 0.6)
    pen.ticks(ax, x=[0.01, 0.1, 1], y=[0, 0.25, 0.5], xnames=["0.01", "0.1", "1"], ynames=["0", "¼", "½"])
    ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
    ax.set_ylabel(pen.say(Words("錯誤率", "share of errors")))
