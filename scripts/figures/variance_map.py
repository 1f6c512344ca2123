"""What one very wide random layer makes of the second moment of its pre-activations: the map, for four functions, and where it stays."""

from functools import cache

import flint
import numpy as np
from flint import acb, arb

from activation_functions import ALL
from figures import selu_settles
from language.words import Words
from mathematics.formula import ball

title = Words("有的映射把大小拉回來，有的推開", "Some maps draw the size back, some push it away")
caption = Words(
    "橫軸是前一層預激活值平方的平均$q$，縱軸是後一層的；虛線上兩者相等。左：權重的變異數是$1/n$。右：變異數乘上各函數自己的增益的平方，四條線都經過$(1,1)$。",
    "Across: the mean square $q$ of the pre-activations of one layer; up: that of the next. On the dashed line the two are equal. Left: weights of variance $1/n$. Right: the variance times the square of each function's own gain, so that all four lines pass through $(1,1)$.",
)
alt = Words(
    "左圖裡SELU的線穿過虛線，tanh與ReLU在虛線下方，Sigmoid在左邊由上往下穿過虛線。右圖四條線都經過一，GELU比虛線陡，tanh比虛線平。",
    "Left: the line of SELU crosses the dashed one, tanh and ReLU lie below it, and the sigmoid crosses it from above near the left. Right: all four pass through one; GELU is steeper there than the dashed line, tanh flatter.",
)
description = Words(
    "左圖：SELU停在$1$，Sigmoid停在$[[variance_map.sigmoid_at:3]]$，$\\tanh$與ReLU一層比一層小。右圖，線在$1$的斜率：$\\tanh$是$[[variance_map.tanh_own]]$，Sigmoid是$[[variance_map.sigmoid_own]]$，ReLU是$[[variance_map.relu_own]]$，GELU是$[[variance_map.gelu_own]]$。",
    "Left: SELU stays at $1$ and the sigmoid at $[[variance_map.sigmoid_at:3]]$; $\\tanh$ and ReLU get smaller with each layer. Right, the slopes of the lines at $1$: $[[variance_map.tanh_own]]$ for $\\tanh$, $[[variance_map.sigmoid_own]]$ for the sigmoid, $[[variance_map.relu_own]]$ for ReLU, $[[variance_map.gelu_own]]$ for GELU.",
)
assumes = (
    Words(
        "無限寬的層：預激活值是常態分布，平均是零；權重互相獨立，平均是零；沒有偏置；還沒訓練。",
        "Infinitely wide layers: pre-activations are normal with mean zero; weights are independent with mean zero; no biases; before any training.",
    ),
)
panels = 2
NODES, WEIGHTS = np.polynomial.legendre.leggauss(120)
LEFT, RIGHT = ("selu", "sigmoid", "tanh", "relu"), ("gelu", "relu", "tanh", "sigmoid")
LOOKS = {"selu": ("c4", "-"), "sigmoid": ("c3", "-."), "tanh": ("c1", "-"), "relu": ("c2", "-"), "gelu": ("c4", "-")}


def mapped(f, q, gain2=1.0):
    """gain² E f(√q Z)², on each side of a kink at zero by itself."""
    z, w = 6.0 * (NODES + 1.0), 6.0 * WEIGHTS / np.sqrt(2 * np.pi)
    at = np.sqrt(np.asarray(q, dtype=float))[..., None] * z
    return gain2 * sum(np.sum(w * np.exp(-z * z / 2) * f(side * at) ** 2, axis=-1) for side in (1, -1))


@cache
def own(name):
    """The square of the gain that maps 1 to 1."""
    return 1 / mapped(ALL[name], 1.0)


def slope(name, h=1e-4):
    """The slope at 1 of the map with the function's own gain: what a layer does to a small deviation."""
    return float((mapped(ALL[name], 1 + h, own(name)) - mapped(ALL[name], 1 - h, own(name))) / (2 * h))


# ---- certified digits for the pages ----------------------------------------------------------

LINES = {"tanh": "tanh(x)", "sigmoid": "sigma(x)", "gelu": "x * Phi(x)", "silu": "x * sigma(x)"}


def mean_square(line, q=1, weight="1"):
    """E w(Z) f(√q Z)², certified; beyond ±14 nothing is left that a ball of 1e-30 would not hold, as f grows no faster than x."""
    root = arb(q).sqrt()
    inner = acb.integral(lambda x, _: ball(line, x=x * root) ** 2 * ball(weight, x=x) * ball("phi(x)", x=x), -14, 14).real
    return inner + arb(0, 1e-30)


def own_slope(line):
    """At q = 1 the derivative of E f(√q Z)² by q is E (Z² − 1) f(Z)² / 2; the gain divides it by E f(Z)²."""
    return mean_square(line, weight="(x**2 - 1) / 2") / mean_square(line)


def settles(line, gain2, low, high):
    """The q that the map leaves where it is, between two certified signs."""
    low, high = arb(low), arb(high)
    for _ in range(20):
        middle = ((low + high) / 2).mid()
        low, high = (middle, high) if gain2 * mean_square(line, middle) > middle else (low, middle)
    assert gain2 * mean_square(line, low) > low
    assert gain2 * mean_square(line, high) < high
    return low.union(high)


def numbers():
    with flint.ctx.workprec(64):
        found = {f"{name}_own": own_slope(line) for name, line in LINES.items()}
        found |= {"relu_own": 1, "selu_own": selu_settles.numbers()["factor"]}
        return found | {"sigmoid_at": settles(LINES["sigmoid"], arb(1), "0.1", "1"), "tanh_torch": settles(LINES["tanh"], arb(25) / 9, "0.5", "3")}


def holds(drawn):
    q = drawn["tanh, weights 1/n"][0]
    below = {name: drawn[f"{name}, weights 1/n"][1] for name in LEFT}
    return {
        Words("有的映射把大小拉回來，有的推開", "Some maps draw the size back, some push it away"): slope("tanh") < 1 < slope("gelu"),
        Words("tanh與ReLU在虛線下方", "tanh and ReLU lie below it"): all((below[name][1:] < q[1:]).all() for name in ("tanh", "relu")),
        Words("四條線都經過$(1,1)$", "all four lines pass through $(1,1)$"): all(abs(float(mapped(ALL[name], 1.0, own(name))) - 1) < 1e-12 for name in RIGHT),
        Words("GELU比虛線陡，tanh比虛線平", "GELU is steeper there than the dashed line, tanh flatter"): slope("tanh") < 1 < slope("gelu"),
    }


def draw(axes, pen):
    q = np.linspace(0, 2, 81)
    for ax, names, kind in zip(axes, (LEFT, RIGHT), ("weights 1/n", "own gain"), strict=True):
        ax.plot(q, q, color="#6b7280", linewidth=0.9, linestyle="--", zorder=1)
        for name in names:
            colour, line = LOOKS[name]
            after = mapped(ALL[name], q, 1.0 if kind == "weights 1/n" else own(name))
            pen.curve(ax, q, after, f"{name}, {kind}", colour, ALL[name].name, offset=(6, -4 if name == "relu" and kind == "own gain" else 0), linestyle=line)
        ax.set_xlim(0, 2)
        ax.set_ylim(0, 2.6 if kind == "own gain" else 2.1)
        ax.set_xlabel(pen.say(Words("前一層的q", "q of the layer before")))
        ax.set_ylabel(pen.say(Words("後一層的q", "q of the next layer")))
        pen.ticks(ax, x=[0, 1, 2], y=[0, 1, 2])
    axes[0].set_title(pen.say(Words("變異數是1/n", "variance 1/n")), fontsize=11, fontweight="normal")
    axes[1].set_title(pen.say(Words("各用自己的增益", "each with its own gain")), fontsize=11, fontweight="normal")
