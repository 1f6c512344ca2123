"""What residual connections and batch normalisation change: the same fifty random layers, four ways."""

import numpy as np

from activation_functions import ALL
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("殘差與正規化擋住消失，卻可能換來暴增", "Residuals and normalisation stop the vanishing, and may bring growth")
caption = Words(
    "五十層的隨機網路，增益$1$，縱軸是$\\|\\delta_\\ell\\|/\\|\\delta_L\\|$，對數尺度。一批有$[[residual_and_normalised.batch]]$個樣本；正規化放在激活函數之前。",
    "Random networks of fifty layers with gain $1$; the vertical scale is $\\|\\delta_\\ell\\|/\\|\\delta_L\\|$, logarithmic. A batch has $[[residual_and_normalised.batch]]$ samples; normalisation comes before the activation.",
)
alt = Words(
    "左為Sigmoid：原來的網路一路下墜，加上殘差或正規化的都留在一附近。右為ReLU：原來的下降，只加殘差或只加正規化的上升，兩者都加的最平。",
    "Left, sigmoid: the plain network plunges, the ones with residuals or normalisation stay near one. Right, ReLU: the plain one falls, residuals alone or normalisation alone rise, and both together stay flattest.",
)
description = Words(
    "走完五十層後，Sigmoid：原來$10^{[[residual_and_normalised.sigmoid_plain]]}$、殘差$10^{[[residual_and_normalised.sigmoid_residual]]}$、正規化$10^{[[residual_and_normalised.sigmoid_normalised]]}$、兩者$10^{[[residual_and_normalised.sigmoid_both]]}$。"
    "ReLU依序是$10^{[[residual_and_normalised.relu_plain]]}$、$10^{[[residual_and_normalised.relu_residual]]}$、$10^{[[residual_and_normalised.relu_normalised]]}$、$10^{[[residual_and_normalised.relu_both]]}$。",
    "After fifty layers, sigmoid: plain $10^{[[residual_and_normalised.sigmoid_plain]]}$, residual $10^{[[residual_and_normalised.sigmoid_residual]]}$, normalised $10^{[[residual_and_normalised.sigmoid_normalised]]}$, both $10^{[[residual_and_normalised.sigmoid_both]]}$. "
    "ReLU, in the same order: $10^{[[residual_and_normalised.relu_plain]]}$, $10^{[[residual_and_normalised.relu_residual]]}$, $10^{[[residual_and_normalised.relu_normalised]]}$, $10^{[[residual_and_normalised.relu_both]]}$.",
)
assumes = (
    Words(
        "五十層，每層一百個單元，沒有偏置；權重取自常態分布，變異數是輸入個數的倒數；輸入與損失對最後輸出的梯度都取自標準常態；六個種子；還沒訓練，正規化沒有可學的參數。",
        "Fifty layers of a hundred units, no biases; normal weights of variance one over the number of inputs; inputs and the gradient of the loss at the last outputs are standard normal; six seeds; before any training, and the normalisation has no learned parameters.",
    ),
)
panels = 2
WAYS = {"plain": {}, "residual": {"residual": True}, "normalised": {"normalised": True}, "both": {"residual": True, "normalised": True}}
FOUND = {(f, name): study("residual_and_normalised", f=f, **way) for f in ("sigmoid", "relu") for name, way in WAYS.items()}
SIGMOID = FOUND["sigmoid", "plain"]


def numbers():
    found = {f"{f}_{name}": observe(each["exponents"][:, -1]) for (f, name), each in FOUND.items()}
    found["sigmoid_small_batch"] = observe(study("residual_and_normalised", f="sigmoid", normalised=True, batch=4)["exponents"][:, -1])
    return found | {"batch": SIGMOID.settings["batch"], "runs": len(SIGMOID.seeds)}


def holds(drawn):
    last = {name: drawn[name][1][-1] for name in drawn}
    away = {name: abs(np.log10(value)) for name, value in last.items()}
    relu = {name: value for name, value in away.items() if name.startswith("relu")}
    return {
        Words("殘差與正規化擋住消失", "Residuals and normalisation stop the vanishing"): all(
            last[f"{f}, {way}"] > 100 * last[f"{f}, plain"] for f in ("sigmoid", "relu") for way in WAYS if way != "plain"
        ),
        Words("卻可能換來暴增", "may bring growth"): max(last.values()) > 100,
        Words("兩者都加的最平", "both together stay flattest"): min(relu, key=relu.get) == "relu, both",
        Words("加上殘差或正規化的都留在一附近", "the ones with residuals or normalisation stay near one"): all(
            away[f"sigmoid, {way}"] < 2 for way in WAYS if way != "plain"
        ),
        Words("只加殘差或只加正規化的上升", "residuals alone or normalisation alone rise"): min(last["relu, residual"], last["relu, normalised"]) > 10,
    }


def draw(axes, pen):
    labels = {
        "plain": Words("原來的", "plain"),
        "residual": Words("殘差", "residual"),
        "normalised": Words("正規化", "normalised"),
        "both": Words("兩者", "both"),
    }
    colours = {"plain": "c2", "residual": "c3", "normalised": "c4", "both": "c1"}
    l = np.arange(SIGMOID.settings["layers"], 0, -1)
    for ax, f in zip(axes, ("sigmoid", "relu"), strict=True):
        for name in WAYS:
            y = 10.0 ** FOUND[f, name]["exponents"].mean(0)
            label = labels[name] if f == "relu" or name == "plain" else None
            pen.curve(ax, l, y, f"{f}, {name}", colours[name], label)
        ax.set_yscale("log")
        ax.minorticks_off()
        ax.set_xlim(50, 1)
        ax.set_title(ALL[f].name, fontsize=11, fontweight="normal")
        ax.set_xlabel(pen.say(Words("第幾層（由後往前）", "layer, from last to first")))
    axes[0].set_ylim(1e-33, 1e4)
    axes[1].set_ylim(1e-9, 1e9)
    pen.note(axes[0], 25, 1e2, Words("其餘三種", "the other three"), "muted", (0, 4))
    pen.ticks(axes[0], x=[50, 25, 1], y=[1, 1e-10, 1e-20, 1e-30], ynames=["1", "10⁻¹⁰", "10⁻²⁰", "10⁻³⁰"])
    pen.ticks(axes[1], x=[50, 25, 1], y=[1e-8, 1e-4, 1, 1e4, 1e8], ynames=["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
