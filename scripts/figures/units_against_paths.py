"""The share of active ReLU units by layer, and the share of paths with all of their units active."""

from fractions import Fraction
from itertools import product

import numpy as np

from drawing.figure import COLOURS
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words(
    "單元每一層都約有一半激活；全部激活的路徑逐層減半", "Half of the units are active in every layer; the paths that are active throughout halve with each"
)
caption = Words(
    "左：每一層激活單元的比例，訓練之前與用Adam訓練之後。右：由第一層到這一層的路徑裡，每個單元都激活的比例，對數尺度；虛線是$2^{-N}$。各取八個種子的平均。",
    "Left: the share of active units in each layer, before training and after training by Adam. Right: of the paths from the first layer to this one, the share with every unit active, on a logarithmic scale; the dashed line is $2^{-N}$. Means over eight seeds.",
)
alt = Words(
    "左：訓練前的線在八層都貼著一半；每層三個單元的線往下走；訓練後的線在一半附近上下。右：訓練前的路徑與虛線重疊，一路往下到千分之四左右。",
    "Left: before training the line stays at one half for eight layers; with three units a layer it falls; after training it moves about one half. Right: before training the paths lie on the dashed line, down to about four in a thousand.",
)
description = Words(
    "第八層：單元有$[[units_against_paths.unit_8:%]]$激活，每層只有三個單元的網路是$[[units_against_paths.narrow_8:%]]$；路徑有$[[units_against_paths.measured_8:%]]$激活，理論值是$[[units_against_paths.path_8:2%]]$。",
    "In the eighth layer $[[units_against_paths.unit_8:%]]$ of the units are active, and $[[units_against_paths.narrow_8:%]]$ in networks with three units a layer; of the paths $[[units_against_paths.measured_8:%]]$ are, where theory says $[[units_against_paths.path_8:2%]]$.",
)
assumes = (
    Words(
        "雙月牙九十六個點，標準化；八個隱藏層，每層三十二個單元，照He開始，偏置是零；訓練之前每個種子四十個網路。訓練：交叉熵，Adam，學習率百分之一，全部樣本，三百步，一個網路。激活是$z>0$，比例對單元與樣本平均。",
        "Two moons of ninety-six points, standardised; eight hidden layers of thirty-two units, He's start, zero biases; before training, forty networks a seed. Training: cross-entropy, Adam at a rate of a hundredth, all samples, three hundred steps, one network. Active is $z>0$, and shares are means over units and samples.",
    ),
)
panels = 2
LAYERS = np.arange(1, 9)
BEFORE, NARROW = study("active_units"), study("active_units", width=3)
AFTER = study("active_units", rule="Adam", hidden=8)
LEARNED = {"rule": "Adam", "hidden": 4}
CHANGES = {
    "as_it_is": {},
    "no_bias": {"bias": False},
    "narrow": {"width": 8},
    "deep": {"hidden": 8},
    "spirals": {"data": "spirals"},
    "shifted": {"shift": 2.0},
    "pytorch": {"start": "pytorch"},
    "descent": {"rule": "gradient descent"},
    "batches": {"batch": 16},
}
STARTS = {"he": {}, "three": {"width": 3}, "wide": {"width": 64}, "random_bias": {"start": "pytorch"}, "glorot": {"start": "glorot"},
          "two_spirals": {"data": "spirals"}, "noise": {"data": "normal"}, "off_centre": {"shift": 2.0}}  # fmt: skip


def every_sign():
    """Three layers of two units whose weights have given sizes and every choice of signs: how often the first unit of each is active, and all three."""
    sizes = np.array([[[5, 1], [2, 3]], [[3, 2], [1, 7]], [[1, 100], [1000, 1]]])
    signs = np.array(list(product((-1, 1), repeat=sizes.size))).reshape(-1, *sizes.shape)
    a, on = np.tile([1, 3], (len(signs), 1)), []
    for layer in range(3):
        z = np.einsum("kij,kj->ki", signs[:, layer] * sizes[layer], a)
        assert ((z != 0).all(axis=1) | (a == 0).all(axis=1)).all()  # no unit is just at zero while its inputs are not
        a = np.maximum(z, 0)
        on.append(z[:, 0] > 0)
    return len(signs), [Fraction(int(each.sum()), len(signs)) for each in (*on, np.all(on, axis=0))]


def numbers():
    tried, shares = every_sign()
    assert shares == [Fraction(1, 2) * Fraction(3, 4) ** layer for layer in range(3)] + [Fraction(1, 2**3)]  # as the two formulas say
    found = {f"{name}_{layer}": observe(study("active_units", **change)["rate"][:, layer - 1].round(4)) for name, change in STARTS.items() for layer in (1, 8)}
    found |= {f"paths_{name}": observe(study("active_units", **change)["paths"][:, 3].round(5)) for name, change in STARTS.items()}
    for name, change in CHANGES.items():
        arm = study("active_units", **LEARNED | change)
        found |= {f"{name}_after_{layer}": observe(arm["rate after"][:, layer - 1].round(4)) for layer in (1, 4)}
        found |= {f"{name}_paths_after": observe(arm["paths after"][:, 3].round(4)), f"{name}_error": observe(arm["unseen error"].round(4))}
    return found | {
        "unit_8": observe(BEFORE["rate"][:, -1].round(5)),
        "narrow_8": observe(NARROW["rate"][:, -1].round(4)),
        "narrow_says": Fraction(1, 2) * Fraction(7, 8) ** 7,
        "path_8": Fraction(1, 2**8),
        "measured_8": observe(BEFORE["paths"][:, -1].round(6)),
        "zeros": observe(BEFORE["zeros"].mean(1).round(4)),
        "zeros_after": observe(study("active_units", **LEARNED)["zeros after"].mean(1).round(4)),
        "signs": tried,
        "signs_1": shares[0],
        "signs_2": shares[1],
        "signs_3": shares[2],
        "signs_path": shares[3],
    }


def holds(drawn):
    rate, paths, narrow, after = (drawn[name][1] for name in ("units before", "paths before", "three units", "units after"))
    halves = np.abs(np.log2(paths) + LAYERS) < 0.25
    return {
        Words("單元每一層都約有一半激活", "Half of the units are active in every layer"): np.all(np.abs(rate - 0.5) < 0.02),
        Words("全部激活的路徑逐層減半", "the paths that are active throughout halve with each"): halves.all(),
        Words("每層三個單元的線往下走", "with three units a layer it falls"): narrow[-1] < narrow[0] - 0.2,
        Words("訓練後的線在一半附近上下", "after training it moves about one half"): np.all(np.abs(after - 0.5) < 0.25),
        Words("千分之四左右", "about four in a thousand"): 0.003 < paths[-1] < 0.005,
    }


def draw(axes, pen):
    left, right = axes
    pen.curve(
        left, LAYERS, NARROW["rate"].mean(0), "three units", "c4", Words("每層三個", "three a layer"), offset=(-4, -10), linestyle=":", marker="o", markersize=3
    )
    pen.curve(left, LAYERS, AFTER["rate after"].mean(0), "units after", "c2", linestyle="-.", marker="o", markersize=3)
    pen.curve(left, LAYERS, BEFORE["rate"].mean(0), "units before", "c1", marker="o", markersize=3)
    left.set_ylim(0, 1)
    pen.note(left, 1, 0.93, Words("訓練之前", "before training"), "c1", (1, 0), fontsize=10)
    pen.note(left, 1, 0.85, Words("訓練之後", "after training"), "c2", (1, 0), fontsize=10)
    pen.ticks(left, x=LAYERS, y=[0, 0.25, 0.5, 0.75, 1], ynames=["0", "25 %", "50 %", "75 %", "100 %"])
    right.plot(LAYERS, 2.0**-LAYERS, linestyle="--", color=COLOURS["muted"][0])
    pen.curve(right, LAYERS, AFTER["paths after"].mean(0), "paths after", "c2", linestyle="-.", marker="o", markersize=3)
    pen.curve(right, LAYERS, BEFORE["paths"].mean(0), "paths before", "c1", linestyle="none", marker="o", markersize=4)
    right.set_yscale("log")
    right.minorticks_off()
    pen.ticks(right, x=LAYERS, y=[1, 0.1, 0.01, 0.001], ynames=["1", "10⁻¹", "10⁻²", "10⁻³"])
    for ax, words in ((left, Words("激活的單元", "active units")), (right, Words("激活的路徑", "active paths"))):
        ax.set_xlabel(pen.say(Words("層", "layer")))
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
