"""Sayings about how tanh and the sigmoid are related, about what their formulas cost, and about which of the two learns faster."""

import ast

import numpy as np

from activation_functions import sigmoid, tanh
from language.words import Words
from mathematics.claim import ALGEBRA, Claim, Immaterial, Ruling, Variation
from mathematics.formula import naive
from mathematics.observation import observe
from mathematics.study import study


def rescaled_sigmoid(f, *, reach=8.0, dtype="float64"):
    """Is f the sigmoid with its input doubled, its output doubled and moved down by one, up to rounding?"""
    x = np.linspace(-reach, reach, 1601, dtype=dtype)
    return Ruling("holds" if np.allclose(f(x), 2 * sigmoid(2 * x) - 1, rtol=0, atol=8 * np.finfo(dtype).eps) else "wrong")


tanh_is_a_rescaled_sigmoid = Claim(
    said=Words("$\\tanh$不過是縮放過的Sigmoid。", "$\\tanh$ is just the sigmoid, rescaled."),
    says="definition",
    rows=("D37",),
    judge=rescaled_sigmoid,
    about=tanh,
    instead=lambda x: x / np.hypot(1, x),
    control=Words(
        "換成$x/\\sqrt{1+x^2}$：也是一條由$-1$到$1$的S形，卻不是縮放過的Sigmoid。",
        "Replace it by $x/\\sqrt{1+x^2}$: an S from $-1$ to $1$ too, but no rescaled sigmoid.",
    ),
    assumes=(
        Words(
            "$x$取由$-8$到$8$的一千六百零一個等距的點，float64；容許八個機器精度的誤差。",
            "Sixteen hundred and one equally spaced $x$ from $-8$ to $8$, in float64; errors of up to eight machine epsilons are allowed.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
        Variation("precision", Words("以float32計算", "Computed in float32"), {"dtype": "float32"}),
    ),
    immaterial=(ALGEBRA,),
    why=Words(
        "$\\tanh x=2\\sigma(2x)-1$對每個$x$都成立。輸入乘二、輸出乘二、再往下移一格，就是全部的差別。",
        "$\\tanh x = 2\\sigma(2x) - 1$ for every $x$. Double the input, double the output, move it down by one: there is no other difference.",
    ),
    holds_when=Words(
        "在精確的算術裡永遠成立。它們能表示的函數因而相同，訓練起來卻不一樣：一個以零為中心，一個不是。",
        "In exact arithmetic it holds always. Hence they can represent the same functions; they do not train alike, for one is zero-centred and the other is not.",
    ),
    topic="derivations/sigmoid-and-tanh",
    reads=("lecun1998",),
)


def exponentials(line):
    """How many different exponentials a formula asks for."""
    return len({ast.unparse(node) for node in ast.walk(ast.parse(line)) if isinstance(node, ast.Call) and ast.unparse(node.func) == "exp"})


def saves(form, *, beside=tanh.formula):
    """Does this form of tanh need fewer exponentials than the other one?"""
    x = np.linspace(-5, 5, 101)
    assert np.allclose(naive(form, x=x), naive(beside, x=x))
    return Ruling("holds" if exponentials(form) < exponentials(beside) else "wrong")


tanh_by_sigmoid_saves = Claim(
    said=Words("用Sigmoid來算$\\tanh$，可以少算指數。", "Computing $\\tanh$ by way of the sigmoid saves exponentials."),
    says="generally",
    rows=("D38",),
    judge=saves,
    about="2 / (1 + exp(-2 * x)) - 1",
    instead="(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
    control=Words("換回$\\tanh$的定義：兩個指數，一個也沒少。", "Put the definition of $\\tanh$ back: two exponentials, none saved."),
    assumes=(
        Words(
            "只數公式裡不同的指數；拿來比的是$\\tanh$的定義。",
            "Only the different exponentials in a formula are counted; it is compared with the definition of $\\tanh$.",
        ),
    ),
    variations=(
        Variation(
            "form",
            Words("拿來比的是只有一個指數的寫法", "Compared with the form that has one exponential"),
            {"beside": "(1 - exp(-2 * x)) / (1 + exp(-2 * x))"},
        ),
    ),
    immaterial=(ALGEBRA,),
    why=Words(
        "要看跟誰比。和定義比，指數從兩個變成一個；定義上下同除以$e^{x}$，本來也只要一個。而且省下來的代價是精度：在$0$附近，Sigmoid接近$\\frac{1}{2}$，減一以後只剩捨入誤差。在$x=10^{-10}$，就算Sigmoid捨入得完美，相對誤差仍可達$[[tanh_cancellation.at_ten_to_minus_ten:1]]$。",
        "It depends on what it is compared with. Beside the definition, two exponentials become one; but the definition itself, divided by $e^{x}$ above and below, needs only one. And the price of the saving is precision: near $0$ the sigmoid is close to $\\frac{1}{2}$, and subtracting one leaves rounding errors. At $x = 10^{-10}$ the relative error can reach $[[tanh_cancellation.at_ten_to_minus_ten:1]]$ even if the sigmoid is rounded perfectly.",
    ),
    holds_when=Words(
        "和照定義逐字寫的程式相比時成立。用`np.expm1`也只要一個指數，又不會丟位數。",
        "It holds beside the definition typed word for word. `np.expm1` needs one exponential as well and loses nothing.",
    ),
    topic="derivations/sigmoid-and-tanh",
)


def needs_more_than_a_product(form):
    """Does this right formula for the sigmoid's slope divide, or call an exponential, once s = σ(x) is known?"""
    x = np.linspace(-5, 5, 101)
    assert np.allclose(naive(form, s=sigmoid(x), x=x), sigmoid.derivative(x))
    costly = any(isinstance(node, ast.Div | ast.Call) for node in ast.walk(ast.parse(form)))
    return Ruling("holds" if costly else "wrong")


sigmoid_slope_is_costly = Claim(
    said=Words("求Sigmoid的導數要做除法，計算量大。", "Differentiating the sigmoid takes a division and is expensive."),
    says="definition",
    rows=("B34",),
    judge=needs_more_than_a_product,
    about="s * (1 - s)",
    instead="exp(-x) / (1 + exp(-x))**2",
    control=Words(
        "不用已經算好的$s$，從頭代公式：這時真的要做除法，還要算指數。",
        "Ignore the known $s$ and start from the formula: then there is a division indeed, and an exponential.",
    ),
    assumes=(Words("前向時算好的$s=\\sigma(x)$留著。", "The $s = \\sigma(x)$ of the forward pass has been kept."),),
    variations=(Variation("form", Words("寫成$s-s^2$", "Written as $s - s^2$"), about="s - s * s"),),
    immaterial=(ALGEBRA,),
    why=Words(
        "往回算梯度時，$s=\\sigma(x)$在前向時已經算好了。斜率是$s(1-s)$：一次減法，一次乘法，沒有除法，也沒有指數。",
        "When the gradient is computed, $s = \\sigma(x)$ is known from the forward pass. The slope is $s(1-s)$: one subtraction, one product, no division and no exponential.",
    ),
    holds_when=Words("沒有留下輸出、必須從$x$重算時成立。", "It holds where the output was not kept and all starts from $x$ again."),
    topic="derivations/sigmoid-and-tanh",
)


def serves_as_a_probability(f, *, reach=6.0):
    """Do the outputs lie between 0 and 1, and are those of z and -z the chances of yes and of no, which add up to 1?"""
    z = np.linspace(-reach, reach, 121)
    a = f(z)
    return Ruling("holds" if np.all((a >= 0) & (a <= 1)) and np.allclose(a + a[::-1], 1) else "wrong")


tanh_is_always_better = Claim(
    said=Words("任何時候tanh都比Sigmoid好。", "tanh is at all times the better choice than the sigmoid."),
    says="always",
    rows=("D36",),
    judge=serves_as_a_probability,
    about=tanh,
    instead=sigmoid,
    control=Words(
        "換成Sigmoid：輸出在$0$與$1$之間，$z$與$-z$的輸出相加是$1$。",
        "Take the sigmoid instead: its outputs lie between $0$ and $1$, and those of $z$ and $-z$ add up to $1$.",
    ),
    assumes=(
        Words(
            "看一種用途：輸出要當機率。輸入由$-6$到$6$等距；輸出要在$0$與$1$之間，而且「會」與「不會」相加是$1$。",
            "One use is looked at: the output is to be a probability. Equally spaced inputs from $-6$ to $6$; outputs have to lie between $0$ and $1$, and yes and no have to add up to $1$.",
        ),
    ),
    variations=(
        Variation("range", Words("由$-1$到$1$", "From $-1$ to $1$"), {"reach": 1.0}),
        Variation("form", Words("$\\tanh$平移並縮成$(1+\\tanh z)/2$", "$\\tanh$ moved and shrunk to $(1+\\tanh z)/2$"), about=lambda z: (1 + tanh(z)) / 2),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words(
                "「任何時候」只要一種用途就能推翻；在這種用途裡，換什麼訓練法都一樣。",
                "“At all times” is refuted by one use, and in that use no way of training makes a difference.",
            ),
        ),
    ),
    why=Words(
        "輸出要當機率，或要當$0$到$1$之間的門控時，$\\tanh$會給出負數，Sigmoid才合用。把$\\tanh$平移並縮小，得到的就是$\\sigma(2z)$。隱藏層是另一回事：那裡$\\tanh$的輸出大致置中，斜率也大，通常學得快。",
        "Where the output is to be a probability, or a gate between $0$ and $1$, $\\tanh$ gives negative numbers and the sigmoid is what is needed. Moved and shrunk, $\\tanh$ is $\\sigma(2z)$. Hidden layers are another matter: there $\\tanh$ is roughly centred and steeper, and usually learns faster.",
    ),
    holds_when=Words("在普通網路的隱藏層，通常成立。", "In hidden layers of plain networks it usually holds."),
    topic="guide/zero-centred",
    reads=("lecun1998",),
)


SCALED = {"none": 0, "standard": 3}
"""Where the study of scaling has inputs as they are, and inputs with mean 0 and deviation 1."""


def needs_fewer_steps(pair, *, data="moons", scaling="standard", **change):
    """At its own best rate, does the first learn in fewer steps than the second, by over two standard errors of the paired seeds?"""
    if data == "moons":
        one, other = (np.minimum(study("centring", f=f, best=True, **change)["steps"], 700) for f in pair)
    else:
        one, other = (np.minimum(study("scaling", data=data, f=f, **change)["updates"][:, SCALED[scaling]], 100) for f in pair)
    gap = other - one
    return Ruling("holds" if gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)) else "wrong", {"first": observe(one), "second": observe(other)})


tanh_converges_faster = Claim(
    said=Words("tanh收斂得比Sigmoid快。", "Training with tanh is done sooner than training with the sigmoid."),
    says="generally",
    rows=("B32",),
    judge=needs_fewer_steps,
    about=("tanh", "sigmoid"),
    instead=("tanh_raised", "sigmoid_centred"),
    control=Words(
        "把零中心換給對方，比$1+\\tanh$與$\\sigma-\\frac{1}{2}$：分不出快慢。",
        "Let the two exchange their centres, $1+\\tanh$ against $\\sigma-\\frac{1}{2}$: neither is surely faster.",
    ),
    assumes=(
        Words(
            "標準化的雙月牙九十六個點；兩個隱藏層，每層八個單元，有偏置，權重的變異數是$1/n$；交叉熵，全批次梯度下降，走到損失低於二十分之一，至多七百步；學習率取$2$的次方，各用自己最好的；九個種子，資料與權重成對。少了兩個標準誤以上才算快。",
            "Two moons of ninety-six points, standardised; two hidden layers of eight units with biases, weights of variance $1/n$; cross-entropy, full-batch gradient descent until the loss is below a twentieth, seven hundred steps at most; powers of $2$ as learning rates, each at its own best; nine seeds with the same data and weights for both. Faster means fewer steps by over two standard errors.",
        ),
        Words(
            "酒、乳癌、手寫數字：六十個訓練樣本，一個隱藏層八個單元，照PyTorch的預設開始，至多一百步，五個種子；學習率由驗證的損失選，看訓練的損失何時低於$\\ln$類數的五分之一。",
            "Wine, breast cancer, handwritten digits: sixty training samples, one hidden layer of eight units, PyTorch's default start, a hundred steps at most, five seeds; the validation loss chooses the rate, and counted are the steps until the training loss is below a fifth of $\\ln$ of the number of classes.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層四個單元", "Four units a layer"), {"width": 4}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"width": 16}),
        Variation("depth", Words("一個隱藏層", "One hidden layer"), {"hidden": 1}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"hidden": 3}),
        Variation("initialisation", Words("標準差$\\frac{1}{2}/\\sqrt{n}$", "Standard deviation $\\frac{1}{2}/\\sqrt{n}$"), {"start": 0.5}),
        Variation("initialisation", Words("標準差$2/\\sqrt{n}$", "Standard deviation $2/\\sqrt{n}$"), {"start": 2.0}),
        Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("batch", Words("批次大小十六", "Batches of sixteen"), {"batch": 16}),
        Variation("inputs", Words("酒，標準化", "Wine, standardised"), {"data": "wine"}),
        Variation("inputs", Words("乳癌，標準化", "Breast cancer, standardised"), {"data": "breast_cancer"}),
        Variation("inputs", Words("手寫數字，標準化", "Handwritten digits, standardised"), {"data": "digits"}),
        Variation("inputs", Words("手寫數字，不縮放", "Handwritten digits, not scaled"), {"data": "digits", "scaling": "none"}),
        Variation(
            "form",
            Words("減去$\\frac{1}{2}$的Sigmoid，與原來的Sigmoid比", "The sigmoid minus $\\frac{1}{2}$, against the sigmoid"),
            about=("sigmoid_centred", "sigmoid"),
        ),
    ),
    immaterial=(
        Immaterial(("range",), Words("學習率由一組$2$或$10$的次方裡選最好的。", "Each function takes the best of a set of rates, powers of $2$ or of $10$.")),
    ),
    why=Words(
        "在雙月牙上，換什麼設定都成立：$\\tanh$要$[[tanh_converges_faster.first]]$步，Sigmoid要$[[tanh_converges_faster.second]]$步。原因有兩個：它以零為中心，而且在零的斜率是Sigmoid的四倍。但換了資料就不一定：標準化的乳癌與手寫數字上分不出快慢；不縮放的手寫數字，輸入大，$\\tanh$飽和得更早，反而是Sigmoid快。",
        "On two moons it holds whatever we changed: $\\tanh$ takes $[[tanh_converges_faster.first]]$ steps and the sigmoid $[[tanh_converges_faster.second]]$. There are two reasons: it is centred on zero, and its slope at zero is four times the sigmoid's. With other data it may fail: on breast cancer and handwritten digits, standardised, neither is surely faster; on the digits as they are, with large inputs at which $\\tanh$ saturates sooner, the sigmoid is.",
    ),
    holds_when=Words(
        "預激活值不大、資料置中時多半成立。把Sigmoid減去$\\frac{1}{2}$，差距就小得多；權重與學習率再配合著換算，兩者是同一個網路。",
        "It mostly holds where pre-activations are moderate and data centred. With $\\frac{1}{2}$ taken off the sigmoid much less is left of the gap; with weights and rates converted as well, the two are the same network.",
    ),
    topic="guide/zero-centred",
    reads=("lecun1998",),
)
