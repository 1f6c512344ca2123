"""A layer of two neurons, once as a network and once as a matrix with one row for each neuron."""

from activation_functions import sigmoid
from drawing.figure import COLOURS
from language.words import Words

title = Words("一層就是一個矩陣：每個神經元佔一橫列", "A layer is a matrix: one row for each neuron")
caption = Words(
    "左：三個輸入、兩個神經元的一層，每條線是一個權重，點線的權重是零。右：同樣的六個權重排成矩陣，同色的一橫列屬於同一個神經元。",
    "Left: a layer of two neurons on three inputs, one line for each weight; the dotted one has weight zero. Right: the same six weights as a matrix, where the row of one colour belongs to the neuron of that colour.",
)
alt = Words(
    "左邊是三個點連到兩個點的網路，右邊是兩橫列三直行的矩陣乘上輸入再加偏置；兩邊以相同顏色對應。",
    "On the left three dots are joined to two dots; on the right stands a matrix of two rows and three columns, times the input, plus the bias. Equal colours belong together.",
)
description = Words(
    "輸入是$x=(3,2,1)$。第一個神經元的權重是$(1,-1,2)$、偏置$-4$，得到$z_1=-1$；第二個的權重是$(0,2,-1)$、偏置$1$，得到$z_2=4$。",
    "The input is $x = (3, 2, 1)$. The first neuron has weights $(1, -1, 2)$ and bias $-4$ and gets $z_1 = -1$; the second has weights $(0, 2, -1)$ and bias $1$ and gets $z_2 = 4$.",
)
panels = 2
X, W, B = (3, 2, 1), ((1, -1, 2), (0, 2, -1)), (-4, 1)
NEURONS = ("c1", "c3")


def holds(drawn):
    return {
        Words("每個神經元佔一橫列", "one row for each neuron"): len(W) == len(B) == len(NEURONS) and all(len(row) == len(X) for row in W),
        Words("點線的權重是零", "the dotted one has weight zero"): [weight for row in W for weight in row].count(0) == 1,
        Words("第二個的權重是$(0,2,-1)$、偏置$1$，得到$z_2=4$", "the second has weights $(0, 2, -1)$ and bias $1$ and gets $z_2 = 4$"): (W[1], B[1])
        == ((0, 2, -1), 1)
        and sum(w * x for w, x in zip(W[1], X, strict=True)) + B[1] == 4,
    }


def draw(axes, pen):
    network, matrix = axes
    ink, muted = COLOURS["ink"][0], COLOURS["muted"][0]
    heights, targets = (4.0, 2.5, 1.0), (3.4, 1.6)
    sums = [sum(w * x for w, x in zip(row, X, strict=True)) + b for row, b in zip(W, B, strict=True)]
    for j, (row, to) in enumerate(zip(W, targets, strict=True)):
        colour = COLOURS[NEURONS[j]][0]
        for weight, start in zip(row, heights, strict=True):
            network.plot([1.2, 4.6], [start, to], color=colour, linewidth=1.4, linestyle="-" if weight else ":")
        pen.keep(f"weights of neuron {j + 1}", range(1, 4), row)
        pen.values(sigmoid, [sums[j]])
        network.plot([4.6], [to], "o", color=colour, markersize=11)
        pen.note(network, 4.6, to, f"{('z₁', 'z₂')[j]} = {sums[j]}".replace("-", "−"), NEURONS[j], (10, 0))
    for i, height in enumerate(heights):
        network.plot([1.2], [height], "o", color=ink, markersize=6)
        pen.note(network, 1.2, height, f"{('x₁', 'x₂', 'x₃')[i]} = {X[i]}", "ink", (-8, 0))
    network.set_xlim(-0.4, 6.6)
    for ax in axes:
        ax.set_ylim(0, 5)
        ax.set_axis_off()

    def column(x, entries, colours, name, gap=0.75):
        """A column of numbers between brackets, its letter above."""
        middle = 2.5
        half = gap * len(entries) / 2
        tops = [middle + half - gap * (k + 0.5) for k in range(len(entries))]
        for entry, colour, y in zip(entries, colours, tops, strict=True):
            matrix.text(x, y, f"{entry}".replace("-", "−"), ha="center", va="center", color=COLOURS[colour][0], fontsize=13)
        if name:
            matrix.text(x, middle + half + 0.35, name, ha="center", va="center", color=muted, fontsize=11)
        return half

    def brackets(left, right, half):
        for x, out in ((left, 0.13), (right, -0.13)):
            matrix.plot([x + out, x, x, x + out], [2.5 + half, 2.5 + half, 2.5 - half, 2.5 - half], color=ink, linewidth=1.2)

    for i in range(3):
        half = column(0.6 + 0.75 * i, [row[i] for row in W], NEURONS, "W" if i == 1 else "")
    brackets(0.1, 2.6, half)
    brackets(3.0, 3.75, column(3.37, X, ["ink"] * 3, "x"))
    matrix.text(4.2, 2.5, "+", ha="center", va="center", color=ink, fontsize=13)
    brackets(4.6, 5.5, column(5.05, B, NEURONS, "b"))
    matrix.text(5.95, 2.5, "=", ha="center", va="center", color=ink, fontsize=13)
    brackets(6.35, 7.25, column(6.8, sums, NEURONS, "z"))
    matrix.set_xlim(0, 7.4)
