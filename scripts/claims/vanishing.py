"""Sayings about gradients that vanish on their way back through the layers."""

from fractions import Fraction

import numpy as np

from activation_functions import identity, relu, sigmoid
from figures.five_sigmoid_layers import first_gradients
from figures.gradient_by_depth import back
from language.words import Words
from mathematics.claim import Claim, Ruling


def multiply_to_the_gradient(layers):
    """Is the gradient that the fifth of nine units receives the product of these layers' factors w σ′(z)?"""
    rng = np.random.default_rng(0)
    w, b, z = rng.normal(0, 3, 9), rng.normal(0, 1, 9), np.zeros(9)

    def output(a, first):  # feed `a` to layer `first`, keep every z on the way, return what the last layer says
        for layer in range(first, 9):
            z[layer] = w[layer] * a + b[layer]
            a = sigmoid(z[layer])
        return a

    output(0.3, 0)
    a5, product = sigmoid(z[4]), np.prod((w * sigmoid.derivative(z))[layers])
    measured = (output(a5 + 1e-6, 5) - output(a5 - 1e-6, 5)) / 2e-6
    return Ruling("holds" if np.isclose(product, measured, rtol=1e-5, atol=0) else "wrong")


product_of_earlier_layers = Claim(
    said=Words("要更新某一層，得把它前面各層的導數乘起來。", "To update a layer, multiply the derivatives of the layers before it."),
    rows=("A34",),
    judge=multiply_to_the_gradient,
    about=slice(0, 4),
    instead=slice(5, 9),
    control=Words(
        "換成後面的四層，也就是它與損失之間的那幾層：乘積與量到的梯度相符。",
        "Take the four layers after it instead, those between it and the loss: their product is the measured gradient.",
    ),
    why=Words(
        "方向說反了。損失在網路的尾端，某一層動一動，只會透過後面的層影響損失；前面的層已經算完，不在這條路上。所以連乘的是後面各層的因子。前面的層只透過$a_{\\ell-1}$出現一次，就是$\\delta_\\ell a_{\\ell-1}^{\\mathsf T}$裡的那一個。",
        "The direction is reversed. The loss sits at the end of the network, and when a layer moves, the loss feels it only through the layers after it; the layers before it have already been computed and are not on that path. So it is the later layers' factors that multiply. The earlier layers appear once, through the $a_{\\ell-1}$ in $\\delta_\\ell a_{\\ell-1}^{\\mathsf T}$.",
    ),
    holds_when=Words(
        "把「前面」理解成反向傳播時先經過的層，也就是靠近輸出的層，這句話就對了。",
        "Read “before it” as “visited before it by backpropagation”, that is, nearer to the output, and the sentence is true.",
    ),
    topic="guide/vanishing",
    reads=("rumelhart1986",),
)


def a_quarter_a_layer(units):
    """Ten equal sigmoid units in a chain, each with this weight and pre-activation: is 4⁻¹⁰ of the gradient left, or less?"""
    left = [Fraction(float((w * sigmoid.derivative(z)) ** 10)) for w, z in units]
    small = [share <= Fraction(1, 4**10) for share in left]
    verdict = "holds" if all(small) else "conditional" if any(small) else "wrong"
    return Ruling(verdict, {"least": min(left), "most": max(left)})


ten_layers_leave_a_millionth = Claim(
    said=Words(
        "每過一層Sigmoid，梯度就縮成四分之一或更小，十層之後只剩$4^{10}$分之一。",
        "Each sigmoid layer shrinks the gradient to a quarter or less, so after ten layers one part in $4^{10}$ is left.",
    ),
    rows=("A37", "A38", "D30"),
    judge=a_quarter_a_layer,
    about=((1.0, 0.0), (1.0, 2.0), (8.0, 0.0)),
    instead=((1.0, 0.0), (1.0, 2.0)),
    control=Words(
        "只留下權重是$1$的兩條鏈：預激活值是$0$的剛好是這個數，另一條更少。",
        "Keep only the two chains with weight $1$: the one with pre-activation $0$ gives exactly this number, the other one less.",
    ),
    why=Words(
        "算術沒有錯：$4^{10}=[[ten_layers.million]]$。少的是權重。每一層的因子是$w\\,\\sigma'(z)$，$\\frac{1}{4}$只是$\\sigma'$的上界。預激活值不在$0$，剩下的更少；權重是$8$而預激活值是$0$，十層之後反而變成$[[ten_layers_leave_a_millionth.most]]$倍。",
        "The arithmetic is right: $4^{10}=[[ten_layers.million]]$. What is missing is the weights. A layer's factor is $w\\,\\sigma'(z)$, and $\\frac{1}{4}$ is only an upper bound of $\\sigma'$. Away from a pre-activation of $0$ less is left; with weights of $8$ and pre-activations of $0$ the gradient is multiplied by $[[ten_layers_leave_a_millionth.most]]$ instead.",
    ),
    holds_when=Words(
        "權重的大小不超過$1$時成立；每層有許多單元時，則是權重矩陣的最大奇異值不超過$1$。每層一個單元、權重都是$1$、預激活值都是$0$時，恰好是這個數。",
        "It holds where no weight exceeds $1$ in size, or, in layers of many units, no singular value of the weights does. The number is exact with one unit a layer, weights of $1$ and pre-activations of $0$.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010",),
)


def lost_within_five(starts):
    """From each start: is the first of five sigmoid layers left with under a hundredth of the fifth one's gradient?"""
    shares = [np.median(g[:, 0] / g[:, -1]) for g in map(first_gradients, starts)]
    lost = [share < 1 / 100 for share in shares]
    return Ruling("holds" if all(lost) else "conditional" if any(lost) else "wrong")


sigmoid_vanishes_within_five = Claim(
    said=Words("Sigmoid網路不到五層，梯度就消失了。", "In a sigmoid network the gradient is gone within five layers."),
    rows=("B25",),
    judge=lost_within_five,
    about=("default", "4", "centred"),
    instead=("default",),
    control=Words(
        "只看PyTorch預設的起點，權重與偏置都在$\\pm1/\\sqrt{n}$之間：第一層的梯度真的不到第五層的百分之一。",
        "Look only at the default start of PyTorch, weights and biases between $\\pm1/\\sqrt{n}$: there the first layer does have less than a hundredth of the fifth layer's gradient.",
    ),
    why=Words(
        "要看初始權重。照PyTorch線性層的預設值，第一層的梯度只有第五層的$10^{[[five_sigmoid_layers.ratio_default]]}$，$[[five_sigmoid_layers.steps]]$步之內什麼也沒學到。標準差取$4/\\sqrt{n}$，比值是$10^{[[five_sigmoid_layers.ratio_4]]}$；再把每個單元的輸出減去$\\frac{1}{2}$，是$10^{[[five_sigmoid_layers.ratio_centred]]}$。後面這兩個五層的網路用普通的SGD就學會了雙月牙，對沒看過的點的準確率是$[[five_sigmoid_layers.accuracy_4:%]]$與$[[five_sigmoid_layers.accuracy_centred:%]]$。",
        "It depends on the initial weights. From the default of PyTorch's linear layers, the first layer's gradient is $10^{[[five_sigmoid_layers.ratio_default]]}$ of the fifth layer's, and nothing is learned in $[[five_sigmoid_layers.steps]]$ steps. With a standard deviation of $4/\\sqrt{n}$ the ratio is $10^{[[five_sigmoid_layers.ratio_4]]}$; with $\\frac{1}{2}$ subtracted from every unit's output as well, it is $10^{[[five_sigmoid_layers.ratio_centred]]}$. Both of these five-layer networks learn the two moons by plain SGD, with $[[five_sigmoid_layers.accuracy_4:%]]$ and $[[five_sigmoid_layers.accuracy_centred:%]]$ of unseen points right.",
    ),
    holds_when=Words(
        "初始權重很小、輸出又沒有置中，就成立。層很寬、權重隨機時，只要增益不到$[[gradient_by_depth.critical_gain]]$，再多疊幾層也總會縮小。",
        "It holds when the weights start small and the outputs are not centred. In wide layers of random weights with a gain below $[[gradient_by_depth.critical_gain]]$, enough further layers will always shrink it too.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010", "pennington2017", "pytorch2026"),
)


def neither_flat_nor_vanishing(f):
    """Has f no stretch of zero slope, and do fifty random layers of gain 1 keep a thousandth of the gradient?"""
    flat = bool(np.all(f.derivative(np.linspace(-9, -1, 81)) == 0))
    kept = np.median(back(f.id, 1.0)[-1])
    return Ruling("wrong" if flat or kept < 1 / 1000 else "holds")


relu_never_vanishes = Claim(
    said=Words("ReLU不會飽和，所以沒有梯度消失的問題。", "ReLU does not saturate, so it has no vanishing gradients."),
    rows=("C24", "D50"),
    judge=neither_flat_nor_vanishing,
    about=relu,
    instead=identity,
    control=Words(
        "換成恆等函數：它沒有平的地方，五十層也留得住梯度。", "Put the identity in its place: it is flat nowhere, and fifty layers keep the gradient."
    ),
    why=Words(
        "兩件事都不成立。ReLU在$x<0$硬飽和，斜率恰好是零。五十層的隨機網路，增益$1$時梯度只剩$10^{[[gradient_by_depth.relu_1]]}$，因為每一層平均有一半的單元把梯度擋下來。增益$\\sqrt{2}$補得回來，增益$2$就暴增到$10^{[[gradient_by_depth.relu_2]]}$倍。",
        "Neither part is true. For $x<0$ ReLU saturates hard: its slope is exactly zero. In random networks of fifty layers with gain $1$, only $10^{[[gradient_by_depth.relu_1]]}$ of the gradient is left, because half the units of each layer, on average, block it. A gain of $\\sqrt{2}$ makes up for that; a gain of $2$ explodes to $10^{[[gradient_by_depth.relu_2]]}$.",
    ),
    holds_when=Words(
        "右半邊成立：$x>0$時斜率恰好是$1$。初始權重的變異數取$2/n$時，梯度的大小大致不變。",
        "It holds on the right half, where the slope is exactly $1$. With initial weights of variance $2/n$ the size of the gradient roughly stays.",
    ),
    topic="guide/vanishing",
    reads=("he2015", "gulcehre2016"),
)
