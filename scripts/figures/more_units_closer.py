"""A curve followed by ReLU networks of one hidden layer: with twice the units the gap is a quarter, but only where the knots are."""

from fractions import Fraction

import numpy as np

from activation_functions import relu
from activation_functions.network import Network
from drawing.figure import COLOURS
from language.words import Words

title = Words("單元加倍，誤差約剩四分之一，只限區間之內", "Twice the units, about a quarter of the error, but only within the interval")
caption = Words(
    "灰色是要逼近的曲線$\\sin 3x$。藍線是一個隱藏層、八個ReLU單元的網路，在$-2$與$2$之間的九個點上與曲線相等。權重是算出來的，沒有訓練。灰色區域在區間之外：那裡什麼也沒有保證。",
    "Grey is the curve to be followed, $\\sin 3x$. Blue is a network of one hidden layer of eight ReLU units that agrees with it at nine points between $-2$ and $2$. Its weights were computed, not trained. The grey regions lie outside the interval: there nothing is promised.",
)
alt = Words(
    "一條上下起伏的灰色曲線，藍色折線在區間裡跟著它走；到了區間外，藍線一直往直線方向走，曲線卻繼續起伏。",
    "A wavy grey curve, followed by a broken blue line within the interval; outside it the blue line goes straight on while the curve keeps waving.",
)
description = Words(
    "區間裡的最大誤差：八個單元是$[[more_units_closer.error_8:2]]$，十六個是$[[more_units_closer.error_16:2]]$，三十二個是$[[more_units_closer.error_32:2]]$。在$x=4$，八個單元差了$[[more_units_closer.outside:2]]$。",
    "The largest error within the interval: $[[more_units_closer.error_8:2]]$ with eight units, $[[more_units_closer.error_16:2]]$ with sixteen, $[[more_units_closer.error_32:2]]$ with thirty-two. At $x=4$ the network of eight units is off by $[[more_units_closer.outside:2]]$.",
)
EDGE, OUT = 2.0, 4.0


def curve(x):
    return np.sin(3 * x)


def through(units, f=curve):
    """One hidden layer whose units begin at equally spaced knots; each output weight is the change of slope at its knot."""
    knots = np.linspace(-EDGE, EDGE, units + 1)
    slopes = np.diff(f(knots)) / np.diff(knots)
    return Network(
        [np.ones((units, 1)), np.diff(slopes, prepend=0.0)[None]],
        [-knots[:-1, None], np.array([[f(knots[0])]])],
        relu,
    )


def error(units):
    x = np.linspace(-EDGE, EDGE, 4001)
    return float(np.abs(through(units)(x[None])[0] - curve(x)).max())


def numbers():
    found = {f"error_{units}": Fraction(f"{error(units):.3g}") for units in (8, 16, 32, 64)}
    return found | {"outside": Fraction(f"{abs(float(through(8)(np.array([[OUT]]))[0, 0]) - np.sin(3 * OUT)):.3g}")}


def holds(drawn):
    errors = [error(units) for units in (8, 16, 32, 64)]
    x, y = drawn["network of eight units"]
    return {
        Words("誤差約剩四分之一", "about a quarter of the error"): all(0.2 < b / a < 0.32 for a, b in zip(errors, errors[1:], strict=False)),
        Words("只限區間之內", "only within the interval"): abs(y[-1] - curve(x[-1])) > 5 * errors[0],
    }


def draw(ax, pen):
    x = np.linspace(-OUT, OUT, 321)
    pen.region(ax, -OUT, -EDGE)
    pen.region(ax, EDGE, OUT, Words("區間之外", "outside"))
    pen.curve(ax, x, curve(x), "the curve", "muted", linewidth=1.6)
    pen.curve(ax, x, through(8)(x[None])[0], "network of eight units", "c1", linewidth=2.2)
    knots = np.linspace(-EDGE, EDGE, 9)
    ax.plot(knots, curve(knots), "o", color=COLOURS["c1"][0], markersize=5, zorder=4)
    ax.set_xlim(-OUT, OUT)
    ax.set_ylim(-1.6, 2.9)
    ax.set_xlabel("x", loc="right")
    pen.ticks(ax, x=[-2, 0, 2], y=[-1, 0, 1])
