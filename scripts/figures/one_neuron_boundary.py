"""A threshold neuron and a logistic neuron, both trained on the same points: one hard step, one soft ramp, both straight."""

from functools import cache

import numpy as np

from activation_functions import sigmoid, step
from drawing.figure import COLOURS
from language.words import Words

title = Words("不論是階梯函數還是Sigmoid，邊界都是直線", "A step function or a sigmoid: either way the boundary is straight")
caption = Words(
    "同一批點，兩種神經元。左：感知器學到的門檻單元，線的一側輸出$1$，另一側輸出$0$，改了$[[one_neuron_boundary.corrections]]$次就把點全部分對。"
    "右：邏輯神經元，三條平行線依序是輸出$\\frac{1}{4}$、$\\frac{1}{2}$、$\\frac{3}{4}$的地方。",
    "The same points and two kinds of neuron. Left: a threshold unit as the perceptron learned it, $1$ on one side of the line and $0$ on the other; after $[[one_neuron_boundary.corrections]]$ corrections every point was right. "
    "Right: a logistic neuron; along the three parallel lines its output is $\\frac{1}{4}$, $\\frac{1}{2}$ and $\\frac{3}{4}$.",
)
alt = Words(
    "兩個小圖畫著相同的兩群點。左圖由一條直線隔開；右圖有三條平行的直線，中間那條隔開兩群。",
    "Two panels show the same two clouds of points. On the left one straight line parts them; on the right there are three parallel lines, the middle one parting the clouds.",
)
description = Words(
    "兩群點以亂數產生，再照一條直線分類。感知器每遇到分錯的點就修正一次；邏輯神經元以交叉熵作梯度下降。兩者的邊界都是$w^{\\mathsf T}x+b=0$，夾角只有$[[one_neuron_boundary.angle:2]]$度。",
    "The points are drawn at random and labelled by a straight line. The perceptron corrects itself at each point it gets wrong; the logistic neuron descends the gradient of the cross-entropy. Both boundaries are $w^{\\mathsf T}x + b = 0$, only $[[one_neuron_boundary.angle:2]]$ degrees apart.",
)
assumes = (
    Words(
        "平面上的點分成兩類，中間留有空隙，種子固定；一個神經元，有偏置，權重與偏置從零開始；左圖逐點修正，右圖全批次梯度下降三百步，學習率是$\\frac{1}{2}$。",
        "Points of the plane in two classes with a gap between them, one fixed seed; one neuron with a bias, starting from zero; on the left corrected point by point, on the right three hundred steps of full-batch gradient descent at a rate of $\\frac{1}{2}$.",
    ),
)
panels = 2


@cache
def points():
    """Two classes with a gap between them, from a fixed seed."""
    rng = np.random.default_rng(5)
    x = rng.uniform(-2, 2, (90, 2))
    side = x @ np.array([1.0, 0.7]) - 0.3
    keep = np.abs(side) > 0.25
    return x[keep], (side[keep] > 0).astype(float)


@cache
def perceptron():
    """Rosenblatt's rule: at a wrong answer, add the error times the input. Returns w, b, corrections."""
    x, y = points()
    w, b, corrections = np.zeros(2), 0.0, 0
    while True:
        wrong = 0
        for point, target in zip(x, y, strict=True):
            error = target - float(step(w @ point + b))
            if error:
                w, b, wrong = w + error * point, b + error, wrong + 1
        corrections += wrong
        if not wrong:
            return w, b, corrections


@cache
def logistic():
    """Gradient descent on the mean cross-entropy: its gradient is (σ(z) − y) times the input."""
    x, y = points()
    w, b = np.zeros(2), 0.0
    for _ in range(300):
        error = sigmoid(x @ w + b) - y
        w, b = w - 0.5 * x.T @ error / len(y), b - 0.5 * float(error.mean())
    return w, b


def numbers():
    from fractions import Fraction

    (v, _, corrections), (w, _) = perceptron(), logistic()
    cosine = float(v @ w / np.linalg.norm(v) / np.linalg.norm(w))
    return {
        "corrections": corrections,
        "points": len(points()[1]),
        "angle": Fraction(round(float(np.degrees(np.arccos(cosine))), 3)),
    }


def holds(drawn):
    x, y = points()
    w, b, _ = perceptron()
    slopes = [np.diff(y)[0] for name, (_, y) in drawn.items() if name.startswith("logistic")]
    return {
        Words("邊界都是直線", "the boundary is straight"): all(len(drawn[name][0]) == 2 for name in drawn if not name.startswith("points")),
        Words("就把點全部分對", "every point was right"): ((x @ w + b > 0) == y).all(),
        Words("三條平行的直線", "three parallel lines"): len(slopes) == 3 and np.ptp(slopes) < 1e-9,
    }


def draw(axes, pen):
    x, y = points()
    hard, soft = perceptron(), logistic()
    t = np.array([-2.2, 2.2])
    for ax, (w, b), levels in ((axes[0], hard[:2], (0.0,)), (axes[1], soft, (-np.log(3), 0.0, np.log(3)))):
        for label, colour, marker in ((0.0, "c2", "s"), (1.0, "c1", "o")):
            mine = x[y == label]
            ax.plot(
                mine[:, 0],
                mine[:, 1],
                marker,
                color=COLOURS[colour][0],
                markersize=3.6,
                linestyle="none",
                markerfacecolor="none" if label == 0 else COLOURS[colour][0],
            )
            if ax is axes[0]:
                pen.keep(f"points of class {label:g}", mine[:, 0], mine[:, 1])
        for level in levels:
            edge = (level - b - w[0] * t) / w[1]
            name = "perceptron" if ax is axes[0] else f"logistic, output {sigmoid(level):.2f}"
            pen.keep(name, t, edge)
            ax.plot(t, edge, color=COLOURS["ink"][0], linewidth=2 if level == 0 else 1, linestyle="-" if level == 0 else (0, (4, 3)))
        ax.set_xlim(-2.2, 2.2)
        ax.set_ylim(-2.2, 2.2)
        ax.set_aspect("equal")
        pen.ticks(ax, x=[-2, 0, 2], y=[-2, 0, 2])
    names = (Words("門檻單元", "threshold unit"), Words("邏輯神經元", "logistic neuron"))
    for ax, name in zip(axes, names, strict=True):
        ax.set_xlabel(pen.say(name), labelpad=4)
    w, b = soft
    for level, text, shift in ((-np.log(3), "¼", -5), (0.0, "½", 0), (np.log(3), "¾", 5)):
        top = (level - b - w[1] * 2.2) / w[0]  # where the line leaves the frame
        pen.note(axes[1], top, 2.2, text, "ink", (shift, 3), fontsize=10.5, ha="center", annotation_clip=False)
