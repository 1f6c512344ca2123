"""What is left of the error after training, with a gate and without, on three tasks: equally many weights, each at its own best learning rate."""

from functools import cache

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("門控好不好，要看題目是怎麼造的", "Whether a gate helps depends on how the task was made")
caption = Words(
    "三個小題目，同樣多的權重，各用自己最好的學習率。橫軸是沒看過的點剩下的誤差，全部猜平均是$1$；五個種子的平均。藍：沒有門控。橘：有門控。",
    "Three small tasks with equally many weights, each kind at its own best learning rate. Across: the error that is left on unseen points, where guessing the mean has $1$; the mean of five seeds. Blue: no gate. Orange: a gate.",
)
alt = Words(
    "三組橫條。相乘的題目，SwiGLU比SiLU短；取最大值的題目，SwiGLU比SiLU長；正弦的題目，每一條都超過一。",
    "Three groups of bars. On products that of SwiGLU is shorter than that of SiLU; on maxima it is longer; on sines all are above one.",
)
description = Words(
    "相乘：SiLU剩$[[gated_or_plain.products_silu:%]]$，SwiGLU剩$[[gated_or_plain.products_swiglu:%]]$。取最大值：SiLU剩$[[gated_or_plain.kinks_silu:%]]$，SwiGLU剩$[[gated_or_plain.kinks_swiglu:%]]$。正弦：SiLU剩$[[gated_or_plain.waves_silu:%]]$，SwiGLU剩$[[gated_or_plain.waves_swiglu:%]]$。",
    "Products: SiLU leaves $[[gated_or_plain.products_silu:%]]$ and SwiGLU $[[gated_or_plain.products_swiglu:%]]$. Maxima: SiLU leaves $[[gated_or_plain.kinks_silu:%]]$ and SwiGLU $[[gated_or_plain.kinks_swiglu:%]]$. Sines: SiLU leaves $[[gated_or_plain.waves_silu:%]]$ and SwiGLU $[[gated_or_plain.waves_swiglu:%]]$.",
)
assumes = (
    Words(
        "六個輸入是標準常態的隨機數，六個輸出各由相鄰的兩個輸入算出：乘積、較大的一個、和的兩倍取正弦，再除以標準差。沒有門控的一層十二個單元，有門控的八個，有偏置，權重的變異數是$2/(n+m)$，平方誤差，Adam，全批次，一百二十步。訓練、驗證與測試各一百二十八個點，學習率五個，由驗證點選。只有一層，題目很小：大模型的次序可能不同。",
        "Six inputs are standard normal numbers; each of six outputs is made of two neighbouring inputs: their product, the larger of them, the sine of twice their sum, divided by its standard deviation. The layer without a gate has twelve units, the one with a gate eight; biases, weights of variance $2/(n+m)$, squared error, Adam on the full batch, one hundred and twenty steps. There are one hundred and twenty-eight points each for training, validation and test, and five learning rates, of which validation chooses. There is one layer and the tasks are small: large models may rank otherwise.",
    ),
)
panels = 3
TASKS = {"products": Words("相乘", "products"), "kinks": Words("取最大值", "maxima"), "waves": Words("正弦", "sines")}
KINDS = {"relu": ("ReLU", "c1"), "silu": ("SiLU", "c1"), "glu": ("GLU", "c2"), "reglu": ("ReGLU", "c2"), "swiglu": ("SwiGLU", "c2"), "bilinear": (None, "c2")}
CHANGES = {
    "no_bias": {"bias": False},
    "wide": {"width": 24},
    "momentum": {"rule": "momentum"},
}


@cache
def left(kind, task, **change):
    """Of each seed, the error at the rate that the points to choose by prefer over all seeds; a rate at which a seed came to no number is out."""
    found = study("gated_or_plain", kind=kind, task=task, **change)
    return found["error"][:, found["chosen by"].mean(axis=0).argmin()]


def numbers():
    found = {f"{task}_{kind}": observe(left(kind, task)) for task in TASKS for kind in KINDS}
    for name, change in CHANGES.items():
        found |= {f"{task}_{kind}_{name}": observe(left(kind, task, **change)) for task in ("products", "kinks") for kind in ("silu", "swiglu")}
    return found | {"weights": round(float(study("gated_or_plain", kind="swiglu", task="waves")["weights"][0]))}


def holds(drawn):
    mean = {(task, kind): left(kind, task).mean() for task in TASKS for kind in KINDS}
    return {
        Words("要看題目是怎麼造的", "depends on how the task was made"): mean["products", "swiglu"] < mean["products", "silu"]
        and mean["kinks", "swiglu"] > mean["kinks", "silu"],
        Words("相乘的題目，SwiGLU比SiLU短", "On products that of SwiGLU is shorter than that of SiLU"): mean["products", "swiglu"] < mean["products", "silu"],
        Words("取最大值的題目，SwiGLU比SiLU長", "on maxima it is longer"): mean["kinks", "swiglu"] > mean["kinks", "silu"],
        Words("正弦的題目，每一條都超過一", "on sines all are above one"): min(mean["waves", kind] for kind in KINDS) > 1,
    }


def draw(axes, pen):
    rows = -np.arange(len(KINDS), dtype=float)
    for ax, (task, says) in zip(axes, TASKS.items(), strict=True):
        means = np.array([left(kind, task).mean() for kind in KINDS])
        pen.keep(f"mean error that is left, {task}", -rows, means)
        for row, mean, (name, colour) in zip(rows, means, KINDS.values(), strict=True):
            ax.barh(row, mean, color=COLOURS[colour][0], alpha=0.7, height=0.6, linewidth=0)
            pen.note(ax, mean, row, name or Words("不用函數", "no function"), "ink", (5, 0), fontsize=10)
        ax.set_title(pen.say(says), fontsize=11, fontweight="normal")
        ax.set_xlim(0, 2.6)
        ax.spines["left"].set_visible(False)
        pen.ticks(ax, x=[0, 1, 2], y=[])
        ax.set_xlabel(pen.say(Words("剩下的誤差", "error that is left")))
