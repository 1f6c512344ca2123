"""Training one small network with four hidden activations: two curves, each with and without its mean taken away."""

from functools import cache

import numpy as np

from activations import sigmoid, tanh
from observation import observe
from words import Words

title = Words("學習率相同就一樣快；置中的好處，是學習率能開得更大", "At one learning rate they tie; centring lets you use a larger one")
caption = Words(
    "兩個隱藏層、每層$8$個單元的小網路，全批次梯度下降，訓練損失降到$0.05$以下所需的步數，取$[[centring_and_rate.seeds]]$次初始化的中位數；沒畫出來的點表示$[[centring_and_rate.patience]]$步內半數以上沒有到達。".replace("$0.05$", "$[[centring_and_rate.target]]$"),
    "A small network with two hidden layers of $8$ units, trained on the full batch: steps until the training loss falls below $[[centring_and_rate.target]]$, the median of $[[centring_and_rate.seeds]]$ initialisations. "
    "Where there is no point, more than half had not arrived after $[[centring_and_rate.patience]]$ steps.",
)
alt = Words(
    "步數隨學習率下降的四條線，兩兩重疊；重疊的兩條之中，有平均值的那條先往上翹，置中的那條還能繼續往下。",
    "Four falling lines of steps against learning rate, in two pairs that overlap; in each pair the line with a mean turns up first, while the centred one goes on falling.",
)
description = Words(
    "各用最好的學習率時，$\\sigma$要$[[centring_and_rate.sigmoid]]$步，$\\sigma-\\frac{1}{2}$要$[[centring_and_rate.sigmoid_centred]]$步，$1+\\tanh$要$[[centring_and_rate.tanh_raised]]$步，$\\tanh$要$[[centring_and_rate.tanh]]$步。",
    "With the best learning rate for each, $\\sigma$ takes $[[centring_and_rate.sigmoid]]$ steps, $\\sigma - \\frac{1}{2}$ takes $[[centring_and_rate.sigmoid_centred]]$, $1 + \\tanh$ takes $[[centring_and_rate.tanh_raised]]$ and $\\tanh$ takes $[[centring_and_rate.tanh]]$.",
)
RATES = 2.0 ** np.arange(-2, 7)
SEEDS, SAMPLES, WIDTH, PATIENCE, TARGET = 9, 96, 8, 900, 0.02
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
    """Steps until the loss is below the target, by [learning rate, seed]; all these networks are trained at once."""
    f, df = HIDDEN[name]
    starts, inputs, classes = [], [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = moons(rng)
        inputs.append(x)
        classes.append(t)
        starts.append([rng.standard_normal((a, b)) / np.sqrt(a) for a, b in ((2, WIDTH), (WIDTH, WIDTH), (WIDTH, 1))])
    everywhere = (len(RATES), 1, 1, 1)  # axes: learning rate, seed, then a matrix
    weights = [np.tile(np.stack(each), everywhere) for each in zip(*starts, strict=True)]
    biases = [np.zeros((*w.shape[:2], 1, w.shape[3])) for w in weights]
    x, t, rate = np.tile(np.stack(inputs), everywhere), np.stack(classes)[None, :, :, None], RATES[:, None, None, None]
    found = np.full((len(RATES), SEEDS), np.inf)
    for step in range(PATIENCE):
        a1 = f(z1 := x @ weights[0] + biases[0])
        a2 = f(z2 := a1 @ weights[1] + biases[1])
        z3 = a2 @ weights[2] + biases[2]
        loss = np.mean(np.logaddexp(0, z3) - t * z3, axis=(2, 3))  # cross-entropy of σ(z3)
        found[(loss < TARGET) & np.isinf(found)] = step
        d3 = (sigmoid(z3) - t) / SAMPLES
        d2 = d3 @ weights[2].swapaxes(2, 3) * df(z2)
        d1 = d2 @ weights[1].swapaxes(2, 3) * df(z1)
        for layer, (a, d) in enumerate(((x, d1), (a1, d2), (a2, d3))):
            weights[layer] -= rate * (a.swapaxes(2, 3) @ d)
            biases[layer] -= rate * d.sum(axis=2, keepdims=True)
    return found


def numbers():
    from fractions import Fraction

    best = {name: steps(name).min(axis=0) for name in HIDDEN}
    return {
        **{name: observe(least) for name, least in best.items()},
        "gain_sigmoid": observe(best["sigmoid"] / best["sigmoid_centred"]),
        "gain_tanh": observe(best["tanh_raised"] / best["tanh"]),
        "seeds": SEEDS,
        "patience": PATIENCE,
        "target": Fraction(str(TARGET)),
    }


def draw(ax, pen):
    for name, colour, label, offset in (
        ("sigmoid", "c2", "σ", (4, 6)),
        ("sigmoid_centred", "c1", "σ − ½", (6, -8)),
        ("tanh_raised", "c2", "1 + tanh", (0, 9)),
        ("tanh", "c1", "tanh", (0, -9)),
    ):
        median = np.median(steps(name), axis=1)
        there = np.isfinite(median)
        pen.curve(ax, RATES[there], median[there], name, colour, label, offset=offset, marker="o", markersize=4)
    ax.set_xscale("log", base=2)
    ax.set_yscale("log")
    ax.set_ylim(18, 900)
    ax.minorticks_off()
    pen.ticks(ax, x=[0.25, 1, 4, 16, 64], y=[20, 100, 500], xnames=["¼", "1", "4", "16", "64"])
    ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
    ax.text(0.0, 1.0, pen.say(Words("步數", "steps")), transform=ax.transAxes, va="top", ha="left", color="#6b7280", fontsize=11)
