"""Who introduced, named, used and popularised each function, year by year, as the records of the functions and the bibliography say."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

import numpy as np

from activation_functions import ALL
from drawing.figure import COLOURS
from language import citation
from language.words import Words

title = Words("較老的函數，提出、命名與流行常隔了許多年", "For the older functions, introduction, name and popularity often lie many years apart")
caption = Words(
    "每一橫列是一個函數，每個記號是一篇文獻：圓點提出，方塊命名，尖角朝上的普及，空心圓使用或研究，叉常被誤引。灰色的記號還沒有核對完，或出處存疑。左圖裡，越近的年份畫得越寬。",
    "Each row is a function and each mark a work: a dot introduced it, a square named it, a triangle made it popular, a ring used or studied it, a cross is often cited instead. Grey marks are not fully checked, or in doubt. On the left, later years are drawn wider.",
)
alt = Words(
    "左邊八個函數，記號開始得最早的是邏輯曲線，ReLU的也很早；右邊八個都很晚。",
    "Of the eight functions on the left the marks of the logistic curve begin first, and those of ReLU early too; the eight on the right are all late.",
)
description = Words(
    "圖上有$[[timeline.works]]$個記號，其中$[[timeline.confirmed:3%]]$的書目已經核對。ReLU由提出到流行隔了$[[timeline.relu_years]]$年，Sigmoid隔了$[[timeline.sigmoid_years]]$年。",
    "There are $[[timeline.works]]$ marks, for $[[timeline.confirmed:3%]]$ of which the work has been checked. From its introduction to its popularity ReLU took $[[timeline.relu_years]]$ years, the sigmoid $[[timeline.sigmoid_years]]$.",
)
panels = 2
OLDER = ("step", "sigmoid", "tanh", "softmax", "relu", "hard_tanh", "softsign", "softplus")
NEWER = ("leaky_relu", "prelu", "elu", "selu", "gelu", "silu", "glu", "swiglu")
LANES = OLDER + NEWER
MORE = {"sigmoid": {"wilson1972": "studied"}}
"""Works that a function's own record does not have: what matters to history and not to a reader of that function."""

ELSEWHERE = ("verhulst1838", "verhulst1845", "boltzmann1868")
"""Works that are not about nerve cells or networks, although the function is the same."""

MARKS = {"introduced": "o", "named": "s", "popularised": "^", "anticipated": "D", "studied": "o", "miscited": "x"}


class Event(NamedTuple):
    """One work, the function that it is about, the part that it played, its year, and how certain its entry is."""

    function: str
    key: str
    part: str
    year: int
    certainty: str


@cache
def events():
    """Every work of every lane, the earliest first."""
    found = [
        Event(name, key, part, citation.year(key), citation.certainty(key)) for name in LANES for key, part in (ALL[name].sources | MORE.get(name, {})).items()
    ]
    return tuple(sorted(found, key=lambda event: (event.year, event.key)))


def first(function, *parts, networks=False):
    """The year of the earliest work with one of these parts, or any; of networks and nerve cells alone, if so asked."""
    years = [e.year for e in events() if e.function == function and (not parts or e.part in parts) and not (networks and e.key in ELSEWHERE)]
    return min(years, default=None)


def numbers():
    found = {event.key: event.year for event in events()}
    sure = sum(event.certainty == "confirmed" for event in events())
    return found | {
        "works": len(events()),
        "confirmed": Fraction(sure, len(events())),
        "relu_years": first("relu", "popularised") - first("relu"),
        "sigmoid_years": first("sigmoid", "popularised") - first("sigmoid"),
    }


def holds(drawn):
    spans = [max(years) - min(years) for name in OLDER if (years := [e.year for e in events() if e.function == name and e.part != "miscited"])]
    return {
        Words("較老的函數，提出、命名與流行常隔了許多年", "For the older functions, introduction, name and popularity often lie many years apart"): 2
        * sum(span >= 10 for span in spans)
        > len(spans),
        Words("記號開始得最早的是邏輯曲線", "the marks of the logistic curve begin first"): first("sigmoid") == min(map(first, LANES)),
        Words("ReLU的也很早", "those of ReLU early too"): first("relu") < 1950,
        Words("右邊八個都很晚", "the eight on the right are all late"): min(map(first, NEWER)) > 2010,
    }


def draw(axes, pen):
    bends, places = (1830, 1940, 1990, 2020), (0.0, 1.0, 2.0, 3.6)
    axes[0].set_xscale("function", functions=(lambda year: np.interp(year, bends, places), lambda place: np.interp(place, places, bends)))
    for ax, lanes, reach in ((axes[0], OLDER, (1830, 2020)), (axes[1], NEWER, (2012, 2021))):
        for lane, name in enumerate(lanes):
            own = [event for event in events() if event.function == name]
            years = np.array([event.year for event in own])
            ax.plot([years.min(), years.max()], [-lane, -lane], color=COLOURS["muted"][0], linewidth=0.8, zorder=1)
            pen.keep(f"works on {name}", years, np.full(len(own), lane))
            for event in own:
                colour = COLOURS["c1" if event.certainty == "confirmed" else "muted"][0]
                face = "none" if event.part == "studied" else colour
                ax.plot([event.year], [-lane], MARKS[event.part], color=colour, markersize=7, markerfacecolor=face, markeredgewidth=1.6, zorder=3)
            pen.note(ax, reach[0], -lane, ALL[name].name, "ink", (-8, 0), fontsize=10)
        ax.set_xlim(*reach)
        ax.set_ylim(0.3 - len(lanes), 0.7)
        ax.spines["left"].set_visible(False)
    pen.ticks(axes[0], x=[1838, 1941, 1990, 2010], y=[])
    pen.ticks(axes[1], x=[2013, 2016, 2020], y=[])
