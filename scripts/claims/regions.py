"""Sayings about what a ReLU network does to one sample, to another, and to all of them."""

from itertools import pairwise

import numpy as np

from activation_functions import identity, relu, tanh
from activation_functions.network import Network
from figures.regions_map import ALSO, BARE, SMALL, A, B
from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation
from mathematics.study import study

EXACT = Immaterial(("range",), Words("幾個整數點上精確比較，沒有掃過任何範圍。", "Whole-numbered points are compared exactly, and no range is scanned."))


def whole(f, *, sizes=(2, 4, 3, 2), bias=False, seed=0):
    """A network whose weights are random whole numbers, so that everything is exact."""
    rng = np.random.default_rng(seed)
    weights = [rng.integers(-5, 6, (m, n)).astype(float) for n, m in pairwise(sizes)]
    return Network(weights, [rng.integers(1, 6, (len(W), 1)).astype(float) for W in weights] if bias else [], f)


def map_of(network, x):
    """The matrix W_L D_(L-1) … D_1 W_1 at one sample: D has the slopes of the units there on its diagonal, for ReLU its gates."""
    M = np.eye(len(x))
    for W, z in zip(network.weights, network.forward(x)[0], strict=True):
        M = W @ M if W is network.weights[-1] else network.f.derivative(z) * (W @ M)
    return M


def columns(count, reach):
    return np.random.default_rng(1).integers(-reach, reach + 1, (count, 2, 1)).astype(float)


def one_matrix(f, *, reach=9, **network):
    """Is the output at twenty samples one matrix times the sample? Its columns are what the network makes of (1, 0) and (0, 1)."""
    net = whole(f, **network)
    M = net(np.eye(2))
    return Ruling("holds" if all(np.array_equal(net(x), M @ x) for x in columns(20, reach)) else "wrong")


STACK = Words(
    "兩個輸入、四個與三個隱藏單元、兩個輸出，沒有偏置；權重是$-5$到$5$的隨機整數，種子是$0$。二十個樣本，座標是$-9$到$9$的整數，全部精確計算。",
    "Two inputs, four and three hidden units, two outputs, no biases; weights are random whole numbers from $-5$ to $5$, seed $0$. Twenty samples with whole coordinates from $-9$ to $9$, all computed exactly.",
)
CHANGES = (
    Variation("bias", Words("每一層都有偏置", "A bias in every layer"), {"bias": True}),
    Variation("width", Words("中間各五十個單元", "Fifty units in each middle layer"), {"sizes": (2, 50, 50, 2)}),
    Variation("depth", Words("一個隱藏層", "One hidden layer"), {"sizes": (2, 4, 2)}),
    Variation("depth", Words("六個隱藏層", "Six hidden layers"), {"sizes": (2, 4, 4, 4, 4, 4, 4, 2)}),
    Variation("inputs", Words("座標到$20$的樣本", "Samples with coordinates up to $20$"), {"reach": 20}),
    Variation("initialisation", Words("另一組權重", "Other weights"), {"seed": 1}),
)
UNTRAINED = Immaterial(("optimiser", "batch"), Words("什麼也沒有訓練。", "Nothing is trained."))

linear_network_is_one_matrix = Claim(
    said=Words("線性網路就是一個矩陣M，樣本A和樣本B用的是同一個M。", "A linear network is one matrix M, the same for sample A and for sample B."),
    says="generally",
    rows=("A14",),
    judge=one_matrix,
    about=identity,
    instead=relu,
    control=Words("隱藏單元換成ReLU：沒有一個矩陣能管所有的樣本。", "Take ReLU for the hidden units: no one matrix serves all samples."),
    assumes=(STACK,),
    variations=CHANGES,
    immaterial=(UNTRAINED, EXACT),
    why=Words(
        "沒有激活函數，各層的矩陣乘起來就是$M$，式子裡沒有樣本，所以人人共用。有偏置時，還要加上一個同樣人人共用的常數向量，網路是仿射的。",
        "Without activations the matrices of the layers multiply into $M$; no sample stands in the product, so all share it. With biases a constant vector is added, shared by all as well, and the network is affine.",
    ),
    holds_when=Words(
        "沒有偏置時成立；有偏置時，要說「一個矩陣與一個常數向量」。", "It holds without biases; with them, say “one matrix and one constant vector”."
    ),
    topic="guide/regions",
)


def linear_for_each(f, *, reach=9, **network):
    """Is the output at each of twenty samples the matrix of that sample times the sample?"""
    net = whole(f, **network)
    return Ruling("holds" if all(np.allclose(net(x), map_of(net, x) @ x, rtol=1e-12, atol=0) for x in columns(20, reach)) else "wrong")


one_sample_meets_a_linear_map = Claim(
    said=Words("對單一樣本而言，ReLU網路就是一個線性映射M₁。", "Given one sample, all that a ReLU network does is a linear map M₁."),
    says="generally",
    rows=("A15",),
    judge=linear_for_each,
    about=relu,
    instead=tanh,
    control=Words(
        "換成$\\tanh$：各單元的斜率也能排成對角矩陣，乘起來卻不是輸出。",
        "Take $\\tanh$: the slopes of its units stand on a diagonal too, but the product is not the output.",
    ),
    assumes=(STACK, Words("$M_1$是那個樣本的$W_LD_{L-1}\\cdots D_1W_1$。", "$M_1$ is $W_LD_{L-1}\\cdots D_1W_1$ of that sample.")),
    variations=CHANGES,
    immaterial=(UNTRAINED, EXACT),
    why=Words(
        "樣本給定，每個單元不是開就是關；關的乘$0$，開的乘$1$，於是整個網路是矩陣的乘積。有偏置時多出一個常數$c_1$，輸出是$M_1x+c_1$，映射是仿射的。附近的樣本只要沒有單元換邊，用的也是同一個$M_1$。",
        "Given the sample, each unit is either on or off; off is times $0$, on is times $1$, and the whole network is a product of matrices. With biases a constant $c_1$ comes in: the output is $M_1x+c_1$, and the map is affine. Samples nearby share $M_1$ as long as no unit changes sides.",
    ),
    holds_when=Words("沒有偏置時成立；有偏置時是仿射映射$M_1x+c_1$。", "It holds without biases; with them the map is affine, $M_1x+c_1$."),
    topic="guide/regions",
)


def another_map(f, *, network=SMALL, a=A, b=B):
    """Do two samples have different matrices?"""
    net = Network(network.weights, network.biases, f)
    first, second = (map_of(net, np.reshape(x, (-1, 1)).astype(float)) for x in (a, b))
    return Ruling("wrong" if np.array_equal(first, second) else "holds")


another_sample_another_map = Claim(
    said=Words("換成樣本B，得到的映射M₂與M₁不同。", "For sample B the map is another one, M₂, different from M₁."),
    says="generally",
    rows=("A16",),
    judge=another_map,
    about=relu,
    instead=identity,
    control=Words("隱藏單元換成恆等函數：所有樣本共用一個矩陣。", "Take the identity for the hidden units: all samples share one matrix."),
    assumes=(
        Words(
            "本章的小網路：兩個輸入，隱藏層三個與兩個ReLU單元，一個輸出，有偏置；$A$是$(1,1)$，$B$是$(-2,1)$。",
            "The small network of the chapter: two inputs, hidden layers of three and two ReLU units, one output, with biases; $A$ is $(1,1)$ and $B$ is $(-2,1)$.",
        ),
    ),
    variations=(
        Variation("inputs", Words("$B$改成$(2,1)$，與$A$在同一塊", "$B$ at $(2,1)$, in the region of $A$"), {"b": ALSO}),
        Variation("bias", Words("沒有偏置", "No biases"), {"network": BARE}),
        Variation(
            "width",
            Words("隱藏層各五十個單元，隨機的整數權重", "Hidden layers of fifty units, random whole weights"),
            {"network": whole(relu, sizes=(2, 50, 50, 1))},
        ),
        Variation("depth", Words("一個隱藏層", "One hidden layer"), {"network": whole(relu, sizes=(2, 3, 1), bias=True)}),
    ),
    immaterial=(NOT_TRAINED, EXACT),
    why=Words(
        "$A$與$B$開著的單元不同，留下的路就不同。但$(2,1)$與$A$開著同樣的單元，同一塊裡的樣本共用一個$M$；不同的塊也可能碰巧有相同的$M$。",
        "Other units are on for $A$ than for $B$, so other paths are left. But for $(2,1)$ the same units are on as for $A$: samples of one region share $M$, and different regions may happen to have the same $M$ too.",
    ),
    holds_when=Words(
        "兩個樣本在不同的區域，而且那兩塊的矩陣不同。", "It holds when the two samples lie in different regions and these have different matrices."
    ),
    topic="guide/regions",
)


def not_affine(f, *, network=SMALL, reach=3):
    """Is there a pair of points whose midpoint has another output than the mean of theirs? An affine map has none."""
    net = Network(network.weights, network.biases, f)
    ends = np.random.default_rng(2).uniform(-reach, reach, (2, 2, 400))
    off = np.abs(net(ends.mean(axis=0)) - (net(ends[0]) + net(ends[1])) / 2)
    return Ruling("holds" if off.max() > 1e-9 * reach else "wrong")


CANCELLED = Network([np.array([[1.0, 2.0], [-1.0, -2.0]]), np.array([[1.0, -1.0]])], [], relu)

the_whole_is_nonlinear = Claim(
    said=Words("就整個輸入空間來看，ReLU網路的映射是非線性的。", "Over the input space as a whole, the map of a ReLU network is nonlinear."),
    says="generally",
    rows=("A18",),
    judge=not_affine,
    about=relu,
    instead=identity,
    control=Words("隱藏單元換成恆等函數：處處是同一個仿射映射。", "Take the identity for the hidden units: it is one affine map everywhere."),
    assumes=(
        Words(
            "本章的小網路，有偏置。四百對隨機的點，座標在$-3$與$3$之間，種子是$2$：中點的輸出是不是兩端輸出的平均。",
            "The small network of the chapter, with biases. Four hundred random pairs of points with coordinates between $-3$ and $3$, seed $2$: is the output at the midpoint the mean of those at the ends?",
        ),
    ),
    variations=(
        Variation("form", Words("兩個單元看$z$與$-z$，輸出相減", "Two units that look at $z$ and $-z$, one taken from the other"), {"network": CANCELLED}),
        Variation("bias", Words("沒有偏置", "No biases"), {"network": BARE}),
        Variation(
            "width",
            Words("隱藏層各五十個單元，隨機的整數權重", "Hidden layers of fifty units, random whole weights"),
            {"network": whole(relu, sizes=(2, 50, 50, 1))},
        ),
        Variation("depth", Words("一個隱藏層", "One hidden layer"), {"network": whole(relu, sizes=(2, 3, 1), bias=True)}),
        Variation("range", Words("座標大一百倍", "Coordinates a hundred times as large"), {"reach": 300}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("inputs",), Words("這句話說的就是整個輸入空間。", "The saying is about all inputs there are.")),
    ),
    why=Words(
        "不同的塊用不同的$M$，拼起來就不是一個仿射映射。例外是彎折互相抵消：$\\operatorname{ReLU}(z)-\\operatorname{ReLU}(-z)=z$，兩個單元合起來什麼也沒彎。",
        "Different regions use different $M$, and together that is no affine map. The exception is bends that cancel: $\\operatorname{ReLU}(z)-\\operatorname{ReLU}(-z)=z$, two units that together bend nothing.",
    ),
    holds_when=Words(
        "只要各塊的$M$不全相同就成立；隨手取的權重多半如此。後面的一層若處處全關，網路就是常數，這樣的權重也抽得到。",
        "It holds whenever the regions do not all have the same $M$, which is so for most weights one may draw. If a later layer is off everywhere the network is constant, and such weights are drawn too.",
    ),
    topic="guide/regions",
)


def on_elsewhere(samples, **change):
    """Among hidden units after training: are some on for one sample and off for another, of the first 1, 4, 16 or 96?"""
    return Ruling("holds" if study("regions", **change)["mixed"][:, samples].mean() > 0 else "wrong")


off_here_may_be_on_there = Claim(
    said=Words(
        "對某個輸入不激活的ReLU單元，對別的輸入可能會激活，所以仍能學習。",
        "A ReLU unit that is off for one input may be on for another, and hence can still learn.",
    ),
    says="generally",
    rows=("D54",),
    judge=on_elsewhere,
    about=3,
    instead=0,
    control=Words("只看一個樣本：沒有別的輸入可以讓它激活。", "Look at one sample alone: there is no other for which it could be on."),
    assumes=(
        Words(
            "雙月牙九十六個點，置中；兩個隱藏層，每層八個ReLU單元，有偏置，照He開始；交叉熵，全批次梯度下降六百步；五個種子。訓練之後，數一數對某些訓練樣本激活、對某些不激活的單元。",
            "Two moons of ninety-six points, centred; two hidden layers of eight ReLU units with biases, from He's start; cross-entropy, six hundred steps of full-batch gradient descent; five seeds. After training, the units that are on for some training samples and off for others are counted.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層四個單元", "Four units a layer"), {"width": 4}),
        Variation("depth", Words("一個隱藏層十六個單元", "One hidden layer of sixteen units"), {"width": 16, "hidden": 1}),
        Variation("depth", Words("四個隱藏層", "Four hidden layers"), {"hidden": 4}),
        Variation("inputs", Words("每個輸入加$2$，不再置中", "$2$ added to every input, so that they are off centre"), {"shift": 2.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), {"batch": 16}),
        Variation("range", Words("只看十六個樣本", "Sixteen samples only"), about=2),
    ),
    why=Words(
        "單元的界線穿過資料，兩邊的樣本各在一側。訓練之後，這樣的單元占$[[regions_counted.mixed:%]]$；讓它激活的樣本把梯度送給它。",
        "The border of a unit runs through the data, with samples on both sides. After training, $[[regions_counted.mixed:%]]$ of the units are such; the samples that turn a unit on send it a gradient.",
    ),
    holds_when=Words(
        "只要還有一個訓練樣本讓它激活，而且後面的權重不把它的梯度變成零；對全部樣本都不激活，就是死掉的單元。",
        "It holds as long as one training sample turns the unit on and the weights after it do not make its gradient zero; a unit off for all samples is dead.",
    ),
    topic="guide/regions",
)
