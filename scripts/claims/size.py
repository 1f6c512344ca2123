"""Sayings about how large a network is, and about which of its layers are counted."""

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


Counted = tuple[tuple[int, ...], int]
"""The sizes of a network's layers with the inputs first, and how many layers its author says it has."""

LECTURE: tuple[Counted, ...] = (((3, 4, 2), 2), ((3, 4, 4, 1), 3))
BOOK: tuple[Counted, ...] = (((2, 3, 1), 3),)
LIBRARY: tuple[Counted, ...] = (((2, 100, 1), 3),)  # hidden_layer_sizes has n_layers - 2 entries; its default is (100,)


def leaves_the_inputs_out(networks):
    """Does the author count as many layers as there are weight matrices, so that the inputs are none? Half true if sometimes."""
    out = [said == len(sizes) - 1 for sizes, said in networks]
    return Ruling("holds" if all(out) else "conditional" if any(out) else "wrong")


inputs_are_not_counted = Claim(
    said=Words("說N層網路時，不計輸入層。", "When one speaks of N layers, the input layer is left out."),
    says="generally",
    rows=("D63",),
    judge=leaves_the_inputs_out,
    about=LECTURE,
    instead=BOOK,
    control=Words(
        "換成一本書的程式：各層是$2$、$3$、$1$，它叫三層，輸入也算一層。",
        "Take the program of a book: it calls layers of $2$, $3$, $1$ a network of three layers, and so counts the inputs.",
    ),
    assumes=(
        Words(
            "作者列出的網路，與作者說的層數；不計輸入，層數就等於權重矩陣的個數。這裡是CS231n的講義，它說各層是$3$、$4$、$2$的網路有兩層，$3$、$4$、$4$、$1$的有三層。",
            "Networks that an author lists, with the number of layers that the author gives; with the inputs left out, that is the number of weight matrices. Here it is the CS231n lecture notes, which call layers of $3$, $4$, $2$ two layers, and $3$, $4$, $4$, $1$ three.",
        ),
    ),
    variations=(
        Variation("form", Words("Nielsen一書的程式：各層是$2$、$3$、$1$", "The program of Nielsen's book: layers of $2$, $3$, $1$"), about=BOOK),
        Variation("form", Words("scikit-learn的`n_layers_`，一個隱藏層", "`n_layers_` of scikit-learn, with one hidden layer"), about=LIBRARY),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch", "range"),
            Words("只比較怎麼數，沒有算任何輸出。", "Only ways of counting are compared; no output is computed."),
        ),
    ),
    why=Words(
        "這是約定，各家不同。輸入不計算什麼，所以CS231n的講義不把它算成一層；Nielsen的程式與scikit-learn把它算進去，同一個網路多一層。數目之外，最好把各層的大小寫出來。",
        "It is a convention, and authors differ. Inputs compute nothing, and so the CS231n notes do not count them as a layer; Nielsen's program and scikit-learn do, and have one layer more for the same network. Better than a number is to write down the sizes of the layers.",
    ),
    holds_when=Words("作者以權重矩陣的個數當層數時成立，本站也這樣數。", "It holds of authors who count weight matrices; so does this site."),
    topic="guide/neuron",
    reads=("stanford2026", "nielsen2026", "scikit2026"),
)
