"""Sayings about depth: small factors, distant layers that hardly move, deep networks that cannot be trained."""

import numpy as np

from claims.vanishing import BEFORE_TRAINING, left
from language.words import Words
from mathematics.claim import ALGEBRA, Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe
from mathematics.study import study

FACTORS = 10_000


def product_is_gone(factor):
    """Do ten thousand factors, number k being factor(k) for k = 2, 3, …, multiply to less than a thousandth?"""
    k = np.arange(2.0, FACTORS + 2)
    return Ruling("holds" if np.prod(factor(k)) < 1e-3 else "wrong")


small_factors_multiply_to_nothing = Claim(
    said=Words("許多小於$1$的數相乘，乘積趨近於$0$。", "A product of many numbers smaller than $1$ approaches $0$."),
    says="generally",
    rows=("A35",),
    judge=product_is_gone,
    about=lambda k: np.full_like(k, 0.25),
    instead=lambda k: 1 - 1 / k**2,
    control=Words(
        "換成$1-\\frac{1}{k^2}$：每個都小於$1$，乘積卻趨近$\\frac{1}{2}$。",
        "Take $1-\\frac{1}{k^2}$: each is below $1$, and the product tends to $\\frac{1}{2}$.",
    ),
    assumes=(
        Words(
            "一萬個正的因子，都是$\\frac{1}{4}$；「趨近零」當作乘積小於千分之一。",
            "Ten thousand positive factors, all $\\frac{1}{4}$; “approaches zero” is taken as a product below a thousandth.",
        ),
    ),
    variations=(
        Variation("form", Words("都是$\\frac{9}{10}$", "All $\\frac{9}{10}$"), about=lambda k: np.full_like(k, 0.9)),
        Variation("form", Words("第$k$個是$1-\\frac{1}{k}$", "Number $k$ is $1-\\frac{1}{k}$"), about=lambda k: 1 - 1 / k),
        Variation("form", Words("第$k$個是$1-\\frac{1}{k^2}$", "Number $k$ is $1-\\frac{1}{k^2}$"), about=lambda k: 1 - 1 / k**2),
    ),
    immaterial=(ALGEBRA,),
    why=Words(
        "因子若都不超過某個小於$1$的數，乘積就趨近零；Sigmoid的斜率都不超過$\\frac{1}{4}$，正是如此。因子若越來越靠近$1$，就不一定：$1-\\frac{1}{k}$的乘積趨近零，$1-\\frac{1}{k^2}$的趨近$\\frac{1}{2}$。",
        "If no factor exceeds a fixed number below $1$, the product tends to zero; so it is with the sigmoid's slopes, none of which exceeds $\\frac{1}{4}$. If the factors come closer and closer to $1$ it may not: the product of $1-\\frac{1}{k}$ tends to zero, that of $1-\\frac{1}{k^2}$ to $\\frac{1}{2}$.",
    ),
    holds_when=Words("因子離$1$有一段固定的距離時成立。", "It holds where the factors keep a fixed distance from $1$."),
    topic="guide/vanishing",
)


def first_layer_barely_moves(setting, **change):
    """Has the first layer less than a tenth of the last layer's gradient, so that under plain gradient descent its steps are as much smaller?"""
    return Ruling("holds" if left(**({"layers": 10} | setting | change)) < 1 / 10 else "wrong")


early_layers_barely_move = Claim(
    said=Words("靠近輸出的層學得快，離輸出遠的層幾乎不動。", "Layers close to the output learn quickly while distant ones barely move."),
    says="generally",
    rows=("A27",),
    judge=first_layer_barely_moves,
    about={"start": "PyTorch"},
    instead={"f": "relu", "start": "He", "layers": 50},
    control=Words(
        "換成五十層ReLU，照He開始：第一層的梯度與最後一層差不多大。",
        "Take fifty layers of ReLU from He's start: the first layer's gradient is about as large as the last one's.",
    ),
    assumes=(
        Words(
            "十層，每層一百個Sigmoid單元；權重取自常態分布，變異數照PyTorch線性層的預設，偏置也照預設；輸入與損失對最後輸出的梯度取自標準常態。二十個隨機的網路取中位數。梯度下降的一步就是學習率乘上梯度，所以梯度不到十分之一，當作幾乎不動。",
            "Ten layers of a hundred sigmoid units; normal weights with the variance of PyTorch's linear layers, and biases as those draw them; inputs and the gradient of the loss at the last outputs are standard normal. The median of twenty random networks. A step of gradient descent is the rate times the gradient; less than a tenth of the gradient is taken as barely moving.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("五層", "Five layers"), {"layers": 5}),
        Variation("depth", Words("三十層", "Thirty layers"), {"layers": 30}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), about={"start": "Glorot"}),
        Variation("activation", Words("五十層ReLU，照He開始", "Fifty layers of ReLU from He's start"), about={"f": "relu", "start": "He", "layers": 50}),
    ),
    immaterial=(BEFORE_TRAINING,),
    why=Words(
        "Sigmoid從常用的起點開始，訓練之初的確如此：每往前一層，梯度就變小。換一個起點就不是這樣，換成增益$\\sqrt{2}$的ReLU也不是。訓練途中權重會變，這裡只看起點。Adam替每個參數另訂步長，梯度小也不一定走得慢。",
        "From the usual starts it is so for sigmoids when training begins: each layer takes a piece of the gradient. From other starts it is not, nor for ReLU with a gain of $\\sqrt{2}$. Weights change in training; only the start is looked at. Adam gives every parameter a step size of its own, and a small gradient need not make small steps.",
    ),
    holds_when=Words(
        "每一層都讓梯度變小時成立，例如從常用的起點開始的Sigmoid。",
        "It holds where every layer makes the gradient smaller, as sigmoids do from the usual starts.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010",),
)


def never_learns(start, **change):
    """After training, are fewer than nine in ten unseen points right, for most of the seeds?"""
    return Ruling("holds" if np.median(study("five_sigmoid_layers", start=start, **change)["accuracy"][:, -1]) < 0.9 else "wrong")


deep_sigmoids_cannot_be_trained = Claim(
    said=Words("Sigmoid的深層網路訓練不起來。", "Deep networks of sigmoids cannot be trained."),
    says="always",
    rows=("B29", "B37"),
    judge=never_learns,
    about=4.0,
    instead="pytorch",
    control=Words(
        "照PyTorch的預設開始：準確率始終停在一半，這時真的訓練不起來。",
        "Start with PyTorch's default: the accuracy stays at one half, and there it indeed cannot be trained.",
    ),
    assumes=(
        Words(
            "雙月牙四百個點，五個隱藏層各十六個Sigmoid單元，有偏置；權重取自常態分布，標準差$4/\\sqrt{n}$，偏置從零開始；交叉熵，小批次三十二個樣本，學習率$1$的SGD，沒有動量。五個種子，看多數的種子對沒看過的點的準確率有沒有九成。",
            "Two moons of four hundred points; five hidden layers of sixteen sigmoids with biases; normal weights of standard deviation $4/\\sqrt{n}$, biases zero; cross-entropy, batches of thirty-two, SGD at a rate of $1$ without momentum. Five seeds: do most of them get nine in ten unseen points right?",
        ),
    ),
    variations=(
        Variation("initialisation", Words("標準差$1/\\sqrt{n}$", "Standard deviation $1/\\sqrt{n}$"), about=1.0),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), about="pytorch"),
        Variation("optimiser", Words("照PyTorch的預設開始，改用Adam", "PyTorch's default start, with Adam"), {"rule": "Adam", "rate": 0.01}, about="pytorch"),
        Variation("activation", Words("每個單元的輸出減去$\\frac{1}{2}$", "$\\frac{1}{2}$ subtracted from every unit's output"), {"minus": 0.5}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "batch", "range"),
            Words(
                "「訓練不起來」是說永遠不能，一個學得會的網路就推翻了它；別的設定救不回來。",
                "“Cannot” is refuted by one network that learns; no other setting can undo that.",
            ),
        ),
    ),
    why=Words(
        "要看起點。標準差$4/\\sqrt{n}$的五層網路，$[[five_sigmoid_layers.steps_4]]$步就答對九成；照PyTorch的預設，$[[five_sigmoid_layers.steps]]$步之後還停在一半。也要看訓練的方法：同樣從那個預設開始，改用Adam，五次有$[[five_sigmoid_layers.adam_arrived]]$次學得會。五層不算深，所以這裡推翻的只是「不能」：更深的網路，對起點更挑剔。",
        "It depends on the start. The five layers with a standard deviation of $4/\\sqrt{n}$ get nine in ten right after $[[five_sigmoid_layers.steps_4]]$ steps; from PyTorch's default they still rest at one half after $[[five_sigmoid_layers.steps]]$. It depends on the training too: from that same default Adam learns in $[[five_sigmoid_layers.adam_arrived]]$ of five trainings. Five layers are not deep, so all that is refuted is “cannot”: deeper networks are more sensitive to the start.",
    ),
    holds_when=Words("從太小的權重開始，用沒有動量的SGD，就成立。", "It holds from weights that are too small, by SGD without momentum."),
    topic="guide/vanishing",
    reads=("pennington2017",),
)


def shrinks_and_stops(start, **change):
    """Has the first layer under a hundredth of the last one's gradient, and is under nine in ten right after training, for most seeds? One of the two is half true."""
    found = study("five_sigmoid_layers", start=start, **change)
    shrinks = np.median(found["gradients"][..., 0] / found["gradients"][..., -1]) < 1 / 100
    stops = np.median(found["accuracy"][:, -1]) < 0.9
    by_adam = study("five_sigmoid_layers", start="pytorch", rule="Adam", rate=0.01)["accuracy"][:, -1]
    return Ruling("holds" if shrinks and stops else "conditional" if shrinks or stops else "wrong", {"adam": observe(by_adam)})


stacked_sigmoids_stop_training = Claim(
    said=Words("Sigmoid層層相疊，梯度縮到幾乎沒有，訓練就停了。", "Layer upon layer of sigmoids shrinks the gradient to nothing, and training halts."),
    says="generally",
    rows=("E09",),
    judge=shrinks_and_stops,
    about="pytorch",
    instead=4.0,
    control=Words(
        "從標準差$4/\\sqrt{n}$的權重開始：第一層留著最後一層百分之一以上的梯度，也學得會。",
        "Start with weights of standard deviation $4/\\sqrt{n}$: the first layer keeps more than a hundredth of the last one's gradient, and training succeeds.",
    ),
    assumes=(
        Words(
            "雙月牙四百個點，五個隱藏層各十六個Sigmoid單元，有偏置，照PyTorch的預設開始；交叉熵，小批次三十二個樣本，學習率$1$的SGD，沒有動量，走三千步；五個種子。",
            "Two moons of four hundred points; five hidden layers of sixteen sigmoids with biases, PyTorch's default start; cross-entropy, batches of thirty-two, SGD at a rate of $1$ without momentum, three thousand steps; five seeds.",
        ),
        Words(
            "「幾乎沒有」是訓練之前，第一層的梯度不到最後一個隱藏層的百分之一；「停了」是走完以後，沒看過的點答對不到九成。看多數的種子；兩件都對才成立，一件對算一半。",
            "“To nothing” means that before training the first layer has under a hundredth of the last hidden layer's gradient; “halts”, that in the end under nine in ten unseen points are right. Most seeds decide; both have to be so, and one of the two is half true.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層三十二個單元", "Thirty-two units a layer"), {"units": 32}),
        Variation("depth", Words("一個隱藏層", "One hidden layer"), {"hidden": 1}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"hidden": 3}),
        Variation("inputs", Words("每個輸入加$2$，不再置中", "$2$ added to every input, so that they are off centre"), {"shift": 2.0}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), about="glorot"),
        Variation("initialisation", Words("標準差$1/\\sqrt{n}$", "Standard deviation $1/\\sqrt{n}$"), about=1.0),
        Variation("initialisation", Words("標準差$4/\\sqrt{n}$", "Standard deviation $4/\\sqrt{n}$"), about=4.0),
        Variation("optimiser", Words("Adam，學習率是百分之一", "Adam, at a rate of a hundredth"), {"rule": "Adam", "rate": 0.01}),
        Variation("batch", Words("小批次一百二十八個樣本", "Batches of one hundred and twenty-eight"), {"batch": 128}),
    ),
    immaterial=(
        Immaterial(("range",), Words("輸出看訓練後的準確率，沒有掃過任何範圍。", "What is looked at is the accuracy after training; no range is scanned.")),
    ),
    why=Words(
        "從PyTorch的預設、用普通的SGD，的確如此：第一層的梯度是第五層的$10^{[[five_sigmoid_layers.ratio_default]]}$，$[[five_sigmoid_layers.steps]]$步以後仍停在一半。但是梯度小，訓練不一定停：同樣的起點，Adam答對了$[[stacked_sigmoids_stop_training.adam:%]]$，因為它把每個梯度除以自己的大小。梯度也不一定縮得那麼小：三個隱藏層，或較大的初始權重，就學得會。",
        "From PyTorch's default by plain SGD it is so: the first layer's gradient is $10^{[[five_sigmoid_layers.ratio_default]]}$ of the fifth layer's, and after $[[five_sigmoid_layers.steps]]$ steps the accuracy still rests at one half. But where the gradient is small, training need not halt: from the same start Adam gets $[[stacked_sigmoids_stop_training.adam:%]]$ right, because it divides every gradient by its own size. Nor need the gradient shrink so far: with three hidden layers, or larger first weights, the network learns.",
    ),
    holds_when=Words(
        "初始權重偏小、層數有五層這麼多、步長與梯度成正比的時候成立。",
        "It holds where first weights are small, layers as many as five, and steps in proportion to the gradient.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010", "pytorch2026"),
)
