"""What one activation does on the way back: it multiplies what arrives by its own slope."""

from fractions import Fraction

from matplotlib.patches import FancyBboxPatch

from activation_functions import softsign
from drawing.figure import COLOURS
from language.words import Words

title = Words("往回走一步：乘上自己的斜率", "One step back: multiply by the unit's own slope")
caption = Words(
    "上面那個例子的第二個隱藏單元。藍色往右：$z$進去，$a=f(z)$出來。橘色往左：損失對$a$的斜率進來，乘上$f'(z)$，出去的是損失對$z$的斜率。",
    "The second hidden unit of the example above. Blue, to the right: $z$ goes in, $a = f(z)$ comes out. Orange, to the left: the slope of the loss with respect to $a$ comes in, is multiplied by $f'(z)$, and leaves as the slope of the loss with respect to $z$.",
)
alt = Words(
    "一個方框。上方藍箭頭由左往右穿過，下方橘箭頭由右往左穿過，箭頭旁寫著數字。",
    "A box. A blue arrow passes above from left to right, an orange one below from right to left, with numbers beside them.",
)
description = Words(
    "$z=-3$，$a=-\\frac{3}{4}$，斜率是$\\frac{1}{16}$。進來的是$-8$，出去的是$-\\frac{1}{2}$。",
    "Here $z = -3$ and $a = -\\frac{3}{4}$, and the slope is $\\frac{1}{16}$. What comes in is $-8$, what goes out is $-\\frac{1}{2}$.",
)
size = (5.6, 2.3)
Z, ARRIVES = -3, 4 * -2  # its weight to the output, times the output's δ


def slope():
    return Fraction(float(softsign.derivative(float(Z))))


def holds(drawn):
    (z,), (a,) = drawn["softsign(x)"]
    (came,), (left,) = drawn["arrives and leaves"]
    return {
        Words("乘上自己的斜率", "multiply by the unit's own slope"): abs(came * (softsign(z + 1e-5) - softsign(z - 1e-5)) / 2e-5 - left) < 1e-6,
        Words("$z=-3$，$a=-\\frac{3}{4}$，斜率是$\\frac{1}{16}$", "Here $z = -3$ and $a = -\\frac{3}{4}$, and the slope is $\\frac{1}{16}$"): (z, a, slope())
        == (-3, -0.75, Fraction(1, 16)),
        Words("進來的是$-8$，出去的是$-\\frac{1}{2}$", "What comes in is $-8$, what goes out is $-\\frac{1}{2}$"): (came, left) == (-8, -0.5),
    }


def draw(ax, pen):
    blue, orange, ink = (COLOURS[name][0] for name in ("c1", "c2", "ink"))
    graph = pen.values(softsign, [Z])
    leaves = ARRIVES * slope()
    pen.keep("arrives and leaves", [ARRIVES], [float(leaves)])

    def spelt(number):
        return str(number).replace("-", "−")

    def arrow(start, end, colour):
        ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0})

    ax.add_patch(FancyBboxPatch((3.6, 0.6), 2.8, 2.8, boxstyle="round,pad=0.02,rounding_size=0.2", facecolor="none", edgecolor=ink, linewidth=1.5))
    for left, right in ((0.4, 3.5), (6.5, 9.6)):
        arrow((left, 2.7), (right, 2.7), blue)
        arrow((right, 1.3), (left, 1.3), orange)
    for x, y, words, colour in (
        (1.95, 3.15, f"z = {spelt(Z)}", blue),
        (8.05, 3.15, f"a = {spelt(Fraction(float(graph.y[0])))}", blue),
        (5.0, 2.7, "f", blue),
        (5.0, 1.3, f"× {slope()}", orange),
        (8.05, 0.75, spelt(ARRIVES), orange),
        (1.95, 0.75, spelt(leaves), orange),
    ):
        ax.text(x, y, words, ha="center", va="center", color=colour, fontsize=12)
    ax.set_xlim(0, 10)
    ax.set_ylim(0.2, 3.8)
    ax.set_axis_off()
