"""Sayings about data for a first layer: whether they should be centred, and whether tanh gets on better with all kinds of them."""

import numpy as np

from figures.rate_or_function import at_its_best
from figures.scaling_tanh import DATA, FUNCTIONS, accuracy, updates
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe
from mathematics.study import study

NETWORK = Words(
    "一個隱藏層、八個單元，有偏置，PyTorch的預設起點；六十個訓練樣本，softmax的交叉熵，全批次梯度下降，一百步；縮放由訓練樣本決定，學習率由驗證樣本從十四個裡選出；五個種子。",
    "One hidden layer of eight units with biases, PyTorch's default start; sixty training samples, cross-entropy of a softmax, full-batch gradient descent, one hundred steps; the scaling is read off the training samples, the rate chosen among fourteen by validation samples; five seeds.",
)


def certainly_above(gap):
    """More than two standard errors above zero."""
    return gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap))


def centred_is_faster(pair, *, data="wine", f="tanh", outputs=False, **change):
    """Does the first of two scalings need more updates to the threshold than the second, by over two standard errors? Or hidden outputs, with their mean and without."""
    if outputs:
        off, centred = (
            np.minimum((found := study("centring", f=name, best=True))["steps"], found.settings["patience"]) for name in ("sigmoid", "sigmoid_centred")
        )
    else:
        off, centred = (updates(data, f, scaling, one=True, **change) for scaling in pair)
    return Ruling("holds" if certainly_above(off - centred) else "wrong", {"off": observe(off), "centred": observe(centred)})


data_should_be_centred = Claim(
    said=Words("資料和各層輸出最好都以零為中心。", "Data and layer outputs should preferably be zero-centred."),
    says="generally",
    rows=("A43",),
    judge=centred_is_faster,
    about=("spread", "standard"),
    instead=("standard", "standard"),
    control=Words("拿置中的和它自己比：當然不會比較慢。", "Compare what is centred with itself: it is no slower, of course."),
    assumes=(
        NETWORK,
        Words(
            "酒的資料，$\\tanh$；各欄除以標準差，平均減掉或不減掉，兩邊都再乘上一個數，使第一層預激活值的變異數是$1$。「最好」是說訓練損失降到$\\frac{1}{5}\\ln 3$以下的步數比較少，差兩個標準誤以上；沒有到的算一百步。",
            "Wine with $\\tanh$; each column divided by its standard deviation, with or without its mean taken away, and both times one more number that gives the first pre-activations the variance $1$. “Preferably” means fewer updates until the training loss is below $\\frac{1}{5}\\ln 3$, by over two standard errors; a run that does not get there counts as one hundred.",
        ),
    ),
    variations=(
        Variation("inputs", Words("雙月牙", "Two moons"), {"data": "moons"}),
        Variation("inputs", Words("乳癌", "Breast cancer"), {"data": "breast_cancer"}),
        Variation("inputs", Words("手寫數字", "Handwritten digits"), {"data": "digits"}),
        Variation(
            "range",
            Words("縮到$0$與$1$之間，與縮到$-1$與$1$之間相比", "Scaled to between $0$ and $1$, against between $-1$ and $1$"),
            about=("unit", "symmetric"),
        ),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("十六個單元", "Sixteen units"), {"width": 16}),
        Variation("depth", Words("兩個隱藏層", "Two hidden layers"), {"hidden": 2}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
        Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), {"batch": 16}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("activation", Words("Sigmoid", "The sigmoid"), {"f": "sigmoid"}),
        Variation("activation", Words("ReLU", "ReLU"), {"f": "relu"}),
        Variation(
            "form",
            Words(
                "隱藏層的輸出：Sigmoid與減去$\\frac{1}{2}$的Sigmoid，雙月牙",
                "Outputs of hidden layers: the sigmoid, and the sigmoid minus $\\frac{1}{2}$, on two moons",
            ),
            {"outputs": True},
        ),
    ),
    why=Words(
        "各欄一樣大、預激活值也一樣大，只差置不置中：酒的資料，沒置中的要$[[data_should_be_centred.off]]$步，置中的要$[[data_should_be_centred.centred]]$步。",
        "Columns of one size, pre-activations of one size, and nothing else between them but centring: wine takes $[[data_should_be_centred.off]]$ updates off centre and $[[data_should_be_centred.centred]]$ centred.",
    ),
    holds_when=Words(
        "這裡試過的每一種改法都成立；改用Adam，差距小得多。",
        "It holds under every change tried here; with Adam the gap is far smaller.",
    ),
    topic="guide/scaling",
    reads=("lecun1991", "lecun1998"),
)


def adapts_better(f, *, scaling="none", one=False, data=DATA, spirals=None, **change):
    """Over these data, has f at its own best rate more of the test right than each of the other two functions, by over two standard errors?"""
    if spirals is not None:
        gaps = [at_its_best("relu", **spirals) - at_its_best(f, **spirals)]
    else:
        right = {name: np.mean([accuracy(each, name, scaling, one, **change) for each in data], axis=0) for name in FUNCTIONS}
        gaps = [right[f] - right[other] for other in FUNCTIONS if other != f]
    above = [certainly_above(gap) for gap in gaps]
    return Ruling("holds" if all(above) else "conditional" if any(above) else "wrong")


tanh_adapts_better = Claim(
    said=Words("tanh比較能適應不同的資料。", "tanh adapts better to various kinds of data."),
    says="generally",
    rows=("E12",),
    judge=adapts_better,
    about="tanh",
    instead="relu",
    control=Words(
        "換成ReLU：資料一點也不縮放時，四種資料平均起來，它真的比另外兩個好。",
        "Put ReLU in its place: with data not scaled at all it does better than the other two indeed, on average over the four sets.",
    ),
    assumes=(
        NETWORK,
        Words(
            "雙月牙、酒、乳癌、手寫數字四種資料，都不縮放；三個函數各用自己最好的學習率，比四種資料測試準確率的平均，高出兩個標準誤以上才算比較能適應。",
            "Four data sets, two moons, wine, breast cancer and handwritten digits, none of them scaled; each of three functions at its own best rate. The mean test accuracy over the four is compared, and better means higher by over two standard errors.",
        ),
    ),
    variations=(
        Variation("inputs", Words("都先標準化", "All standardised first"), {"scaling": "standard"}),
        Variation("inputs", Words("都縮到$0$與$1$之間", "All scaled to between $0$ and $1$"), {"scaling": "unit"}),
        Variation("inputs", Words("不縮放，但第一層預激活值的變異數是$1$", "Not scaled, but first pre-activations of variance $1$"), {"one": True}),
        Variation("bias", Words("只看酒，沒有偏置", "Wine alone, no biases"), {"data": ("wine",), "bias": False}),
        Variation(
            "optimiser",
            Words("只看酒，Adam；ReLU有一個種子選到最大的學習率", "Wine alone, Adam; in one seed ReLU chose the largest rate"),
            {"data": ("wine",), "rule": "Adam"},
        ),
        Variation("depth", Words("兩條螺線，一個隱藏層，只與ReLU比", "Two spirals, one hidden layer, against ReLU alone"), {"spirals": {"hidden": 1}}),
        Variation("width", Words("兩條螺線，三十二個單元，只與ReLU比", "Two spirals, thirty-two units, against ReLU alone"), {"spirals": {"width": 32}}),
        Variation("initialisation", Words("兩條螺線，照He開始，只與ReLU比", "Two spirals, He's start, against ReLU alone"), {"spirals": {"start": "he"}}),
        Variation(
            "batch", Words("兩條螺線，每步三十二個樣本，只與ReLU比", "Two spirals, batches of thirty-two, against ReLU alone"), {"spirals": {"batch": 32}}
        ),
    ),
    immaterial=(Immaterial(("range",), Words("每個函數都從同一組學習率裡選。", "Each function chooses from the same set of rates.")),),
    why=Words(
        "資料標準化、學習率各自選好之後，三個函數的測試準確率幾乎一樣：酒是$[[scaling_tanh.tanh_wine_standard:%]]$、$[[scaling_tanh.sigmoid_wine_standard:%]]$與$[[scaling_tanh.relu_wine_standard:%]]$。沒有縮放時，$\\tanh$與Sigmoid一樣容易飽和，ReLU反而好一些：酒是$[[scaling_tanh.tanh_wine_none:%]]$、$[[scaling_tanh.sigmoid_wine_none:%]]$與$[[scaling_tanh.relu_wine_none:%]]$。",
        "With data standardised and each rate well chosen, the three functions have almost the same accuracy: $[[scaling_tanh.tanh_wine_standard:%]]$ for $\\tanh$, $[[scaling_tanh.sigmoid_wine_standard:%]]$ for the sigmoid and $[[scaling_tanh.relu_wine_standard:%]]$ for ReLU on wine. Without scaling $\\tanh$ saturates as easily as the sigmoid, and ReLU does a little better: $[[scaling_tanh.tanh_wine_none:%]]$, $[[scaling_tanh.sigmoid_wine_none:%]]$ and $[[scaling_tanh.relu_wine_none:%]]$.",
    ),
    holds_when=Words(
        "較弱而真的一句：在雙月牙與標準化的酒上，$\\tanh$學得比Sigmoid快；換了資料就不一定，不縮放的手寫數字上反而是Sigmoid快。",
        "A weaker sentence is true: on two moons, and on wine once it is standardised, $\\tanh$ learns faster than the sigmoid; on other data it need not, and on handwritten digits that are not scaled the sigmoid is the faster one.",
    ),
    topic="guide/scaling",
)
