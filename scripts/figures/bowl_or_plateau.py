"""The loss of one logistic neuron over its weight and bias, with its matching loss and with squared error, and forty steps downhill."""

from functools import cache

import numpy as np
from contourpy import contour_generator

from activation_functions import sigmoid, softplus
from drawing.live import Choice, Live, Panel, Part, Says, Slide
from language.words import Words

title = Words("交叉熵越遠越陡；平方誤差遠處是平的", "Cross-entropy is steep far out; squared error is flat there")
caption = Words(
    "一個邏輯神經元，輸入只有一個數，四個樣本的答案無法用一個門檻值分開。左：權重$w$與偏置$b$的平面，細線是損失的等高線，有色的線是梯度下降的四十步，黑點是最低點。右：偏置照出發時的值，損失隨$w$的變化。靜止的圖裡，藍色是交叉熵，橘色是平方誤差，等高線是平方誤差的。",
    "A logistic neuron with one number as its input, and four samples that no threshold separates. Left: the plane of the weight $w$ and the bias $b$ with thin contours of the loss, forty steps of gradient descent in colour, and the lowest point in black. Right: the loss against $w$, with the bias as it is at the start. In the still picture blue is cross-entropy, orange is squared error, and the contours are those of squared error.",
)
alt = Words(
    "左圖一條路徑走過等高線；右圖一條曲線是兩邊直直往上的碗，另一條兩端都是平的。",
    "On the left a path crosses contours; on the right one curve is a bowl with straight sides, and the other is flat on both sides.",
)
description = Words(
    "從$w=-8$出發，學習率$2$，走四十步：交叉熵從$[[bowl_or_plateau.matching_before:3]]$降到$[[bowl_or_plateau.matching_after:3]]$，平方誤差從$[[bowl_or_plateau.squared_before:3]]$只降到$[[bowl_or_plateau.squared_after:3]]$。",
    "From $w = -8$, forty steps at a learning rate of $2$ bring cross-entropy from $[[bowl_or_plateau.matching_before:3]]$ to $[[bowl_or_plateau.matching_after:3]]$, and squared error from $[[bowl_or_plateau.squared_before:3]]$ only to $[[bowl_or_plateau.squared_after:3]]$.",
)
panels = 2
X, Y = np.array([-2.0, -1.0, 1.0, 2.0]), np.array([0.0, 1.0, 0.0, 1.0])
REACH, STEPS, BIAS = 8, 40, 1.0
STARTS = np.arange(-REACH, REACH + 1.0)
LOSSES = {"matching": Words("交叉熵（匹配）", "cross-entropy (matching)"), "squared": Words("平方誤差", "squared error")}
LEVELS = {"matching": (0.65, 0.8, 1.2, 2, 3, 4.5), "squared": (0.22, 0.25, 0.3, 0.4, 0.5, 0.6)}


def loss(of, w, b):
    """The mean over the samples, for weights and biases of any shape."""
    z = np.multiply.outer(w, X) + np.asarray(b)[..., None]
    return np.mean(softplus(z) - Y * z if of == "matching" else (sigmoid(z) - Y) ** 2, axis=-1)


def slopes(of, w, b):
    """Its slopes by the weight and the bias."""
    z = w * X + b
    by_z = sigmoid(z) - Y
    if of == "squared":
        by_z = 2 * by_z * sigmoid.derivative(z)
    return np.array([np.mean(by_z * X), np.mean(by_z)])


@cache
def path(of, start, rate):
    """Gradient descent from this weight and the bias at the start, one row a step."""
    places = [np.array([start, BIAS])]
    for _ in range(STEPS):
        places.append(places[-1] - rate * slopes(of, *places[-1]))
    return np.array(places)


@cache
def lowest(of):
    """The lowest point, by many steps from the middle, where both losses bend upwards."""
    place = np.zeros(2)
    for _ in range(4000):
        place = place - slopes(of, *place)
    return place


@cache
def contours(of):
    w = np.linspace(-REACH, REACH, 41)
    found = contour_generator(w, w, loss(of, *np.meshgrid(w, w)))
    lines = [line.T for level in LEVELS[of] for line in found.lines(level)]
    return np.hstack([part for line in lines for part in (line, np.full((2, 1), np.nan))])


def section(loss_):
    w = np.linspace(-REACH, REACH, 81)
    return w, loss(loss_, w, BIAS)


live = Live(
    controls={
        "loss_": Choice(Words("損失", "Loss"), LOSSES),
        "start": Slide(Words("出發的$w$", "Start at $w$"), STARTS, -REACH, panel=1),
        "rate": Slide(Words("學習率", "Learning rate"), (0.5, 1, 2, 4, 8), 2),
    },
    panels=[
        Panel((-REACH, REACH), (-REACH, REACH), {-8: "−8", 0: "0", 8: "8"}, {-8: "−8", 0: "0", 8: "8"}, "w", "b", even=True),
        Panel((-REACH, REACH), (0, 8), {-8: "−8", 0: "0", 8: "8"}, {0: "0", 2: "2", 4: "4", 8: "8"}, "w", Words("損失", "loss")),
    ],
    parts={
        "contours": Part(lambda loss_: contours(loss_), "thin"),
        "path": Part(lambda loss_, start, rate: path(loss_, start, rate).T, "line c2"),
        "lowest": Part(lambda loss_: ([lowest(loss_)[0]], [lowest(loss_)[1]]), "dots ink"),
        "from": Part(lambda start: ([start], [BIAS]), "dots c2"),
        "section": Part(section, "line c1", 1),
        "here": Part(lambda loss_, start: ([start], [loss(loss_, start, BIAS)]), "dots c2", 1),
    },
    says={
        "before": Says(Words("出發時的損失", "Loss at the start"), lambda loss_, start: loss(loss_, start, BIAS), "section"),
        "slope": Says(Words("出發時梯度的長度", "Length of the gradient there"), lambda loss_, start: float(np.linalg.norm(slopes(loss_, start, BIAS)))),
        "after": Says(Words("四十步之後的損失", "Loss after forty steps"), lambda loss_, start, rate: loss(loss_, *path(loss_, start, rate)[-1]), "path"),
    },
    rows=[{"loss_": of, "start": start} for of in LOSSES for start in (-8.0, -4.0, 0.0, 4.0, 8.0)],
)


def numbers():
    from flint import arb

    return {f"{of}_{when}": arb(float(loss(of, *path(of, -8.0, 2)[at]))) for of in LOSSES for when, at in (("before", 0), ("after", -1))}


def holds(drawn):
    (x, matching), (_, squared) = (drawn[f"section, {of}"] for of in LOSSES)
    return {
        Words("交叉熵越遠越陡", "Cross-entropy is steep far out"): (np.diff(matching, 2) > -1e-12).all(),
        Words("平方誤差遠處是平的", "squared error is flat there"): abs(np.diff(squared)[abs(x[1:]) > 6]).max() < 0.1 * abs(np.diff(squared)).max(),
    }


def draw(axes, pen):
    of = "squared"
    for line in np.split(np.array(contours(of)), np.flatnonzero(np.isnan(contours(of)[0])), axis=1):
        axes[0].plot(*line, color="#6b7280", linewidth=0.7, alpha=0.55)
    for each, colour, name in (("squared", "c2", Words("平方誤差", "squared error")), ("matching", "c1", Words("交叉熵", "cross-entropy"))):
        walked = path(each, -8.0, 2)
        pen.curve(axes[0], walked[:, 0], walked[:, 1], f"path, {each}", colour, marker="o", markersize=3, linewidth=1.5)
        x = np.linspace(-REACH, REACH, 161)
        pen.curve(axes[1], x, loss(each, x, BIAS), f"section, {each}", colour, linestyle="-" if each == "matching" else "--")
        at = -6.0 if each == "matching" else 2.6
        pen.note(axes[1], at, float(loss(each, at, BIAS)), name, colour, (6, 6))
    axes[0].plot(*lowest(of), "o", color="#1f2933", markersize=6, zorder=5)
    axes[0].set_aspect("equal")
    axes[0].set_xlabel("w")
    axes[0].set_ylabel("b", rotation=0)
    axes[1].set_xlabel("w")
    axes[1].set_ylabel(pen.say(Words("損失", "loss")))
    pen.ticks(axes[0], x=[-8, 0, 8], y=[-8, 0, 8])
    pen.ticks(axes[1], x=[-8, 0, 8], y=[0, 2, 4, 8])
