"""One gradient step of one ReLU unit: how its pre-activations on three samples depend on the learning rate."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import elu, leaky_relu, relu
from activation_functions.network import Network, gradient_descent, squared, training
from language.words import Words

title = Words("步子太大，三個樣本都到了零以下", "Too large a step takes all three samples below zero")
caption = Words(
    "一個ReLU單元從$w=1$、$b=0$出發，只看$x=2$的樣本走一步。三條線是這一步之後三個樣本的預激活值$z$，橫軸是學習率。圓點正好在目標$1$。灰色區域裡三個都不大於$0$。",
    "A ReLU unit starts at $w = 1$, $b = 0$ and makes one step on the sample $x = 2$. The three lines are the pre-activations $z$ of three samples after that step, against the learning rate. The dot is exactly at the target $1$. In the grey region none of the three is above $0$.",
)
alt = Words(
    "三條往下的直線，依序在三分之一、五分之二、七分之三穿過零；七分之三以後是灰色區域。",
    "Three falling lines cross zero at one third, two fifths and three sevenths; the region beyond three sevenths is grey.",
)
description = Words(
    "學習率$\\frac{1}{5}$時，$x=2$的預激活值是$1$，正好等於目標。到了$\\frac{3}{7}$，$x=3$也不再大於$0$，這個單元對三個樣本都輸出$0$。",
    "At a learning rate of $\\frac{1}{5}$ the pre-activation of $x = 2$ is $1$, exactly the target. At $\\frac{3}{7}$ that of $x = 3$ is no longer above $0$ either, and the unit puts out $0$ for all three samples.",
)
SAMPLES, AT, TARGET = (1, 2, 3), 2, 1
DEADLY = Fraction(3, 7)


def unit(f=relu, w=1.0, b=0.0):
    """One unit that is the whole hidden layer, and an output that hands its activation on and is not learned."""
    return Network([np.array([[w]]), np.eye(1)], [np.full((1, 1), b), np.zeros((1, 1))], f)


def held(rate):
    """Gradient descent that leaves the output layer alone."""
    rule = gradient_descent(rate)
    return lambda gradients: [move * (place % 2 == 0) for place, move in enumerate(rule(gradients))]


def stepped(rate, f=relu):
    """The pre-activations of the three samples after one step."""
    network = unit(f)
    for step in training(network, np.full((1, 1), float(AT)), np.full((1, 1), float(TARGET)), squared, held(rate)):
        if step == 1:
            return network.forward(np.array([SAMPLES], dtype=float))[0][0][0]


@cache
def steps_back(f):
    """From w = −1 and b = −1: the steps at a rate of 1 until the sample has a positive pre-activation again."""
    network, x, y = unit(f, -1.0, -1.0), np.full((1, 1), float(AT)), np.full((1, 1), float(TARGET))
    for step in training(network, x, y, squared, held(1.0)):
        if network.forward(x)[0][0] > 0:
            return step
        if step == 10_000:
            return np.inf


def numbers():
    return {"leaky": steps_back(leaky_relu), "elu": steps_back(elu)}


def holds(drawn):
    rates, lines = drawn["x = 1"][0], {x: drawn[f"x = {x}"][1] for x in SAMPLES}
    dead = np.all([z <= 1e-12 for z in lines.values()], axis=0)
    return {
        Words("三個樣本都到了零以下", "takes all three samples below zero"): np.array_equal(dead, rates >= float(DEADLY) - 1e-12) and dead.any(),
        Words("三分之一、五分之二、七分之三", "one third, two fifths and three sevenths"): all(
            abs(np.interp(0, -z, rates) - x / (2 * x + 1)) < 1e-9 for x, z in lines.items()
        ),
        Words("$x=2$的預激活值是$1$", "the pre-activation of $x = 2$ is $1$"): abs(stepped(0.2)[1] - 1) < 1e-12,
    }


def draw(ax, pen):
    rates = np.arange(43) / 70
    after = np.array([stepped(rate) for rate in rates])
    pen.region(ax, float(DEADLY), rates[-1], Words("都不激活", "none is active"))
    ax.axhline(0, color="#6b7280", linewidth=0.8, zorder=1)
    for place, (x, colour) in enumerate(zip(SAMPLES, ("c3", "c1", "c2"), strict=True)):
        pen.curve(ax, rates, after[:, place], f"x = {x}", colour, f"x = {x}", at=5, offset=(6, 5))
    pen.dot(ax, 0.2, TARGET)
    ax.set_xlim(0, 0.6)
    ax.set_ylim(-1.5, 3.2)
    ax.set_xlabel(pen.say(Words("學習率", "learning rate")))
    ax.set_ylabel(pen.say(Words("一步之後的z", "z after one step")))
    pen.ticks(ax, x=[0, 0.2, 3 / 7, 0.6], y=[-1, 0, 1, 2, 3], xnames=["0", "1/5", "3/7", "3/5"])
