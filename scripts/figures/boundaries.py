"""One data set, one network, trained twice: with linear hidden units its boundary is a line, with tanh a curve."""

import contourpy
import numpy as np

from activation_functions.network import Network
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study
from studies.boundaries import HIDDEN, moons

title = Words("只換隱藏單元的激活函數，直線就成了曲線", "Change only the hidden activation, and the line bends")
caption = Words(
    "同樣的資料、同樣的初始權重、同樣的訓練，兩個網路都有$16$個隱藏單元。左：隱藏單元是線性的，決策邊界是直線，準確率$[[boundaries.linear:%]]$。右：隱藏單元是$\\tanh$，邊界是曲線，準確率$[[boundaries.curved:%]]$（新資料，五次實驗）。",
    "The same data, the same starting weights, the same training; both networks have $16$ hidden units. Left: linear hidden units, a straight decision boundary, accuracy $[[boundaries.linear:%]]$. "
    "Right: $\\tanh$ hidden units, a curved boundary, accuracy $[[boundaries.curved:%]]$ (fresh data, five runs).",
)
alt = Words(
    "兩個交錯的半月形點群。左圖一條直線穿過，兩邊都有分錯的點；右圖一條曲線順著兩個半月之間的空隙繞過去。",
    "Two interlocking half moons of points. On the left a straight line leaves errors on both sides; on the right a curve winds through the gap between the moons.",
)
description = Words(
    "資料是兩個交錯的半圓加上雜訊。沒有隱藏層的邏輯迴歸準確率$[[boundaries.logistic:%]]$，與線性隱藏單元的網路相當；左圖的虛線就是它的邊界。",
    "The data are two interlocking half circles with noise. Logistic regression, with no hidden layer, reaches $[[boundaries.logistic:%]]$, the same as the network with linear hidden units; "
    "its boundary is the dashed line on the left.",
)
assumes = (
    Words(
        "雙月牙加上雜訊，二百四十個點；一個隱藏層十六個單元，有偏置；初始權重取自常態分布，變異數在第一層是$1$，在第二層是單元數的倒數；交叉熵，全批次梯度下降三千步，學習率固定為$\\frac{1}{2}$；五個種子，兩個網路用同樣的起點。",
        "Two moons with noise, two hundred and forty points; one hidden layer of sixteen units with biases; normal initial weights, of variance $1$ in the first layer and one over the number of units in the second; cross-entropy, three thousand steps of full-batch gradient descent at a constant rate of $\\frac{1}{2}$; five seeds, the same starts for both networks.",
    ),
)
panels = 2
LEARNED = {
    name: study("boundaries", **how) for name, how in (("linear", {"f": "identity"}), ("curved", {"f": "tanh"}), ("logistic", {"f": "identity", "units": 0}))
}


def model(name):
    """The network of the first seed, as it was when it had learned."""
    found = LEARNED[name]
    weights, biases = ([found[part][0] for part in sorted(found) if part.startswith(what)] for what in "Wb")
    return Network(weights, biases, HIDDEN[found.settings["f"]])


def numbers():
    return {name: observe(found["accuracy"]) for name, found in LEARNED.items()}


def holds(drawn):
    def bend(name):
        """How far the boundary leaves a straight line, beside its length."""
        points = np.array(drawn[name]) - np.mean(drawn[name], axis=1, keepdims=True)
        along, across = np.linalg.svd(points, compute_uv=False)
        return across / along

    measured = numbers()
    return {
        Words("直線就成了曲線", "the line bends"): bend("linear hidden units") < 1e-9 and bend("tanh hidden units") > 0.05,
        Words("與線性隱藏單元的網路相當", "the same as the network with linear hidden units"): measured["logistic"].agrees(measured["linear"]),
    }


def draw(axes, pen):
    points, label = moons(np.random.default_rng(LEARNED["curved"].seeds[0]), LEARNED["curved"].settings["count"])
    side = np.linspace(-2.1, 2.1, 301), np.linspace(-1.45, 1.45, 241)
    plane = np.array([g.ravel() for g in np.meshgrid(*side)])
    for ax in axes:
        for k, colour, fill in ((0, "#0072b2", "#0072b2"), (1, "#b5558b", "none")):
            pen.keep(f"class {k}", *points[:, label == k])
            ax.plot(*points[:, label == k], "o", markersize=3.6, color=colour, markerfacecolor=fill, zorder=2)
        ax.set_aspect("equal")
        ax.set_xlim(side[0][[0, -1]])
        ax.set_ylim(side[1][[0, -1]])
        pen.ticks(ax, x=[-2, 0, 2], y=[-1, 0, 1])
    for ax, which, name, style in (
        (axes[0], "logistic", "logistic regression", {"color": "#6b7280", "linestyle": (0, (2, 2.5)), "linewidth": 2.6, "zorder": 4}),
        (axes[0], "linear", "linear hidden units", {"color": "#1f2933", "zorder": 3}),
        (axes[1], "curved", "tanh hidden units", {"color": "#1f2933", "zorder": 3}),
    ):
        for x, y in (np.asarray(path).T for path in contourpy.contour_generator(*side, model(which)(plane).reshape(241, 301)).lines(0)):
            pen.keep(name, x, y)
            ax.plot(x, y, **style)
    pen.note(axes[0], -2.05, -1.05, Words("邏輯迴歸也是這條", "logistic regression:\nthe same line"), "muted", (1, 0), fontsize=10)
    for ax, words in zip(axes, (Words("線性的隱藏單元", "linear hidden units"), Words("tanh隱藏單元", "tanh hidden units")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
