"""How far the sigmoid stays from one, and where each floating-point format stops seeing the difference."""

from fractions import Fraction

import numpy as np

from activation_functions import sigmoid
from language.words import Words

title = Words("精度越低，越早看不出1與σ(x)的差別", "The coarser the numbers, the sooner σ(x) becomes 1")
caption = Words(
    "$1-\\sigma(x)$，對數尺度。在三條垂直線處，程式依序在float16、float32與float64回傳恰好等於$1$的值。",
    "$1 - \\sigma(x)$ on a logarithmic scale. At the three vertical lines the code begins to return exactly $1$ in float16, float32 and float64.",
)
alt = Words(
    "一減Sigmoid在對數尺度上是一條往下的直線，三條垂直線標出三種浮點數在哪裡開始等於一。",
    "One minus the sigmoid falls along a straight line on a logarithmic scale; three vertical lines mark where three floating-point formats become equal to one.",
)
description = Words(
    "float16自$x=[[rounds_to_one.float16]]$起回傳$1$，float32自$x=[[rounds_to_one.float32]]$起，float64自$x=[[rounds_to_one.float64]]$起。",
    "float16 returns $1$ from $x = [[rounds_to_one.float16]]$ on, float32 from $x = [[rounds_to_one.float32]]$, float64 from $x = [[rounds_to_one.float64]]$.",
)
FORMATS = (np.float16, np.float32, np.float64)


def first_one(dtype):
    """The least number of the format whose sigmoid is exactly one, by bisection over the format's own numbers."""
    low, high = dtype(1), dtype(64)
    while np.nextafter(low, high) < high:
        middle = dtype((float(low) + float(high)) / 2)
        low, high = (low, middle) if sigmoid(middle) == 1 else (middle, high)
    return float(high)


def numbers():
    # 1 - sigma(x) is about exp(-x); half the spacing just below 1 is 2 to the power -bits.
    return {dtype.__name__: Fraction(first_one(dtype)) for dtype in FORMATS} | {"bits": int(np.finfo(np.float32).nmant) + 2}


def holds(drawn):
    first = [first_one(dtype) for dtype in FORMATS]
    return {Words("精度越低，越早", "The coarser the numbers, the sooner"): first == sorted(first) and len({*first}) == 3}


def draw(ax, pen):
    x = np.linspace(0, 42, 421)
    say = {"line": "1 - sigmoid(x)", "through": "sigmoid(-x)"}  # the difference itself would lose every digit
    pen.graph(ax, sigmoid, x, **say, label="symbol(x)", at=110, offset=(8, 6))
    for dtype in FORMATS:
        at = first_one(dtype)
        ax.axvline(at, color="#d55e00", linewidth=1, linestyle=":")
        pen.graph(ax, sigmoid, [at], **say, colour="c2", label=None, marker="o", linestyle="none", zorder=4, clip_on=False)
        pen.note(ax, at, 3e-18 if not pen.narrow else 3e-18, dtype.__name__, "c2", (-4, 0), fontsize=10)
    ax.set_yscale("log")
    ax.set_xlim(0, 42)
    ax.set_ylim(1e-19, 2)
    ax.minorticks_off()
    pen.ticks(ax, x=[0, 10, 20, 30, 40], y=[1, 1e-6, 1e-12, 1e-18], ynames=["1", "10⁻⁶", "10⁻¹²", "10⁻¹⁸"])
