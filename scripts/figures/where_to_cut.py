"""What it costs to say 1 and to say 0, as the chance of 1 varies: the two lines cross where the cut belongs."""

import numpy as np

from language.words import Words

title = Words("錯過的代價是四倍，門檻值是五分之一", "If a miss costs four times as much, the threshold is one fifth")
caption = Words(
    "橫軸是事件發生的機率$p$，縱軸是平均要付的代價。當作$1$的代價是$1-p$，當作$0$的代價是$4p$。兩條線在$p=\\frac{1}{5}$相交：在它右邊，當作$1$比較划算。",
    "Across: the probability $p$ of the event. Up: what one pays on average. Calling it $1$ costs $1 - p$, calling it $0$ costs $4p$. The lines cross at $p = \\frac{1}{5}$; to the right of it, calling it $1$ is cheaper.",
)
alt = Words(
    "一條下降的直線與一條較陡的上升直線，在機率五分之一處相交。",
    "A falling straight line and a steeper rising one cross at a probability of one fifth.",
)
description = Words(
    "在$p=\\frac{1}{2}$，當作$1$的代價是$\\frac{1}{2}$，當作$0$的代價是$2$。",
    "At $p = \\frac{1}{2}$ calling it $1$ costs $\\frac{1}{2}$ and calling it $0$ costs $2$.",
)
FALSE_ALARM, MISS = 1.0, 4.0


def holds(drawn):
    p, yes = drawn["cost of saying 1"]
    _, no = drawn["cost of saying 0"]
    cut = p[np.argmin(np.abs(yes - no))]
    return {Words("門檻值是五分之一", "the threshold is one fifth"): abs(cut - 0.2) < 1e-9 and ((yes < no) == (p > cut)).all()}


def draw(ax, pen):
    p = np.linspace(0, 1, 101)
    pen.curve(ax, p, FALSE_ALARM * (1 - p), "cost of saying 1", "c1", Words("當作1", "call it 1"), at=90, offset=(0, 8))
    pen.curve(ax, p, MISS * p, "cost of saying 0", "c2", Words("當作0", "call it 0"), at=40, offset=(-8, 6), linestyle="--")
    pen.dot(ax, 0.2, 0.8, "1/5", "ink", offset=(6, -12))
    ax.set_xlabel(pen.say(Words("事件的機率p", "probability p of the event")))
    ax.set_ylabel(pen.say(Words("平均的代價", "average cost")))
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 2.2)
    pen.ticks(ax, x=[0, 0.2, 0.5, 1], y=[0, 1, 2], xnames=["0", "1/5", "½", "1"])
