"""One gradient step of one ReLU unit: how its pre-activations on three samples depend on the learning rate."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import ALL, elu, leaky_relu, relu
from activation_functions.network import Network, gradient_descent, squared, training
from drawing.live import Choice, Live, Panel, Part, Says, Slide
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
    "At a learning rate of $\\frac{1}{5}$ the pre-activation of $x = 2$ is $1$, exactly the target. At $\\frac{3}{7}$ that of $x = 3$ is no longer above $0$ either, and the output of the unit is $0$ for all three samples.",
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


RATES, COUNTS = np.arange(43) / 70, (1, 2, 3, 5, 10, 20)


@cache
def walks(f):
    """The pre-activations of the three samples after each step up to the last count, one row a rate."""
    found = []
    for rate in RATES:
        network, after = unit(ALL[f]), []
        for step in training(network, np.full((1, 1), float(AT)), np.full((1, 1), float(TARGET)), squared, held(rate)):
            after.append(network.forward(np.array([SAMPLES], dtype=float))[0][0][0])
            if step == COUNTS[-1]:
                break
        found.append(after)
    return np.round(found, 12)  # at a deadly rate it is 0, whatever the last digits say


def after(f, steps, rate):
    """The pre-activations of the three samples after so many steps at this rate."""
    return walks(f)[np.argmin(abs(RATES - rate)), int(steps)]


def by_rate(place):
    return lambda f, steps: (RATES, walks(f)[:, int(steps), place])


def z_of(place):
    return lambda f, steps, rate: after(f, steps, rate)[place]


live = Live(
    controls={
        "f": Choice(Words("函數", "Function"), {f.id: f.name for f in (relu, leaky_relu, elu)}),
        "steps": Slide(Words("步數", "Steps"), COUNTS, 1),
        "rate": Slide(Words("學習率", "Learning rate"), RATES, 14 / 70, panel=0),
    },
    panels=[
        Panel(
            (0, 0.6),
            (-1.5, 3.2),
            {0: "0", 0.2: "1/5", 3 / 7: "3/7", 0.6: "3/5"},
            {-1: "−1", 0: "0", 1: "1", 2: "2", 3: "3"},
            Words("學習率", "learning rate"),
            Words("走了這些步之後的z", "z after the steps"),
        )
    ],
    parts={
        "rate": Part(lambda rate: ([rate, rate], [-1.5, 3.2]), "thin"),
        **{
            f"x = {x}": Part(by_rate(place), look) for place, (x, look) in enumerate(zip(SAMPLES, ("line c3", "line dashed c1", "line dotted c2"), strict=True))
        },
        "here": Part(lambda f, steps, rate: ([rate] * len(SAMPLES), after(f, steps, rate)), "dots ink"),
    },
    says={
        **{f"z{x}": Says(Words(f"$x={x}$的$z$", f"$z$ at $x = {x}$"), z_of(place), f"x = {x}") for place, x in enumerate(SAMPLES)},
        "active": Says(Words("三個樣本中激活的", "Active, of three samples"), lambda f, steps, rate: int((after(f, steps, rate) > 0).sum())),
        "slope": Says(Words("三個斜率中最大的", "Largest of the three slopes"), lambda f, steps, rate: ALL[f].derivative(after(f, steps, rate)).max()),
    },
    rows=[
        {"f": f.id, "steps": steps, "rate": rate}
        for f in (relu, leaky_relu, elu)
        for steps, rate in ((1, RATES[14]), (1, RATES[28]), (1, RATES[42]), (20, RATES[42]))
    ],
)


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
