"""The gradient factor through ten one-unit sigmoid layers: the bound with small weights, and a chain that grows."""

from fractions import Fraction
from functools import cache

import flint
import numpy as np
from flint import arb

from language.words import Words
from mathematics.balls import exact
from mathematics.formula import ball

title = Words("同樣是十層Sigmoid：有的縮到百萬分之一，有的放大一千倍", "Ten sigmoid layers either way: a millionth, or a thousandfold")
caption = Words(
    "每層一個Sigmoid單元，縱軸是累積的因子，對數尺度。虛線是權重$1$時的上界$4^{-n}$。實線的權重是$8$、偏置是$-4$：從$\\frac{1}{2}$出發，因子是$2^n$；從$[[ten_layers.start_100:2]]$出發，先升後落。",
    "One sigmoid unit a layer; the vertical scale is the accumulated factor, logarithmic. The dashed line is the bound $4^{-n}$ for weights of $1$. The solid lines have weight $8$ and bias $-4$: from $\\frac{1}{2}$ the factor is $2^n$; from $[[ten_layers.start_100:2]]$ it rises and then falls.",
)
alt = Words(
    "三條線從一出發：一條直直上升到一千多，一條直直下降到百萬分之一，第三條先跟著上升，再轉頭落到一以下。",
    "Three lines start at one: one climbs straight to over a thousand, one falls straight to a millionth, and a third follows the first for a while, then turns and falls below one.",
)
description = Words(
    "十層之後：權重$1$時至多是$1/[[ten_layers.million]]$；權重$8$、從$\\frac{1}{2}$出發，是$[[ten_layers.grown]]$；從$[[ten_layers.start_100:2]]$出發，是$[[ten_layers.from_100:2]]$。",
    "After ten layers: with weights of $1$ at most $1/[[ten_layers.million]]$; with weight $8$ from $\\frac{1}{2}$, $[[ten_layers.grown]]$; from $[[ten_layers.start_100:2]]$, $[[ten_layers.from_100:2]]$.",
)
NUDGES = {"10000": Fraction(1, 10000), "1000": Fraction(1, 1000), "100": Fraction(1, 100)}


@cache
def chain(start: Fraction, weight: int = 8) -> tuple[list[arb], arb]:
    """The product of w σ′(z) after 0, 1, …, 10 layers of bias −w/2, and the last output, as certified balls."""
    flint.ctx.prec = 128
    a, product = exact(start), arb(1)
    found = [product]
    for _ in range(10):
        z = weight * a - exact(Fraction(weight, 2))
        a = ball("sigma(x)", x=z)
        product = product * weight * a * (1 - a)
        found.append(product)
    return found, a


def factors(start: Fraction, weight: int = 8) -> list[arb]:
    return chain(start, weight)[0]


def ends(start: Fraction) -> arb:
    return chain(start)[1]


def numbers():
    half = Fraction(1, 2)
    found = {f"from_{name}": factors(half + nudge)[-1] for name, nudge in NUDGES.items()}
    found |= {f"start_{name}": half + nudge for name, nudge in NUDGES.items()}
    nudged = factors(half + NUDGES["100"])
    spread = ends(Fraction(1)) - ends(Fraction(0))  # the mean of a slope over [0, 1] is the height gained there
    return found | {"average": spread, "million": 4**10, "grown": factors(half)[-1], "peak": max(nudged, key=float), "smallest": factors(half, 1)[-1]}


def holds(drawn):
    last = {name: y[-1] for name, (_, y) in drawn.items()}
    turned = next(y for name, (_, y) in drawn.items() if name.startswith("w = 8") and name != "w = 8, from 1/2")
    return {
        Words("有的縮到百萬分之一，有的放大一千倍", "a millionth, or a thousandfold"): 0.9e-6 < last["1/4 to the n"] < 1.1e-6
        and last["w = 8, from 1/2"] == 2**10,
        Words("先跟著上升，再轉頭落到一以下", "follows the first for a while, then turns and falls below one"): turned.max() > 10 and turned[-1] < 1,
    }


def draw(ax, pen):
    n = np.arange(11)
    half, nudged = Fraction(1, 2), float(Fraction(1, 2) + NUDGES["100"])
    grown = Words("從½：2ⁿ", "from ½: 2ⁿ") if pen.narrow else Words("w = 8，從½出發：2ⁿ", "w = 8, from ½: 2ⁿ")
    turned = f"{nudged:g}" if pen.narrow else Words(f"w = 8，從{nudged:g}出發", f"w = 8, from {nudged:g}")
    pen.curve(ax, n, [float(p) for p in factors(half)], "w = 8, from 1/2", "c1", grown, at=6, offset=(-8, 8), marker="o", markersize=4)
    pen.curve(ax, n, [float(p) for p in factors(half + NUDGES["100"])], f"w = 8, from {nudged:g}", "c3", turned, at=9, offset=(8, 4), marker="o", markersize=4)
    pen.curve(
        ax,
        n,
        0.25**n,
        "1/4 to the n",
        "c2",
        "4⁻ⁿ" if pen.narrow else Words("w = 1：至多4⁻ⁿ", "w = 1: at most 4⁻ⁿ"),
        at=5,
        offset=(9, 6),
        marker="o",
        markersize=4,
        linestyle="--",
    )
    pen.note(ax, 10, 1024, str(2**10), "c1", (7, 0))
    pen.note(ax, 10, 0.25**10, f"1/{4**10}", "c2", (0, -8))
    ax.set_yscale("log", base=2)
    ax.minorticks_off()
    ax.set_xlim(0, 11)
    ax.set_ylim(2.0**-28, 2.0**12)
    ax.set_xlabel(pen.say(Words("經過的層數", "layers passed")))
    pen.ticks(ax, x=[0, 2, 4, 6, 8, 10], y=[2.0**-20, 2.0**-10, 1, 2.0**10], ynames=["2⁻²⁰", "2⁻¹⁰", "1", "2¹⁰"])
