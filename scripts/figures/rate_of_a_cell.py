"""The firing rate of a model nerve cell against its input current, with the best ReLU and the best sigmoid beside it, over a short and a long range."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import ALL, relu, sigmoid
from language.words import Words

title = Words("同一個細胞：電流小，像ReLU；電流大，像Sigmoid", "The same cell: like ReLU at small currents, like the sigmoid at large ones")
caption = Words(
    "灰：漏電積分模型的放電率，電流以門檻為單位。橘：最接近的ReLU，藍：最接近的Sigmoid，都可以放大與平移。左：電流到門檻的四倍；右：到六十倍。",
    "Grey: the firing rate of a leaky integrator, with the current in units of its threshold. Orange: the closest ReLU, blue: the closest sigmoid, both scaled and shifted freely. Left: currents up to four times the threshold; right: up to sixty.",
)
alt = Words(
    "左：灰線過了門檻就大致直線上升，橘線貼近它。右：灰線上升之後變平，藍線比橘線接近它。",
    "Left: beyond the threshold the grey line rises almost straight, and the orange one keeps close to it. Right: the grey line rises and levels off, and the blue one is closer to it than the orange.",
)
description = Words(
    "離灰線的均方根距離，以範圍內最大的放電率為單位。左：ReLU是$[[rate_of_a_cell.short_relu:2%]]$，Sigmoid是$[[rate_of_a_cell.short_sigmoid:2%]]$。右：ReLU是$[[rate_of_a_cell.long_relu:2%]]$，Sigmoid是$[[rate_of_a_cell.long_sigmoid:2%]]$。",
    "The root mean square distance from the grey line, as a share of the highest rate in the range. Left: ReLU $[[rate_of_a_cell.short_relu:2%]]$, the sigmoid $[[rate_of_a_cell.short_sigmoid:2%]]$. Right: ReLU $[[rate_of_a_cell.long_relu:2%]]$, the sigmoid $[[rate_of_a_cell.long_sigmoid:2%]]$.",
)
panels = 2
RANGES = {"short": 4.0, "long": 60.0}
FITS = {"relu": relu, "sigmoid": sigmoid}


def rate(current, *, leak=10.0):
    """Spikes in the time that the cell must rest after one: a leaky integrator reaches its threshold after leak * ln(I / (I - 1)) such times."""
    above = np.maximum(current, 1.0)
    with np.errstate(divide="ignore"):
        wait = leak * -np.log1p(-1.0 / above)
    return np.where(current > 1.0, 1.0 / (1.0 + wait), 0.0)


def noisy(current, noise, **cell):
    """The mean rate while the current goes up and down around its mean, normally."""
    if not noise:
        return rate(current, **cell)
    at, weight = np.polynomial.hermite_e.hermegauss(64)
    return sum(w * rate(current + noise * t, **cell) for t, w in zip(at, weight, strict=True)) / weight.sum()


@cache
def fitted(name, most, *, noise=0.0, leak=10.0):
    """Currents, rates, and of a f(b (I - c)) the closest to them, whatever a, b and c: a by least squares, b and c on a fine grid."""
    current = np.linspace(0, most, 121)
    goal, best = noisy(current, noise, leak=leak), (np.inf, None)
    for c in np.linspace(0, most, 61):
        for b in (1.0,) if name == "relu" else np.geomspace(1, 60, 41) / most:
            shape = ALL[name](b * (current - c))
            a = max(0.0, goal @ shape / max(shape @ shape, 1e-12))
            off = np.square(a * shape - goal).mean()
            if off < best[0]:
                best = off, a * shape
    return current, goal, best[1]


def distance(name, most, **cell):
    """From the rates, root mean square, as a share of the highest of them."""
    _, goal, closest = fitted(name, most, **cell)
    return float(np.sqrt(np.square(closest - goal).mean()) / goal.max())


def numbers():
    return {f"{where}_{name}": Fraction(f"{distance(name, most):.6f}") for where, most in RANGES.items() for name in FITS}


def holds(drawn):
    near = {(where, name): distance(name, most) for where, most in RANGES.items() for name in FITS}
    return {
        Words("電流小，像ReLU", "like ReLU at small currents"): near["short", "relu"] < near["short", "sigmoid"],
        Words("電流大，像Sigmoid", "like the sigmoid at large ones"): near["long", "sigmoid"] < near["long", "relu"],
    }


def draw(axes, pen):
    for ax, (where, most) in zip(axes, RANGES.items(), strict=True):
        for name, colour, style in (("relu", "c2", "--"), ("sigmoid", "c1", "-.")):
            current, goal, closest = fitted(name, most)
            pen.curve(ax, current, closest, f"{where}: closest {name}", colour, linestyle=style)
        pen.curve(ax, current, goal, f"{where}: rate of the cell", "muted", linewidth=2.5, zorder=1)
        ax.set_xlabel(pen.say(Words("電流", "current")))
        ax.set_xlim(0, most)
        pen.ticks(ax, x=[0, most / 4, most / 2, 3 * most / 4, most] if most < 10 else [0, 20, 40, 60], y=[])
    axes[0].set_ylabel(pen.say(Words("放電率", "firing rate")))
