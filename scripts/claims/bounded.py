"""Sayings about a bounded range: whether it keeps values from growing too large or too small, and how many weights one sample moves."""

from functools import cache

import numpy as np

from activation_functions import hard_sigmoid, identity, leaky_relu, relu, sigmoid, softplus, tanh
from activation_functions.network import cross_entropy, random_network
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe

BEFORE_TRAINING = Immaterial(
    ("optimiser", "batch"), Words("看的是訓練之前的網路，一步也沒有走。", "The network is looked at before training; there is no step yet.")
)


@cache
def measured(f, start, layers, units, bias, spread):
    """In random networks, the size (root mean square) of the outputs of each layer, and the first layer's gradient over the last one's: one row, one number a seed."""
    sizes, ratios = [], []
    for seed in range(5):
        rng = np.random.default_rng(seed)
        network = random_network([units] * (layers + 1) + [1], f, rng, start=start, bias=bias)
        x, delta = spread * rng.standard_normal((units, 8)), rng.standard_normal((1, 8))
        sizes.append([np.sqrt(np.mean(a**2)) for a in network.forward(x)[1][1:]])
        gradients = [np.linalg.norm(g) for g in network.gradients(x, delta, lambda z, y: (0.0, y))[:layers]]
        ratios.append(gradients[0] / gradients[-1])
    return np.array(sizes), np.array(ratios)


def in_measure(f, *, start=2.0, layers=20, units=50, bias=True, spread=1.0, times=100):
    """Are the outputs of all layers, and the gradient on its way back, neither a hundred times too large nor too small? If one of the two, it is half true."""
    sizes, ratios = measured(f, start, layers, units, bias, spread)
    small, large, gradient = np.median(sizes, axis=0).min(), np.median(sizes, axis=0).max(), np.median(ratios)
    outputs, gradients = 1 / times < small and large < times, 1 / times < gradient < times
    relu_at, default = measured(relu, start, layers, units, bias, spread)[0], measured(tanh, "pytorch", layers, units, bias, spread)[1]
    found = {"relu": observe(np.log10(relu_at[:, -1]).round(4)), "default": observe(np.log10(default).round(4))}
    return Ruling("holds" if outputs and gradients else "conditional" if outputs or gradients else "wrong", found)


bounds_keep_the_measure = Claim(
    said=Words("限制輸出範圍可避免數值過大或過小而妨礙訓練。", "Keeping outputs bounded avoids values so large or so small that training suffers."),
    says="generally",
    rows=("D07",),
    judge=in_measure,
    about=tanh,
    instead=relu,
    control=Words(
        "換成無界的ReLU：同樣的權重讓輸出一層比一層大。", "Put ReLU, which is unbounded, in its place: with the same weights outputs grow from layer to layer."
    ),
    assumes=(
        Words(
            "二十層，每層五十個$\\tanh$單元；權重取自常態分布，標準差$2/\\sqrt{n}$，偏置是零；八個標準常態的輸入，損失對最後輸出的梯度也取自標準常態；五個隨機的網路取中位數。",
            "Twenty layers of fifty $\\tanh$ units; normal weights of standard deviation $2/\\sqrt{n}$, biases zero; eight standard normal inputs, and a standard normal gradient of the loss at the last outputs; the median of five random networks.",
        ),
        Words(
            "「過大或過小」看兩處：各層輸出的大小，以及第一層與最後一層梯度的比；超過一百倍，或不到百分之一，就算。兩處都好才成立，一處好算一半。",
            "“Too large or too small” is looked for in two places, the size of each layer's outputs, and the ratio of the first layer's gradient to the last one's: above a hundred, or below a hundredth. The saying holds if both are in measure, and is half true if one is.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置，照PyTorch的預設開始", "No biases, PyTorch's default start"), {"bias": False, "start": "pytorch"}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("五層", "Five layers"), {"layers": 5}),
        Variation("depth", Words("五十層", "Fifty layers"), {"layers": 50}),
        Variation("inputs", Words("輸入的標準差是$10$", "Inputs with a standard deviation of $10$"), {"spread": 10.0}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("initialisation", Words("標準差$8/\\sqrt{n}$", "Standard deviation $8/\\sqrt{n}$"), {"start": 8.0}),
        Variation("range", Words("一千倍才算，不是一百倍", "A thousand times instead of a hundred"), {"times": 1000}),
        Variation("activation", Words("Sigmoid", "The sigmoid"), about=sigmoid),
    ),
    immaterial=(BEFORE_TRAINING,),
    why=Words(
        "有界管得住太大的輸出：同樣的權重，ReLU最後一層的輸出大到$10^{[[bounds_keep_the_measure.relu:2]]}$。它管不住另外兩件事。權重小，輸出與梯度照樣一層比一層小：照PyTorch的預設，$\\tanh$第一層的梯度只有最後一層的$10^{[[bounds_keep_the_measure.default:2]]}$；權重大，梯度照樣暴增，因為往回走的路上乘的是權重與斜率，不是輸出。",
        "Bounds do keep outputs from growing too large: with the same weights ReLU's last outputs reach $10^{[[bounds_keep_the_measure.relu:2]]}$. Two other things they do not prevent. With small weights outputs and gradients shrink from layer to layer all the same: from PyTorch's default, the first $\\tanh$ layer has $10^{[[bounds_keep_the_measure.default:2]]}$ of the last one's gradient. With large weights the gradient explodes all the same, for what multiplies on the way back is weights and slopes, and not outputs.",
    ),
    holds_when=Words(
        "只說過大的輸出，就成立；也要避免過小的數與過大的梯度，就得初始權重合適。",
        "Of outputs that are too large it holds; to avoid values that are too small and gradients that are too large, initial weights must be suitable as well.",
    ),
    topic="guide/properties",
    reads=("glorot2010",),
)


# ---- how many weights one sample moves -------------------------------------------------------


@cache
def moved(f, start, hidden, units, inputs, bias, below):
    """The share of weights whose derivative, for one sample, is above this part of the largest: one number a network, the mean of five samples."""
    found = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        network = random_network([inputs, *[units] * hidden, 1], f, rng, start=start, bias=bias)
        shares = []
        for _ in range(5):
            x, y = rng.standard_normal((inputs, 1)), rng.integers(0, 2, (1, 1)).astype(float)
            size = np.abs(np.concatenate([g.ravel() for g in network.gradients(x, y, cross_entropy)[: hidden + 1]]))
            shares.append(np.mean(size > below * size.max()))
        found.append(np.mean(shares))
    return np.round(found, 4)


def moves_fewer(pair, *, start="glorot", hidden=2, units=32, inputs=16, bias=True, below=0.01):
    """Does one sample move a smaller share of the weights with the first function, which is bounded, than with the second?"""
    one, other = (moved(f, start, hidden, units, inputs, bias, below) for f in pair)
    return Ruling("holds" if one.mean() < other.mean() else "wrong", {"tanh": observe(one), "relu": observe(other)})


bounded_moves_few_weights = Claim(
    said=Words("值域有限時較穩定，因為表示只受有限的權重影響。", "A finite range is steadier because only limited weights affect the representation."),
    says="definition",
    rows=("B46",),
    judge=moves_fewer,
    about=(tanh, relu),
    instead=(hard_sigmoid, identity),
    control=Words(
        "換成硬Sigmoid與恆等函數：前者兩端是平的，後者處處斜率是$1$，一個樣本真的動到比較少的權重。",
        "Take the hard sigmoid and the identity: the former is flat at both ends, the latter has slope $1$ everywhere, and one sample does move fewer weights.",
    ),
    assumes=(
        Words(
            "這句話多半譯自英文Wikipedia一句沒有出處的話：值域有限時，一個樣本只明顯影響有限的權重。就照這個意思判斷。",
            "The saying seems to render a sentence of the English Wikipedia that has no source: with a finite range, one sample significantly affects limited weights only. It is judged in this sense.",
        ),
        Words(
            "十六個標準常態的輸入，兩個隱藏層各三十二個單元，有偏置，照Glorot開始；交叉熵，隨機標籤。有界的取$\\tanh$，無界的取ReLU；導數超過最大者百分之一的權重，才算受到影響。十個網路，各五個樣本，取平均。",
            "Sixteen standard normal inputs, two hidden layers of thirty-two units with biases, Glorot's start; cross-entropy, random labels. $\\tanh$ stands for bounded, ReLU for unbounded; a weight counts as affected if its derivative is above a hundredth of the largest. The mean of ten networks with five samples each.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層八個單元", "Eight units a layer"), {"units": 8}),
        Variation("depth", Words("五個隱藏層", "Five hidden layers"), {"hidden": 5}),
        Variation("inputs", Words("兩個輸入", "Two inputs"), {"inputs": 2}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("range", Words("超過最大者的千分之一就算", "Above a thousandth of the largest"), {"below": 0.001}),
        Variation("activation", Words("無界的換成Leaky ReLU", "Leaky ReLU as the unbounded one"), about=(tanh, leaky_relu)),
        Variation("activation", Words("有界的換成Sigmoid", "The sigmoid as the bounded one"), about=(sigmoid, relu)),
        Variation("activation", Words("Sigmoid與Softplus比", "The sigmoid against softplus"), about=(sigmoid, softplus)),
    ),
    immaterial=(BEFORE_TRAINING,),
    why=Words(
        "這個理由指錯了原因。一個樣本動到的權重，$\\tanh$有$[[bounded_moves_few_weights.tanh:%]]$，無界的ReLU只有$[[bounded_moves_few_weights.relu:%]]$。決定的是斜率：斜率接近零的單元，它的權重就動得少。ReLU的左半邊斜率是零，值域卻無界；$\\tanh$有界，中間的斜率卻接近$1$。",
        "The reason names the wrong cause. One sample moves $[[bounded_moves_few_weights.tanh:%]]$ of the weights with $\\tanh$, and only $[[bounded_moves_few_weights.relu:%]]$ with ReLU, which is unbounded. What decides is the slope: where it is close to zero, the weights of that unit move little. ReLU has slope zero on its left half, and an unbounded range; $\\tanh$ is bounded, and its slope in the middle is close to $1$.",
    ),
    holds_when=Words(
        "改成「單元飽和時，一個樣本只明顯動到少數的權重」，就成立；有界的函數權重一大就飽和，ReLU在左半邊也一樣。",
        "Say that where units saturate one sample moves few weights, and it holds: bounded functions saturate when weights are large, and so does ReLU on its left half.",
    ),
    topic="guide/properties",
)
