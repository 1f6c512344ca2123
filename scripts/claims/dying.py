"""Sayings about ReLU units that die: whether they come back, how many there are, whether a small rate or another function helps."""

import numpy as np

from activation_functions import ALL
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study

NETWORK = Words(
    "雙月牙九十六個點，置中；三個隱藏層，每層十六個ReLU單元，有偏置，照He開始；交叉熵，用全部樣本的梯度下降，沒有權重衰減，走兩百四十步；六個學習率，由$\\frac{1}{10}$起每個大$\\sqrt{10}$倍，動量用它們的十分之一，Adam用百分之一；五個種子。死掉是對全部訓練樣本$z\\le 0$，每一步都檢查；發散的網路不算在內。",
    "Two moons of ninety-six points, centred; three hidden layers of sixteen ReLU units with biases, from He's start; cross-entropy, gradient descent on all samples, no weight decay, two hundred and forty steps; six learning rates from $\\frac{1}{10}$, each $\\sqrt{10}$ times the one before, for momentum a tenth of them and for Adam a hundredth; five seeds. Dead is $z\\le 0$ on all training samples, looked at before every step; networks that diverged are left out.",
)
NETWORK_CHANGES = (
    Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
    Variation("width", Words("每層八個單元", "Eight units a layer"), {"width": 8}),
    Variation("depth", Words("一個隱藏層", "One hidden layer"), {"hidden": 1}),
    Variation("depth", Words("五個隱藏層", "Five hidden layers"), {"hidden": 5}),
    Variation("inputs", Words("每個輸入加$2$，不再置中", "$2$ added to every input, so that they are off centre"), {"shift": 2.0}),
    Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
    Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
)
"""What may be otherwise of the network, its data and its start."""
CHANGES = (
    *NETWORK_CHANGES,
    Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
    Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
    Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), {"batch": 16}),
)
ALL_RATES = slice(None)


def stay_dead(layers, *, rates=ALL_RATES, **change):
    """Is no unit of these layers, once dead, active in the end?"""
    return Ruling("wrong" if study("dying", **change)["revived"][:, rates, layers].any() else "holds")


dead_units_never_revive = Claim(
    said=Words("ReLU單元一旦死掉，就再也回不來。", "Once a ReLU unit is dead, it never comes back."),
    says="always",
    rows=("C29", "D44"),
    judge=stay_dead,
    about=slice(None),
    instead=slice(0, 1),
    control=Words(
        "只看第一層：它的輸入是不變的資料，梯度為零就永遠不動，真的一個也沒有回來。",
        "Look at the first layer alone: its inputs are the data and do not change, a gradient of zero moves nothing, and indeed not one comes back.",
    ),
    assumes=(NETWORK,),
    variations=(
        *CHANGES,
        Variation("range", Words("只看最小的學習率", "The smallest learning rate only"), {"rates": slice(0, 1)}),
        Variation("optimiser", Words("只看第一層，Adam", "The first layer alone, Adam"), {"rule": "Adam"}, about=slice(0, 1)),
    ),
    why=Words(
        "自己的梯度是零，自己的權重就不動；但前面的層還在學，送進來的輸入會變。梯度下降時，第一層死過的$[[dying_by_rate.first_dead]]$個單元回來了$[[dying_by_rate.first_back]]$個；後面各層死過的，最後有$[[dying_by_rate.later_back:%]]$是激活的。動量與Adam會累積從前的梯度，第一層也有單元回來。",
        "Its own gradient is zero, so its own weights stay; but the layers before it go on learning, and its inputs change. With gradient descent, of the $[[dying_by_rate.first_dead]]$ units of first layers that were ever dead, $[[dying_by_rate.first_back]]$ came back; of those in later layers, $[[dying_by_rate.later_back:%]]$ are active in the end. Momentum and Adam accumulate earlier gradients, and with them units of the first layer come back too.",
    ),
    holds_when=Words(
        "第一層、訓練資料不變、沒有動量也沒有權重衰減的梯度下降：這時有證明。",
        "In the first layer, for fixed training data, by gradient descent without momentum or weight decay: there it is proved.",
    ),
    topic="guide/dying",
    reads=("lu2020",),
)


def four_in_ten(f, *, rates=ALL_RATES, **change):
    """Is there a learning rate at which, on average over the seeds, at least four in ten units have a slope of almost zero on every sample?"""
    return Ruling("holds" if study("dying", f=f, **change)["stuck"].mean(axis=(0, 2))[rates].max() >= 0.4 else "wrong")


four_in_ten_die = Claim(
    said=Words("學習率太大時，可能有四成的ReLU單元死掉。", "At too large a learning rate, four in ten ReLU units may be dead."),
    says="generally",
    rows=("C30", "D43"),
    judge=four_in_ten,
    about="relu",
    instead="leaky_relu",
    control=Words(
        "換成Leaky ReLU：它的斜率不會小於百分之一，任何學習率都沒有這樣的單元。",
        "Take leaky ReLU instead: its slope is never below a hundredth, and no learning rate leaves such units.",
    ),
    assumes=(NETWORK, Words("死掉的比例看全部隱藏單元；斜率小於千分之一就算。", "The share is of all hidden units; a slope below a thousandth counts.")),
    variations=(
        *CHANGES,
        Variation("range", Words("學習率不超過$1$", "Learning rates up to $1$"), {"rates": slice(0, 3)}),
        Variation("range", Words("Adam，學習率不超過$\\frac{1}{10}$", "Adam, rates up to $\\frac{1}{10}$"), {"rates": slice(0, 5), "rule": "Adam"}),
    ),
    why=Words(
        "四成不是常數，只是途中的一個數。梯度下降由學習率$1$到$\\sqrt{10}$，死掉的由$[[dying_by_rate.as_it_is_2:%]]$變成$[[dying_by_rate.as_it_is_3:%]]$，這時網路多半也學不會了。死了許多而還學得好的也有：Adam的最大學習率下死掉$[[dying_by_rate.adam_5:%]]$，準確率仍是$[[dying_by_rate.right_adam_5:%]]$。",
        "Four in ten is no constant, only a number on the way. With gradient descent, from a rate of $1$ to $\\sqrt{10}$ the dead go from $[[dying_by_rate.as_it_is_2:%]]$ to $[[dying_by_rate.as_it_is_3:%]]$, and there most networks no longer learn. Many may be dead and the network still do well: with Adam at its largest rate $[[dying_by_rate.adam_5:%]]$ are dead, and the accuracy is $[[dying_by_rate.right_adam_5:%]]$.",
    ),
    holds_when=Words(
        "學習率夠大時成立，而且可以遠超過四成。這裡的網路，梯度下降不超過$1$、Adam不超過$\\frac{1}{10}$，就不成立。",
        "It holds at large enough rates, and there far more than four in ten may be dead. In this network it does not hold up to a rate of $1$ by gradient descent, or of $\\frac{1}{10}$ by Adam.",
    ),
    topic="guide/dying",
)


def seldom_die(rate, **change):
    """At this learning rate, the smallest being number 0: do fewer than one in ten units die on the way, on average over the seeds?"""
    return Ruling("holds" if study("dying", **change)["died"][:, rate].mean() < 0.1 else "wrong")


small_rates_seldom_kill = Claim(
    said=Words("學習率設得小，ReLU單元就不常死掉。", "With a small learning rate ReLU units seldom die."),
    says="generally",
    rows=("C31",),
    judge=seldom_die,
    about=0,
    instead=5,
    control=Words("換成最大的學習率：大多數單元都死了。", "Take the largest learning rate instead: most units die."),
    assumes=(
        NETWORK,
        Words(
            "「不常」是說訓練途中死掉的不到十分之一；一開始就死的另外算。",
            "“Seldom” means that fewer than a tenth die in training; those dead at the start are counted apart.",
        ),
    ),
    variations=(*CHANGES, Variation("range", Words("第二小的學習率", "The second smallest learning rate"), about=1)),
    why=Words(
        "小步子讓單元一次走不遠，訓練途中死掉的很少。但是學習率管不到一開始就死的：每個輸入加$2$，第一層還沒訓練就有$[[dying_by_rate.shifted_start:%]]$是死的。",
        "With small steps no unit goes far at a time, and few die in training. But no learning rate helps those that are dead at the start: with $2$ added to every input, $[[dying_by_rate.shifted_start:%]]$ of the first layer are dead before any training.",
    ),
    holds_when=Words(
        "就訓練途中死掉的而言成立；一開始就死的，要靠置中與初始化。",
        "It holds for units that die in training; units dead at the start are avoided by centred inputs and a suitable initialisation.",
    ),
    topic="guide/dying",
)


def keeps_all_and_is_centred(f, *, rates=ALL_RATES, rule="gradient descent"):
    """Is no unit left with slopes below a thousandth on all samples, and is the mean output zero? If one of the two, it is half true."""
    alive = not study("dying", f=f, rule=rule)["stuck"][:, rates].any()
    z = np.linspace(-9, 9, 100_001)
    centred = abs(np.average(ALL[f](z), weights=np.exp(-z * z / 2))) < 0.01
    return Ruling("holds" if alive and centred else "conditional" if alive or centred else "wrong")


elu_never_dies = Claim(
    said=Words("ELU不會死掉，而且以零為中心。", "ELU does not die, and is centred on zero."),
    says="generally",
    rows=("X4",),
    judge=keeps_all_and_is_centred,
    about="elu",
    instead="leaky_relu",
    control=Words(
        "換成Leaky ReLU：平均也不是零，但任何學習率都沒有卡住的單元。",
        "Take leaky ReLU instead: its mean is not zero either, but no learning rate leaves units stuck.",
    ),
    assumes=(
        NETWORK,
        Words(
            "隱藏單元換成ELU。「死掉」是對全部訓練樣本斜率都小於千分之一；「以零為中心」是輸入為標準常態時，輸出的平均小於百分之一。",
            "Hidden units of ELU instead. “Dead” is a slope below a thousandth on all training samples; “centred on zero” is a mean output below a hundredth for standard normal inputs.",
        ),
    ),
    variations=(
        Variation("range", Words("學習率不超過$1$", "Learning rates up to $1$"), {"rates": slice(0, 3)}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("optimiser", Words("Adam，只看較小的三個學習率", "Adam, the three smaller rates only"), {"rule": "Adam", "rates": slice(0, 3)}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "batch"),
            Words(
                "後半句只看函數，改什麼都不成立；前半句說「不會」，一個反例就夠了，別的設定推翻不了它。",
                "The second half is about the function alone and fails whatever is changed; the first says “does not”, for which one counterexample is enough, and no other setting can undo it.",
            ),
        ),
    ),
    why=Words(
        "ELU在左邊的斜率是$e^x$，處處大於零，卻可以小得沒有用：在$x=-9$只有$[[elu.derivative(-9):2]]$。學習率最大的梯度下降，卡住的單元有$[[dying_remedies.stuck_elu_5:%]]$。輸入是標準常態時，它的平均是$[[elu.mean:3]]$，比ReLU近於零，但不是零。",
        "On the left ELU has the slope $e^x$, which is above zero everywhere and may be too small to be of use: at $x=-9$ it is only $[[elu.derivative(-9):2]]$. By gradient descent at the largest rate, $[[dying_remedies.stuck_elu_5:%]]$ of its units are stuck. For standard normal inputs its mean is $[[elu.mean:3]]$, nearer to zero than ReLU's, but not zero.",
    ),
    holds_when=Words("前半句在學習率不大時成立：那裡沒有卡住的單元。", "The first half holds at moderate learning rates: there no unit is stuck."),
    topic="guide/dying",
    reads=("clevert2016",),
)
