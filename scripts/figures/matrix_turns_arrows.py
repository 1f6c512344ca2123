"""What a matrix does to arrows: it turns most of them, and only stretches its eigenvectors."""

import numpy as np

from drawing.figure import COLOURS
from language.words import Words

title = Words("這個矩陣轉動多數方向，有兩個方向只伸縮，不轉動", "This matrix turns most directions; two are only stretched, not turned")
caption = Words(
    "左：一個圓與三支箭。右：乘上矩陣$\\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$之後。藍箭變成三倍長，綠箭不變，兩支都沒有轉；橘箭轉了。圓成了橢圓，長軸與短軸就在兩支特徵向量上。",
    "Left: a circle and three arrows. Right: after multiplication by $\\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$. The blue arrow is three times as long, the green one unchanged, and neither has turned; the orange one has. The circle has become an ellipse, whose long and short axes lie along the two eigenvectors.",
)
alt = Words(
    "左邊是圓與三支箭；右邊圓拉成斜的橢圓，一支箭沿長軸伸長，一支沿短軸不變，第三支轉了方向。",
    "On the left a circle with three arrows; on the right the circle is drawn out to a slanted ellipse, one arrow is longer along its long axis, one is unchanged along the short axis, and the third has turned.",
)
description = Words(
    "$(1,1)$變成$(3,3)$，特徵值是$3$；$(1,-1)$仍是$(1,-1)$，特徵值是$1$；$(1,0)$變成$(2,1)$，不是特徵向量。",
    "$(1, 1)$ becomes $(3, 3)$, eigenvalue $3$; $(1, -1)$ stays $(1, -1)$, eigenvalue $1$; $(1, 0)$ becomes $(2, 1)$ and is no eigenvector.",
)
panels = 2
H = np.array([[2.0, 1.0], [1.0, 2.0]])
ARROWS = {"c1": (1.0, 1.0), "c3": (1.0, -1.0), "c2": (1.0, 0.0)}


def holds(drawn):
    before, after = ([np.array([x[1], y[1]]) for name, (x, y) in drawn.items() if name.startswith(f"arrow {word}")] for word in ("before", "after"))
    turned = [abs(a[0] * b[1] - a[1] * b[0]) > 1e-9 for a, b in zip(before, after, strict=True)]
    x, y = drawn["circle, after"]
    far = np.hypot(x, y)
    along = np.array([x[far.argmax()], y[far.argmax()]]), np.array([x[far.argmin()], y[far.argmin()]])
    return {
        Words("有兩個方向只伸縮，不轉動", "two are only stretched, not turned"): turned == [False, False, True],
        Words("長軸與短軸就在兩支特徵向量上", "long and short axes lie along the two eigenvectors"): abs(along[0][0] - along[0][1]) < 1e-9
        and abs(along[1][0] + along[1][1]) < 1e-9,
        Words("$(1,1)$變成$(3,3)$", "$(1, 1)$ becomes $(3, 3)$"): after[0].tolist() == [3, 3],
        Words("$(1,-1)$仍是$(1,-1)$", "$(1, -1)$ stays $(1, -1)$"): after[1].tolist() == [1, -1],
        Words("$(1,0)$變成$(2,1)$", "$(1, 0)$ becomes $(2, 1)$"): after[2].tolist() == [2, 1],
    }


def draw(axes, pen):
    t = np.linspace(0, 2 * np.pi, 161)  # passes through the diagonals
    circle = np.sqrt(2) * np.array([np.cos(t), np.sin(t)])
    for ax, matrix, word, said in ((axes[0], np.eye(2), "before", Words("之前", "before")), (axes[1], H, "after", Words("之後", "after"))):
        pen.curve(ax, *(matrix @ circle), f"circle, {word}", "muted", linewidth=1.2)
        for colour, arrow in ARROWS.items():
            tip = matrix @ np.array(arrow)
            pen.keep(f"arrow {word} {arrow[0]:g}, {arrow[1]:g}", [0, tip[0]], [0, tip[1]])
            ax.annotate("", tip, (0, 0), arrowprops={"arrowstyle": "-|>", "color": COLOURS[colour][0], "linewidth": 2, "shrinkA": 0, "shrinkB": 0})
        ax.set_title(pen.say(said), fontsize=11, fontweight="normal")
        ax.set_aspect("equal")
        ax.set_xlim(-3.4, 3.4)
        ax.set_ylim(-3.4, 3.4)
        pen.ticks(ax, x=[-1, 0, 1], y=[-1, 0, 1])
