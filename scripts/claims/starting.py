"""Sayings about what to begin with, about what a slope that is learned makes of leaky ReLU, and about what such variants gain."""

from fractions import Fraction

import numpy as np

from activation_functions import leaky_relu, prelu, selu
from claims.choosing import CHANGES
from figures.rate_or_function import FUNCTIONS, at_its_best
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study


def fair_start(f, *, others=("tanh",), **change):
    """With its own best learning rate, does f make no more errors on unseen points than any of the others, within two standard errors?"""
    gaps = [at_its_best(f, **change) - at_its_best(other, **change) for other in others]
    return Ruling("holds" if all(gap.mean() <= 2 * gap.std(ddof=1) / np.sqrt(len(gap)) for gap in gaps) else "wrong")


start_with_relu = Claim(
    said=Words("拿不定主意時，先用ReLU。", "When in doubt, start with ReLU."),
    says="generally",
    rows=("A01", "D59"),
    judge=fair_start,
    about="relu",
    instead="sigmoid",
    control=Words("換成Sigmoid：步數相同時它落後，不該先用。", "Put the sigmoid in its place: with as many steps it stays behind, and should not come first."),
    assumes=(
        Words(
            "兩條螺線的分類：兩個輸入、兩個隱藏層各十六個單元、有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步；學習率各由驗證點選最好的；五次初始化，與tanh比。錯誤沒有多出兩個標準誤以上，就算值得先試。",
            "Two spirals to be told apart: two inputs, two hidden layers of sixteen units, biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps; validation points choose the best rate of each; five initialisations, against tanh. Worth trying first means that errors are not more by over two standard errors.",
        ),
    ),
    variations=(
        Variation("form", Words("與另外六個函數比", "Against six other functions"), {"others": tuple(f for f in FUNCTIONS if f != "relu")}),
        *CHANGES,
    ),
    immaterial=(Immaterial(("range",), Words("每個函數都從同一組七個學習率裡選。", "Each function chooses from the same seven learning rates.")),),
    why=Words(
        "在小的全連接網路裡，它多半不輸給別的函數；沒有偏置時卻差得多，因為從原點出發的一條射線上只有一種答案。Transformer的預設多半是GELU或SwiGLU，這時先用那個預設。",
        "In small dense networks it mostly does no worse than others; without biases it does far worse, because along a ray from the origin it has one answer only. The default of transformers is mostly GELU or SwiGLU, and there one begins with that default.",
    ),
    holds_when=Words("新的卷積或全連接網路，有偏置的時候。", "For new convolutional or dense networks with biases."),
    topic="guide/choosing",
)


def same_for_every_slope(f, *, slopes=(0.01, 0.25, 0.7), reach=5.0):
    """Is f with a slope given the same function as PReLU with that slope, whatever it is?"""
    x = np.linspace(-reach, reach, 201)
    return Ruling("holds" if all(np.allclose(f(x, alpha=slope), prelu(x, alpha=slope)) for slope in slopes) else "wrong")


learned_slope_makes_prelu = Claim(
    said=Words("Leaky ReLU的斜率改成可學習的參數，就是PReLU。", "Leaky ReLU with a slope that is learned is PReLU."),
    says="definition",
    rows=("D57",),
    judge=same_for_every_slope,
    about=leaky_relu,
    instead=selu,
    control=Words("換成SELU，它的$\\alpha$是曲線的參數：它不是PReLU。", "Take SELU, whose $\\alpha$ belongs to a curve: it is not PReLU."),
    assumes=(
        Words(
            "給定斜率的Leaky ReLU與給定同一個斜率的PReLU，在左右各到$5$的點上比。",
            "Leaky ReLU with a given slope and PReLU with the same one, compared at places up to $5$ on both sides.",
        ),
    ),
    variations=(
        Variation("range", Words("左右各到$20$", "Up to $20$ on both sides"), {"reach": 20.0}),
        Variation("form", Words("負的斜率", "Negative slopes"), {"slopes": (-0.5, -0.1)}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("這句話只談函數本身，沒有網路。", "The saying is about the function alone; there is no network."),
        ),
    ),
    why=Words(
        "同一個式子，差別只在斜率是寫死的還是學來的。斜率可以整層共用一個，也可以每個通道一個，各函式庫不同。",
        "It is one formula, and the difference is only whether the slope is fixed or learned. A layer may share one slope or have one for each channel; libraries differ.",
    ),
    holds_when=Words("斜率不論怎麼共用都成立。", "However the slope is shared, it holds."),
    topic="guide/history",
    reads=("he2015",),
)


IMAGENET = np.array([26.25, 24.77, 25.46, 24.02]) / 100, np.array([25.81, 24.20, 24.83, 22.97]) / 100
"""Errors at the first guess that He and others report for their model A on ImageNet, with ReLU and with PReLU: at three sizes of images, and at all together."""


def on_moons(rule):
    """Errors of ReLU and of PReLU on unseen points of two moons, by seed, each at the rate that is best on average."""
    change = {} if rule == "gradient descent" else {"rule": rule}
    right = [study("dying", **change | each)["accuracy"] for each in ({}, {"f": "prelu"})]
    return [1 - found[:, found.mean(axis=0).argmax()] for found in right]


def mean(errors):
    return Fraction(float(errors.mean())).limit_denominator(10**6)


def errs_less(errors):
    """Are there fewer errors with the variant than with ReLU, by more than two standard errors of the paired differences?"""
    gap = errors[0] - errors[1]
    return Ruling("holds" if gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)) else "wrong", {"relu": mean(errors[0]), "variant": mean(errors[1])})


leaks_gain_somewhat = Claim(
    said=Words("PReLU、RReLU等變體在某些資料上略有改進。", "Variants such as PReLU and RReLU improve somewhat on some data sets."),
    says="generally",
    rows=("B40",),
    judge=errs_less,
    about=IMAGENET,
    instead=on_moons("gradient descent"),
    control=Words(
        "換成雙月牙，用梯度下降：各用最好的學習率，PReLU沒有判錯得少。",
        "Take two moons and gradient descent: each at its best rate, PReLU makes no fewer errors.",
    ),
    assumes=(
        Words(
            "ImageNet的數字是PReLU的作者在論文裡報告的，不是本站量的：同一個模型，在三種影像大小與三種合起來時，第一個答案判錯的比例，ReLU與PReLU成對；四對來自同一次訓練，不是獨立的。",
            "The numbers of ImageNet are reported by the authors of PReLU, and not measured here: the share of wrong first answers of one model at three sizes of images and at all three together, ReLU and PReLU in pairs; the four pairs come from one training each and are not independent.",
        ),
        Words(
            "雙月牙九十六個點，三個隱藏層，每層十六個單元，從He的起點走兩百四十步，六個學習率取平均最好的，五個種子，另外九十六個點；螺線的網路與學習率那一章的圖相同。判錯得少兩個標準誤以上才算改進。",
            "Two moons of ninety-six points, three hidden layers of sixteen units, two hundred and forty steps from He's start, the best on average of six learning rates, five seeds, ninety-six other points; the spirals are those of the figure on learning rates. An improvement is fewer errors by over two standard errors.",
        ),
    ),
    variations=(
        Variation("inputs", Words("雙月牙，梯度下降", "Two moons, gradient descent"), about=on_moons("gradient descent")),
        Variation("optimiser", Words("雙月牙，Adam", "Two moons, Adam"), about=on_moons("Adam")),
        Variation("activation", Words("兩條螺線，Leaky ReLU", "Two spirals, leaky ReLU"), about=(at_its_best("relu"), at_its_best("leaky_relu"))),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "batch", "range"),
            Words(
                "說的是「某些資料」，有一種資料改進就夠了，別的設定推翻不了它。",
                "It says “some data sets”: one on which there is a gain is enough, and no other setting can undo that.",
            ),
        ),
    ),
    why=Words(
        "在ImageNet上，作者報告ReLU平均判錯$[[leaks_gain_somewhat.relu:3%]]$，PReLU判錯$[[leaks_gain_somewhat.variant:3%]]$：真的略少。Xu等人也報告，左側有斜率，影像分類的結果一致地變好，資料少時隨機抽的斜率又比固定或學來的好。在本站的小題目上卻看不出來：雙月牙與螺線，各用最好的學習率，差別都在種子的散布之內。",
        "On ImageNet the authors report a mean of $[[leaks_gain_somewhat.relu:3%]]$ errors for ReLU and of $[[leaks_gain_somewhat.variant:3%]]$ for PReLU, somewhat fewer indeed. Xu and others too report that with a slope on the left results on images were consistently better, and that with few data a slope drawn at random did better than a fixed or a learned one. On the small tasks of this site there is nothing to be seen: on two moons and on the spirals, each at its best rate, the differences lie within the spread of the seeds.",
    ),
    holds_when=Words(
        "如它所說，在某些資料上成立，例如大的影像資料；不是換了就會好。",
        "As it says, on some data sets, such as large ones of images; the change by itself is no promise.",
    ),
    topic="guide/choosing",
    reads=("he2015", "xu2015"),
)
