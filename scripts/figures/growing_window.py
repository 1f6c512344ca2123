"""Where a sigmoid unit's factor |w σ′| is at least one: a map over the weight and the distance from its centre."""

import numpy as np

from activation_functions import sigmoid
from derivations.widest_window import numbers as widest_window
from language.words import Words
from mathematics.digits import digits

title = Words("權重不到4，處處縮小；再大，能放大的範圍也很窄", "Below a weight of 4 every factor shrinks; above it, only a narrow range amplifies")
caption = Words(
    "橫軸是權重的大小$|w|$，縱軸是輸入離$z=0$之處多遠。深色區裡$|w\\sigma'|\\ge 1$，線上的數字是$|w\\sigma'|$。這個範圍最寬是$[[widest_window.width]]$，在$|w|=[[widest_window.weight]]$。",
    "Across: the size of the weight, $|w|$. Up: how far the input is from where $z=0$. In the shaded region $|w\\sigma'|\\ge 1$; the numbers on the lines are $|w\\sigma'|$. The range of such inputs is widest, $[[widest_window.width]]$, at $|w|=[[widest_window.weight]]$.",
)
alt = Words(
    "三條套在一起、尖端朝左的弧線，標著一、二、四。標著一的弧線從權重四開始，張開後又慢慢收窄。",
    "Three nested arcs with their tips to the left, marked one, two and four. The arc marked one starts at weight four, opens, and slowly narrows again.",
)
description = Words(
    "$|w\\sigma'|=c$的弧線從$|w|=4c$開始。$c=1$的那一條上下相距最多$[[widest_window.width]]$，在$|w|=[[widest_window.weight]]$；之後越來越窄。",
    "The arc on which $|w\\sigma'|=c$ starts at $|w|=4c$. For $c=1$ its two halves are at most $[[widest_window.width]]$ apart, at $|w|=[[widest_window.weight]]$; beyond that they close in.",
)


def half_width(weight, factor):
    """How far from its centre a unit of this weight still has |w σ′| ≥ factor: σ′(z) = (1 − tanh²(z/2))/4, solved for z."""
    return 2 / weight * np.arctanh(np.sqrt(1 - 4 * factor / weight))


def holds(drawn):
    (weight, edge), window = drawn["factor 1, upper edge"], widest_window()
    return {
        Words("權重不到4，處處縮小", "Below a weight of 4 every factor shrinks"): weight.min() == 4 and sigmoid.derivative(0.0) == 0.25,
        Words("能放大的範圍也很窄", "only a narrow range amplifies"): 2 * edge.max() <= float(window["width"]) < 0.6,
        Words("張開後又慢慢收窄", "opens, and slowly narrows again"): 0 < np.argmax(edge) < len(edge) - 1 and edge[0] == 0,
    }


def draw(ax, pen):
    for factor, colour, label, lift in ((1.0, "c1", "1", 1), (2.0, "c3", "2", 0), (4.0, "c4", "4", -1)):  # lifted apart where it is narrow
        weight = 4 * factor + np.linspace(0, 1, 301) ** 3 * (24 - 4 * factor)
        edge = half_width(weight, factor)
        pen.curve(ax, weight, edge, f"factor {factor:g}, upper edge", colour, label, at=300, offset=(6, lift))
        pen.curve(ax, weight, -edge, f"factor {factor:g}, lower edge", colour)
        if factor == 1:
            ax.fill_between(weight, -edge, edge, color="#0072b2", alpha=0.14, linewidth=0)
    window = widest_window()
    widest, top = float(window["weight"]), float(window["width"]) / 2
    ax.annotate("", (widest, top), (widest, -top), arrowprops={"arrowstyle": "<->", "color": "#0072b2", "shrinkA": 0, "shrinkB": 0})
    pen.note(ax, widest, top, digits(window["width"], 4), "c1", (0, 6))
    pen.note(ax, 15, 0.23, Words("縮小", "shrinks"), "muted", (0, 0))
    pen.note(ax, 11.8, 0, Words("放大", "grows"), "c1", (0, 0))
    ax.set_xlim(0, 24)
    ax.set_ylim(-0.3, 0.3)
    ax.set_xlabel(pen.say(Words("權重的大小 |w|", "size of the weight |w|")))
    pen.ticks(ax, x=[0, 4, 8, 16, 24], y=[-0.2, 0, 0.2])
