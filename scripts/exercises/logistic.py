"""The exercises on the logistic neuron: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction

import numpy as np

from activation_functions import relu, sigmoid, step, tanh
from language.words import Words
from mathematics.exercise import Exercise


def loss(w, b, x, y):
    """Cross-entropy of one sample, from its definition."""
    a = 1 / (1 + math.exp(-(w[0] * x[0] + w[1] * x[1] + b)))
    return -math.log(a) if y else -math.log(1 - a)


def another_step():
    x, h = (0, 1), 1e-5
    a = 1 / (1 + math.e)  # sigma(-1)

    def slope(d0, d1, d):
        return (loss((2 + h * d0, -1 / 2 + h * d1), -1 / 2 + h * d, x, 0) - loss((2 - h * d0, -1 / 2 - h * d1), -1 / 2 - h * d, x, 0)) / (2 * h)

    return {
        Words("$z=-\\frac{1}{2}-\\frac{1}{2}=-1$", "$z=-\\frac{1}{2}-\\frac{1}{2}=-1$"): 2 * x[0] - 1 / 2 * x[1] - 1 / 2 == -1,
        Words("$w$的斜率是$(0,a)$，$b$的斜率是$a$", "The slope with respect to $w$ is $(0,a)$ and with respect to $b$ it is $a$"): np.allclose(
            [slope(1, 0, 0), slope(0, 1, 0), slope(0, 0, 1)], [0, a, a], atol=1e-9
        ),
        Words("$a=\\sigma(-1)=[[sigmoid(-1)]]$", "$a=\\sigma(-1)=[[sigmoid(-1)]]$"): math.isclose(sigmoid(-1.0), a),
    }


def threshold():
    chances = [Fraction(k, 300) for k in range(301)]
    yes = [p for p in chances if 2 * (1 - p) < 1 * p]  # the mean cost of saying yes, and of saying no
    return {
        Words("門檻值是$\\frac{2}{3}$", "the threshold is $\\frac{2}{3}$"): yes == [p for p in chances if p > Fraction(2, 3)],
        Words("所以$z>\\ln 2$", "so $z>\\ln 2$"): math.isclose(sigmoid(math.log(2)), 2 / 3),
    }


def noisy_labels():
    z = np.linspace(-5, 5, 10001)
    mean = 3 / 4 * np.logaddexp(0, -z) + 1 / 4 * np.logaddexp(0, z)
    least = 3 / 4 * math.log(4 / 3) + 1 / 4 * math.log(4)
    return {
        Words("最好的$a=\\frac{3}{4}$，$z=\\ln 3$", "The best is $a=\\frac{3}{4}$, so $z=\\ln 3$"): bool(
            abs(z[mean.argmin()] - math.log(3)) <= 1e-3 and abs(sigmoid(z[mean.argmin()]) - 3 / 4) < 1e-3
        ),
        Words("$\\frac{3}{4}\\ln\\frac{4}{3}+\\frac{1}{4}\\ln 4$", "$\\frac{3}{4}\\ln\\frac{4}{3}+\\frac{1}{4}\\ln 4$"): bool(
            least <= mean.min() * (1 + 1e-12) and mean.min() - least < 1e-6
        ),
        Words("降不到零", "It cannot go to zero"): bool(mean.min() > 1 / 2),
    }


def matching_loss_of_tanh():
    nodes, weights = np.polynomial.legendre.leggauss(40)
    areas = [z / 2 * (tanh(z / 2 * (nodes + 1)) @ weights) for z in (-3.0, -1.0, 0.0, 2.0, 4.0)]
    far = np.array([-30.0, 30.0])
    return {
        Words("$\\ln\\cosh z-yz$", "$\\ln\\cosh z-yz$"): np.allclose(areas, [math.log(math.cosh(z)) for z in (-3.0, -1.0, 0.0, 2.0, 4.0)]),
        Words("在$z=0$是零", "its value at $z=0$ is zero"): math.log(math.cosh(0)) == areas[2] == 0,
        Words("所以兩類的答案用$-1$與$1$", "so the two classes have the answers $-1$ and $1$"): np.allclose(tanh(far), [-1, 1], rtol=0, atol=1e-15),
    }


def loss_of_the_perceptron():
    z = np.linspace(-4, 4, 81)
    middles = (np.arange(400) + 1 / 2) / 400
    areas = [each * step(each * middles).mean() for each in z]
    y = np.array([[0.0], [1.0]])
    losses = relu(z) - y * z
    away = z[abs(z) > 1e-9]
    h = 1e-3
    slopes = ((relu(away + h) - y * (away + h)) - (relu(away - h) - y * (away - h))) / (2 * h)
    return {
        Words("得到$\\operatorname{ReLU}(z)$", "is $\\operatorname{ReLU}(z)$"): np.allclose(areas, relu(z)),
        Words(
            "$y=1$時是$\\operatorname{ReLU}(-z)$，$y=0$時是$\\operatorname{ReLU}(z)$",
            "for $y=1$ that is $\\operatorname{ReLU}(-z)$, for $y=0$ it is $\\operatorname{ReLU}(z)$",
        ): np.allclose(losses, [relu(z), relu(-z)]),
        Words("都是凸的", "both are convex"): bool((np.diff(losses, 2) > -1e-12).all()),
        Words("它的斜率是$a-y$", "its slope is $a-y$"): np.allclose(slopes, step(away) - y),
        Words("但$w=0$、$b=0$已經使損失為零", "But $w=0$, $b=0$ already makes the loss zero"): not (relu(0.0) - y * 0).any(),
    }


def two_hidden_units():
    rng = np.random.default_rng(0)
    x = np.linspace(-3, 3, 41)

    def network(p):
        v1, w1, b1, v2, w2, b2, c = p
        return v1 * tanh(w1 * x + b1) + v2 * tanh(w2 * x + b2) + c

    def exchanged(p):
        return np.concatenate([p[3:6], p[:3], p[6:]])

    def one_unit(p):
        return (p[0] + p[3]) * tanh((p[1] + p[4]) / 2 * x + (p[2] + p[5]) / 2) + p[6]

    drawn = rng.standard_normal((50, 7))
    best = np.array([1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 0.0])  # the target is what this network puts out, a bump, and so its loss is zero

    def cost(p):
        return np.square(network(p) - network(best)).mean()

    return {
        Words("互換，網路不變，損失也不變", "the network stays as it is, and so does the loss"): all(
            np.allclose(network(p), network(exchanged(p))) for p in drawn
        )
        and cost(exchanged(best)) < 1e-12,
        Words("等於只有一個隱藏單元", "which amounts to one hidden unit"): all(np.allclose(network((p + exchanged(p)) / 2), one_unit(p)) for p in drawn),
        Words("中點高於兩端的弦", "The midpoint lies above the chord"): bool(
            cost((best + exchanged(best)) / 2) > (cost(best) + cost(exchanged(best))) / 2 + 1e-3
        ),
    }


EXERCISES = (
    Exercise("computing", another_step),
    Exercise("computing", threshold),
    Exercise("computing", noisy_labels),
    Exercise("deriving", matching_loss_of_tanh),
    Exercise("deriving", loss_of_the_perceptron),
    Exercise("proving", two_hidden_units),
)
