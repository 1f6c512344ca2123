"""A network with five hidden layers of sigmoids, trained by plain SGD on two moons from four different starts."""

from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from activation_functions import sigmoid
from language.words import Words
from mathematics.observation import observe

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
        "雙月牙四百個點；五個隱藏層，每層十六個單元；交叉熵，小批次三十二個樣本，學習率固定為$1$，沒有動量；左圖四十個隨機網路，右圖四個種子。換成別的寬度、層數、偏置與輸入時梯度怎麼樣，見相關的說法。",
        "Two moons of four hundred points; five hidden layers of sixteen units; cross-entropy, batches of thirty-two, a constant learning rate of $1$, no momentum; forty random networks on the left, four seeds on the right. The sayings that go with it try other widths, depths, biases and inputs.",
    ),
)
panels = 2
HIDDEN, UNITS, STEPS, RATE, BATCH, POINTS = 5, 16, 2500, 1.0, 32, 400
SEEDS, DRAWS = 4, 40  # trained networks; networks only drawn, for their first gradient
STARTS = {
    "default": (3**-0.5, 0.0, True),
    "1": (1.0, 0.0, False),
    "4": (4.0, 0.0, False),
    "centred": (4.0, 0.5, False),
}  # standard deviation times the root of the inputs, what is subtracted, and whether weights and biases are uniform
# The first is torch.nn.Linear's: weights and biases uniform between -1/sqrt(n) and 1/sqrt(n), a standard deviation of 1/sqrt(3n).
Floats = npt.NDArray[np.float64]


class Run(NamedTuple):
    """What the figure shows of one start: one row a seed."""

    gradients: Floats  # ‖∂L/∂W_l‖ for l = 1 … hidden, before the first step
    steps: Floats
    accuracy: Floats  # on unseen points, at those steps


def moons(rng: np.random.Generator, n: int = POINTS) -> tuple[Floats, Floats]:
    """Two interleaved half circles with noise, standardised; columns are points."""
    t, upper = rng.uniform(0, np.pi, n), np.arange(n) % 2 == 0
    x = np.where(upper, [np.cos(t), np.sin(t)], [1 - np.cos(t), 0.5 - np.sin(t)]) + 0.1 * rng.standard_normal((2, n))
    return (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True), upper[None].astype(float)


@cache
def train(starts: tuple[tuple[float, float, bool], ...], hidden: int = HIDDEN, steps: int = STEPS, seeds: int = SEEDS) -> list[Run]:
    """Cross-entropy, minibatches, one learning rate, nothing else; all starts and seeds side by side, on the same points."""
    rng = np.random.default_rng(0)
    x, y = (np.tile(np.array(each), (len(starts), 1, 1)) for each in zip(*(moons(rng) for _ in range(seeds)), strict=True))
    unseen, truth = (np.tile(np.array(each), (len(starts), 1, 1)) for each in zip(*(moons(rng) for _ in range(seeds)), strict=True))
    std, shift, flat = np.repeat(np.array(starts), seeds, axis=0).T[:, :, None, None]
    sizes = [2, *[UNITS] * hidden, 1]
    other, bound = np.random.default_rng(1), 3**0.5  # a uniform number between -bound and bound has standard deviation 1
    W, b = [], []
    for i, o in pairwise(sizes):
        normal, uniform = (np.tile(drawn, (len(starts), 1, 1)) for drawn in (rng.standard_normal((seeds, o, i)), other.uniform(-bound, bound, (seeds, o, i))))
        W.append(np.where(flat, uniform, normal) * std / np.sqrt(i))
        b.append(flat * np.tile(other.uniform(-bound, bound, (seeds, o, 1)), (len(starts), 1, 1)) * std / np.sqrt(i))

    def forward(a: Floats) -> list[Any]:
        found = [a]
        for weights, bias in zip(W, b, strict=True):
            found.append(sigmoid(weights @ found[-1] + bias) - shift)
        return found

    def gradients(a: list[Any], y: Floats) -> list[tuple[Floats, Floats]]:
        delta = (a[-1] + shift - y) / y.shape[-1]  # of sigmoid with cross-entropy: predicted minus true
        found = []
        for l in reversed(range(len(W))):
            found.append((delta @ a[l].transpose(0, 2, 1), delta.sum(-1, keepdims=True)))
            delta = (W[l].transpose(0, 2, 1) @ delta) * (a[l] + shift) * (1 - a[l] - shift)
        return found[::-1]

    first = np.array([np.linalg.norm(g, axis=(1, 2)) for g, _ in gradients(forward(x), y)[:hidden]]).T
    seen, accuracy = [], []
    for step in range(steps + 1):
        if step % 50 == 0:
            seen.append(step)
            accuracy.append(((forward(unseen)[-1] + shift > 0.5) == truth).mean((1, 2)))
        some = rng.integers(0, POINTS, BATCH)
        for l, (g, h) in enumerate(gradients(forward(x[..., some]), y[..., some])):
            W[l] -= RATE * g
            b[l] -= RATE * h
    each = (slice(n * seeds, (n + 1) * seeds) for n in range(len(starts)))
    return [Run(first[rows], np.array(seen), np.array(accuracy).T[rows]) for rows in each]


def trained(name: str) -> Run:
    """One start of the figure."""
    return dict(zip(STARTS, train(tuple(STARTS.values())), strict=True))[name]


def first_gradients(name: str) -> Floats:
    """‖∂L/∂W_l‖ of the hidden layers before any training: one row a network."""
    return train((STARTS[name],), steps=0, seeds=DRAWS)[0].gradients


def steps_needed(run: Run) -> Floats:
    """The first look at which nine in ten unseen points are right; one a seed."""
    return run.steps[(run.accuracy >= 0.9).argmax(1)]


def numbers():
    runs = {name: trained(name) for name in STARTS}
    found = {f"ratio_{name}": observe(np.log10(g[:, 0] / g[:, -1])) for name, g in ((name, first_gradients(name)) for name in STARTS)}
    found |= {f"accuracy_{name}": observe(run.accuracy[:, -1]) for name, run in runs.items()}
    found |= {f"steps_{name}": observe(steps_needed(run)) for name, run in runs.items() if name != "default"}
    return found | {
        "steps_shallow": observe(steps_needed(train((STARTS["1"],), hidden=1)[0])),
        "steps": STEPS,
        "units": UNITS,
        "points": POINTS,
        "batch": BATCH,
        "draws": DRAWS,
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
        run = trained(name)
        layers = np.arange(1, HIDDEN + 1)
        pen.curve(before, layers, np.exp(np.log(first_gradients(name)).mean(0)), f"gradient, {name}", colour, labels[name], at=at, offset=offset, marker="o")
        pen.curve(during, run.steps, run.accuracy.mean(0), f"accuracy, {name}", colour)
    pen.note(during, 1250, 0.7, labels["1"], "c4", (8, -6))
    pen.note(during, 1500, 0.5, labels["default"], "c2", (0, 7))
    pen.note(during, 250, 0.85, Words("另外兩種", "the other two"), "muted", (6, 0))
    before.set_yscale("log")
    before.minorticks_off()
    before.set_xlim(0.8, 5.2)
    before.set_ylim(7e-6, 1)
    before.set_xlabel(pen.say(Words("隱藏層", "hidden layer")))
    pen.ticks(before, x=[1, 2, 3, 4, 5], y=[1e-1, 1e-2, 1e-3, 1e-4, 1e-5], ynames=["10⁻¹", "10⁻²", "10⁻³", "10⁻⁴", "10⁻⁵"])
    during.set_xlim(0, STEPS)
    during.set_ylim(0.45, 1.01)
    during.set_xlabel(pen.say(Words("訓練步數", "training steps")))
    pen.ticks(during, x=[0, 1000, 2000], y=[0.5, 0.75, 1], ynames=["50 %", "75 %", "100 %"])
