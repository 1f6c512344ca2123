"""Training one small network with four hidden activations: two curves, each with and without its mean taken away."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import sigmoid, tanh
from language.words import Words
from mathematics.observation import observe

title = Words("置中的好處，是學習率能開得更大", "What centring buys is a larger learning rate")
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
panels = 2
RATES = 2.0 ** np.arange(-2, 7)
SEEDS, SAMPLES, WIDTH, PATIENCE, TARGET = 9, 96, 8, 700, 0.05
HIDDEN = {  # name: (activation, its derivative)
    "sigmoid": (sigmoid, sigmoid.derivative),
    "sigmoid_centred": (lambda z: sigmoid(z) - 0.5, sigmoid.derivative),
    "tanh_raised": (lambda z: 1 + tanh(z), tanh.derivative),
    "tanh": (tanh, tanh.derivative),
}


def moons(rng):
    """Two interleaved half circles with a little noise, standardised, and their classes."""
    angle, side = np.pi * rng.random(SAMPLES), np.arange(SAMPLES) % 2
    upper, lower = np.stack([np.cos(angle), np.sin(angle)], 1), np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], 1)
    points = np.where(side[:, None], lower, upper) + 0.1 * rng.standard_normal((SAMPLES, 2))
    return (points - points.mean(axis=0)) / points.std(axis=0), side


@cache
def steps(name):
    """Steps until the loss is below the target, by [learning rate, seed]; all these networks are trained at once, each until it arrives."""
    f, df = HIDDEN[name]
    starts, inputs, classes = [], [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = moons(rng)
        inputs.append(x)
        classes.append(t[:, None])
        starts.append([rng.standard_normal((a, b)) / np.sqrt(a) for a, b in ((2, WIDTH), (WIDTH, WIDTH), (WIDTH, 1))])
    everywhere = (len(RATES), 1, 1)  # axes: learning rate and seed as one, then a matrix
    weights = [np.tile(np.stack(each), everywhere) for each in zip(*starts, strict=True)]
    biases = [np.zeros((len(w), 1, w.shape[2])) for w in weights]
    x, t = (np.tile(np.stack(each), everywhere) for each in (inputs, classes))
    rate = np.repeat(RATES, SEEDS)[:, None, None]
    found, going = np.full(len(rate), np.inf), np.arange(len(rate))
    for step in range(PATIENCE):
        a1 = f(z1 := x @ weights[0] + biases[0])
        a2 = f(z2 := a1 @ weights[1] + biases[1])
        z3 = a2 @ weights[2] + biases[2]
        loss = np.mean(np.logaddexp(0, z3) - t * z3, axis=(1, 2))  # cross-entropy of σ(z3)
        found[going[loss < TARGET]] = step
        d3 = (sigmoid(z3) - t) / SAMPLES
        d2 = d3 @ weights[2].swapaxes(1, 2) * df(z2)
        d1 = d2 @ weights[1].swapaxes(1, 2) * df(z1)
        for layer, (a, d) in enumerate(((x, d1), (a1, d2), (a2, d3))):
            weights[layer] -= rate * (a.swapaxes(1, 2) @ d)
            biases[layer] -= rate * d.sum(axis=1, keepdims=True)
        if np.any(loss < TARGET):
            left = ~(loss < TARGET)
            weights, biases = ([each[left] for each in both] for both in (weights, biases))
            x, t, rate, going = x[left], t[left], rate[left], going[left]
    return found.reshape(len(RATES), SEEDS)


def numbers():
    best = {name: steps(name).min(axis=0) for name in HIDDEN}
    return {
        **{name: observe(least) for name, least in best.items()},
        "gain_sigmoid": observe(best["sigmoid"] / best["sigmoid_centred"]),
        "gain_tanh": observe(best["tanh_raised"] / best["tanh"]),
        "seeds": SEEDS,
        "patience": PATIENCE,
        "target": Fraction(str(TARGET)),
    }


def draw(axes, pen):
    for ax, raised, centred, names in ((axes[0], "sigmoid", "sigmoid_centred", ("σ", "σ − ½")), (axes[1], "tanh_raised", "tanh", ("1 + tanh", "tanh"))):
        for name, colour, label, offset in zip((raised, centred), ("c2", "c1"), names, ((0, 9), (0, -9)), strict=True):
            median = np.median(steps(name), axis=1)
            there = np.isfinite(median)
            pen.curve(ax, RATES[there], median[there], name, colour, label, at=-2, offset=offset, marker="o", markersize=4, linewidth=1.8)
        ax.set_xscale("log", base=2)
        ax.set_yscale("log")
        ax.set_xlim(0.2, 45)
        ax.set_ylim(20, 900)
        ax.minorticks_off()
        pen.ticks(ax, x=[0.25, 1, 4, 16], y=[30, 100, 300], xnames=["¼", "1", "4", "16"])
        ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
    axes[0].text(0.03, 1.0, pen.say(Words("步數", "steps")), transform=axes[0].transAxes, va="top", ha="left", color="#6b7280", fontsize=11)
