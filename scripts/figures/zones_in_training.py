"""Shares of the central zone while a network of sigmoids learns: the output, the hidden units that matter more, and the others."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("訓練把輸出單元推向兩端", "Training drives the output unit to its two ends")
caption = Words(
    "縱軸是預激活值落在中央的樣本所占的比例；「中央」是Sigmoid的斜率不小於最大值一半的地方。橫軸是訓練步數，五個種子的平均。「重要的一半」是這樣分的：讓一個隱藏單元對每個樣本都輸出自己的平均值，損失上升得較多的那一半。",
    "Up: the share of samples whose pre-activation lies in the centre, where the slope of the sigmoid is at least half of its peak. Across: steps of training; means of five seeds. “The half that matters” are the hidden units for which the loss rises more when they put out their own mean for every sample.",
)
alt = Words(
    "三條由左往右下降的線，輸出單元降得最多。",
    "Three lines fall from left to right; that of the output unit falls most.",
)
description = Words(
    "訓練前後，落在中央的樣本：輸出單元由$[[zones_in_training.output_first:%]]$到$[[zones_in_training.output_last:%]]$，重要的一半由$[[zones_in_training.needed_first:%]]$到$[[zones_in_training.needed_last:%]]$，其餘的一半由$[[zones_in_training.others_first:%]]$到$[[zones_in_training.others_last:%]]$。",
    "Samples in the centre before and after training: output unit $[[zones_in_training.output_first:%]]$ and $[[zones_in_training.output_last:%]]$, the half that matters $[[zones_in_training.needed_first:%]]$ and $[[zones_in_training.needed_last:%]]$, the others $[[zones_in_training.others_first:%]]$ and $[[zones_in_training.others_last:%]]$.",
)
assumes = (
    Words(
        "雙月牙九十六個點；一個隱藏層，十六個Sigmoid單元，有偏置，權重取自常態分布，變異數$1/n$；交叉熵，全部樣本的梯度下降，學習率$3$，六百步；五個種子。換別的設定，見相關的說法。",
        "Two moons of ninety-six points; one hidden layer of sixteen sigmoids with biases, normal weights of variance $1/n$; cross-entropy, gradient descent on all samples at a rate of $3$, six hundred steps; five seeds. The saying that goes with it tries other settings.",
    ),
)
STEPS = np.linspace(0, 600, 7)
PARTS = ("output", "needed", "others")


def numbers():
    found = study("zones")
    ends = {f"{part}_{when}": observe(found[part][:, at]) for part in PARTS for when, at in (("first", 0), ("last", -1))}
    return ends | {"output_flipped": observe(study("zones", flipped=0.2)["output"][:, -1])}


def holds(drawn):
    fall = {part: drawn[f"central share, {part}"][1][0] - drawn[f"central share, {part}"][1][-1] for part in PARTS}
    return {
        Words("訓練把輸出單元推向兩端", "Training drives the output unit to its two ends"): fall["output"] > 0.3,
        Words("輸出單元降得最多", "that of the output unit falls most"): max(fall, key=lambda part: fall[part]) == "output",
    }


def draw(ax, pen):
    found = study("zones")
    for part, colour, label in (
        ("output", "c2", Words("輸出單元", "output unit")),
        ("needed", "c1", Words("重要的一半", "the half that matters")),
        ("others", "muted", Words("其餘的一半", "the other half")),
    ):
        pen.curve(ax, STEPS, found[part].mean(axis=0), f"central share, {part}", colour, label, at=3, offset=(4, 8))
    ax.set_xlim(0, 600)
    ax.set_ylim(0, 1.04)
    ax.set_xlabel(pen.say(Words("訓練步數", "training steps")))
    ax.set_ylabel(pen.say(Words("落在中央的比例", "share in the centre")))
    pen.ticks(ax, x=[0, 200, 400, 600], y=[0, 0.5, 1], ynames=["0", "50 %", "100 %"])
