"""Contours of a bowl and the gradient at three points: at right angles to the contour, and only along an eigenvector straight away from the bottom."""

import numpy as np

from drawing.figure import COLOURS
from language.words import Words

title = Words("梯度與等高線垂直，朝上坡最陡的方向", "The gradient stands at right angles to the contour and points uphill")
caption = Words(
    "損失$\\mathcal{L}=w_1^2+w_1w_2+w_2^2$的等高線，最低點在原點。箭頭是三個點上的梯度，長度畫成四分之一。藍與綠的兩點在特徵向量上，梯度的反方向正對最低點；橘色那一點的就偏了。",
    "Contours of the loss $\\mathcal{L} = w_1^2 + w_1w_2 + w_2^2$, whose lowest point is the origin. The arrows are the gradients at three points, drawn at a quarter of their length. At the blue and green points, which lie on eigenvectors, the gradient points straight away from the lowest point; at the orange one it does not.",
)
alt = Words(
    "斜躺的橢圓一圈套一圈，中心是最低點；三個點各有一支箭向外，與橢圓垂直，其中兩支正對著離開中心的方向。",
    "Slanted ellipses, one inside another, with the lowest point at the centre; from three points arrows lead outwards at right angles to the ellipses, two of them straight away from the centre.",
)
description = Words(
    "在$(1,1)$梯度是$(3,3)$，在$(1,-1)$梯度是$(1,-1)$，在$(-\\frac{3}{2},0)$梯度是$(-3,-\\frac{3}{2})$。",
    "At $(1, 1)$ the gradient is $(3, 3)$, at $(1, -1)$ it is $(1, -1)$, and at $(-\\frac{3}{2}, 0)$ it is $(-3, -\\frac{3}{2})$.",
)
size = (5.6, 4.4)
H = np.array([[2.0, 1.0], [1.0, 2.0]])  # the bowl is half of w·Hw
POINTS = {"c1": (1.0, 1.0), "c3": (1.0, -1.0), "c2": (-1.5, 0.0)}


def loss(w):
    return w @ H @ w / 2


def slope_along(w, way, step=1e-6):
    """How fast the loss rises from w along a way, by differences."""
    return (loss(w + step * way) - loss(w - step * way)) / (2 * step)


def holds(drawn):
    found = []
    for name, (x, y) in drawn.items():
        if name.startswith("gradient at"):
            w = np.array([x[0], y[0]])
            found.append((w, 4 * np.array([x[1] - x[0], y[1] - y[0]])))
    round_about = [np.array([np.cos(t), np.sin(t)]) for t in np.linspace(0, 2 * np.pi, 360, endpoint=False)]
    steepest = [round_about[int(np.argmax([slope_along(w, way) for way in round_about]))] for w, _ in found]
    straight = [abs(w[0] * g[1] - w[1] * g[0]) < 1e-9 for w, g in found]
    return {
        Words("梯度與等高線垂直", "at right angles to the contour"): all(abs(slope_along(w, np.array([-g[1], g[0]]))) < 1e-6 for w, g in found),
        Words("朝上坡最陡的方向", "points uphill"): all(g @ way > 0.999 * np.linalg.norm(g) for (_, g), way in zip(found, steepest, strict=True)),
        Words("橘色那一點的就偏了", "at the orange one it does not"): straight == [True, True, False],
        Words("在$(1,1)$梯度是$(3,3)$，在$(1,-1)$梯度是$(1,-1)$", "At $(1, 1)$ the gradient is $(3, 3)$, at $(1, -1)$ it is $(1, -1)$"): [
            g.tolist() for _, g in found[:2]
        ]
        == [[3, 3], [1, -1]],
        Words("在$(-\\frac{3}{2},0)$梯度是$(-3,-\\frac{3}{2})$", "at $(-\\frac{3}{2}, 0)$ it is $(-3, -\\frac{3}{2})$"): found[2][1].tolist() == [-3, -1.5],
    }


def draw(ax, pen):
    t = np.linspace(0, 2 * np.pi, 181)
    root = np.linalg.inv(np.linalg.cholesky(H).T)
    for level in (0.5, 1.0, 2.25, 3.0, 5.0):
        x, y = np.sqrt(2 * level) * root @ np.array([np.cos(t), np.sin(t)])
        pen.curve(ax, x, y, f"contour at {level:g}", "muted", linewidth=1)
    for colour, place in POINTS.items():
        w = np.array(place)
        tip = w + H @ w / 4
        pen.keep(f"gradient at {place[0]:g}, {place[1]:g}", [w[0], tip[0]], [w[1], tip[1]])
        ax.annotate("", tip, w, arrowprops={"arrowstyle": "-|>", "color": COLOURS[colour][0], "linewidth": 2, "shrinkA": 0, "shrinkB": 0})
        pen.dot(ax, *place, colour=colour)
    ax.plot(0, 0, "*", color=COLOURS["ink"][0], markersize=11, zorder=5)
    pen.note(ax, 0, 0, Words("最低點", "lowest"), "ink", (0, -10), fontsize=10.5)
    ax.set_aspect("equal")
    ax.set_xlim(-2.8, 2.6)
    ax.set_ylim(-2.2, 2.4)
    ax.set_xlabel("w₁", loc="right")
    ax.set_ylabel("w₂", loc="top", rotation=0)
    pen.ticks(ax, x=[-1, 1], y=[-1, 1])
