"""Sayings about the sigmoid's shape and its flat ends."""

import numpy as np

from activation_functions import relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import ONE_UNIT, Claim, Immaterial, Ruling, Variation

ON_A_GRID = Immaterial(("inputs",), Words("在等距的點上檢查，沒有抽樣。", "Checked at equally spaced points; nothing is drawn."))


def mirror(f, *, reach=8.0):
    """Is the graph the same on both sides of the vertical axis?"""
    x = np.linspace(-reach, reach, 1601)
    return Ruling("holds" if np.allclose(f(x), f(-x)) else "wrong")


sigmoid_is_even = Claim(
    said=Words("Sigmoid關於$x=0$對稱。", "The sigmoid is symmetric about $x = 0$."),
    says="definition",
    rows=("D25",),
    judge=mirror,
    about=sigmoid,
    instead=sigmoid.derivative,
    control=Words("換成Sigmoid的導數：左右相同的是它。", "Put the sigmoid's derivative in its place: that is what looks the same on both sides."),
    assumes=(Words("函數本身，$x$取由$-8$到$8$等距的點。", "The function itself, at equally spaced $x$ from $-8$ to $8$."),),
    variations=(
        Variation("range", Words("由$-\\frac{1}{10}$到$\\frac{1}{10}$", "From $-\\frac{1}{10}$ to $\\frac{1}{10}$"), {"reach": 0.1}),
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
    ),
    immaterial=(
        ONE_UNIT,
        ON_A_GRID,
    ),
    why=Words(
        "左右兩邊不一樣高：$\\sigma(1)=[[sigmoid(1)]]$，$\\sigma(-1)=[[sigmoid(-1)]]$。Sigmoid是繞著點$(0,\\frac{1}{2})$轉半圈才重合，即$\\sigma(-x)=1-\\sigma(x)$；左右對稱的是它的導數。",
        "The two sides differ in height: $\\sigma(1) = [[sigmoid(1)]]$ but $\\sigma(-1) = [[sigmoid(-1)]]$. The sigmoid comes back to itself after half a turn about the point $(0, \\frac{1}{2})$, that is $\\sigma(-x) = 1 - \\sigma(x)$; what is symmetric is its derivative.",
    ),
    holds_when=Words(
        "把「對稱」理解成關於點$(0,\\frac{1}{2})$的點對稱，這句話就對了。",
        "Read “symmetric” as symmetric about the point $(0, \\frac{1}{2})$, and the sentence is true.",
    ),
    topic="guide/saturation",
)


def gone_near_the_origin(slope, *, away=1.0):
    """Has the slope fallen to a twentieth of its peak one unit from the origin?"""
    share = slope(away) / slope(0.0)
    return Ruling("holds" if share < 1 / 20 else "wrong")


slope_dies_at_once = Claim(
    said=Words("輸入只要稍微離開原點，Sigmoid的梯度就幾乎是零。", "Move the input slightly off the origin, and the sigmoid's gradient is almost zero."),
    says="always",
    rows=("B28",),
    judge=gone_near_the_origin,
    about=sigmoid.derivative,
    instead=lambda x: sigmoid.derivative(8 * np.asarray(x)),
    control=Words("把輸入先放大八倍：這樣的S形真的一離開原點就平了。", "Multiply the input by eight first: an S that steep does go flat at once."),
    assumes=(
        Words(
            "「稍微離開」當作離原點$1$，「幾乎是零」當作不到最大值的二十分之一；輸入就是預激活值。",
            "“Slightly” is taken as $1$ from the origin, “almost zero” as less than a twentieth of the peak; the input is the pre-activation itself.",
        ),
    ),
    variations=(
        Variation("range", Words("離原點$\\frac{1}{2}$", "At $\\frac{1}{2}$ from the origin"), {"away": 0.5}),
        Variation("range", Words("離原點$2$", "At $2$ from the origin"), {"away": 2.0}),
        Variation(
            "initialisation",
            Words("輸入先乘上權重$8$", "The input is first multiplied by a weight of $8$"),
            about=lambda x: sigmoid.derivative(8 * np.asarray(x)),
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "optimiser", "batch"),
            Words(
                "只看一個單元在一個點的斜率，原點就是預激活值等於零。",
                "One unit's slope is looked at in one place; the origin is where the pre-activation is zero.",
            ),
        ),
    ),
    why=Words(
        "斜率消失得沒有那麼快。在$x=1$還有最大值的$[[sigmoid.derivative(1) / sigmoid.derivative(0):2%]]$，在$x=2$有$[[sigmoid.derivative(2) / sigmoid.derivative(0):2%]]$，到$x=3$仍有$[[sigmoid.derivative(3) / sigmoid.derivative(0):2%]]$。",
        "The slope does not fade that fast. At $x = 1$ it still has $[[sigmoid.derivative(1) / sigmoid.derivative(0):2%]]$ of its peak, at $x = 2$ it has $[[sigmoid.derivative(2) / sigmoid.derivative(0):2%]]$, and at $x = 3$ still $[[sigmoid.derivative(3) / sigmoid.derivative(0):2%]]$.",
    ),
    holds_when=Words(
        "預激活值遠離零時成立，例如$|x|$大於$6$：那裡的斜率不到最大值的百分之一。輸入先乘上很大的權重，也會成立。",
        "It holds far from zero, say for $|x|$ above $6$: there the slope is below a hundredth of its peak. It also holds when a large weight multiplies the input first.",
    ),
    topic="guide/saturation",
)


def forgets(f, *, reach=15.0, dtype="float64"):
    """Do two different inputs give the same output, or in the wrong order?"""
    x = np.unique(np.linspace(-reach, reach, 3001).astype(dtype))
    return Ruling("holds" if np.any(np.diff(f(x)) <= 0) else "wrong")


saturation_loses_information = Claim(
    said=Words("接近飽和時，Sigmoid的輸出會遺失資訊。", "Near saturation the sigmoid's output loses information."),
    says="generally",
    rows=("B36",),
    judge=forgets,
    about=sigmoid,
    instead=relu,
    control=Words("換成ReLU：所有負的輸入都得到同一個零，這才是遺失。", "Put ReLU in its place: every negative input gives the same zero. That is loss."),
    assumes=(
        Words(
            "函數本身，在$-15$到$15$之間取三千零一個等距的點，以float64計算；「遺失」是說有兩個點的輸出分不出大小。",
            "The function itself at three thousand and one equally spaced $x$ from $-15$ to $15$, computed in float64; “loses” means that two of these points can no longer be told apart by their outputs.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-5$到$5$", "From $-5$ to $5$"), {"reach": 5.0}),
        Variation("range", Words("遠到float64捨入成$1$的地方以外", "Beyond where float64 rounds to $1$"), {"reach": 40.0}),
        Variation("precision", Words("以float32計算", "Computed in float32"), {"dtype": "float32"}),
        Variation("precision", Words("以float16計算，由$-5$到$5$", "Computed in float16, from $-5$ to $5$"), {"reach": 5.0, "dtype": "float16"}),
    ),
    immaterial=(
        ONE_UNIT,
        ON_A_GRID,
    ),
    why=Words(
        "函數本身不會遺失什麼：Sigmoid嚴格遞增，不同的輸入得到不同的輸出，取對數勝算$\\ln\\frac{a}{1-a}$就能把輸入找回來。會遺失的是有限的位數：在float64，超過$[[rounds_to_one.float64]]$輸出就捨入成$1$；位數越少，越早分不出來。",
        "The function itself loses nothing: the sigmoid increases strictly, different inputs give different outputs, and the log-odds $\\ln\\frac{a}{1-a}$ bring the input back. What is lost is lost to rounding: in float64 every output beyond $[[rounds_to_one.float64]]$ is rounded to $1$, and with fewer digits different inputs merge earlier.",
    ),
    holds_when=Words(
        "在有限精度下成立：輸出捨入成$1$以後，就分不出原來的輸入。",
        "It holds in finite precision: once the output has been rounded to $1$, the inputs behind it can no longer be told apart.",
    ),
    topic="guide/saturation",
)


def sign_is_lost(f, *, reach=20.0, dtype="float64"):
    """Is there a threshold on the output that tells positive inputs from negative ones?"""
    x = np.linspace(-reach, reach, 4001).astype(dtype)
    positive, others = f(x[x > 0]), f(x[x < 0])
    return Ruling("wrong" if positive.min() > others.max() else "holds")


sigmoid_discards_the_sign = Claim(
    said=Words("Sigmoid的輸出都是正的，所以丟掉了輸入的正負號。", "The sigmoid's outputs are all positive, so it throws the sign of its input away."),
    says="definition",
    rows=("E10",),
    judge=sign_is_lost,
    about=sigmoid,
    instead=lambda x: tanh(x) ** 2,
    control=Words("換成$\\tanh^2$：正負輸入真的得到相同的輸出。", "Put $\\tanh^2$ in its place: it does give inputs of either sign the same output."),
    assumes=(
        Words(
            "函數本身，在$-20$到$20$之間取四千零一個等距的點，不含$0$，以float64計算。",
            "The function itself at four thousand and one equally spaced $x$ from $-20$ to $20$ without $0$, computed in float64.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-1$到$1$", "From $-1$ to $1$"), {"reach": 1.0}),
        Variation(
            "precision",
            Words("以float16計算，由$-\\frac{1}{10}$到$\\frac{1}{10}$", "Computed in float16, from $-\\frac{1}{10}$ to $\\frac{1}{10}$"),
            {"reach": 0.1, "dtype": "float16"},
        ),
    ),
    immaterial=(
        ONE_UNIT,
        ON_A_GRID,
    ),
    why=Words(
        "正負號還在，只是換了地方：$x>0$與$\\sigma(x)>\\frac{1}{2}$是同一件事。改變的是門檻值，不是資訊。例外來自有限的位數：以float16計算，非常接近$0$的輸入，輸出都捨入成$\\frac{1}{2}$。",
        "The sign is still there, in another place: $x > 0$ and $\\sigma(x) > \\frac{1}{2}$ are the same statement. What has moved is the threshold; nothing is lost. The exception comes from a finite number of digits: in float16, inputs very close to $0$ all have their outputs rounded to $\\frac{1}{2}$.",
    ),
    holds_when=Words(
        "對偶函數成立，例如$|x|$與$x^2$：它們把$x$與$-x$送到同一點。",
        "It holds for even functions such as $|x|$ and $x^2$, which send $x$ and $-x$ to the same point.",
    ),
    topic="guide/saturation",
)
