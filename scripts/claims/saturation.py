"""Sayings about the sigmoid's shape and its flat ends."""

import numpy as np

from activation_functions import gaussian, hard_tanh, relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import ONE_UNIT, Claim, Immaterial, Ruling, Variation
from mathematics.study import study

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
    control=Words("換成Sigmoid的導數：左右相同的是它。", "Replace it by the sigmoid's derivative: that is what looks the same on both sides."),
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
    control=Words("換成ReLU：所有負的輸入都得到同一個零，這才是遺失。", "Replace it by ReLU: every negative input gives the same zero. That is loss."),
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
        "函數本身不會遺失什麼：Sigmoid嚴格遞增，不同的輸入得到不同的輸出，取對數勝算$\\ln\\frac{a}{1-a}$就能把輸入找回來。會遺失的是有限的位數：在float64，本站的程式從$[[rounds_to_one.float64]]$起就輸出$1$；位數越少，越早分不出來。",
        "The function itself loses nothing: the sigmoid increases strictly, different inputs give different outputs, and the log-odds $\\ln\\frac{a}{1-a}$ bring the input back. What is lost is lost to rounding: in float64 the code of this site returns $1$ from $[[rounds_to_one.float64]]$ on, and with fewer digits different inputs give one output sooner.",
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
    control=Words("換成$\\tanh^2$：正負輸入真的得到相同的輸出。", "Replace it by $\\tanh^2$: it does give inputs of either sign the same output."),
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


def flat_at(f, *, away=10.0):
    """Is the slope, this far out on either side, below a hundredth of its largest, and smaller still further out?"""
    peak = np.max(f.derivative(np.linspace(-away, away, 2001)))
    slopes = f.derivative(np.array([[-away, away], [-away - 1, away + 1]]))
    return Ruling("holds" if np.all(slopes[0] < peak / 100) and np.all(slopes[1] < slopes[0]) else "wrong")


flat_far_out = Claim(
    said=Words(
        "離原點很遠時，Sigmoid的導數接近零，這叫軟飽和。", "Far from the origin the sigmoid's derivative is close to zero; this is called soft saturation."
    ),
    says="generally",
    rows=("A33", "B20", "B24"),
    judge=flat_at,
    about=sigmoid,
    instead=relu,
    control=Words("換成ReLU：右端的斜率一直是$1$。", "Take ReLU instead: on the right its slope stays $1$."),
    assumes=(
        Words(
            "$x=\\pm 10$；「接近零」是說不到最大斜率的百分之一，而且再往外還會變小。",
            "$x = \\pm 10$; “close to zero” means less than a hundredth of the largest slope, and smaller still further out.",
        ),
    ),
    variations=(
        Variation("range", Words("$x=\\pm 6$", "$x = \\pm 6$"), {"away": 6.0}),
        Variation("range", Words("$x=\\pm 20$", "$x = \\pm 20$"), {"away": 20.0}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "斜率$\\sigma(1-\\sigma)$有一個因子趨近零。在$x=6$剩下最大值的$[[sigmoid.derivative(6) / sigmoid.derivative(0):2%]]$，在$x=10$剩下$[[sigmoid.derivative(10) / sigmoid.derivative(0):2%]]$；它沒有從哪一點起恰好為零，所以是軟的。",
        "Of the slope $\\sigma(1-\\sigma)$ one factor tends to zero. At $x = 6$ there is $[[sigmoid.derivative(6) / sigmoid.derivative(0):2%]]$ of the peak, at $x = 10$ there is $[[sigmoid.derivative(10) / sigmoid.derivative(0):2%]]$; there is no point beyond which it is exactly zero, and so it is soft.",
    ),
    holds_when=Words(
        "成立。「很遠」要算一算：在$x=2$，斜率還有最大值的四成。",
        "It holds. What “far” means has to be computed: at $x = 2$ the slope still has four tenths of its peak.",
    ),
    topic="guide/saturation",
    reads=("gulcehre2016",),
)


class Rescaled:
    """The slope of 2 σ(2x) - 1."""

    def derivative(self, x):
        return 4 * sigmoid(2 * x) * sigmoid(-2 * x)


tanh_saturates_softly_too = Claim(
    said=Words("$\\tanh$一樣有軟飽和。", "$\\tanh$ has soft saturation too."),
    says="definition",
    rows=("B33",),
    judge=flat_at,
    about=tanh,
    instead=hard_tanh,
    control=Words("換成硬tanh：兩端的斜率恰好是零，是硬飽和。", "Take hard tanh instead: its slope is exactly zero at both ends, which is hard saturation."),
    assumes=(
        Words(
            "$x=\\pm 10$；斜率不到最大值的百分之一，再往外還會變小，也就是還沒有變成零，才算軟飽和。",
            "$x = \\pm 10$; saturation is soft if the slope is less than a hundredth of its largest and smaller still further out, so that it is not zero yet.",
        ),
    ),
    variations=(
        Variation("range", Words("$x=\\pm 4$", "$x = \\pm 4$"), {"away": 4.0}),
        Variation("range", Words("$x=\\pm 20$", "$x = \\pm 20$"), {"away": 20.0}),
        Variation(
            "form",
            Words("照$2\\sigma(2x)-1$的斜率計算，$4\\sigma(2x)\\,\\sigma(-2x)$", "By the slope of $2\\sigma(2x)-1$, which is $4\\sigma(2x)\\,\\sigma(-2x)$"),
            about=Rescaled(),
        ),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "$\\tanh x=2\\sigma(2x)-1$，所以它飽和的方式與Sigmoid一樣，只要走一半的距離：在$x=3$，$\\tanh$的斜率剩下最大值的$[[tanh.derivative(3) / tanh.derivative(0):2%]]$，Sigmoid還有$[[sigmoid.derivative(3) / sigmoid.derivative(0):2%]]$。它的優點是零中心與中央較陡，不是不飽和。",
        "$\\tanh x = 2\\sigma(2x)-1$, so it saturates in the same way as the sigmoid, and at half the distance: at $x = 3$ the slope of $\\tanh$ is down to $[[tanh.derivative(3) / tanh.derivative(0):2%]]$ of its peak, while the sigmoid still has $[[sigmoid.derivative(3) / sigmoid.derivative(0):2%]]$. Its merits are that it is centred on zero and steeper in the middle, and not that it does not saturate.",
    ),
    holds_when=Words("恆成立，兩端都是。", "It holds always, at both ends."),
    topic="guide/saturation",
    reads=("gulcehre2016",),
)


def most_in_the_centre(f, *, away=4.0):
    """Is the output largest in the centre, and smaller at both sides?"""
    left, centre, right = f(np.array([-away, 0.0, away]))
    return Ruling("holds" if centre > max(left, right) else "wrong")


centre_is_excited = Claim(
    said=Words("Sigmoid的中央對應神經元興奮，兩側對應抑制。", "The sigmoid's centre corresponds to an excited neuron, its sides to an inhibited one."),
    says="definition",
    rows=("A22",),
    judge=most_in_the_centre,
    about=sigmoid,
    instead=gaussian,
    control=Words("換成高斯函數：它才是中央最大、兩側趨近零。", "Take the Gaussian instead: that one is largest in the centre and goes to zero at both sides."),
    assumes=(Words("輸出讀成發放的強弱，比較$x=-4$、$0$、$4$。", "The output is read as a rate of firing, and compared at $x = -4$, $0$ and $4$."),),
    variations=(
        Variation("range", Words("$x=\\pm 1$", "$x = \\pm 1$"), {"away": 1.0}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "右側的輸出接近$1$，是最強的發放；左側接近$0$，才像抑制；中央是$\\frac{1}{2}$。中央特別的是斜率，也就是對輸入的改變最敏感，那與興奮是兩回事。",
        "On the right the output is close to $1$, the strongest firing; on the left it is close to $0$, which is like inhibition; the centre is at $\\frac{1}{2}$. What is special about the centre is its slope: there the unit is most sensitive to change, and that is not excitement.",
    ),
    holds_when=Words(
        "把「興奮」改成「敏感」，把「抑制」改成「遲鈍」，這句話就對了。",
        "Say “sensitive” for excited and “insensitive” for inhibited, and the sentence is true.",
    ),
    topic="guide/saturation",
)


def lie_in_the_centre(parts, **change):
    """After training, do the units of the first kind lie in the central zone more often than those of the second, on average over the seeds?"""
    one, other = (study("zones", **change)[part][:, -1].mean() for part in parts)
    return Ruling("holds" if one > other else "wrong")


important_to_the_centre = Claim(
    said=Words(
        "訓練會把重要特徵推到Sigmoid的中央，把次要特徵推到兩側。", "Training moves important features to the centre of the sigmoid and the rest to the sides."
    ),
    says="generally",
    rows=("A23",),
    judge=lie_in_the_centre,
    about=("needed", "others"),
    instead=("others", "needed"),
    control=Words("兩半對調：次要的一半才比較常落在中央。", "Exchange the halves: it is the half that matters less which lies in the centre more often."),
    assumes=(
        Words(
            "雙月牙九十六個點；一個隱藏層，十六個Sigmoid單元，有偏置，權重的變異數是$1/n$；交叉熵，全部樣本的梯度下降，學習率$3$，六百步；五個種子。一個單元有多重要，看它對每個樣本都輸出自己的平均值時，損失上升多少；隱藏單元照此分成兩半。「中央」是斜率不小於最大值一半的地方。",
            "Two moons of ninety-six points; one hidden layer of sixteen sigmoids with biases, weights of variance $1/n$; cross-entropy, gradient descent on all samples at a rate of $3$, six hundred steps; five seeds. How much a unit matters is how far the loss rises when it puts out its own mean for every sample; by this the hidden units are halved. The “centre” is where the slope is at least half of its peak.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("八個單元", "Eight units"), {"width": 8}),
        Variation("depth", Words("兩個隱藏層，看後一個", "Two hidden layers, the later one looked at"), {"hidden": 2}),
        Variation("inputs", Words("四團點，對角的同一類", "Four clouds, opposite ones of one class"), {"inputs": "quadrants"}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("initialisation", Words("標準差$4/\\sqrt{n}$", "Standard deviation $4/\\sqrt{n}$"), {"start": 4.0}),
        Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), {"batch": 16}),
        Variation("inputs", Words("五分之一的標籤是錯的", "A fifth of the labels wrong"), {"flipped": 0.2}),
    ),
    immaterial=(Immaterial(("range",), Words("沒有掃過任何範圍。", "No range is scanned.")),),
    why=Words(
        "沒有什麼把重要的推到中央。訓練之後，重要的一半有$[[zones_in_training.needed_last:%]]$的樣本落在中央，其餘的一半有$[[zones_in_training.others_last:%]]$。兩類分得開時，輸出單元更是往兩端走，因為交叉熵獎勵有把握的正確答案；五分之一的標籤是錯的，輸出單元就大多留在中央，隱藏單元仍不符合這句話。",
        "Nothing pushes what matters to the centre. After training, $[[zones_in_training.needed_last:%]]$ of the samples lie in the centre for the half that matters, and $[[zones_in_training.others_last:%]]$ for the other half. Where the classes can be told apart the output unit goes to its ends outright, for cross-entropy rewards right answers that are sure; with a fifth of the labels wrong it mostly stays in the centre, and the hidden units still do not do as the saying has it.",
    ),
    holds_when=Words(
        "在試過的設定裡都不成立：分得開兩類的單元，正好用到兩端。",
        "In none of the settings tried: a unit that tells the classes apart makes use of both its ends.",
    ),
    topic="guide/saturation",
)
