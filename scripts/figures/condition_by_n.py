"""The condition number of E[x xᵀ] by the number of inputs, uniform on (0, 1): formula against simulation."""

from functools import cache

import numpy as np

from language.words import Words
from mathematics.observation import observe

title = Words("輸入越多，沒有置中的代價越高", "The more inputs, the more it costs to be off centre")
caption = Words(
    "$n$個均勻分布在$0$到$1$之間的輸入，二階動差矩陣的條件數。線是公式$1+3n$，點是用$10^5$個樣本算出來的值；下方是先減去平均值的結果。兩軸都是對數尺度。",
    "The condition number of the second-moment matrix of $n$ inputs uniform between $0$ and $1$. The line is the formula $1 + 3n$, the dots are computed from $10^5$ samples; below, the same with the mean taken away. Both axes are logarithmic.",
)
alt = Words(
    "條件數隨輸入個數幾乎成直線上升，模擬的點落在公式的線上；置中後的點一直貼近一。",
    "The condition number rises almost along a straight line with the number of inputs, and the simulated dots sit on the formula's line; centred, the dots stay close to one.",
)
description = Words(
    "公式在$n=2$、$10$、$[[condition_by_n.most]]$時給出$7$、$[[1 + 3 * 10]]$、$[[1 + 3 * condition_by_n.most]]$；模擬得到$[[condition_by_n.at_2]]$、$[[condition_by_n.at_10]]$、$[[condition_by_n.at_100]]$。置中後模擬得到$[[condition_by_n.centred_2]]$、$[[condition_by_n.centred_10]]$、$[[condition_by_n.centred_100]]$。",
    "At $n = 2$, $10$, $[[condition_by_n.most]]$ the formula gives $7$, $[[1 + 3 * 10]]$, $[[1 + 3 * condition_by_n.most]]$; simulation gives $[[condition_by_n.at_2]]$, $[[condition_by_n.at_10]]$, $[[condition_by_n.at_100]]$. "
    "Centred, simulation gives $[[condition_by_n.centred_2]]$, $[[condition_by_n.centred_10]]$, $[[condition_by_n.centred_100]]$.",
)
COUNTS = (2, 5, 10, 20, 50, 100)
SEEDS, SAMPLES = 3, 100_000


@cache
def simulated():
    """Condition numbers of the sample mean of x xᵀ, raw and centred: [seed, n, 2]."""
    found = np.empty((SEEDS, len(COUNTS), 2))
    for seed in range(SEEDS):
        x = np.random.default_rng(seed).random((SAMPLES, max(COUNTS)), dtype=np.float32)
        mean = x.mean(axis=0, dtype=float)
        centred = x - mean.astype(np.float32)
        covariance = (centred.T @ centred / np.float32(SAMPLES)).astype(float)
        for row, n in enumerate(COUNTS):
            part = covariance[:n, :n]
            found[seed, row] = np.linalg.cond(part + np.outer(mean[:n], mean[:n])), np.linalg.cond(part)
    return found


def steps(n):
    """Gradient descent with the best constant step, until the error is a hundredth as long."""
    curvature = np.eye(n) / 12 + np.ones((n, n)) / 4
    spectrum = np.linalg.eigvalsh(curvature)
    error, count = np.random.default_rng(0).standard_normal(n), 0
    goal = 0.01 * np.linalg.norm(error)
    while np.linalg.norm(error) > goal:
        error, count = error - 2 / (spectrum[0] + spectrum[-1]) * curvature @ error, count + 1
    return count


def numbers():
    at = {n: COUNTS.index(n) for n in (2, 10, 100)}
    raw = {f"at_{n}": observe(simulated()[:, row, 0]) for n, row in at.items()}
    return raw | {f"centred_{n}": observe(simulated()[:, row, 1]) for n, row in at.items()} | {f"steps_{n}": steps(n) for n in at} | {"most": max(COUNTS)}


def draw(ax, pen):
    n = np.array(COUNTS)
    line = np.linspace(2, 100, 99)
    raw, centred = simulated().mean(axis=0).T
    pen.curve(ax, line, 1 + 3 * line, "formula", "c2", "1 + 3n", at=30, offset=(-8, 6), linewidth=1.6)
    pen.keep("simulated", n, raw)
    ax.plot(n, raw, "o", color="#d55e00", markersize=6)
    pen.curve(ax, line, np.ones(99), "centred, formula", "c1", linewidth=1.6)
    pen.keep("simulated, centred", n, centred)
    ax.plot(n, centred, "o", color="#0072b2", markersize=6)
    pen.note(ax, 5, 1, Words("置中之後", "centred"), "c1", (0, 8))
    pen.note(ax, 10, 31, Words("照原樣", "as they are"), "c2", (10, -10))
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlim(1.8, 115)
    ax.set_ylim(0.8, 400)
    ax.minorticks_off()
    pen.ticks(ax, x=[2, 10, 100], y=[1, 7, 31, 301])
    ax.set_xlabel(pen.say(Words("輸入的個數", "number of inputs")))
    ax.text(0.02, 0.99, pen.say(Words("條件數", "condition number")), transform=ax.transAxes, va="top", color="#6b7280", fontsize=11)
