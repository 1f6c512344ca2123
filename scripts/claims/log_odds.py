"""Sayings about logistic regression: whether it is the gradual rise that makes probabilities, and whether it only tells two classes apart."""

import numpy as np
from scipy.optimize import minimize

from activation_functions import arctan, hard_sigmoid, sigmoid, softmax
from claims.logistic import ONE_MINIMUM
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation


def two_normals(ratio=1.0, common=0.5):
    """Of x, the share of the second of two normal classes: means ∓1, spreads 1 and `ratio`, and `common` of all samples."""
    return lambda x: 1 / (1 + (1 - common) / common * ratio * np.exp(((x - 1) / ratio) ** 2 / 2 - (x + 1) ** 2 / 2))


def fits_the_shares(f, *, shares=two_normals(), x=np.linspace(-4.0, 4.0, 81), bias=True, seen=lambda x: x, within=0.02):  # noqa: B008
    """Moved and stretched to fit best, is f within two hundredths of the share of ones at every input?"""
    p, u = shares(x), seen(x)
    starts = ([s, 0.0] for s in (1.0, -1.0))
    best = min((minimize(lambda q: np.sum((f(q[0] * u + q[1] * bias) - p) ** 2), start, method="Nelder-Mead") for start in starts), key=lambda found: found.fun)
    return Ruling("holds" if np.max(np.abs(f(best.x[0] * u + best.x[1] * bias) - p)) < within else "wrong")


gradual_rise_suits_probabilities = Claim(
    said=Words("Sigmoid的曲線緩慢上升，適合表示機率。", "The gradual rise of the sigmoid suits it to representing probabilities."),
    says="generally",
    rows=("D15",),
    judge=fits_the_shares,
    about=sigmoid,
    instead=hard_sigmoid,
    control=Words(
        "換成硬Sigmoid，它也由零慢慢升到一：移動與伸縮到最合，還是差太多。",
        "Take the hard sigmoid, which also climbs gradually from zero to one: moved and stretched to fit best, it is still too far off.",
    ),
    assumes=(
        Words(
            "一個輸入，兩類樣本一樣多，各是常態分布，平均是$-1$與$1$，標準差都是$1$；由$-4$到$4$，在每一點比較函數與第二類真正的比例。函數可以移動與伸縮，取平方誤差最小的；處處相差不到百分之二，才算適合。",
            "One input; two classes, equally common and normal, with means $-1$ and $1$ and standard deviation $1$; from $-4$ to $4$ the function is compared with the true share of the second class. It may be moved and stretched, to the least squared error; it suits if it is nowhere off by two hundredths or more.",
        ),
    ),
    variations=(
        Variation(
            "bias", Words("第二類有四分之三，沒有偏置", "Three quarters are of the second class, no bias"), {"shares": two_normals(common=0.75), "bias": False}
        ),
        Variation("inputs", Words("第二類有四分之三", "Three quarters are of the second class"), {"shares": two_normals(common=0.75)}),
        Variation("inputs", Words("第二類的標準差是$2$", "The second class has standard deviation $2$"), {"shares": two_normals(ratio=2.0)}),
        Variation(
            "inputs",
            Words("每十個答案有一個記錯", "One answer in ten is recorded wrongly"),
            {"shares": lambda x: 0.1 + 0.8 * sigmoid(2 * x)},
        ),
        Variation(
            "depth",
            Words(
                "平均都是零、標準差是$1$與$2$，前面有一層先把$x$換成$x^2$",
                "Both means zero, standard deviations $1$ and $2$, after a layer that turns $x$ into $x^2$",
            ),
            {"shares": lambda x: 1 / (1 + 2 * np.exp(-3 * x**2 / 8)), "seen": lambda x: x**2},
        ),
        Variation("range", Words("由$-8$到$8$", "From $-8$ to $8$"), {"x": np.linspace(-8.0, 8.0, 161)}),
        Variation(
            "activation",
            Words("$\\frac{1}{2}+\\frac{1}{\\pi}\\arctan z$，上升得更緩慢", "$\\frac{1}{2}+\\frac{1}{\\pi}\\arctan z$, which rises more gradually"),
            about=lambda z: 0.5 + arctan(z) / np.pi,
        ),
    ),
    immaterial=(
        ONE_MINIMUM,
        Immaterial(
            ("width",), Words("只有一個輸入、一個神經元，比較的是曲線的形狀。", "There is one input and one neuron; the shapes of curves are compared.")
        ),
    ),
    why=Words(
        "理由不在緩慢。硬Sigmoid與反正切也慢慢上升，卻不合。合的原因是對數勝算：兩類都是常態、標準差相同時，第二類的對數勝算是$x$的仿射函數，把它換回機率的函數恰好就是Sigmoid。標準差不同，或答案有記錯的，就不再是仿射的，移動與伸縮都救不了。",
        "Being gradual is not the reason. The hard sigmoid and the arctangent rise gradually too, and do not fit. What makes it fit is the log-odds: for two normal classes with equal standard deviations the log-odds of the second are an affine function of $x$, and the function that turns them back into a probability is exactly the sigmoid. With unequal standard deviations, or answers recorded wrongly, they are affine no longer, and no moving or stretching helps.",
    ),
    holds_when=Words(
        "資料的對數勝算是輸入的仿射函數，或前面的層把它變成這樣的時候。",
        "Where the log-odds in the data are affine in the inputs, or earlier layers make them so.",
    ),
    topic="guide/logistic",
    reads=("berkson1944", "cox1958"),
)


def all_is_two_labels(shares, *, x=(-2.0, -1.0, 1.0, 2.0), bias=True):
    """Fitted to these shares of each class: will one sigmoid do, and does the likeliest class tell inputs of different shares apart? One of the two is half true."""
    x, p = np.array(x), np.array(shares)
    classes = p.shape[1]

    def outputs(q):
        w, b = q.reshape(2, classes)
        return softmax(np.outer(x, w) + b * bias)

    best = minimize(lambda q: -np.sum(p * np.log(outputs(q) + 1e-300)), np.zeros(2 * classes), method="BFGS")
    w, b = best.x.reshape(2, classes)
    scores = np.stack([w - w[0], (b - b[0]) * bias])
    one_sigmoid = np.allclose(outputs(best.x)[:, -1], sigmoid(scores[0, -1] * x + scores[1, -1]), atol=1e-6)
    labels = len(set(outputs(best.x).argmax(axis=1))) > 1
    return Ruling("holds" if one_sigmoid and labels else "conditional" if one_sigmoid or labels else "wrong")


def binary(*shares):
    """The shares of yes at each input, as shares of two classes."""
    return [[1 - p, p] for p in shares]


LOW, MIDDLE = (
    ((0.96, 0.03, 0.01), (0.9, 0.06, 0.04), (0.8, 0.11, 0.09), (0.7, 0.14, 0.16)),
    ((0.8, 0.1, 0.1), (0.5, 0.4, 0.1), (0.1, 0.4, 0.5), (0.1, 0.1, 0.8)),
)

logistic_regression_is_binary = Claim(
    said=Words("邏輯迴歸是二元分類的方法。", "Logistic regression is a method of binary classification."),
    says="generally",
    rows=("D17",),
    judge=all_is_two_labels,
    about=binary(1 / 17, 1 / 5, 4 / 5, 16 / 17),
    instead=LOW,
    control=Words(
        "換成三類，而且每個輸入都是第一類最多：一個Sigmoid不夠，分類也什麼都沒說。",
        "Take three classes, of which the first is commonest at every input: one sigmoid will not do, and the labels say nothing.",
    ),
    assumes=(
        Words(
            "一個輸入，取$-2$、$-1$、$1$、$2$四個值，樣本無限多；兩類，第二類的比例依序是$\\frac{1}{17}$、$\\frac{1}{5}$、$\\frac{4}{5}$、$\\frac{16}{17}$。分數是輸入的仿射函數，經過softmax，取交叉熵最小的。",
            "One input with the four values $-2$, $-1$, $1$, $2$, in samples without end; two classes, the second of which has the shares $\\frac{1}{17}$, $\\frac{1}{5}$, $\\frac{4}{5}$, $\\frac{16}{17}$. Scores are affine in the input and go through softmax, at the least cross-entropy.",
        ),
        Words(
            "「二元」是說一個Sigmoid就夠；「分類」是說取機率最大的一類，就分得出比例不同的輸入。兩者都對才成立，一個對算一半。",
            "“Binary” means that one sigmoid will do; “classification”, that taking the likeliest class tells inputs with different shares apart. The saying holds if both are so, and is half true if one is.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), {"bias": False}),
        Variation("inputs", Words("三類，各有最多的時候", "Three classes, each of them the commonest somewhere"), about=MIDDLE),
        Variation(
            "inputs",
            Words(
                "罕見的事件：比例由五十分之一到五分之一",
                "A rare event: shares from a fiftieth to a fifth",
            ),
            about=binary(1 / 50, 1 / 25, 1 / 10, 1 / 5),
        ),
    ),
    immaterial=(
        ONE_MINIMUM,
        Immaterial(
            ("width", "depth", "range"),
            Words(
                "邏輯迴歸沒有隱藏層；輸入只有四個值，沒有掃過任何範圍。",
                "Logistic regression has no hidden layer; the input has four values, and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "邏輯迴歸是機率$P(y\\mid x)$的模型。兩類時輸出是一個Sigmoid；超過兩類，同樣的辦法是分數經過softmax，Sigmoid只是兩類的特例。分類要再加一個決定：從哪裡切。罕見的事件切在一半，每個輸入都答「不會」，模型卻分得出五十分之一與五分之一。",
        "Logistic regression is a model of the probability $P(y\\mid x)$. For two classes its output is a sigmoid; for more, the same method puts scores through softmax, of which the sigmoid is the case of two classes. To classify takes one more decision, where to cut. Cut at a half, a rare event is answered no for every input, while the model does tell a fiftieth from a fifth.",
    ),
    holds_when=Words(
        "只有兩類，而且切在該切的地方，就是一種二元分類的方法。", "With two classes, and a cut in the right place, it is a method of binary classification."
    ),
    topic="guide/logistic",
    reads=("cox1958", "bridle1990"),
)
