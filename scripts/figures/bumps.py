"""A bump from two sigmoids, and one from four ReLUs."""

import numpy as np

from activation_functions import relu, sigmoid
from language.words import Words

title = Words("兩個Sigmoid或四個ReLU做得出凸起", "Two sigmoids, or four ReLUs, make a bump")
caption = Words(
    "左：兩個Sigmoid單元相減。一個在$1$上升，一個在$2$下降，輸入的權重是$20$，所以很陡。右：四個ReLU單元，各在$0$、$1$、$2$、$3$開始；係數是$1$、$-1$、$-1$、$1$。",
    "Left: one sigmoid unit taken from another. One rises at $1$, the other at $2$; their input weight is $20$, which makes them steep. Right: four ReLU units that begin at $0$, $1$, $2$ and $3$, with the coefficients $1$, $-1$, $-1$, $1$.",
)
alt = Words(
    "左圖的曲線由零陡升到一，走平，再陡降回零；右圖是一個梯形，由零直線上升到一，走平，再直線下降回零。",
    "On the left a curve rises steeply from zero to one, stays, and falls back; on the right a trapezium rises along a straight line, stays at one, and falls back.",
)
description = Words(
    "右圖在$0$左邊與$3$右邊恰好是$0$，在$1$與$2$之間恰好是$1$。左圖在遠處趨近$0$，但不會恰好是$0$。",
    "On the right the bump is exactly $0$ to the left of $0$ and to the right of $3$, and exactly $1$ between $1$ and $2$. On the left it tends to $0$ far away, without being exactly $0$.",
)
panels = 2


def holds(drawn):
    (x, smooth), (_, straight) = (next(drawn[name] for name in drawn if name.startswith(f)) for f in ("sigmoid", "relu"))
    low, high = x[(x < 0.5) | (x > 2.5)], (x >= 1) & (x <= 2)
    return {
        Words("做得出凸起", "make a bump"): smooth[x == 1.5][0] > 0.99 and max(smooth[0], smooth[-1]) < 1e-6 and low.size > 0,
        Words("恰好是$0$", "exactly $0$"): not straight[(x <= 0) | (x >= 3)].any() and np.all(straight[high] == 1),
    }


def draw(axes, pen):
    x = np.arange(-16, 65) / 16
    pen.graph(
        axes[0],
        sigmoid,
        x,
        "sigmoid(20 * x - 20) - sigmoid(20 * x - 40)",
        through="0.9999999979388464 * sigmoid(20 * x - 20) * sigmoid(40 - 20 * x)",  # 1 - exp(-20) in front: near 1 the difference would lose its digits
        label=None,
        colour="c1",
    )
    pen.graph(axes[1], relu, x, "relu(x) - relu(x - 1) - relu(x - 2) + relu(x - 3)", label=None, colour="c1")
    for ax, words in zip(axes, (Words("兩個Sigmoid單元", "two sigmoid units"), Words("四個ReLU單元", "four ReLU units")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
        ax.set_ylim(-0.1, 1.2)
        ax.set_xlabel("x", loc="right")
        pen.ticks(ax, x=[0, 1, 2, 3], y=[0, 1])
