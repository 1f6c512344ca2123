"""What a gate lets through: one branch held, the other moved, for GLU and for SwiGLU."""

import numpy as np

from activation_functions import glu, swiglu
from language.words import Words

title = Words("Sigmoid的門開到全開為止；SwiGLU的門沒有上限", "A sigmoid gate opens as far as all; the gate of SwiGLU has no limit")
caption = Words(
    "一條支路固定在$a=2$（實線）、$a=1$（虛線）與$a=-1$（點線），橫軸是另一條支路$b$。左：GLU，$a\\,\\sigma(b)$。右：SwiGLU，$a$乘上$b$的SiLU。",
    "One branch is held at $a=2$ (solid), $a=1$ (dashed) and $a=-1$ (dotted); the other branch, $b$, runs across. Left: GLU, $a\\,\\sigma(b)$. Right: SwiGLU, $a$ times the SiLU of $b$.",
)
alt = Words(
    "左：三條S形曲線由零出發，各自停在自己的a。右：三條曲線在左邊接近零，往右一直變大，越過自己的a。",
    "Left: three S-shaped curves start at zero and level off at their own a. Right: three curves are close to zero on the left and keep growing to the right, past their own a.",
)
description = Words(
    "$b=0$時，GLU放行一半，$a=2$的輸出是$1$；SwiGLU在那裡是$0$。$b=4$時，GLU放行$[[sigmoid(4):3%]]$，SwiGLU把$a$乘上$[[silu(4)]]$。",
    "At $b=0$ GLU lets half through, and with $a=2$ the output is $1$; there SwiGLU is $0$. At $b=4$ GLU lets $[[sigmoid(4):3%]]$ through, while SwiGLU multiplies $a$ by $[[silu(4)]]$.",
)
panels = 2
HELD = (2, 1, -1)


def holds(drawn):
    bounded, free = ([drawn[f"{f}([{a} + 0 * x, x])[0]"] for a in HELD] for f in ("glu", "swiglu"))
    return {
        Words("Sigmoid的門開到全開為止", "A sigmoid gate opens as far as all"): all(np.abs(y).max() < abs(a) for a, (_, y) in zip(HELD, bounded, strict=True)),
        Words("SwiGLU的門沒有上限", "the gate of SwiGLU has no limit"): all(
            abs(y[-1]) > 3 * abs(a) and (np.diff(np.abs(y[x > 0])) > 0).all() for a, (x, y) in zip(HELD, free, strict=True)
        ),
        Words("右：三條曲線在左邊接近零", "three curves are close to zero on the left"): all(np.abs(y[x < -3]).max() < 0.3 for x, y in free),
    }


def draw(axes, pen):
    x = np.linspace(-4, 4, 241)
    for ax, f, name in zip(axes, (glu, swiglu), ("GLU", "SwiGLU"), strict=True):
        for a, colour, style in zip(HELD, ("c1", "c3", "c2"), ("-", "--", ":"), strict=True):
            drawn = pen.graph(ax, f, x, f"{f.id}([{a} + 0 * x, x])[0]", colour=colour, label=None, linestyle=style)
            pen.note(ax, 4, drawn.y[-1], f"a = {a}".replace("-", "−"), colour, (4, 0))
        ax.set_title(name, fontsize=11, fontweight="normal")
        ax.set_xlabel("b")
        ax.set_xlim(-4, 4)
        pen.ticks(ax, x=[-4, 0, 4])
    pen.ticks(axes[0], y=[-1, 0, 1, 2])
    pen.ticks(axes[1], y=[-4, 0, 4, 8])
