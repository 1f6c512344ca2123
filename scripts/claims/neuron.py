"""Sayings about a single neuron: what it sums, what it applies, what it can tell apart."""

from itertools import product

import numpy as np
from scipy.optimize import linprog

from activation_functions import sigmoid
from language.words import Words
from mathematics.claim import Claim, Ruling


def decided_by_the_activation(next_output):
    """The same outputs of the previous layer and the same activation, but other weights: is the next output the same?"""
    previous = np.array([1.0, 2.0])
    first = next_output(previous, np.array([1.0, 1.0]), 0.0)
    second = next_output(previous, np.array([1.0, -1.0]), 0.0)
    return Ruling("holds" if np.array_equal(first, second) else "wrong")


activation_relates_two_layers = Claim(
    said=Words(
        "激活函數，就是前一層節點的輸出與後一層節點的輸入之間的關係。",
        "The activation function is the relation between the output of a node in the previous layer and the input of a node in the next.",
    ),
    rows=("C03",),
    judge=decided_by_the_activation,
    about=lambda previous, w, b: sigmoid(w @ previous + b),
    instead=lambda previous, w, b: sigmoid(previous),
    control=Words(
        "拿掉加權求和，只留激活函數：這時換什麼權重都不影響輸出。",
        "Take the weighted sum away and leave the activation alone: now no choice of weights changes the output.",
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


def one_neuron():
    x, w, b = np.array([3.0, 2.0, 1.0]), np.array([1.0, -1.0, 2.0]), -4.0
    z = w @ x + b
    return x, w, b, z, sigmoid(z)


def entry_by_entry():
    x, w, b = np.array([3.0, 2.0, 1.0]), np.array([1.0, -1.0, 2.0]), np.array([-4.0, 0.0, 4.0])
    z = w * x + b
    return x, w, b, z, sigmoid(z)


every_quantity_is_a_vector = Claim(
    said=Words("神經元的式子$a=f(w^{\\mathsf T}x+b)$裡，所有的量都是向量。", "In a neuron's formula $a = f(w^{\\mathsf T}x + b)$ every quantity is a vector."),
    rows=("D02",),
    judge=all_are_vectors,
    about=one_neuron,
    instead=entry_by_entry,
    control=Words(
        "改成逐元素相乘、不求和的$w\\odot x+b$：這時五個量真的都是向量。",
        "Multiply entry by entry and do not sum, $w \\odot x + b$: then all five quantities are vectors.",
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


def superposes(f):
    """Does f(u + v) equal f(u) + f(v), at once, or at least after its value at 0 has been taken off?"""
    u, v = 1.0, 2.0
    if f(u + v) == f(u) + f(v):
        return Ruling("holds")
    return Ruling("conditional" if f(u + v) - f(0.0) == (f(u) - f(0.0)) + (f(v) - f(0.0)) else "wrong")


preactivation_is_linear = Claim(
    said=Words("預激活值是輸入的線性疊加。", "The pre-activation is a linear superposition of the inputs."),
    rows=("A03", "D01"),
    judge=superposes,
    about=lambda x: 2 * x + 3,
    instead=lambda x: 2 * x,
    control=Words("拿掉偏置，剩下$2x$：這就真的是線性的。", "Take the bias away and leave $2x$: that is linear indeed."),
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


def separable(points, labels):
    """Is there a w and a b with label · (w·point + b) ≥ 1 for every point? Linear programming decides."""
    rows = labels[:, None] * np.column_stack([points, np.ones(len(points))])
    return linprog(np.zeros(rows.shape[1]), A_ub=-rows, b_ub=-np.ones(len(rows)), bounds=(None, None)).success


def tells_all_apart(features):
    """Of the 16 ways to put the corners of a square into two classes, how many can one neuron make?"""
    corners = np.array([features(p, q) for p, q in product((0, 1), repeat=2)])
    possible = sum(separable(corners, np.array(labels)) for labels in product((-1, 1), repeat=4))
    return Ruling("holds" if possible == 16 else "conditional" if possible else "wrong", {"possible": possible})


one_neuron_classifies = Claim(
    said=Words("單一神經元就能當二元分類器。", "A single neuron will do as a binary classifier."),
    rows=("D21",),
    judge=tells_all_apart,
    about=lambda p, q: (p, q),
    instead=lambda p, q: (p, q, p * q),
    control=Words(
        "多給它一個輸入，即兩個座標的乘積：這時十六種分法全都做得到。",
        "Give it one more input, the product of the two coordinates: now all sixteen can be made.",
    ),
    why=Words(
        "它確實把輸入分成兩類，但只能用一個超平面來切。正方形的四個角分成兩類有$16$種分法，一個神經元做得到$[[one_neuron_classifies.possible]]$種；做不到的是互斥或與它的相反。",
        "It does put its inputs into two classes, but only with one hyperplane. The four corners of a square can be put into two classes in $16$ ways; one neuron can make $[[one_neuron_classifies.possible]]$ of them. Exclusive or and its opposite are beyond it.",
    ),
    holds_when=Words("兩類能用一個超平面隔開時成立。", "It holds where a hyperplane separates the two classes."),
    topic="guide/neuron",
    reads=("rosenblatt1958", "minsky1969"),
)


def neurons_answer_alone(loss):
    """Does the slope of the loss in the first neuron's output ignore what the second neuron puts out?"""

    def slope(second, step=1e-6):
        return (loss(0.6 + step, second) - loss(0.6 - step, second)) / (2 * step)

    return Ruling("holds" if np.isclose(slope(0.2), slope(0.9)) else "wrong")


every_neuron_has_its_own_loss = Claim(
    said=Words("每個神經元都有自己的損失。", "Every neuron has a loss of its own."),
    rows=("E02",),
    judge=neurons_answer_alone,
    about=lambda first, second: (2 * first - second - 1) ** 2,
    instead=lambda first, second: (first - 1) ** 2 + (second - 1) ** 2,
    control=Words(
        "替每個神經元各訂一個目標，再把損失加起來：這樣它們才互不相干。",
        "Give each neuron a target of its own and add the losses up: only then do they not concern each other.",
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
