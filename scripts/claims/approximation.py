"""Sayings about what networks can represent and approximate, and about what learning is."""

import numpy as np

from activation_functions import identity, relu, sigmoid, tanh
from activation_functions.network import adam, gradient_descent, random_network, squared, training
from figures.cube_by_squares import squared as square
from figures.sawtooth import deep, flat, pieces
from language.words import Words
from mathematics.claim import ALGEBRA, NOT_TRAINED, Claim, Immaterial, Ruling, Variation

NO_RANGE = Immaterial(("range",), Words("沒有掃過任何範圍。", "No range is scanned."))


def beyond_one_layer(units, *, folds=4, bends=True):
    """Has the sawtooth of so many folds more pieces than one hidden layer of so many ReLUs can have, which is one more than its units?

    If not, the layer that has a unit for each piece is built, and must agree with the deep network.
    """
    wanted, x = pieces(folds) if bends else 1, np.arange(257)[None] / 256
    made = wanted <= units and (not bends or np.array_equal(flat(folds)(x), deep(folds)(x)))
    return Ruling("holds" if wanted > units + 1 else "wrong" if made else "conditional", {"pieces": wanted, "units": 2 * folds})


stacking_gives_the_power = Claim(
    said=Words(
        "把非線性一層層疊起來，網路才有能力表達複雜的關係。",
        "It is by stacking nonlinear steps that a network gains the power to express complicated relations.",
    ),
    says="generally",
    rows=("A04",),
    judge=beyond_one_layer,
    about=8,
    instead=16,
    control=Words("單元夠多，這裡是十六個：一個隱藏層就做得出同樣的鋸齒。", "With enough units, here sixteen, one hidden layer makes the same sawtooth."),
    assumes=(
        Words(
            "四層、每層兩個ReLU單元的鋸齒，輸入在$0$與$1$之間；與它比的是一個隱藏層、單元總數相同的網路，$n$個單元最多有$n+1$段。",
            "The sawtooth of four layers of two ReLU units, inputs between $0$ and $1$; beside it one hidden layer with the same number of units, of which $n$ have at most $n+1$ pieces.",
        ),
    ),
    variations=(
        Variation("width", Words("一個隱藏層，十六個單元", "One hidden layer of sixteen units"), about=16),
        Variation("depth", Words("兩層的鋸齒，四個單元", "A sawtooth of two layers, four units"), {"folds": 2}, about=4),
        Variation("depth", Words("十層的鋸齒，二十個單元", "A sawtooth of ten layers, twenty units"), {"folds": 10}, about=20),
        Variation("bias", Words("沒有偏置，折線在$0$與$1$之間沒有彎", "Without biases, where the line does not bend between $0$ and $1$"), {"bends": False}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("inputs", "range"), Words("段數是由權重算出來的，不看樣本。", "The number of pieces follows from the weights and not from samples.")),
    ),
    why=Words(
        "單元總數不變時，疊起來確實划算：$[[stacking_gives_the_power.units]]$個單元疊成四層有$[[stacking_gives_the_power.pieces]]$段，排成一層最多九段。但單元可以多用時，一個隱藏層就能近似任何連續函數，不必疊。",
        "For the same number of units stacking does pay: $[[stacking_gives_the_power.units]]$ units stacked in four layers have $[[stacking_gives_the_power.pieces]]$ pieces, in a single layer at most nine. But where more units may be used, one hidden layer approximates any continuous function, and nothing need be stacked.",
    ),
    holds_when=Words(
        "單元的數目有限、要的函數又有許多彎折時成立；不限單元，一個非線性的隱藏層就夠。",
        "It holds for a limited number of units and a function of many bends; with units without limit, one nonlinear hidden layer is enough.",
    ),
    topic="guide/approximation",
    reads=("telgarsky2016", "leshno1993"),
)


def wave(x):
    return np.sin(3 * x)


def jump(x):
    return np.where(x > 0.1234, 1.0, 0.0)


def comes_near(f, *, target=wave, units=200, bias=True, reach=1.0, seen=1.0, layers=1, seed=0, spread=1.0):
    """Does the best combination of random units come within a fiftieth of the target everywhere on the interval?"""
    x, fresh = np.linspace(-seen, seen, 1001), np.linspace(-reach, reach, 1001)

    def features(at, rng):
        hidden = at[:, None]
        for _ in range(layers):
            hidden = f(hidden @ (spread * rng.standard_normal((hidden.shape[1], units)) / hidden.shape[1] ** 0.5) + bias * rng.uniform(-2, 2, units))
        return np.column_stack([hidden, np.ones(len(at))])

    readout = np.linalg.lstsq(features(x, np.random.default_rng(seed)), target(x), rcond=1e-10)[0]
    gap = np.abs(features(fresh, np.random.default_rng(seed)) @ readout - target(fresh)).max()
    return Ruling("holds" if gap < 0.02 else "wrong")


nonlinearity_approximates_anything = Claim(
    said=Words("有了非線性的激活函數，網路就能逼近任何函數。", "Given a nonlinear activation, a network can approximate any function."),
    says="generally",
    rows=("B04", "C07"),
    judge=comes_near,
    about=relu,
    instead=square,
    control=Words(
        "單元換成平方：它也是非線性的，但怎麼組合都只是二次函數。",
        "Take squares for units: they are nonlinear too, but every combination of them is a quadratic.",
    ),
    assumes=(
        Words(
            "要逼近$\\sin 3x$，$x$在$-1$與$1$之間；一個隱藏層兩百個ReLU單元，輸入的權重取自標準常態、偏置均勻分布在$-2$與$2$之間，種子是$0$；輸出的權重用最小平方法求。每一點都差不到五十分之一才算。",
            "The target is $\\sin 3x$ for $x$ between $-1$ and $1$; one hidden layer of two hundred ReLU units with standard normal input weights, biases uniform between $-2$ and $2$, seed $0$; output weights by least squares. It counts if it is within a fiftieth everywhere.",
        ),
    ),
    variations=(
        Variation("activation", Words("單元換成$\\tanh$", "Units of $\\tanh$"), about=tanh),
        Variation("activation", Words("單元換成$z^2$", "Units $z^2$"), about=square),
        Variation("form", Words("要逼近的函數有一個跳躍", "A target with a jump"), {"target": jump}),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("三個單元", "Three units"), {"units": 3}),
        Variation("depth", Words("兩個隱藏層", "Two hidden layers"), {"layers": 2}),
        Variation(
            "range",
            Words("在$-1$與$1$之間求權重，在$-3$與$3$之間比較", "Weights from the interval between $-1$ and $1$, compared between $-3$ and $3$"),
            {"reach": 3.0},
        ),
        Variation("inputs", Words("$x$在$-\\frac{1}{2}$與$\\frac{1}{2}$之間", "$x$ between $-\\frac{1}{2}$ and $\\frac{1}{2}$"), {"reach": 0.5, "seen": 0.5}),
        Variation("initialisation", Words("輸入的權重大三倍", "Input weights three times as large"), {"spread": 3.0}),
    ),
    immaterial=(
        Immaterial(("optimiser", "batch"), Words("權重是解出來的，沒有一步一步訓練。", "The weights are solved for; there is no training step by step.")),
    ),
    why=Words(
        "定理要的比「非線性」多：連續的激活函數不是多項式，要有偏置，單元夠多，函數連續，而且只在有界的閉區間上比較。少了一個，就有逼近不了的函數。",
        "The theorem asks for more than “nonlinear”: a continuous activation that is no polynomial, biases, enough units, a continuous function, and a bounded closed region on which they are compared. Take one of these away, and there are functions that are not approximated.",
    ),
    holds_when=Words(
        "連續函數、有界的閉區域、非多項式的激活函數、有偏置、單元夠多；它仍然不說訓練找不找得到。",
        "For continuous functions on a bounded closed region, an activation that is no polynomial, biases, and enough units; and even then it does not say that training finds it.",
    ),
    topic="guide/approximation",
    reads=("cybenko1989", "hornik1991", "leshno1993"),
)


def plane(x):
    return 2 * x[:1] - x[1:] + 1


def crossed(x):
    return np.sign(x[:1] * x[1:])


def fails_on_unseen(target, *, sizes=(2, 4, 1), bias=True, start="glorot", rule=gradient_descent, rate=0.1, batch=None, low=-1.0):
    """Is a network without activations, after training, no better on unseen points than the best constant? The measure is the share of the variance left."""
    rng = np.random.default_rng(0)
    x, unseen = rng.uniform(low, low + 2, (2, 2, 200))
    network = random_network(sizes, identity, rng, start=start, bias=bias)
    for step in training(network, x, target(x), squared, rule(rate), batch=batch, rng=rng):
        if step == 400:
            break
    left = np.var(network(unseen) - target(unseen)) / np.var(target(unseen))
    return Ruling("holds" if left > 0.9 else "wrong")


nothing_is_learned_without_activations = Claim(
    said=Words("沒有激活函數，網路就無法學習，也無法泛化。", "Without activations a network could neither learn nor generalise."),
    says="always",
    rows=("D04",),
    judge=fails_on_unseen,
    about=plane,
    instead=crossed,
    control=Words(
        "換成四個象限相間的任務，也就是XOR：這時它真的什麼也學不到。",
        "Take the task of the four alternating quadrants, which is XOR: there it learns nothing indeed.",
    ),
    assumes=(
        Words(
            "兩個輸入、四個線性的隱藏單元、一個輸出，有偏置；目標是$2x_1-x_2+1$，兩百個均勻分布在$-1$與$1$之間的點，梯度下降四百步，學習率是$\\frac{1}{10}$；在另外兩百個點上比較。",
            "Two inputs, four linear hidden units, one output, with biases; the target is $2x_1-x_2+1$ at two hundred points uniform between $-1$ and $1$; four hundred steps of gradient descent at a rate of $\\frac{1}{10}$; compared at two hundred other points.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("二十個隱藏單元", "Twenty hidden units"), {"sizes": (2, 20, 1)}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"sizes": (2, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入在$0$與$2$之間", "Inputs between $0$ and $2$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("optimiser", Words("Adam，學習率百分之一", "Adam at a rate of a hundredth"), {"rule": adam, "rate": 0.01}),
        Variation("batch", Words("每步二十個樣本", "Batches of twenty"), {"batch": 20}),
    ),
    immaterial=(NO_RANGE,),
    why=Words(
        "沒有激活函數的網路是線性迴歸的另一種寫法，它學得到，也用得到沒看過的資料上；學不到的是不是仿射的關係，例如XOR。",
        "A network without activations is linear regression written in another way: it learns, and serves on data it has not seen; what it cannot learn are relations that are not affine, such as XOR.",
    ),
    holds_when=Words("任務與輸入沒有任何仿射的關係時成立，例如XOR。", "It holds where the task has no affine relation to the inputs at all, as in XOR."),
    topic="guide/approximation",
)
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])


def xor_stays_away(kinds, *, units=8, bias=True, seed=0, corners=CORNERS):
    """With hidden layers of these kinds, random weights and the best readout: is XOR out of reach?"""
    rng, hidden = np.random.default_rng(seed), corners
    for f in kinds:
        hidden = f(hidden @ rng.standard_normal((hidden.shape[1], units)) + bias * rng.standard_normal(units))
    given = np.column_stack([hidden, np.ones(4)])
    return Ruling("wrong" if np.allclose(given @ np.linalg.lstsq(given, XOR, rcond=None)[0], XOR) else "holds")


RANDOM_UNITS = Words(
    "XOR的四個點；每個隱藏層八個單元，權重與偏置取自標準常態，種子是$0$；輸出的權重用最小平方法求，四個點都要答對。",
    "The four points of XOR; eight units in each hidden layer, with standard normal weights and biases, seed $0$; output weights by least squares, and all four points have to be right.",
)


def widens(f, **given):
    """Is XOR within reach with units f, and out of reach with the identity in their place?"""
    within, without = (xor_stays_away((each,) * given.get("layers", 1), **{k: v for k, v in given.items() if k != "layers"}).verdict for each in (f, identity))
    return Ruling("holds" if (within, without) == ("wrong", "holds") else "wrong")


activations_widen_the_functions = Claim(
    said=Words(
        "激活函數的主要目的是引入非線性，擴大能表示的函數範圍。", "The chief purpose of activations is nonlinearity, so that more functions can be represented."
    ),
    says="generally",
    rows=("B42", "D05"),
    judge=widens,
    about=relu,
    instead=identity,
    control=Words("用恆等函數當激活函數：什麼也沒有擴大。", "Take the identity as activation: nothing is widened."),
    assumes=(RANDOM_UNITS,),
    variations=(
        Variation("activation", Words("Sigmoid", "Sigmoid"), about=sigmoid),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
        Variation("depth", Words("兩個隱藏層", "Two hidden layers"), {"layers": 2}),
        Variation("width", Words("五十個單元", "Fifty units"), {"units": 50}),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("inputs", Words("四個角往右上移一個單位", "The four corners moved up and right by one"), {"corners": CORNERS + 1}),
        Variation("initialisation", Words("另一組權重", "Other weights"), {"seed": 1}),
    ),
    immaterial=(
        Immaterial(
            ("optimiser", "batch", "range"), Words("輸出的權重是解出來的，只看四個點。", "The output weights are solved for, and there are four points.")
        ),
    ),
    why=Words(
        "有它，XOR做得到；沒有它，做不到。常列在一起的其他好處，例如把值限制在某個範圍、讓輸出稀疏，並不是每個激活函數都有，所以不是不可少的。",
        "With it XOR is within reach, and without it not. Other merits that are often listed beside it, such as keeping values in a range or making outputs sparse, are not shared by all activations, and so cannot be what is needed.",
    ),
    holds_when=Words(
        "隱藏層裡成立；輸出層的激活函數另有用途，例如把分數變成機率。",
        "It holds in hidden layers; the activation of the output has other purposes, such as turning scores into probabilities.",
    ),
    topic="guide/approximation",
)


def bill(x):
    return x @ np.array([35.0, 12.0, 80.0]) + 60


def price_of_squares(x):
    return (x**2).sum(axis=1)


def never_affine(task, *, samples=20):
    """Is there no affine function that gives the answers of this task? Looked for by least squares, on whole numbers of three items."""
    x = np.random.default_rng(0).integers(0, 10, (samples, 3)).astype(float)
    given = np.column_stack([x, np.ones(samples)])
    return Ruling("wrong" if np.allclose(given @ np.linalg.lstsq(given, task(x), rcond=None)[0], task(x)) else "holds")


real_tasks_are_never_linear = Claim(
    said=Words("實際任務中的f一定不是線性的。", "In a real task the function f is surely not linear."),
    says="always",
    rows=("B44",),
    judge=never_affine,
    about=bill,
    instead=price_of_squares,
    control=Words("價格隨數量的平方增加：這時沒有一個仿射函數配得上。", "Let prices grow with the square of the number: then no affine function fits."),
    assumes=(
        Words(
            "一張帳單：三種東西各有單價，加上固定的運費；二十筆隨機的訂單。",
            "A bill: three items, each with its price, and a fixed charge for delivery; twenty random orders.",
        ),
    ),
    variations=(Variation("range", Words("兩百筆訂單", "Two hundred orders"), {"samples": 200}),),
    immaterial=(ALGEBRA,),
    why=Words(
        "總價是數量的加權和加上常數，天天有人在算。「一定」只要一個例子就推翻了。影像、語音與語言的任務多半不是線性的，那是經驗，不是定理；所以先試線性模型。",
        "A total is a weighted sum of numbers and a constant, and is computed every day. “Surely” falls with one example. Tasks of images, speech and language are mostly not linear, which is experience and no theorem; so try a linear model first.",
    ),
    holds_when=Words(
        "把「一定」改成「多半」：在影像、語音與語言裡，經驗如此。",
        "Say “mostly” instead of “surely”: in images, speech and language that is what experience says.",
    ),
    topic="guide/approximation",
)


def samples_decide(bends, *, samples=9, at=0.3):
    """Do the samples decide what f is at a new place? Two candidates agree at every sample; `bends` is how far they may differ between."""
    places = np.linspace(-2, 2, samples)
    gap = bends * np.sin(np.pi * (samples - 1) * (np.append(places, at) + 2) / 4)
    agree = np.allclose(gap[:-1], 0)
    return Ruling("holds" if agree and abs(gap[-1]) < 1e-9 else "wrong")


learning_is_storing = Claim(
    said=Words("學習就是把f存進模型，再拿來預測新資料。", "To learn is to store f in the model and use it to predict new data."),
    says="generally",
    rows=("B45",),
    judge=samples_decide,
    about=1.0,
    instead=0.0,
    control=Words(
        "若事先知道$f$是仿射的，兩個樣本就定下它，剩下的只是存起來。", "If $f$ is known to be affine, two samples settle it, and what remains is storing."
    ),
    assumes=(
        Words(
            "$-2$與$2$之間等距的九個樣本；兩個候選的$f$在每個樣本都相等，相差一個以樣本為零點的正弦；比較它們在新的一點$x=\\frac{3}{10}$是否相等。",
            "Nine equally spaced samples between $-2$ and $2$; two candidates for $f$ agree at every sample and differ by a sine that is zero there; are they equal at a new place, $x=\\frac{3}{10}$?",
        ),
    ),
    variations=(
        Variation("inputs", Words("三十三個樣本", "Thirty-three samples"), {"samples": 33}),
        Variation("range", Words("新的一點恰好是看過的樣本", "The new place is one of the samples"), {"at": 0.0}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
            Words("比較的是候選的函數，不看網路，也不看訓練。", "What is compared are candidate functions, whatever the network and its training."),
        ),
    ),
    why=Words(
        "$f$並不在手上，手上只有樣本，而通過同樣樣本的函數有無限多個。學習是從網路做得到的函數裡挑一個；它在新資料上對不對，要靠別的假設，要用沒看過的資料量。",
        "$f$ is not at hand, only samples are, and infinitely many functions pass through the same samples. To learn is to choose one of those that the network can make; whether it is right on new data rests on further assumptions, and has to be measured on data not seen.",
    ),
    holds_when=Words(
        "已經知道$f$屬於某一類，而樣本足以定下這一類裡的哪一個。", "It holds where $f$ is known to be of a kind of which the samples leave only one."
    ),
    topic="guide/approximation",
)
