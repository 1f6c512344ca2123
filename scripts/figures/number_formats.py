"""The number formats side by side: from the smallest normal number to the largest, and how many digits there are in between."""

from fractions import Fraction

import flint
import ml_dtypes
import numpy as np

from language.words import Words

title = Words("位元少了，不是走不遠，就是寫不準", "Fewer bits reach less far, or write less exactly")
caption = Words(
    "每一橫條由這種格式最小的正規數畫到最大的數，對數尺度；右邊是尾數的位元數，2的幾次方分之一是相鄰兩數最大的相對間隔。垂直的虛線是$e^{10}$。",
    "Each bar runs from the smallest normal number of a format to its largest, on a logarithmic scale; beside it stand the bits of the fraction. Two to the power of minus their number is the greatest relative distance of neighbours. The dotted line is $e^{10}$.",
)
alt = Words(
    "五條橫條：float32與bfloat16一樣長，float16與E5M2短得多而且右端相近，E4M3最短。",
    "Five bars: those of float32 and bfloat16 are equally long; those of float16 and E5M2 are much shorter and end close together; that of E4M3 is the shortest.",
)
description = Words(
    "float16最大到$[[number_formats.max_float16]]$，E5M2到$[[number_formats.max_E5M2]]$，E4M3只到$[[number_formats.max_E4M3]]$。bfloat16的範圍和float32幾乎一樣，尾數卻只有$[[number_formats.bits_bfloat16]]$個位元。",
    "float16 ends at $[[number_formats.max_float16]]$, E5M2 at $[[number_formats.max_E5M2]]$ and E4M3 at $[[number_formats.max_E4M3]]$. bfloat16 has almost the range of float32, but only $[[number_formats.bits_bfloat16]]$ bits of fraction.",
)
FORMATS = {
    "float32": np.float32,
    "bfloat16": ml_dtypes.bfloat16,
    "float16": np.float16,
    "E5M2": ml_dtypes.float8_e5m2,
    "E4M3": ml_dtypes.float8_e4m3fn,
}
EVERY = {"float64": np.float64} | FORMATS
FLAT = {
    "sigmoid": (lambda x: 1 / (1 + (-x).exp()), lambda x, y: y == 1),
    "tanh": (flint.arb.tanh, lambda x, y: y == 1),
    "softplus": (lambda x: x + (-x).exp().log1p(), lambda x, y: y == x),
}
"""The functions in many more digits than any of the formats has: float64 code would round 1 + exp(-x) before it divides, and be 1 too soon."""


def positive(number, low, high):
    """Where a number stands in the row of the positive ones: their bits, read as an integer, rise with them."""
    whole = np.dtype(f"u{np.dtype(number).itemsize}")
    return [int(np.array(x).astype(number).view(whole)) for x in (low, high)], lambda place: float(np.array(place, whole).view(number))


def first(number, holds, low=0.125, high=700.0):
    """The least number of the format, between these two, for which it holds: it holds at the upper one and goes on from where it begins."""
    (left, right), value = positive(number, low, min(high, float(ml_dtypes.finfo(number).max)))
    while right - left > 1:
        middle = (left + right) // 2
        left, right = (left, middle) if holds(value(middle)) else (middle, right)
    return value(right)


def rounded(number, y):
    return float(np.array(float(y)).astype(number))


def overflow(number):
    """The least number of the format whose exponential is beyond the largest one."""
    limits = ml_dtypes.finfo(number)
    return first(number, lambda x: flint.arb(x).exp() > float(limits.max), high=720.0)


def numbers():
    found = {}
    for name, number in EVERY.items():
        limits = ml_dtypes.finfo(number)
        with flint.ctx.workprec(200):
            found[f"exp_{name}"] = Fraction(overflow(number))
            for f, (exact, holds) in FLAT.items():
                found[f"{f}_{name}"] = Fraction(
                    first(number, lambda x, exact=exact, holds=holds, number=number: holds(x, rounded(number, exact(flint.arb(x)))))
                )
        if name != "float64":
            found[f"bits_{name}"] = int(limits.nmant)
            found[f"max_{name}"] = Fraction(float(limits.max))
    return found


def holds(drawn):
    ends = {name: (drawn[name][0][0], drawn[name][0][-1]) for name in FORMATS}
    length = {name: np.log(high / low) for name, (low, high) in ends.items()}
    return {
        Words("不是走不遠，就是寫不準", "reach less far, or write less exactly"): all(
            ends[name][1] < ends["float32"][1] or ml_dtypes.finfo(number).nmant < 23 for name, number in FORMATS.items() if name != "float32"
        ),
        Words("float32與bfloat16一樣長", "those of float32 and bfloat16 are equally long"): abs(length["float32"] - length["bfloat16"]) < 0.01,
        Words("E4M3最短", "that of E4M3 is the shortest"): min(length, key=length.get) == "E4M3",
        Words("右端相近", "end close together"): 0.8 < ends["E5M2"][1] / ends["float16"][1] <= 1,
    }


def draw(ax, pen):
    for place, (name, number) in enumerate(FORMATS.items()):
        limits = ml_dtypes.finfo(number)
        ends = np.array([float(limits.smallest_normal), float(limits.max)])
        pen.curve(ax, ends, [-place, -place], name, "c1" if limits.bits > 8 else "c2", linewidth=9, solid_capstyle="butt")
        pen.note(ax, ends[0], -place, name, "ink", (-6, 0), fontsize=10.5)
        bits = int(limits.nmant)
        pen.note(ax, ends[1], -place, Words(f"{bits}位", f"{bits} bits"), "muted", (6, 0), fontsize=10.5)
    ax.axvline(np.exp(10), color="#6b7280", linewidth=1, linestyle=":", zorder=0)
    ax.set_xscale("log")
    ax.set_xlim(1e-50, 1e46)
    ax.set_ylim(-4.6, 0.6)
    ax.minorticks_off()
    ax.yaxis.set_visible(False)
    ax.spines["left"].set_visible(False)
    pen.ticks(ax, x=[1e-38, 1e-19, 1, 1e19, 1e38], xnames=["10⁻³⁸", "10⁻¹⁹", "1", "10¹⁹", "10³⁸"])
