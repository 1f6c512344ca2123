"""Sayings about normalising: whether squashing does it, what batch normalisation makes equal, and whether a symmetric function wants balanced classes."""

from fractions import Fraction

import numpy as np
from scipy.optimize import minimize

from activation_functions import identity, relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe

NO_NETWORK = Immaterial(
    ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
    Words(
        "只看每一欄資料經過函數之後的樣子，沒有網路，也沒有訓練。",
        "Only what a function makes of each column is looked at; there is no network, and nothing is trained.",
    ),
)


def standardised(x):
    """Each row minus its mean, over its standard deviation."""
    return (x - x.mean(-1, keepdims=True)) / x.std(-1, keepdims=True)


def normalises(how, *, scales=(0.05, 1.0, 20.0), shift=0.0, alike=2.0):
    """Do columns of these scales come out with like standard deviations, and with means at zero, for each of five seeds? Half of it if one of the two."""
    columns = [np.random.default_rng(seed).standard_normal((len(scales), 10_000)) + shift for seed in range(5)]
    out = [how(np.array(scales)[:, None] * each) for each in columns]
    spread, mean = (np.array([of(each, axis=-1) for each in out]) for of in (np.std, np.mean))
    found = bool((spread.max(1) < alike * spread.min(1)).all()), bool((abs(mean) < 0.05 * spread).all())
    return Ruling("holds" if all(found) else "conditional" if any(found) else "wrong", {"least": observe(spread.min(1)), "most": observe(spread.max(1))})


squashing_normalises = Claim(
    said=Words(
        "Sigmoid把數值壓縮到一個範圍，可以用來把輸入正規化。",
        "The sigmoid squashes values into an interval, and so can serve to normalise an input.",
    ),
    says="generally",
    rows=("B19", "E06"),
    judge=normalises,
    about=sigmoid,
    instead=standardised,
    control=Words(
        "換成標準化：三欄的標準差都成為$1$，平均都是零。", "Standardise instead: all three columns come out with standard deviation $1$ and mean zero."
    ),
    assumes=(
        Words(
            "三欄各一萬個常態分布的數，平均是零，標準差是$\\frac{1}{20}$、$1$、$20$，五個種子。正規化是說兩件事：各欄的標準差相差不到兩倍，平均離零不到標準差的二十分之一；只做到一件，算成立一半。",
            "Three columns of ten thousand normal numbers each, mean zero, standard deviations $\\frac{1}{20}$, $1$ and $20$, five seeds. To normalise means two things: standard deviations within a factor of two of each other, and means within a twentieth of a deviation from zero; one of the two is half of it.",
        ),
    ),
    variations=(
        Variation("inputs", Words("三欄本來就一樣大", "Three columns of one size to begin with"), {"scales": (1.0, 1.0, 1.0)}),
        Variation("inputs", Words("三欄都往右移兩個標準差", "All three moved right by two standard deviations"), {"shift": 2.0}),
        Variation("activation", Words("改用$\\tanh$", "$\\tanh$ instead"), about=tanh),
        Variation(
            "activation", Words("改用$\\tanh$，三欄本來就一樣大", "$\\tanh$ instead, three columns of one size"), {"scales": (1.0, 1.0, 1.0)}, about=tanh
        ),
        Variation("range", Words("標準差相差不到十倍就算相近", "Deviations within a factor of ten count as alike"), {"alike": 10.0}),
    ),
    immaterial=(NO_NETWORK,),
    why=Words(
        "壓縮只保證值落在一個範圍裡。標準差是$\\frac{1}{20}$的那一欄，經過Sigmoid剩下$[[squashing_normalises.least]]$，標準差是$20$的那一欄成為$[[squashing_normalises.most]]$，多半貼近零或一；平均都在$\\frac{1}{2}$附近，不在零。",
        "Squashing only promises that values lie in an interval. The column with standard deviation $\\frac{1}{20}$ comes out of the sigmoid with $[[squashing_normalises.least]]$, the one with $20$ with $[[squashing_normalises.most]]$, most of it close to zero or one; and the means lie near $\\frac{1}{2}$ and not at zero.",
    ),
    holds_when=Words(
        "各欄本來就一樣大時，一半成立：壓縮後仍一樣大，但平均不在零；改用$\\tanh$而資料已經置中，就兩件都成立。也就是說，要先正規化過。",
        "For columns of one size to begin with, half of it holds: they stay alike, and their means are not zero; with $\\tanh$ and centred columns both hold. That is to say, once the data have been normalised.",
    ),
    topic="guide/scaling",
)


def same_distribution(f, *, width=8, depth=3, inputs="normal", weights="normal", batch=20_000, close=0.03):
    """Do all units of all layers have one distribution after batch normalisation: are no two distribution functions further apart than this?"""
    rng = np.random.default_rng(0)
    draw = {"normal": rng.standard_normal, "exponential": rng.standard_exponential, "uniform": rng.random}
    a, found = draw[inputs]((width, 20_000)), []
    for _ in range(depth):
        W = rng.standard_normal((width, width)) if weights == "normal" else rng.uniform(-1, 1, (width, width))
        z = standardised((W @ a).reshape(width, -1, batch)).reshape(width, -1)
        found.append(z)
        a = f(z)
    at = np.linspace(-3, 3, 121)
    below = np.array([np.searchsorted(np.sort(each), at) for each in np.concatenate(found)])
    gap = Fraction(int(np.ptp(below, axis=0).max()), 20_000)
    return Ruling("holds" if gap < close else "wrong", {"gap": gap})


batch_normalisation_gives_one_distribution = Claim(
    said=Words("批次正規化讓每層輸入都有相同的分布。", "Batch normalisation gives the inputs of all layers the same distribution."),
    says="always",
    rows=("B41",),
    judge=same_distribution,
    about=relu,
    instead=identity,
    control=Words(
        "沒有激活函數，輸入又是常態分布：每一層都是常態分布的加權和，仍是常態分布，真的相同。",
        "No activation, and normal inputs: each layer is a weighted sum of normal numbers and is normal again; there they are the same indeed.",
    ),
    assumes=(
        Words(
            "三層，每層八個ReLU單元，權重取自標準常態，種子是$0$；輸入是標準常態的兩萬個樣本，整批正規化，沒有可學的放大與平移。比較所有單元正規化之後的分布函數，任兩個相差不到百分之三才算相同。",
            "Three layers of eight ReLU units, standard normal weights, seed $0$; twenty thousand samples of standard normal inputs, normalised as one batch, without a learned scale and shift. The distribution functions of all units after normalising are compared; the same means that no two differ by three hundredths or more.",
        ),
    ),
    variations=(
        Variation("width", Words("每層六十四個單元", "Sixty-four units a layer"), {"width": 64}),
        Variation("depth", Words("六層", "Six layers"), {"depth": 6}),
        Variation("inputs", Words("輸入取自指數分布，只看第一層", "Exponential inputs, the first layer alone"), {"inputs": "exponential", "depth": 1}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("權重取自均勻分布", "Uniform weights"), {"weights": "uniform"}),
        Variation("batch", Words("每批一百個樣本", "Batches of a hundred samples"), {"batch": 100}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), about=tanh),
        Variation("range", Words("相差不到十分之一就算相同", "A difference below a tenth counts as the same"), {"close": 0.1}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "optimiser"),
            Words("偏置會連同平均一起被減掉；什麼也沒有訓練。", "A bias is taken away with the mean; and nothing is trained."),
        ),
    ),
    why=Words(
        "減去平均、除以標準差，只讓平均與變異數相同，分布的形狀不變：偏斜的仍然偏斜。這裡兩個單元的分布函數最多相差$[[batch_normalisation_gives_one_distribution.gap:2%]]$。",
        "Taking away the mean and dividing by the standard deviation makes means and variances equal and leaves the shape as it is: what was skewed stays skewed. Here the distribution functions of two units differ by up to $[[batch_normalisation_gives_one_distribution.gap:2%]]$.",
    ),
    holds_when=Words(
        "改成「相同的平均與變異數」就成立，而且只是在同一批樣本上、學到的放大與平移之前。",
        "Say “the same mean and variance” and it holds, within one batch and before the learned scale and shift.",
    ),
    topic="guide/scaling",
    reads=("ioffe2015", "santurkar2018"),
)


def fits(ratio, bias, spread):
    """Can one sigmoid unit say the chance of class 1 at every x, when it is so many times as common as class 0? Of the best such unit, within a hundredth."""
    x = np.linspace(-8, 8, 801)
    one, other = ratio * np.exp(-(((x - 1) / spread) ** 2) / 2) / spread, np.exp(-((x + 1) ** 2) / 2)

    def loss(wb):
        z = wb[0] * x + bias * wb[1]
        return np.sum((one + other) * np.logaddexp(0, z) - one * z) / (1 + ratio)

    w, b = minimize(loss, (1.0, 0.0), method="BFGS").x
    return bool(np.max(abs(sigmoid(w * x + bias * b) - one / (one + other))[abs(x) < 3]) < 0.01)


def wants_balance(bias, *, ratio=9.0, spread=1.0):
    """Does one sigmoid unit fit two classes that are equally common, and not two of which one is rarer?"""
    return Ruling("holds" if fits(1.0, bias, spread) and not fits(ratio, bias, spread) else "wrong")


symmetry_suits_balanced_classes = Claim(
    said=Words(
        "Sigmoid的對稱性適合類別數量均衡的資料。",
        "The symmetry of the sigmoid suits data with balanced classes.",
    ),
    says="generally",
    rows=("D26",),
    judge=wants_balance,
    about=True,
    instead=False,
    control=Words(
        "拿掉偏置：這時均衡的兩類配得剛好，一多一少就配不上。",
        "Take the bias away: then two balanced classes fit exactly, and two of which one is rare do not.",
    ),
    assumes=(
        Words(
            "一個輸入、一個Sigmoid單元，有偏置；兩類的輸入各是常態分布，平均是$1$與$-1$，標準差是$1$；類別的比例是一比一，或九比一。取交叉熵最小的單元，它在$-3$到$3$之間說的機率都要準到百分之一以內。",
            "One input and one sigmoid unit with a bias; the inputs of the two classes are normal with means $1$ and $-1$ and standard deviation $1$; the classes are as one to one, or as nine to one. Of the unit with the least cross-entropy, the chances that it gives between $-3$ and $3$ have to be right to a hundredth.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), about=False),
        Variation("inputs", Words("九十九比一", "Ninety-nine to one"), {"ratio": 99.0}),
        Variation("inputs", Words("多的那一類散得兩倍開", "The common class spread twice as far"), {"spread": 2.0}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth"),
            Words(
                "這句話談的是輸出的那一個Sigmoid；前面的層只決定餵給它什麼。",
                "The saying is about the one sigmoid that puts the answer out; layers before it only decide what it is fed.",
            ),
        ),
        Immaterial(
            ("initialisation", "optimiser", "batch", "range"),
            Words(
                "取的是損失最小的單元，怎麼走到那裡無關；機率在整段區間上比較。",
                "The unit of least loss is taken, however one gets there; the chances are compared over the whole interval.",
            ),
        ),
    ),
    why=Words(
        "均不均衡，偏置都接得住：兩類多少之比，取對數就是該加在$z$上的偏置，曲線只是左右移動，形狀不變。所以同一個Sigmoid，一比一與九比一都配得剛好。",
        "The bias takes care of the balance: the logarithm of how many times as common a class is, added to $z$, is all that is needed; the curve moves sideways and keeps its shape. So the same sigmoid fits one to one and nine to one exactly.",
    ),
    holds_when=Words("沒有偏置時成立：曲線移不動，只有均衡的類別配得上。", "It holds without a bias: the curve cannot move, and only balanced classes fit."),
    topic="guide/scaling",
)
