"""Sayings about the first weights: whether Xavier's keep ReLU units alive, whether large ones saturate, and whether deep sigmoid networks can be trained at all."""

from fractions import Fraction

import numpy as np

from activation_functions import relu, sigmoid, tanh
from activation_functions.network import random_network
from figures.rate_or_function import at_its_best
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study

MOONS = Words(
    "雙月牙九十六個點，置中；三個隱藏層，每層十六個單元，有偏置；交叉熵，全批次梯度下降，走兩百四十步；五個種子；六個學習率，由$\\frac{1}{10}$起每個大$\\sqrt{10}$倍，Adam用百分之一。",
    "Two moons of ninety-six points, centred; three hidden layers of sixteen units with biases; cross-entropy, full-batch gradient descent, two hundred and forty steps; five seeds; six learning rates from $\\frac{1}{10}$, each $\\sqrt{10}$ times the one before, for Adam a hundredth of them.",
)


def keeps_alive(start, *, f="relu", rates=slice(0, 3), layers=slice(None)):
    """Is no unit of these layers left, in any seed and at any of these rates, with a slope of almost zero on all samples?"""
    return Ruling("wrong" if study("dying", f=f, start=start)["stuck"][:, rates, layers].any() else "holds")


def kept_alive(which, **given):
    """The same for a start of ReLU, or for leaky ReLU from He's."""
    return keeps_alive("he", f=which, **given) if which == "leaky_relu" else keeps_alive(which, **given)


xavier_keeps_relus_alive = Claim(
    said=Words("Xavier初始化可以防止ReLU死掉。", "Xavier initialisation keeps ReLUs from dying."),
    says="generally",
    rows=("X5",),
    judge=kept_alive,
    about="glorot",
    instead="leaky_relu",
    control=Words(
        "換成Leaky ReLU，照He開始：它的斜率不會小於百分之一，任何起點都沒有卡住的單元。",
        "Put leaky ReLU in its place, from He's start: its slope is never below a hundredth, and no start leaves units stuck.",
    ),
    assumes=(
        MOONS,
        Words(
            "Xavier的變異數是$2/(n+m)$。只看不超過$1$的學習率；最後只要有一個單元對全部訓練樣本都不激活，就不算防止。",
            "Xavier's variance is $2/(n+m)$. Only learning rates up to $1$ are looked at; one unit that is inactive on all training samples at the end is enough to say that it was not prevented.",
        ),
    ),
    variations=(
        Variation("range", Words("只看第一層", "The first layer alone"), {"layers": slice(0, 1)}),
        Variation(
            "range", Words("只看第一層，學習率不超過三分之一", "The first layer alone, rates up to a third"), {"layers": slice(0, 1), "rates": slice(0, 2)}
        ),
        Variation("range", Words("六個學習率都看", "All six learning rates"), {"rates": slice(None)}),
        Variation("initialisation", Words("照He開始", "He's start"), about="he"),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), about="pytorch"),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "optimiser", "batch"),
            Words(
                "防不防得住，一個反例就夠了；死亡ReLU那一章把這些都改過，每一種都有死掉的單元。",
                "One counterexample is enough against preventing; the chapter on dying ReLU changed all of these, and units died under every one.",
            ),
        ),
    ),
    why=Words(
        "起點決定開始時有多少單元不激活，卻擋不住後來死掉的。照Xavier開始，學習率$\\frac{1}{10}$、$1$、$10$時死掉$[[dying_by_rate.glorot_0:%]]$、$[[dying_by_rate.glorot_2:%]]$、$[[dying_by_rate.glorot_4:%]]$；照He開始是$[[dying_by_rate.as_it_is_0:%]]$、$[[dying_by_rate.as_it_is_2:%]]$、$[[dying_by_rate.as_it_is_4:%]]$，差別在種子的起伏之內。Xavier的推導還假設函數在零附近像直線，ReLU並不是；為ReLU推導的是He。",
        "A start decides how many units are inactive at first, and does not prevent those that die later. From Xavier's, at rates of $\\frac{1}{10}$, $1$ and $10$, $[[dying_by_rate.glorot_0:%]]$, $[[dying_by_rate.glorot_2:%]]$ and $[[dying_by_rate.glorot_4:%]]$ are dead in the end; from He's $[[dying_by_rate.as_it_is_0:%]]$, $[[dying_by_rate.as_it_is_2:%]]$ and $[[dying_by_rate.as_it_is_4:%]]$, which is within the spread. Xavier's derivation also supposes a function that is like a straight line around zero, which ReLU is not; the one for ReLU is He's.",
    ),
    holds_when=Words(
        "第一層、置中的資料、學習率不超過三分之一時，這裡一個也沒有死，照He開始也一樣；那是置中的功勞。和PyTorch的預設相比，死掉的倒是少一些：學習率$\\frac{1}{10}$時是$[[dying_by_rate.glorot_0:%]]$與$[[dying_by_rate.pytorch_0:%]]$。",
        "In the first layer, for centred data and rates up to a third, none died here, nor did any from He's start; that is owed to centring. Compared with PyTorch's default fewer are dead, though: $[[dying_by_rate.glorot_0:%]]$ against $[[dying_by_rate.pytorch_0:%]]$ at a rate of $\\frac{1}{10}$.",
    ),
    topic="guide/initialisation",
    reads=("glorot2010", "he2015", "lu2020"),
)


def mostly_flat(start, *, f=sigmoid, layers=5, units=100, bias=0.0, inputs="normal"):
    """Do more than half of the units, averaged over all layers, start with a slope below a tenth of the steepest?"""
    rng = np.random.default_rng(0)
    network = random_network([units] * (layers + 1), f, rng, start=start)
    for each in network.biases:
        each += bias * rng.standard_normal(each.shape)
    z, _ = network.forward(rng.standard_normal((units, 200)) if inputs == "normal" else rng.random((units, 200)))
    flat = np.array([f.derivative(each) < 0.1 * f.derivative(np.linspace(-1, 1, 201)).max() for each in z])
    return Ruling("holds" if flat.mean() > 0.5 else "wrong", {"share": Fraction(int(flat.sum()), flat.size)})


large_weights_saturate = Claim(
    said=Words("初始權重太大時，大部分神經元一開始就飽和。", "If initial weights are too large, most neurons start out saturated."),
    says="generally",
    rows=("D29",),
    judge=mostly_flat,
    about=16.0,
    instead=1.0,
    control=Words("權重的標準差取$1/\\sqrt{n}$：幾乎沒有單元飽和。", "Weights of standard deviation $1/\\sqrt{n}$: hardly a unit is saturated."),
    assumes=(
        Words(
            "五層，每層一百個Sigmoid單元，沒有偏置；「太大」當作標準差$16/\\sqrt{n}$；輸入取自標準常態，兩百個樣本，種子是$0$。飽和是斜率不到最大值的十分之一，「大部分」是一半以上。",
            "Five layers of a hundred sigmoid units without biases; “too large” is a standard deviation of $16/\\sqrt{n}$; standard normal inputs, two hundred samples, seed $0$. Saturated is a slope below a tenth of the steepest, and “most” is more than half.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置取自標準常態", "Standard normal biases"), {"bias": 1.0}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("一層", "One layer"), {"layers": 1}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("標準差$4/\\sqrt{n}$", "Standard deviation $4/\\sqrt{n}$"), about=4.0),
        Variation("activation", Words("$\\tanh$，標準差$4/\\sqrt{n}$", "$\\tanh$, standard deviation $4/\\sqrt{n}$"), {"f": tanh}, about=4.0),
        Variation("activation", Words("ReLU", "ReLU"), {"f": relu}),
    ),
    immaterial=(
        Immaterial(("optimiser", "batch", "range"), Words("只看訓練之前，一步也沒有走。", "Only the state before training is looked at; there is no step.")),
    ),
    why=Words(
        "權重的標準差是$16/\\sqrt{n}$時，$[[large_weights_saturate.share:2%]]$的單元斜率不到最大值的十分之一。但飽和不等於學不動：梯度還要乘上同樣大的權重，梯度消失那一章量到它反而暴增。多大才算「太大」隨函數而不同；ReLU放大多少倍，不激活的都約一半。",
        "With weights of standard deviation $16/\\sqrt{n}$, $[[large_weights_saturate.share:2%]]$ of the units have a slope below a tenth of the steepest. But to saturate is not yet to be unable to learn: the gradient is multiplied by the same large weights, and the chapter on vanishing gradients measures that it explodes. What is “too large” depends on the function; however much ReLU is enlarged, about half its units are inactive.",
    ),
    holds_when=Words(
        "對兩端會變平的函數，權重夠大時成立；ReLU不成立，它的斜率只看正負號。",
        "It holds for functions that are flat at both ends, if the weights are large enough; not for ReLU, whose slope depends on the sign alone.",
    ),
    topic="guide/initialisation",
)


def more_is_worse(f, *, more=4, fewer=1):
    """Each depth at its own best rate: does the deeper network make more errors on unseen points, by over two standard errors?"""
    gap = at_its_best(f, **({"hidden": more} if more != 2 else {})) - at_its_best(f, **({"hidden": fewer} if fewer != 2 else {}))
    return Ruling("holds" if gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)) else "wrong")


def slower_when_deeper(start):
    """Of the five-layer network of sigmoids and the shallow one: has the deep one fewer unseen points right at the end?"""
    deep, shallow = study("five_sigmoid_layers", start=start), study("five_sigmoid_layers", start=1.0, hidden=1)
    gap = shallow["accuracy"][:, -1] - deep["accuracy"][:, -1]
    return Ruling("holds" if gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)) else "wrong")


def worse_when_deeper(which, **given):
    """The one judge or the other: sigmoids from a given start, or another function at its best rate."""
    return slower_when_deeper(which) if which in ("pytorch", 1.0, 4.0) else more_is_worse(which, **given)


deeper_is_worse = Claim(
    said=Words("隱藏層越多，結果反而越差。", "Adding hidden layers makes the result worse."),
    says="generally",
    rows=("A29",),
    judge=worse_when_deeper,
    about="tanh",
    instead="pytorch",
    control=Words(
        "換成五層Sigmoid、PyTorch的預設起點：比一層的真的差。",
        "Put five sigmoid layers from PyTorch's default start in its place: they do worse than one layer indeed.",
    ),
    assumes=(
        Words(
            "兩條螺線的分類，每層十六個$\\tanh$單元，有偏置，變異數$2/(n+m)$，Adam，全批次，一百二十步；四個隱藏層與一個隱藏層相比，各用驗證點選出的學習率；五個種子，判錯的比例多出兩個標準誤以上才算差。",
            "Two spirals to be told apart, sixteen $\\tanh$ units a layer with biases, variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps; four hidden layers against one, each at the rate that validation points choose; five seeds, and worse means more errors by over two standard errors.",
        ),
    ),
    variations=(
        Variation("depth", Words("四個與兩個隱藏層相比", "Four hidden layers against two"), {"fewer": 2}),
        Variation("depth", Words("兩個與一個隱藏層相比", "Two hidden layers against one"), {"more": 2}),
        Variation("activation", Words("ReLU", "ReLU"), about="relu"),
        Variation(
            "initialisation", Words("五層Sigmoid，雙月牙，PyTorch的預設起點", "Five sigmoid layers, two moons, PyTorch's default start"), about="pytorch"
        ),
        Variation(
            "initialisation", Words("五層Sigmoid，雙月牙，標準差$4/\\sqrt{n}$", "Five sigmoid layers, two moons, standard deviation $4/\\sqrt{n}$"), about=4.0
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "inputs", "optimiser", "batch", "range"),
            Words(
                "句子裡變的只有層數；兩種題目、兩種方法、三種函數都試過，判定已經有兩種。",
                "The number of layers is all that the sentence changes; two tasks, two methods and three functions were tried, and rulings of both kinds have come out.",
            ),
        ),
    ),
    why=Words(
        "要看起點與函數。五層Sigmoid照PyTorch的預設開始，比一層差得多；起點換成標準差$4/\\sqrt{n}$，就不比較差。螺線這個題目，$\\tanh$與ReLU四層都不比一層差。",
        "It depends on the start and the function. Five sigmoid layers from PyTorch's default do far worse than one; from a standard deviation of $4/\\sqrt{n}$ they do not. On the spirals neither $\\tanh$ nor ReLU does worse with four layers than with one.",
    ),
    holds_when=Words(
        "起點不合函數，梯度到不了前面的層時成立。", "It holds where the start does not suit the function and no gradient gets to the first layers."
    ),
    topic="guide/initialisation",
)
