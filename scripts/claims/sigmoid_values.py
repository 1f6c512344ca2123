"""Sayings about the sigmoid's values and slope: always positive, a quarter at most, steep in the middle, flat at the ends."""

import numpy as np

from activation_functions import hard_tanh, relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import ONE_UNIT, Claim, Immaterial, Ruling, Variation

ON_A_GRID = Immaterial(("inputs",), Words("在等距的點上檢查，沒有抽樣。", "Checked at equally spaced points; nothing is drawn."))
ONE_LAYER = Immaterial(
    ("width", "depth", "optimiser", "batch"),
    Words(
        "看的是一層的預激活值與它們的輸出或斜率，什麼也沒有訓練。",
        "One layer's pre-activations are looked at, with their outputs or slopes; nothing is trained.",
    ),
)
NORMAL = np.random.default_rng(0).standard_normal(10_000)


def positive_with_a_mean(f, *, z=NORMAL):
    """Is every output above zero, so that their mean is too?"""
    a = f(z)
    return Ruling("holds" if np.all(a > 0) and np.mean(a) > 0 else "wrong")


sigmoid_is_positive = Claim(
    said=Words(
        "Sigmoid的輸出永遠大於$0$，所以平均值不為零。",
        "A sigmoid's output is always greater than $0$, and so its mean is not zero.",
    ),
    says="generally",
    rows=("A40", "B26"),
    judge=positive_with_a_mean,
    about=sigmoid,
    instead=tanh,
    control=Words("換成$\\tanh$：輸出有正有負。", "Take $\\tanh$ instead: some outputs are positive and some negative."),
    assumes=(
        Words(
            "一萬個標準常態的預激活值，種子是$0$，float64；每個輸出都要大於零，平均值也是。",
            "Ten thousand standard normal pre-activations, seed $0$, in float64; every output has to be above zero, and so has their mean.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置是$-5$", "A bias of $-5$"), {"z": NORMAL - 5}),
        Variation("inputs", Words("預激活值都是負的", "Negative pre-activations only"), {"z": -np.abs(NORMAL)}),
        Variation("initialisation", Words("權重放大十倍", "Weights ten times as large"), {"z": 10 * NORMAL}),
        Variation(
            "range",
            Words("預激活值遠到輸出捨入成零的地方", "Pre-activations as far out as where the output is rounded to zero"),
            {"z": np.linspace(-800, 0, 801)},
        ),
        Variation("precision", Words("float16，由$-20$到$0$", "In float16, from $-20$ to $0$"), {"z": np.linspace(-20, 0, 81, dtype=np.float16)}),
    ),
    immaterial=(ONE_LAYER,),
    why=Words(
        "$e^{-x}$是正的，所以$1/(1+e^{-x})$也是；正的數平均起來不會是零。預激活值像標準常態時，平均恰好是$[[sigmoid.mean]]$，因為$\\sigma(x)+\\sigma(-x)=1$。電腦裡的數有最小的一個：再往左，輸出就捨入成$0$。有些教材把這個不為零的平均值叫做偏移現象。",
        "$e^{-x}$ is positive, and so is $1/(1+e^{-x})$; positive numbers do not average zero. If the pre-activations are like a standard normal, the mean is exactly $[[sigmoid.mean]]$, because $\\sigma(x)+\\sigma(-x)=1$. A computer has a smallest number: further to the left the output is rounded to $0$. Some tutorials call this mean, which is not zero, a bias shift.",
    ),
    holds_when=Words(
        "在紙上恆成立；在電腦裡，預激活值沒有負到讓輸出捨入成零時成立。",
        "On paper it holds always; on a computer, where no pre-activation is so negative that the output is rounded to zero.",
    ),
    topic="guide/zero-centred",
)


def at_most_a_quarter(f, *, reach=8.0, dtype="float64"):
    """Is the largest slope a quarter, at zero and nowhere else?"""
    x = np.linspace(-reach, reach, 1601, dtype=dtype)
    slope = f.derivative(x)
    return Ruling("holds" if slope.max() == 0.25 and np.array_equal(x[slope == slope.max()], [0.0]) else "wrong")


sigmoid_peak_is_a_quarter = Claim(
    said=Words("Sigmoid導數的最大值是$\\frac{1}{4}$。", "The sigmoid's derivative is at most $\\frac{1}{4}$."),
    says="definition",
    rows=("A36",),
    judge=at_most_a_quarter,
    about=sigmoid,
    instead=tanh,
    control=Words("換成$\\tanh$：最大的斜率是$1$。", "Take $\\tanh$ instead: its largest slope is $1$."),
    assumes=(
        Words(
            "一千六百零一個等距的點，由$-8$到$8$，$0$也在其中；最大值要恰好是$\\frac{1}{4}$，而且只在$0$取到。",
            "Sixteen hundred and one equally spaced points from $-8$ to $8$, with $0$ among them; the largest slope has to be exactly $\\frac{1}{4}$, at $0$ and nowhere else.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-1$到$1$", "From $-1$ to $1$"), {"reach": 1.0}),
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
        Variation("precision", Words("以float32計算", "Computed in float32"), {"dtype": "float32"}),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "把$\\sigma'=\\sigma(1-\\sigma)$配方，得到$\\frac{1}{4}-(\\sigma-\\frac{1}{2})^2$。平方不會是負的，所以最大值是$[[sigmoid.steepest]]$，在$\\sigma=\\frac{1}{2}$，也就是$x=0$的地方。",
        "Completing the square turns $\\sigma'=\\sigma(1-\\sigma)$ into $\\frac{1}{4}-(\\sigma-\\frac{1}{2})^2$. A square is never negative, so the largest value is $[[sigmoid.steepest]]$, where $\\sigma=\\frac{1}{2}$, that is at $x=0$.",
    ),
    holds_when=Words(
        "恆成立。輸入先乘上權重$w$，對輸入的斜率就至多是$\\frac{|w|}{4}$。",
        "Always. If a weight $w$ multiplies the input first, the slope with respect to the input is at most $\\frac{|w|}{4}$.",
    ),
    topic="guide/saturation",
)


def seldom(z, *, f=sigmoid, within=0.0):
    """Do fewer than one in a hundred of these pre-activations have the largest slope, or one that is short of it by no more than this share?"""
    peak = np.max(f.derivative(np.linspace(-8, 8, 1601)))
    return Ruling("holds" if np.mean(f.derivative(z) >= (1 - within) * peak) < 1 / 100 else "wrong")


peak_is_seldom_reached = Claim(
    said=Words("導數剛好取到最大值的情形很少見。", "The derivative seldom reaches its maximum."),
    says="generally",
    rows=("A39",),
    judge=seldom,
    about=NORMAL,
    instead=np.zeros(10_000),
    control=Words(
        "權重與偏置全部從零開始：預激活值都是零，每個單元都在最陡的地方。",
        "Start with all weights and biases at zero: every pre-activation is zero, and every unit is where the slope is largest.",
    ),
    assumes=(
        Words(
            "一萬個標準常態的預激活值，種子是$0$；「很少見」是不到百分之一，「剛好」是說斜率在float64裡等於最大值。",
            "Ten thousand standard normal pre-activations, seed $0$; “seldom” is fewer than one in a hundred, and “reaches” means that in float64 the slope equals the largest one.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置是$1$", "A bias of $1$"), about=NORMAL + 1),
        Variation(
            "inputs",
            Words("預激活值均勻分布在$-1$與$1$之間", "Pre-activations uniform between $-1$ and $1$"),
            about=np.random.default_rng(0).uniform(-1, 1, 10_000),
        ),
        Variation("initialisation", Words("權重與偏置都是零", "Weights and biases all zero"), about=np.zeros(10_000)),
        Variation("range", Words("差不到百分之一也算", "Slopes within a hundredth of the largest count too"), {"within": 0.01}),
        Variation("range", Words("差不到一成也算", "Slopes within a tenth of the largest count too"), {"within": 0.1}),
        Variation("activation", Words("換成ReLU，最大值是$1$", "ReLU, whose largest slope is $1$"), {"f": relu}),
    ),
    immaterial=(ONE_LAYER,),
    why=Words(
        "最大值只在一個點，預激活值很少恰好落在那裡。但這句話常被拿來說斜率很小，那就不對了：預激活值像標準常態時，斜率的平均是最大值的$[[sigmoid.slope_mean / sigmoid.steepest:2%]]$。$x=\\frac{1}{2}$的斜率還有最大值的$[[sigmoid.derivative(0.5) / sigmoid.steepest:2%]]$。",
        "The largest slope is at a single point, and a pre-activation is seldom exactly there. The saying is often used to mean that slopes are small, and that is not so: if the pre-activations are like a standard normal, the mean slope is $[[sigmoid.slope_mean / sigmoid.steepest:2%]]$ of the largest. At $x=\\frac{1}{2}$ the slope still has $[[sigmoid.derivative(0.5) / sigmoid.steepest:2%]]$ of it.",
    ),
    holds_when=Words(
        "「剛好」照字面讀，而且預激活值不是全部為零時成立。接近最大值則並不少見。",
        "It holds if “reaches” is taken literally and the pre-activations are not all zero. Coming close is not rare.",
    ),
    topic="guide/vanishing",
)


def steeper_in_the_middle(f, *, middle=1.0, reach=8.0):
    """Is every slope in the middle larger than every slope at the sides?"""
    x = np.linspace(-reach, reach, 1601)
    slope, inside = f.derivative(x), np.abs(x) < middle
    return Ruling("holds" if slope[inside].min() > slope[~inside].max() else "wrong")


gain_is_larger_in_the_middle = Claim(
    said=Words(
        "Sigmoid對中央區域的訊號增益大，對兩側的增益小。",
        "The sigmoid amplifies signals near its centre more than those at its two sides.",
    ),
    says="generally",
    rows=("A20",),
    judge=steeper_in_the_middle,
    about=sigmoid,
    instead=relu,
    control=Words("換成ReLU：右側的增益和中央的右半一樣大。", "Take ReLU instead: at the right side the gain is as large as in the right half of the middle."),
    assumes=(
        Words(
            "增益就是斜率；由$-8$到$8$等距的點，$|x|<1$是中央，其餘是兩側。",
            "Gain is slope; equally spaced points from $-8$ to $8$, of which $|x|<1$ are the centre and the others the sides.",
        ),
    ),
    variations=(
        Variation("range", Words("中央是$|x|<\\frac{1}{10}$", "The centre is $|x|<\\frac{1}{10}$"), {"middle": 0.1}),
        Variation("range", Words("中央是$|x|<5$", "The centre is $|x|<5$"), {"middle": 5.0}),
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "斜率由$0$往兩側一路下降，所以中央不管劃多寬都成立。但「增益大」只是相對的：最大的斜率是$[[sigmoid.steepest]]$，在中央訊號也只剩四分之一；要放大，得靠權重。",
        "The slope falls all the way from $0$ to either side, so it holds however wide the centre is drawn. But “more” is only relative: the largest slope is $[[sigmoid.steepest]]$, so even in the centre a signal is reduced to a quarter; what may amplify is the weight.",
    ),
    holds_when=Words("成立，只要把它讀成「中央縮小得比較少」。", "It holds, if it is read as “reduces them less near its centre”."),
    topic="guide/saturation",
)


def agrees_with_the_ends(f, *, c=10.0, reach=20.0):
    """Where the slope is exactly zero at an end, does “exactly zero wherever |x| exceeds c” call the function hard?"""
    x = np.linspace(c, reach, 401)[1:]
    left, right = np.all(f.derivative(-x) == 0), np.all(f.derivative(x) == 0)
    by_the_saying, at_an_end = left and right, left or right
    return Ruling("holds" if by_the_saying == at_an_end else "wrong")


hard_saturation_is_at_both_ends = Claim(
    said=Words(
        "當$|x|$大於某個常數$c$時導數恆為$0$，這叫硬飽和。",
        "A derivative that is exactly $0$ wherever $|x|$ exceeds some constant $c$ is called hard saturation.",
    ),
    says="generally",
    rows=("B21",),
    judge=agrees_with_the_ends,
    about=hard_tanh,
    instead=relu,
    control=Words(
        "換成ReLU：左端的斜率恰好是零，照這個說法卻不算硬飽和。",
        "Take ReLU: at its left end the slope is exactly zero, and yet by the saying there is no hard saturation.",
    ),
    assumes=(
        Words(
            "Hard tanh；$c$取$10$，檢查到$20$。一端的斜率恰好是零，那一端就是硬飽和；問照$|x|>c$的說法，會不會得到同樣的答案。",
            "Hard tanh; $c$ is $10$, checked as far as $20$. An end where the slope is exactly zero is hard saturation; does the saying, with $|x|>c$, give the same answer?",
        ),
    ),
    variations=(
        Variation("range", Words("$c=2$", "$c=2$"), {"c": 2.0}),
        Variation("range", Words("檢查到一萬", "Checked as far as ten thousand"), {"reach": 10_000.0}),
        Variation("activation", Words("Sigmoid，兩端都是軟飽和", "The sigmoid, soft at both ends"), about=sigmoid),
        Variation("activation", Words("ReLU，只有左端", "ReLU, at its left end only"), about=relu),
    ),
    immaterial=(ONE_UNIT, ON_A_GRID),
    why=Words(
        "$|x|>c$同時要求兩端，所以漏掉只在一端硬飽和的函數。ReLU的左端斜率是$[[relu.derivative(-1)]]$，右端是$[[relu.derivative(1)]]$：左端硬飽和，右端不飽和。把兩端分開定義，每個函數都有答案。",
        "$|x|>c$ asks it of both ends at once, and so overlooks functions that are hard at one end only. ReLU has slope $[[relu.derivative(-1)]]$ at its left end and $[[relu.derivative(1)]]$ at its right: hard saturation on the left, none on the right. Define the two ends separately, and every function has an answer.",
    ),
    holds_when=Words("兩端的樣子相同時成立；不然要說是左端還是右端。", "It holds where both ends are alike; otherwise say which end is meant."),
    topic="guide/saturation",
    reads=("gulcehre2016",),
)
