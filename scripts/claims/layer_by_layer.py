"""Sayings about what a layer does: sum first, then the activation; and about what layers without a bend can do."""

import numpy as np
from scipy.optimize import linprog

from activation_functions import identity, relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR, AND = np.array([-1.0, 1.0, 1.0, -1.0]), np.array([-1.0, -1.0, -1.0, 1.0])
CUBE = np.array([[i, j, k] for i in (0.0, 1.0) for j in (0.0, 1.0) for k in (0.0, 1.0)])
ONE_POINT = Immaterial(("range",), Words("在幾個點上檢查，沒有掃過任何範圍。", "Checked at a few points; no range is scanned."))


def no_flat_boundary(sign, *, x=CORNERS, bias=True):
    """Is there no affine function, or without a bias no linear one, that has these signs at the points? Linear programming decides."""
    given = np.column_stack([x, np.ones(len(x))]) if bias else x
    answer = linprog(np.zeros(given.shape[1]), A_ub=-sign[:, None] * given, b_ub=-np.ones(len(x)), bounds=(None, None))
    return Ruling("wrong" if answer.status == 0 else "holds")


linear_networks_fail_at_xor = Claim(
    said=Words(
        "線性模型的表達能力不夠，沒有激活函數的網路解不了非線性問題。",
        "The expressive power of linear models falls short: networks without activations cannot solve nonlinear problems.",
    ),
    says="generally",
    rows=("B10", "C05"),
    judge=no_flat_boundary,
    about=XOR,
    instead=AND,
    control=Words("換成AND：一條直線就分得開。", "Take AND: one straight line separates it."),
    assumes=(
        Words(
            "「非線性問題」取最小的例子XOR：四個點，兩個輸入恰好有一個是$1$才算正的。沒有激活函數的網路就是仿射函數，問有沒有一個仿射函數在四個點的正負號都對；用線性規劃判定。",
            "For a “nonlinear problem” the smallest one is taken, XOR: four points, positive where exactly one of the two inputs is $1$. A network without activations is an affine function; is there one with the right sign at all four points? Linear programming decides.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), {"bias": False}),
        Variation("inputs", Words("輸入改成$-1$與$1$", "Inputs $-1$ and $1$"), {"x": 2 * CORNERS - 1}),
        Variation(
            "inputs",
            Words("三個輸入，有奇數個$1$才算正的", "Three inputs, positive where an odd number of them is $1$"),
            {"x": CUBE},
            about=2 * (CUBE.sum(axis=1) % 2) - 1,
        ),
        Variation("inputs", Words("多給一個輸入$x_1x_2$", "One more input, $x_1x_2$"), {"x": np.column_stack([CORNERS, CORNERS[:, 0] * CORNERS[:, 1]])}),
        Variation(
            "form",
            Words("改給座標的和，以及和的平方", "The sum of the coordinates and its square instead"),
            {"x": np.column_stack([CORNERS.sum(axis=1), CORNERS.sum(axis=1) ** 2])},
        ),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(
            ("width", "depth"),
            Words("沒有激活函數時，不管多寬多深，算得出的都是仿射函數。", "Without activations all that can be computed is affine, at any width and depth."),
        ),
        ONE_POINT,
    ),
    why=Words(
        "仿射函數在兩組對角上的平均相等，XOR的卻不相等，所以沒有一條直線分得開；再疊幾層也一樣。但問題是不是線性的，要看輸入怎麼給：多給一個$x_1x_2$，線性模型就分得開。差別在非線性由人先做好，還是由網路自己學。",
        "The means of an affine function over the two diagonals are equal, and those of XOR are not, so no straight line separates it, and no number of layers helps. But whether a problem is linear depends on how the inputs are given: with $x_1x_2$ as one more, a linear model separates it. The difference is whether somebody made the nonlinearity beforehand or the network learns it.",
    ),
    holds_when=Words(
        "就給定的輸入分不開的問題而言成立；換一組輸入就可能不成立。",
        "It holds of problems that are not separable in the inputs as given; with other inputs it may not.",
    ),
    topic="guide/nonlinear",
    reads=("minsky1969",),
)


def as_good_as_identity(g, *, width=3, inputs=2, bias=True, spread=1.0):
    """Can the outputs of a hidden layer with g be weighted so that they say what the same layer with g(z) = z says?"""
    rng = np.random.default_rng(0)
    x, W, v = rng.uniform(-3, 3, (40, inputs)), spread * rng.standard_normal((inputs, width)), rng.standard_normal(width)
    z = x @ W + bias * rng.standard_normal(width)
    target = z @ v + bias
    given = np.column_stack([g(z), np.ones(len(x))]) if bias else g(z)
    found = given @ np.linalg.lstsq(given, target, rcond=None)[0]
    return Ruling("holds" if np.allclose(found, target, atol=1e-8) else "wrong")


linear_activation_is_the_identity = Claim(
    said=Words("線性激活函數就是$g(z)=z$。", "By a linear activation one means $g(z)=z$."),
    says="generally",
    rows=("C10",),
    judge=as_good_as_identity,
    about=lambda z: 3 * z,
    instead=relu,
    control=Words("換成ReLU：怎麼加權都湊不回來。", "Take ReLU: no weights bring it back."),
    assumes=(
        Words(
            "取另一個線性函數$g(z)=3z$；兩個輸入、三個隱藏單元、一個線性輸出，有偏置，權重取自標準常態，種子是$0$，四十個點，均勻分布在$-3$與$3$之間。若輸出的權重可以調到與$g(z)=z$的網路完全一樣，就當作只是同一件事的另一種寫法。",
            "Another linear function is taken, $g(z)=3z$; two inputs, three hidden units, one linear output, with biases; standard normal weights, seed $0$; forty points, uniform between $-3$ and $3$. If the output's weights can be chosen so that the network is just the one with $g(z)=z$, the two count as one thing written in two ways.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("二十個隱藏單元", "Twenty hidden units"), {"width": 20}),
        Variation("inputs", Words("五個輸入", "Five inputs"), {"inputs": 5}),
        Variation("initialisation", Words("權重放大十倍", "Weights ten times as large"), {"spread": 10.0}),
        Variation("activation", Words("$g(z)=2z+3$", "$g(z)=2z+3$"), about=lambda z: 2 * z + 3),
        Variation(
            "activation",
            Words("$g(z)=2z+3$，五個輸入，沒有偏置", "$g(z)=2z+3$, five inputs and no biases"),
            {"bias": False, "inputs": 5},
            about=lambda z: 2 * z + 3,
        ),
        Variation("activation", Words("$g(z)=0$", "$g(z)=0$"), about=lambda z: 0 * z),
    ),
    immaterial=(
        Immaterial(
            ("depth", "optimiser", "batch", "range"),
            Words("一層就看得出來，什麼也沒有訓練；點是給定的。", "One layer shows it, and nothing is trained; the points are given."),
        ),
    ),
    why=Words(
        "線性函數有許多：$g(z)=cz$都是，$c=0$也是。$c$不為零時，把後面的權重除以$c$，網路就與$g(z)=z$的一樣，所以拿$g(z)=z$作代表沒有損失。$c=0$不行，訊號全斷了；$2z+3$不是線性而是仿射，要有偏置才抵得掉。學起來則不同：$c$大，梯度也大。",
        "Linear functions are many: each $g(z)=cz$ is one, even with $c=0$. If $c$ is not zero, dividing the weights that follow by $c$ gives the network with $g(z)=z$, so nothing is lost by taking that one for all. With $c=0$ it fails, for no signal is left; $2z+3$ is not linear but affine, and a bias is needed to cancel it. Learning differs: a larger $c$ makes larger gradients.",
    ),
    holds_when=Words(
        "就能表示的函數而言，$c$不為零時成立；程式裡「線性」通常就是指恆等函數。",
        "Of the functions that can be represented it holds where $c$ is not zero; in programs “linear” usually means the identity.",
    ),
    topic="guide/nonlinear",
)


def plain(x, W, b, f):
    return f(W @ x + b)


def squashed_first(x, W, b, f):
    return W @ f(x) + b


def scaled_first(x, W, b, f):
    return f(W @ (x / np.linalg.norm(x)) + b)


def beside_the_sum(x, W, b, f):
    return f(W @ x + b) + x[: len(W)]


def only_the_sums_count(node, *, f=sigmoid, inputs=5, units=3, layers=2, bias=1.0, spread=1.0, low=-1.0):
    """Do two inputs with the same weighted sums in the first layer give the same output, as they must if sums are all that the layers see?"""
    rng = np.random.default_rng(0)
    sizes = [inputs, *[units] * layers]
    weights = [spread * rng.standard_normal((m, n)) for n, m in zip(sizes, sizes[1:], strict=False)]
    biases = [bias * rng.standard_normal(len(W)) for W in weights]
    one = rng.uniform(low, 1, inputs)
    unseen = np.linalg.svd(weights[0])[2][-1]  # a direction that changes none of the first layer's sums
    outputs = []
    for x in (one, one + unseen):
        for W, b in zip(weights, biases, strict=True):
            x = node(x, W, b, f)
        outputs.append(x)
    return Ruling("holds" if np.allclose(*outputs, rtol=1e-9) else "wrong")


sum_first_then_the_activation = Claim(
    said=Words(
        "輸入層把數值原封不動地傳下去，往後每個節點以前一層的輸出作為輸入，加權求和之後再套用激活函數。",
        "The input layer hands its values on as they are; every later node takes the outputs of the layer before, weights and sums them, and then applies the activation.",
    ),
    says="generally",
    rows=("B01", "C01", "C02"),
    judge=only_the_sums_count,
    about=plain,
    instead=squashed_first,
    control=Words(
        "先套用激活函數，再加權求和：這時輸入不是原封不動地傳下去，輸出就不同了。",
        "Apply the activation first and sum afterwards: then inputs are not handed on as they are, and the outputs differ.",
    ),
    assumes=(
        Words(
            "五個輸入，兩層各三個Sigmoid單元，有偏置，權重取自標準常態，種子是$0$。兩個不同的輸入，在第一層的加權和全都相同；若每一層真的只看前一層的加權和，輸出就必須相同。",
            "Five inputs, two layers of three sigmoid units with biases, standard normal weights, seed $0$. Two different inputs have all the weighted sums of the first layer in common; if each layer sees nothing but weighted sums of the layer before, the outputs have to be the same.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("二十個輸入，每層十個單元", "Twenty inputs and ten units a layer"), {"inputs": 20, "units": 10}),
        Variation("depth", Words("六層", "Six layers"), {"layers": 6}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("inputs", Words("每層先把收到的向量縮放到長度$1$", "Each layer first scales the vector it receives to length $1$"), about=scaled_first),
        Variation("initialisation", Words("權重放大三倍", "Weights three times as large"), {"spread": 3.0}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), {"f": tanh}),
        Variation("activation", Words("沒有激活函數", "No activation"), {"f": identity}),
        Variation("form", Words("殘差連接：輸出再加上收到的數", "Residual connections: what was received is added to the output"), about=beside_the_sum),
    ),
    immaterial=(
        Immaterial(("optimiser", "batch"), Words("什麼也沒有訓練，權重是給定的。", "Nothing is trained; the weights are given.")),
        ONE_POINT,
    ),
    why=Words(
        "普通的前饋網路正是這樣算：$a_\\ell=f(W_\\ell a_{\\ell-1}+b_\\ell)$，$a_0=x$。不是每個網路都如此：殘差連接讓前面的值繞過加權和，正規化會先改動收到的數。",
        "That is how a plain feedforward network computes: $a_\\ell=f(W_\\ell a_{\\ell-1}+b_\\ell)$ with $a_0=x$. Not every network does: residual connections let earlier values go round the weighted sum, and normalisation changes what is received first.",
    ),
    holds_when=Words(
        "普通的前饋網路都成立；有殘差連接或正規化時要另外說明。",
        "It holds of plain feedforward networks; residual connections and normalisation have to be mentioned.",
    ),
    topic="guide/neuron",
)
