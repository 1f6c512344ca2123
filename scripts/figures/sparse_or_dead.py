"""Many zeros, made by units that take turns or by dead ones: the errors of small networks."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("同樣有許多零：輪流工作不礙事，死掉的多了就有害", "Many zeros either way: taking turns does no harm, many dead units do")
caption = Words(
    "一個隱藏層，三十二個單元，訓練之後。橫軸是輸出恰好是零的比例，縱軸是沒看過的點判錯的比例，八個種子的平均。橘線由左到右弄死的單元越來越多；藍色方塊沒有被弄死的單元，偏置從$-1$與$-\\frac{3}{2}$開始。",
    "One hidden layer of thirty-two units after training. To the right the share of outputs that are exactly zero, upwards the share of errors on unseen points, means over eight seeds. Along the orange line more and more units are dead; at the blue squares none was made dead, and biases start at $-1$ and $-\\frac{3}{2}$.",
)
alt = Words(
    "橘線先平，往右升高；兩個藍色方塊也在右邊，卻與線的左端一樣低。",
    "The orange line is flat at first and rises to the right; the two blue squares lie to the right too, and as low as the left end of the line.",
)
description = Words(
    "沒有死掉的單元，判錯$[[sparse_or_dead.error:%]]$，零占$[[sparse_or_dead.zeros:%]]$。三十二個死二十八個，判錯$[[sparse_or_dead.dead_error:%]]$，零占$[[sparse_or_dead.dead_zeros:%]]$。用偏置造出稀疏，判錯$[[sparse_or_dead.sparse_error:%]]$，零占$[[sparse_or_dead.sparse_zeros:%]]$。",
    "With no dead units there are $[[sparse_or_dead.error:%]]$ errors and $[[sparse_or_dead.zeros:%]]$ zeros. With twenty-eight of thirty-two dead, $[[sparse_or_dead.dead_error:%]]$ errors and $[[sparse_or_dead.dead_zeros:%]]$ zeros. Made sparse by biases, $[[sparse_or_dead.sparse_error:%]]$ errors and $[[sparse_or_dead.sparse_zeros:%]]$ zeros.",
)
assumes = (
    Words(
        "雙月牙九十六個點，標準化；ReLU，照He開始；交叉熵，Adam，學習率百分之一，全部樣本，三百步。死掉的單元偏置極低，任何樣本都不激活。沒看過的點有四百個。",
        "Two moons of ninety-six points, standardised; ReLU, He's start; cross-entropy, Adam at a rate of a hundredth, all samples, three hundred steps. Dead units have a bias so low that no sample activates them. Four hundred unseen points.",
    ),
)
SMALL = {"rule": "Adam", "hidden": 1}
FEW = SMALL | {"samples": 48, "extra": 8}
SHARES = (0.0, 0.25, 0.5, 0.75, 0.875)
DEAD = [study("active_units", **SMALL | {"dead": share}) for share in SHARES]
SPARSE = [study("active_units", **SMALL | {"first_bias": first}) for first in (-1.0, -1.5)]


def numbers():
    found = {}
    for name, arm in (("", DEAD[0]), ("quarter_", DEAD[1]), ("dead_", DEAD[-1]), ("half_", DEAD[2]), ("sparse_", SPARSE[-1])):
        found |= {f"{name}error": observe(arm["unseen error"].round(4)), f"{name}zeros": observe(arm["zeros after"][:, 0].round(4))}
    for name, first in (("sparse", -1.0), ("dense", 1.0)):
        arm = study("active_units", **FEW | {"first_bias": first})
        found |= {
            f"gap_{name}": observe((arm["unseen error"] - arm["error"]).round(4)),
            f"relevant_{name}": observe(arm["relevant"].round(4)),
            f"zeros_{name}": observe(arm["zeros after"][:, 0].round(4)),
        }
    return found | {"off_all_sparse": observe(SPARSE[-1]["always off after"][:, 0].round(4))}


def holds(drawn):
    (_, errors), (sparse, wrong) = drawn["dead"], drawn["sparse"]
    return {
        Words("輪流工作不礙事，死掉的多了就有害", "taking turns does no harm, many dead units do"): wrong.max() < errors[0] + 0.02
        and errors[-1] > errors[0] + 0.05,
        Words("兩個藍色方塊也在右邊，卻與線的左端一樣低", "the two blue squares lie to the right too, and as low as the left end of the line"): sparse.min()
        > 0.7
        and np.all(np.abs(wrong - errors[0]) < 0.02),
        Words("橘線先平，往右升高", "The orange line is flat at first and rises to the right"): np.ptp(errors[:3]) < 0.02 and np.all(np.diff(errors[2:]) > 0),
    }


def draw(ax, pen):
    zeros, errors = ([arm[what].mean() for arm in DEAD] for what in ("zeros after", "unseen error"))
    pen.curve(ax, zeros, errors, "dead", "c2", Words("死掉的越來越多", "more and more dead"), offset=(-8, 0), marker="o", markersize=5)
    zeros, errors = ([arm[what].mean() for arm in SPARSE] for what in ("zeros after", "unseen error"))
    pen.curve(ax, zeros, errors, "sparse", "c1", Words("稀疏", "sparse"), offset=(6, -8), linestyle="none", marker="s", markersize=6)
    ax.set_xlim(0.5, 1)
    ax.set_ylim(-0.01, 0.13)
    ax.set_xlabel(pen.say(Words("輸出是零的比例", "share of outputs that are zero")))
    ax.set_ylabel(pen.say(Words("判錯的比例", "share of errors")))
    pen.ticks(ax, x=[0.5, 0.75, 1], y=[0, 0.05, 0.1], xnames=["50 %", "75 %", "100 %"], ynames=["0", "5 %", "10 %"])
