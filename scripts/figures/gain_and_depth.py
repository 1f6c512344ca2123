"""Gain against gradient by depth, in the limit of very wide random layers: what fifty layers leave of the signal and of the gradient."""

from functools import cache

import numpy as np

from activation_functions import ALL
from drawing.live import Choice, Live, Panel, Part, Says, Slide
from language.words import Words

title = Words(
    "增益小，梯度縮小；增益大，梯度暴增；界線看函數", "Small gains shrink the gradient, large gains make it explode; the limit depends on the function"
)
caption = Words(
    "五十層隨機網路在寬度無限大時的理論，輸入的變異數是$1$，沒有偏置。左：往回走，梯度的長度是最後一層的幾倍；右：走完全部的層，第一層的倍數隨增益的變化。縱軸都是對數尺度。",
    "Theory of fifty random layers in the limit of infinite width, with inputs of variance $1$ and no biases. Left: on the way back, how many times as long the gradient is as at the last layer. Right: that number at the first layer, against the gain. Both vertical scales are logarithmic.",
)
alt = Words(
    "左圖的線從右往左，有的往下，有的持平，有的往上；右圖三條上升的曲線在不同的增益穿過一。",
    "On the left lines go from right to left, some down, one level, some up; on the right three rising curves cross one at different gains.",
)
description = Words(
    "增益$\\sqrt{2}$時，ReLU的梯度不增不減；$\\tanh$在增益比$1$大一點的地方，Sigmoid要到$[[gradient_by_depth.critical_gain]]$。",
    "With a gain of $\\sqrt{2}$ the gradient of ReLU neither shrinks nor grows; for $\\tanh$ the boundary is a little above $1$, and for the sigmoid at $[[gradient_by_depth.critical_gain]]$.",
)
assumes = (
    Words(
        "各層一樣寬而且無限寬，沒有偏置；權重獨立，平均是零，變異數是增益的平方除以輸入個數；往回走遇到的權重當作與往前走的獨立；還沒訓練。",
        "Layers of one width that tends to infinity, no biases; independent weights of mean zero and variance gain squared over the number of inputs; the weights met on the way back are treated as independent of those on the way forward; before any training.",
    ),
)
panels = 2
LAYERS = 50
FUNCTIONS = ("sigmoid", "tanh", "relu", "gelu", "selu")
ROOT2 = float(np.sqrt(2))
GAINS = (0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, ROOT2, 1.6, 1.8, 2, 2.4, 2.8, 3.4, 4, 5, 6, 8, 11, 16)
LOW, HIGH = 1e-30, 1e15
Z = np.linspace(-9, 9, 3600)
WEIGHTS = np.exp(-(Z**2) / 2) / np.exp(-(Z**2) / 2).sum()  # of a standard normal, on a fine grid that leaves out the kink at 0


@cache
def layers(f, gain):
    """E z² of each layer on the way forward, and what the squared gradient is multiplied by on the way back through it."""
    squares, factors, square = [], [], gain**2
    for _ in range(LAYERS):
        z = np.sqrt(square) * Z
        squares.append(square)
        factors.append(gain**2 * float(np.square(ALL[f].derivative(z)) @ WEIGHTS))
        square = gain**2 * float(np.square(ALL[f](z)) @ WEIGHTS)
    return np.array(squares), np.array(factors)


def lengths(f, gain):
    """The length of the gradient at each layer, where that at the last is 1."""
    factors = layers(f, gain)[1][:-1]
    return np.append(np.exp(np.cumsum(np.log(factors[::-1]))[::-1] / 2), 1.0)


def backward(f, gain):
    return range(1, LAYERS + 1), lengths(f, gain)


def by_gain(f):
    return GAINS, [lengths(f, gain)[0] for gain in GAINS]


live = Live(
    controls={
        "f": Choice(Words("函數", "Function"), {f: ALL[f].name for f in FUNCTIONS}, "tanh"),
        "gain": Slide(Words("增益$g$", "Gain $g$"), GAINS, 1, panel=1),
    },
    panels=[
        Panel(
            (1, LAYERS),
            (LOW, HIGH),
            {1: "1", 25: "25", 50: "50"},
            {1e-30: "10⁻³⁰", 1e-15: "10⁻¹⁵", 1: "1", 1e15: "10¹⁵"},
            Words("層", "layer"),
            Words("梯度的長度", "length of the gradient"),
            logs="y",
        ),
        Panel(
            (GAINS[0], GAINS[-1]),
            (LOW, HIGH),
            {0.5: "½", 1: "1", 2: "2", 4: "4", 16: "16"},
            {1e-30: "10⁻³⁰", 1e-15: "10⁻¹⁵", 1: "1", 1e15: "10¹⁵"},
            Words("增益", "gain"),
            Words("在第一層", "at the first layer"),
            logs="xy",
        ),
    ],
    parts={
        "even": Part(lambda: ([1, LAYERS], [1, 1]), "thin"),
        "backward": Part(backward, "line c2"),
        "even too": Part(lambda: ([GAINS[0], GAINS[-1]], [1, 1]), "thin", 1),
        "by gain": Part(by_gain, "line c1", 1),
        "here": Part(lambda f, gain: ([gain], [lengths(f, gain)[0]]), "dots c2", 1),
    },
    says={
        "first": Says(Words("第一層是最後一層的幾倍", "First layer, times the last"), lambda f, gain: lengths(f, gain)[0], "backward"),
        "factor": Says(Words("訊號穩定後每層的倍數", "Times a layer, once settled"), lambda f, gain: np.sqrt(layers(f, gain)[1][-1])),
        "signal": Says(Words("最後一層$z$的大小", "Size of $z$ at the last layer"), lambda f, gain: np.sqrt(layers(f, gain)[0][-1])),
    },
    rows=[{"f": f, "gain": gain} for f in FUNCTIONS for gain in (0.5, 1, ROOT2, 2, 4)],
)


def holds(drawn):
    curves = {f: drawn[f"by gain, {f}"] for f in ("sigmoid", "tanh", "relu")}
    crossing = {f: np.interp(0, np.log(y), x) for f, (x, y) in curves.items()}
    return {
        Words("增益小，梯度縮小", "Small gains shrink the gradient"): all(y[0] < 1e-3 for _, y in curves.values()),
        Words("增益大，梯度暴增", "large gains make it explode"): all(y[-1] > 10 for _, y in curves.values()),
        Words("界線看函數", "the limit depends on the function"): crossing["tanh"] < crossing["relu"] < crossing["sigmoid"],
        Words("ReLU的梯度不增不減", "the gradient of ReLU neither shrinks nor grows"): abs(lengths("relu", ROOT2) - 1).max() < 1e-4,
    }


def draw(axes, pen):
    at = np.arange(1, LAYERS + 1)
    for gain, style in ((0.7, "-"), (1, "--"), (1.6, ":")):
        left = lengths("tanh", gain)
        pen.curve(axes[0], at, left, f"tanh, gain {gain:g}", "c1", linestyle=style)
        pen.note(axes[0], 12, float(left[11]), f"g = {gain:g}", "c1", (6, -8))
    for f, colour, style in (("sigmoid", "c2", "-"), ("tanh", "c1", "--"), ("relu", "c3", "-.")):
        x, y = np.array(GAINS), np.array(by_gain(f)[1])
        pen.curve(axes[1], x, y, f"by gain, {f}", colour, linestyle=style)
        at = {"sigmoid": 4, "tanh": 6, "relu": 0.6}[f]
        pen.note(axes[1], at, float(y[x == at][0]), ALL[f].name, colour, (8, -8))
    for ax, name in zip(axes, (Words("梯度的長度", "length of the gradient"), Words("在第一層", "at the first layer")), strict=True):
        ax.axhline(1, color="#6b7280", linewidth=0.8, zorder=1)
        ax.set_yscale("log")
        ax.set_ylabel(pen.say(name))
    axes[0].set_xlabel(pen.say(Words("層", "layer")))
    axes[1].set_xlabel(pen.say(Words("增益", "gain")))
    axes[1].set_xscale("log")
    axes[1].set_ylim(LOW, HIGH)
    for ax in axes:
        ax.minorticks_off()
    pen.ticks(axes[0], x=[1, 25, 50], y=[1e-8, 1e-4, 1], ynames=["10⁻⁸", "10⁻⁴", "1"])
    pen.ticks(axes[1], x=[0.5, 1, 2, 4, 16], y=[1e-30, 1e-15, 1, 1e15], xnames=["½", "1", "2", "4", "16"], ynames=["10⁻³⁰", "10⁻¹⁵", "1", "10¹⁵"])
