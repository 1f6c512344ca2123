"""The logistic map from two starts a millionth apart: with one factor they meet, with another they part."""

import numpy as np

from language.words import Words

title = Words("同一條式子，出發點的差別可能消失，也可能放大", "One formula: a difference at the start may disappear, or grow")
caption = Words(
    "每一步把$x$換成$r\\,x\\,(1-x)$。兩條線的出發點只差百萬分之一。左：$r=\\frac{5}{2}$，兩條線始終重疊，走到$\\frac{3}{5}$。右：$r=4$，第$[[logistic_map.step]]$步起相差超過十分之一。",
    "Each step replaces $x$ by $r\\,x\\,(1-x)$. The two lines start a millionth apart. Left: with $r = \\frac{5}{2}$ they stay together and go to $\\frac{3}{5}$. Right: with $r = 4$ they are more than a tenth apart from step $[[logistic_map.step]]$.",
)
alt = Words(
    "左：兩條重疊的線很快變平。右：兩條線先重疊著上下跳動，後來彼此無關。",
    "Left: two lines on top of each other soon level off. Right: two lines jump up and down together at first, and later have nothing in common.",
)
description = Words(
    "出發點是$\\frac{3}{10}$，以及再多百萬分之一。$r=4$時，差距平均每一步加倍。",
    "The starts are $\\frac{3}{10}$ and a millionth more. With $r = 4$ the gap doubles at each step on average.",
)
panels = 2
STEPS, APART = 30, 1e-6


def path(r, x):
    """x and what follows from it, STEPS times."""
    found = [x]
    for _ in range(STEPS):
        found.append(r * found[-1] * (1 - found[-1]))
    return np.array(found)


def gap(r):
    return np.abs(path(r, 0.3 + APART) - path(r, 0.3))


def numbers():
    return {"step": int(np.argmax(gap(4.0) > 0.1))}


def holds(drawn):
    calm, wild = (np.abs(drawn[f"r = {r}, second start"][1] - drawn[f"r = {r}, first start"][1]) for r in ("2.5", "4"))
    return {
        Words("出發點的差別可能消失", "a difference at the start may disappear"): calm[-1] < calm[0] / 1000,
        Words("也可能放大", "or grow"): wild.max() > 1e5 * wild[0],
        Words("走到$\\frac{3}{5}$", "go to $\\frac{3}{5}$"): abs(drawn["r = 2.5, first start"][1][-1] - 3 / 5) < 1e-6,
        Words("先重疊著上下跳動，後來彼此無關", "jump up and down together at first, and later have nothing in common"): wild[:10].max()
        < 0.01
        < wild[20:].min() + wild.max(),
    }


def draw(axes, pen):
    for ax, r, name in zip(axes, (2.5, 4.0), ("2.5", "4"), strict=True):
        steps = np.arange(STEPS + 1)
        pen.curve(ax, steps, path(r, 0.3), f"r = {name}, first start", "c1")
        pen.curve(ax, steps, path(r, 0.3 + APART), f"r = {name}, second start", "c2", linewidth=1.2)
        ax.set_title(f"r = {name}", fontsize=11, fontweight="normal")
        ax.set_xlim(0, STEPS)
        ax.set_ylim(0, 1)
        ax.set_xlabel(pen.say(Words("步數", "step")))
        pen.ticks(ax, x=[0, 10, 20, 30], y=[0, 0.5, 1], ynames=["0", "½", "1"])
