"""Four activation functions side by side, each with its tangent at three places: the slope is the factor on the way back."""

import numpy as np

from activation_functions import leaky_relu, relu, sigmoid, tanh
from language.words import Words

title = Words("切線的斜率，就是往回走時乘上的因子", "The slope of the tangent is the factor on the way back")
caption = Words(
    "Sigmoid、$\\tanh$、ReLU、Leaky ReLU，各在$x=-3$、$\\frac{1}{2}$、$3$畫一條切線（虛線）。點沿著曲線移動，切線的斜率跟著變；ReLU與Leaky ReLU的斜率只有兩種。",
    "Sigmoid, $\\tanh$, ReLU and leaky ReLU, each with its tangent (dashed) at $x = -3$, $\\frac{1}{2}$ and $3$. As the point moves along the curve, the slope of its tangent changes; ReLU and leaky ReLU have only two slopes.",
)
alt = Words(
    "四個小圖各有一條曲線與三段虛線。前兩個的切線在兩端幾乎是平的，後兩個在右邊與曲線重疊。",
    "Four small panels, each with a curve and three dashed segments. In the first two the tangents are nearly flat at both ends; in the last two they lie on the curve on the right.",
)
description = Words(
    "在$x=3$，斜率依序是$[[sigmoid.derivative(3)]]$、$[[tanh.derivative(3)]]$、$[[relu.derivative(3)]]$、$[[leaky_relu.derivative(3)]]$。",
    "At $x = 3$ the slopes are, in this order, $[[sigmoid.derivative(3)]]$, $[[tanh.derivative(3)]]$, $[[relu.derivative(3)]]$ and $[[leaky_relu.derivative(3)]]$.",
)
panels = 4
size = (7.2, 2.5)
FUNCTIONS, PLACES, REACH = (sigmoid, tanh, relu, leaky_relu), (-3.0, 0.5, 3.0), 1.1


def holds(drawn):
    slopes = {f: [] for f in FUNCTIONS}
    measured = {f: [(float(f(x + 1e-5)) - float(f(x - 1e-5))) / 2e-5 for x in PLACES] for f in FUNCTIONS}
    for f in FUNCTIONS:
        for place in PLACES:
            x, y = drawn[f"tangent of {f.id} at {place:g}"]
            slopes[f].append((y[1] - y[0]) / (x[1] - x[0]))
    return {
        Words("切線的斜率", "The slope of the tangent"): all(np.allclose(slopes[f], measured[f], atol=1e-8) for f in FUNCTIONS),
        Words("ReLU與Leaky ReLU的斜率只有兩種", "ReLU and leaky ReLU have only two slopes"): all(
            len(set(np.round(slopes[f], 12))) == 2 for f in (relu, leaky_relu)
        ),
        Words("前兩個的切線在兩端幾乎是平的", "In the first two the tangents are nearly flat at both ends"): all(
            max(slopes[f][0], slopes[f][2]) < 0.05 for f in (sigmoid, tanh)
        ),
    }


def tangent(f, place, x):
    """The line that touches f there."""
    return float(f(place)) + float(f.derivative(place)) * (x - place)


def draw(axes, pen):
    x = np.linspace(-4.5, 4.5, 181)
    for ax, f in zip(axes, FUNCTIONS, strict=True):
        pen.graph(ax, f, x, label=None)
        for place in PLACES:
            ends = np.array([place - REACH, place + REACH])
            pen.curve(ax, ends, tangent(f, place, ends), f"tangent of {f.id} at {place:g}", "c2", linestyle="--", linewidth=1.6)
            pen.dot(ax, place, float(f(place)), colour="ink", markersize=4)
        ax.set_title(f.name, fontsize=11, fontweight="normal")
        ax.set_xlim(-4.5, 4.5)
        pen.ticks(ax, x=[-3, 0, 3], y=[0, 1] if f is sigmoid else [-1, 0, 1] if f is tanh else [0, 4])
