"""Magnification shows a slope: the sigmoid becomes its tangent, and ReLU keeps its kink."""

import numpy as np

from activation_functions import relu, sigmoid
from language.words import Words

title = Words("放大來看，S形的曲線成了直線，轉折點仍是轉折點", "Magnified, an S becomes a line, and a kink stays a kink")
caption = Words(
    "左與中：Sigmoid（實線）與它在$x=1$的切線（虛線）；中圖是左圖那一點附近，縱橫都放大$16$倍。右：ReLU在$x=0$附近，與中圖同樣放大。",
    "Left and middle: the sigmoid (solid) and its tangent at $x = 1$ (dashed); the middle magnifies the surroundings of that point $16$ times, across and upwards alike. Right: ReLU near $x = 0$, magnified as the middle is.",
)
alt = Words(
    "三個小圖。左圖的S形曲線與一條直線相切；中圖放大之後，曲線與切線幾乎重疊；右圖的折線仍有一個角。",
    "Three small panels. On the left a straight line touches an S-shaped curve; in the middle, magnified, curve and tangent nearly coincide; on the right a bent line still has its corner.",
)
description = Words(
    "切線的斜率是$[[sigmoid.derivative(1)]]$：$x$增加一點點，Sigmoid大約增加那一點點的$[[sigmoid.derivative(1)]]$倍。",
    "The tangent has the slope $[[sigmoid.derivative(1)]]$: when $x$ grows a little, the sigmoid grows by about $[[sigmoid.derivative(1)]]$ times that little.",
)
panels = 3
size = (7.2, 2.9)
FAR, HIGH, TIMES = 4.0, 0.7, 16  # half the width and height of the left panel, and how much the others magnify both


def tangent(x):
    return sigmoid(1.0) + sigmoid.derivative(1.0) * (x - 1)


def holds(drawn):
    def off(times):  # the largest gap between curve and tangent, as a share of the window's height
        x = np.linspace(1 - FAR / times, 1 + FAR / times, 201)
        return np.max(np.abs(sigmoid(x) - tangent(x))) / (2 * HIGH / times)

    x, y = drawn["relu(x)"]
    left, right = y[x <= 0], y[x >= 0]
    return {
        Words("S形的曲線成了直線", "an S becomes a line"): off(TIMES) < 0.05 < off(1),
        Words("轉折點仍是轉折點", "a kink stays a kink"): bool(np.all(np.diff(left) == 0) and np.all(np.diff(right) > 0)),
    }


def draw(axes, pen):
    for ax, half in zip(axes, (FAR, FAR / TIMES), strict=False):
        x = np.linspace(1 - half, 1 + half, 121)
        pen.graph(ax, sigmoid, x, label=None)
        pen.curve(ax, x, tangent(x), f"tangent at 1, {2 * half:g} wide", "c2", linestyle="--", linewidth=1.4)
        pen.dot(ax, 1.0, float(tangent(1.0)), colour="ink")
        ax.set_xlim(1 - half, 1 + half)
    half = FAR / TIMES
    for ax, middle, high in zip(axes, (0.55, float(sigmoid(1.0)), 0.0), (HIGH, HIGH / TIMES, HIGH / TIMES), strict=True):
        ax.set_ylim(middle - high, middle + high)
    pen.graph(axes[2], relu, np.linspace(-half, half, 121), colour="c3", label=None)
    pen.dot(axes[2], 0.0, 0.0, colour="ink")
    axes[2].set_xlim(-half, half)
    pen.ticks(axes[0], x=[-3, 1, 5], y=[0, 1])
    pen.ticks(axes[1], x=[1], y=[])
    pen.ticks(axes[2], x=[0], y=[0])
    for ax, words in zip(axes, (Words("Sigmoid", "Sigmoid"), Words("放大", "magnified"), Words("ReLU，放大", "ReLU, magnified")), strict=True):
        ax.set_title(pen.say(words), fontsize=11, fontweight="normal")
