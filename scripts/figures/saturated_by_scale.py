"""How much of a first layer saturates when its inputs are scaled up, or moved away from zero."""

import numpy as np
from scipy.stats import norm

from activation_functions import ALL
from drawing.live import Choice, Live, Panel, Part, Says, Slide
from language.words import Words

title = Words("輸入放大十倍，第一層大半都飽和", "Scale the inputs up ten times, and most of the first layer saturates")
caption = Words(
    "第一層的單元，權重隨機、變異數是一除以輸入個數，沒有偏置；輸入的標準差是$s$，平均是$m$，所以預激活值的標準差是$\\sqrt{s^2+m^2}$。左：激活函數，與預激活值的分布（灰）。右：斜率不到最大值十分之一的比例，隨$s$的變化。",
    "Units of a first layer with random weights of variance one over the number of inputs and no biases; the inputs have standard deviation $s$ and mean $m$, so the pre-activations have standard deviation $\\sqrt{s^2+m^2}$. "
    "Left: the activation function, and in grey how the pre-activations are spread. Right: the share with a slope below a tenth of the largest, against $s$.",
)
alt = Words(
    "左圖一條曲線，底下是灰色的鐘形；右圖的曲線從零往一上升。",
    "On the left a curve above a grey bell; on the right curves that rise from zero towards one.",
)
description = Words(
    "$m=0$時，Sigmoid的單元在$s=1$幾乎都不飽和，$s=10$有$[[saturated_by_scale.sigmoid_10:%]]$飽和；$\\tanh$在$s=10$有$[[saturated_by_scale.tanh_10:%]]$。",
    "With $m = 0$ hardly any unit of the sigmoid is saturated at $s = 1$, and $[[saturated_by_scale.sigmoid_10:%]]$ are at $s = 10$; for $\\tanh$ at $s = 10$ it is $[[saturated_by_scale.tanh_10:%]]$.",
)
assumes = (
    Words(
        "預激活值是常態分布：輸入夠多，權重獨立；還沒訓練。",
        "The pre-activations are normal: there are many inputs, and the weights are independent; before any training.",
    ),
)
panels = 2
FUNCTIONS = ("sigmoid", "tanh", "softsign", "hard_tanh")
SCALES = (0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100)
MEANS = (0, 1, 2, 5, 10, 20, 50)
REACH, TENTH = 12, 0.1


def edge(f):
    """Beyond this, on either side, the slope is below a tenth of the largest."""
    low, high = 0.0, 100.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if ALL[f].derivative(middle) > TENTH * ALL[f].derivative(0.0) else (low, middle)
    return high


EDGES = {f: edge(f) for f in FUNCTIONS}


def share(f, s, m):
    return 2 * norm.cdf(-EDGES[f] / np.hypot(s, m))


def said_share(f, s, m):
    return "< 10⁻⁶" if share(f, s, m) < 1e-6 else share(f, s, m)


def bell(s, m):
    """The density of the pre-activations, drawn so that its top is at the same height for every spread."""
    z = np.linspace(-REACH, REACH, 61)
    return [-REACH, *z, REACH], [-1.2, *(-1.2 + 0.9 * np.exp(-((z / np.hypot(s, m)) ** 2) / 2)), -1.2]


def curve(f):
    z = np.linspace(-REACH, REACH, 97)
    return z, ALL[f](z)


def shares(f, m):
    return SCALES, [share(f, s, m) for s in SCALES]


live = Live(
    controls={
        "f": Choice(Words("函數", "Function"), {f: ALL[f].name for f in FUNCTIONS}),
        "s": Slide(Words("輸入的標準差$s$", "Standard deviation $s$ of the inputs"), SCALES, 1, panel=1),
        "m": Slide(Words("輸入的平均$m$", "Mean $m$ of the inputs"), MEANS, 0),
    },
    panels=[
        Panel((-REACH, REACH), (-1.2, 1.2), {-12: "−12", 0: "0", 12: "12"}, {-1: "−1", 0: "0", 1: "1"}, "z", "f(z)"),
        Panel(
            (0.1, 100),
            (0, 1),
            {0.1: "0.1", 1: "1", 10: "10", 100: "100"},
            {0: "0", 0.5: "½", 1: "1"},
            "s",
            Words("飽和的比例", "share that is saturated"),
            logs="x",
        ),
    ],
    parts={
        "bell": Part(bell, "area"),
        "curve": Part(curve, "line c1"),
        "edges": Part(lambda f: ([-EDGES[f], -EDGES[f], np.nan, EDGES[f], EDGES[f]], [-1.2, 1.2, 0, -1.2, 1.2]), "thin"),
        "shares": Part(shares, "line c2", 1),
        "here": Part(lambda f, s, m: ([s], [share(f, s, m)]), "dots c2", 1),
    },
    says={
        "share": Says(Words("飽和的比例", "Share that is saturated"), said_share, "shares"),
        "spread": Says(Words("預激活值的標準差", "Standard deviation of $z$"), lambda s, m: np.hypot(s, m)),
        "edge": Says(Words("$|z|$大過多少算飽和", "Saturated where $|z|$ exceeds"), lambda f: EDGES[f]),
    },
    rows=[{"f": f, "s": s, "m": m} for f in FUNCTIONS for s, m in ((0.1, 0), (1, 0), (10, 0), (1, 10))],
)


def numbers():
    from flint import arb

    return {f"{f}_10": arb(float(share(f, 10, 0))) for f in ("sigmoid", "tanh")}


def holds(drawn):
    found = {f: dict(zip(*drawn[f"share, {f}"], strict=True)) for f in ("sigmoid", "tanh")}
    return {
        Words("輸入放大十倍，第一層大半都飽和", "Scale the inputs up ten times, and most of the first layer saturates"): all(
            each[1] < 0.5 < each[10] for each in found.values()
        ),
        Words("幾乎都不飽和", "hardly any unit"): found["sigmoid"][1] < 0.01,
    }


def draw(axes, pen):
    z = np.linspace(-REACH, REACH, 193)
    pen.graph(axes[0], ALL["sigmoid"], z, label="name", at=170, offset=(0, -9))
    for s, style in ((1, "-"), (10, "--")):
        x, y = (each[1:-1] for each in bell(s, 0))
        pen.curve(axes[0], x, y, f"bell, {s}", "muted", linestyle=style, linewidth=1.4)
        at = {1: 1.2, 10: 6}[s]
        pen.note(axes[0], at, float(np.interp(at, x, y)), f"s = {s}", "muted", (6, 6 * (s > 1)))
    for f, colour, style in (("sigmoid", "c1", "-"), ("tanh", "c3", "--")):
        pen.curve(axes[1], SCALES, [share(f, s, 0) for s in SCALES], f"share, {f}", colour, linestyle=style)
        pen.note(axes[1], 5, float(share(f, 5, 0)), ALL[f].name, colour, (-6, 6) if f == "tanh" else (8, -8))
    axes[0].set_xlim(-REACH, REACH)
    axes[0].set_ylim(-1.25, 1.25)
    axes[0].set_xlabel("z")
    axes[1].set_xscale("log")
    axes[1].minorticks_off()
    axes[1].set_xlabel("s")
    axes[1].set_ylabel(pen.say(Words("飽和的比例", "share that is saturated")))
    pen.ticks(axes[0], x=[-12, 0, 12], y=[0, 1])
    pen.ticks(axes[1], x=[0.1, 1, 10, 100], y=[0, 0.5, 1], ynames=["0", "½", "1"])
