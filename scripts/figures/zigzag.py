"""Gradient descent on one problem, its inputs once as they are and once centred, each with its own best step."""

from functools import cache

import numpy as np

from language.words import Words

title = Words("輸入沒有置中，路就來回曲折；置中之後，一步就到", "Inputs off centre: the path zig-zags. Centred: one step is enough")
caption = Words(
    "同一個線性神經元，沒有偏置，兩個輸入均勻分布在$0$到$1$之間。左：輸入照原樣；右：先減去平均值。曲線是損失的等高線，兩邊都從同一點出發，用各自最好的固定步長做梯度下降。",
    "One linear neuron without a bias, its two inputs uniform between $0$ and $1$. Left: the inputs as they are. Right: with their mean subtracted. The thin lines are contours of the loss; "
    "both paths start at the same point, and each uses the constant step that is best for it.",
)
alt = Words(
    "左圖的等高線是傾斜的長橢圓，下降路徑在兩側之間來回跳，慢慢靠近中心；右圖的等高線是圓，路徑一條直線到中心。",
    "On the left the contours are long slanted ellipses and the path jumps from side to side as it creeps to the centre; on the right they are circles and the path is one straight line to the centre.",
)
description = Words(
    "左圖的損失在最陡與最平的方向上彎曲程度相差$[[1 + 3 * 2]]$倍，走到起點距離的百分之一以內要$[[zigzag.steps]]$步；右圖各方向一樣彎，只要$[[zigzag.centred_steps]]$步。",
    "On the left the loss curves $[[1 + 3 * 2]]$ times as much in its steepest direction as in its flattest, and it takes $[[zigzag.steps]]$ steps to come within a hundredth of the starting distance; "
    "on the right it curves alike in all directions, and the count is $[[zigzag.centred_steps]]$.",
)
panels = 2
RAW = np.array([[1 / 3, 1 / 4], [1 / 4, 1 / 3]])  # the mean of x xᵀ for x uniform on the unit square
CENTRED = np.eye(2) / 12  # the same with the mean taken away
START = np.array([-0.35, 1.6])


@cache
def path(centred=False):
    """The errors w − w* from the start until they are a hundredth as long."""
    curvature = CENTRED if centred else RAW
    flat, steep = np.linalg.eigvalsh(curvature)
    step = 2 / (steep + flat)
    errors = [START]
    while np.linalg.norm(errors[-1]) > 0.01 * np.linalg.norm(START):
        errors.append(errors[-1] - step * curvature @ errors[-1])
    return np.array(errors)


def numbers():
    return {"steps": len(path()) - 1, "centred_steps": len(path(centred=True)) - 1}


def holds(drawn):
    steep = np.linalg.eigh(RAW)[1][:, 1] @ np.array(drawn["path"])  # along the steepest direction
    return {
        Words("路就來回曲折", "the path zig-zags"): (steep[1:] * steep[:-1] < 0).all(),
        Words("置中之後，一步就到", "Centred: one step is enough"): len(path(centred=True)) - 1 == 1 < len(path()) - 1,
        Words("右圖的等高線是圓", "on the right they are circles"): np.ptp(np.linalg.eigvalsh(CENTRED)) < 1e-15,
    }


def draw(axes, pen):
    turn = np.linspace(0, 2 * np.pi, 201)
    for ax, curvature, walked, name, colour, words in (
        (axes[0], RAW, path(), "path", "c2", Words("照原樣", "as they are")),
        (axes[1], CENTRED, path(centred=True), "centred path", "c1", Words("減去平均值", "mean taken away")),
    ):
        through_start = START @ curvature @ START
        ellipse = np.linalg.solve(np.linalg.cholesky(curvature).T, [np.cos(turn), np.sin(turn)])  # where the loss is the same
        for level in (0.04, 0.2, 0.5, 1, 1.8, 3):
            ax.plot(*np.sqrt(level * through_start) * ellipse, color="#6b7280", linewidth=0.7, alpha=0.55)
        pen.curve(ax, walked[:, 0], walked[:, 1], name, colour, marker="o", markersize=4.5, linewidth=1.7)
        ax.plot(0, 0, "*", color="#1f2933", markersize=11, zorder=5)
        pen.note(ax, *START, Words("起點", "start"), colour, (-8, 4))
        pen.note(ax, 0, 0, Words("最佳點", "best"), "ink", (10, -9), fontsize=10.5)
        ax.set_title(pen.say(words), color={"c1": "#0072b2", "c2": "#d55e00"}[colour], fontsize=11.5, fontweight="normal")
        ax.set_aspect("equal")
        ax.set_xlim(-1.4, 1.4)
        ax.set_ylim(-0.95, 1.85)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.set_xlabel("w₁", loc="right")
        ax.set_ylabel("w₂", loc="top", rotation=0)
