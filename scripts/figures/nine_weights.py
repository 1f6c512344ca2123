"""Nine weights and what is left of them: a network without activations, and the two weights it amounts to."""

from language.words import Words

title = Words("沒有激活函數，九個權重只抵得上兩個", "Without activations, nine weights do the work of two")
caption = Words(
    "左：兩個輸入、三個什麼也不做的隱藏單元、一個輸出，九個權重。右：同一個函數，隱藏層不見了，每個輸入只剩一個權重，就是把它走到輸出的三條路加起來。",
    "Left: two inputs, three hidden units that do nothing of their own, one output, nine weights. Right: the same function with no hidden layer and one weight for each input, "
    "the sum over the three paths from that input to the output.",
)
alt = Words(
    "左邊的網路有兩個輸入、三個隱藏單元與一個輸出，九條線標著九個權重；右邊只有兩個輸入直接連到輸出，兩條線標著合併後的權重。",
    "The network on the left has two inputs, three hidden units and one output, its nine lines marked with nine weights; on the right two inputs lead straight to the output, their two lines marked with the merged weights.",
)
description = Words(
    "第一個輸入經由$w_1$、$w_3$、$w_5$到三個隱藏單元，第二個輸入經由$w_2$、$w_4$、$w_6$；三個隱藏單元再經由$w_7$、$w_8$、$w_9$到輸出。"
    "合併後的兩個權重是$w_1w_7+w_3w_8+w_5w_9$與$w_2w_7+w_4w_8+w_6w_9$。",
    "The first input reaches the three hidden units through $w_1$, $w_3$, $w_5$ and the second through $w_2$, $w_4$, $w_6$; the three hidden units reach the output through $w_7$, $w_8$, $w_9$. "
    "The two merged weights are $w_1w_7+w_3w_8+w_5w_9$ and $w_2w_7+w_4w_8+w_6w_9$.",
)
panels = 2
INPUTS = ((0.0, 1.0, "i₁", "c1"), (0.0, -1.0, "i₂", "c3"))
HIDDEN = ((1.6, 1.7), (1.6, 0.0), (1.6, -1.7))
OUTPUT = (3.0, 0.0)
SUBSCRIPT = "₀₁₂₃₄₅₆₇₈₉"
# How far along its line each weight is written, and how many points beside it: clear of the crossings.
PLACES = {
    1: (0.5, 0, 11),
    2: (0.82, -13, 3),
    3: (0.7, 4, 9),
    4: (0.7, 4, -9),
    5: (0.82, -13, -3),
    6: (0.5, 0, -11),
    7: (0.5, 9, 7),
    8: (0.42, 0, 9),
    9: (0.5, 9, -7),
}


def holds(drawn):
    merged = [name for name in drawn if name.startswith("merged weight")]
    return {Words("九個權重只抵得上兩個", "nine weights do the work of two"): len(drawn) - len(merged) == 9 and len(merged) == 2}


def draw(axes, pen):
    whole, left = axes
    for ax in axes:
        ax.set_axis_off()
        ax.set_xlim(-0.25, 3.3)
        ax.set_ylim(-2.15, 2.15)
    for j, unit in enumerate(HIDDEN):
        for i, (x, y, _, colour) in enumerate(INPUTS):
            line(whole, pen, (x, y), unit, 2 * j + i + 1, colour)
        line(whole, pen, unit, OUTPUT, j + 7, "muted")
        node(whole, pen, unit, "Σ", "muted")
    for ax in axes:
        for x, y, name, colour in INPUTS:
            node(ax, pen, (x, y), name, colour)
        node(ax, pen, OUTPUT, "Σ", "ink")
    for (x, y, _, colour), route, up in zip(INPUTS, ("w₁w₇ + w₃w₈ + w₅w₉", "w₂w₇ + w₄w₈ + w₆w₉"), (1, -1), strict=True):
        pen.curve(left, [x, OUTPUT[0]], [y, OUTPUT[1]], f"merged weight of input {1 if up > 0 else 2}", colour, zorder=1)
        pen.note(left, 1.1, 0.68 * up, route, colour, (1, 5 * up), fontsize=12)


def line(ax, pen, start, end, k, colour):
    """A connection with its weight beside it."""
    (a, b), (c, d) = start, end
    pen.curve(ax, [a, c], [b, d], f"w{k}", colour, zorder=1, linewidth=1.6)
    along, *aside = PLACES[k]
    pen.note(ax, a + along * (c - a), b + along * (d - b), f"w{SUBSCRIPT[k]}", colour, tuple(aside), ha="center", va="center", fontsize=11.5)


def node(ax, pen, at, name, colour):
    from drawing.figure import COLOURS

    ax.plot(*at, "o", markersize=25, markerfacecolor=COLOURS["tint"][0], markeredgecolor=COLOURS[colour][0], markeredgewidth=1.4, zorder=3)
    ax.annotate(name, at, ha="center", va="center", color=COLOURS[colour][0], fontsize=12, zorder=4)
