"""A network with five hidden layers of sigmoids, trained by plain SGD on two moons from four different starts."""

import numpy as np

from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("五層Sigmoid學不學得會，要看初始權重", "Whether five sigmoid layers learn depends on the initial weights")
caption = Words(
    "左：還沒訓練時，各層權重的梯度大小，對數尺度。右：普通的SGD訓練時，對沒看過的點的準確率。「PyTorch預設」的權重與偏置都均勻取自$\\pm 1/\\sqrt{n}$之間，$n$是輸入的個數。「標準差$s$」的權重取自常態分布，標準差為$s/\\sqrt{n}$，偏置從零開始。「減½」是把每個單元的輸出減去$\\frac{1}{2}$。",
    "Left: how large the gradient of each layer's weights is before training, on a logarithmic scale. Right: accuracy on unseen points while plain SGD trains. “PyTorch's default” draws weights and biases uniformly between $\\pm 1/\\sqrt{n}$, with $n$ the number of inputs. “Std $s$” draws weights from a normal distribution of standard deviation $s/\\sqrt{n}$, with biases zero; “minus ½” means that $\\frac{1}{2}$ is subtracted from every unit's output.",
)
alt = Words(
    "左：初始權重小的網路，越前面的層梯度越小；減去二分之一的網路各層差不多。右：三條準確率曲線升到接近百分之百，其中一條先停在一半很久；PyTorch預設的那一條始終停在一半。",
    "Left: with small initial weights the gradient shrinks towards the early layers; with one half subtracted the layers are much alike. Right: three accuracy curves end close to one hundred per cent, one of them after a long rest at one half; the curve of PyTorch's default never leaves one half.",
)
description = Words(
    "第一層與第五層的梯度大小之比：$10^{[[five_sigmoid_layers.ratio_default]]}$（PyTorch預設）、$10^{[[five_sigmoid_layers.ratio_1]]}$（標準差$1$）、$10^{[[five_sigmoid_layers.ratio_4]]}$（標準差$4$）、$10^{[[five_sigmoid_layers.ratio_centred]]}$（標準差$4$並減去$\\frac{1}{2}$）。"
    "最後的準確率依序是$[[five_sigmoid_layers.accuracy_default:%]]$、$[[five_sigmoid_layers.accuracy_1:%]]$、$[[five_sigmoid_layers.accuracy_4:%]]$、$[[five_sigmoid_layers.accuracy_centred:%]]$。",
    "The gradient of the first layer over that of the fifth: $10^{[[five_sigmoid_layers.ratio_default]]}$ (PyTorch's default), $10^{[[five_sigmoid_layers.ratio_1]]}$ (standard deviation $1$), $10^{[[five_sigmoid_layers.ratio_4]]}$ (standard deviation $4$), $10^{[[five_sigmoid_layers.ratio_centred]]}$ (standard deviation $4$, $\\frac{1}{2}$ subtracted). "
    "The accuracies in the end are $[[five_sigmoid_layers.accuracy_default:%]]$, $[[five_sigmoid_layers.accuracy_1:%]]$, $[[five_sigmoid_layers.accuracy_4:%]]$ and $[[five_sigmoid_layers.accuracy_centred:%]]$.",
)
assumes = (
    Words(
        "雙月牙四百個點；五個隱藏層，每層十六個單元；交叉熵，小批次三十二個樣本，學習率固定為$1$，沒有動量；左圖四十個隨機網路，右圖五個種子。換成別的寬度、層數、偏置與輸入時梯度怎麼樣，見相關的說法。",
        "Two moons of four hundred points; five hidden layers of sixteen units; cross-entropy, batches of thirty-two, a constant learning rate of $1$, no momentum; forty random networks on the left, five seeds on the right. The sayings that go with it try other widths, depths, biases and inputs.",
    ),
)
panels = 2
STARTS = {
    "default": study("five_sigmoid_layers", start="pytorch"),
    "1": study("five_sigmoid_layers", start=1.0),
    "4": study("five_sigmoid_layers", start=4.0),
    "centred": study("five_sigmoid_layers", start=4.0, minus=0.5),
}
SETTINGS = STARTS["default"].settings


def first_gradients(name):
    """‖∂L/∂W_l‖ of the hidden layers before any training: one row a network."""
    return STARTS[name]["gradients"].reshape(-1, SETTINGS["hidden"])


def looks(run):
    """The steps at which accuracy was looked at."""
    return np.linspace(0, SETTINGS["steps"], run["accuracy"].shape[1])


def steps_needed(run):
    """The first look at which nine in ten unseen points are right; one a seed."""
    good = run["accuracy"] >= 0.9
    return np.where(good.any(axis=1), looks(run)[good.argmax(axis=1)], np.inf)


def numbers():
    found = {f"ratio_{name}": observe(np.log10(g[:, 0] / g[:, -1])) for name, g in ((name, first_gradients(name)) for name in STARTS)}
    found |= {f"accuracy_{name}": observe(run["accuracy"][:, -1]) for name, run in STARTS.items()}
    found |= {f"steps_{name}": observe(steps_needed(run)) for name, run in STARTS.items() if name != "default"}
    return found | {
        "adam_arrived": int(np.isfinite(steps_needed(study("five_sigmoid_layers", start="pytorch", rule="Adam", rate=0.01))).sum()),
        "steps_shallow": observe(steps_needed(study("five_sigmoid_layers", start=1.0, hidden=1))),
        "steps": SETTINGS["steps"],
        "units": SETTINGS["units"],
        "points": SETTINGS["points"],
        "batch": SETTINGS["batch"],
        "draws": len(first_gradients("default")),
    }


def holds(drawn):
    last = {name: drawn[f"accuracy, {name}"][1][-1] for name in STARTS}
    return {
        Words("學不學得會，要看初始權重", "learn depends on the initial weights"): min(last, key=lambda name: last[name]) == "default"
        and last["default"] < 0.6
        and max(last.values()) > 0.9,
        Words("始終停在一半", "never leaves one half"): np.abs(drawn["accuracy, default"][1] - 0.5).max() < 0.1,
        Words("升到接近百分之百", "end close to one hundred per cent"): all(value > 0.95 for name, value in last.items() if name != "default"),
    }


def draw(axes, pen):
    before, during = axes
    labels = {
        "default": Words("PyTorch預設", "PyTorch's default"),
        "1": Words("標準差1", "std 1"),
        "4": Words("標準差4", "std 4"),
        "centred": Words("標準差4，減½", "std 4, minus ½"),
    }
    for name, colour, at, offset in (("default", "c2", 1, (8, -5)), ("1", "c4", 1, (-2, 8)), ("4", "c3", 0, (10, -5)), ("centred", "c1", 1, (0, 9))):
        run = STARTS[name]
        layers = np.arange(1, SETTINGS["hidden"] + 1)
        pen.curve(before, layers, np.exp(np.log(first_gradients(name)).mean(0)), f"gradient, {name}", colour, labels[name], at=at, offset=offset, marker="o")
        pen.curve(during, looks(run), run["accuracy"].mean(0), f"accuracy, {name}", colour)
    pen.note(during, 2000, 0.7, labels["1"], "c4", (8, -6))
    pen.note(during, 2100, 0.5, labels["default"], "c2", (0, 7))
    pen.note(during, 400, 0.915, Words("另外兩種", "the other two"), "muted", (6, 0), fontsize=9)
    before.set_yscale("log")
    before.minorticks_off()
    before.set_xlim(0.8, 5.2)
    before.set_ylim(7e-6, 1)
    before.set_xlabel(pen.say(Words("隱藏層", "hidden layer")))
    pen.ticks(before, x=[1, 2, 3, 4, 5], y=[1e-1, 1e-2, 1e-3, 1e-4, 1e-5], ynames=["10⁻¹", "10⁻²", "10⁻³", "10⁻⁴", "10⁻⁵"])
    during.set_xlim(0, SETTINGS["steps"])
    during.set_ylim(0.45, 1.01)
    during.set_xlabel(pen.say(Words("訓練步數", "training steps")))
    pen.ticks(during, x=[0, 1000, 2000, 3000], y=[0.5, 0.75, 1], ynames=["50 %", "75 %", "100 %"])
