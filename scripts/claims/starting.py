"""Sayings about what to begin with, and about what a slope that is learned makes of leaky ReLU."""

import numpy as np

from activation_functions import leaky_relu, prelu, selu
from claims.choosing import CHANGES
from figures.rate_or_function import FUNCTIONS, at_its_best
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation


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
