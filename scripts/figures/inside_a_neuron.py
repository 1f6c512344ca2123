"""One neuron with numbers in it: three inputs, their weights, the sum with its bias, and the activation function."""

import numpy as np
from matplotlib.patches import FancyBboxPatch

from activation_functions import sigmoid
from drawing.figure import COLOURS
from language.words import Words
from mathematics.digits import digits
from mathematics.formula import value

title = Words("神經元先加權求和，再套上激活函數", "A neuron adds up its weighted inputs, then applies its activation")
caption = Words(
    "一個神經元的兩個步驟，填上真的數字。第一步算出預激活值$z=w^{\\mathsf T}x+b$，第二步用激活函數得到激活值$a=\\sigma(z)=[[sigmoid(-1)]]$。",
    "The two steps of a neuron, with real numbers in them. The first makes the pre-activation $z = w^{\\mathsf T}x + b$, the second applies the activation function: $a = \\sigma(z) = [[sigmoid(-1)]]$.",
)
alt = Words(
    "三個輸入各沿一條帶權重的線進入求和的圓，下方再加上偏置；和進入畫著S形曲線的方框，右邊出來一個數。",
    "Three inputs run along weighted lines into a circle that sums them, with a bias added from below; the sum enters a box with an S-shaped curve, and one number comes out on the right.",
)
description = Words(
    "輸入是$x=(3,2,1)$，權重是$w=(1,-1,2)$，偏置是$b=-4$。加權和加上偏置是$z=3-2+2-4=-1$，激活值是$\\sigma(-1)=[[sigmoid(-1)]]$。",
    "The inputs are $x = (3, 2, 1)$, the weights $w = (1, -1, 2)$ and the bias is $b = -4$. The weighted sum with the bias is $z = 3 - 2 + 2 - 4 = -1$, and the activation is $\\sigma(-1) = [[sigmoid(-1)]]$.",
)
X, W, B = (3, 2, 1), (1, -1, 2), -4


def holds(drawn):
    z, _ = drawn["sigmoid(x)"]
    total = sum(w * x for w, x in zip(W, X, strict=True)) + B
    return {
        Words("神經元先加權求和", "A neuron adds up its weighted inputs"): z[-1] == total,
        Words("z=3-2+2-4=-1", "z = 3 - 2 + 2 - 4 = -1"): ([w * x for w, x in zip(W, X, strict=True)], B, total) == ([3, -2, 2], -4, -1),
    }


def draw(ax, pen):
    ink, muted, blue = (COLOURS[name][0] for name in ("ink", "muted", "c1"))
    z = sum(w * x for w, x in zip(W, X, strict=True)) + B
    a = digits(value("sigma(x)", float(z)), 3)
    left, middle, box, right = (1.25, 4.2, 7.0, 9.6) if not pen.narrow else (2.1, 4.4, 8.0, 12.2)
    low = 0.85
    ax.set_xlim(0, 11 if not pen.narrow else 12.4)
    ax.set_ylim(0.5, 5.6)
    ax.set_axis_off()

    def arrow(start, end):
        ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": muted, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 11})

    say = {"ha": "center", "va": "center"}
    for i, height in enumerate((5.2, 3.5, 1.8)):
        pen.keep(f"input and weight {i + 1}", [X[i]], [W[i]])
        pen.note(ax, left, height, f"{'x₁x₂x₃'[2 * i : 2 * i + 2]} = {X[i]}", "ink", (-6, 0))
        ax.plot([left], [height], "o", color=ink)
        end = (middle - 0.62, 3.5 + (height - 3.5) * 0.18)
        arrow((left + 0.15, height), end)
        at = 0.44
        x, y = left + at * (end[0] - left), height + at * (end[1] - height)
        weight = f"{'w₁w₂w₃'[2 * i : 2 * i + 2]} = {W[i]}".replace("-", "−")
        pen.note(ax, x, y, weight if not pen.narrow else weight[5:], "ink", (8, 6) if i == 0 else (0, 6) if i == 1 else (8, -6), fontsize=10.5)
    ax.add_patch(FancyBboxPatch((middle - 0.55, 2.9), 1.1, 1.2, boxstyle="round,pad=0.04,rounding_size=0.55", facecolor="none", edgecolor=ink, linewidth=1.5))
    ax.text(middle, 3.5, "Σ", fontsize=17, color=ink, **say)
    arrow((middle, low + 0.45), (middle, 2.8))
    pen.note(ax, middle, low, f"b = {B}".replace("-", "−"), "ink", (0, 0), fontsize=10.5)
    arrow((middle + 0.62, 3.5), (box - 0.98, 3.5))
    pen.note(ax, (middle + box) / 2 - 0.15, 3.5, f"z = {z}".replace("-", "−"), "ink", (0, 6), fontsize=10.5)
    ax.add_patch(FancyBboxPatch((box - 0.85, 2.6), 1.7, 1.8, boxstyle="round,pad=0.06,rounding_size=0.2", facecolor="none", edgecolor=blue, linewidth=1.5))
    inside = ax.inset_axes((box - 0.7, 2.8, 1.4, 1.4), transform=ax.transData)
    inside.set(xlim=(-6, 6), ylim=(0, 1), facecolor="none")
    inside.set_axis_off()
    pen.graph(inside, sigmoid, np.linspace(-6, 6, 61), label=None, clip_on=False)
    arrow((box + 0.95, 3.5), (right - 0.1, 3.5))
    pen.values(sigmoid, [z])
    pen.note(ax, right - (1.6 if pen.narrow else 0.2), 3.5, f"a = {a}", "c1", (0, 6) if pen.narrow else (6, 0))
    if not pen.narrow:
        pen.note(ax, middle, 5.2, Words("加權求和", "weighted sum"), "muted", (0, 0), fontsize=10.5)
    pen.note(ax, box, 5.2, Words("激活函數", "activation"), "c1", (0, 0), fontsize=10.5)
