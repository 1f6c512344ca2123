"""A Maxout unit of three affine pieces: the largest of them at each place."""

import numpy as np

from activation_functions import maxout
from language.words import Words

title = Words("Maxout留下最高的一段", "Maxout keeps the highest piece")
caption = Words(
    "一個Maxout單元，一個輸入，三條仿射的線（灰色虛線）。每個地方它都輸出最高的那一條（藍線），所以輸入被分成三段，每一段各有一個斜率。",
    "A Maxout unit with one input and three affine lines (dashed grey). Everywhere it puts out the highest of them (blue), and so the input is cut into three stretches, each with a slope of its own.",
)
alt = Words(
    "三條灰色虛線互相交叉，藍線沿著最高的走，是一條往上彎的折線，有兩個轉折點。",
    "Three dashed grey lines cross; the blue line follows the highest, a broken line that bends upwards at two places.",
)
description = Words(
    "三條線的斜率由左到右是$-1$、$\\frac{1}{2}$、$2$。斜率一路變大，所以折線是凸的。ReLU是其中一種：兩條線，$0$與$x$。",
    "From left to right the slopes of the three lines are $-1$, $\\frac{1}{2}$ and $2$. The slopes grow on the way, and so the broken line is convex. ReLU is one of this kind: two lines, $0$ and $x$.",
)
LINES = ((-1.0, -1.0), (0.5, 0.5), (2.0, -1.0))
WRITTEN = ("-x - 1", "0.5*x + 0.5", "2*x - 1")


def holds(drawn):
    x, y = next(drawn[name] for name in drawn if name.startswith("maxout"))
    pieces = np.array([drawn[f"piece {k}"][1] for k in (1, 2, 3)])
    slopes = np.unique(np.round(np.diff(y) / np.diff(x), 6)[:])
    return {
        Words("Maxout留下最高的一段", "Maxout keeps the highest piece"): np.allclose(y, pieces.max(axis=0)),
        Words("有兩個轉折點", "bends upwards at two places"): bool((np.diff(y, 2) > 1e-9).sum() == 2 and (np.diff(y, 2) > -1e-9).all()),
        Words("$-1$、$\\frac{1}{2}$、$2$", "$-1$, $\\frac{1}{2}$ and $2$"): np.allclose(slopes, [-1, 0.5, 2]),
    }


def draw(ax, pen):
    x = np.arange(-60, 61) / 20
    for k, (slope, constant) in enumerate(LINES, 1):
        pen.curve(ax, x, slope * x + constant, f"piece {k}", "muted", linestyle=(0, (3, 3)), linewidth=1.3)
    pen.graph(ax, maxout, x, f"maxout([{', '.join(WRITTEN)}])", label=maxout, at=8, offset=(10, 4), linewidth=2.6)
    ax.set_xlim(-3, 3)
    ax.set_ylim(-2, 5)
    ax.set_xlabel("x", loc="right")
    pen.ticks(ax, x=[-1, 0, 1], y=[0, 2, 4])
