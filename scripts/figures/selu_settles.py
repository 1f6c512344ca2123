"""The variance of the pre-activations, layer by layer in a very wide network: SELU draws it to one."""

from functools import cache

import flint
import numpy as np
from flint import arb

from activation_functions import relu, selu, tanh
from derivations import selu_alpha, selu_lambda
from language.words import Words
from mathematics.formula import ball

title = Words("SELU把變異數一層一層拉回一", "SELU draws the variance back to one, layer by layer")
caption = Words(
    "無限寬的網路裡，每一層預激活值的變異數；權重的平均為零，變異數是輸入個數的倒數。SELU不論從四分之一或四開始，都走向一；$\\tanh$與ReLU在同樣的權重下往零走。",
    "The variance of the pre-activations in each layer of an infinitely wide network whose weights have mean zero and variance one over the number of inputs. SELU tends to one from a quarter and from four alike; with the same weights $\\tanh$ and ReLU tend to zero.",
)
alt = Words(
    "橫軸是層數，縱軸是變異數的對數尺度。兩條SELU曲線一上一下收攏到一；tanh緩緩下降；ReLU沿直線快速下降。",
    "Layers across, variance up on a logarithmic scale. Two curves of SELU, one above and one below, close in on one; tanh falls slowly; ReLU falls fast along a straight line.",
)
description = Words(
    "很靠近一的時候，SELU每經過一層，偏離就乘上$[[selu_settles.factor]]$。ReLU每層把變異數減半，這些層之後只剩$[[selu_settles.relu:2]]$。",
    "Close to one, each layer of SELU multiplies the deviation by $[[selu_settles.factor]]$. Each layer of ReLU halves the variance: after these layers $[[selu_settles.relu:2]]$ is left.",
)
LAYERS = 12
NODES, WEIGHTS = np.polynomial.legendre.leggauss(120)


def after(f, variance):
    """E f(z)^2 for a normal z of mean 0 and this variance, on each side of the kink by itself."""
    z, w = 6.0 * (NODES + 1.0), 6.0 * WEIGHTS / np.sqrt(2 * np.pi)
    return float(sum(np.sum(w * np.exp(-z * z / 2) * f(side * np.sqrt(variance) * z) ** 2) for side in (1, -1)))


@cache
def path(f, start):
    variances = [start]
    for _ in range(LAYERS):
        variances.append(after(f, variances[-1]))
    return np.array(variances)


def numbers():
    """The slope of the map at its fixed point, in closed form: what a layer does to a small deviation."""
    with flint.ctx.workprec(256):
        lam, alpha = (each.numbers()["true"] for each in (selu_lambda, selu_alpha))
        factor = ball("lam**2 * (1 / 2 + alpha**2 * (2 * exp(2) * Phi(-2) - exp(1 / 2) * Phi(-1)))", lam=lam, alpha=alpha)
    return {"factor": factor, "relu": arb(2) ** -LAYERS}


def holds(drawn):
    last = {name: variance[-1] for name, (_, variance) in drawn.items()}
    return {
        Words("SELU把變異數一層一層拉回一", "SELU draws the variance back to one"): all(abs(last[f"SELU from {start}"] - 1) < 0.1 for start in ("4", "1/4")),
        Words("tanh緩緩下降；ReLU沿直線快速下降", "tanh falls slowly; ReLU falls fast along a straight line"): last["ReLU from 1"] < last["tanh from 1"] < 1
        and np.ptp(np.diff(np.log(drawn["ReLU from 1"][1]))) < 1e-6,
    }


def draw(ax, pen):
    layers = np.arange(LAYERS + 1)
    pen.curve(ax, layers, path(selu, 4.0), "SELU from 4", "c1", "SELU", at=2, offset=(8, 8), marker="o", markersize=4)
    pen.curve(ax, layers, path(selu, 0.25), "SELU from 1/4", "c1", marker="o", markersize=4)
    pen.curve(ax, layers, path(tanh, 1.0), "tanh from 1", "c3", "tanh", at=8, offset=(4, 8), marker="o", markersize=4)
    pen.curve(ax, layers, path(relu, 1.0), "ReLU from 1", "c2", "ReLU", at=7, offset=(-8, -8), marker="o", markersize=4)
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_ylim(1e-4, 8)
    ax.set_xlabel(pen.say(Words("層", "layer")))
    pen.ticks(ax, x=[0, 4, 8, 12], y=[1e-4, 1e-2, 1], ynames=["10⁻⁴", "10⁻²", "1"])
