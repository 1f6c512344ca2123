"""The tent folded into itself: with every layer of two ReLUs the number of pieces doubles."""

import numpy as np
from flint import arb

from activation_functions import relu
from activation_functions.network import Network
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("每多一層，折線的段數加倍", "Each further layer doubles the pieces")
caption = Words(
    "每一層都是同樣的兩個ReLU單元，做同一個帳篷形狀的函數。左：一層，兩段。右：四層，$[[sawtooth.pieces_4]]$段，一共只有$[[sawtooth.units_4]]$個單元。",
    "Every layer has the same two ReLU units, which make the same function in the shape of a tent. Left: one layer, two pieces. Right: four layers, $[[sawtooth.pieces_4]]$ pieces, from only $[[sawtooth.units_4]]$ units.",
)
alt = Words(
    "左圖是一個三角形，由零升到一再降到零；右圖在同樣的寬度裡有八個同樣高的三角形。",
    "On the left one triangle rises from zero to one and falls back; on the right eight triangles of the same height stand in the same width.",
)
description = Words(
    "帳篷函數是$2\\operatorname{ReLU}(x)-4\\operatorname{ReLU}(x-\\frac{1}{2})$，輸入在$0$與$1$之間。十層有$[[sawtooth.pieces_10]]$段，用$[[sawtooth.units_10]]$個單元；一個隱藏層至少要$[[sawtooth.flat_10]]$個。",
    "The tent is $2\\operatorname{ReLU}(x)-4\\operatorname{ReLU}(x-\\frac{1}{2})$ for inputs between $0$ and $1$. Ten layers have $[[sawtooth.pieces_10]]$ pieces from $[[sawtooth.units_10]]$ units; one hidden layer needs at least $[[sawtooth.flat_10]]$.",
)
assumes = (
    Words(
        "圖是精確計算的，沒有訓練。頁面引用的訓練誤差：二百五十七個等距的點，平方誤差，Adam學習率千分之五，全部樣本，兩千步，照He開始、偏置從零開始；梯度下降的學習率是百分之三；五個種子。",
        "The drawing is computed exactly, without training. The training errors that the page quotes: two hundred and fifty-seven equally spaced points, squared error, Adam at a rate of five thousandths on all samples, two thousand steps, He's start with biases zero; gradient descent at a rate of three hundredths; five seeds.",
    ),
)
panels = 2
TRAINED = {
    "one_fold": {"folds": 1},
    "two_folds": {"folds": 2},
    "as_it_is": {},
    "wide": {"width": 8},
    "very_wide": {"width": 32},
    "flat": {"width": 32, "hidden": 1},
    "no_bias": {"width": 8, "bias": False},
    "pytorch": {"width": 8, "start": "pytorch"},
    "descent": {"width": 8, "rule": "gradient descent"},
    "momentum": {"width": 8, "rule": "momentum"},
    "batches": {"width": 8, "batch": 32},
    "centred": {"width": 8, "low": -1.0},
}


def deep(layers):
    """A network with so many hidden layers of two ReLUs, each the tent of what comes in."""
    first, between, last = np.array([[1.0], [1.0]]), np.array([[2.0, -4.0], [2.0, -4.0]]), np.array([[2.0, -4.0]])
    bias = np.array([[0.0], [-0.5]])
    return Network([first, *[between] * (layers - 1), last], [*[bias] * layers, np.zeros((1, 1))], relu)


def flat(layers):
    """One hidden layer that does the same between 0 and 1, with a unit for each piece."""
    count = 2**layers
    slopes = count * np.where(np.arange(count) % 2, -1.0, 1.0)
    return Network([np.ones((count, 1)), np.diff(slopes, prepend=0.0)[None]], [-np.arange(count)[:, None] / count, np.zeros((1, 1))], relu)


def pieces(layers):
    """Stretches of different slope next to each other between 0 and 1; on this grid everything is exact."""
    x = np.arange(2 ** (layers + 2) + 1) / 2 ** (layers + 2)
    slopes = np.diff(deep(layers)(x[None])[0]) * 2 ** (layers + 2)
    return 1 + int((np.diff(slopes) != 0).sum())


def numbers():
    found = {f"{what}_{k}": n for k in (1, 2, 3, 4, 10) for what, n in (("pieces", pieces(k)), ("units", 2 * k), ("flat", pieces(k) - 1))}
    found |= {f"error_{name}": observe(np.round(study("sawtooth", **settings)["error"], 3)) for name, settings in TRAINED.items()}
    return found | {"constant": (1 / arb(12)).sqrt()}


def holds(drawn):
    y = drawn["4 layers"][1]
    return {
        Words("折線的段數加倍", "doubles the pieces"): [pieces(k) for k in (1, 2, 3, 4, 5)] == [2, 4, 8, 16, 32],
        Words("八個同樣高的三角形", "eight triangles of the same height"): int((y == 1).sum()) == 8,
    }


def draw(axes, pen):
    x = np.arange(65) / 64
    for ax, layers in zip(axes, (1, 4), strict=True):
        pen.curve(ax, x, deep(layers)(x[None])[0], f"{layers} layers", "c1", linewidth=1.8)
        ax.set_xlabel("x", loc="right")
        ax.set_ylim(-0.05, 1.1)
        pen.ticks(ax, x=[0, 0.5, 1], y=[0, 1], xnames=["0", "1/2", "1"])
    for ax, words in zip(axes, (Words("一層", "one layer"), Words("四層", "four layers")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
