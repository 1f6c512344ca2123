"""How far the outputs of trained networks move when weights and activations are rounded to numbers of sixteen or eight bits."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("捨入的代價跟著尾數的位元數走", "What rounding costs follows the bits of the fraction")
caption = Words(
    "訓練好的小網路，權重與激活值都換成橫軸上的格式，再算一次；縱軸是輸出移動了多少，相對於輸出本身，對數尺度。E4M3、E5M2與int8每個陣列各除以一個數，使最大的一項剛好是這種格式最大的數。點是五個種子的平均。",
    "Trained small networks, computed once more with weights and activations in the format below; upwards is how far the outputs move, as a share of the outputs themselves, on a logarithmic scale. For E4M3, E5M2 and int8 each array is divided by one number that makes its largest entry the largest number of the format. Dots are means of five seeds.",
)
alt = Words(
    "三種函數的點由左往右逐步升高：float16最低，bfloat16高約八倍，int8與E4M3再高，E5M2最高。",
    "The dots of three functions rise from left to right: float16 is lowest, bfloat16 about eight times higher, int8 and E4M3 higher again, E5M2 highest.",
)
description = Words(
    "SiLU的網路：float16移動$[[low_precision.gap_silu_float16:%]]$，bfloat16移動$[[low_precision.gap_silu_bfloat16:%]]$，int8移動$[[low_precision.gap_silu_int8:%]]$，E4M3移動$[[low_precision.gap_silu_E4M3:%]]$，E5M2移動$[[low_precision.gap_silu_E5M2:%]]$。",
    "The networks with SiLU: float16 moves outputs by $[[low_precision.gap_silu_float16:%]]$, bfloat16 by $[[low_precision.gap_silu_bfloat16:%]]$, int8 by $[[low_precision.gap_silu_int8:%]]$, E4M3 by $[[low_precision.gap_silu_E4M3:%]]$ and E5M2 by $[[low_precision.gap_silu_E5M2:%]]$.",
)
assumes = (
    Words(
        "雙螺線一百個點；兩個隱藏層各十六個單元，有偏置，照Glorot開始；Adam，學習率$2\\cdot 10^{-2}$，走四百步，都以float64。然後只在正向計算裡捨入：輸入、權重、每一層的激活值各自捨入成這種格式，乘積以float32相加，偏置與函數也以float32計算；超過最大數的就取最大數。SwiGLU的單元也是十六個，所以權重比較多。",
        "Two spirals of a hundred points; two hidden layers of sixteen units with biases, from Glorot's start; Adam at a rate of $2\\cdot 10^{-2}$, four hundred steps, all in float64. Then rounding is in the forward computation alone: inputs, weights and the activations of each layer are rounded to the format, products are summed in float32, biases and functions are computed in float32 too; what is beyond the largest number becomes the largest. SwiGLU has sixteen units as well, and so more weights.",
    ),
)
FORMATS = ("float16", "bfloat16", "int8", "E4M3", "E5M2")
ORDER = ("float16", "bfloat16", "E4M3", "E5M2", "int8")  # as the study has them
LOOKS = {"relu": ("c2", "ReLU", "s"), "silu": ("c1", "SiLU", "o"), "swiglu": ("c3", "SwiGLU", "^")}
FOUND = {
    (f, change): study("low_precision", f=f, **given) for f in LOOKS for change, given in (("", {}), ("_plain", {"scaled": False}), ("_deep", {"hidden": 4}))
}


def gap(f, name, change=""):
    return FOUND[f, change]["gap"][:, ORDER.index(name)]


def numbers():
    found = {}
    for (f, change), arm in FOUND.items():
        for place, name in enumerate(ORDER):
            found[f"gap_{f}{change}_{name}"] = observe(arm["gap"][:, place])
            found[f"error_{f}{change}_{name}"] = observe(arm["error"][:, 1 + place])
        found[f"error_{f}{change}"] = observe(arm["error"][:, 0])
        found[f"beyond_{f}{change}"] = int((arm["largest"].max(axis=-1) > 65504).sum())
        for layer, largest in enumerate(arm["largest"].T, 1):
            found[f"largest_{f}{change}_{layer}"] = round(float(np.median(largest)))
        found[f"peak_{f}{change}"] = observe(arm["peak"].max(axis=-1))
    return found


def holds(drawn):
    mean = {f: dict(zip(FORMATS, drawn[f"{f} network"][1], strict=True)) for f in LOOKS}
    rising = [list(each.values()) for each in mean.values()]
    return {
        Words("跟著尾數的位元數走", "follows the bits of the fraction"): all(
            each["float16"] < each["bfloat16"] < each["E4M3"] < each["E5M2"] for each in mean.values()
        ),
        Words("由左往右逐步升高", "rise from left to right"): all(row == sorted(row) for row in rising),
        Words("高約八倍", "about eight times higher"): all(5 < each["bfloat16"] / each["float16"] < 12 for each in mean.values()),
    }


def draw(ax, pen):
    places = np.arange(len(FORMATS))
    for shift, (f, (colour, name, marker)) in enumerate(LOOKS.items()):
        means = np.array([gap(f, each).mean() for each in FORMATS])
        pen.curve(ax, places + 0.12 * (shift - 1), means, f"{f} network", colour, linestyle="none", marker=marker, markersize=6)
        pen.note(ax, -0.35, 0.3 * 0.5**shift, name, colour, (4, 0), fontsize=10.5)
        pen.curve(ax, [-0.45], [0.3 * 0.5**shift], f"{f} key", colour, linestyle="none", marker=marker, markersize=6)
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_xlim(-0.6, 4.4)
    ax.set_ylabel(pen.say(Words("輸出的相對移動", "relative shift of outputs")))
    pen.ticks(
        ax,
        x=places,
        xnames=[f"\n{each}" if pen.narrow and place == 1 else each for place, each in enumerate(FORMATS)],
        y=[1e-4, 1e-3, 1e-2, 1e-1],
        ynames=["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"],
    )
