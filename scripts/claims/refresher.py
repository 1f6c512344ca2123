"""A saying about what differentiation yields: the way down, or the way up?"""

import numpy as np

from activation_functions import tanh
from activation_functions.network import random_network, squared
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation


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
