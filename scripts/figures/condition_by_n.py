"""The flattest curvature and the condition number of E[x xᵀ] by the number of inputs, with and without a bias: formula against simulation."""

import flint
import numpy as np
from flint import arb

from derivations.condition_with_bias import eigenvalues, second_moment
from figures.signs_by_batch import sigmoid_moment
from language.words import Words
from mathematics.observation import observe
from mathematics.study import study

title = Words("有偏置又不置中，代價大得多", "With a bias, being off centre costs far more")
caption = Words(
    "$n$個均勻分布在$0$到$1$之間的輸入，二階動差矩陣$H$。左：$\\lambda_{\\min}$，最平的方向的彎曲程度。右：條件數$\\kappa$。橘色是照原樣的輸入，藍色是先減去平均值；實心點有偏置，空心點沒有。線是公式，點是用$10^5$個樣本算出來的值。兩軸都是對數尺度。",
    "The second-moment matrix $H$ of $n$ inputs uniform between $0$ and $1$. Left: $\\lambda_{\\min}$, how much the flattest direction curves. Right: the condition number $\\kappa$. Orange: the inputs as they are; blue: with their mean subtracted. "
    "Filled dots have a bias, hollow ones have none. The lines are formulas, the dots are computed from $10^5$ samples. All axes are logarithmic.",
)
alt = Words(
    "左圖：沒有偏置的線是平的，照原樣又有偏置的線隨輸入個數往下降。右圖：照原樣的兩條線都往上升，有偏置的那條陡一倍；置中後的兩條都是平的。",
    "Left: without a bias the line is flat; with a bias and inputs as they are it falls with their number. Right: the two lines of inputs as they are rise, the one with a bias twice as steeply; the two centred lines are flat.",
)
description = Words(
    "照原樣、沒有偏置，條件數在$n=2$、$10$、$[[condition_by_n.most]]$時是$7$、$[[1 + 3 * 10]]$、$[[1 + 3 * condition_by_n.most]]$，模擬得到$[[condition_by_n.at_2]]$、$[[condition_by_n.at_10]]$、$[[condition_by_n.at_100]]$。"
    "有偏置時是$[[condition_with_bias.at_2:3]]$、$[[condition_with_bias.at_10:3]]$、$[[condition_with_bias.at_100]]$，模擬得到$[[condition_by_n.bias_2]]$、$[[condition_by_n.bias_10]]$、$[[condition_by_n.bias_100]]$。"
    "置中後，沒有偏置是$1$，模擬得到$[[condition_by_n.centred_2]]$、$[[condition_by_n.centred_10]]$、$[[condition_by_n.centred_100]]$；有偏置是$12$。"
    "最平的方向，沒有偏置是$\\frac{1}{12}$；有偏置是$[[condition_with_bias.smallest_2:3]]$、$[[condition_with_bias.smallest_10:3]]$、$[[condition_with_bias.smallest_100:3]]$。",
    "As they are and without a bias, the condition number at $n = 2$, $10$, $[[condition_by_n.most]]$ is $7$, $[[1 + 3 * 10]]$, $[[1 + 3 * condition_by_n.most]]$; simulation gives $[[condition_by_n.at_2]]$, $[[condition_by_n.at_10]]$, $[[condition_by_n.at_100]]$. "
    "With a bias it is $[[condition_with_bias.at_2:3]]$, $[[condition_with_bias.at_10:3]]$, $[[condition_with_bias.at_100]]$; simulation gives $[[condition_by_n.bias_2]]$, $[[condition_by_n.bias_10]]$, $[[condition_by_n.bias_100]]$. "
    "Centred and without a bias it is $1$, and simulation gives $[[condition_by_n.centred_2]]$, $[[condition_by_n.centred_10]]$, $[[condition_by_n.centred_100]]$; with a bias it is $12$. "
    "The flattest direction has $\\frac{1}{12}$ without a bias, and $[[condition_with_bias.smallest_2:3]]$, $[[condition_with_bias.smallest_10:3]]$, $[[condition_with_bias.smallest_100:3]]$ with one.",
)
assumes = (
    Words(
        "輸入互相獨立，均勻分布；偏置當作永遠是$1$的輸入；線是公式，點用五個種子。",
        "Independent uniform inputs; the bias counts as an input that is always $1$; the lines are formulas, the dots use five seeds.",
    ),
)
panels = 2
CASES = {
    "raw": study("condition_by_n", centred=False, bias=False),
    "raw, bias": study("condition_by_n", centred=False, bias=True),
    "centred": study("condition_by_n", centred=True, bias=False),
    "centred, bias": study("condition_by_n", centred=True, bias=True),
}
COUNTS = CASES["raw"].settings["counts"]


def steps(curvature):
    """Gradient descent with the best constant step, until the error is a hundredth as long."""
    spectrum = np.linalg.eigvalsh(curvature)
    error, count = np.random.default_rng(0).standard_normal(len(curvature)), 0
    goal = 0.01 * np.linalg.norm(error)
    while np.linalg.norm(error) > goal:
        error, count = error - 2 / (spectrum[0] + spectrum[-1]) * curvature @ error, count + 1
    return count


def numbers():
    at = {n: COUNTS.index(n) for n in (2, 10, 100)}
    named = {"at": "raw", "bias": "raw, bias", "centred": "centred"}
    measured = {f"{name}_{n}": observe(CASES[case]["condition"][:, row]) for name, case in named.items() for n, row in at.items()}
    counted = {f"steps_{n}": steps(second_moment(n)[:n, :n]) for n in at} | {f"bias_steps_{n}": steps(second_moment(n)) for n in at}
    flint.ctx.prec = 120
    mean, square = (sigmoid_moment(power) for power in (1, 2))  # of a standard normal's; those of ReLU are 1/√(2π) and 1/2
    first = 1 / (2 * arb.pi()).sqrt()
    fifty = {name: eigenvalues(50, m, v) for name, m, v in (("sigmoid", mean, square - mean**2), ("relu", first, arb(1) / 2 - first**2))}
    return measured | counted | {name: high / low for name, (low, high) in fifty.items()} | {"most": max(COUNTS)}


def holds(drawn):
    def steepness(case):
        """At the right end, both axes logarithmic."""
        n, condition = np.log(drawn[f"condition number, {case}, formula"])
        return (condition[-1] - condition[-2]) / (n[-1] - n[-2])

    smallest, number = ({case: drawn[f"{what}, {case}, formula"][1] for case in ("raw", "raw, bias")} for what in ("smallest", "condition number"))
    return {
        Words("有偏置又不置中，代價大得多", "With a bias, being off centre costs far more"): (number["raw, bias"] > 2 * number["raw"]).all(),
        Words("沒有偏置的線是平的", "without a bias the line is flat"): np.ptp(smallest["raw"]) == 0,
        Words("隨輸入個數往下降", "it falls with their number"): (np.diff(smallest["raw, bias"]) < 0).all(),
        Words("有偏置的那條陡一倍", "the one with a bias twice as steeply"): 1.8 < steepness("raw, bias") / steepness("raw") < 2.2,
        Words("置中後的兩條都是平的", "the two centred lines are flat"): steepness("centred") == steepness("centred, bias") == 0,
    }


def draw(axes, pen):
    n = np.array(COUNTS)
    line = np.geomspace(2, 100, 60)
    total = 13 / 12 + line / 4
    largest = (total + np.sqrt(total**2 - 1 / 3)) / 2
    flat, cond = np.full(60, 1 / 12), np.ones(60)
    curves = (  # panel, case, line, colour, filled
        (0, "raw", flat, "c2", False),
        (0, "raw, bias", 1 / 12 / largest, "c2", True),
        (1, "raw", 1 + 3 * line, "c2", False),
        (1, "raw, bias", 12 * largest**2, "c2", True),
        (1, "centred", cond, "c1", False),
        (1, "centred, bias", 12 * cond, "c1", True),
    )
    for panel, case, formula, colour, filled in curves:
        ax, dots = axes[panel], CASES[case][("smallest", "condition")[panel]].mean(axis=0)
        paint = {"c1": "#0072b2", "c2": "#d55e00"}[colour]
        what = ("smallest", "condition number")[panel]
        pen.curve(ax, line, formula, f"{what}, {case}, formula", colour, linewidth=1.5)
        pen.keep(f"{what}, {case}, simulated", n, [float(f"{dot:.6g}") for dot in dots])  # another library sums in another order: 1e-13 of each
        ax.plot(n, dots, "o", color=paint, markerfacecolor=paint if filled else "none", markersize=6.5)
    with_bias, without = Words("有偏置", "with a bias"), Words("沒有偏置", "without a bias")
    pen.note(axes[0], 14, 1 / 12, Words("沒有偏置（置中也一樣）", "without a bias (centred or not)"), "c2", (0, 8))
    pen.note(axes[0], 10, 0.0234, with_bias, "c2", (-10, -10))
    pen.note(axes[1], 10, 152, with_bias, "c2", (-8, 8))
    pen.note(axes[1], 115, 75, without, "c2", (-1, -1))
    pen.note(axes[1], 115, 12, Words("置中，有偏置", "centred, with a bias"), "c1", (-1, -7))
    pen.note(axes[1], 115, 1, Words("置中，沒有偏置", "centred, without a bias"), "c1", (-1, -7))
    for ax, name in zip(axes, ("λₘᵢₙ", "κ"), strict=True):
        ax.set_xscale("log")
        ax.set_yscale("log")
        ax.set_xlim(1.7, 130)
        ax.minorticks_off()
        ax.set_xlabel(pen.say(Words("輸入的個數", "number of inputs")))
        ax.set_title(name, fontsize=11.5, fontweight="normal", loc="left")
    axes[0].set_ylim(0.0022, 0.2)
    axes[1].set_ylim(0.2, 16000)
    pen.ticks(axes[0], x=[2, 10, 100], y=[1 / 12, 0.03, 0.01, 0.003], ynames=["1/12", "0.03", "0.01", "0.003"])
    pen.ticks(axes[1], x=[2, 10, 100], y=[1, 12, 100, 1000, 10000], ynames=["1", "12", "100", "1000", "10⁴"])
