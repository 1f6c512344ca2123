"""One neuron on the four points of exclusive or: with a monotone activation its boundary is one straight line, with z² it is two."""

import numpy as np

from activation_functions import sigmoid
from drawing.figure import COLOURS
from language.words import Words

title = Words(
    "Sigmoid的邊界是一條線，平方的是兩條：一個神經元就能算XOR", "The sigmoid has one line as its boundary, the square two: one neuron is enough for XOR"
)
caption = Words(
    "四個角，圓點的答案是$1$，方塊是$0$。左：邏輯神經元，權重都是$1$，偏置是$-\\frac{1}{2}$，三條線上的輸出是$\\frac{1}{4}$、$\\frac{1}{2}$、$\\frac{3}{4}$。右：激活函數是$z^2$的神經元，權重是$1$與$-1$，沒有偏置；兩條線上的輸出都是$\\frac{1}{2}$。",
    "Four corners; dots have the answer $1$ and squares $0$. Left: a logistic neuron with both weights $1$ and the bias $-\\frac{1}{2}$; on the three lines its output is $\\frac{1}{4}$, $\\frac{1}{2}$ and $\\frac{3}{4}$. Right: a neuron whose activation is $z^2$, with the weights $1$ and $-1$ and no bias; on both lines its output is $\\frac{1}{2}$.",
)
alt = Words(
    "左圖三條平行的斜線，右上角的方塊與兩個圓點落在同一側。右圖兩條平行的斜線，兩個方塊在中間，兩個圓點各在外側。",
    "Left: three parallel slanted lines; the square at the top right is on the same side as the dots. Right: two parallel slanted lines with both squares between them and a dot outside each.",
)
description = Words(
    "左圖改變權重只能移動、轉動這組平行線，永遠有一個角在錯的一側。右圖的輸出是$(x_1-x_2)^2$，在四個角恰好等於XOR的答案。",
    "On the left, other weights only move and turn the set of parallel lines, and always leave a corner on the wrong side. On the right the output is $(x_1 - x_2)^2$, which at the four corners is exactly the answer of XOR.",
)
panels = 2
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])
LEVELS = (0.25, 0.5, 0.75)


def holds(drawn):
    left, right = CORNERS.sum(axis=1) - 0.5, CORNERS[:, 0] - CORNERS[:, 1]
    slopes = [np.diff(y)[0] / np.diff(x)[0] for x, y in drawn.values()]
    return {
        Words("邊界是一條線", "one line as its boundary"): len(
            {round(float(slope), 9) for name, slope in zip(drawn, slopes, strict=True) if name.startswith("logistic")}
        )
        == 1,
        Words("一個神經元就能算XOR", "one neuron is enough for XOR"): ((right**2 > 0.5) == (XOR == 1)).all()
        and not ((sigmoid(left) > 0.5) == (XOR == 1)).all(),
        Words("兩條線上的輸出都是", "on both lines its output is"): all(
            np.allclose((x - y) ** 2, 0.5) for name, (x, y) in drawn.items() if name.startswith("square")
        ),
    }


def draw(axes, pen):
    t = np.array([-0.4, 1.4])
    for level in LEVELS:
        edge = np.log(level / (1 - level)) + 0.5 - t
        pen.keep(f"logistic, output {level:g}", t, edge)
        axes[0].plot(t, edge, color=COLOURS["ink"][0], linewidth=2 if level == 0.5 else 1, linestyle="-" if level == 0.5 else (0, (4, 3)))
    for side in (-1, 1):
        edge = t + side * np.sqrt(0.5)
        pen.keep(f"square, output 0.5, {'above' if side > 0 else 'below'}", t, edge)
        axes[1].plot(t, edge, color=COLOURS["ink"][0], linewidth=2)
    for ax, name in zip(axes, (Words("邏輯神經元", "logistic neuron"), Words("激活函數是平方", "the square as activation")), strict=True):
        for answer, colour, marker in ((0.0, "c2", "s"), (1.0, "c1", "o")):
            mine = CORNERS[answer == XOR]
            ax.plot(
                mine[:, 0],
                mine[:, 1],
                marker,
                color=COLOURS[colour][0],
                markersize=8,
                linestyle="none",
                markerfacecolor="none" if answer == 0 else COLOURS[colour][0],
            )
        ax.set_xlim(-0.4, 1.4)
        ax.set_ylim(-0.4, 1.4)
        ax.set_aspect("equal")
        ax.set_xlabel(pen.say(name), labelpad=4)
        pen.ticks(ax, x=[0, 1], y=[0, 1])
