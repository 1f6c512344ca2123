"""Sayings about sparse units and dead ones: whether dead units harm, whether they are vanishing gradients, and whether sparsity helps learning."""

import numpy as np

from activation_functions import relu
from activation_functions.network import cross_entropy, random_network
from claims.sparsity import MOONS
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study

ONE = Words("一個隱藏層，三十二個單元，用Adam訓練。", "One hidden layer of thirty-two units, trained by Adam.")
SMALL = {"rule": "Adam", "hidden": 1}
FEW = SMALL | {"samples": 48, "extra": 8}
VARIED = (
    Variation("width", Words("十六個單元", "Sixteen units"), {"width": 16}),
    Variation("depth", Words("兩個隱藏層", "Two hidden layers"), {"hidden": 2}),
    Variation("inputs", Words("雙螺線", "Two spirals"), {"data": "spirals"}),
    Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
    Variation("optimiser", Words("梯度下降", "Gradient descent"), {"rule": "gradient descent"}),
    Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), {"batch": 16}),
)
BIASES = Immaterial(
    ("bias",),
    Words(
        "多少單元激活，正是由偏置的起點造成的；沒有偏置就沒有這個比較。",
        "How many units are active is set by the first biases; without them there is nothing to compare.",
    ),
)


# ---- sparse against dead ---------------------------------------------------------------------


def more_errors(given, change):
    """Are there more errors on unseen points than with nothing changed, by more than two standard errors of the paired seeds?"""
    base = SMALL | change
    gap = study("active_units", **base | given)["unseen error"] - study("active_units", **base)["unseen error"]
    return gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)) and gap.mean() > 0


def harmless(given, **change):
    """Does such a network make no more errors than one without dead units?"""
    return Ruling("wrong" if more_errors(given, change) else "holds")


def harmful(given, **change):
    """Does such a network make more errors than one without dead units?"""
    return Ruling("holds" if more_errors(given, change) else "wrong")


DEAD = Words(
    "死掉的單元，偏置極低，任何樣本都不激活，也沒有梯度；這裡三十二個死二十八個。判斷看四百個沒看過的點判錯的比例，配對的種子，多出兩個標準誤才算有害。",
    "Dead units have a bias so low that no sample activates them, and no gradient; here twenty-eight of thirty-two are dead. What counts is the share of errors on four hundred unseen points, with paired seeds; harm is an increase by over two standard errors.",
)
dead_units_do_no_harm = Claim(
    said=Words("單元死掉沒有關係，正符合生物的稀疏激活。", "It does no harm that units are dead; it agrees with the sparse activity in biology."),
    says="always",
    rows=("D45",),
    judge=harmless,
    about={"dead": 0.875},
    instead={"first_bias": -1.5},
    control=Words(
        "零由稀疏造成：偏置從$-\\frac{3}{2}$開始，單元只對少數樣本激活，判錯的沒有變多。",
        "Zeros made by sparsity, with biases that start at $-\\frac{3}{2}$, so that units are active on few samples: there are no more errors.",
    ),
    assumes=(MOONS, ONE, DEAD),
    variations=(*VARIED, Variation("range", Words("死四分之一", "A quarter dead"), about={"dead": 0.25})),
    immaterial=(BIASES,),
    why=Words(
        "稀疏的單元輪流工作，死掉的單元從不工作。三十二個死二十八個，判錯$[[sparse_or_dead.dead_error:%]]$；用偏置造出$[[sparse_or_dead.sparse_zeros:%]]$的零，判錯$[[sparse_or_dead.sparse_error:%]]$。生物的稀疏是前者：神經元對不同的刺激激活。",
        "Sparse units take turns, dead ones never work. With twenty-eight of thirty-two dead there are $[[sparse_or_dead.dead_error:%]]$ errors; with $[[sparse_or_dead.sparse_zeros:%]]$ zeros made by biases, $[[sparse_or_dead.sparse_error:%]]$. Sparse activity in biology is of the first kind: neurons are active for different stimuli.",
    ),
    holds_when=Words(
        "剩下的單元還夠用時，死掉一些不影響結果，例如這裡的四分之一。",
        "While enough units are left, some dead ones make no difference, as a quarter of them here.",
    ),
    topic="guide/sparsity",
    reads=("attwell2001", "lennie2003"),
)

many_dead_are_bad = Claim(
    said=Words("死掉的單元太多並不好。", "It is bad to have too many dead units."),
    says="generally",
    rows=("D46",),
    judge=harmful,
    about={"dead": 0.875},
    instead={"dead": 0.25},
    control=Words("只死四分之一：判錯的沒有變多。", "Let only a quarter be dead: there are no more errors."),
    assumes=(MOONS, ONE, DEAD),
    variations=(*VARIED, Variation("range", Words("死四分之三", "Three quarters dead"), about={"dead": 0.75})),
    immaterial=(BIASES,),
    why=Words(
        "死掉的單元等於不在。三十二個死二十八個，就是只有四個單元的網路，不容易畫出這麼彎的界線；判錯由$[[sparse_or_dead.error:%]]$變成$[[sparse_or_dead.dead_error:%]]$。",
        "A dead unit is as good as absent. With twenty-eight of thirty-two dead a network of four units is left, which finds so bent a boundary hard to draw; the errors go from $[[sparse_or_dead.error:%]]$ to $[[sparse_or_dead.dead_error:%]]$.",
    ),
    holds_when=Words("剩下的單元不夠用時成立。多少才夠，要看題目。", "It holds where too few are left. How many are needed depends on the task."),
    topic="guide/sparsity",
)


def next_to_nothing(first_bias, *, whose="its own weights", dead=0.5, hidden=3, width=32, inputs=16, start="he", samples=96, below=0.01):
    """With this bias for a share of the units of each hidden layer: is less than a hundredth of the gradient left, of their own weights or of the others'?"""
    left = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        network = random_network([inputs, *[width] * hidden, 1], relu, rng, start=start)
        x, y = rng.standard_normal((inputs, samples)), rng.integers(0, 2, (1, samples)).astype(float)
        count = round(dead * width)
        rows = slice(0, count) if whose == "its own weights" else slice(count, None)
        before = np.linalg.norm(network.gradients(x, y, cross_entropy)[0][rows])
        for biases in network.biases[:-1]:
            biases[:count] = first_bias
        left.append(np.linalg.norm(network.gradients(x, y, cross_entropy)[0][rows]) / before)
    return Ruling("holds" if np.median(left) < below else "wrong")


dead_is_vanishing = Claim(
    said=Words("死掉的單元對所有輸入都輸出零，是另一種梯度消失。", "A dead unit puts out zero for all inputs, which is another form of vanishing gradients."),
    says="generally",
    rows=("D55",),
    judge=next_to_nothing,
    about=-1000.0,
    instead=-1.0,
    control=Words(
        "偏置改成$-1$：單元只是常常不激活，自己的梯度還在。", "Make the bias $-1$: the units are only often inactive, and their own gradients are still there."
    ),
    assumes=(
        Words(
            "三個隱藏層，每層三十二個ReLU單元，一半的偏置改成極低的負數，所以死掉；十六個標準常態的輸入，九十六個樣本，隨機標籤，照He開始，還沒訓練，二十個網路的中位數。梯度剩下不到百分之一才算消失。",
            "Three hidden layers of thirty-two ReLU units, half of whose biases are made so low that they are dead; sixteen standard normal inputs, ninety-six samples, random labels, He's start, before training, the median of twenty networks. A gradient has vanished when less than a hundredth is left.",
        ),
    ),
    variations=(
        Variation("form", Words("看活著的單元的梯度", "The gradients of the living units"), {"whose": "others"}),
        Variation("depth", Words("活著的單元，三十個隱藏層", "The living units, thirty hidden layers"), {"whose": "others", "hidden": 30}),
        Variation("width", Words("每層八個單元", "Eight units a layer"), {"width": 8}),
        Variation("inputs", Words("兩個輸入", "Two inputs"), {"inputs": 2}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
    ),
    immaterial=(
        Immaterial(("bias",), Words("單元是用偏置弄死的。", "Biases are what makes the units dead.")),
        Immaterial(
            ("optimiser", "batch", "range"), Words("看的是訓練之前的梯度，一步也沒有走。", "The gradient is taken before training: there is no step yet.")
        ),
    ),
    why=Words(
        "死掉的單元自己的梯度恰好是零，這半句對。但梯度消失說的是前面各層的梯度一層一層縮小：同一層活著的單元還有梯度，淺的網路縮小得不多，要很深才剩下不到百分之一。",
        "The gradient of a dead unit itself is exactly zero; that half is right. But vanishing gradients means that those of early layers shrink layer by layer: living units of the same layer still have theirs, which shrink little in a shallow network and to less than a hundredth only in a very deep one.",
    ),
    holds_when=Words(
        "對死掉的單元自己的權重成立；對其他單元，只有很深的網路才成立。",
        "It holds for the dead unit's own weights; for other units, only in very deep networks.",
    ),
    topic="guide/sparsity",
    reads=("lu2020",),
)


# ---- is sparse better ------------------------------------------------------------------------


def surely(gap):
    """Is the mean of paired differences above zero by more than two standard errors?"""
    return bool(gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)))


def overfits_less(given, *, than=1.0, **change):
    """Is the error on unseen points less far above that on the training points than with first biases of `than`?"""
    sparse, dense = (study("active_units", **FEW | change | each) for each in (given, {"first_bias": than}))
    return Ruling("holds" if surely((dense["unseen error"] - dense["error"]) - (sparse["unseen error"] - sparse["error"])) else "wrong")


def learns_more_of_what_matters(given, *, than=1.0, **change):
    """Does a larger share of what first weights learned fall on the inputs that mean something than with first biases of `than`?"""
    sparse, dense = (study("active_units", **FEW | change | each) for each in (given, {"first_bias": than}))
    return Ruling("holds" if surely(sparse["relevant"] - dense["relevant"]) else "wrong")


FORTY = Words(
    "只有四十八個訓練點，兩個座標之外另有八個沒有意義的隨機輸入；沒看過的點有四百個。稀疏的網路偏置從$-1$開始，不稀疏的從$1$開始，其餘相同，種子配對；相差兩個標準誤以上才算。",
    "Only forty-eight training points, with eight random inputs that mean nothing beside the two coordinates; four hundred unseen points. The sparse networks have biases that start at $-1$, the others at $1$, and are otherwise alike, with paired seeds; a difference counts above two standard errors.",
)
sparsity_eases_overfitting = Claim(
    said=Words("稀疏減少了參數之間的相互依賴，緩解過擬合。", "Sparsity lessens the dependence of parameters on each other and eases overfitting."),
    says="generally",
    rows=("B39",),
    judge=overfits_less,
    about={"first_bias": -1.0},
    instead={"first_bias": 1.0, "samples": 384},
    control=Words(
        "換一種辦法，不稀疏而給八倍的訓練點：過擬合真的減輕了。",
        "Take another remedy, eight times the training points and no sparsity: that does ease overfitting.",
    ),
    assumes=(
        MOONS,
        ONE,
        FORTY,
        Words("過擬合是沒看過的點與訓練點判錯的比例之差。", "Overfitting is the difference between the shares of errors on unseen and on training points."),
    ),
    variations=(*VARIED, Variation("range", Words("與偏置從零開始的比", "Compared with biases that start at zero"), {"than": 0.0})),
    immaterial=(BIASES,),
    why=Words(
        "稀疏的網路，沒看過的點比訓練點多判錯$[[sparse_or_dead.gap_sparse:%]]$，不稀疏的是$[[sparse_or_dead.gap_dense:%]]$：沒有變少。試過的改法裡，沒有一種讓稀疏的網路過擬合較輕。「參數之間的相互依賴」指什麼，這句話也沒有說。",
        "Sparse networks make $[[sparse_or_dead.gap_sparse:%]]$ more errors on unseen points than on training points, the others $[[sparse_or_dead.gap_dense:%]]$: no fewer. None of the changes tried made sparse networks overfit less. What “dependence of parameters” is, the saying does not tell.",
    ),
    holds_when=Words(
        "較弱而真的一句：給更多的訓練資料，過擬合減輕；這裡八倍的訓練點就如此。",
        "A weaker sentence is true: more training data eases overfitting, as eight times the points do here.",
    ),
    topic="guide/sparsity",
    reads=("glorot2011",),
)
sparse_finds_features = Claim(
    said=Words("稀疏的ReLU模型更能挖掘相關特徵。", "Sparse ReLU models are better at finding relevant features."),
    says="generally",
    rows=("C23",),
    judge=learns_more_of_what_matters,
    about={"first_bias": -1.0},
    instead={"first_bias": 1.0, "samples": 384},
    control=Words(
        "換一種辦法，不稀疏而給八倍的訓練點：這個比例沒有變大。",
        "Take another remedy, eight times the training points and no sparsity: this share does not grow.",
    ),
    assumes=(
        MOONS,
        ONE,
        FORTY,
        Words(
            "「挖掘相關特徵」是第一層權重的變化裡，平方和落在那兩個有意義的輸入上的比例。",
            "“Finding relevant features” is the share of the squared change of first weights that falls on the two inputs that mean something.",
        ),
    ),
    variations=(*VARIED, Variation("range", Words("與偏置從零開始的比", "Compared with biases that start at zero"), {"than": 0.0})),
    immaterial=(BIASES,),
    why=Words(
        "落在相關輸入上的比例，稀疏的網路是$[[sparse_or_dead.relevant_sparse:%]]$，不稀疏的是$[[sparse_or_dead.relevant_dense:%]]$；換成每層十六個單元或梯度下降，差別就不見了。",
        "The share on relevant inputs is $[[sparse_or_dead.relevant_sparse:%]]$ in sparse networks and $[[sparse_or_dead.relevant_dense:%]]$ in the others; with sixteen units, or by gradient descent, the difference is gone.",
    ),
    holds_when=Words(
        "在某些題目與訓練方法裡成立，例如這裡的雙螺線、用Adam。", "It holds for some tasks and ways of training, as here for two spirals by Adam."
    ),
    topic="guide/sparsity",
    reads=("glorot2011",),
)
