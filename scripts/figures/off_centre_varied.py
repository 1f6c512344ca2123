"""How many times the steps a linear neuron takes off centre, with and without a bias, when its inputs or its training are changed."""

from functools import cache
from typing import Any

import numpy as np

from activations import relu, sigmoid, tanh
from claims.zero_centred import outputs, slower_off_centre, uniform
from words import Words

title = Words("有偏置又不置中，同一個學習率也比較慢", "Off centre, with a bias: slower even at one learning rate")
caption = Words(
    "一個線性神經元，全批次梯度下降，$10$個均勻分布在$0$到$1$之間的輸入；每一橫列改一件事。橫軸是未置中的步數除以置中的步數，對數尺度，起點隨機，取$16$次的平均，橫線是一個標準差。空心點：用同一個學習率，即未置中者最好的。實心點：各用自己最好的學習率。",
    "A linear neuron, full-batch gradient descent, $10$ inputs uniform between $0$ and $1$; each row changes one thing. Across: steps off centre over steps centred, on a logarithmic scale, from random starts, the mean of $16$ with a bar of one standard deviation. "
    "Hollow: at one learning rate, the best one off centre. Filled: each with its own best rate.",
)
alt = Words(
    "左圖沒有偏置：空心點都貼近一，實心點多半遠在右邊。右圖有偏置：除了tanh與動量，空心點與實心點都在一的右邊。",
    "Left, without a bias: the hollow dots lie close to one, most filled ones far to the right. Right, with a bias: except for tanh and momentum, hollow and filled dots both lie to the right of one.",
)
description = Words(
    "十個均勻的輸入，沒有偏置時：同一個學習率是$[[off_centre_is_slower.plain_same]]$倍，各用最好的是$[[off_centre_is_slower.plain_own]]$倍。有偏置：$[[off_centre_is_slower.bias_same]]$倍與$[[off_centre_is_slower.bias_own]]$倍。動量使$10$個輸入的差距消失，輸入更多又有偏置時仍看得見；$\\tanh$的輸出本來就置中，兩種都是一。",
    "For ten uniform inputs without a bias the factor is $[[off_centre_is_slower.plain_same]]$ at one rate and $[[off_centre_is_slower.plain_own]]$ with the best rate for each; with a bias, $[[off_centre_is_slower.bias_same]]$ and $[[off_centre_is_slower.bias_own]]$. "
    "Momentum closes the gap for $10$ inputs, and leaves one for more inputs with a bias; outputs of $\\tanh$ are centred to begin with, and both factors are one.",
)
panels = 2
size = (7.2, 4.8)
MANY = 50
CHANGES: tuple[tuple[Words, Any, dict[str, Any]], ...] = (  # what a row says, the inputs, and what it changes
    (Words("10個均勻的輸入", "10 uniform inputs"), uniform, {}),
    (Words("2個輸入", "2 inputs"), uniform, {"n": 2}),
    (Words(f"{MANY}個輸入", f"{MANY} inputs"), uniform, {"n": MANY}),
    (Words("Sigmoid的輸出", "outputs of a sigmoid"), outputs(sigmoid), {}),
    (Words("ReLU的輸出", "outputs of ReLU"), outputs(relu), {}),
    (Words("tanh的輸出", "outputs of tanh"), outputs(tanh), {}),
    (Words("一次一個樣本", "one sample at a time"), uniform, {"batch": 1}),
    (Words("動量", "momentum"), uniform, {"rule": "momentum"}),
    (Words(f"動量，{MANY}個輸入", f"momentum, {MANY} inputs"), uniform, {"rule": "momentum", "n": MANY}),
    (Words("Adam", "Adam"), uniform, {"rule": "Adam"}),
    (Words(f"Adam，{MANY}個輸入", f"Adam, {MANY} inputs"), uniform, {"rule": "Adam", "n": MANY}),
    (Words("看損失，不看權重", "by loss, not by weights"), uniform, {"by_loss": True}),
)


@cache
def factors():
    """The judge's numbers for each change."""
    return [slower_off_centre(inputs, **change).numbers for _, inputs, change in CHANGES]


def draw(axes, pen):
    rows = -np.arange(len(CHANGES))
    for ax, bias, words in zip(axes, ("plain", "bias"), (Words("沒有偏置", "without a bias"), Words("有偏置", "with a bias")), strict=True):
        for which, shift in (("same", 0.14), ("own", -0.14)):
            found = [each[f"{bias}_{which}"] for each in factors()]
            mean, spread = (np.array([getattr(one, part) for one in found]) for part in ("mean", "spread"))
            pen.keep(f"{words.en}, {which} rate", mean, rows)
            ax.hlines(rows + shift, np.maximum(mean - spread, 0.3), mean + spread, color="#d55e00", linewidth=1.2)
            ax.plot(mean, rows + shift, "o", color="#d55e00", markerfacecolor="none" if which == "same" else "#d55e00", markersize=5.5)
        ax.axvline(1, color="#6b7280", linewidth=0.8, zorder=0)
        ax.set_xscale("log")
        ax.set_xlim(0.3, 130)
        ax.set_ylim(rows[-1] - 0.6, 0.6)
        ax.minorticks_off()
        ax.spines["left"].set_visible(False)
        ax.tick_params(axis="y", length=0, labelsize=7.5 if pen.narrow else None)
        pen.ticks(ax, x=[1, 3, 10, 100])
        named = pen.narrow or ax is axes[0]
        ax.set_yticks(rows, [pen.say(said) if named else "" for said, _, _ in CHANGES])
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
        ax.set_xlabel(pen.say(Words("沒有置中的步數 ÷ 置中的步數", "steps off centre ÷ centred")))
