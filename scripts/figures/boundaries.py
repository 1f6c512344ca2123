"""One data set, one network, trained twice: with linear hidden units its boundary is a line, with tanh a curve."""

from functools import cache

import contourpy
import numpy as np

from activation_functions import identity, sigmoid, tanh
from language.words import Words
from mathematics.observation import observe

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
        "Two moons with noise, two hundred and forty points; one hidden layer of sixteen units with biases; normal first weights, of variance $1$ in the first layer and one over the number of units in the second; cross-entropy, three thousand steps of full-batch gradient descent at a constant rate of $\\frac{1}{2}$; five seeds, the same starts for both networks.",
    ),
)
panels = 2
SEEDS, HIDDEN, STEPS, RATE = range(5), 16, 3000, 0.5


def moons(rng, count):
    """Two interlocking half circles with noise; labels 0 and 1."""
    label = np.arange(count) % 2
    angle = rng.uniform(0, np.pi, count)
    arc = np.stack([np.cos(angle), np.sin(angle)])
    points = np.where(label, np.array([[1.0], [0.4]]) - arc, arc)
    return points - np.array([[0.5], [0.2]]) + rng.normal(0, 0.17, points.shape), label


def train(points, label, activation):
    """Full-batch gradient descent on the cross-entropy of sigmoid(v · activation(W x + b) + c), all seeds side by side; a model each."""
    starts = [np.random.default_rng(100 + seed) for seed in SEEDS]
    W, b = np.array([rng.normal(0, 1, (HIDDEN, 2)) for rng in starts]), np.zeros((len(SEEDS), HIDDEN, 1))
    v, c = np.array([rng.normal(0, HIDDEN**-0.5, (1, HIDDEN)) for rng in starts]), np.zeros((len(SEEDS), 1, 1))
    for _ in range(STEPS):
        z = W @ points + b
        a = activation(z)
        error = (sigmoid(v @ a + c) - label) / label.shape[-1]  # the slope of the loss in the last pre-activation
        back = v.swapaxes(1, 2) * error * activation.derivative(z)
        W, b = W - RATE * back @ points.swapaxes(1, 2), b - RATE * back.sum(2, keepdims=True)
        v, c = v - RATE * error @ a.swapaxes(1, 2), c - RATE * error.sum(2, keepdims=True)
    return [lambda x, seed=seed: (v[seed] @ activation(W[seed] @ x + b[seed]) + c[seed])[0] for seed in SEEDS]


def logistic(points, label):
    """Logistic regression: the same loss with no hidden layer."""
    w, c = np.zeros((len(SEEDS), 1, 2)), np.zeros((len(SEEDS), 1, 1))
    for _ in range(STEPS):
        error = (sigmoid(w @ points + c) - label) / label.shape[-1]
        w, c = w - RATE * error @ points.swapaxes(1, 2), c - RATE * error.sum(2, keepdims=True)
    return [lambda x, seed=seed: (w[seed] @ x + c[seed])[0] for seed in SEEDS]


@cache
def runs():
    """The training data and the three trained models of every seed."""
    points, label = map(np.array, zip(*(moons(np.random.default_rng(seed), 240) for seed in SEEDS), strict=True))
    both = points, label[:, None]
    models = zip(train(*both, identity), train(*both, tanh), logistic(*both), strict=True)
    return list(zip(points, label, models, strict=True))


def accuracy(seed, which):
    fresh, label = moons(np.random.default_rng(1000 + seed), 4000)
    return np.mean((runs()[seed][2][which](fresh) > 0) == label)


def numbers():
    return {name: observe([accuracy(seed, which) for seed in SEEDS]) for which, name in enumerate(("linear", "curved", "logistic"))}


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
    points, label, (linear, curved, alone) = runs()[0]
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
    for ax, model, name, style in (
        (axes[0], alone, "logistic regression", {"color": "#6b7280", "linestyle": (0, (2, 2.5)), "linewidth": 2.6, "zorder": 4}),
        (axes[0], linear, "linear hidden units", {"color": "#1f2933", "zorder": 3}),
        (axes[1], curved, "tanh hidden units", {"color": "#1f2933", "zorder": 3}),
    ):
        for x, y in (np.asarray(path).T for path in contourpy.contour_generator(*side, model(plane).reshape(241, 301)).lines(0)):
            pen.keep(name, x, y)
            ax.plot(x, y, **style)
    pen.note(axes[0], -2.05, -1.05, Words("邏輯迴歸也是這條", "logistic regression:\nthe same line"), "muted", (1, 0), fontsize=10)
    for ax, words in zip(axes, (Words("線性的隱藏單元", "linear hidden units"), Words("tanh隱藏單元", "tanh hidden units")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
