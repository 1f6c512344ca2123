"""The sigmoid and its slope on one pair of axes, to the same scale, with the landmarks of both."""

import numpy as np

from activation_functions import sigmoid
from drawing.live import Live, Panel, Part, Says, Slide
from language.words import Words
from mathematics.digits import digits
from mathematics.formula import value

title = Words("Sigmoid在中央最陡，往兩端趨平", "The sigmoid is steep in the middle and flat at both ends")
caption = Words(
    "Sigmoid（實線）與它的斜率（虛線），畫在同一個尺度上。斜率最高只有$[[sigmoid.steepest]]$，在$x=\\pm[[log(3 + 2 * sqrt(2))]]$剩下一半。",
    "The sigmoid (solid) and its slope (dashed), to the same scale. The slope never exceeds $[[sigmoid.steepest]]$, and half of that is left at $x = \\pm[[log(3 + 2 * sqrt(2))]]$.",
)
alt = Words(
    "S形的Sigmoid曲線由零升到一；下方虛線是它的斜率，像一座矮丘，兩端貼近零。",
    "The S-shaped sigmoid rises from zero to one; below it, dashed, its slope is a low hill that hugs zero at both ends.",
)
description = Words(
    "Sigmoid由左端的$[[sigmoid.lower]]$升到右端的$[[sigmoid.upper]]$，兩者都不會到達；在$x=0$高度是$[[sigmoid(0)]]$。斜率在$x=0$最大，為$[[sigmoid.steepest]]$，"
    "在$x=\\pm4$剩下$[[sigmoid.derivative(4)]]$。",
    "The sigmoid rises from $[[sigmoid.lower]]$ on the left to $[[sigmoid.upper]]$ on the right and reaches neither; at $x = 0$ its height is $[[sigmoid(0)]]$. "
    "The slope is largest at $x = 0$, where it is $[[sigmoid.steepest]]$; at $x = \\pm 4$ it is down to $[[sigmoid.derivative(4)]]$.",
)

X = np.linspace(-8, 8, 161)
STROKE = 1.4  # half the length of the tangent, where it lies flat
STEEPER = 9  # times as steep as its number says is a line drawn, for a unit up is so much longer than a unit across


def tangent(x):
    """A piece of the tangent, as long on the page for every slope."""
    slope = sigmoid.derivative(x)
    run = STROKE / np.hypot(1, STEEPER * slope)
    return [x - run, x + run], [sigmoid(x) - run * slope, sigmoid(x) + run * slope]


live = Live(
    controls={"x": Slide(Words("輸入$x$", "Input $x$"), X, 0, panel=0)},
    panels=[Panel((-8, 8), (0, 1.04), {-8: "−8", -4: "−4", 0: "0", 4: "4", 8: "8"}, {0: "0", 0.25: "¼", 0.5: "½", 1: "1"}, "x")],
    parts={
        "left": Part(lambda: ([-8, -4, -4, -8], [0, 0, 1.04, 1.04]), "area"),
        "right": Part(lambda: ([8, 4, 4, 8], [0, 0, 1.04, 1.04]), "area"),
        "curve": Part(lambda: (X, sigmoid(X)), "line c1"),
        "slope": Part(lambda: (X, sigmoid.derivative(X)), "dashed c2"),
        "tangent": Part(tangent, "line c2"),
        "drop": Part(lambda x: ([x, x], [sigmoid.derivative(x), sigmoid(x)]), "thin"),
        "foot": Part(lambda x: ([x], [sigmoid.derivative(x)]), "dots c2"),
        "point": Part(lambda x: ([x], [sigmoid(x)]), "dots c1"),
    },
    says={
        "value": Says(Words("輸出$\\sigma(x)$", "Output $\\sigma(x)$"), lambda x: sigmoid(x), "curve"),
        "rise": Says(Words("斜率$\\sigma'(x)$", "Slope $\\sigma'(x)$"), lambda x: sigmoid.derivative(x), "slope"),
    },
    rows=[{"x": x} for x in (-8, -4, -2, 0, 2, 4, 8)],
)


def holds(drawn):
    x, slope = drawn["sigmoid.derivative(x)"]
    _, value = drawn["sigmoid(x)"]
    return {
        Words("由零升到一", "rises from zero to one"): (np.diff(value) > 0).all() and value[0] < 0.001 and value[-1] > 0.999,
        Words("在中央最陡", "steep in the middle"): x[np.argmax(slope)] == 0,
        Words("往兩端趨平", "flat at both ends"): (np.diff(slope) * np.sign(x[1:] + x[:-1]) < 0).all() and max(slope[0], slope[-1]) < slope.max() / 100,
    }


def draw(ax, pen):
    x = np.linspace(-8, 8, 801)
    half = value("log(3 + 2 * sqrt(2))", 0.0)
    pen.region(ax, -8, -4, Words("斜率很小", "little slope"))
    pen.region(ax, 4, 8, Words("斜率很小", "little slope"), height=0.3)
    pen.graph(ax, sigmoid, x, label="symbol(x)")
    pen.graph(ax, sigmoid, x, derivative=1, colour="c2", label="symbol(x)")
    pen.dot(ax, 0, 0.25, "¼", "c2", offset=(0, 8))
    for side in (-1, 1):
        pen.dot(
            ax, side * float(half), 0.125, f"{'−' if side < 0 else ''}{digits(half, 4)}" if side > 0 or not pen.narrow else None, "c2", offset=(side * 8, 6)
        )
    pen.dot(ax, 0, 0.5, "½", "c1", offset=(-8, 6))
    ax.set_xlim(-8, 8)
    ax.set_ylim(0, 1.04)
    pen.ticks(ax, x=[-8, -4, 0, 4, 8], y=[0, 0.25, 0.5, 1], ynames=["0", "¼", "½", "1"])
