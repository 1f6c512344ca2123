"""One score of three rises: what softmax does to the other outputs, and what separate sigmoids do."""

import numpy as np

from activation_functions import sigmoid, softmax
from language.words import Words

title = Words("一個分數變大：softmax的其餘輸出變小，Sigmoid的不動", "One score rises: softmax lowers the others, sigmoids leave them unchanged")
caption = Words(
    "三個分數，橫軸是第一個（實線），另外兩個固定在$2$（虛線）與$0$（點線）。左：softmax，三個輸出加起來永遠是$1$。右：每個分數各用一個Sigmoid，互不影響。",
    "Three scores: the first (solid) runs across, the other two stay at $2$ (dashed) and $0$ (dotted). Left: softmax, whose three outputs always add up to $1$. Right: a sigmoid for each score, independent of the others.",
)
alt = Words(
    "左圖一條曲線上升，另外兩條下降。右圖一條曲線上升，另外兩條是水平線。",
    "Left: one curve rises and two fall. Right: one curve rises and two are level.",
)
description = Words(
    "第一個分數是$2$時，softmax的前兩個輸出都是$[[exp(2) / (2 * exp(2) + 1)]]$，都到不了一半；兩個Sigmoid都是$[[sigmoid(2)]]$。",
    "When the first score is $2$, the first two outputs of softmax are both $[[exp(2) / (2 * exp(2) + 1)]]$, neither as much as a half; both sigmoids are at $[[sigmoid(2)]]$.",
)
panels = 2
SHARED = tuple(f"softmax([{scores}])[0]" for scores in ("x, 2 + 0 * x, 0 * x", "2 + 0 * x, x, 0 * x", "0 * x, x, 2 + 0 * x"))
APART = ("sigmoid(x)", "sigmoid(2 + 0 * x)", "sigmoid(0 * x)")


def holds(drawn):
    shared, apart = ([drawn[name][1] for name in names] for names in (SHARED, APART))
    return {
        Words("softmax的其餘輸出變小", "softmax lowers the others"): all((np.diff(y) < 0).all() for y in shared[1:]) and np.allclose(sum(shared), 1),
        Words("Sigmoid的不動", "sigmoids leave them unchanged"): all(np.ptp(y) == 0 for y in apart[1:]),
    }


def draw(axes, pen):
    x = np.linspace(-4, 8, 241)
    for ax, f, lines, name in zip(axes, (softmax, sigmoid), (SHARED, APART), ("softmax", "Sigmoid"), strict=True):
        for line, colour, style in zip(lines, ("c1", "c2", "c3"), ("-", "--", ":"), strict=True):
            pen.graph(ax, f, x, line, colour=colour, label=None, linestyle=style)
        ax.set_xlabel(pen.say(Words("第一個分數", "first score")))
        ax.set_ylabel(pen.say(Words(f"{name}的輸出", f"output of {name.lower()}")))
        ax.set_xlim(-4, 8)
        ax.set_ylim(0, 1.04)
        pen.ticks(ax, x=[-4, 0, 4, 8], y=[0, 0.5, 1], ynames=["0", "½", "1"])
