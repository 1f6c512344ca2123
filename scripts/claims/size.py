"""A saying about how large a network is."""

from itertools import pairwise

from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation


def neurons(sizes):
    return sum(sizes[1:])


def parameters(sizes, bias=True):
    """Weights, and biases if there are any."""
    return sum(m * (n + bias) for n, m in pairwise(sizes))


def same_order(networks, *, bias=True):
    """Do neurons and parameters agree on which of the two networks is the larger?"""
    one, other = networks
    return Ruling("holds" if (neurons(one) < neurons(other)) == (parameters(one, bias) < parameters(other, bias)) else "wrong")


neurons_or_parameters = Claim(
    said=Words("網路的大小，用神經元數或參數數量來衡量。", "A network's size is told by the number of its neurons or parameters."),
    says="generally",
    rows=("D65",),
    judge=same_order,
    about=((20, 19, 1), (3, 10, 10, 10, 1)),
    instead=((3, 10, 1), (3, 20, 1)),
    control=Words(
        "比較同樣形狀、只是寬度不同的兩個網路：這時兩種量法的次序相同。",
        "Compare two networks of one shape that differ in width only: then both measures order them alike.",
    ),
    assumes=(
        Words(
            "兩個網路，各層的大小是$20$、$19$、$1$與$3$、$10$、$10$、$10$、$1$，都有偏置；問兩種量法說的是不是同一個比較大。",
            "Two networks with layers of $20$, $19$, $1$ and of $3$, $10$, $10$, $10$, $1$, both with biases; do the two measures call the same one larger?",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("只有寬度不同", "Only the width differs"), about=((3, 10, 1), (3, 20, 1))),
        Variation("depth", Words("同樣多的隱藏神經元，一層或三層", "As many hidden neurons in one layer or in three"), about=((10, 12, 1), (10, 4, 4, 4, 2))),
        Variation("inputs", Words("兩個網路都有$20$個輸入", "Both networks have $20$ inputs"), about=((20, 19, 1), (20, 10, 10, 10, 1))),
    ),
    immaterial=(NOT_TRAINED, Immaterial(("range",), Words("數得完的個數，沒有掃過任何範圍。", "These are counts, and no range is scanned."))),
    why=Words(
        "兩種量法可以說出相反的話：第一個網路有$20$個神經元、$[[19 * 21 + 20]]$個參數，第二個有$[[10 + 10 + 10 + 1]]$個神經元，卻只有$[[10 * 4 + 2 * 10 * 11 + 11]]$個參數。一個神經元有多少參數，要看前一層多寬。",
        "The two may say opposite things: the first network has $20$ neurons and $[[19 * 21 + 20]]$ parameters, the second $[[10 + 10 + 10 + 1]]$ neurons and only $[[10 * 4 + 2 * 10 * 11 + 11]]$ parameters. How many parameters a neuron has depends on the width of the layer before.",
    ),
    holds_when=Words(
        "同樣形狀的網路互相比較時成立；否則要說清楚量的是哪一個。計算量又是另一個數。",
        "It holds between networks of one shape; otherwise say which was counted. The amount of computation is yet another number.",
    ),
    topic="guide/neuron",
)
