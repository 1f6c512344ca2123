"""Sayings about a step of gradient descent: does differentiation yield the way down or the way up, and what does the step change?"""

import numpy as np

from activation_functions import relu, sigmoid, step, tanh
from activation_functions.network import adam, cross_entropy, gradient_descent, random_network, squared, training
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from studies.centring import moons


def the_loss_falls(sign, *, rate=0.1, sizes=(2, 4, 1), bias=True, start="glorot", low=-1.0, seen=8):
    """Does one step, the sign times the rate times the gradient, lower the loss in each of twenty random networks?"""
    falls = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        x, y = rng.uniform(low, 1, (2, 8)), rng.standard_normal((1, 8))
        network = random_network(sizes, tanh, rng, start=start, bias=bias)
        before, _ = squared(network(x), y)
        for parameter, gradient in zip(network.parameters, network.gradients(x[:, :seen], y[:, :seen], squared), strict=True):
            parameter += sign * rate * gradient
        falls.append(squared(network(x), y)[0] < before)
    return Ruling("holds" if all(falls) else "wrong")


differentiation_gives_descent = Claim(
    said=Words("把損失微分，就得到下降的方向。", "Differentiate the loss, and you have the direction of descent."),
    says="generally",
    rows=("E03",),
    judge=the_loss_falls,
    about=-1.0,
    instead=1.0,
    control=Words("不變號，直接沿著微分得到的梯度走：損失上升。", "Keep the sign and go along the gradient as differentiation gives it: the loss rises."),
    assumes=(
        Words(
            "兩個輸入、四個$\\tanh$單元、一個線性輸出的網路，Glorot的初始權重；輸入均勻分布在$-1$與$1$之間，目標取自標準常態，八個樣本，平方誤差的一半，取平均；走一步，學習率是$\\frac{1}{10}$，方向是負的梯度。二十個隨機的網路，種子由零起，每一個的損失都下降才算成立。",
            "Networks of two inputs, four $\\tanh$ units and a linear output, with Glorot's initial weights; inputs uniform between $-1$ and $1$, standard normal targets, eight samples, the mean of half the squared error; one step with a learning rate of $\\frac{1}{10}$ along minus the gradient. Twenty random networks, seeds from zero; it holds if the loss falls in every one.",
        ),
    ),
    variations=(
        Variation("form", Words("梯度不變號", "The gradient with its sign unchanged"), about=1.0),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"sizes": (2, 50, 1)}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"sizes": (2, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("batch", Words("梯度只由一個樣本算，損失看全部八個", "The gradient of one sample, the loss of all eight"), {"seen": 1}),
        Variation("range", Words("學習率是$5$", "A learning rate of $5$"), {"rate": 5.0}),
    ),
    immaterial=(Immaterial(("optimiser",), Words("只走一步，方向就是這句話說的那個。", "There is one step, and its direction is what the saying is about.")),),
    why=Words(
        "微分得到的是梯度，它朝著上坡；下降的方向是它的相反數。少了這個負號，損失會上升。方向對了，也只保證夠小的一步：學習率太大會走過頭，只看一個樣本算出的方向，也可能讓全部樣本的損失上升。",
        "What differentiation yields is the gradient, which points uphill; the direction of descent is its negative. Without the minus sign the loss rises. And the right direction guarantees a fall only for a step that is small enough: too large a learning rate overshoots, and the direction that a single sample gives may raise the loss of all.",
    ),
    holds_when=Words(
        "沿著負的梯度、走夠小的一步、看的是同一個損失，而且梯度不是零。",
        "It holds along minus the gradient, for a step that is small enough, for the same loss, and where the gradient is not zero.",
    ),
    topic="guide/refresher",
)


def values_change(f, *, width=8, hidden=2, bias=True, start="glorot", rule=gradient_descent, rate=0.5, batch=None, shift=0.0, steps=30):
    """In each step of three trainings: does every hidden unit put out something else than before for some sample? If some units or steps only, it is half true."""
    changed = []
    for seed in range(3):
        rng = np.random.default_rng(seed)
        x, y = moons(rng)
        x = x + shift
        network, before = random_network([2, *[width] * hidden, 1], f, rng, start=start, bias=bias), None
        for made in training(network, x, y, cross_entropy, rule(rate), batch=batch, rng=rng):
            now = np.stack(network.forward(x)[1][1:])
            if before is not None:
                changed.append((now != before).any(axis=-1))
            before = now
            if made == steps:
                break
    return Ruling("holds" if np.all(changed) else "conditional" if np.any(changed) else "wrong")


values_change_with_each_iteration = Claim(
    said=Words("每次疊代，神經元的數值都會改變。", "The values of the neurons change with each iteration."),
    says="generally",
    rows=("C16",),
    judge=values_change,
    about=sigmoid,
    instead=step,
    control=Words(
        "換成階梯函數：它的斜率是零，隱藏單元的權重收不到梯度，數值一步也沒有變。",
        "Take the step function: its slope is zero, the weights of hidden units receive no gradient, and their values never change.",
    ),
    assumes=(
        Words(
            "標準化的雙月牙九十六個點；兩個隱藏層，每層八個Sigmoid單元，有偏置，照Glorot開始；交叉熵，全批次梯度下降，學習率$\\frac{1}{2}$，三十步；三個種子。每一步前後，比較每個隱藏單元對全部樣本的輸出，有一個樣本不同就算改變；每一步、每個單元都改變才成立。",
            "Two moons of ninety-six points, standardised; two hidden layers of eight sigmoid units with biases, from Glorot's start; cross-entropy, full-batch gradient descent at a rate of $\\frac{1}{2}$, thirty steps; three seeds. What each hidden unit puts out for all samples is compared before and after each step, and has changed if it differs on one sample; it holds if every unit changes in every step.",
        ),
    ),
    variations=(
        Variation("activation", Words("ReLU", "ReLU"), about=relu),
        Variation("activation", Words("ReLU，學習率$3$", "ReLU at a rate of $3$"), {"rate": 3.0}, about=relu),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層三十二個單元", "Thirty-two units a layer"), {"width": 32}),
        Variation("depth", Words("五個隱藏層", "Five hidden layers"), {"hidden": 5}),
        Variation("inputs", Words("每個輸入加$2$，不再置中", "$2$ added to every input, so that they are off centre"), {"shift": 2.0}),
        Variation("initialisation", Words("所有的權重由零開始", "All weights start at zero"), {"start": 0.0}),
        Variation("optimiser", Words("Adam，學習率百分之一", "Adam at a rate of a hundredth"), {"rule": adam, "rate": 0.01}),
        Variation("batch", Words("每步一個樣本", "One sample a step"), {"batch": 1}),
        Variation("range", Words("兩百步", "Two hundred steps"), {"steps": 200}),
    ),
    why=Words(
        "單元的數值由輸入與權重算出來；同一個樣本，權重變了，數值才會變。梯度不是零，權重就變，所以通常成立。但單元若對所有的樣本都平，例如死掉的ReLU，權重收不到梯度，數值就停著；權重全由零開始時，隱藏單元也收不到梯度。",
        "The values of a unit are computed from inputs and weights; for one and the same sample they change only if weights do. Weights change where the gradient is not zero, so it usually holds. But a unit that is flat on all samples, such as a dead ReLU, receives no gradient and stays where it is; nor do hidden units receive any where all weights start at zero.",
    ),
    holds_when=Words(
        "單元收得到不為零的梯度，或者前面的層還在變；換一個樣本，數值當然也不同。",
        "It holds where a unit receives a gradient other than zero, or layers before it still change; for another sample the values differ of course.",
    ),
    topic="guide/refresher",
)
