"""How many times the steps a linear neuron takes off centre, with and without a bias, when its inputs or its training are changed."""

from functools import cache
from typing import Any

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

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
assumes = (
    Words(
        "線性神經元，平方損失，沒有雜訊；十個互相獨立的輸入，兩千個樣本；學習率取$2$的整數次方；走到誤差的百分之一；十六個種子。",
        "A linear neuron, squared loss, no noise; ten independent inputs, two thousand samples; learning rates are powers of $2$; to a hundredth of the error; sixteen seeds.",
    ),
)
panels = 2
size = (7.2, 4.8)
MANY = 50
CHANGES: tuple[tuple[Words, dict[str, Any]], ...] = (  # what a row says, and what it changes
    (Words("10個均勻的輸入", "10 uniform inputs"), {}),
    (Words("2個輸入", "2 inputs"), {"n": 2}),
    (Words(f"{MANY}個輸入", f"{MANY} inputs"), {"n": MANY}),
    (Words("Sigmoid的輸出", "outputs of a sigmoid"), {"inputs": "sigmoid"}),
    (Words("ReLU的輸出", "outputs of ReLU"), {"inputs": "relu"}),
    (Words("tanh的輸出", "outputs of tanh"), {"inputs": "tanh"}),
    (Words("一次一個樣本", "one sample at a time"), {"batch": 1}),
    (Words("動量", "momentum"), {"rule": "momentum"}),
    (Words(f"動量，{MANY}個輸入", f"momentum, {MANY} inputs"), {"rule": "momentum", "n": MANY}),
    (Words("Adam", "Adam"), {"rule": "Adam"}),
    (Words(f"Adam，{MANY}個輸入", f"Adam, {MANY} inputs"), {"rule": "Adam", "n": MANY}),
    (Words("看損失，不看權重", "by loss, not by weights"), {"by_loss": True}),
)


def slowdowns(bias, **change):
    """One row a seed: steps off centre over steps centred, at one learning rate and at each its best."""
    found = study("off_centre", bias=bias, **change)
    return found["off"][:, None] / np.stack([found["same"], found["own"]], axis=1)


@cache
def measured():
    """For each change and each case of the bias, the two factors, observed."""
    return [{bias: [observe(column) for column in slowdowns(bias, **change).T] for bias in (False, True)} for _, change in CHANGES]


def numbers():
    """Steps off centre over steps centred, each with its best rate, for inputs of which one has a mean and little spread."""
    return {f"uneven_{name}": observe(slowdowns(bias, inputs="uneven")[:, 1]) for name, bias in (("plain", False), ("bias", True))}


def holds(drawn):
    factors = {said.en: each for (said, _), each in zip(CHANGES, measured(), strict=True)}
    slower = [said for said, each in factors.items() if each[True][0].mean > 1.1]
    return {
        Words("同一個學習率也比較慢", "slower even at one learning rate"): factors["10 uniform inputs"][True][0].mean > 1.1,
        Words("空心點都貼近一", "the hollow dots lie close to one"): all(0.6 < each[False][0].mean < 1.7 for each in factors.values()),
        Words("除了tanh與動量", "except for tanh and momentum"): not {"outputs of tanh", "momentum"} & {*slower} and len(slower) == len(factors) - 2,
    }


def draw(axes, pen):
    rows = -np.arange(len(CHANGES))
    for ax, bias, words in zip(axes, (False, True), (Words("沒有偏置", "without a bias"), Words("有偏置", "with a bias")), strict=True):
        for which, shift in ((0, 0.14), (1, -0.14)):
            found = [each[bias][which] for each in measured()]
            mean, spread = (np.array([getattr(one, part) for one in found]) for part in ("mean", "spread"))
            pen.keep(f"{words.en}, {('same', 'own')[which]} rate", mean, rows)
            ax.hlines(rows + shift, np.maximum(mean - spread, 0.3), mean + spread, color="#d55e00", linewidth=1.2)
            ax.plot(mean, rows + shift, "o", color="#d55e00", markerfacecolor="#d55e00" if which else "none", markersize=5.5)
        ax.axvline(1, color="#6b7280", linewidth=0.8, zorder=0)
        ax.set_xscale("log")
        ax.set_xlim(0.3, 130)
        ax.set_ylim(rows[-1] - 0.6, 0.6)
        ax.minorticks_off()
        ax.spines["left"].set_visible(False)
        ax.tick_params(axis="y", length=0, labelsize=7.5 if pen.narrow else None)
        pen.ticks(ax, x=[1, 3, 10, 100])
        named = pen.narrow or ax is axes[0]
        ax.set_yticks(rows, [pen.say(said) if named else "" for said, _ in CHANGES])
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
        ax.set_xlabel(pen.say(Words("沒有置中的步數 ÷ 置中的步數", "steps off centre ÷ centred")))
