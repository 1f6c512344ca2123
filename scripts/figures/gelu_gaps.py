"""How far the two stand-ins for GELU lie from it: the largest gaps, proved."""

from functools import cache
from itertools import pairwise

import flint
import numpy as np
from flint import arb

from activation_functions import Activation, gelu, gelu_tanh, quick_gelu
from language.words import Words
from mathematics.balls import exact
from mathematics.formula import ball, jet

title = Words("兩個近似式都不是GELU本身", "Neither stand-in is GELU itself")
caption = Words(
    "與精確的GELU的差距，縱軸是對數尺度。$\\tanh$近似式最多差$[[gelu_gaps.tanh:3]]$，Quick GELU最多差$[[gelu_gaps.quick:3]]$。兩條曲線都左右對稱。",
    "The distance from the exact GELU, on a logarithmic scale. The $\\tanh$ form is off by at most $[[gelu_gaps.tanh:3]]$, Quick GELU by at most $[[gelu_gaps.quick:3]]$. Both curves are symmetric about zero.",
)
alt = Words(
    "兩條差距曲線，縱軸為對數尺度：Quick GELU的差距在上，tanh近似式的差距在下，低了將近兩個數量級。",
    "Two curves of gaps on a logarithmic scale: that of Quick GELU on top, that of the tanh form nearly two orders of magnitude below.",
)
description = Words(
    "$\\tanh$近似式在$|x| = [[gelu_gaps.tanh_x]]$差得最多，Quick GELU在$|x| = [[gelu_gaps.quick_x]]$差得最多。曲線垂下去的地方，近似式與GELU相交。",
    "The $\\tanh$ form is furthest off at $|x| = [[gelu_gaps.tanh_x]]$, Quick GELU at $|x| = [[gelu_gaps.quick_x]]$. Where a curve drops, the stand-in crosses GELU.",
)
REACH = 8


@cache
def largest(stand_in: Activation) -> tuple[arb, arb]:
    """The largest |GELU - stand-in| and the |x| where it lies. Both gates minus 1/2 are odd, so the gap is even: the left side says it all."""
    line, grid = f"({gelu.formula}) - ({stand_in.formula})", np.linspace(-REACH, 0, 80_001)
    about, near = exact(grid[np.argmax(np.abs(gelu(grid) - stand_in(grid)))]), arb("2e-4")
    with flint.ctx.workprec(200):
        cell = about + arb(0, near.upper())
        assert not jet(line, cell, 2)[2].contains(0), "the slope has one root in the cell at most"
        for _ in range(20):  # interval Newton
            cell = cell.intersection(cell.mid() - jet(line, cell.mid(), 1)[1] / jet(line, cell, 2)[2])
        high = abs(ball(line, x=cell))
        cuts = [exact(k) / 16 for k in range(-16 * REACH, 1)]
        todo = [(a, b) for a, b in pairwise(sorted([*cuts, about - near, about + near], key=float)) if not (a.union(b)).contains(about)]
        while todo:  # everywhere else the gap is smaller
            a, b = todo.pop()
            middle, span = ((a + b) / 2).mid(), a.union(b)
            if not abs(ball(line, x=middle) + jet(line, span, 1)[1] * (span - middle)) < high:
                todo += [(a, middle), (middle, b)]
        # Farther out both gates shrink faster than 1 / |x|, so neither product grows again.
        assert all(abs(ball(f.formula, x=exact(-REACH))) < high / 100 for f in (gelu, stand_in))
        return high, -cell


def numbers() -> dict[str, arb]:
    (tanh, tanh_x), (quick, quick_x) = largest(gelu_tanh), largest(quick_gelu)
    return {"tanh": tanh, "tanh_x": tanh_x, "quick": quick, "quick_x": quick_x}


def holds(drawn):
    (tanh, _), (quick, _) = largest(gelu_tanh), largest(quick_gelu)
    return {
        Words("兩個近似式都不是GELU本身", "Neither stand-in is GELU itself"): bool(tanh > 0 and quick > 0),
        Words("低了將近兩個數量級", "nearly two orders of magnitude below"): 30 < float(quick / tanh) < 100,
    }


def draw(ax, pen):
    x = np.linspace(-6, 6, 961)
    for f, colour, at, offset in ((quick_gelu, "c2", 640, (0, 12)), (gelu_tanh, "c1", 480 + 216, (0, 10))):
        pen.graph(ax, (f, gelu), x, f"abs({f.id}(x) - gelu(x))", colour=colour, label=f, at=at, offset=offset)
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_ylim(1e-6, 0.1)
    ax.set_xlim(-6, 6)
    pen.ticks(ax, x=[-6, -3, 0, 3, 6], y=[1e-6, 1e-4, 1e-2], ynames=["10⁻⁶", "10⁻⁴", "10⁻²"])
