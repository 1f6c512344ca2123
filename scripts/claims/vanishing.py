"""Sayings about gradients that vanish on their way back through the layers."""

from fractions import Fraction

import numpy as np

from activation_functions import identity, relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study

BEFORE_TRAINING = Immaterial(
    ("optimiser", "batch", "range"),
    Words("看的是訓練之前的梯度，一步也沒有走，也沒有掃過任何範圍。", "The gradient is taken before training: there is no step yet, and no range is scanned."),
)


def left(start=1.0, **choices):
    """‖δ₁‖ / ‖δ_L‖ in random networks, the median over the seeds; weights as PyTorch, Glorot or He draw them, or normal with variance start² / fan-in."""
    return float(np.median(10.0 ** study("gradient_by_depth", start=start, **choices)["exponents"][:, -1]))


def multiply_to_the_gradient(layers, *, units=9, bias=1.0, std=3.0, x=0.3, f=sigmoid):
    """Is the gradient that the fifth of nine units receives the product of these layers' factors w f′(z)?"""
    rng = np.random.default_rng(0)
    w, b, z = rng.normal(0, std, units), rng.normal(0, 1, units) * bias, np.zeros(units)

    def output(a, first):  # feed `a` to layer `first`, keep every z on the way, return what the last layer says
        for layer in range(first, units):
            z[layer] = w[layer] * a + b[layer]
            a = f(z[layer])
        return a

    output(x, 0)
    a5, product = f(z[4]), np.prod((w * f.derivative(z))[layers])
    measured = (output(a5 + 1e-6, 5) - output(a5 - 1e-6, 5)) / 2e-6
    return Ruling("holds" if np.isclose(product, measured, rtol=1e-5, atol=0) else "wrong")


product_of_earlier_layers = Claim(
    said=Words("要更新某一層，得把它前面各層的導數乘起來。", "To update a layer, multiply the derivatives of the layers before it."),
    says="definition",
    rows=("A34",),
    judge=multiply_to_the_gradient,
    about=slice(0, 4),
    instead=slice(5, None),
    control=Words(
        "換成後面的四層，也就是它與損失之間的那幾層：乘積與量到的梯度相符。",
        "Take the four layers after it instead, those between it and the loss: their product is the measured gradient.",
    ),
    assumes=(
        Words(
            "九層，每層一個Sigmoid單元；要更新的是第五層，「前面」是第一到第四層。權重取自常態分布，標準差是$3$，偏置取自標準常態，種子是$0$；輸入是$\\frac{3}{10}$，梯度用數值差分量出來。",
            "Nine layers of one sigmoid unit each; the fifth is to be updated, and those “before it” are the first to the fourth. Normal weights of standard deviation $3$, standard normal biases, seed $0$; the input is $\\frac{3}{10}$, and the gradient is measured by differences.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("depth", Words("十五層", "Fifteen layers"), {"units": 15}),
        Variation("inputs", Words("輸入改成$-2$", "An input of $-2$"), {"x": -2.0}),
        Variation("initialisation", Words("權重的標準差是$1$", "Weights of standard deviation $1$"), {"std": 1.0}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), {"f": tanh}),
    ),
    immaterial=(
        Immaterial(
            ("width",),
            Words(
                "每層有許多單元時，因子是矩陣，方向不變：推導頁對任何寬度都證明了。",
                "In wider layers the factors are matrices and the direction is the same: the derivation proves it for every width.",
            ),
        ),
        BEFORE_TRAINING,
    ),
    why=Words(
        "方向說反了。損失在網路的尾端，某一層的改變，只會透過後面的層影響損失；前面的層已經算完，不在這條路上。所以連乘的是後面各層的因子。前面的層當作因子，只透過$a_{\\ell-1}$出現一次，就是$\\delta_\\ell a_{\\ell-1}^{\\mathsf T}$裡的那一個；此外它們只決定斜率在哪裡取值。",
        "The direction is reversed. The loss is computed at the end of the network, and a change in one layer affects the loss only through the layers after it; the layers before it have already been computed and are not on that path. So it is the later layers' factors that multiply. As a factor the earlier layers appear once, through the $a_{\\ell-1}$ in $\\delta_\\ell a_{\\ell-1}^{\\mathsf T}$; beyond that they only decide where the slopes are taken.",
    ),
    holds_when=Words(
        "把「前面」理解成反向傳播時先經過的層，也就是靠近輸出的層，這句話就對了。",
        "Read “before it” as “visited before it by backpropagation”, that is, nearer to the output, and the sentence is true.",
    ),
    topic="guide/vanishing",
    reads=("rumelhart1986",),
)


def chain(w, z, layers=10):
    """What is left of the gradient after equal sigmoid units in a row, each with this weight and this pre-activation."""
    return float((w * sigmoid.derivative(z)) ** layers)


def a_quarter_a_layer(share):
    """Is 4⁻¹⁰ of the gradient left after ten layers, or less?"""
    return Ruling("holds" if share() <= 4.0**-10 else "wrong", {"most": Fraction(chain(8.0, 0.0))})


ten_layers_leave_a_millionth = Claim(
    said=Words(
        "每過一層Sigmoid，梯度就縮成四分之一或更小，十層之後只剩$4^{10}$分之一。",
        "Each sigmoid layer shrinks the gradient to a quarter or less, so after ten layers one part in $4^{10}$ is left.",
    ),
    says="generally",
    rows=("A37", "A38"),
    judge=a_quarter_a_layer,
    about=lambda: chain(1.0, 0.0),
    instead=lambda: chain(8.0, 0.0),
    control=Words("把權重換成$8$：梯度不減反增。", "Take weights of $8$ instead: the gradient grows."),
    assumes=(
        Words("十個Sigmoid單元一個接一個，權重都是$1$，預激活值都是$0$。", "Ten sigmoid units in a row, with weights of $1$ and pre-activations of $0$."),
        Words(
            "每層一百個單元時：十一層之間有十個因子，量的是第一層與最後一層梯度長度的比。輸入與損失對最後輸出的梯度取自標準常態，二十個隨機的網路取中位數；權重取自常態分布，PyTorch的預設只取它的變異數。",
            "With a hundred units a layer: eleven layers, with ten factors between them, and the length of the gradient at the first over that at the last. Inputs and the gradient of the loss at the last outputs are standard normal, the median of twenty random networks; weights are normal, and from PyTorch's default have the variance only.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置讓預激活值都是$2$", "Biases that make every pre-activation $2$"), about=lambda: chain(1.0, 2.0)),
        Variation("initialisation", Words("權重都是$8$", "Weights of $8$"), about=lambda: chain(8.0, 0.0)),
        Variation(
            "width", Words("每層一百個單元，照PyTorch的預設開始", "A hundred units a layer, from PyTorch's default"), about=lambda: left("PyTorch", layers=11)
        ),
        Variation(
            "initialisation", Words("每層一百個單元，照Glorot開始", "A hundred units a layer, from Glorot's start"), about=lambda: left("Glorot", layers=11)
        ),
        Variation(
            "initialisation",
            Words("每層一百個單元，標準差$4/\\sqrt{n}$", "A hundred units a layer, standard deviation $4/\\sqrt{n}$"),
            about=lambda: left(4.0, layers=11),
        ),
        Variation(
            "inputs",
            Words(
                "每層一百個單元，輸入均勻分布在$0$與$1$之間，照PyTorch的預設開始",
                "A hundred units a layer, inputs uniform between $0$ and $1$, from PyTorch's default",
            ),
            about=lambda: left("PyTorch", layers=11, inputs="uniform"),
        ),
    ),
    immaterial=(
        Immaterial(("depth",), Words("這句話說的就是十層。", "Ten layers are what the saying is about.")),
        BEFORE_TRAINING,
    ),
    why=Words(
        "算術沒有錯：$4^{10}=[[ten_layers.million]]$。少的是權重。每一層的因子是$w\\,\\sigma'(z)$，$\\frac{1}{4}$只是$\\sigma'$的上界。預激活值不在$0$，剩下的更少；權重是$8$而預激活值是$0$，十層之後反而變成$[[ten_layers_leave_a_millionth.most]]$倍。每層一百個單元時，從PyTorch的預設或Glorot的起點開始也成立，標準差取$4/\\sqrt{n}$就不成立。",
        "The arithmetic is right: $4^{10}=[[ten_layers.million]]$. What is missing is the weights. A layer's factor is $w\\,\\sigma'(z)$, and $\\frac{1}{4}$ is only an upper bound of $\\sigma'$. Away from a pre-activation of $0$ less is left; with weights of $8$ and pre-activations of $0$ the gradient is multiplied by $[[ten_layers_leave_a_millionth.most]]$ over ten layers instead. With a hundred units a layer it holds from PyTorch's default and from Glorot's start, and fails at a standard deviation of $4/\\sqrt{n}$.",
    ),
    holds_when=Words(
        "權重的大小不超過$1$時成立；每層有許多單元時，則是權重矩陣的最大奇異值不超過$1$。每層一個單元、權重都是$1$、預激活值都是$0$時，恰好是這個數。",
        "It holds where no weight exceeds $1$ in size, or, in layers of many units, no singular value of the weights does. The number is exact with one unit a layer, weights of $1$ and pre-activations of $0$.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010",),
)


def more_than_halved_by_each(start, *, layers=10, **choices):
    """Do sigmoid layers from this start take more than half of the gradient away each?"""
    return Ruling("holds" if left(start, layers=layers, **choices) < 2.0 ** -(layers - 1) else "wrong")


a_quarter_easily_vanishes = Claim(
    said=Words(
        "Sigmoid的導數最大也只有$\\frac{1}{4}$，容易造成梯度消失。",
        "The sigmoid's derivative is at most $\\frac{1}{4}$, which easily leads to vanishing gradients.",
    ),
    says="generally",
    rows=("D30",),
    judge=more_than_halved_by_each,
    about="PyTorch",
    instead=8.0,
    control=Words(
        "從標準差$8/\\sqrt{n}$的權重開始：很少人這樣做，但這時梯度不會每層減半。",
        "Start with weights of standard deviation $8/\\sqrt{n}$: hardly anybody does, but then the gradient is not halved by each layer.",
    ),
    assumes=(
        Words(
            "十層，每層一百個Sigmoid單元；權重取自常態分布，變異數照PyTorch線性層的預設，偏置也照預設；輸入與損失對最後輸出的梯度取自標準常態。二十個隨機的網路取中位數。「容易消失」當作平均每過一層少掉一半以上。",
            "Ten layers of a hundred sigmoid units; normal weights with the variance of PyTorch's linear layers, and biases as those draw them; inputs and the gradient of the loss at the last outputs are standard normal. The median of twenty random networks. “Easily vanishes” means that on average each layer takes more than half away.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("五層", "Five layers"), {"layers": 5}),
        Variation("depth", Words("三十層", "Thirty layers"), {"layers": 30}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), about="Glorot"),
        Variation("initialisation", Words("照He開始", "He's start"), about="He"),
    ),
    immaterial=(BEFORE_TRAINING,),
    why=Words(
        "從常用的起點開始，不論是PyTorch的預設、Glorot還是He，平均每過一層Sigmoid，梯度都少掉一半以上；從PyTorch的預設出發，換了層數、寬度、偏置與輸入也一樣。「容易」說得恰當：刻意把權重調大，就能避開。",
        "From the starts in common use, PyTorch's default, Glorot's or He's, a sigmoid layer takes more than half of the gradient away on average; from PyTorch's default we also changed depth, width, biases and inputs, and it stays so. “Easily” is the right word: weights made large on purpose avoid it.",
    ),
    holds_when=Words(
        "成立，只要權重照常用的方式初始化。層很寬、權重大到增益超過$[[gradient_by_depth.critical_gain]]$時，梯度不再隨層數縮小。",
        "It holds for weights drawn in the usual ways. In wide layers, once they are so large that the gain exceeds $[[gradient_by_depth.critical_gain]]$, the gradient no longer shrinks with depth.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010", "he2015", "pytorch2026"),
)


def lost_within_five(start, *, layers=5, **choices):
    """Is the first of five sigmoid layers left with under a hundredth of the fifth one's gradient?"""
    return Ruling("holds" if left(start, layers=layers, **choices) < 1 / 100 else "wrong")


sigmoid_vanishes_within_five = Claim(
    said=Words("Sigmoid網路不出五層，梯度就消失了。", "In a sigmoid network the gradient is gone within five layers."),
    says="generally",
    rows=("B25",),
    judge=lost_within_five,
    about="PyTorch",
    instead=4.0,
    control=Words(
        "從標準差$4/\\sqrt{n}$的權重開始：第一層還留著第五層的百分之一以上。",
        "Start with weights of standard deviation $4/\\sqrt{n}$: the first layer keeps more than a hundredth of the fifth layer's gradient.",
    ),
    assumes=(
        Words(
            "五層，每層一百個Sigmoid單元；權重取自常態分布，變異數照PyTorch線性層的預設，偏置也照預設；輸入與損失對最後輸出的梯度取自標準常態。二十個隨機的網路取中位數。「消失」是說第一層的梯度不到最後一層的百分之一。",
            "Five layers of a hundred sigmoid units; normal weights with the variance of PyTorch's linear layers, and biases as those draw them; inputs and the gradient of the loss at the last outputs are standard normal. The median of twenty random networks. “Gone” means that the first layer has less than a hundredth of the last layer's gradient.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("四層", "Four layers"), {"layers": 4}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), about="Glorot"),
        Variation("initialisation", Words("照He開始", "He's start"), about="He"),
        Variation("initialisation", Words("標準差$2/\\sqrt{n}$", "Standard deviation $2/\\sqrt{n}$"), about=2.0),
        Variation("initialisation", Words("標準差$4/\\sqrt{n}$", "Standard deviation $4/\\sqrt{n}$"), about=4.0),
    ),
    immaterial=(BEFORE_TRAINING,),
    why=Words(
        "要看初始權重。PyTorch的預設、Glorot與He這三種常用的起點都成立，標準差加大到$2/\\sqrt{n}$就不成立。梯度消失那一章訓練了每層十六個單元的網路：照PyTorch線性層的預設值，第一層的梯度只有第五層的$10^{[[five_sigmoid_layers.ratio_default]]}$，$[[five_sigmoid_layers.steps]]$步之內什麼也沒學到。標準差取$4/\\sqrt{n}$，比值是$10^{[[five_sigmoid_layers.ratio_4]]}$；再把每個單元的輸出減去$\\frac{1}{2}$，是$10^{[[five_sigmoid_layers.ratio_centred]]}$。後面這兩個五層的網路用普通的SGD就學會了雙月牙，對沒看過的點的準確率是$[[five_sigmoid_layers.accuracy_4:%]]$與$[[five_sigmoid_layers.accuracy_centred:%]]$。",
        "It depends on the initial weights. It holds from the three usual starts, PyTorch's default, Glorot's and He's, and no longer from a standard deviation of $2/\\sqrt{n}$. The chapter on vanishing gradients trains networks of sixteen units a layer: from the default of PyTorch's linear layers, the first layer's gradient is $10^{[[five_sigmoid_layers.ratio_default]]}$ of the fifth layer's, and nothing is learned in $[[five_sigmoid_layers.steps]]$ steps. With a standard deviation of $4/\\sqrt{n}$ the ratio is $10^{[[five_sigmoid_layers.ratio_4]]}$; with $\\frac{1}{2}$ subtracted from every unit's output as well, it is $10^{[[five_sigmoid_layers.ratio_centred]]}$. Both of these five-layer networks learn the two moons by plain SGD, with $[[five_sigmoid_layers.accuracy_4:%]]$ and $[[five_sigmoid_layers.accuracy_centred:%]]$ of unseen points right.",
    ),
    holds_when=Words(
        "初始權重照常用的方式取，就成立。層很寬、權重隨機時，只要增益不到$[[gradient_by_depth.critical_gain]]$，再多疊幾層也總會縮小。",
        "It holds for initial weights drawn in the usual ways. In wide layers of random weights with a gain below $[[gradient_by_depth.critical_gain]]$, enough further layers will always shrink it too.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010", "pennington2017", "pytorch2026"),
)


def neither_flat_nor_vanishing(f, *, start=1.0, reach=9.0, **choices):
    """Has f no stretch of zero slope, and do fifty random layers keep a thousandth of the gradient? If one of the two, it is half true."""
    slopes = np.any(f.derivative(np.linspace(-reach, -1, 81)) != 0)
    keeps = left(start, f=f.id, **({"layers": 50} | choices)) >= 1 / 1000
    return Ruling("holds" if slopes and keeps else "conditional" if slopes or keeps else "wrong")


relu_never_vanishes = Claim(
    said=Words("ReLU不會飽和，所以沒有梯度消失的問題。", "ReLU does not saturate, so it has no vanishing gradients."),
    says="always",
    rows=("C24", "D50"),
    judge=neither_flat_nor_vanishing,
    about=relu,
    instead=identity,
    control=Words("換成恆等函數：它沒有平的地方，五十層也留得住梯度。", "Replace it by the identity: it is flat nowhere, and fifty layers keep the gradient."),
    assumes=(
        Words(
            "五十層，每層一百個單元，權重取自常態分布，變異數是$1/n$，沒有偏置；輸入與損失對最後輸出的梯度取自標準常態。二十個隨機的網路取中位數。「飽和」是說由$-9$到$-1$的斜率都是零；「消失」是說第一層的梯度不到最後一層的千分之一。",
            "Fifty layers of a hundred units, normal weights of variance $1/n$, no biases; inputs and the gradient of the loss at the last outputs are standard normal. The median of twenty random networks. “Saturates” means that the slope is zero from $-9$ to $-1$; “vanishing” means that the first layer has less than a thousandth of the last layer's gradient.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置，照PyTorch的預設", "With biases, drawn as PyTorch does"), {"bias": 1.0}),
        Variation("width", Words("每層十六個單元", "Sixteen units a layer"), {"units": 16}),
        Variation("depth", Words("十層", "Ten layers"), {"layers": 10}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"inputs": "uniform"}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "PyTorch"}),
        Variation("initialisation", Words("照He開始", "He's start"), {"start": "He"}),
        Variation("range", Words("斜率只看$-2$到$-1$", "The slope looked at from $-2$ to $-1$ only"), {"reach": 2.0}),
    ),
    immaterial=(
        Immaterial(("optimiser", "batch"), Words("看的是訓練之前的梯度，一步也沒有走。", "The gradient is taken before training: there is no step yet.")),
    ),
    why=Words(
        "前半句總是錯的：ReLU在$x<0$硬飽和，斜率恰好是零。後半句要看層數與初始權重。五十層的隨機網路，增益$1$時梯度只剩$10^{[[gradient_by_depth.relu_1]]}$，因為每一層平均有一半的單元把梯度擋下來。增益$\\sqrt{2}$補得回來，增益$2$就暴增到$10^{[[gradient_by_depth.relu_2]]}$倍。",
        "The first half is never true: for $x<0$ ReLU saturates hard, with a slope of exactly zero. The second depends on depth and initial weights. In random networks of fifty layers with gain $1$, only $10^{[[gradient_by_depth.relu_1]]}$ of the gradient is left, because half the units of each layer, on average, block it. A gain of $\\sqrt{2}$ makes up for that; a gain of $2$ explodes to $10^{[[gradient_by_depth.relu_2]]}$.",
    ),
    holds_when=Words(
        "右半邊成立：$x>0$時斜率恰好是$1$。層夠寬、初始權重的變異數取$2/n$時，梯度的大小大致不變。",
        "It holds on the right half, where the slope is exactly $1$. In wide layers with initial weights of variance $2/n$ the size of the gradient roughly stays.",
    ),
    topic="guide/vanishing",
    reads=("he2015", "gulcehre2016"),
)
