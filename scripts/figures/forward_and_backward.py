"""One forward and one backward pass through two hidden units and one output, every number in it exact."""

from fractions import Fraction
from functools import cache

import numpy as np

from activation_functions import softsign
from activation_functions.network import Network, gradient_descent, squared, training
from drawing.figure import COLOURS
from language.words import Words

title = Words("往前算出值，往回算出斜率", "Forward come the values, backward come the slopes")
caption = Words(
    "兩個輸入、兩個隱藏單元、一個輸出。藍色是前向，由左往右算：$z$是預激活值，$a$是激活值。橘色是反向，由右往左算：$\\delta$是損失對$z$的斜率。線上是權重；激活函數是Softsign，輸出單元沒有激活函數。",
    "Two inputs, two hidden units, one output. Blue is the forward pass, from left to right: $z$ is a pre-activation, $a$ an activation. Orange is the backward pass, from right to left: $\\delta$ is the slope of the loss with respect to $z$. Weights stand on the lines; the activation function is softsign, and the output unit has none.",
)
alt = Words(
    "四欄的網路圖：輸入、隱藏單元、輸出、損失。每個單元旁邊有藍色的值與橘色的斜率。",
    "A network in four columns: inputs, hidden units, output, loss. Beside each unit stand its values in blue and its slope in orange.",
)
description = Words(
    "輸入是$(1,2)$。隱藏層的$z=(1,-3)$，$a=(\\frac{1}{2},-\\frac{3}{4})$；輸出是$-1$，目標是$1$，損失是$2$。往回：輸出的$\\delta=-2$，隱藏層的$\\delta=(-1,-\\frac{1}{2})$。",
    "The input is $(1, 2)$. The hidden layer has $z = (1, -3)$ and $a = (\\frac{1}{2}, -\\frac{3}{4})$; the output is $-1$, the target is $1$, and the loss is $2$. Back again: the output has $\\delta = -2$, the hidden layer $\\delta = (-1, -\\frac{1}{2})$.",
)
X, Y = (1, 2), 1
W1, B1, W2, B2 = ((3, -1), (1, -2)), (0, 0), (2, 4), 1
PARAMETERS = ("w11", "w12", "w21", "w22", "b1", "b2", "v1", "v2", "c")
"""The weights of the hidden layer, its biases, the weights of the output and its bias."""
STEP = Fraction(1, 100)
"""How far a parameter is moved to either side for its difference quotient."""
RATE = Fraction(1, 10)


def column(*numbers):
    return np.array(numbers, dtype=float)[:, None]


def network():
    return Network([np.array(W1, dtype=float), np.array([W2], dtype=float)], [column(*B1), column(B2)], softsign)


def exact_loss(w11, w12, w21, w22, b1, b2, v1, v2, c):
    """Half the squared error, written out for these two units, in fractions."""
    first, second = w11 * X[0] + w12 * X[1] + b1, w21 * X[0] + w22 * X[1] + b2
    out = v1 * Fraction(first) / (1 + abs(first)) + v2 * Fraction(second) / (1 + abs(second)) + c
    return (out - Y) ** 2 / 2


@cache
def by_backpropagation():
    """The gradient of each parameter, from the network of this package; all are sums of powers of two, so that nothing is rounded."""
    weights1, weights2, biases1, biases2 = network().gradients(column(*X), column(Y), squared)
    return dict(zip(PARAMETERS, (Fraction(float(g)) for part in (weights1, biases1, weights2, biases2) for g in np.ravel(part)), strict=True))


@cache
def by_differences():
    """The gradient of each parameter from two losses a side, without any rule of differentiation."""
    at = dict(zip(PARAMETERS, (*W1[0], *W1[1], *B1, *W2, B2), strict=True))
    return {name: (exact_loss(**at | {name: at[name] + STEP}) - exact_loss(**at | {name: at[name] - STEP})) / (2 * STEP) for name in PARAMETERS}


@cache
def passed():
    """What the two passes compute: z and a of both layers, the loss, δ of both layers."""
    made = network()
    (z1, z2), (_, a1) = made.forward(column(*X))
    loss, delta2 = squared(z2, column(Y))
    delta1 = made.weights[1].T @ delta2 * softsign.derivative(z1)
    return {
        name: [Fraction(float(v)) for v in np.ravel(values)]
        for name, values in {"z1": z1, "a1": a1, "s1": softsign.derivative(z1), "z2": z2, "loss": loss, "delta2": delta2, "delta1": delta1}.items()
    }


@cache
def after_a_step():
    """The loss after one step of gradient descent."""
    made = network()
    for step in training(made, column(*X), column(Y), squared, gradient_descent(float(RATE))):
        if step == 1:
            break
    return squared(made(column(*X)), column(Y))[0]


def numbers():
    at = dict(zip(PARAMETERS, (*W1[0], *W1[1], *B1, *W2, B2), strict=True))
    moved = exact_loss(**{name: Fraction(at[name]) - RATE * by_backpropagation()[name] for name in PARAMETERS})
    return (
        {f"slope_{name}": slope for name, slope in by_backpropagation().items()}
        | {f"difference_{name}": slope for name, slope in by_differences().items()}
        | {
            "step": STEP,
            "rate": RATE,
            "after": moved,
            "parameters": len(PARAMETERS),
            "worst": max(abs(by_backpropagation()[n] - by_differences()[n]) for n in PARAMETERS),
        }
    )


def holds(drawn):
    one, half = Fraction(1), Fraction(1, 2)
    found = passed()
    return {
        Words("往前算出值，往回算出斜率", "Forward come the values, backward come the slopes"): numbers()["worst"] < Fraction(1, 1000)
        and abs(after_a_step() - float(numbers()["after"])) < 1e-12
        and drawn["delta of the hidden units"][1].tolist() == [float(by_differences_at_z(k)) for k in range(2)],
        Words("隱藏層的$z=(1,-3)$，$a=(\\frac{1}{2},-\\frac{3}{4})$", "The hidden layer has $z = (1, -3)$ and $a = (\\frac{1}{2}, -\\frac{3}{4})$"): (
            found["z1"],
            found["a1"],
        )
        == ([1, -3], [half, -3 * half / 2]),
        Words("輸出是$-1$，目標是$1$，損失是$2$", "the output is $-1$, the target is $1$, and the loss is $2$"): (found["z2"], Y, found["loss"])
        == ([-one], 1, [2 * one]),
        Words("輸出的$\\delta=-2$，隱藏層的$\\delta=(-1,-\\frac{1}{2})$", "the output has $\\delta = -2$, the hidden layer $\\delta = (-1, -\\frac{1}{2})$"): (
            found["delta2"],
            found["delta1"],
        )
        == ([-2 * one], [-one, -half]),
    }


def by_differences_at_z(unit):
    """δ of a hidden unit is the slope by its bias; rounded to where the difference quotient is exact enough."""
    return round(by_differences()[("b1", "b2")[unit]], 3)


def draw(ax, pen):
    blue, orange, ink, muted = (COLOURS[name][0] for name in ("c1", "c2", "ink", "muted"))
    found = passed()
    inputs, hidden, out, last = (0.0, 2.9, 5.9, 8.2)
    high, low, middle = 3.6, 1.5, 2.55
    outside = {high: 1, low: -1}  # labels stand where no line passes
    small, large = (8.5, 9) if pen.narrow else (10.5, 11)

    def spelt(number):
        return str(number).replace("-", "−")

    def say(x, y, words, colour, size):
        ax.text(x, y, words, ha="center", va="center", color=colour, fontsize=size)

    def edge(start, stop, weight=None, at=0.5, gap=0.07):
        """A line from start to stop, with a gap for its weight: no patch behind it, which a dark page would show."""
        start, stop = np.array(start), np.array(stop)
        for begin, end in ((0, 1),) if weight is None else ((0, at - gap), (at + gap, 1)):
            ax.plot(*np.column_stack([start + begin * (stop - start), start + end * (stop - start)]), color=muted, linewidth=1.1, zorder=1)
        if weight is not None:
            say(*(start + at * (stop - start)), spelt(weight), ink, small)

    for j, y in enumerate((high, low)):
        for i, start in enumerate((high, low)):
            edge((inputs, start), (hidden, y), W1[j][i], 0.3)
        edge((hidden, y), (out, middle), W2[j], 0.5)
        nearer, farther = y + 0.5 * outside[y], y + 1.05 * outside[y]
        say(hidden, max(nearer, farther), f"z = {spelt(found['z1'][j])}, a = {spelt(found['a1'][j])}", blue, large)
        say(hidden, min(nearer, farther), f"δ = {spelt(found['delta1'][j])}", orange, large)
    edge((out, middle), (last, middle))
    for i, y in enumerate((high, low)):
        say(inputs, y + 0.5 * outside[y], f"x{'₁₂'[i]} = {X[i]}", blue, large)
    say(out, middle + 0.6, f"z = {spelt(found['z2'][0])}", blue, large)
    say(out, middle - 0.6, f"δ = {spelt(found['delta2'][0])}", orange, large)
    say(last, middle + 0.6, f"L = {spelt(found['loss'][0])}", blue, large)
    for x, ys in ((inputs, (high, low)), (hidden, (high, low)), (out, (middle,)), (last, (middle,))):
        ax.plot([x] * len(ys), ys, "o" if x != last else "s", color=ink, markersize=7, linestyle="none", zorder=3)
    for x, words in ((inputs, Words("輸入", "inputs")), (hidden, Words("隱藏層", "hidden")), (out, Words("輸出", "output")), (last, Words("損失", "loss"))):
        say(x, -0.45, pen.say(words), muted, small)
    pen.keep("z of the hidden units", [1, 2], found["z1"])
    pen.keep("delta of the hidden units", [1, 2], found["delta1"])
    ax.set_xlim(-0.9, 9.0)
    ax.set_ylim(-0.8, 5.1)
    ax.set_axis_off()
