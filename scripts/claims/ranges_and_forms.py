"""Sayings about an infinite range, and about the shapes of the activations in common use."""

import re

import numpy as np

from activation_functions import ALL
from claims.choosing import CHANGES
from figures.rate_or_function import at_its_best, chosen
from figures.who_uses import counted
from language.words import Words
from mathematics.claim import ALGEBRA, Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe


def more_with_smaller_steps(pair, **change):
    """Has the first surely fewer errors than the second after equally many steps, each at its own best rate, and is that rate the smaller one?"""
    errors = [at_its_best(f, **change) for f in pair]
    gap = errors[1] - errors[0]
    fewer, smaller = gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)), chosen(pair[0], **change) < chosen(pair[1], **change)
    return Ruling("holds" if fewer and smaller else "conditional" if fewer or smaller else "wrong", {"first": observe(errors[0]), "second": observe(errors[1])})


infinite_range_is_efficient = Claim(
    said=Words(
        "值域無限時，訓練更有效率，但通常要用較小的學習率。", "An infinite range makes training more efficient, though usually at a smaller learning rate."
    ),
    says="generally",
    rows=("B14",),
    judge=more_with_smaller_steps,
    about=("relu", "tanh"),
    instead=("tanh", "sigmoid"),
    control=Words(
        "兩個都有界的比一比，$\\tanh$與Sigmoid：$\\tanh$確實較有效率，可見效率不是來自值域。",
        "Let two bounded ones compete, $\\tanh$ and the sigmoid: $\\tanh$ is more efficient indeed, so that it is not the range which makes it so.",
    ),
    assumes=(
        Words(
            "兩條螺線的分類：兩個隱藏層各十六個單元、有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步；七個學習率，每個是前一個的$\\sqrt{10}$倍，各由驗證點選最好的；五個種子。無限的取ReLU，有限的取$\\tanh$。",
            "Two spirals to be told apart: two hidden layers of sixteen units with biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps; seven learning rates, each $\\sqrt{10}$ times the one before, of which validation chooses the best for each; five seeds. ReLU stands for infinite, $\\tanh$ for finite.",
        ),
        Words(
            "「更有效率」是步數相同，沒看過的點判錯得少，差兩個標準誤以上；「較小的學習率」看選中的哪個小。兩樣都對才成立，對一樣是有條件。",
            "“More efficient” is fewer errors on unseen points after equally many steps, by over two standard errors; “a smaller rate” compares those chosen. It holds if both are so, and is conditional if one is.",
        ),
    ),
    variations=(
        *CHANGES,
        Variation("activation", Words("ELU與$\\tanh$", "ELU and $\\tanh$"), about=("elu", "tanh")),
        Variation("activation", Words("GELU與$\\tanh$", "GELU and $\\tanh$"), about=("gelu", "tanh")),
        Variation("activation", Words("ReLU與Sigmoid", "ReLU and the sigmoid"), about=("relu", "sigmoid")),
        Variation("activation", Words("ELU與Sigmoid", "ELU and the sigmoid"), about=("elu", "sigmoid")),
    ),
    immaterial=(Immaterial(("range",), Words("兩個函數都從同樣的七個學習率裡選。", "Both functions choose from the same seven rates.")),),
    why=Words(
        "ReLU判錯$[[infinite_range_is_efficient.first:%]]$，$\\tanh$判錯$[[infinite_range_is_efficient.second:%]]$，差別在種子的散布之內，選中的學習率也一樣。換了設定，兩樣各有對的時候，與$\\tanh$比卻從不一起對。與Sigmoid比才明顯，那是因為Sigmoid不以零為中心，斜率也小；同樣有界的$\\tanh$就沒有落後。",
        "ReLU makes $[[infinite_range_is_efficient.first:%]]$ errors and $\\tanh$ $[[infinite_range_is_efficient.second:%]]$, a difference within the spread of the seeds, and both choose the same rate. Under other settings each half is right at times, but beside $\\tanh$ never both. Only beside the sigmoid is it plain, and that is because the sigmoid is neither centred nor steep: $\\tanh$, which is as bounded, does not stay behind.",
    ),
    holds_when=Words(
        "拿ELU與Sigmoid比，兩樣都成立；與$\\tanh$比，試過的設定裡最多成立一樣。",
        "Between ELU and the sigmoid both halves hold; beside $\\tanh$ one at most did in the settings tried.",
    ),
    topic="guide/properties",
)


EXPONENTIAL = re.compile(r"\b(exp|sigma|tanh|sech|log1p)\b")
GAUSSIAN = re.compile(r"\b(Phi|erf)\b")


def straight_or_exponential(functions, *, gaussian=False):
    """Is each of these made of straight pieces, or written with an exponential? If some only, it is half true. With `gaussian`, erf counts as one."""
    fits = [
        ALL[name].second_formula == "0" or bool(EXPONENTIAL.search(ALL[name].formula)) or (gaussian and bool(GAUSSIAN.search(ALL[name].formula)))
        for name in functions
    ]
    return Ruling("holds" if all(fits) else "conditional" if any(fits) else "wrong", {"fit": sum(fits), "asked": len(fits)})


def common(least):
    """The functions that so many model families or more have by default."""
    return tuple(name for families, _, name in counted() if families >= least)


common_ones_are_straight_or_exponential = Claim(
    said=Words("常見的激活函數不是分段線性，就是帶指數的形狀。", "Common activations are either piecewise linear or shaped by an exponential."),
    says="generally",
    rows=("B15",),
    judge=straight_or_exponential,
    about=common(10),
    instead=("softsign", "isru", "bent_identity"),
    control=Words(
        "換成Softsign、ISRU與彎曲恆等函數：三個都是，既不分段線性，也不用指數。",
        "Take softsign, ISRU and the bent identity: none of the three is made of straight pieces or has an exponential.",
    ),
    assumes=(
        Words(
            "「常見」是說讀過程式的模型家族裡，至少有十個以它為預設，門控也算。二階導數除了轉折處都是零，算分段線性；公式裡有指數、Sigmoid或雙曲函數，算帶指數。全部都是才成立，有些是就是有條件。",
            "“Common” means that ten or more of the model families whose code was read have the function by default, as a gate or otherwise. Piecewise linear is a second derivative of zero apart from kinks; shaped by an exponential is a formula with an exponential, a sigmoid or a hyperbolic function. It holds if all of them are one of the two, and is conditional if some are.",
        ),
    ),
    variations=(
        Variation(
            "form",
            Words("Sigmoid、$\\tanh$、ReLU、Leaky ReLU與ELU", "The sigmoid, $\\tanh$, ReLU, leaky ReLU and ELU"),
            about=("sigmoid", "tanh", "relu", "leaky_relu", "elu"),
        ),
        Variation("form", Words("GELU的$\\Phi$也算帶指數", "$\\Phi$, which GELU has, counts as an exponential"), {"gaussian": True}),
        Variation("form", Words("至少八十個家族", "Eighty families or more"), about=common(80)),
        Variation("form", Words("至少八十個家族，$\\Phi$也算", "Eighty families or more, and $\\Phi$ counts"), {"gaussian": True}, about=common(80)),
    ),
    immaterial=(ALGEBRA,),
    why=Words(
        "教材裡的五個都是。今天常見的$[[common_ones_are_straight_or_exponential.asked]]$個裡，符合的有$[[common_ones_are_straight_or_exponential.fit]]$個。GELU用的是常態分布的$\\Phi$，它是鐘形曲線底下的面積，本身不是指數，斜率裡才有指數；ReLU平方與Hard Swish是分段的二次式，兩樣都不是。",
        "The five of the textbooks are. Of the $[[common_ones_are_straight_or_exponential.asked]]$ that are common today, $[[common_ones_are_straight_or_exponential.fit]]$ are. GELU has the $\\Phi$ of the normal distribution, an area under the bell curve, which is no exponential itself, though its slope has one; squared ReLU and hard swish are made of quadratic pieces and are neither.",
    ),
    holds_when=Words(
        "說的若是Sigmoid、$\\tanh$、ReLU一族與ELU，就成立；把$\\Phi$也算進去，對最常用的四個也成立。",
        "It holds of the sigmoid, $\\tanh$, the ReLU family and ELU; and of the four most used today if $\\Phi$ counts as well.",
    ),
    topic="guide/properties",
)
