"""Sayings about networks without activations, and about what the activation adds."""

from fractions import Fraction

import numpy as np

from activation_functions import identity, relu, sigmoid
from language.words import Words
from mathematics.claim import Claim, Ruling

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0.0, 1.0, 1.0, 0.0])


def same_as_one_hidden_layer(activation):
    """A stack of linear layers against networks with one hidden layer of this activation: can both do the same?"""
    W1, W2, W3 = np.array([[1, 2], [3, 4], [5, 6]]), np.array([[1, 0, 2], [-1, 3, 1]]), np.array([[2, -5]])
    deep = W3 @ (W2 @ (W1 @ CORNERS.T))
    no_hidden_layer = (W3 @ W2 @ W1) @ CORNERS.T
    s = CORNERS.sum(axis=1)
    one_hidden_layer = activation(s) - 2 * activation(s - 1)
    bends = one_hidden_layer[0] + one_hidden_layer[3] != one_hidden_layer[1] + one_hidden_layer[2]
    return Ruling("wrong" if np.array_equal(deep, no_hidden_layer) and bends else "holds")


linear_net_has_one_hidden_layer = Claim(
    said=Words(
        "沒有激活函數的網路，不管多深，都等於只有一個隱藏層的網路。", "A network without activations, however deep, amounts to a network with one hidden layer."
    ),
    rows=("A09",),
    judge=same_as_one_hidden_layer,
    about=relu,
    instead=identity,
    control=Words(
        "把那一個隱藏層也換成線性的：它什麼也沒多做，這句話就成立，只是那一層已經沒有作用。",
        "Make that one hidden layer linear as well: it adds nothing, and the saying holds, of a layer that no longer does anything.",
    ),
    why=Words(
        "它等於沒有隱藏層的網路：各層的權重乘起來是一個矩陣，輸入直接通到輸出。一個真正的隱藏層能做的多得多，兩個ReLU單元就能解XOR，任何沒有激活函數的網路都不能。",
        "It amounts to a network with no hidden layer: the weights multiply into one matrix that leads straight from input to output. A real hidden layer can do far more. "
        "Two ReLU units solve XOR, which no network without activations can.",
    ),
    holds_when=Words(
        "那一個隱藏層自己也是線性的時候成立，而這樣的隱藏層可以拿掉；若它太窄，還會把合併後矩陣的秩壓低。",
        "It holds when that one hidden layer is itself linear, and such a layer can be taken out; if it is narrow, it also limits the rank of the merged matrix.",
    ),
    topic="guide/nonlinear",
)


def solves_xor(activation):
    """Can two hidden units of this activation, read out by an affine map of them and of the inputs, give XOR?"""
    s = CORNERS.sum(axis=1)
    given = np.column_stack([activation(s), activation(s - 1), CORNERS, np.ones(4)])
    readout = np.linalg.lstsq(given, XOR, rcond=None)[0]
    return Ruling("holds" if np.allclose(given @ readout, XOR) else "wrong")


linear_net_is_a_multilayer_perceptron = Claim(
    said=Words("沒有激活函數的多層網路，就是多層感知器。", "A stack of layers without activations is the multilayer perceptron."),
    rows=("A10",),
    judge=solves_xor,
    about=identity,
    instead=relu,
    control=Words("把隱藏單元換成ReLU：這才是多層感知器，XOR也解開了。", "Make the hidden units ReLU: that is a multilayer perceptron, and XOR is solved."),
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


def output_is_zero(solve):
    """Put the solution for input1 back into the network, with weight k equal to k: is the output zero?"""
    w = {k: Fraction(k) for k in range(1, 10)}
    i1, i2 = solve(w), Fraction(1)
    hidden = [w[1] * i1 + w[2] * i2, w[3] * i1 + w[4] * i2, w[5] * i1 + w[6] * i2]
    output = w[7] * hidden[0] + w[8] * hidden[1] + w[9] * hidden[2]
    return Ruling("holds" if output == 0 else "wrong", {"i1": i1, "output": output})


zero_line_with_the_copied_denominator = Claim(
    said=Words(
        "令九個權重的網路輸出為零，解得i₁=i₂·(w₂w₇+w₄w₈+w₆w₉)/(−w₂w₇+w₄w₈+w₆w₉)。",
        "Set the output of the nine-weight network to zero and you get i₁ = i₂·(w₂w₇+w₄w₈+w₆w₉)/(−w₂w₇+w₄w₈+w₆w₉).",
    ),
    rows=("B08",),
    judge=output_is_zero,
    about=lambda w: solution(w, 1, [(-1, 2, 7), (1, 4, 8), (1, 6, 9)]),
    instead=lambda w: solution(w, -1, [(1, 1, 7), (1, 3, 8), (1, 5, 9)]),
    control=Words(
        "換成正確的解，整個式子取負號，分母是$w_1w_7+w_3w_8+w_5w_9$：輸出恰好是零。",
        "Use the right solution, with a minus sign in front and the denominator $w_1w_7+w_3w_8+w_5w_9$: the output is exactly zero.",
    ),
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


def depth_changes_nothing(depth):
    """Gradient descent on a linear goal with a strong and a weak direction: are they half learned at the same step?"""
    weights, goal = np.full((depth, 2), 0.1), np.array([4.0, 1.0])  # one weight a layer for each direction
    reached = np.zeros(2, dtype=int)
    for step in range(1, 2000):
        product = weights.prod(axis=0)
        reached[(reached == 0) & (product >= goal / 2)] = step
        weights = weights - 0.01 * (product - goal) * product / weights
    wait = Fraction(int(reached[1]), int(reached[0]))
    return Ruling("wrong" if wait > 2 else "holds", {"wait": wait})


linear_depth_is_useless = Claim(
    said=Words("少了非線性的激活函數，多層網路就毫無用處。", "Without nonlinear activations a deep network is of no use whatever."),
    rows=("C13",),
    judge=depth_changes_nothing,
    about=2,
    instead=1,
    control=Words(
        "改成只有一層：強弱兩個方向幾乎在同一步學到一半，看不出差別。",
        "Use a single layer: the strong and the weak direction are half learned at almost the same step, and there is no difference to see.",
    ),
    why=Words(
        "能表示的函數沒有變多，學習的過程卻變了：兩層時，弱的方向要等強的方向的$[[linear_depth_is_useless.wait:3]]$倍時間才學到一半，一層時則幾乎同時。線性層還能限制秩、省參數，有人特意使用。",
        "No function is gained, but learning is another: with two layers the weak direction needs $[[linear_depth_is_useless.wait:3]]$ times as long as the strong one to be half learned, with one layer almost the same. "
        "Linear layers also limit rank and save parameters, and are used on purpose.",
    ),
    holds_when=Words(
        "只問「能表示哪些函數」，而且中間沒有比輸入、輸出都窄的層，它就成立：多疊的線性層不增加任何函數。",
        "It holds if all you ask is which functions can be represented, and no layer is narrower than both input and output: the extra linear layers add none.",
    ),
    topic="guide/nonlinear",
    reads=("saxe2014",),
)


def output_is_affine(output):
    """Does the output at the midpoint of two inputs lie midway between their outputs, as it must for an affine map?"""
    z = np.linspace(-6, 6, 121)
    return Ruling("holds" if np.allclose((output(z) + output(z + 2)) / 2, output(z + 1)) else "wrong")


logistic_regression_has_no_activation = Claim(
    said=Words("不用激活函數的例子就是邏輯迴歸。", "Logistic regression is what you get without an activation function."),
    rows=("C08",),
    judge=output_is_affine,
    about=sigmoid,
    instead=identity,
    control=Words(
        "拿掉Sigmoid：剩下的是線性迴歸，它才真的沒有激活函數。", "Take the sigmoid away: what remains is linear regression, which really has no activation."
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


def adds_up(unit):
    """Is one hidden layer of two such units additive over the four corners of the unit square, as an affine map is?"""
    s = CORNERS.sum(axis=1)
    y = unit(s) - 2 * unit(s - 1)
    return Ruling("holds" if np.isclose(y[0] + y[3], y[1] + y[2]) else "wrong")


shallow_relu_is_linear = Claim(
    said=Words("一層ReLU還是線性的，要很多層才會變成非線性。", "A single layer of ReLU is still linear; it takes many layers to become nonlinear."),
    rows=("X2", "X3"),
    judge=adds_up,
    about=relu,
    instead=identity,
    control=Words("換成恆等函數：不管怎麼組合，對角的和都相等。", "Use the identity instead: however it is combined, opposite corners have equal sums."),
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
