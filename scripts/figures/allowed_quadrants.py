"""Three ways down one slope: the staircase that is usually drawn, single-sample steps, and full-batch steps."""

from functools import cache

import numpy as np

from language.words import Words

title = Words("單一樣本的每一步都在對角的兩個象限裡；全批次不受這個限制", "Single samples step into two quadrants only; a full batch is free")
caption = Words(
    "輸入都是正數，從誤差$(1,-1)$出發。灰色是從起點看去，兩個權重同增或同減的方向。左：與軸平行的階梯，其實是座標下降。中：一次一個樣本，每一步都斜斜落在灰色象限的內部。右：全批次，直接走出灰色區域。",
    "All inputs are positive, and the error starts at $(1, -1)$. Grey: the directions, seen from the start, in which both weights grow or both shrink. Left: the staircase with steps along the axes is coordinate descent. "
    "Middle: one sample at a time, every step slants into the inside of such a quadrant. Right: the full batch walks straight out of the grey.",
)
alt = Words(
    "三個小圖都從右下角走向左上角的最佳點。左圖是水平與垂直交替的階梯；中圖的線段都是斜的，往左下或右上；右圖是一條直線往左上。",
    "Three small panels lead from the lower right to the best point at the upper left: a staircase of horizontal and vertical steps; slanted steps that point down left or up right; and one straight line to the upper left.",
)
description = Words(
    "中圖是$[[allowed_quadrants.samples]]$個樣本的真實路徑，落在灰色象限內部的有$[[allowed_quadrants.inside]]$步，與軸平行的有$[[allowed_quadrants.along_an_axis]]$步。右圖的$[[allowed_quadrants.full_steps]]$步全批次梯度下降，落在灰色象限內部的有$[[allowed_quadrants.full_inside]]$步。",
    "The middle panel is the true path over $[[allowed_quadrants.samples]]$ samples: $[[allowed_quadrants.inside]]$ steps lie inside the grey quadrants and $[[allowed_quadrants.along_an_axis]]$ run along an axis. "
    "Of the $[[allowed_quadrants.full_steps]]$ full-batch steps on the right, $[[allowed_quadrants.full_inside]]$ lie inside them.",
)
assumes = (
    Words(
        "線性神經元，兩個輸入，沒有偏置，平方損失，沒有雜訊；輸入均勻分布在單位正方形，種子固定。左圖與右圖用期望值，中圖每步一個樣本。左圖每次只動一個權重，走到它當時最好的位置；中圖與右圖的學習率固定。",
        "A linear neuron with two inputs and no bias, squared loss, no noise; inputs uniform on the unit square, one fixed seed. Left and right follow the expectation, the middle takes one sample a step. On the left one weight at a time moves to its best place; the other two keep a constant rate.",
    ),
)
panels = 3
size = (7.2, 3.2)
RAW = np.array([[1 / 3, 1 / 4], [1 / 4, 1 / 3]])  # the mean of x xᵀ for x uniform on the unit square
START = np.array([1.0, -1.0])


@cache
def single_samples(count=16, rate=1.2, seed=109):
    """Errors after each sample: one input x, one step against its own gradient δ x."""
    rng = np.random.default_rng(seed)
    errors = [START]
    for x in rng.random((count, 2)):
        delta = x @ errors[-1]
        errors.append(errors[-1] - rate * delta * x)
    return np.array(errors)


@cache
def full_batch(count=8, rate=3.0):
    errors = [START]
    for _ in range(count):
        errors.append(errors[-1] - rate * RAW @ errors[-1])
    return np.array(errors)


@cache
def staircase(count=8):
    """Coordinate descent: one weight at a time moves to where its own partial derivative is zero."""
    errors = [START]
    for turn in range(count):
        error, moving = errors[-1].copy(), turn % 2
        error[moving] = -RAW[moving, 1 - moving] * error[1 - moving] / RAW[moving, moving]
        errors.append(error)
    return np.array(errors)


def numbers():
    def inside(path):
        return int(np.sum(np.prod(np.diff(path, axis=0), axis=1) > 1e-12))

    one = np.diff(single_samples(), axis=0)
    return {
        "samples": len(one),
        "inside": inside(single_samples()),
        "along_an_axis": int(np.sum(np.any(one == 0, axis=1))),
        "full_steps": len(full_batch()) - 1,
        "full_inside": inside(full_batch()),
    }


def holds(drawn):
    def within(name):
        return np.prod(np.diff(drawn[name], axis=1), axis=0) > 1e-12

    return {
        Words("單一樣本的每一步都在對角的兩個象限裡", "Single samples step into two quadrants only"): within("single samples").all(),
        Words("全批次不受這個限制", "a full batch is free"): not within("full batch").any(),
        Words("與軸平行的階梯", "the staircase with steps along the axes"): (np.diff(drawn["coordinate descent"], axis=1) == 0).any(axis=0).all(),
        Words("右圖是一條直線往左上", "one straight line to the upper left"): np.abs(np.array(drawn["full batch"]).sum(axis=0)).max() < 1e-12,
    }


def draw(axes, pen):
    tint = "#f3f4f6"
    for ax, path, name, colour, words in (
        (axes[0], staircase(), "coordinate descent", "muted", Words("座標下降", "coordinate descent")),
        (axes[1], single_samples(), "single samples", "c2", Words("一次一個樣本", "one sample at a time")),
        (axes[2], full_batch(), "full batch", "c1", Words("全批次", "full batch")),
    ):
        ax.axhspan(-1, 2, xmin=(START[0] + 0.4) / 2.1, color=tint, zorder=0, linewidth=0)
        ax.axhspan(-2, -1, xmax=(START[0] + 0.4) / 2.1, color=tint, zorder=0, linewidth=0)
        pen.curve(ax, path[:, 0], path[:, 1], name, colour, marker="o", markersize=4, linewidth=1.6)
        ax.plot(0, 0, "*", color="#1f2933", markersize=11, zorder=5)
        pen.note(ax, *START, Words("起點", "start"), colour, (8, -8), fontsize=10.5)
        pen.note(ax, 0, 0, Words("最佳點", "best"), "ink", (0, 9), fontsize=10.5)
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
        ax.set_aspect("equal")
        ax.set_xlim(-0.4, 1.7)
        ax.set_ylim(-1.6, 0.5)
        ax.set_xticks([])
        ax.set_yticks([])
    axes[0].set_xlabel("w₁", loc="right")
    axes[0].set_ylabel("w₂", loc="top", rotation=0)
