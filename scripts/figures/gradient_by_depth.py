"""How the gradient changes on its way back through fifty random layers, for three functions and several gains."""

from typing import Any

import flint
import numpy as np
from flint import acb, arb

from language.words import Words
from mathematics.formula import ball
from mathematics.observation import observe
from mathematics.study import study

title = Words("初始權重的大小，決定梯度一路縮小、持平還是暴增", "The size of the initial weights decides whether the gradient shrinks, holds or explodes")
caption = Words(
    "五十層的隨機網路，每層一百個單元。$\\delta_\\ell$是損失對第$\\ell$層預激活值的梯度，縱軸是它的長度與最後一層的比，$\\|\\delta_\\ell\\|/\\|\\delta_L\\|$，對數尺度，取各次實驗的幾何平均。增益是權重的標準差乘上輸入個數的平方根。左圖三種函數的增益都是$1$；右圖是ReLU，三種增益。",
    "Random networks of fifty layers with a hundred units each. $\\delta_\\ell$ is the gradient of the loss with respect to the pre-activations of layer $\\ell$; the vertical scale is its length over that of the last layer, $\\|\\delta_\\ell\\|/\\|\\delta_L\\|$, logarithmic, the geometric mean over the runs. The gain is the standard deviation of the weights times the square root of the number of inputs. Left: three functions, all with gain $1$. Right: ReLU with three gains.",
)
alt = Words(
    "左：往回走五十層，Sigmoid的梯度縮得極快，ReLU較慢，tanh最慢。右：ReLU在增益一時縮小，增益根號二時持平，增益二時暴增。",
    "Left: over fifty layers backwards the sigmoid's gradient shrinks extremely fast, that of ReLU more slowly, that of tanh least. Right: ReLU shrinks with gain one, holds with gain root two and explodes with gain two.",
)
description = Words(
    "從最後一層走回第一層，梯度的長度在增益$1$時變成：Sigmoid $10^{[[gradient_by_depth.sigmoid_1]]}$倍，ReLU $10^{[[gradient_by_depth.relu_1]]}$倍，$\\tanh$ $10^{[[gradient_by_depth.tanh_1]]}$倍。"
    "ReLU在增益$\\sqrt{2}$時是$10^{[[gradient_by_depth.relu_root2]]}$倍，增益$2$時是$10^{[[gradient_by_depth.relu_2]]}$倍。",
    "From the last layer back to the first, with gain $1$, the length of the gradient is multiplied by $10^{[[gradient_by_depth.sigmoid_1]]}$ for the sigmoid, $10^{[[gradient_by_depth.relu_1]]}$ for ReLU and $10^{[[gradient_by_depth.tanh_1]]}$ for $\\tanh$. "
    "For ReLU it is $10^{[[gradient_by_depth.relu_root2]]}$ with gain $\\sqrt{2}$ and $10^{[[gradient_by_depth.relu_2]]}$ with gain $2$.",
)
assumes = (
    Words(
        "五十層，每層一百個單元，沒有偏置；權重取自常態分布，變異數是增益的平方除以輸入個數；輸入與損失對最後輸出的梯度都取自標準常態；二十個種子；還沒訓練。",
        "Fifty layers of a hundred units, no biases; normal weights of variance gain squared over the number of inputs; inputs and the gradient of the loss at the last outputs are standard normal; twenty seeds; before any training.",
    ),
)
panels = 2
GAINS = {"1": 1.0, "root2": float(np.sqrt(2)), "2": 2.0}
STEEP = {"4": 4.0, "8": 8.0, "16": 16.0}  # gains that the sigmoid needs and nobody starts from
LAYERS = 50


def found(function, gain):
    """Random networks of this function, with weights of variance gain² / fan-in and no biases."""
    return study("gradient_by_depth", f=function, layers=LAYERS, start=gain)


def exponent(function, gain):
    """The power of ten by which the gradient's length changes from the last layer to the first."""
    return observe(found(function, gain)["exponents"][:, -1])


def critical_gain() -> arb:
    """The gain at which very wide sigmoid layers turn from shrinking gradients to growing ones, between two certified signs.

    Where the signal has settled, E z² = s² = gain² E σ(sZ)² and the squared gradient changes by gain² E σ′(sZ)².
    """
    flint.ctx.prec = 64

    def mean(line: str, s: arb) -> arb:
        tail = arb(0, 1e-30)  # σ and σ′ are at most 1, and beyond ±12 a standard normal has less mass than that
        return acb.integral(lambda x, _: ball(line, x=x * s) * ball("phi(x)", x=x), -12, 12).real + tail

    def growth(s: arb) -> arb:
        return s * s * mean("(sigma(x) * sigma(-x))**2", s) - mean("sigma(x)**2", s)

    low, high = arb(1), arb(32)
    for _ in range(24):
        middle = ((low + high) / 2).mid()
        low, high = (middle, high) if growth(middle) < 0 else (low, middle)
    assert growth(low) < 0 < growth(high)
    return (low / mean("sigma(x)**2", high).sqrt()).union(high / mean("sigma(x)**2", low).sqrt())


def numbers() -> dict[str, Any]:
    steep = found("sigmoid", STEEP["16"])
    measured: dict[str, Any] = {f"{f}_{name}": exponent(f, gain) for f in ("sigmoid", "tanh", "relu") for name, gain in GAINS.items()}
    measured |= {f"sigmoid_{name}": exponent("sigmoid", gain) for name, gain in STEEP.items()}
    measured |= {
        "tanh_1_biased": observe(study("gradient_by_depth", f="tanh", layers=LAYERS, start=1.0, bias=10.0)["exponents"][:, -1]),
        "relu_root2_narrow": observe(study("gradient_by_depth", f="relu", layers=LAYERS, start=GAINS["root2"], units=16)["exponents"][:, -1]),
        "sigmoid_16_narrow": observe(study("gradient_by_depth", layers=LAYERS, start=16.0, units=16)["exponents"][:, -1]),
    }
    sizes = {"layers": LAYERS, "units": steep.settings["units"], "runs": len(steep.seeds)}
    return measured | {"saturated_16": observe(steep["saturated"]), "critical_gain": critical_gain()} | sizes


def holds(drawn):
    left = {f: drawn[f"{f}, gain 1"][1][-1] for f in ("sigmoid", "relu", "tanh")}
    relu = [drawn[f"relu, gain {gain:.4g}"][1][-1] for gain in GAINS.values()]
    return {
        Words("一路縮小、持平還是暴增", "shrinks, holds or explodes"): relu[0] < 1e-3 and 0.1 < relu[1] < 10 and relu[2] > 1e3,
        Words("Sigmoid的梯度縮得極快，ReLU較慢，tanh最慢", "the sigmoid's gradient shrinks extremely fast, that of ReLU more slowly, that of tanh least"): left[
            "sigmoid"
        ]
        < left["relu"]
        < left["tanh"]
        < 1,
    }


def draw(axes, pen):
    functions, gains = axes
    l = np.arange(LAYERS, 0, -1)
    for f, colour, label in (("tanh", "c3", "tanh"), ("relu", "c1", "ReLU"), ("sigmoid", "c2", "Sigmoid")):
        pen.curve(functions, l, 10.0 ** found(f, 1.0)["exponents"].mean(0), f"{f}, gain 1", colour, label)
    for gain, colour, label in (
        (2.0, "ink", Words("增益2", "gain 2")),
        (float(np.sqrt(2)), "c4", Words("增益√2", "gain √2")),
        (1.0, "c1", Words("增益1", "gain 1")),
    ):
        pen.curve(gains, l, 10.0 ** found("relu", gain)["exponents"].mean(0), f"relu, gain {gain:.4g}", colour, label)
    for ax in axes:
        ax.set_yscale("log")
        ax.minorticks_off()
        ax.set_xlim(50, 1)
        ax.set_xlabel(pen.say(Words("第幾層（由後往前）", "layer, from last to first")))
    functions.set_ylim(1e-32, 1e3)
    gains.set_ylim(1e-9, 1e9)
    functions.set_ylabel(pen.say(Words("梯度剩下幾倍", "gradient, over the last layer's")))
    functions.set_title(pen.say(Words("增益都是1", "gain 1")), fontsize=11, fontweight="normal")
    gains.set_title("ReLU", fontsize=11, fontweight="normal")
    pen.ticks(functions, x=[50, 25, 1], y=[1, 1e-10, 1e-20, 1e-30], ynames=["1", "10⁻¹⁰", "10⁻²⁰", "10⁻³⁰"])
    pen.ticks(gains, x=[50, 25, 1], y=[1e-8, 1e-4, 1, 1e4, 1e8], ynames=["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
