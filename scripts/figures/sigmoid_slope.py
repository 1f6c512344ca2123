"""The sigmoid and its slope on one pair of axes, to the same scale, with the landmarks of both."""

import numpy as np

from activation_functions import sigmoid
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
