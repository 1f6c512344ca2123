"""Sayings about a single neuron: what it sums, what it applies, what it can tell apart."""

from itertools import product

import numpy as np
from scipy.optimize import linprog

from activation_functions import sigmoid, tanh
from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation


def decided_by_the_activation(next_output, *, previous=(1.0, 2.0), bias=0.0):
    """The same outputs of the previous layer and the same activation, but other weights: is the next output the same?"""
    alike = np.ones(len(previous))
    opposed = np.where(np.arange(len(previous)) % 2, -1.0, 1.0)
    first, second = (next_output(np.array(previous), weights, bias) for weights in (alike, opposed))
    return Ruling("holds" if np.array_equal(first, second) else "wrong")


activation_relates_two_layers = Claim(
    said=Words(
        "激活函數，就是前一層節點的輸出與後一層節點的輸入之間的關係。",
        "The activation function is the relation between the output of a node in the previous layer and the input of a node in the next.",
    ),
    says="definition",
    rows=("C03",),
    judge=decided_by_the_activation,
    about=lambda previous, w, b: sigmoid(w @ previous + b),
    instead=lambda previous, w, b: sigmoid(previous),
    control=Words(
        "拿掉加權求和，只留激活函數：這時換什麼權重都不影響輸出。",
        "Take the weighted sum away and leave the activation alone: now no choice of weights changes the output.",
    ),
    assumes=(
        Words(
            "一個神經元，前一層的輸出是$(1,2)$，沒有偏置，激活函數是Sigmoid；比較兩組權重，一組都是$1$，一組$1$與$-1$相間。",
            "One neuron; the previous layer puts out $(1, 2)$, there is no bias, the activation is the sigmoid; two sets of weights are compared, one all $1$ and one of $1$ and $-1$ in turn.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置是$1$", "A bias of $1$"), {"bias": 1.0}),
        Variation("width", Words("前一層有五十個單元", "Fifty units in the previous layer"), {"previous": np.linspace(-1, 1, 50)}),
        Variation("inputs", Words("前一層的輸出改成$(-3,\\frac{1}{2})$", "The previous layer puts out $(-3, \\frac{1}{2})$"), {"previous": (-3.0, 0.5)}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), about=lambda previous, w, b: tanh(w @ previous + b)),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(
            ("depth", "range"),
            Words("只看從一層到下一層的一步，沒有掃過任何範圍。", "The judge looks at one step, from a layer to the next, and scans no range."),
        ),
    ),
    why=Words(
        "前一層與後一層之間有兩步：先是仿射的$z=w^{\\mathsf T}x+b$，再是激活函數$a=f(z)$。激活函數只管第二步。"
        "前一層同樣送來$(1,2)$，權重$(1,1)$得到$\\sigma(3)=[[sigmoid(3)]]$，權重$(1,-1)$得到$\\sigma(-1)=[[sigmoid(-1)]]$；激活函數沒有換，輸出換了。",
        "Between the previous layer and the next there are two steps: first the affine $z = w^{\\mathsf T}x + b$, then the activation function $a = f(z)$. The activation function is the second step only. "
        "From the same $(1, 2)$ of the previous layer the weights $(1, 1)$ make $\\sigma(3) = [[sigmoid(3)]]$ and the weights $(1, -1)$ make $\\sigma(-1) = [[sigmoid(-1)]]$: the activation function is the same, the output is not.",
    ),
    holds_when=Words(
        "把「前一層節點的輸出」理解成它還沒有激活的加權和$z$，把「後一層節點的輸入」理解成它收到的$a$，這句話就對了：激活函數把$z$換成$a$。",
        "Read “the output of a node in the previous layer” as its weighted sum $z$ before activation, and “the input of a node in the next” as the $a$ that it receives, and it is right: the activation function takes $z$ to $a$.",
    ),
    topic="guide/neuron",
)


def all_are_vectors(quantities):
    """Has every quantity exactly one axis?"""
    return Ruling("holds" if all(np.ndim(quantity) == 1 for quantity in quantities()) else "wrong")


def one_neuron(inputs=3, samples=None):
    rng = np.random.default_rng(0)
    x = rng.standard_normal(inputs if samples is None else (inputs, samples))
    w, b = rng.standard_normal(inputs), -4.0
    z = w @ x + b
    return x, w, b, z, sigmoid(z)


def entry_by_entry():
    x, w, b = np.array([3.0, 2.0, 1.0]), np.array([1.0, -1.0, 2.0]), np.array([-4.0, 0.0, 4.0])
    z = w * x + b
    return x, w, b, z, sigmoid(z)


every_quantity_is_a_vector = Claim(
    said=Words("神經元的式子$a=f(w^{\\mathsf T}x+b)$裡，所有的量都是向量。", "In a neuron's formula $a = f(w^{\\mathsf T}x + b)$ every quantity is a vector."),
    says="definition",
    rows=("D02",),
    judge=all_are_vectors,
    about=one_neuron,
    instead=entry_by_entry,
    control=Words(
        "改成逐元素相乘、不求和的$w\\odot x+b$：這時五個量真的都是向量。",
        "Multiply entry by entry and do not sum, $w \\odot x + b$: then all five quantities are vectors.",
    ),
    assumes=(Words("一個神經元，三個輸入，一個樣本。", "One neuron, three inputs, one sample."),),
    variations=(
        Variation("width", Words("五十個輸入", "Fifty inputs"), about=lambda: one_neuron(50)),
        Variation("batch", Words("一次送進十六個樣本", "Sixteen samples at once"), about=lambda: one_neuron(3, 16)),
    ),
    immaterial=(
        Immaterial(
            ("bias", "depth", "inputs", "initialisation", "optimiser", "range"),
            Words("是不是向量由形狀決定，與數值無關。", "Whether a quantity is a vector is decided by its shape, not by its values."),
        ),
    ),
    why=Words(
        "一個神經元裡只有$x$與$w$是向量。內積把它們變成一個數，所以$b$、$z$、$a$都是純量。排成一層以後$b$、$z$、$a$才成為向量，而那時權重已經是矩陣了。",
        "In one neuron only $x$ and $w$ are vectors. The inner product makes one number of them, so $b$, $z$ and $a$ are scalars. In a layer $b$, $z$ and $a$ become vectors, but by then the weights are a matrix.",
    ),
    holds_when=Words(
        "沒有求和、逐元素運算的式子才成立，例如門控裡的$w\\odot x+b$。",
        "It holds for formulas that work entry by entry and sum nothing, such as $w \\odot x + b$ in a gate.",
    ),
    topic="guide/neuron",
)


def superposes(preactivation, *, u=(1.0,), v=(2.0,)):
    """Is the pre-activation of u + v the sum of those of u and of v?"""
    u, v = np.array(u), np.array(v)
    return Ruling("holds" if preactivation(u + v) == preactivation(u) + preactivation(v) else "wrong")


preactivation_is_linear = Claim(
    said=Words("預激活值是輸入的線性疊加。", "The pre-activation is a linear superposition of the inputs."),
    says="generally",
    rows=("A03",),
    judge=superposes,
    about=lambda x: 2 * x.sum() + 3,
    instead=lambda x: 2 * x.sum(),
    control=Words("拿掉偏置，剩下$2x$：這就真的是線性的。", "Take the bias away and leave $2x$: that is indeed linear."),
    assumes=(Words("一個神經元，一個輸入，權重是$2$，偏置是$3$。", "One neuron with one input, a weight of $2$ and a bias of $3$."),),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), about=lambda x: 2 * x.sum()),
        Variation("width", Words("五個輸入", "Five inputs"), {"u": (1.0, 2.0, 0.0, -1.0, 3.0), "v": (2.0, 2.0, 1.0, 4.0, -2.0)}),
        Variation("inputs", Words("輸入改成$-4$與$\\frac{1}{2}$", "The inputs $-4$ and $\\frac{1}{2}$"), {"u": (-4.0,), "v": (0.5,)}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("depth", "range"), Words("只算一個神經元，沒有掃過任何範圍。", "One neuron is computed, and no range is scanned.")),
    ),
    why=Words(
        "有偏置就不是線性，而是仿射。以$f(x)=2x+3$為例，$f(1+2)=9$，而$f(1)+f(2)=12$，偏置被加了兩次。",
        "With a bias it is affine and not linear. Take $f(x) = 2x + 3$: $f(1+2) = 9$ but $f(1) + f(2) = 12$, for the bias has been added twice.",
    ),
    holds_when=Words(
        "偏置為零時成立；或者把偏置當成一個權重，它的輸入永遠是$1$。",
        "It holds where the bias is zero, or if the bias is counted as one more weight, on an input that is always $1$.",
    ),
    topic="guide/neuron",
)


def is_the_weighted_sum(preactivation, *, w=(1.0, -2.0), x=(3.0, 1.0)):
    """Is the pre-activation the sum of the inputs times their weights, and nothing more?"""
    return Ruling("holds" if preactivation(np.array(w), np.array(x)) == np.dot(w, x) else "wrong")


preactivation_is_the_weighted_sum = Claim(
    said=Words("$z$是激活之前的加權和。", "$z$ is the weighted sum that precedes the activation."),
    says="generally",
    rows=("D01",),
    judge=is_the_weighted_sum,
    about=lambda w, x: w @ x + 1,
    instead=lambda w, x: w @ x,
    control=Words("拿掉偏置：這時$z$恰好是加權和。", "Take the bias away: then $z$ is the weighted sum exactly."),
    assumes=(Words("一個神經元，兩個輸入，偏置是$1$。", "One neuron with two inputs and a bias of $1$."),),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), about=lambda w, x: w @ x),
        Variation("width", Words("五個輸入", "Five inputs"), {"w": (1.0, -2.0, 0.5, 3.0, 4.0), "x": (3.0, 1.0, 2.0, -1.0, 0.0)}),
        Variation("inputs", Words("輸入改成$(-1,4)$", "The inputs $(-1, 4)$"), {"x": (-1.0, 4.0)}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("depth", "range"), Words("只算一個神經元，沒有掃過任何範圍。", "One neuron is computed, and no range is scanned.")),
    ),
    why=Words(
        "少說了偏置。一般的神經元是$z=w^{\\mathsf T}x+b$，加權和之外還要加上$b$；輸入全是零的時候，加權和是零，$z$卻是$b$。",
        "It leaves the bias out. An ordinary neuron has $z = w^{\\mathsf T}x + b$, the weighted sum plus $b$; when all inputs are zero the weighted sum is zero and $z$ is $b$.",
    ),
    holds_when=Words(
        "沒有偏置時成立；或者把偏置算成一個權重，它的輸入永遠是$1$。",
        "It holds without a bias, or if the bias is counted as a weight on an input that is always $1$.",
    ),
    topic="guide/neuron",
)


def separable(points, labels):
    """Is there a w and a b with label · (w·point + b) ≥ 1 for every point? Linear programming decides."""
    rows = labels[:, None] * np.column_stack([points, np.ones(len(points))])
    return linprog(np.zeros(rows.shape[1]), A_ub=-rows, b_ub=-np.ones(len(rows)), bounds=(None, None)).success


def labellings():
    """Of the 16 ways to put the corners of a square into two classes, how many one neuron can make."""
    corners = np.array(list(product((0, 1), repeat=2)))
    return sum(separable(corners, np.array(labels)) for labels in product((-1, 1), repeat=4))


def sorts_into_two(decide, *, inputs=2, bias=True, spread=np.random.Generator.random, drawn=False):
    """Are a thousand different inputs put into exactly two classes?"""
    rng = np.random.default_rng(0)
    x = spread(rng, (1000, inputs))
    w = rng.standard_normal(inputs) if drawn else np.where(np.arange(inputs) % 2, -1.0, 1.0)
    b = 0.25 if bias else 0.0
    classes = set(decide(sigmoid(x @ w + b)).tolist())
    return Ruling("holds" if len(classes) == 2 else "wrong", {"possible": labellings()})


one_neuron_classifies = Claim(
    said=Words("單一神經元就能當二元分類器。", "A single neuron will do as a binary classifier."),
    says="generally",
    rows=("D21",),
    judge=sorts_into_two,
    about=lambda a: a > 0.5,
    instead=lambda a: a,
    control=Words(
        "不設門檻，直接看輸出：一千個輸入就有許多不同的值，不是兩類。",
        "Set no threshold and look at the output itself: a thousand inputs give many different values, not two classes.",
    ),
    assumes=(
        Words(
            "一個神經元，兩個輸入，均勻分布在$0$與$1$之間，一千個樣本，種子是$0$；權重是$1$與$-1$，偏置是$\\frac{1}{4}$，輸出以$\\frac{1}{2}$為門檻。",
            "One neuron with two inputs, uniform between $0$ and $1$, a thousand samples, seed $0$; the weights are $1$ and $-1$, the bias is $\\frac{1}{4}$, the threshold of the output is $\\frac{1}{2}$.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No bias"), {"bias": False}),
        Variation("width", Words("五十個輸入", "Fifty inputs"), {"inputs": 50}),
        Variation("inputs", Words("輸入取自標準常態分布", "Inputs from a standard normal distribution"), {"spread": np.random.Generator.standard_normal}),
        Variation("initialisation", Words("權重隨機取自標準常態分布", "Weights drawn from a standard normal distribution"), {"drawn": True}),
    ),
    immaterial=(
        Immaterial(
            ("depth", "optimiser", "batch", "range"),
            Words("只有一個神經元，權重是給定的，什麼也沒有訓練。", "There is one neuron with given weights, and nothing is trained."),
        ),
    ),
    why=Words(
        "輸出過了門檻歸一類，沒過歸另一類：這就是二元分類器。不過激活函數若只升不降，它就只能用一個超平面來切，不是每一種分法都做得到。正方形的四個角分成兩類有$16$種分法，它做得到$[[one_neuron_classifies.possible]]$種；做不到的是互斥或與它的相反。先升後降的激活函數，例如高斯函數，連互斥或也做得到。",
        "An output above the threshold means one class, an output below it the other: that is a binary classifier. If its activation function only rises, though, it can only cut with one hyperplane, and so cannot make every division. The four corners of a square can be put into two classes in $16$ ways; it can make $[[one_neuron_classifies.possible]]$ of them. Exclusive or and its opposite are beyond it. An activation that rises and falls again, such as the Gaussian, can do even exclusive or.",
    ),
    holds_when=Words(
        "成立。激活函數只升不降時，要它做出某一種指定的分法，兩類還得能用一個超平面隔開。",
        "It holds. To make one given division with an activation that only rises, a hyperplane must also separate the two classes.",
    ),
    topic="guide/neuron",
    reads=("rosenblatt1958", "minsky1969"),
)


def neurons_answer_alone(loss, *, first=0.6):
    """Does the slope of the loss in the first neuron's output ignore what the second neuron puts out?"""

    def slope(second, step=1e-6):
        return (loss(first + step, second) - loss(first - step, second)) / (2 * step)

    return Ruling("holds" if np.isclose(slope(0.2), slope(0.9)) else "wrong")


every_neuron_has_its_own_loss = Claim(
    said=Words("每個神經元都有自己的損失。", "Every neuron has a loss of its own."),
    says="definition",
    rows=("E02",),
    judge=neurons_answer_alone,
    about=lambda first, second: (2 * first - second - 1) ** 2,
    instead=lambda first, second: (first - 1) ** 2 + (second - 1) ** 2,
    control=Words(
        "替每個神經元各訂一個目標，再把損失加起來：這樣才互不相干。",
        "Give each neuron a target of its own and add the losses up: only then does neither depend on the other.",
    ),
    assumes=(
        Words(
            "一層兩個神經元，後面一個線性的輸出單元，權重是$2$與$-1$，偏置是$-1$，目標是$0$；平方誤差，一個樣本。第一個神經元輸出$\\frac{3}{5}$，第二個先後輸出$\\frac{1}{5}$與$\\frac{9}{10}$；看損失對第一個輸出的斜率變不變。",
            "A layer of two neurons, then one linear output unit with weights $2$ and $-1$, a bias of $-1$ and a target of $0$; the squared error, one sample. The first neuron puts out $\\frac{3}{5}$, the second first $\\frac{1}{5}$ and then $\\frac{9}{10}$; does the slope of the loss in the first output change?",
        ),
    ),
    variations=(
        Variation("bias", Words("後一層沒有偏置", "No bias in the next layer"), about=lambda first, second: (2 * first - second) ** 2),
        Variation(
            "width",
            Words("同一層另外還有八個神經元", "Eight further neurons in the same layer"),
            about=lambda first, second: (2 * first - second + 8 * 0.1 - 1) ** 2,
        ),
        Variation(
            "depth", Words("後面再多一層$\\tanh$", "One more layer, of $\\tanh$, after it"), about=lambda first, second: (tanh(2 * first - second) - 1) ** 2
        ),
        Variation("inputs", Words("第一個神經元的輸出改成$-1$", "The first neuron puts out $-1$"), {"first": -1.0}),
        Variation(
            "batch",
            Words("兩個樣本的平均", "The mean over two samples"),
            about=lambda first, second: ((2 * first - second - 1) ** 2 + (first + second) ** 2) / 2,
        ),
        Variation("form", Words("改用交叉熵", "Cross-entropy instead"), about=lambda first, second: -np.log(sigmoid(2 * first - second - 1))),
    ),
    immaterial=(
        Immaterial(
            ("initialisation", "optimiser", "range"),
            Words(
                "只看斜率由什麼決定，沒有訓練，也沒有掃過任何範圍。",
                "The only question is what the slope depends on; nothing is trained and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "整個網路只有一個損失，是一個純量。每個神經元分到的是它的斜率$\\delta=\\partial\\mathcal{L}/\\partial z$，而這個斜率隨別的神經元的輸出而變；若各有各的損失，就不會如此。",
        "The whole network has one loss, a scalar. What a neuron receives is a slope of it, $\\delta = \\partial\\mathcal{L}/\\partial z$, and that slope changes with the outputs of the other neurons. With losses of their own it would not.",
    ),
    holds_when=Words(
        "逐層或逐單元各訂目標的訓練法才成立，一般的反向傳播不是這樣。",
        "It holds for methods that train layer by layer or unit by unit on separate targets; ordinary backpropagation does not.",
    ),
    topic="guide/neuron",
    reads=("rumelhart1986",),
)
