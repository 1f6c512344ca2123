"""Log-sum-exp of a score and zero is softplus; with a temperature it comes down onto the maximum."""

import numpy as np

from activation_functions import relu, softplus
from language.words import Words

title = Words("log-sum-exp比最大值大一點，T越小越近", "Log-sum-exp lies just above the maximum, closer as T falls")
caption = Words(
    "兩個分數，一個是$x$，另一個是$0$。虛線是最大值$\\max(x,0)$；兩條實線是$T\\ln(e^{x/T}+1)$，上面那條$T=1$，下面那條$T=\\frac{1}{4}$。",
    "Two scores, $x$ and $0$. The dashed line is the maximum, $\\max(x, 0)$; the solid lines are $T\\ln(e^{x/T}+1)$, the upper for $T = 1$ and the lower for $T = \\frac{1}{4}$.",
)
alt = Words(
    "一條有直角的折線，上方兩條光滑的曲線在折點附近離它最遠，往兩邊貼近它。",
    "A bent line with a sharp corner; above it two smooth curves are furthest from it at the corner and close in on both sides.",
)
description = Words(
    "差距在兩個分數相等時最大，是$T\\ln 2$：$T=1$時是$[[log(2)]]$，$T=\\frac{1}{4}$時是$[[log(2) / 4]]$。",
    "The gap is largest where the scores are equal, and is $T\\ln 2$: $[[log(2)]]$ for $T = 1$ and $[[log(2) / 4]]$ for $T = \\frac{1}{4}$.",
)
ONE, QUARTER = "softplus(x)", "softplus(4 * x) / 4"


def holds(drawn):
    x, largest = drawn["relu(x)"]
    gaps = [drawn[name][1] - largest for name in (ONE, QUARTER)]
    return {
        Words("比最大值大一點", "just above the maximum"): all((gap > 0).all() for gap in gaps),
        Words("T越小越近", "closer as T falls"): (gaps[1] < gaps[0]).all(),
        Words("差距在兩個分數相等時最大", "The gap is largest where the scores are equal"): all(x[np.argmax(gap)] == 0 for gap in gaps),
    }


def draw(ax, pen):
    x = np.linspace(-3, 3, 121)
    pen.graph(ax, relu, x, "relu(x)", colour="muted", label=None, linestyle="--")
    pen.graph(ax, softplus, x, ONE, label=None)
    pen.graph(ax, softplus, x, QUARTER, colour="c2", label=None)
    pen.note(ax, 0.2, 0.82, "T = 1", "c1", (-8, 8))
    pen.note(ax, 0.35, 0.42, "T = 1/4", "c2", (10, -4))
    ax.set_xlabel("x")
    ax.set_xlim(-3, 3)
    ax.set_ylim(0, 3.2)
    pen.ticks(ax, x=[-3, 0, 3], y=[0, 1, 2, 3])
