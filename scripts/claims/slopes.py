"""Sayings about slopes: their formulas, how they reach the layer before, what saturation does to a step, and what a kink has."""

import numpy as np
import sympy

from activation_functions import identity, leaky_relu, relu, sigmoid, softmax, tanh
from activation_functions.network import Network, adam, gradient_descent, momentum, random_network, squared
from language.words import Words
from mathematics.claim import ALGEBRA, Claim, Immaterial, Ruling, Variation

X, S = sympy.Symbol("x", real=True), sympy.Symbol("s", real=True)
SIGMOID, TANH = 1 / (1 + sympy.exp(-X)), (sympy.exp(X) - sympy.exp(-X)) / (sympy.exp(X) + sympy.exp(-X))


def slope_from_value(pairs):
    """Is each function's derivative this formula, with the function's own value put in the place of s?"""
    return Ruling("holds" if all(sympy.simplify(sympy.diff(f, X) - formula.subs(S, f)) == 0 for f, formula in pairs) else "wrong")


slopes_by_their_own_values = Claim(
    said=Words(
        "Sigmoid的導數是$\\sigma(1-\\sigma)$，$\\tanh$的導數是$1-\\tanh^2$。",
        "The derivative of the sigmoid is $\\sigma(1-\\sigma)$, and that of $\\tanh$ is $1-\\tanh^2$.",
    ),
    says="definition",
    rows=("D12", "D33"),
    judge=slope_from_value,
    about=((SIGMOID, S * (1 - S)), (TANH, 1 - S**2)),
    instead=((SIGMOID, S * (1 - S)), (TANH, 1 - S)),
    control=Words("漏寫平方，當成$1-\\tanh x$：這時就不對了。", "Leave out the square and take $1-\\tanh x$: then it is not so."),
    assumes=(
        Words(
            "$x$是實數；用代數求導，兩個式子的差要化簡成零。",
            "$x$ is real; the derivative is found by algebra, and the difference of the two expressions has to simplify to zero.",
        ),
    ),
    variations=(
        Variation(
            "form",
            Words("寫成$\\sigma-\\sigma^2$與$(1-\\tanh x)(1+\\tanh x)$", "Written as $\\sigma-\\sigma^2$ and $(1-\\tanh x)(1+\\tanh x)$"),
            about=((SIGMOID, S - S**2), (TANH, (1 - S) * (1 + S))),
        ),
    ),
    immaterial=(ALGEBRA,),
    why=Words(
        "兩個導數都能用函數自己的值寫出來，所以往回算時不必再算指數。本站的程式也是這樣寫的：$\\sigma'(x)=[[sigmoid.derivative_formula]]$。",
        "Both derivatives can be written with the function's own value, so no exponential is needed on the way back. The program of this site has it so too: $\\sigma'(x)=[[sigmoid.derivative_formula]]$.",
    ),
    holds_when=Words("恆成立。", "Always."),
    topic="guide/cost",
)


def gradient_left(f, start, units, layers, bias, low):
    """What is left of the gradient's length from the last layer to the first, the median of five random networks."""
    shares = []
    for seed in range(5):
        rng = np.random.default_rng(seed)
        network = random_network([units] * (layers + 1), f, rng, start=start, bias=bias)
        z, _ = network.forward(rng.uniform(low, 1, (units, 1)))
        delta = rng.standard_normal((units, 1)) * f.derivative(z[-1])
        last = np.linalg.norm(delta)
        for W, before in zip(network.weights[:0:-1], z[-2::-1], strict=True):
            delta = W.T @ delta * f.derivative(before)
        shares.append(np.linalg.norm(delta) / last)
    return float(np.median(shares))


def vanishes_but_less(f, *, start="pytorch", units=30, layers=10, bias=True, low=-1.0):
    """Is the slope never above 1, does less than a tenth of the gradient arrive at the first layer, and yet ten times what the sigmoid leaves?"""
    with_f, with_sigmoid = (gradient_left(each, start, units, layers, bias, low) for each in (f, sigmoid))
    largest = np.max(f.derivative(np.linspace(-8, 8, 1601)))
    return Ruling("holds" if largest == 1 and 10 * with_sigmoid < with_f < 1 / 10 else "wrong")


tanh_vanishes_less = Claim(
    said=Words(
        "$\\tanh$導數的最大值是$1$，梯度仍會消失，但比Sigmoid輕微。",
        "The derivative of $\\tanh$ reaches $1$; its gradients still vanish, though less than the sigmoid's.",
    ),
    says="generally",
    rows=("D34",),
    judge=vanishes_but_less,
    about=tanh,
    instead=sigmoid,
    control=Words(
        "換成Sigmoid自己：最大的斜率不是$1$，也沒有比自己輕微。", "Take the sigmoid itself: its largest slope is not $1$, and it is no better than itself."
    ),
    assumes=(
        Words(
            "十層，每層三十個單元，照PyTorch的預設開始；輸入均勻分布在$-1$與$1$之間，損失對最後輸出的梯度取自標準常態。五個隨機的網路取中位數。「消失」是第一層收到的不到最後一層的十分之一；「輕微」是剩下的有Sigmoid的十倍以上。",
            "Ten layers of thirty units from PyTorch's default start; inputs uniform between $-1$ and $1$, a standard normal gradient of the loss at the last outputs; the median of five random networks. “Vanish”: the first layer receives less than a tenth of what the last one does; “less”: at least ten times as much is left as with the sigmoid.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層一百個單元", "A hundred units a layer"), {"units": 100}),
        Variation("depth", Words("三層", "Three layers"), {"layers": 3}),
        Variation("depth", Words("三十層", "Thirty layers"), {"layers": 30}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
        Variation("initialisation", Words("標準差$4/\\sqrt{n}$", "A standard deviation of $4/\\sqrt{n}$"), {"start": 4.0}),
    ),
    immaterial=(
        Immaterial(
            ("optimiser", "batch", "range"),
            Words(
                "看的是訓練之前的梯度，一步也沒有走，也沒有掃過任何範圍。",
                "The gradient is taken before training: there is no step yet, and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "$\\tanh$的斜率在$0$是$[[tanh.derivative(0)]]$，Sigmoid的最多是$[[sigmoid.steepest]]$，所以每過一層，$\\tanh$少縮許多。但權重也是因子：從PyTorch的預設開始，十層就消失了；照Glorot開始，一樣的層數還剩不少；權重再大，梯度反而一路放大。",
        "The slope of $\\tanh$ at $0$ is $[[tanh.derivative(0)]]$, the sigmoid's is at most $[[sigmoid.steepest]]$, so $\\tanh$ shrinks the gradient far less in each layer. But weights are factors too: from PyTorch's default the gradient is gone after ten layers, from Glorot's start the same number of layers leaves a good deal, and with larger weights it grows all the way.",
    ),
    holds_when=Words(
        "權重偏小、層數夠多時成立。「比較輕微」則在每一種試過的起點都對。",
        "It holds with rather small weights and enough layers. “Less” was right from every start that was tried.",
    ),
    topic="guide/vanishing",
    reads=("glorot2010",),
)


def own_slope(f, z):
    return f.derivative(z)


def arrives(factor, *, sizes=(3, 4, 1), f=sigmoid, bias=1.0, spread=1.0, low=-1.0):
    """With this factor for each hidden unit, does going back through the layers give the slopes that differences measure at the inputs?"""
    rng = np.random.default_rng(0)
    network = random_network(sizes, f, rng, start=spread)
    for b in network.biases:
        b += bias * rng.standard_normal(b.shape)
    x, h = rng.uniform(low, 1, (sizes[0], 1)), 1e-6
    z, _ = network.forward(x)
    delta = z[-1] - 1  # half the squared error, the target being 1
    for W, before in zip(network.weights[:0:-1], z[-2::-1], strict=True):
        delta = W.T @ delta * factor(f, before)
    moved = np.hstack([x + h * np.eye(sizes[0]), x - h * np.eye(sizes[0])])
    losses = np.square(network(moved) - 1).sum(axis=0) / 2
    measured = (losses[: sizes[0]] - losses[sizes[0] :]) / (2 * h)
    return Ruling("holds" if np.allclose(network.weights[0].T @ delta, measured[:, None], rtol=1e-4, atol=1e-9) else "wrong")


own_slope_is_a_factor = Claim(
    said=Words("往前一層傳的梯度裡含有因子$f'$。", "The gradient that is passed to the previous layer contains the factor $f'$."),
    says="definition",
    rows=("B23",),
    judge=arrives,
    about=own_slope,
    instead=lambda f, z: np.ones_like(z),
    control=Words("把這個因子都換成$1$：算出來的與量到的不合。", "Replace this factor by $1$: what is computed does not agree with what is measured."),
    assumes=(
        Words(
            "三個輸入、四個Sigmoid單元、一個線性輸出；權重取自常態分布，標準差是$1/\\sqrt{n}$，偏置取自標準常態，種子是$0$；一個樣本，目標是$1$，平方誤差的一半。與只用到前向的差商比較。",
            "Three inputs, four sigmoid units, one linear output; normal weights of standard deviation $1/\\sqrt{n}$, standard normal biases, seed $0$; one sample, target $1$, half the squared error. Compared with difference quotients, which use the forward pass alone.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"sizes": (3, 50, 1)}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"sizes": (3, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("權重放大三倍", "Weights three times as large"), {"spread": 3.0}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), {"f": tanh}),
    ),
    immaterial=(
        Immaterial(
            ("optimiser", "batch", "range"),
            Words(
                "看的是一個樣本的一次反向傳播，一步也沒有走，也沒有掃過任何範圍。",
                "One backward pass for one sample is looked at: there is no step, and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "$\\delta_\\ell=(W_{\\ell+1}^{\\mathsf T}\\delta_{\\ell+1})\\odot f'(z_\\ell)$：每個單元把收到的乘上自己的斜率，再往前傳。斜率要在預激活值$z$取，不是在輸出或資料$x$取；另一個因子是權重。",
        "$\\delta_\\ell=(W_{\\ell+1}^{\\mathsf T}\\delta_{\\ell+1})\\odot f'(z_\\ell)$: each unit multiplies what it receives by its own slope and passes it on. The slope is taken at the pre-activation $z$, not at the output or the data $x$; the other factor is the weights.",
    ),
    holds_when=Words("恆成立。", "Always."),
    topic="guide/backpropagation",
    reads=("rumelhart1986",),
)


def entropy(a, y):
    """Cross-entropy of outputs a between 0 and 1 that should be y, and its derivative by a."""
    return -np.log(np.where(y > 0, a, 1 - a)).mean(axis=-1), (a - y) / (a * (1 - a)) / a.shape[-1]


def hardly_moves(f, *, w=10.0, b=0.0, x=(1.0,), loss=squared, rule=gradient_descent):
    """Is the first step of the weight of a unit, whose target is 0, less than a thousandth of the step it takes from z = 0?"""
    steps = []
    for weight, bias in ((w, b), (0.0, 0.0)):
        unit = Network([np.array([[weight]]), np.ones((1, 1))], [np.array([[bias]]), np.zeros((1, 1))], f)
        given = np.array([x])
        steps.append(abs(rule(0.1)(unit.gradients(given, np.zeros_like(given), loss)[:1])[0].item()))
    return Ruling("holds" if steps[0] < steps[1] / 1000 else "wrong")


saturated_units_stop = Claim(
    said=Words(
        "Sigmoid飽和的地方，導數趨近$0$，梯度消失殆盡，參數得不到更新。",
        "Where the sigmoid saturates, its derivative goes to $0$, the gradient dies, and parameters are not updated.",
    ),
    says="generally",
    rows=("A32", "D28"),
    judge=hardly_moves,
    about=sigmoid,
    instead=identity,
    control=Words("換成恆等函數：沒有飽和，步子和別處一樣或更大。", "Take the identity: it does not saturate, and its steps are no smaller than elsewhere."),
    assumes=(
        Words(
            "一個單元，權重$10$，輸入$1$，沒有偏置，所以預激活值是$10$；目標是$0$，平方誤差的一半，梯度下降。權重的第一步若不到預激活值為$0$時的千分之一，就當作得不到更新。",
            "One unit with weight $10$, input $1$ and no bias, so that its pre-activation is $10$; target $0$, half the squared error, gradient descent. If the first step of the weight is less than a thousandth of that from a pre-activation of $0$, it counts as not updated.",
        ),
    ),
    variations=(
        Variation("bias", Words("權重是零，偏置是$10$", "Weight zero and a bias of $10$"), {"w": 0.0, "b": 10.0}),
        Variation("inputs", Words("輸入是$10$，權重是$1$", "Input $10$ and weight $1$"), {"w": 1.0, "x": (10.0,)}),
        Variation("initialisation", Words("權重是$3$", "A weight of $3$"), {"w": 3.0}),
        Variation("optimiser", Words("有動量的梯度下降", "Gradient descent with momentum"), {"rule": momentum}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": adam}),
        Variation("optimiser", Words("Adam，偏置是$20$", "Adam, with a bias of $20$"), {"rule": adam, "b": 20.0}),
        Variation("batch", Words("兩個樣本，另一個的輸入是$\\frac{1}{10}$", "Two samples, the other with an input of $\\frac{1}{10}$"), {"x": (1.0, 0.1)}),
        Variation("form", Words("損失改用交叉熵", "The cross-entropy as the loss"), {"loss": entropy}),
        Variation("range", Words("權重是$20$", "A weight of $20$"), {"w": 20.0}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth"),
            Words(
                "不管單元在哪一層、旁邊有幾個，它的梯度都要乘上自己的斜率；其餘的因子這裡取$1$。",
                "In whatever layer a unit stands and however many stand beside it, its gradient is multiplied by its own slope; the other factors are $1$ here.",
            ),
        ),
    ),
    why=Words(
        "在預激活值$10$，斜率只剩最大值的$[[sigmoid.derivative(10) / sigmoid.steepest:2%]]$，梯度就跟著小。但這要看三件事：走得多遠、損失是哪一種、步子怎麼定。用交叉熵的輸出單元，斜率會約掉，飽和而答錯時，步子反而大；Adam把梯度除以它自己的大小，只要梯度比它的常數$10^{-8}$大得多，步子就不會跟著小。斜率也不會恰好是零，除非捨入。",
        "At a pre-activation of $10$ the slope has only $[[sigmoid.derivative(10) / sigmoid.steepest:2%]]$ of its peak left, and the gradient with it. But three things matter: how far out, which loss, and how steps are made. In an output unit with cross-entropy the slope cancels, and one that is saturated and wrong takes a large step; Adam divides the gradient by its own size, and as long as the gradient is large beside Adam's constant of $10^{-8}$, its steps do not shrink with it. Nor is the slope exactly zero, unless by rounding.",
    ),
    holds_when=Words(
        "隱藏單元，或用平方誤差的輸出單元，在很遠的地方對每個樣本都飽和，而且步長與梯度成正比時成立。",
        "It holds for hidden units, or output units with squared error, that are far into saturation for every sample, if steps are in proportion to the gradient.",
    ),
    topic="guide/vanishing",
)


def sees_several(f, *, at=(0.5, -1.0, 2.0)):
    """Does some output change with more than one of the entries of what goes in, so that its derivatives are partial ones?"""
    z, h = np.array(at), 1e-6
    moved = np.array([f(z + h * e) - f(z - h * e) for e in np.eye(len(z))]) / (2 * h)
    return Ruling("holds" if np.any(np.sum(np.abs(moved) > 1e-9, axis=0) > 1) else "wrong")


partial_derivative_of_the_activation = Claim(
    said=Words("求的是激活函數的偏微分。", "What one takes of the activation is a partial derivative."),
    says="generally",
    rows=("E07",),
    judge=sees_several,
    about=sigmoid,
    instead=softmax,
    control=Words(
        "換成softmax：每個輸出都取決於所有的輸入，這時確實是偏微分。",
        "Take softmax: each output depends on all the inputs, and then they are indeed partial derivatives.",
    ),
    assumes=(
        Words(
            "三個預激活值，Sigmoid逐一代入；用差商看每個輸出隨哪幾個預激活值而變。只隨一個變，導數就是普通的導數。",
            "Three pre-activations, each put into the sigmoid; difference quotients show with which of them an output changes. If with one only, its derivative is an ordinary one.",
        ),
    ),
    variations=(
        Variation("width", Words("二十個預激活值", "Twenty pre-activations"), {"at": tuple(np.linspace(-3, 3, 20))}),
        Variation("inputs", Words("三個相同的預激活值", "Three equal pre-activations"), {"at": (1.0, 1.0, 1.0)}),
        Variation("activation", Words("ReLU", "ReLU"), about=relu),
        Variation("activation", Words("Softmax", "Softmax"), about=softmax),
        Variation(
            "form",
            Words("看成三個權重的函數，輸入是$1$、$2$、$-1$", "As a function of three weights, with inputs $1$, $2$, $-1$"),
            about=lambda w: sigmoid(np.array([w @ [1.0, 2.0, -1.0]])),
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "depth", "initialisation", "optimiser", "batch", "range"),
            Words(
                "只看一個函數在一個點的導數，沒有訓練，也沒有掃過任何範圍。",
                "The derivative of one function at one point is looked at; nothing is trained and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "Sigmoid只有一個變數，$f'(z)$是普通的導數。偏微分的是損失：它有許多參數，$\\frac{\\partial\\mathcal{L}}{\\partial w}$只動其中一個。連鎖律把兩者乘在一起，所以容易混為一談。",
        "The sigmoid has one variable, and $f'(z)$ is an ordinary derivative. What has partial derivatives is the loss: it has many parameters, and $\\frac{\\partial\\mathcal{L}}{\\partial w}$ moves one of them. The chain rule multiplies the two, and so they are easily confused.",
    ),
    holds_when=Words(
        "激活函數的輸出取決於好幾個輸入時成立，例如softmax；或者說的是損失對參數的導數。",
        "It holds for an activation whose output depends on several inputs, such as softmax, or for the loss with respect to the parameters.",
    ),
    topic="guide/backpropagation",
)


def slope_is_one(f, *, at=0.0, h=1e-6):
    """Do the difference quotients to the left and to the right of the point both give 1?"""
    left, right = (f(at) - f(at - h)) / h, (f(at + h) - f(at)) / h
    return Ruling("holds" if np.allclose([left, right], 1, atol=1e-6) else "wrong")


slope_at_the_kink_is_one = Claim(
    said=Words("ReLU與Leaky ReLU在$0$的導數是$1$。", "The derivative of ReLU and of leaky ReLU at $0$ is $1$."),
    says="definition",
    rows=("E15",),
    judge=slope_is_one,
    about=relu,
    instead=identity,
    control=Words(
        "換成恆等函數：兩邊的差商都是$1$，導數真的是$1$。", "Take the identity: the difference quotients on both sides are $1$, and so is the derivative."
    ),
    assumes=(
        Words(
            "由$0$往左與往右各走$10^{-6}$，看差商；兩邊都是$1$，導數才是$1$。",
            "Difference quotients with a step of $10^{-6}$ to the left and to the right of $0$; the derivative is $1$ only if both are.",
        ),
    ),
    variations=(
        Variation("range", Words("只走$10^{-9}$", "A step of $10^{-9}$"), {"h": 1e-9}),
        Variation("range", Words("在$x=1$", "At $x=1$"), {"at": 1.0}),
        Variation("activation", Words("Leaky ReLU", "Leaky ReLU"), about=leaky_relu),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words(
                "只看函數在一個點的斜率，沒有網路，也沒有資料。",
                "The slope of the function at one point is looked at; there is no network and there are no data.",
            ),
        ),
    ),
    why=Words(
        "ReLU的左邊斜率是$[[relu.derivative(-1)]]$，右邊是$[[relu.derivative(1)]]$，在$0$沒有導數；Leaky ReLU的左邊是$[[leaky_relu.derivative(-1)]]$，也沒有。寫$1$是一種約定，介於兩邊之間的數都可以選；本站的程式與多數函式庫對ReLU選$[[relu.derivative(0)]]$。預激活值很少恰好是零，所以選哪一個通常看不出來。",
        "To the left ReLU has slope $[[relu.derivative(-1)]]$, to the right $[[relu.derivative(1)]]$, and at $0$ it has no derivative; nor has leaky ReLU, with $[[leaky_relu.derivative(-1)]]$ on the left. To write $1$ is a convention, and any number between the two sides may be chosen; the program of this site and most libraries choose $[[relu.derivative(0)]]$ for ReLU. A pre-activation is seldom exactly zero, so the choice usually does not show.",
    ),
    holds_when=Words("把它讀成「程式在那裡選$1$」，就是一個許可的約定。", "Read as “the program chooses $1$ there” it is an admissible convention."),
    topic="guide/properties",
    reads=("bertoin2021",),
)
