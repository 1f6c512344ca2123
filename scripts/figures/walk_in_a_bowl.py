"""Gradient descent of a linear neuron with two inputs: with and without a bias, with and without their mean, on all samples or one at a time."""

from functools import cache

import numpy as np

from drawing.live import Choice, Live, Panel, Part, Says, Slide, Switch
from language.words import Words

title = Words("有沒有偏置，置中之後都少走幾步", "With a bias or without, centred inputs take fewer steps")
caption = Words(
    "同一個線性神經元，兩個輸入均勻分布在$0$到$1$之間。左：兩個權重走過的路；曲線是損失的等高線，有偏置時，偏置放在最好的值。右：離最佳點的距離，起點算$1$，縱軸是對數尺度。一次看一個樣本時，樣本的順序固定。",
    "One linear neuron with two inputs that are uniform between $0$ and $1$. Left: the path of the two weights; the thin lines are contours of the loss, with a bias at its best value where there is one. "
    "Right: the distance from the best point, where the start counts as $1$; the vertical scale is logarithmic. One sample at a time means always in the same order.",
)
alt = Words(
    "左圖的路徑在橢圓形的等高線之間來回跳；右圖的四條線往下降，置中的兩條較陡。",
    "On the left a path jumps back and forth between oval contours; on the right four lines go down, those of centred inputs more steeply.",
)
description = Words(
    "各用最好的固定學習率，走到起點距離的百分之一以內：沒有偏置要$[[walk_in_a_bowl.raw]]$步，置中後$[[walk_in_a_bowl.centred]]$步；有偏置要$[[walk_in_a_bowl.raw_bias]]$步，置中後$[[walk_in_a_bowl.centred_bias]]$步。",
    "With the best constant rate for each, the steps to a hundredth of the starting distance are $[[walk_in_a_bowl.raw]]$ without a bias and $[[walk_in_a_bowl.centred]]$ once centred; with a bias they are $[[walk_in_a_bowl.raw_bias]]$ and $[[walk_in_a_bowl.centred_bias]]$.",
)
panels = 2
STEPS, START = 40, np.array([-0.35, 1.6, 0.5])
RATES = (0.25, 0.5, 1, 1.2, 1.5, 2, 3, 3.4, 4, 6, 12, 20)
SIDE, NEAR = (-1.4, 1.4), (-0.95, 1.85)
FLOOR = 0.0085  # of the distances in the still picture
LEVELS = (0.04, 0.2, 0.5, 1, 1.8, 3)


def curvature(bias, centred):
    """The mean of x xᵀ, with a last input that is always 1 where there is a bias."""
    mean = 0.0 if centred else 0.5
    whole = np.full((3, 3), mean**2) + np.eye(3) / 12
    whole[2], whole[:, 2] = (mean, mean, 1), (mean, mean, 1)
    return whole if bias else whole[:2, :2]


def samples(bias, centred):
    """Points that fill the square evenly, in a fixed order: multiples of the powers of a number, their whole parts taken away."""
    root = np.roots([1, 0, -1, -1])
    steps = (1 / root[np.isreal(root)].real) ** [1, 2]
    x = (0.5 + np.outer(np.arange(1, STEPS + 1), steps)) % 1 - 0.5 * centred
    return np.column_stack([x, np.ones(STEPS)]) if bias else x


@cache
def path(bias, centred, at_once, rate):
    """What the parameters are away from the best ones, from the start on, one row a step."""
    errors, H, rows = [START if bias else START[:2]], curvature(bias, centred), samples(bias, centred)
    for x in rows:
        errors.append(errors[-1] - rate * (H @ errors[-1] if at_once == "all" else x * (x @ errors[-1])))
    return np.array(errors)


def distances(bias, centred, at_once, rate):
    errors = np.linalg.norm(path(bias, centred, at_once, rate), axis=1)
    left = errors / errors[0]
    return np.where(left < 1e-12, 0.0, left)  # one step that hits the best point but for rounding has hit it


def contours(bias, centred):
    """Where the loss is the same, for a bias at its best value: ovals, with gaps between them."""
    H, turn = curvature(bias, centred)[:2, :2], np.linspace(0, 2 * np.pi, 61)
    oval = np.linalg.solve(np.linalg.cholesky(H).T, [np.cos(turn), np.sin(turn)])
    gap = np.full((2, 1), np.nan)
    return np.hstack([part for level in LEVELS for part in (np.sqrt(level * START[:2] @ H @ START[:2]) * oval, gap)])


def fall(bias, centred):
    """The distances left with the best constant rate, to a hundredth of the first."""
    flat, *_, steep = np.linalg.eigvalsh(H := curvature(bias, centred))
    errors = [START if bias else START[:2]]
    while np.linalg.norm(errors[-1]) > 0.01 * np.linalg.norm(errors[0]):
        errors.append(errors[-1] - 2 / (steep + flat) * H @ errors[-1])
    return np.linalg.norm(errors, axis=1) / np.linalg.norm(errors[0])


def walked(bias, centred, at_once, rate):
    return path(bias, centred, at_once, rate)[:, :2].T


def further(bias, centred, at_once, rate):
    return np.arange(STEPS + 1), distances(bias, centred, at_once, rate)


live = Live(
    controls={
        "bias": Switch(Words("偏置", "Bias")),
        "centred": Switch(Words("輸入置中", "Inputs centred")),
        "at_once": Choice(Words("每一步看", "Each step sees"), {"all": Words("全部樣本", "all samples"), "one": Words("一個樣本", "one sample")}),
        "rate": Slide(Words("學習率", "Learning rate"), RATES, 3),
        "step": Slide(Words("步數", "Steps"), range(STEPS + 1), 12, panel=1),
    },
    panels=[
        Panel(SIDE, NEAR, {}, {}, "w₁", "w₂", even=True),
        Panel(
            (0, STEPS),
            (1e-3, 10),
            {0: "0", 20: "20", 40: "40"},
            {1e-3: "10⁻³", 1e-2: "10⁻²", 0.1: "0.1", 1: "1", 10: "10"},
            Words("步", "step"),
            Words("剩下的距離", "distance left"),
            logs="y",
        ),
    ],
    parts={
        "contours": Part(contours, "thin"),
        "best": Part(lambda: ([0], [0]), "dots ink"),
        "path": Part(walked, "line c2", until="step"),
        "steps": Part(walked, "dots small c2", until="step"),
        "distance": Part(further, "line c1", 1),
        "here": Part(further, "dots last c2", 1, "step"),
    },
    says={
        "left": Says(
            Words("剩下的距離", "Distance left"),
            lambda bias, centred, at_once, rate, step: distances(bias, centred, at_once, rate)[int(step)],
            "path",
        ),
        "condition": Says(Words("條件數$\\kappa$", "Condition number $\\kappa$"), lambda bias, centred: np.linalg.cond(curvature(bias, centred))),
        "limit": Says(
            Words("全部樣本時學習率的上限", "Limit of the rate, all samples"), lambda bias, centred: 2 / np.linalg.eigvalsh(curvature(bias, centred))[-1]
        ),
    },
    rows=[
        {"bias": bias, "centred": centred, "at_once": at_once, "rate": rate}
        for bias in (False, True)
        for centred in (False, True)
        for at_once, rate in (("all", 1.2), ("all", 3), ("one", 0.5))
    ],
)


def numbers():
    return {f"{'centred' if centred else 'raw'}{'_bias' * bias}": len(fall(bias, centred)) - 1 for bias in (False, True) for centred in (False, True)}


def holds(drawn):
    steps = {name: len(y) for name, (_, y) in drawn.items() if name.startswith("distance")}
    steep = sum(drawn["path"])  # along (1, 1)
    return {
        Words("有沒有偏置，置中之後都少走幾步", "With a bias or without, centred inputs take fewer steps"): steps["distance, centred"] < steps["distance"]
        and steps["distance, centred, bias"] < steps["distance, bias"],
        Words("來回跳", "jumps back and forth"): (steep[1:] * steep[:-1] < 0).all(),
    }


def draw(axes, pen):
    ax = axes[0]
    for oval in np.split(np.array(contours(False, False)), len(LEVELS), axis=1):
        ax.plot(*oval, color="#6b7280", linewidth=0.7, alpha=0.55)
    pen.curve(ax, *walked(False, False, "all", 3)[:, :13], "path", "c2", marker="o", markersize=4, linewidth=1.7)
    ax.plot(0, 0, "*", color="#1f2933", markersize=11, zorder=5)
    pen.note(ax, *START[:2], Words("起點", "start"), "c2", (-8, 4))
    ax.set_aspect("equal")
    ax.set_xlim(*SIDE)
    ax.set_ylim(*NEAR)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.set_xlabel("w₁", loc="right")
    ax.set_ylabel("w₂", loc="top", rotation=0)
    for bias, centred, colour, style, words in (
        (False, False, "c2", "-", Words("照原樣", "as they are")),
        (True, False, "c2", "--", Words("照原樣，有偏置", "as they are, bias")),
        (False, True, "c1", "-", Words("置中", "centred")),
        (True, True, "c1", "--", Words("置中，有偏置", "centred, bias")),
    ):
        left = fall(bias, centred)
        name = f"distance{', centred' * centred}{', bias' * bias}"
        pen.curve(axes[1], np.arange(len(left)), left, name, colour, linestyle=style, linewidth=1.8)
        at = len(left) // 2 if bias and not centred else len(left) - 1
        pen.note(axes[1], at, max(float(left[at]), FLOOR), words, colour, (4, 1 if bias else -14 if centred else -3), fontsize=9.5)
    axes[1].set_yscale("log")
    axes[1].minorticks_off()
    axes[1].set_ylim(0.4 * FLOOR, 1.3)
    axes[1].set_xlim(0, 1.4 * max(len(fall(bias, centred)) for bias in (False, True) for centred in (False, True)))
    axes[1].set_xlabel(pen.say(Words("步", "step")))
    axes[1].set_ylabel(pen.say(Words("剩下的距離", "distance left")))
    pen.ticks(axes[1], x=[0, 20, 40, 60], y=[0.01, 0.1, 1], ynames=["10⁻²", "0.1", "1"])
