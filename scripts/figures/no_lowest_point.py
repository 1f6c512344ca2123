"""The mean cross-entropy of one weight, on samples that a threshold separates and on samples that overlap."""

import numpy as np

from activation_functions import softplus
from language.words import Words

title = Words("分得開的資料，損失沒有最低點", "On data that can be separated the loss has no lowest point")
caption = Words(
    "一個權重$w$，沒有偏置。藍色：$x=1$的樣本答案都是$1$，$x=-1$的都是$0$，權重越大損失越小。橘色：每邊各有四分之一的樣本答案相反，最低點在$w=\\ln 3$。",
    "One weight $w$ and no bias. Blue: the samples at $x = 1$ all have the answer $1$ and those at $x = -1$ all have $0$; the larger the weight, the smaller the loss. Orange: on each side a quarter of the answers are reversed, and the lowest point is at $w = \\ln 3$.",
)
alt = Words(
    "兩條曲線：一條一路下降，趨近零而不到達；另一條先降後升，有一個最低點。",
    "Two curves: one falls all the way, towards zero without reaching it; the other falls and rises again, with one lowest point.",
)
description = Words(
    "在$w=6$，藍色曲線還有$[[softplus(-6):2]]$，而且仍在下降。橘色曲線的最低點高度是$[[3/4 * log(4/3) + 1/4 * log(4)]]$，那裡的輸出是$\\frac{3}{4}$與$\\frac{1}{4}$，正是兩邊答案為$1$的比例。",
    "At $w = 6$ the blue curve still has $[[softplus(-6):2]]$ and is still falling. The lowest point of the orange curve has height $[[3/4 * log(4/3) + 1/4 * log(4)]]$; there the outputs are $\\frac{3}{4}$ and $\\frac{1}{4}$, the shares of the answer $1$ on the two sides.",
)
APART, MIXED = "softplus(-x)", "3 / 4 * softplus(-x) + 1 / 4 * softplus(x)"


def holds(drawn):
    w, apart = drawn[APART]
    _, mixed = drawn[MIXED]
    return {
        Words("損失沒有最低點", "the loss has no lowest point"): (np.diff(apart) < 0).all() and (apart > 0).all(),
        Words("先降後升", "falls and rises again"): 0 < np.argmin(mixed) < mixed.size - 1 and abs(w[np.argmin(mixed)] - np.log(3)) < 0.03,
    }


def draw(ax, pen):
    w = np.linspace(-2, 6, 321)
    pen.graph(ax, softplus, w, APART, label=None)
    pen.graph(ax, softplus, w, MIXED, colour="c2", label=None, linestyle="--")
    pen.note(ax, 3.6, 0.03, Words("分得開", "separable"), "c1", (0, 6))
    pen.note(ax, 4.4, 1.12, Words("有重疊", "overlapping"), "c2", (-6, 4))
    pen.dot(ax, np.log(3), 0.75 * np.log(4 / 3) + 0.25 * np.log(4), "ln 3", "c2", offset=(0, 9))
    ax.set_xlabel(pen.say(Words("權重w", "weight w")))
    ax.set_ylabel(pen.say(Words("平均損失", "mean loss")))
    ax.set_xlim(-2, 6)
    ax.set_ylim(0, 2.2)
    pen.ticks(ax, x=[-2, 0, 2, 4, 6], y=[0, 1, 2])
