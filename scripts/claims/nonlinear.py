"""Sayings about networks without activations, and about what the activation adds."""

from fractions import Fraction
from itertools import pairwise

import numpy as np

from activation_functions import identity, relu, sigmoid
from language.words import Words
from mathematics.claim import ALGEBRA, NOT_TRAINED, Claim, Immaterial, Ruling, Variation

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])


def same_as_one_hidden_layer(activation, *, sizes=(2, 3, 2, 1), bias=False, x=CORNERS):
    """A stack of linear layers against networks with one hidden layer of this activation: can both do the same?"""
    rng = np.random.default_rng(0)
    deep, merged, constant = x.T, np.eye(2), np.zeros((2, 1))
    for i, o in pairwise(sizes):
        W, b = rng.integers(-5, 6, (o, i)).astype(float), bias * rng.integers(-5, 6, (o, 1)).astype(float)
        deep, merged, constant = W @ deep + b, W @ merged, W @ constant + b
    no_hidden_layer = merged @ x.T + constant
    s = CORNERS.sum(axis=1)
    one_hidden_layer = activation(s) - 2 * activation(s - 1)
    bends = one_hidden_layer[0] + one_hidden_layer[3] != one_hidden_layer[1] + one_hidden_layer[2]
    return Ruling("wrong" if np.array_equal(deep, no_hidden_layer) and bends else "holds")


linear_net_has_one_hidden_layer = Claim(
    said=Words(
        "沒有激活函數的網路，不管多深，都等於只有一個隱藏層的網路。", "A network without activations, however deep, amounts to a network with one hidden layer."
    ),
    says="definition",
    rows=("A09",),
    judge=same_as_one_hidden_layer,
    about=relu,
    instead=identity,
    control=Words(
        "把那一個隱藏層也換成線性的：它什麼也沒多做，這句話就成立，只是那一層已經沒有作用。",
        "Make that one hidden layer linear as well: it adds nothing, and the saying holds, of a layer that no longer does anything.",
    ),
    assumes=(
        Words(
            "三層沒有激活函數的網路，大小是$2$、$3$、$2$、$1$，權重是$-5$到$5$的隨機整數，種子是$0$，沒有偏置；在單位正方形的四個角精確比較。隱藏層是兩個ReLU單元，收到$s$與$s-1$，輸出的權重是$1$與$-2$；$s$是兩個輸入的和。",
            "Three layers without activations, of sizes $2$, $3$, $2$, $1$; the weights are random integers from $-5$ to $5$, seed $0$, without biases; compared exactly at the four corners of the unit square. The hidden layer has two ReLU units that receive $s$ and $s-1$, with output weights $1$ and $-2$; $s$ is the sum of the two inputs.",
        ),
    ),
    variations=(
        Variation("bias", Words("每一層都有偏置", "A bias in every layer"), {"bias": True}),
        Variation("width", Words("中間兩層各五十個單元", "Fifty units in each of the middle layers"), {"sizes": (2, 50, 50, 1)}),
        Variation("depth", Words("十層", "Ten layers"), {"sizes": (2,) * 10 + (1,)}),
        Variation("inputs", Words("在別的整數點比較", "Compared at other integer points"), {"x": np.array([[3.0, -2.0], [0.0, 7.0], [-5.0, 1.0]])}),
        Variation("activation", Words("隱藏層改用Sigmoid", "A hidden layer of sigmoids"), about=sigmoid),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("range",), Words("精確比較整數點，沒有掃過任何範圍。", "Integer points are compared exactly, and no range is scanned.")),
    ),
    why=Words(
        "它等於沒有隱藏層的網路：各層的權重乘起來是一個矩陣，輸入直接通到輸出。一個真正的隱藏層能做的多得多，兩個ReLU單元就能解XOR，任何沒有激活函數的網路都不能。",
        "It amounts to a network with no hidden layer: the weights multiply into one matrix that leads straight from input to output. A real hidden layer can do far more. "
        "Two ReLU units solve XOR, which no network without activations can.",
    ),
    holds_when=Words(
        "那一個隱藏層自己也是線性的，而且不會太窄，就成立；不過這樣的隱藏層拿掉也一樣。把「一個隱藏層」改成「一層」，這句話就對了。",
        "It holds when that one hidden layer is itself linear and not too narrow, but then it can just as well be left out. Say “a single layer” instead of “one hidden layer”, and the sentence is true.",
    ),
    topic="guide/nonlinear",
)


def solves_xor(activation, *, units=2, layers=1, corners=CORNERS, bias=True):
    """Can hidden units of this activation, read out by an affine map of them and of the inputs, give XOR?"""
    rng = np.random.default_rng(0)
    hidden = corners @ (np.ones((2, 2)) if units == 2 else rng.standard_normal((2, units))) - bias * np.arange(units)
    for _ in range(layers - 1):
        hidden = activation(hidden) @ rng.standard_normal((units, units))
    given = np.column_stack([activation(hidden), corners, np.ones(4)])
    readout = np.linalg.lstsq(given, XOR, rcond=None)[0]
    return Ruling("holds" if np.allclose(given @ readout, XOR) else "wrong")


linear_net_is_a_multilayer_perceptron = Claim(
    said=Words("沒有激活函數的多層網路，就是多層感知器。", "A stack of layers without activations is the multilayer perceptron."),
    says="definition",
    rows=("A10",),
    judge=solves_xor,
    about=identity,
    instead=relu,
    control=Words("把隱藏單元換成ReLU：這才是多層感知器，XOR也解開了。", "Make the hidden units ReLU: that is a multilayer perceptron, and XOR is solved."),
    assumes=(
        Words(
            "一個隱藏層，兩個單元，收到$s$與$s-1$，$s$是兩個輸入的和；單元更多或更深時，權重取自標準常態，種子是$0$。輸出是隱藏單元與輸入的仿射組合，用最小平方法求最好的一組，四個點都要答對。",
            "One hidden layer of two units, which receive $s$ and $s-1$, where $s$ is the sum of the two inputs; further units and layers have standard normal weights, seed $0$. The output is an affine map of the hidden units and of the inputs, the best one by least squares, and has to be right at all four points.",
        ),
    ),
    variations=(
        Variation("bias", Words("隱藏單元沒有偏置", "Hidden units without biases"), {"bias": False}),
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"units": 50}),
        Variation("depth", Words("四個隱藏層", "Four hidden layers"), {"layers": 4}),
        Variation("inputs", Words("四個角改成$\\pm 1$", "The four corners at $\\pm 1$"), {"corners": 2 * CORNERS - 1}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("range",), Words("只有四個點，沒有掃過任何範圍。", "There are four points, and no range is scanned.")),
    ),
    why=Words(
        "多層感知器的隱藏單元是非線性的，XOR就能把兩者分開：隱藏單元是恆等函數時，最好的輸出在四個點都是$\\frac{1}{2}$。",
        "The hidden units of a multilayer perceptron are nonlinear, and XOR tells the two apart: with the identity as hidden unit the best that can be done is to answer $\\frac{1}{2}$ at all four points.",
    ),
    holds_when=Words("隱藏層用了非線性的激活函數時成立。", "It holds once the hidden layers have a nonlinear activation."),
    topic="guide/nonlinear",
    reads=("minsky1969",),
)


def solution(w, sign, letters):
    """input1 for input2 = 1: a sign, and which weights stand in the denominator."""
    top = w[2] * w[7] + w[4] * w[8] + w[6] * w[9]
    return sign * top / sum(part * w[k] * w[m] for part, k, m in letters)


def output_is_zero(solve, *, weights=range(1, 10)):
    """Put the solution for input1 back into the network, with weight k equal to k or to the number given: is the output zero?"""
    w = dict(enumerate(map(Fraction, weights), 1))
    i1, i2 = solve(w), Fraction(1)
    hidden = [w[1] * i1 + w[2] * i2, w[3] * i1 + w[4] * i2, w[5] * i1 + w[6] * i2]
    output = w[7] * hidden[0] + w[8] * hidden[1] + w[9] * hidden[2]
    return Ruling("holds" if output == 0 else "wrong", {"i1": i1, "output": output})


zero_line_with_the_copied_denominator = Claim(
    said=Words(
        "令九個權重的網路輸出為零，解得i₁=i₂·(w₂w₇+w₄w₈+w₆w₉)/(−w₂w₇+w₄w₈+w₆w₉)。",
        "Set the output of the nine-weight network to zero and you get i₁ = i₂·(w₂w₇+w₄w₈+w₆w₉)/(−w₂w₇+w₄w₈+w₆w₉).",
    ),
    says="definition",
    rows=("B08",),
    judge=output_is_zero,
    about=lambda w: solution(w, 1, [(-1, 2, 7), (1, 4, 8), (1, 6, 9)]),
    instead=lambda w: solution(w, -1, [(1, 1, 7), (1, 3, 8), (1, 5, 9)]),
    control=Words(
        "換成正確的解，整個式子取負號，分母是$w_1w_7+w_3w_8+w_5w_9$：輸出恰好是零。",
        "Use the right solution, with a minus sign in front and the denominator $w_1w_7+w_3w_8+w_5w_9$: the output is exactly zero.",
    ),
    assumes=(
        Words(
            "兩個輸入、三個隱藏單元、一個輸出，沒有激活函數，也沒有偏置；權重$w_k=k$，用分數精確計算。",
            "Two inputs, three hidden units, one output, no activation and no bias; the weights are $w_k=k$, computed exactly in fractions.",
        ),
    ),
    variations=(Variation("initialisation", Words("權重改成另外九個數", "Nine other weights"), {"weights": (2, -1, 3, 1, -2, 5, 4, 1, -3)}),),
    immaterial=(ALGEBRA,),
    why=Words(
        "分母的字母與正負號都錯了。取$w_k=k$、$i_2=1$，這個式子給$i_1=[[zero_line_with_the_copied_denominator.i1]]$，把它放回網路，輸出是$[[zero_line_with_the_copied_denominator.output]]$，不是零。",
        "The letters of the denominator are wrong, and so is the sign. With $w_k=k$ and $i_2=1$ it gives $i_1=[[zero_line_with_the_copied_denominator.i1]]$; put that back into the network, and the output is "
        "$[[zero_line_with_the_copied_denominator.output]]$, not zero.",
    ),
    holds_when=Words(
        "只在權重剛好使兩個式子相等時成立，例如分子為零。一般要用$i_1=-i_2\\,\\frac{w_2w_7+w_4w_8+w_6w_9}{w_1w_7+w_3w_8+w_5w_9}$，而且分母不為零。",
        "It holds only for weights that happen to make the two expressions equal, for instance where the numerator is zero. In general $i_1=-i_2\\,\\frac{w_2w_7+w_4w_8+w_6w_9}{w_1w_7+w_3w_8+w_5w_9}$, for a nonzero denominator.",
    ),
    topic="guide/nonlinear",
)


def half_learned(depth, goal, start, units, optimiser):
    """The steps after which linear layers have half learned a strong and a weak direction of their goal."""
    keep, adaptive = {"gradient descent": (0.0, False), "momentum": (0.9, False), "Adam": (0.9, True)}[optimiser]
    rng = np.random.default_rng(0)
    W = [start * np.eye(units) + (units > 2) * start * rng.standard_normal((units, units)) / units for _ in range(depth)]
    target, reached = np.zeros((units, units)), [0, 0]
    target[0, 0], target[1, 1] = goal
    first, second = [[np.zeros((units, units)) for _ in W] for _ in range(2)]
    for step in range(1, 20000):
        product = np.linalg.multi_dot([*W, np.eye(units)])
        for k in range(2):
            reached[k] = reached[k] or step * bool(product[k, k] >= target[k, k] / 2)
        if all(reached):
            return reached
        before, behind = [np.eye(units)], [np.eye(units)]
        for left, right in zip(W, W[::-1], strict=True):
            before.append(before[-1] @ left)
            behind.append(right @ behind[-1])
        for l in range(depth):
            gradient = before[l].T @ (product - target) @ behind[depth - 1 - l].T
            first[l], second[l] = keep * first[l] + gradient, 0.999 * second[l] + 0.001 * gradient**2
            corrected = (1 - keep) * first[l] / (1 - keep**step) / (np.sqrt(second[l] / (1 - 0.999**step)) + 1e-8)
            W[l] = W[l] - 0.01 * (corrected if adaptive else first[l])
    raise ArithmeticError("not learned in 20000 steps")


def depth_changes_nothing(depth, *, goal=(4.0, 1.0), start=0.1, units=2, optimiser="gradient descent"):
    """Is the order of learning that of a single layer, give or take a quarter? Compared is how much longer the weak direction takes."""
    deep, single = (Fraction(weak, strong) for strong, weak in (half_learned(d, goal, start, units, optimiser) for d in (depth, 1)))
    return Ruling("wrong" if deep > 1.25 * single else "holds", {"wait": deep})


linear_depth_is_useless = Claim(
    said=Words("少了非線性的激活函數，多層網路就毫無用處。", "Without nonlinear activations a deep network is of no use whatever."),
    says="always",
    rows=("C13",),
    judge=depth_changes_nothing,
    about=2,
    instead=1,
    control=Words(
        "改成只有一層：和自己比，當然沒有差別；強弱兩個方向差不多同時學到一半。",
        "Use a single layer: compared with itself there is no difference, and the strong and the weak direction are half learned at about the same step.",
    ),
    assumes=(
        Words(
            "兩層、每層兩個單元的線性網路，沒有偏置，從$\\frac{1}{10}$倍的單位矩陣開始；目標有強弱兩個方向，大小是$4$與$1$。輸入的平均值是零，互不相關，變異數是$1$；梯度是期望值，學習率是百分之一。動量是十分之九，Adam用通常的常數。「有差別」是說：弱的方向與強的方向所需步數的比，比一層時大四分之一以上。",
            "Two linear layers of two units without biases, starting at $\\frac{1}{10}$ of the identity; the goal has a strong and a weak direction of sizes $4$ and $1$. The inputs have mean zero, are uncorrelated and have variance $1$; gradients are expectations, the learning rate is a hundredth. Momentum is nine tenths, and Adam has its usual constants. What counts as a difference: the steps that the weak direction takes over those of the strong one exceed the ratio for a single layer by more than a quarter.",
        ),
    ),
    variations=(
        Variation("width", Words("每層十個單元，起點加上隨機的雜訊", "Ten units a layer, with noise in the start"), {"units": 10}),
        Variation("depth", Words("三層", "Three layers"), about=3),
        Variation("inputs", Words("兩個方向的大小改成$4$與$2$", "Directions of sizes $4$ and $2$"), {"goal": (4.0, 2.0)}),
        Variation("initialisation", Words("起點改成五分之一倍的單位矩陣", "A start at a fifth of the identity"), {"start": 0.2}),
        Variation("optimiser", Words("加上動量", "With momentum"), {"optimiser": "momentum"}),
        Variation("optimiser", Words("改用Adam", "With Adam"), {"optimiser": "Adam"}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "batch", "range"),
            Words(
                "輸入的平均值是零，目標沒有常數項，用不到偏置；梯度是期望值，沒有抽樣，也沒有掃過任何範圍。",
                "The inputs have mean zero and the goal has no constant, so a bias has nothing to do; gradients are expectations, nothing is sampled, and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "能表示的函數沒有變多，學習的過程卻變了。用梯度下降，兩層時，弱的方向學到一半要花強的方向$[[linear_depth_is_useless.wait:3]]$倍的步數，一層時則差不多。加上動量也是如此；用Adam則是弱的方向先學會，但兩個步數的比仍隨層數改變。線性層還能限制秩、省參數，有人特意使用。",
        "No function is gained, but learning takes another course. By gradient descent, two layers need $[[linear_depth_is_useless.wait:3]]$ times as many steps to half learn the weak direction as the strong one; a single layer needs about the same for both. So it is with momentum; with Adam the weak direction comes first, but the ratio still changes with depth. "
        "Linear layers also limit rank and save parameters, and are used on purpose.",
    ),
    holds_when=Words(
        "只問「能表示哪些函數」，而且中間沒有比輸入、輸出都窄的層，它就成立：多疊的線性層不增加任何函數。",
        "It holds if all you ask is which functions can be represented, and no layer is narrower than both input and output: the extra linear layers add none.",
    ),
    topic="guide/nonlinear",
    reads=("saxe2014",),
)


def output_is_affine(output, *, reach=6.0):
    """Does the output go along a straight line from its first value to its last, as it must for an affine map?"""
    y = output(np.linspace(-reach, reach, 121))
    return Ruling("holds" if np.allclose(y, np.linspace(y[0], y[-1], 121)) else "wrong")


logistic_regression_has_no_activation = Claim(
    said=Words("不用激活函數的例子就是邏輯迴歸。", "Logistic regression is what you get without an activation function."),
    says="definition",
    rows=("C08",),
    judge=output_is_affine,
    about=sigmoid,
    instead=identity,
    control=Words(
        "拿掉Sigmoid：剩下的是線性迴歸，它才真的沒有激活函數。", "Take the sigmoid away: what remains is linear regression, which really has no activation."
    ),
    assumes=(
        Words("一百二十一個等距的預激活值，由$-6$到$6$，沒有偏置。", "A hundred and twenty-one equally spaced pre-activations from $-6$ to $6$, no bias."),
    ),
    variations=(
        Variation("bias", Words("偏置是$1$", "A bias of $1$"), about=lambda z: sigmoid(z + 1)),
        Variation("range", Words("由$-1$到$1$", "From $-1$ to $1$"), {"reach": 1.0}),
        Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words(
                "輸入再多，也先加總成一個數$z$；訓練只改變權重，不改變輸出是$z$的哪個函數。",
                "However many inputs there are, they first add up to one number $z$; training changes the weights, not which function of $z$ the output is.",
            ),
        ),
    ),
    why=Words(
        "邏輯迴歸的輸出是$\\sigma(w^{\\mathsf T}x+b)$，Sigmoid就是它的激活函數。它沒有的是非線性的隱藏層，所以決策邊界$w^{\\mathsf T}x+b=0$仍是直的。",
        "The output of logistic regression is $\\sigma(w^{\\mathsf T}x+b)$, and that sigmoid is an activation. What it lacks is a nonlinear hidden layer, so its decision boundary $w^{\\mathsf T}x+b=0$ is still straight.",
    ),
    holds_when=Words(
        "把「激活函數」改成「非線性的隱藏層」，這句話就對了。", "Say “nonlinear hidden layer” instead of “activation function”, and the sentence is true."
    ),
    topic="guide/nonlinear",
)


def two_units(unit, s):
    return unit(s) - 2 * unit(s - 1)


def adds_up(unit, *, corners=CORNERS, network=two_units):
    """Is one hidden layer of two such units additive over the four corners of the unit square, as an affine map is?"""
    y = network(unit, corners @ [1.0, 1.0])
    return Ruling("holds" if np.isclose(y[0] + y[3], y[1] + y[2]) else "wrong")


shallow_relu_is_linear = Claim(
    said=Words("一層ReLU還是線性的，要很多層才會變成非線性。", "A single layer of ReLU is still linear; it takes many layers to become nonlinear."),
    says="always",
    rows=("X2", "X3"),
    judge=adds_up,
    about=relu,
    instead=identity,
    control=Words("換成恆等函數：不管怎麼組合，對角的和都相等。", "Use the identity instead: however it is combined, opposite corners have equal sums."),
    assumes=(
        Words(
            "一個隱藏層，兩個ReLU單元，收到$s$與$s-1$，輸出的權重是$1$與$-2$；$s$是兩個輸入的和，在單位正方形的四個角檢查。",
            "One hidden layer of two ReLU units that receive $s$ and $s-1$, with output weights $1$ and $-2$; $s$ is the sum of the two inputs, and the check is at the four corners of the unit square.",
        ),
    ),
    variations=(
        Variation(
            "bias",
            Words("沒有偏置，兩個單元看$s$與$-s$", "No biases; the two units look at $s$ and $-s$"),
            {"corners": CORNERS - 0.5, "network": lambda unit, s: unit(s) + unit(-s)},
        ),
        Variation(
            "width",
            Words("五十個單元，權重隨機", "Fifty units with random weights"),
            {
                "network": lambda unit, s: (
                    unit(np.outer(s, np.random.default_rng(0).standard_normal(50)) - np.linspace(0, 2, 50)) @ np.random.default_rng(1).standard_normal(50)
                )
            },
        ),
        Variation("depth", Words("兩個隱藏層", "Two hidden layers"), {"network": lambda unit, s: two_units(unit, 1.5 * two_units(unit, s))}),
        Variation("inputs", Words("正方形移到沒有單元換邊的地方", "The square moved to where no unit changes sides"), {"corners": CORNERS + 3}),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("range",), Words("只有四個點，沒有掃過任何範圍。", "There are four points, and no range is scanned.")),
    ),
    why=Words(
        "一個ReLU單元就不是線性的：$\\operatorname{ReLU}(1)+\\operatorname{ReLU}(-1)=[[relu(1) + relu(-1)]]$，而$\\operatorname{ReLU}(1-1)=[[relu(0)]]$。只有一個隱藏層、兩個ReLU單元的網路已經能算XOR。",
        "One ReLU unit is not linear: $\\operatorname{ReLU}(1)+\\operatorname{ReLU}(-1)=[[relu(1) + relu(-1)]]$, while $\\operatorname{ReLU}(1-1)=[[relu(0)]]$. A network with a single hidden layer of two ReLU units already computes XOR.",
    ),
    holds_when=Words(
        "只看輸入空間裡一小塊、其中沒有單元換邊，網路在那一塊是仿射的，不論幾層。",
        "Within a patch of input space where no unit changes sides, the network is affine, whatever its depth.",
    ),
    topic="guide/nonlinear",
)
