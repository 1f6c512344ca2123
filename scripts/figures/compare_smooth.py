"""ReLU beside its smooth relatives GELU, SiLU and Mish: values on the left, derivatives on the right."""

import numpy as np

from activation_functions import gelu, mish, relu, silu
from drawing.figure import COLOURS
from language.words import Words

title = Words("沒有轉折的三個，先降到零以下再往上，斜率也會大於一", "The three smooth ones dip before they rise, and their slopes overshoot one")
caption = Words(
    "ReLU與GELU、SiLU、Mish；左圖是函數值，右圖是導數。三個谷底依序是$[[gelu.minimum.y]]$、$[[silu.minimum.y]]$與$[[mish.minimum.y]]$，最大斜率是$[[gelu.steepest]]$、$[[silu.steepest]]$與$[[mish.steepest]]$。",
    "ReLU with GELU, SiLU and Mish: values on the left, derivatives on the right. The three dips reach $[[gelu.minimum.y]]$, $[[silu.minimum.y]]$ and $[[mish.minimum.y]]$; the largest slopes are $[[gelu.steepest]]$, $[[silu.steepest]]$ and $[[mish.steepest]]$.",
)
alt = Words(
    "左：ReLU在左側是零，另外三條曲線先降到零以下，再貼近ReLU上升。右：ReLU的斜率在零處由零跳到一，另外三條的斜率先變負，再升過一，最後回到一。",
    "Left: ReLU is zero on the left; three other curves dip below zero and then rise close to ReLU. Right: the slope of ReLU jumps from zero to one; the other three turn negative, then rise above one, and return to it.",
)
description = Words(
    "GELU的谷底在$x=[[gelu.minimum.x]]$，SiLU在$x=[[silu.minimum.x]]$，Mish在$x=[[mish.minimum.x]]$。斜率最大的地方，GELU在$x=[[gelu.steepest.x]]$，SiLU在$x=[[silu.steepest.x]]$，Mish在$x=[[mish.steepest.x]]$。",
    "The dip of GELU lies at $x = [[gelu.minimum.x]]$, that of SiLU at $x = [[silu.minimum.x]]$, that of Mish at $x = [[mish.minimum.x]]$. The slope is largest at $x = [[gelu.steepest.x]]$ for GELU, at $x = [[silu.steepest.x]]$ for SiLU and at $x = [[mish.steepest.x]]$ for Mish.",
)
panels = 2
STYLES = ("-", (0, (5, 2)), (0, (1.2, 1.6)), (0, (6, 1.6, 1.2, 1.6)))


def side_by_side(axes, pen, functions, reach, heights, ticks):
    """Values and derivatives of up to four functions, broken where they jump, with their names where the curves end."""
    for ax, order, (low, high), marks in zip(axes, (0, 1), heights, ticks, strict=True):
        x = np.unique(np.concatenate([np.linspace(-reach, reach, 161), [np.nextafter(0, 1)]]))
        ends = []
        for number, (f, style) in enumerate(zip(functions, STYLES, strict=False), 1):
            colour, gaps = f"c{number}", [0] if order and f.kinks else []
            graph = pen.graph(ax, f, x, derivative=order, colour=colour, label=None, gaps=gaps, linestyle=style, linewidth=1.8)
            ends.append((min(max(float(graph.y[-1]), low), high), graph.label("name"), colour, graph))
        ax.set_xlim(-reach, reach)
        ax.set_ylim(low, high)
        ax.axhline(0, color=COLOURS["muted"][0], linewidth=0.6, zorder=1)
        pen.ticks(ax, x=[-reach, 0, reach], y=marks)
        step = (high - low) * (0.085 if pen.narrow else 0.075)  # a line of words
        below = low - step
        for rank, (place, _, colour, graph) in enumerate(sorted(ends, key=lambda end: end[:2])):
            below = max(place, below + step)
            pen.name(ax, graph, "name", (reach, min(below, high - (len(ends) - 1 - rank) * step)), colour)


def holds(drawn):
    smooth = [(drawn[f"{f.id}(x)"][1], drawn[f"{f.id}.derivative(x)"][1]) for f in (gelu, silu, mish)]
    return {
        Words("先降到零以下再往上", "dip before they rise"): all(y.min() < 0 < y[-1] for y, _ in smooth),
        Words("斜率也會大於一", "their slopes overshoot one"): all(slope.max() > 1 for _, slope in smooth),
        Words("ReLU在左側是零", "ReLU is zero on the left"): not relu([-3.0, -1.0]).any(),
    }


def draw(axes, pen):
    side_by_side(axes, pen, (relu, gelu, silu, mish), 3, ((-0.6, 3.1), (-0.3, 1.3)), ([0, 1, 2, 3], [0, 0.5, 1]))
