"""What two layers do to the plane: with linear units its grid stays a grid, with ReLU it is folded."""

import numpy as np

from activation_functions import identity, relu
from language.words import Words

title = Words("線性層只把平面拉斜，ReLU會把它摺起來", "Linear layers slant the plane; ReLU folds it")
caption = Words(
    "同一張方格紙，送進同樣權重的兩層網路。左：隱藏單元是線性的，直線還是直線，平行的還是平行，等距的還是等距。右：隱藏單元換成ReLU，兩個角沿著兩個單元的界線摺了過來。",
    "The same squared paper sent through two layers with the same weights. Left: linear hidden units; straight lines stay straight, parallels stay parallel, equal steps stay equal. "
    "Right: ReLU hidden units; two corners are folded over, along the edges of two of the units.",
)
alt = Words(
    "左圖的方格變成整齊的平行四邊形；右圖的方格有兩個角沿摺線翻了過來，疊在紙面上。",
    "On the left the grid has become tidy parallelograms; on the right two of its corners are folded over onto the rest.",
)
description = Words(
    "網路有兩個輸入、四個隱藏單元、兩個輸出，權重固定。左圖的隱藏單元是恆等函數，右圖是ReLU；其餘完全相同。",
    "The network has two inputs, four hidden units and two outputs with fixed weights. Its hidden units are the identity on the left and ReLU on the right; nothing else differs.",
)
panels = 2
# Two hidden units carry the point along, switched on all over the square; the other two fold a corner each.
W1 = np.array([[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, -0.8]])
B1 = np.array([2.0, 2.0, -0.45, -0.5])
W2 = np.array([[1.0, 0.0, -1.28, 0.9], [0.0, 1.0, -0.96, 1.2]])


def through(points, activation):
    """Two layers, the activation between them; points are columns."""
    return W2 @ activation(W1 @ points + B1[:, None])


def holds(drawn):
    def straight(name):
        return np.abs(np.diff(drawn[name], 2, axis=1)).max() < 1e-12

    linear, folded = ([straight(name) for name in drawn if name.startswith(f"{f.id} ")] for f in (identity, relu))
    return {
        Words("線性層只把平面拉斜", "Linear layers slant the plane"): all(linear),
        Words("ReLU會把它摺起來", "ReLU folds it"): not all(folded),
    }


def draw(axes, pen):
    t = np.linspace(-1, 1, 201)
    for ax, activation in zip(axes, (identity, relu), strict=True):
        for k, at in enumerate(np.linspace(-1, 1, 9)):
            for colour, grid in (("c1", (t, np.full_like(t, at))), ("c3", (np.full_like(t, at), t))):
                x, y = through(np.array(grid), activation)
                pen.curve(ax, x, y, f"{activation.id} {'row' if colour == 'c1' else 'column'} {k + 1}", colour, linewidth=1.3)
        ax.set_aspect("equal")
        ax.set_axis_off()
    for ax, words in zip(axes, (Words("線性的隱藏單元", "linear hidden units"), Words("ReLU隱藏單元", "ReLU hidden units")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal", color="#6b7280", loc="center", pad=4)
