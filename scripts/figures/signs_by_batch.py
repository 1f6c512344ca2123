"""How often all weight gradients of a neuron share a sign, by batch size, for inputs with and without a mean."""

from functools import cache

import flint
import numpy as np
from flint import acb, arb

from language.words import Words
from mathematics.formula import ball
from mathematics.observation import observe
from mathematics.study import study

title = Words("批次變大，同號的機率會降，但不會降到零", "Larger batches mix the signs, but only up to a point")
caption = Words(
    "一個神經元的所有權重梯度同號的機率。三條曲線的輸入是Sigmoid的輸出，輸入的個數分別是$2$、$10$與$[[signs_by_batch.inputs]]$；點線是批次無限大時的極限。最下面一條換成$\\tanh$的輸出，$10$個輸入。預激活值與誤差項各自取自標準常態。",
    "The chance that all weight gradients of a neuron share a sign. Three curves have sigmoid outputs as inputs, $2$, $10$ and $[[signs_by_batch.inputs]]$ of them; dotted lines are the limits for ever larger batches. "
    "The lowest curve has $10$ outputs of $\\tanh$ instead. Pre-activations and errors are independent standard normals.",
)
alt = Words(
    "三條曲線在批次大小為一時都等於一，之後下降並在十來個樣本後變平，輸入越多停得越低；第四條曲線一開始就貼近零。",
    "Three curves start at one for a batch of one, fall, and flatten after ten samples or so, lower for more inputs; a fourth curve lies close to zero throughout.",
)
description = Words(
    "批次大小為$1$時，Sigmoid輸入的機率恰為一。批次大小為$[[2**5]]$、輸入$[[signs_by_batch.inputs]]$個時，是$[[signs_by_batch.at_32]]$；極限是$[[signs_by_batch.limit_50]]$。輸入$2$個與$10$個的極限是$[[signs_by_batch.limit_2]]$與$[[signs_by_batch.limit_10]]$。",
    "For a batch of $1$ the chance is exactly one when the inputs are sigmoid outputs. For a batch of $[[2**5]]$ and $[[signs_by_batch.inputs]]$ inputs it is $[[signs_by_batch.at_32]]$; the limit is $[[signs_by_batch.limit_50]]$. "
    "For $2$ and $10$ inputs the limits are $[[signs_by_batch.limit_2]]$ and $[[signs_by_batch.limit_10]]$.",
)
assumes = (
    Words(
        "一個神經元，沒有偏置；預激活值與誤差項互相獨立，取自標準常態；每個批次大小試三百次，五個種子。",
        "One neuron without a bias; pre-activations and errors independent and standard normal; three hundred trials for each batch size, five seeds.",
    ),
)
FOUND = {f: study("signs_by_batch", f=f) for f in ("sigmoid", "tanh")}
COUNTS, BATCHES = (FOUND["sigmoid"].settings[what] for what in ("counts", "batches"))


def shares(f="sigmoid"):
    """The share of trials in which the first n gradients have one sign: [seed, batch size, n]."""
    return FOUND[f]["shares"]


@cache
def limit(n):
    """2 ∫ φ(t) Φ(rt)ⁿ dt with r the mean over the spread: what is left when the batch grows for ever."""
    flint.ctx.prec = 120
    first, second = (sigmoid_moment(power) for power in (1, 2))
    ratio = first / (second - first**2).sqrt()
    return 2 * acb.integral(lambda t, _: ball("phi(x)", x=t) * ball("Phi(x)", x=ratio * t) ** n, -20, 20).real + arb(0, 1e-80)


def sigmoid_moment(power):
    return acb.integral(lambda t, _: ball("sigma(x)", x=t) ** power * ball("phi(x)", x=t), -20, 20).real + arb(0, 1e-80)


def numbers():
    return {
        "inputs": max(COUNTS),
        "at_32": observe(shares()[:, 5, 2]),
        "tanh_2": observe(shares("tanh")[:, 5, 0]),
        **{f"limit_{n}": limit(n) for n in COUNTS},
    }


def holds(drawn):
    shares_ = {n: drawn[f"sigmoid {n} inputs"][1] for n in COUNTS}
    return {
        Words("批次變大，同號的機率會降", "Larger batches mix the signs"): all(share[0] == 1 and share[-1] < 0.95 for share in shares_.values()),
        Words("但不會降到零", "only up to a point"): all(abs(share[-1] - float(limit(n).mid())) < 0.1 for n, share in shares_.items()),
        Words("輸入越多停得越低", "lower for more inputs"): bool(limit(2) > limit(10) > limit(50)),
        Words("第四條曲線一開始就貼近零", "a fourth curve lies close to zero throughout"): max(drawn["tanh 10 inputs"][1]) < 0.05,
    }


def draw(ax, pen):
    for column, (n, colour) in enumerate(zip(COUNTS, ("c1", "c3", "c4"), strict=True)):
        line = np.full(len(BATCHES), float(limit(n).mid()))
        pen.curve(ax, BATCHES, line, f"sigmoid {n} inputs limit", colour, linewidth=0.9, linestyle=":")
        label = Words(f"{n}個輸入", f"{n} inputs") if n > 2 else Words(f"σ，{n}個輸入", f"σ, {n} inputs")
        pen.curve(ax, BATCHES, shares().mean(axis=0)[:, column], f"sigmoid {n} inputs", colour, label, offset=(-2, 8), marker="o", markersize=4)
    below = shares("tanh").mean(axis=0)[:, 1]
    pen.curve(ax, BATCHES, below, "tanh 10 inputs", "muted", Words("tanh，10個輸入", "tanh, 10 inputs"), offset=(-2, 8), marker="o", markersize=4)
    ax.set_xscale("log", base=2)
    ax.set_xlim(0.9, 290)
    ax.set_ylim(-0.02, 1.03)
    ax.minorticks_off()
    pen.ticks(ax, x=[1, 4, 32, 256], y=[0, 0.5, 1], ynames=["0", "½", "1"])
    ax.set_xlabel(pen.say(Words("批次大小", "batch size")))
