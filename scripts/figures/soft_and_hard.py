"""Soft against hard saturation: slopes on a logarithmic scale, where exactly zero has no place at all."""

import numpy as np

from activation_functions import relu, sigmoid, tanh
from language.words import Words

title = Words("軟飽和的斜率一路變小；硬飽和的斜率直接是零", "Soft: the slope keeps shrinking. Hard: the slope is zero")
caption = Words(
    "左圖的縱軸是對數尺度：走遠一點，Sigmoid與$\\tanh$的斜率幾乎沿著直線下降，永遠不到零。右圖是普通尺度：ReLU的斜率在$x<0$恰好是零。",
    "The left panel has a logarithmic scale: further out the slopes of the sigmoid and of $\\tanh$ fall along nearly straight lines and never reach zero. The right panel is on an ordinary scale: for $x < 0$ the slope of ReLU is exactly zero.",
)
alt = Words(
    "左：兩條斜率曲線在對數尺度上成為下降的直線。右：ReLU的斜率是一級台階，左邊是零，右邊是一。",
    "Left: on a logarithmic scale two slopes become falling straight lines. Right: the slope of ReLU is one step, zero on the left and one on the right.",
)
description = Words(
    "在$x=10$，Sigmoid的斜率是$[[sigmoid.derivative(10):2]]$，$\\tanh$的是$[[tanh.derivative(10):2]]$，ReLU的是$[[relu.derivative(10)]]$；在$x=-10$，ReLU的斜率是$[[relu.derivative(-10)]]$。",
    "At $x = 10$ the slope of the sigmoid is $[[sigmoid.derivative(10):2]]$, that of $\\tanh$ is $[[tanh.derivative(10):2]]$, and that of ReLU is $[[relu.derivative(10)]]$; at $x = -10$ the slope of ReLU is $[[relu.derivative(-10)]]$.",
)
panels = 2


def holds(drawn):
    soft = [drawn[f"{name}.derivative(x)"][1] for name in ("sigmoid", "tanh")]
    x, hard = drawn["relu.derivative(x)"]
    return {
        Words("軟飽和的斜率一路變小", "the slope keeps shrinking"): all((np.diff(slope) < 0).all() and slope[-1] > 0 for slope in soft),
        Words("硬飽和的斜率直接是零", "the slope is zero"): not hard[x <= 0].any(),
        Words("在對數尺度上成為下降的直線", "on a logarithmic scale two slopes become falling straight lines"): all(
            np.ptp(np.diff(np.log(slope[-40:]))) < 1e-3 for slope in soft
        ),
    }


def draw(axes, pen):
    soft, hard = axes
    x = np.linspace(0, 12, 241)
    pen.graph(soft, sigmoid, x, derivative=1, label="symbol", offset=(5, 0))
    pen.graph(soft, tanh, x, derivative=1, colour="c3", label="symbol", offset=(5, 0))
    soft.set_yscale("log")
    soft.set_ylim(1e-11, 2)
    soft.set_xlim(0, 12)
    soft.minorticks_off()
    pen.ticks(soft, x=[0, 4, 8, 12], y=[1, 1e-3, 1e-6, 1e-9], ynames=["1", "10⁻³", "10⁻⁶", "10⁻⁹"])
    kink = np.nextafter(0, 1)
    pen.graph(hard, relu, [-4, -1e-9, 0, kink, 4], derivative=1, colour="c2", at=3, offset=(0, 8), gaps=[0])
    pen.region(hard, -4, 0, Words("斜率恰為零", "slope exactly zero"), height=0.6)
    hard.set_xlim(-4, 4)
    hard.set_ylim(-0.04, 1.25)
    pen.ticks(hard, x=[-4, 0, 4], y=[0, 1])
