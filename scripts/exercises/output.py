"""The exercises on the output layer: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction

import numpy as np

from activation_functions import identity, sigmoid, softmax
from language.words import Words
from mathematics.exercise import Exercise


def loss(z, right):
    """Cross-entropy of softmax, from the scores."""
    return np.log(np.exp(z).sum(axis=-1)) - z[..., right]


def three_shares():
    exponentials = [Fraction(3), Fraction(2), Fraction(1)]
    shares = [each / sum(exponentials) for each in exponentials]
    z, h = np.log([3.0, 2.0, 1.0]), 1e-5
    slopes = [(loss(z + h * e, 2) - loss(z - h * e, 2)) / (2 * h) for e in np.eye(3)]
    return {
        Words("機率是$\\frac{1}{2}$、$\\frac{1}{3}$、$\\frac{1}{6}$", "the probabilities $\\frac{1}{2}$, $\\frac{1}{3}$, $\\frac{1}{6}$"): shares
        == [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
        and np.allclose(softmax(z), [1 / 2, 1 / 3, 1 / 6]),
        Words("損失是$\\ln 6$", "The loss is $\\ln 6$"): math.isclose(loss(z, 2), math.log(6)),
        Words(
            "$\\frac{1}{2}$、$\\frac{1}{3}$、$-\\frac{5}{6}$，加起來是零", "$\\frac{1}{2}$, $\\frac{1}{3}$, $-\\frac{5}{6}$, and add up to zero"
        ): np.allclose(slopes, [1 / 2, 1 / 3, -5 / 6]) and abs(sum(slopes)) < 1e-9,
    }


def choose_the_layer():
    z = np.linspace(-30, 30, 61)
    several = sigmoid(np.array([3.0, 2.0, -4.0]))  # three styles, two of which are likely
    one = softmax(np.array([3.0, 2.0, -4.0]))
    any_number = np.array_equal(identity(z), z)
    one_probability = bool(((sigmoid(z) > 0) & (sigmoid(z) < 1)).all()) and np.allclose(sigmoid(z) + sigmoid(-z), 1)
    many_at_once = several.sum() > 1 and (several > 1 / 2).sum() == 2
    one_of_many = math.isclose(one.sum(), 1) and (one > 1 / 2).sum() == 1
    return {
        Words("恆等函數、Sigmoid、每種曲風一個Sigmoid、softmax", "the identity, a sigmoid, a sigmoid for each style, softmax"): all(
            (any_number, one_probability, many_at_once, one_of_many)
        )
    }


def how_warm():
    T = 2 / math.log(3)
    larger = [1 / (1 + math.exp(-2 / each)) for each in (T - 1e-3, T, T + 1e-3)]
    return {
        Words("勝算要是三比一", "The odds must be three to one"): Fraction(3, 4) / (1 - Fraction(3, 4)) == 3,
        Words("$T=2/\\ln 3$", "$T=2/\\ln 3$"): math.isclose(larger[1], 3 / 4) and larger[0] > 3 / 4 > larger[2],
    }


def jacobian():
    rng = np.random.default_rng(0)
    z, h = rng.standard_normal(4), 1e-5
    J = np.array([(softmax(z + h * e) - softmax(z - h * e)) / (2 * h) for e in np.eye(4)]).T
    p = softmax(z)
    inside, outside = np.diag(J), J[~np.eye(4, dtype=bool)]
    return {
        Words("$i=j$時是$p_i(1-p_i)$", "It is $p_i(1-p_i)$ for $i=j$"): np.allclose(inside, p * (1 - p), atol=1e-9),
        Words("$i\\ne j$時是$-p_ip_j$", "$-p_ip_j$ for $i\\ne j$"): np.allclose(outside, -np.outer(p, p)[~np.eye(4, dtype=bool)], atol=1e-9),
        Words("每一橫列加起來是零", "Each row adds up to zero"): np.allclose(J.sum(axis=1), 0, atol=1e-9),
        Words("每個分數加同一個數，機率不變", "adding one number to every score changes no probability"): np.allclose(softmax(z + 7), p),
        Words("沒有反矩陣", "has no inverse"): np.linalg.matrix_rank(J, tol=1e-8) < 4,
    }


def done_twice():
    rng = np.random.default_rng(0)
    least = math.log(math.e + 2) - 1
    drawn = loss(softmax(20 * rng.standard_normal((2000, 3))), 0)
    ahead = np.array([[k, 0.0, 0.0] for k in (1.0, 5.0, 10.0, 20.0)])
    losses = loss(softmax(ahead), 0)
    slopes = (loss(softmax(ahead + [1e-4, 0, 0]), 0) - loss(softmax(ahead - [1e-4, 0, 0]), 0)) / 2e-4
    return {
        Words("損失是$\\ln(e+2)-1$", "a loss of $\\ln(e+2)-1$"): math.isclose(loss(np.array([1.0, 0.0, 0.0]), 0), least)
        and (drawn >= least * (1 - 1e-12)).all(),
        Words("softmax只能趨近它，到不了", "softmax can come close to it and never reach it"): (losses > least).all()
        and (np.diff(losses) < 0).all()
        and losses[-1] - least < 1e-8,
        Words("網路的斜率也趨近零", "the slopes of the network tend to zero too"): (np.diff(abs(slopes)) < 0).all() and abs(slopes[-1]) < 1e-8,
    }


def nothing_changes():
    rng = np.random.default_rng(0)
    x, right = rng.standard_normal((30, 2)), rng.integers(0, 3, 30)
    W, b = rng.standard_normal((3, 2)), rng.standard_normal(3)

    def mean_loss(W, b):
        z = x @ W.T + b
        return (np.log(np.exp(z).sum(axis=1)) - z[np.arange(30), right]).mean()

    fixed = mean_loss(W - W[2], b - b[2])  # the last class has w = 0 and b = 0
    freedom = mean_loss(W - W[2] + [1, 0], b - b[2])
    two = softmax(np.array([[s, 0.0] for s in (-3.0, 0.0, 2.0)]))[:, 0]
    return {
        Words("不變，因為每個分數都加了同一個數", "It does not, because every score has had the same number added"): all(
            math.isclose(mean_loss(W + v, b), mean_loss(W, b)) for v in rng.standard_normal((5, 2))
        ),
        Words("固定其中一類的$w$與$b$是零", "Fixing $w$ and $b$ of one class at zero"): math.isclose(fixed, mean_loss(W, b)) and math.isclose(fixed, freedom),
        Words("兩類時剩下的正是邏輯神經元", "with two classes, what is left is the logistic neuron"): np.allclose(two, sigmoid(np.array([-3.0, 0.0, 2.0]))),
    }


EXERCISES = (
    Exercise("computing", three_shares),
    Exercise("choosing", choose_the_layer),
    Exercise("computing", how_warm),
    Exercise("deriving", jacobian),
    Exercise("deriving", done_twice),
    Exercise("proving", nothing_changes),
)
