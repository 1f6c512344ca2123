"""A network of three layers with the symbols in their places: which layer a letter's index counts."""

from drawing.figure import COLOURS
from language.words import Words

title = Words("輸入不算一層：這個網路有三層", "The inputs are not counted: this network has three layers")
caption = Words(
    "一個由輸入層、兩個隱藏層與輸出層組成的網路。編號從輸入的$0$開始；第$\\ell$組線帶著$W_\\ell$，第$\\ell$排神經元先算$z_\\ell$，再算$a_\\ell$。",
    "A network of inputs, two hidden layers and an output layer. The numbering begins with $0$ at the inputs; the $\\ell$-th set of lines carries $W_\\ell$, and the $\\ell$-th column of neurons computes first $z_\\ell$, then $a_\\ell$.",
)
alt = Words(
    "四排點，相鄰兩排全部相連。最左一排是輸入，編號零；其餘三排各是一層，編號一到三。",
    "Four columns of dots, neighbours fully joined. The first column, numbered zero, holds the inputs; the other three are layers one to three.",
)
description = Words(
    "輸入有$3$個，兩個隱藏層各有$4$個神經元，輸出層有$2$個。所以$W_1$是$4\\times 3$，$W_2$是$4\\times 4$，$W_3$是$2\\times 4$。",
    "There are $3$ inputs, $4$ neurons in each of the two hidden layers, and $2$ in the output layer. Hence $W_1$ is $4 \\times 3$, $W_2$ is $4 \\times 4$ and $W_3$ is $2 \\times 4$.",
)
WIDTHS = (3, 4, 4, 2)


def holds(drawn):
    return {
        Words("這個網路有三層", "this network has three layers"): len(WIDTHS) - 1 == 3 == sum(name.startswith("neurons of layer") for name in drawn),
        Words(
            "$W_1$是$4\\times 3$，$W_2$是$4\\times 4$，$W_3$是$2\\times 4$", "$W_1$ is $4 \\times 3$, $W_2$ is $4 \\times 4$ and $W_3$ is $2 \\times 4$"
        ): WIDTHS == (3, 4, 4, 2),
    }


def draw(ax, pen):
    ink, muted, blue = (COLOURS[name][0] for name in ("ink", "muted", "c1"))
    middle, gap, apart = 3.1, 0.78, 3.0
    places = [[(layer * apart, middle + gap * (k - (width - 1) / 2)) for k in range(width)] for layer, width in enumerate(WIDTHS)]
    for before, after in zip(places, places[1:], strict=False):
        for x0, y0 in before:
            for x1, y1 in after:
                ax.plot([x0, x1], [y0, y1], color=muted, linewidth=0.6, zorder=1)
    for layer, column in enumerate(places):
        pen.keep(f"neurons of layer {layer}" if layer else "inputs", *zip(*column, strict=True))
        ax.plot(*zip(*column, strict=True), "o", color=blue if layer else ink, markersize=10 if layer else 6, linestyle="none", zorder=2)
        x = layer * apart
        below = f"a{'₀₁₂₃'[layer]}" if layer else "x = a₀"
        ax.text(x, 0.8, below, ha="center", va="center", color=blue if layer else ink, fontsize=12)
        name = (Words("輸入", "inputs"), Words("第一層", "layer 1"), Words("第二層", "layer 2"), Words("第三層", "layer 3"))[layer]
        ax.text(x, 5.5, pen.say(name), ha="center", va="center", color=ink if layer else muted, fontsize=10.5)
        if layer:
            ax.text(x - apart / 2, 0.8, f"W{'₀₁₂₃'[layer]}, b{'₀₁₂₃'[layer]}", ha="center", va="center", color=muted, fontsize=10.5)
    kinds = (None, Words("隱藏層", "hidden"), Words("隱藏層", "hidden"), Words("輸出層", "output"))
    for layer, kind in enumerate(kinds):
        if kind:
            ax.text(layer * apart, 0.15, pen.say(kind), ha="center", va="center", color=muted, fontsize=10.5)
    ax.set_xlim(-0.9, 3 * apart + 0.7)
    ax.set_ylim(-0.15, 5.8)
    ax.set_axis_off()
