"""Three steps turn the sigmoid into tanh: squeeze it, stretch it, move it down."""

import numpy as np

from activation_functions import sigmoid, tanh
from drawing.figure import COLOURS
from language.words import Words

title = Words("Sigmoid擠窄、拉高、下移，就成了tanh", "Squeeze the sigmoid, stretch it, move it down: that is tanh")
caption = Words(
    "由$\\sigma(x)$到$\\tanh x$：輸入乘二使曲線變窄，輸出乘二使它變高，減一使它以零為中心。最後一條就是$2\\sigma(2x)-1=\\tanh x$。",
    "From $\\sigma(x)$ to $\\tanh x$: doubling the input makes the curve narrower, doubling the output makes it taller, and taking one away centres it on zero. The last curve is $2\\sigma(2x) - 1 = \\tanh x$.",
)
alt = Words(
    "四條S形曲線：原來的Sigmoid、擠窄的、再拉高的，以及下移之後由負一升到一的tanh。",
    "Four S-shaped curves: the sigmoid, squeezed, then stretched, and finally moved down, where it is tanh and rises from minus one to one.",
)
description = Words(
    "在$x=0$，斜率依序是$[[sigmoid.steepest]]$、$[[2 * sigmoid.steepest]]$、$[[4 * sigmoid.steepest]]$、$[[tanh.steepest]]$：兩次乘二，斜率變為四倍，下移不改變斜率。",
    "At $x = 0$ the slopes are $[[sigmoid.steepest]]$, $[[2 * sigmoid.steepest]]$, $[[4 * sigmoid.steepest]]$ and $[[tanh.steepest]]$: the two doublings make the slope four times as large, and moving down leaves it alone.",
)


def holds(drawn):
    stretched, (_, last) = drawn["2 * sigmoid(2 * x)"][1], drawn["tanh(x)"]
    return {
        Words("Sigmoid擠窄、拉高、下移，就成了tanh", "Squeeze the sigmoid, stretch it, move it down: that is tanh"): np.allclose(
            stretched - 1, last, rtol=0, atol=1e-15
        ),
    }


def draw(ax, pen):
    x = np.linspace(-4, 4, 401)
    ax.axhline(0, color=COLOURS["muted"][0], alpha=0.6, linewidth=0.8, zorder=0)
    pen.graph(ax, sigmoid, x, colour="c3", label="symbol(x)", offset=(6, -5))
    pen.graph(ax, sigmoid, x, "sigmoid(2 * x)", colour="c4", label="symbol(x)", offset=(6, 6))
    pen.graph(ax, sigmoid, x, "2 * sigmoid(2 * x)", colour="c2", label="symbol(x)", offset=(6, 0))
    pen.graph(ax, tanh, x, label="symbol(x)", at=95, offset=(-2, 7))
    pen.dot(ax, 0, 0, colour="c1")
    pen.dot(ax, 0, 0.5, colour="c3")
    ax.set_xlim(-4, 4)
    ax.set_ylim(-1.25, 2.1)
    pen.ticks(ax, x=[-4, -2, 0, 2, 4], y=[-1, 0, 0.5, 1, 2], ynames=["−1", "0", "½", "1", "2"])
