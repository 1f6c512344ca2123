"""XOR before and after two ReLUs: no line parts the four points, until a hidden layer has moved them."""

import itertools

import numpy as np
from scipy.optimize import linprog

from activation_functions import relu
from language.words import Words

title = Words("一條直線分不開XOR，兩個ReLU先把點搬好", "No straight line separates XOR; two ReLUs move the points first")
caption = Words(
    "實心點該輸出$1$，空心點該輸出$0$。左：任何一條直線至少弄錯一個點。右：同樣四個點，改用兩個ReLU單元的輸出當座標；兩個實心點疊在一起，一條直線就夠了。",
    "Filled points should give $1$, hollow points $0$. Left: every straight line gets at least one point wrong. Right: the same four points, placed by the outputs of two ReLU units; "
    "the filled points coincide, and one line is enough.",
)
alt = Words(
    "左圖是正方形的四個角，對角同類，一條虛線只分對三個；右圖四個點成了三個位置，一條直線把實心與空心完全分開。",
    "Left: the four corners of a square, opposite corners alike, and a dashed line that gets three right. Right: the four points have become three places, and one line parts filled from hollow.",
)
description = Words(
    "左圖的虛線$x_1+x_2=\\frac{1}{2}$分對四個點裡的三個。右圖的座標是$h_1=\\operatorname{ReLU}(x_1+x_2)$與$h_2=\\operatorname{ReLU}(x_1+x_2-1)$，直線是$h_1-2h_2=\\frac{1}{2}$。",
    "The dashed line on the left, $x_1 + x_2 = \\frac{1}{2}$, gets three of the four points right. On the right the coordinates are $h_1 = \\operatorname{ReLU}(x_1 + x_2)$ and "
    "$h_2 = \\operatorname{ReLU}(x_1 + x_2 - 1)$; the line is $h_1 - 2h_2 = \\frac{1}{2}$.",
)
panels = 2
CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = np.array([0, 1, 1, 0])


def separable(labels):
    """Is there a line with every 1 on one side and every 0 on the other, at least a unit away? A linear program decides."""
    side = np.where(labels, -1, 1)[:, None]
    return linprog(np.zeros(3), A_ub=side * np.c_[CORNERS, np.ones(4)], b_ub=-np.ones(4), bounds=(None, None)).status == 0


def numbers():
    tables = [np.array(bits) for bits in itertools.product((0, 1), repeat=4)]
    parted = [table for table in tables if separable(table)]
    return {"functions": len(tables), "separable": len(parted), "right": max(int((table == XOR).sum()) for table in parted)}


def holds(drawn):
    ones, zeros = (np.array(drawn[name])[:, drawn[name][0].size // 2 :] for name in ("ones", "zeros"))  # after the two ReLUs
    side = [h[0] - 2 * h[1] > 0.5 for h in (ones, zeros)]
    return {
        Words("一條直線分不開XOR", "No straight line separates XOR"): not separable(XOR),
        Words("兩個ReLU先把點搬好", "two ReLUs move the points first"): side[0].all() and not side[1].any(),
        Words("兩個實心點疊在一起", "the filled points coincide"): (ones == ones[:, :1]).all(),
        Words("一條虛線只分對三個", "a dashed line that gets three right"): numbers()["right"] == 3,
    }


def draw(axes, pen):
    before, after = axes
    hidden = np.c_[relu(CORNERS.sum(1)), relu(CORNERS.sum(1) - 1)]
    for ax, places, names in ((before, CORNERS, ("x₁", "x₂")), (after, hidden, ("h₁", "h₂"))):
        for label, name in ((1, "ones"), (0, "zeros")):
            x, y = places[label == XOR].T
            pen.keep(name, x, y)
            ax.plot(x, y, "o", markersize=11, color="#0072b2", markerfacecolor="#0072b2" if label else "none", markeredgewidth=2, clip_on=False, zorder=4)
        ax.set_xlabel(names[0], loc="right")
        ax.set_ylabel(names[1], rotation=0, loc="top", labelpad=-4)
        ax.set_aspect("equal")
    pen.curve(before, [-0.35, 0.85], [0.85, -0.35], "best line", "c2", linestyle="--", linewidth=1.6)
    pen.note(before, 1, 1, Words("這個點錯了", "wrong side"), "c2", (0, 10))
    pen.curve(after, [0, 2.3], [-0.25, 0.9], "parting line", "c3", linewidth=1.8)
    pen.note(after, 1, 0, Words("兩個點疊在這裡", "two points, one place"), "c1", (0, -10))
    before.set_xlim(-0.35, 1.45)
    before.set_ylim(-0.35, 1.35)
    after.set_xlim(-0.25, 2.35)
    after.set_ylim(-0.5, 1.5)
    for ax, x in ((before, [0, 1]), (after, [0, 1, 2])):
        pen.ticks(ax, x=x, y=[0, 1])
