"""A network trained with SiLU gets another function in its place, at once and after some more steps of training."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("直接換成ReLU會出錯，再訓練一下就好了", "ReLU swapped in without retraining costs errors; a little training makes up for them")
caption = Words(
    "用SiLU訓練好的網路，把函數換成ReLU、Hard swish，或不換；橫軸是之後再訓練幾步，縱軸是對沒看過的點判錯的比例，五個種子的平均。",
    "Networks trained with SiLU, in which ReLU or hard swish takes its place, or nothing changes; across is how many more steps they are trained, upwards the share of unseen points on the wrong side, the mean of five seeds.",
)
alt = Words(
    "三條折線：換成ReLU的在零步時遠高於另外兩條，二十步就降到它們旁邊；換成Hard swish的一直在不換的那一條旁邊。",
    "Three broken lines: at zero steps that of ReLU is far above the other two, and at twenty it is beside them; that of hard swish stays beside the one without a change.",
)
description = Words(
    "直接換，ReLU判錯$[[swapped.relu_0:%]]$，Hard swish判錯$[[swapped.hard_swish_0:%]]$，不換是$[[swapped.silu_0:%]]$。再訓練一百步，依序是$[[swapped.relu_100:%]]$、$[[swapped.hard_swish_100:%]]$、$[[swapped.silu_100:%]]$。",
    "Swapped at once, ReLU is wrong on $[[swapped.relu_0:%]]$ and hard swish on $[[swapped.hard_swish_0:%]]$; without a change it is $[[swapped.silu_0:%]]$. After a hundred more steps these are $[[swapped.relu_100:%]]$, $[[swapped.hard_swish_100:%]]$ and $[[swapped.silu_100:%]]$.",
)
assumes = (
    Words(
        "網路與訓練和上一張圖的SiLU一樣；再訓練時，Adam從頭累積，學習率不變，資料也相同，都以float64。",
        "Networks and training as those of SiLU in the figure before; for the further steps Adam starts its averages anew, with the same rate and the same data, all in float64.",
    ),
)
STAND_INS, AGAIN = ("relu", "hard_swish", "silu"), (0, 20, 100)
FOUND = study("low_precision", f="silu")["swapped"]


def numbers():
    return {f"{name}_{steps}": observe(FOUND[:, row, column]) for row, name in enumerate(STAND_INS) for column, steps in enumerate(AGAIN)}


def holds(drawn):
    lines = {name: drawn[f"{name} network"][1] for name in STAND_INS}
    return {
        Words("直接換成ReLU會出錯", "ReLU swapped in without retraining costs errors"): lines["relu"][0] > lines["silu"][0] + 0.05,
        Words("再訓練一下就好了", "a little training makes up for them"): lines["relu"][1] < lines["silu"][1] + 0.02,
        Words("一直在不換的那一條旁邊", "stays beside the one without a change"): np.abs(np.array(lines["hard_swish"]) - lines["silu"]).max() < 0.02,
    }


def draw(ax, pen):
    looks = {
        "relu": ("c2", Words("換成ReLU", "with ReLU"), "-"),
        "hard_swish": ("c3", Words("換成Hard swish", "with hard swish"), "--"),
        "silu": ("c1", Words("不換", "no change"), ":"),
    }
    for row, name in enumerate(STAND_INS):
        colour, label, line = looks[name]
        means = FOUND[:, row].mean(axis=0)
        pen.curve(ax, AGAIN, means, f"{name} network", colour, linestyle=line, marker="o", markersize=5)
        at, up = {"relu": (0, 4), "hard_swish": (60, 6), "silu": (60, -6)}[name]
        pen.note(ax, at, np.interp(at, AGAIN, means), label, colour, (8 if at == 0 else 0, up), fontsize=10.5)
    ax.set_xlim(-2, 104)
    ax.set_ylim(0, None)
    ax.set_xlabel(pen.say(Words("再訓練的步數", "further steps of training")))
    ax.set_ylabel(pen.say(Words("判錯的比例", "share wrong")))
    pen.ticks(ax, x=[*AGAIN], y=[0, 0.1, 0.2], ynames=["0 %", "10 %", "20 %"])
