"""The loss of one logistic neuron whose target is 1, and the size of its slope: cross-entropy beside squared error."""

import numpy as np

from activation_functions import sigmoid, softplus
from language.words import Words

title = Words("錯得越遠，交叉熵越陡；平方誤差卻變平", "The more wrong, the steeper cross-entropy gets; squared error goes flat")
caption = Words(
    "正確答案是$1$。左：損失隨預激活值$z$的變化。右：損失的斜率的絕對值。斜率是負的，所以梯度下降使$z$往右移。實線是交叉熵，虛線是平方誤差，沒有取一半。",
    "The right answer is $1$. Left: the loss as the pre-activation $z$ varies. Right: its slope in absolute value. The slope is negative, so gradient descent moves $z$ to the right. Solid: cross-entropy; dashed: the squared error, not halved.",
)
alt = Words(
    "左圖兩條下降的曲線：交叉熵在左端筆直上升，平方誤差在左端變平。右圖：交叉熵的斜率在左端接近一，平方誤差的斜率在左端落回零附近。",
    "Left, two falling curves: towards the left end cross-entropy rises in a straight line while squared error flattens. Right: the slope of cross-entropy is near one at the left end, and that of squared error falls back to near zero.",
)
description = Words(
    "在$z=-6$，神經元很有把握，而且錯了。交叉熵的斜率是$[[sigmoid(6)]]$，平方誤差的只有$[[2 * sigmoid(6)**2 * sigmoid(-6):2]]$。平方誤差的斜率最大是$[[8/27]]$，在$z=-\\ln 2$，那裡的輸出是$\\frac{1}{3}$。",
    "At $z = -6$ the neuron is sure of itself, and wrong. The slope of cross-entropy is $[[sigmoid(6)]]$, that of squared error only $[[2 * sigmoid(6)**2 * sigmoid(-6):2]]$. The largest slope of squared error is $[[8/27]]$, at $z = -\\ln 2$, where the output is $\\frac{1}{3}$.",
)
panels = 2
LOSSES = ("softplus(-x)", "(1 - sigmoid(x)) ** 2")
PULLS = ("sigmoid(-x)", "2 * (1 - sigmoid(x)) ** 2 * sigmoid(x)")


def holds(drawn):
    x, ours = drawn[PULLS[0]]
    _, theirs = drawn[PULLS[1]]
    return {
        Words("交叉熵越陡", "the steeper cross-entropy gets"): (np.diff(ours) < 0).all(),
        Words("平方誤差卻變平", "squared error goes flat"): theirs[0] < theirs.max() / 20 and x[0] == -6,
        Words("交叉熵的斜率在左端接近一", "is near one at the left end"): ours[0] > 0.99,
    }


def draw(axes, pen):
    x = np.linspace(-6, 6, 481)
    crossed, squared = Words("交叉熵", "cross-entropy"), Words("平方誤差", "squared error")
    pen.graph(axes[0], softplus, x, LOSSES[0], label=None)
    pen.graph(axes[0], sigmoid, x, LOSSES[1], colour="c2", label=None, linestyle="--")
    pen.note(axes[0], -4.2, 4.2, crossed, "c1", (8, 2))
    pen.note(axes[0], -5.8, 0.3, squared, "c2", (2, 0))
    pen.graph(axes[1], sigmoid, x, PULLS[0], label=None)
    pen.graph(axes[1], sigmoid, x, PULLS[1], colour="c2", label=None, linestyle="--")
    pen.note(axes[1], -1.6, 0.83, crossed, "c1", (8, 4))
    pen.note(axes[1], -5.8, 0.34, squared, "c2", (2, 0))
    for ax, name in zip(axes, (Words("損失", "loss"), Words("斜率的大小", "size of the slope")), strict=True):
        ax.set_xlabel(pen.say(Words("預激活值z", "pre-activation z")))
        ax.set_ylabel(pen.say(name))
        ax.set_xlim(-6, 6)
    axes[0].set_ylim(0, 6.2)
    axes[1].set_ylim(0, 1.04)
    pen.ticks(axes[0], x=[-6, -3, 0, 3, 6], y=[0, 2, 4, 6])
    pen.ticks(axes[1], x=[-6, -3, 0, 3, 6], y=[0, 0.5, 1], ynames=["0", "½", "1"])
