"""Training one small network with four hidden activations: two curves, each with and without its mean taken away."""

from fractions import Fraction

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("置中的好處，是學習率能調得更大", "The benefit of centring is a larger learning rate")
caption = Words(
    "兩個隱藏層、每層$8$個單元的小網路，全批次梯度下降。縱軸是訓練損失降到$[[centring_and_rate.target:1]]$以下所需的步數，取$[[centring_and_rate.seeds]]$次初始化的中位數，兩軸都是對數尺度；沒畫出來的點表示$[[centring_and_rate.patience]]$步內半數以上沒有到達。",
    "A small network with two hidden layers of $8$ units, trained on the full batch. Upwards: steps until the training loss falls below $[[centring_and_rate.target:1]]$, the median of $[[centring_and_rate.seeds]]$ initialisations; both axes are logarithmic. "
    "Where there is no point, more than half had not arrived after $[[centring_and_rate.patience]]$ steps.",
)
alt = Words(
    "兩個小圖，步數隨學習率下降。學習率小時兩條線幾乎重疊；再大下去，有平均值的那條先停住，置中的那條還能繼續往下。",
    "Two panels of steps falling with the learning rate. At small rates the two lines almost coincide; further on the one with a mean stops improving first, while the centred one goes on down.",
)
description = Words(
    "各用最好的學習率時，$\\sigma$要$[[centring_and_rate.sigmoid]]$步，$\\sigma-\\frac{1}{2}$要$[[centring_and_rate.sigmoid_centred]]$步，$1+\\tanh$要$[[centring_and_rate.tanh_raised]]$步，$\\tanh$要$[[centring_and_rate.tanh]]$步。",
    "With the best learning rate for each, $\\sigma$ takes $[[centring_and_rate.sigmoid]]$ steps, $\\sigma - \\frac{1}{2}$ takes $[[centring_and_rate.sigmoid_centred]]$, $1 + \\tanh$ takes $[[centring_and_rate.tanh_raised]]$ and $\\tanh$ takes $[[centring_and_rate.tanh]]$.",
)
assumes = (
    Words(
        "雙月牙九十六個點；兩個隱藏層，每層八個單元，偏置從零開始；初始權重取自常態分布，變異數是輸入個數的倒數；交叉熵，全批次梯度下降；九個種子，四種激活函數用同樣的起點。學習率大時，結果最後一位的捨入就能改變步數：在Linux上，x86-64處理器算出來的都相同，別的系統或處理器可能差幾步。",
        "Two moons of ninety-six points; two hidden layers of eight units, with biases that start at zero; normal weights of variance one over the number of inputs; cross-entropy, full-batch gradient descent; nine seeds, the same starts for all four activations. At large rates the rounding of a last bit can change the number of steps: under Linux all x86-64 processors give the same, another system or processor may give a few more or fewer.",
    ),
)
panels = 2
HIDDEN = {name: study("centring", f=name) for name in ("sigmoid", "sigmoid_centred", "tanh_raised", "tanh")}
SETTINGS = HIDDEN["tanh"].settings
RATES = np.array(SETTINGS["rates"])


def numbers():
    best = {name: found["steps"].min(axis=1) for name, found in HIDDEN.items()}
    return {
        **{name: observe(least) for name, least in best.items()},
        "gain_sigmoid": observe(best["sigmoid"] / best["sigmoid_centred"]),
        "gain_tanh": observe(best["tanh_raised"] / best["tanh"]),
        "seeds": len(HIDDEN["tanh"].seeds),
        "patience": SETTINGS["patience"],
        "target": Fraction(str(SETTINGS["target"])),
    }


def holds(drawn):
    pairs = [(drawn[f"steps, {raised}"], drawn[f"steps, {centred}"]) for raised, centred in (("sigmoid", "sigmoid_centred"), ("tanh_raised", "tanh"))]
    return {
        Words("學習率能調得更大", "a larger learning rate"): all(
            np.median(HIDDEN[raised]["steps"].argmin(axis=1)) < np.median(HIDDEN[centred]["steps"].argmin(axis=1))
            for raised, centred in (("sigmoid", "sigmoid_centred"), ("tanh_raised", "tanh"))
        ),
        Words("學習率小時兩條線幾乎重疊", "At small rates the two lines almost coincide"): all(abs(np.log(a[1][0] / b[1][0])) < 0.2 for a, b in pairs),
        Words("置中的那條還能繼續往下", "the centred one goes on down"): all(min(centred[1]) < min(raised[1]) for raised, centred in pairs),
    }


def draw(axes, pen):
    for ax, raised, centred, names in ((axes[0], "sigmoid", "sigmoid_centred", ("σ", "σ − ½")), (axes[1], "tanh_raised", "tanh", ("1 + tanh", "tanh"))):
        for name, colour, label, offset in zip((raised, centred), ("c2", "c1"), names, ((0, 9), (0, -9)), strict=True):
            median = np.median(HIDDEN[name]["steps"], axis=0)
            there = np.isfinite(median)
            pen.curve(ax, RATES[there], median[there], f"steps, {name}", colour, label, at=-2, offset=offset, marker="o", markersize=4, linewidth=1.8)
        ax.set_xscale("log", base=2)
        ax.set_yscale("log")
        ax.set_xlim(0.2, 45)
        ax.set_ylim(20, 900)
        ax.minorticks_off()
        pen.ticks(ax, x=[0.25, 1, 4, 16], y=[30, 100, 300], xnames=["¼", "1", "4", "16"])
        ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
        ax.text(0.03, 1.0, pen.say(Words("步數", "steps")), transform=ax.transAxes, va="top", ha="left", color="#6b7280", fontsize=11)
