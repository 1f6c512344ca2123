"""The size of the pre-activations in each of twenty random layers, from the starts of three libraries and He's: of the whole, and of what tells samples apart."""

from typing import Any

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("大小還在，樣本之間的差別卻可能不見了", "The size may remain while the difference between samples is gone")
caption = Words(
    "二十層的隨機網路，每層一百個單元，還沒訓練。縱軸是預激活值的均方根，對數尺度，$[[signal_by_depth.runs]]$個種子的平均。實線是全部；虛線先減去各單元對所有樣本的平均，剩下的才分得出樣本。左：ReLU。右：$\\tanh$。",
    "Random networks of twenty layers with a hundred units each, before any training. Up: the root mean square of the pre-activations, on a logarithmic scale, the mean of $[[signal_by_depth.runs]]$ seeds. Solid: of all; dashed: after each unit's mean over the samples has been taken away, which leaves what tells samples apart. Left: ReLU. Right: $\\tanh$.",
)
alt = Words(
    "左圖：PyTorch的實線很快變平，虛線一直往下；Keras與Flax的兩條一起往下；He的實線大致水平。右圖：三條實線都降得慢得多，He的最平；PyTorch的虛線照樣往下。",
    "Left: PyTorch's solid line soon becomes flat while its dashed one keeps falling; both lines of Keras and Flax fall together; He's solid line is about level. Right: all three solid lines fall far more slowly, He's least; PyTorch's dashed one keeps falling all the same.",
)
description = Words(
    "ReLU到第二十層，均方根是十的幾次方：PyTorch是$[[signal_by_depth.relu_pytorch]]$，分得出樣本的是$[[signal_by_depth.relu_pytorch_apart]]$；Keras與Flax是$[[signal_by_depth.relu_keras]]$；He是$[[signal_by_depth.relu_he]]$。$\\tanh$用Keras與Flax的起點是$[[signal_by_depth.tanh_keras]]$。",
    "ReLU in layer twenty, the root mean square as a power of ten: PyTorch $[[signal_by_depth.relu_pytorch]]$, and $[[signal_by_depth.relu_pytorch_apart]]$ for what tells samples apart; Keras and Flax $[[signal_by_depth.relu_keras]]$; He $[[signal_by_depth.relu_he]]$. $\\tanh$ from the start of Keras and Flax: $[[signal_by_depth.tanh_keras]]$.",
)
assumes = (
    Words(
        "輸入取自標準常態，五十個樣本。PyTorch：權重變異數$1/(3n)$，偏置均勻分布在$\\pm 1/\\sqrt{n}$之間。每層一樣寬時，Keras與Flax的變異數都是$1/n$，偏置是零。He：變異數$2/n$，偏置是零。權重取自常態分布，各庫實際用的均勻或截尾常態分布只在表裡另外試過。",
        "Standard normal inputs, fifty samples. PyTorch: weights of variance $1/(3n)$, biases uniform between $\\pm 1/\\sqrt{n}$. With layers of one width Keras and Flax both have the variance $1/n$, and zero biases. He: variance $2/n$, zero biases. The weights are normal; the uniform or truncated normal distributions that the libraries use are tried in the table alone.",
    ),
)
panels = 2
STARTS = {"pytorch": ("c2", "PyTorch"), "keras": ("c1", "Keras, Flax"), "he": ("c3", "He")}
CHANGES: dict[str, dict[str, Any]] = {
    "relu_he_bias": {"f": "relu", "start": "he", "bias": 1.0},
    "relu_he_narrow": {"f": "relu", "start": "he", "units": 16},
    "relu_he_uniform": {"f": "relu", "start": "he", "inputs": "uniform"},
    "relu_he_drawn": {"f": "relu", "start": "he", "draw": "uniform"},
    "relu_pytorch_bias": {"f": "relu", "start": "pytorch", "bias": 0.0},
    "relu_pytorch_narrow": {"f": "relu", "start": "pytorch", "units": 16},
    "relu_pytorch_uniform": {"f": "relu", "start": "pytorch", "inputs": "uniform"},
    "relu_pytorch_drawn": {"f": "relu", "start": "pytorch", "draw": "uniform"},
    "tanh_keras_bias": {"f": "tanh", "start": "keras", "bias": 1.0},
    "tanh_keras_narrow": {"f": "tanh", "start": "keras", "units": 16},
    "tanh_keras_uniform": {"f": "tanh", "start": "keras", "inputs": "uniform"},
    "tanh_keras_drawn": {"f": "tanh", "start": "keras", "draw": "uniform"},
}


def numbers():
    arms = {f"{f}_{start}": study("signal_by_depth", f=f, start=start) for f in ("relu", "tanh", "sigmoid", "gelu") for start in STARTS}
    arms |= {name: study("signal_by_depth", **change) for name, change in CHANGES.items()}
    found = {name: observe(arm["sizes"][:, -1]) for name, arm in arms.items()}
    return found | {f"{name}_apart": observe(arm["apart"][:, -1]) for name, arm in arms.items()} | {"runs": len(arms["relu_he"].seeds)}


def holds(drawn):
    size, apart = (np.log10(drawn[f"relu, pytorch, {which}"][1]) for which in ("size", "apart"))
    return {
        Words("大小還在，樣本之間的差別卻可能不見了", "The size may remain while the difference between samples is gone"): size[-1] > -2 and apart[-1] < -6,
        Words("He的實線大致水平", "He's solid line is about level"): abs(np.ptp(np.log10(drawn["relu, he, size"][1]))) < 0.3,
        Words("Keras與Flax的兩條一起往下", "both lines of Keras and Flax fall together"): np.log10(drawn["relu, keras, size"][1])[-1] < -2,
        Words("三條實線都降得慢得多", "all three solid lines fall far more slowly"): all(
            np.log10(drawn[f"tanh, {start}, size"][1])[-1] > -2 for start in STARTS
        ),
    }


def draw(axes, pen):
    layers = np.arange(1, 21)
    beside = {"pytorch": ("apart", 11, (-6, -4)), "keras": ("apart", -1, (-2, -7)), "he": ("size", -1, (-2, 7))}  # where a start is named, on the left
    for ax, f in zip(axes, ("relu", "tanh"), strict=True):
        for start, (colour, said) in STARTS.items():
            found = study("signal_by_depth", f=f, start=start)
            for which, line in (("apart", "--"), ("size", "-")):
                named, at, offset = beside[start]
                label = said if f == "relu" and which == named else None
                mean = 10.0 ** found["sizes" if which == "size" else which].mean(axis=0)
                pen.curve(
                    ax, layers, mean, f"{f}, {start}, {which}", colour, label, at=at, offset=offset, linestyle=line, linewidth=2 if which == "size" else 1.2
                )
        ax.set_yscale("log")
        ax.minorticks_off()
        ax.set_ylim(1e-9, 1e2)
        ax.set_xlabel(pen.say(Words("層", "layer")))
        pen.ticks(ax, x=[1, 10, 20], y=[1e-8, 1e-4, 1], ynames=["10⁻⁸", "10⁻⁴", "1"])
    axes[0].set_title("ReLU", fontsize=11, fontweight="normal")
    axes[1].set_title("tanh", fontsize=11, fontweight="normal")
