"""Softmax of three fixed scores, divided by a temperature T before the exponentials."""

import numpy as np

from activation_functions import softmax
from drawing.live import Choice, Live, Panel, Part, Says, Slide
from language.words import Words

title = Words("T越小越只看最大的分數，T越大越平均", "A small T looks at the largest score alone; a large T evens out")
caption = Words(
    "三個類別的分數是$2$、$1$、$0$，先除以溫度$T$，再經過softmax。橫軸是對數尺度，$T=1$就是普通的softmax。",
    "The scores of three classes are $2$, $1$, $0$; they are divided by the temperature $T$ and put through softmax. The horizontal scale is logarithmic, and $T = 1$ is plain softmax.",
)
alt = Words(
    "三條曲線：左端一條接近一，另外兩條接近零；往右三條都趨近三分之一，次序始終不變。",
    "Three curves: at the left end one is near one and the others near zero; to the right all three tend to one third, always in the same order.",
)
description = Words(
    "在$T=1$，三個輸出是$[[exp(2) / (exp(2) + exp(1) + 1)]]$、$[[exp(1) / (exp(2) + exp(1) + 1)]]$、$[[1 / (exp(2) + exp(1) + 1)]]$。在$T=\\frac{1}{10}$，第一個輸出是$[[exp(20) / (exp(20) + exp(10) + 1):6]]$；在$T=10$，它是$[[exp(0.2) / (exp(0.2) + exp(0.1) + 1)]]$。",
    "At $T = 1$ the three outputs are $[[exp(2) / (exp(2) + exp(1) + 1)]]$, $[[exp(1) / (exp(2) + exp(1) + 1)]]$, $[[1 / (exp(2) + exp(1) + 1)]]$. At $T = \\frac{1}{10}$ the first is $[[exp(20) / (exp(20) + exp(10) + 1):6]]$, and at $T = 10$ it is $[[exp(0.2) / (exp(0.2) + exp(0.1) + 1)]]$.",
)
SCORES = (2, 1, 0)


SETS = {"2_1_0": (2, 1, 0), "2_2_0": (2, 2, 0), "4_1_0": (4, 1, 0), "1_0_0": (1, 0, 0)}
TEMPERATURES = np.round(np.logspace(-1, 1, 41), 4)


def shared(scores, T):
    """The three outputs at this temperature, the highest score first."""
    return softmax(np.array(SETS[scores]) / T)


def by_temperature(place):
    return lambda scores: (TEMPERATURES, [shared(scores, T)[place] for T in TEMPERATURES])


def output(place):
    return lambda scores, T: shared(scores, T)[place]


live = Live(
    controls={
        "scores": Choice(Words("分數", "Scores"), {key: key.replace("_", ", ") for key in SETS}),
        "T": Slide(Words("溫度$T$", "Temperature $T$"), TEMPERATURES, 1, panel=0),
    },
    panels=[
        Panel(
            (0.1, 10), (0, 1.04), {0.1: "1/10", 1: "1", 10: "10"}, {0: "0", 1 / 3: "1/3", 1: "1"}, "T", Words("softmax的輸出", "output of softmax"), logs="x"
        ),
    ],
    parts={
        "plain": Part(lambda: ([1, 1], [0, 1.04]), "thin"),
        "first": Part(by_temperature(0), "line c1"),
        "second": Part(by_temperature(1), "line dashed c2"),
        "third": Part(by_temperature(2), "line dotted c3"),
        "here": Part(lambda scores, T: ([T] * 3, shared(scores, T)), "dots ink"),
    },
    says={
        "first": Says(Words("第一個輸出", "First output"), output(0), "first"),
        "second": Says(Words("第二個", "Second"), output(1), "second"),
        "third": Says(Words("第三個", "Third"), output(2), "third"),
    },
    rows=[{"scores": scores, "T": TEMPERATURES[at]} for scores in SETS for at in (0, 20, 40)],
)


def line(score):
    """The output of the class with this score, which stands first; the order of the others does not matter."""
    others = [each for each in SCORES if each != score]
    return f"softmax([{score} / x, {others[0]} / x, {others[1]} / x])[0]"


def holds(drawn):
    first, second, third = (drawn[name][1] for name in map(line, SCORES))
    return {
        Words("T越小越只看最大的分數", "A small T looks at the largest score alone"): first[0] > 0.999 and (np.diff(first) < 0).all(),
        Words("T越大越平均", "a large T evens out"): np.ptp([first[-1], second[-1], third[-1]]) < 0.1 < np.ptp([first[0], second[0], third[0]]),
        Words("次序始終不變", "always in the same order"): (first > second).all() and (second > third).all(),
    }


def draw(ax, pen):
    T = np.round(np.logspace(-1, 1, 201), 4)
    for score, colour, style in zip(SCORES, ("c1", "c2", "c3"), ("-", "--", ":"), strict=True):
        pen.graph(ax, softmax, T, line(score), colour=colour, label=None, linestyle=style)
        pen.note(ax, {2: 1.0, 1: 1.0, 0: 1.7}[score], {2: 0.70, 1: 0.28, 0: 0.05}[score], f"z = {score}", colour, (6, 6 * (score > 0)))
    ax.axvline(1, color="#6b7280", linewidth=1, linestyle=":")
    ax.set_xscale("log")
    ax.set_xlabel("T")
    ax.set_ylabel(pen.say(Words("softmax的輸出", "output of softmax")))
    ax.set_xlim(0.1, 10)
    ax.set_ylim(0, 1.04)
    ax.minorticks_off()
    pen.ticks(ax, x=[0.1, 1, 10], y=[0, 1 / 3, 1], xnames=["1/10", "1", "10"], ynames=["0", "1/3", "1"])
