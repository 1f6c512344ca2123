"""Of the units of each layer: how many are active on every sample, on none, or on some, before training and after it."""

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("越深的層，隨樣本而變的單元越少", "The deeper the layer, the fewer units that differ from sample to sample")
caption = Words(
    "每一層的單元分成三種：對全部訓練樣本都激活、對有的樣本激活、對全部都不激活。左：訓練之前。右：用Adam訓練之後。網路與資料同上一張圖。",
    "The units of each layer are of three kinds: active on all training samples, on some, or on none. Left: before training. Right: after training by Adam. Networks and data as in the figure before.",
)
alt = Words(
    "兩張堆疊的長條圖，橫軸是層。訓練之前，中間那一段由第一層的全部縮到第八層的一半左右；訓練之後，第八層的中間那一段比訓練之前長。",
    "Two charts of stacked bars over the layers. Before training the part in the middle shrinks from everything in the first layer to about half in the eighth; after training the part in the middle of the eighth layer is longer than before it.",
)
description = Words(
    "訓練之前的第八層：全部激活的單元有$[[on_for_which.always_on_8:%]]$，隨樣本而變的有$[[on_for_which.some_8:%]]$，全部不激活的有$[[on_for_which.always_off_8:%]]$。訓練之後隨樣本而變的有$[[on_for_which.some_8_after:%]]$。",
    "In the eighth layer before training, $[[on_for_which.always_on_8:%]]$ of the units are active on all samples, $[[on_for_which.some_8:%]]$ on some and $[[on_for_which.always_off_8:%]]$ on none. After training $[[on_for_which.some_8_after:%]]$ are active on some.",
)
assumes = (
    Words(
        "九十六個訓練樣本，八個種子的平均；訓練之前每個種子四十個網路，訓練之後一個。權重照He開始，偏置從零開始。",
        "Ninety-six training samples, means over eight seeds; before training forty networks a seed, after it one. He's start, with zero biases.",
    ),
)
panels = 2
LAYERS = np.arange(1, 9)
ARM = study("active_units", rule="Adam", hidden=8)
BEFORE = study("active_units")


def shares(arm, after=""):
    """On all samples, on some, on none: each a row a seed, a column a layer."""
    on, off = arm[f"always on{after}"], arm[f"always off{after}"]
    return {"on": on, "some": np.round(1 - on - off, 5), "off": off}


def numbers():
    before, after, shifted = shares(BEFORE), shares(ARM, " after"), shares(study("active_units", shift=2.0))
    return {
        "always_on_8": observe(before["on"][:, -1].round(4)),
        "some_1": observe(before["some"][:, 0].round(4)),
        "some_8": observe(before["some"][:, -1].round(4)),
        "always_off_8": observe(before["off"][:, -1].round(4)),
        "some_8_after": observe(after["some"][:, -1].round(4)),
        "off_8_after": observe(after["off"][:, -1].round(4)),
        "shifted_rate": observe(study("active_units", shift=2.0)["rate"][:, 0].round(4)),
        "shifted_on": observe(shifted["on"][:, 0].round(4)),
        "shifted_off": observe(shifted["off"][:, 0].round(4)),
        "shifted_some": observe(shifted["some"][:, 0].round(4)),
    }


def holds(drawn):
    before, after = (drawn[f"{side}, some"][1] for side in ("before", "after"))
    return {
        Words("越深的層，隨樣本而變的單元越少", "The deeper the layer, the fewer units that differ from sample to sample"): np.all(np.diff(before) < 0)
        and after[-1] < after[0],
        Words("由第一層的全部縮到第八層的一半左右", "shrinks from everything in the first layer to about half in the eighth"): before[0] > 0.99
        and 0.4 < before[-1] < 0.6,
        Words("第八層的中間那一段比訓練之前長", "the part in the middle of the eighth layer is longer than before it"): after[-1] > before[-1],
    }


def draw(axes, pen):
    paints = {"on": "c1", "some": "c3", "off": "muted"}
    for ax, side, found in zip(axes, ("before", "after"), (shares(BEFORE), shares(ARM, " after")), strict=True):
        below = np.zeros(len(LAYERS))
        for kind, rows in found.items():
            height = rows.mean(0)
            pen.keep(f"{side}, {kind}", LAYERS, height)
            ax.bar(LAYERS, height, width=0.8, bottom=below, color=COLOURS[paints[kind]][0], linewidth=0)
            below += height
        ax.set_ylim(0, 1.44)
        ax.set_xlabel(pen.say(Words("層", "layer")))
        pen.ticks(ax, x=LAYERS, y=[0, 0.5, 1], ynames=["0", "50 %", "100 %"])
    labels = {"off": Words("全部不激活", "on none"), "some": Words("隨樣本而變", "on some"), "on": Words("全部激活", "on all samples")}
    for place, (kind, words) in enumerate(labels.items()):
        pen.note(axes[0], 0.6, 1.36 - 0.11 * place, words, paints[kind], (1, 0), fontsize=10)
    for ax, words in zip(axes, (Words("訓練之前", "before training"), Words("訓練之後", "after training")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
