"""How well a small tanh network classifies after each way of scaling its inputs, each at its own best rate, on four data sets."""

from functools import cache

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("tanh：標準化在四種資料上都不落後", "tanh: standardising is behind on none of four data sets")
caption = Words(
    "一個隱藏層、八個$\\tanh$單元的小網路，輸入用四種方法縮放。橫軸是測試的準確率，$[[scaling_tanh.runs]]$個種子的平均與最小到最大。學習率各由驗證樣本從$[[scaling_tanh.rates]]$個裡選出，選出的沒有一個在兩端。左：照原樣。右：輸入再乘上一個數，使第一層預激活值的變異數都是$1$。",
    "A small network with one hidden layer of eight $\\tanh$ units, its inputs scaled in four ways. Across: the accuracy of the test, the mean of $[[scaling_tanh.runs]]$ seeds and the least to the largest. The rate of each is chosen by validation samples among $[[scaling_tanh.rates]]$, and none of the chosen ones is at either end. Left: as they are. Right: inputs times one more number, so that the first pre-activations all have variance $1$.",
)
alt = Words(
    "兩張點圖，四種資料各一組。左圖裡，不縮放的酒與乳癌遠遠落後，其餘都擠在一起；右圖裡，不縮放的酒與乳癌仍然落後。",
    "Two dot plots, a group for each of four data sets. Left, wine and breast cancer without scaling lie far behind, and all the rest close together; right, they are behind still.",
)
description = Words(
    "酒的資料，照原樣：不縮放$[[scaling_tanh.tanh_wine_none:%]]$，縮到$0$與$1$之間$[[scaling_tanh.tanh_wine_unit:%]]$，縮到$-1$與$1$之間$[[scaling_tanh.tanh_wine_symmetric:%]]$，標準化$[[scaling_tanh.tanh_wine_standard:%]]$。不縮放而讓變異數是$1$：$[[scaling_tanh.tanh_wine_none_one:%]]$。",
    "Wine as it is: $[[scaling_tanh.tanh_wine_none:%]]$ without scaling, $[[scaling_tanh.tanh_wine_unit:%]]$ scaled to between $0$ and $1$, $[[scaling_tanh.tanh_wine_symmetric:%]]$ to between $-1$ and $1$, $[[scaling_tanh.tanh_wine_standard:%]]$ standardised. Without scaling, but with variance $1$: $[[scaling_tanh.tanh_wine_none_one:%]]$.",
)
assumes = (
    Words(
        "雙月牙（產生的）、酒、乳癌與手寫數字零到四，後三種由scikit-learn附帶，各取至多兩百六十個樣本：六十個訓練，其餘一半驗證、一半測試。縮放由訓練樣本決定；不變的欄位除以$1$。PyTorch的預設起點，有偏置，softmax的交叉熵，全批次梯度下降，一百步；測試只看一次。",
        "Two moons (generated), wine, breast cancer, and the handwritten digits zero to four; the latter three come with scikit-learn, at most two hundred and sixty samples of each: sixty for training, the rest half for validation and half for the test. The scaling is read off the training samples; constant columns are divided by $1$. PyTorch's default start, biases, cross-entropy of a softmax, full-batch gradient descent, one hundred steps; the test is looked at once.",
    ),
)
panels = 2
SCALINGS = ("none", "unit", "symmetric", "standard", "spread")
DATA = ("moons", "wine", "breast_cancer", "digits")
FUNCTIONS = ("tanh", "sigmoid", "relu")
RATES = 10.0 ** (np.arange(14) * 2 / 3 - 7)
CHANGES = {
    "bias": {"bias": False},
    "width": {"width": 16},
    "depth": {"hidden": 2},
    "glorot": {"start": "glorot"},
    "batch": {"batch": 16},
    "adam": {"rule": "Adam"},
}


@cache
def arm(data, f, **change):
    return study("scaling", data=data, f=f, **change)


def column(scaling, one=False):
    """The place of a scaling among what the study finds; `one`: with the first pre-activations at variance 1."""
    return SCALINGS.index(scaling) + one * len(SCALINGS)


def accuracy(data, f, scaling, one=False, **change):
    """One a seed."""
    return arm(data, f, **change)["accuracy"][:, column(scaling, one)]


def updates(data, f, scaling, one=False, **change):
    """One a seed; a run that never reached the threshold counts as all the updates that it was given."""
    found = arm(data, f, **change)
    return np.minimum(found["updates"][:, column(scaling, one)], found.settings["steps"])


def numbers():
    found = {"runs": len(arm("moons", "tanh").seeds), "rates": len(RATES), "steps": arm("moons", "tanh").settings["steps"]}
    for name, one in (("", False), ("_one", True)):
        for scaling in SCALINGS:
            at = column(scaling, one)
            for f in FUNCTIONS:
                for data in DATA:
                    said, its = f"{f}_{data}_{scaling}{name}", arm(data, f)
                    found[said] = observe(accuracy(data, f, scaling, one))
                    found[f"updates_{said}"] = observe(updates(data, f, scaling, one))
                    found[f"arrived_{said}"] = int(np.isfinite(its["updates"][:, at]).sum())
                    found[f"flat_{said}"] = observe(its["flat"][:, at])
                    found[f"straight_{said}"] = observe(its["straight"][:, at])
                    found[f"gradient_{said}"] = observe(its["gradient"][:, at])
                    found[f"common_{said}"] = observe(its["common"][:, at])
                    found[f"rate_{said}"] = observe(np.log10(RATES)[its["rate"][:, at].astype(int)])
            for change, given in CHANGES.items():
                found[f"{change}_{scaling}{name}"] = observe(accuracy("wine", "tanh", scaling, one, **given))
                found[f"updates_{change}_{scaling}{name}"] = observe(updates("wine", "tanh", scaling, one, **given))
            for f in FUNCTIONS[1:]:
                for change in ("bias", "adam"):
                    found[f"{f}_{change}_{scaling}{name}"] = observe(accuracy("wine", f, scaling, one, **CHANGES[change]))
    for data in DATA:
        columns = arm(data, "tanh")["columns"]
        found |= {
            f"{data}_columns": int(columns[0, 0]),
            f"{data}_constant": observe(columns[:, 1]),
            f"{data}_unequal": observe(columns[:, 2]),
            f"{data}_far": observe(columns[:, 3]),
        }
    return found


def at_an_end():
    """How many chosen rates are the least or the largest."""
    arms = [arm(data, f) for data in DATA for f in FUNCTIONS] + [arm("wine", "tanh", **change) for change in CHANGES.values()]
    return sum(int(np.isin(each["rate"], (0, len(RATES) - 1)).sum()) for each in arms)


def holds(drawn):
    means = {(data, scaling, one): accuracy(data, "tanh", scaling, one).mean() for data in DATA for scaling in SCALINGS[:4] for one in (False, True)}
    behind = [max(means[data, scaling, False] for scaling in SCALINGS[:3]) - means[data, "standard", False] for data in DATA]
    return {
        Words("標準化在四種資料上都不落後", "standardising is behind on none of four data sets"): max(behind) < 0.03,
        Words("選出的沒有一個在兩端", "none of the chosen ones is at either end"): at_an_end() == 0,
        Words("不縮放的酒與乳癌遠遠落後", "wine and breast cancer without scaling lie far behind"): all(
            means[data, "none", False] < means[data, "standard", False] - 0.05 for data in ("wine", "breast_cancer")
        ),
        Words("不縮放的酒與乳癌仍然落後", "they are behind still"): all(
            means[data, "none", True] < means[data, "standard", True] - 0.03 for data in ("wine", "breast_cancer")
        ),
    }


def draw(axes, pen):
    looks = {
        "none": ("c2", "s", Words("不縮放", "none")),
        "unit": ("c4", "v", Words("0到1", "0 to 1")),
        "symmetric": ("c3", "^", Words("−1到1", "−1 to 1")),
        "standard": ("c1", "o", Words("標準化", "standardised")),
    }
    names = {"moons": Words("雙月牙", "moons"), "wine": Words("酒", "wine"), "breast_cancer": Words("乳癌", "cancer"), "digits": Words("數字", "digits")}
    for ax, one, words in zip(axes, (False, True), (Words("照原樣", "as they are"), Words("預激活值變異數1", "pre-activation variance 1")), strict=True):
        for place, (scaling, (colour, marker, said)) in enumerate(looks.items()):
            rows = -np.arange(len(DATA)) + 0.27 - 0.18 * place
            found = [accuracy(data, "tanh", scaling, one) for data in DATA]
            mean = np.array([each.mean() for each in found])
            paint = COLOURS[colour][0]
            pen.keep(f"{scaling}, {words.en}", mean, rows)
            ax.hlines(rows, [each.min() for each in found], [each.max() for each in found], color=paint, linewidth=1.1)
            ax.plot(mean, rows, marker, color=paint, markersize=5)
            if not one:
                pen.note(ax, 0.12, -2.1 - 0.36 * place, said, colour, (4, 0), fontsize=9.5)
        ax.set_xlim(0.1, 1.03)
        ax.set_ylim(-len(DATA) + 0.45, 0.55)
        ax.spines["left"].set_visible(False)
        ax.tick_params(axis="y", length=0)
        named = pen.narrow or ax is axes[0]
        ax.set_yticks(-np.arange(len(DATA)), [pen.say(names[data]) if named else "" for data in DATA])
        pen.ticks(ax, x=[0.25, 0.5, 0.75, 1], xnames=["25 %", "50 %", "75 %", "100 %"])
        ax.set_xlabel(pen.say(Words("測試的準確率", "accuracy of the test")))
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
