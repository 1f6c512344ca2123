"""Sayings about choosing: whether tanh does less well than ReLU, and whether networks keep to one kind of activation."""

from collections import defaultdict
from fractions import Fraction

import numpy as np

from figures.rate_or_function import at_its_best
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe
from mathematics.recorded import recorded

CHANGES = (
    Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
    Variation("width", Words("每層三十二個單元", "Thirty-two units a layer"), {"width": 32}),
    Variation("depth", Words("一個隱藏層", "One hidden layer"), {"hidden": 1}),
    Variation("depth", Words("四個隱藏層", "Four hidden layers"), {"hidden": 4}),
    Variation("inputs", Words("兩個交錯的半圓", "Two interleaved half circles"), {"data": "moons"}),
    Variation("initialisation", Words("權重的變異數是$2/n$", "Weights of variance $2/n$"), {"start": "he"}),
    Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
    Variation("batch", Words("批次大小三十二", "Batches of thirty-two"), {"batch": 32}),
)
"""What the study of rates and functions was run with besides: what a practitioner would change first."""


def does_worse(f, *, than="relu", **change):
    """With its own best learning rate, does f make more errors on unseen points than the other, by more than two standard errors?"""
    gap = at_its_best(f, **change) - at_its_best(than, **change)
    certain = gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap))
    return Ruling("holds" if certain else "wrong", {"tanh": observe(at_its_best("tanh")), "relu": observe(at_its_best("relu"))})


tanh_does_less_well = Claim(
    said=Words("tanh的表現不如ReLU。", "tanh does less well than ReLU."),
    says="generally",
    rows=("D61",),
    judge=does_worse,
    about="tanh",
    instead="sigmoid",
    control=Words(
        "換成Sigmoid：用同樣的步數，它真的不如ReLU。", "Replace it by the sigmoid: with the same number of steps it does indeed do less well than ReLU."
    ),
    assumes=(
        Words(
            "兩條螺線的分類，兩條對原點互相對稱：兩個輸入、兩個隱藏層各十六個單元、有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步。",
            "Two spirals, each other's reflection in the origin, to be told apart: two inputs, two hidden layers of sixteen units, biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps.",
        ),
        Words(
            "學習率取七個，各由驗證點選最好的；五次初始化，兩個函數用同樣的資料與權重。判錯的比例多出兩個標準誤以上，才算不如。",
            "Seven learning rates, of which validation points choose the best for each; five initialisations with the same data and weights for both. Less well means more errors by over two standard errors.",
        ),
    ),
    variations=CHANGES,
    immaterial=(Immaterial(("range",), Words("每個函數都從同一組七個學習率裡選。", "Each function chooses from the same seven learning rates.")),),
    why=Words(
        "學習率各自選好之後，沒看過的點判錯的比例，tanh是$[[tanh_does_less_well.tanh:%]]$，ReLU是$[[tanh_does_less_well.relu:%]]$。差別要看題目、深度與訓練方法，函數本身沒有固定的名次。這句話原本還比了Maxout；這裡沒有訓練它。",
        "With the rate of each well chosen, the shares of errors on unseen points are $[[tanh_does_less_well.tanh:%]]$ for tanh and $[[tanh_does_less_well.relu:%]]$ for ReLU. The difference depends on the task, the depth and the way of training; the functions have no fixed rank. The saying also compares Maxout, which was not trained here.",
    ),
    holds_when=Words(
        "在某些設定裡成立，例如這裡的每層三十二個單元；沒有偏置時卻反過來，是ReLU差得多，因為這兩條螺線對原點互相對稱，適合奇函數的網路。",
        "It holds in some settings, such as thirty-two units a layer here; without biases it is the other way round, and ReLU does far less well, because these two spirals are each other's reflection in the origin, which suits a network of odd functions.",
    ),
    topic="guide/choosing",
)


def seldom_mixed(kinds, *, package="", gates=False, seldom=Fraction(1, 10)):
    """Of the model families whose code was read, do fewer than one in ten have so many functions or more?"""
    found = defaultdict(set)
    for row in recorded("models")["models"]:
        if row["function"] and row["package"].startswith(package):
            found[row["package"], row["model"]] |= {row["function"]} | ({"identity"} if gates and row["gated"] else set())
    share = Fraction(sum(len(functions) >= kinds for functions in found.values()), len(found))
    return Ruling("holds" if share < seldom else "wrong", {"share": share})


kinds_are_seldom_mixed = Claim(
    said=Words("同一個網路裡很少混用不同的激活函數。", "Different activations are seldom mixed in one network."),
    says="generally",
    rows=("D62",),
    judge=seldom_mixed,
    about=2,
    instead=3,
    control=Words("改問三種以上：那就真的很少。", "Ask about three kinds or more: those are indeed rare."),
    assumes=(
        Words(
            "讀過程式的模型家族，一個家族的預設裡有兩個以上的函數就算混用；不到十分之一才算很少。注意力裡的softmax不計。",
            "The model families whose code was read; two functions or more among the defaults of one family count as mixing, and seldom is less than a tenth of the families. The softmax of attention is not counted.",
        ),
    ),
    variations=(
        Variation("inputs", Words("只看transformers", "Only transformers"), {"package": "transformers"}),
        Variation("inputs", Words("只看timm", "Only timm"), {"package": "timm"}),
        Variation("inputs", Words("只看diffusers", "Only diffusers"), {"package": "diffusers"}),
        Variation("form", Words("門控裡不經過函數的那一半，算恆等函數", "The half of a gated unit without a function counts as the identity"), {"gates": True}),
        Variation("range", Words("不到二十分之一才算很少", "Seldom is less than a twentieth"), {"seldom": Fraction(1, 20)}),
        Variation("range", Words("不到四分之一就算很少", "Seldom is less than a quarter"), {"seldom": Fraction(1, 4)}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
            Words("只數程式裡的預設函數，沒有訓練。", "Only the default functions in code are counted; nothing is trained."),
        ),
    ),
    why=Words(
        "要看怎麼數。讀過的家族裡，$[[kinds_are_seldom_mixed.share:3%]]$的預設有兩種以上，多半是文字與影像各用一種；門控的另一半若算恆等函數，就更多。長短期記憶更早就在同一個記憶單元裡並用Sigmoid與tanh。混用並不違反什麼。",
        "It depends on how one counts. Of the families read, $[[kinds_are_seldom_mixed.share:3%]]$ have two kinds or more by default, often one for text and one for images; with the other half of gated units counted as the identity there are more. Long short-term memory had the sigmoid and tanh side by side in one cell long before. Nothing forbids mixing.",
    ),
    holds_when=Words(
        "只看同一種層、同一個位置時成立：那裡通常從頭到尾用同一個函數。",
        "It holds for layers of one kind in one place: those usually keep to one function throughout.",
    ),
    topic="guide/choosing",
    reads=("hochreiter1997",),
)
