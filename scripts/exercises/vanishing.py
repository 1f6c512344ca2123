"""The exercises on vanishing gradients: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction
from itertools import accumulate
from operator import mul

import numpy as np

from activation_functions import identity, relu, sigmoid, tanh
from derivations.widest_window import numbers as certified
from language.words import Words
from mathematics.exercise import Exercise


def chain_of_three():
    def ratio(w, h=1e-5):
        """The first delta over the third: how far z₃ moves with z₁, where every bias is such that all z are zero."""

        def third(z):
            for _ in range(2):
                z = w * sigmoid(z) - w / 2
            return z

        return float(third(h) - third(-h)) / (2 * h)

    return {
        Words("所以是$\\frac{1}{4}$倍", "so it is $\\frac{1}{4}$"): math.isclose(ratio(2), 1 / 4, rel_tol=1e-6),
        Words("權重就得是$4$", "the weight has to be $4$"): math.isclose(ratio(4), 1, rel_tol=1e-6) and math.isclose(4 * sigmoid.derivative(0.0), 1),
    }


def which_layers():
    rng = np.random.default_rng(0)
    weights, slopes = rng.standard_normal((11, 3, 3)), rng.random((11, 3))  # by the number of the layer, from 1 to 10
    last = rng.standard_normal(3)

    def seventh(weights, slopes):
        """δ₇ from δ₁₀, by the recursion."""
        delta = last
        for layer in (9, 8, 7):
            delta = slopes[layer] * (weights[layer + 1].T @ delta)
        return delta

    def matters(values, put):
        kept = seventh(weights, slopes)
        found = []
        for layer in range(1, 11):
            changed = values.copy()
            changed[layer] += 1
            if not np.allclose(put(changed), kept):
                found.append(layer)
        return found

    return {
        Words("權重是$W_8$、$W_9$、$W_{10}$", "The weights $W_8$, $W_9$ and $W_{10}$"): matters(weights, lambda other: seventh(other, slopes)) == [8, 9, 10],
        Words("斜率是第$7$、$8$、$9$層的", "the slopes of layers $7$, $8$ and $9$"): matters(slopes, lambda other: seventh(weights, other)) == [7, 8, 9],
    }


def fastest_change():
    place = math.log(2 + math.sqrt(3))
    x = np.linspace(-12, 12, 4801)
    change = abs(sigmoid.second(x))
    beyond = abs(sigmoid.second(np.linspace(place, 30, 500)))
    before = abs(sigmoid.second(np.linspace(0, place, 100)))
    return {
        Words("$x=\\pm\\ln(2+\\sqrt{3})$", "$x=\\pm\\ln(2+\\sqrt{3})$"): bool(
            abs(abs(x[change.argmax()]) - place) < 5e-3 and change.max() <= abs(sigmoid.second(place)) * (1 + 1e-12)
        ),
        Words("在$x=0$，斜率最大，變化率卻是$0$", "At $x=0$ the slope is greatest, yet its rate of change is $0$"): bool(
            sigmoid.second(0.0) == 0 and sigmoid.derivative(x).max() == sigmoid.derivative(0.0)
        ),
        Words("所以這句話要過了$\\ln(2+\\sqrt{3})$才成立", "So the saying holds only beyond $\\ln(2+\\sqrt{3})$"): bool(
            (np.diff(beyond) < 0).all() and (np.diff(before) > 0).all()
        ),
    }


def guess_the_gain():
    nodes, weights = np.polynomial.hermite_e.hermegauss(60)
    weights = weights / weights.sum()

    def mean(values):
        """The mean over a standard normal number; the rule takes both signs alike, and has no node at zero."""
        return float(values @ weights)

    def chi(f):
        return mean(np.square(f.derivative(nodes))) / mean(np.square(f(nodes)))

    return {
        Words("恆等函數與ReLU都是這樣的函數", "The identity and ReLU are such functions"): math.isclose(chi(identity), 1) and math.isclose(chi(relu), 1),
        Words("兩個期望值都是$[[relu.slope_moment:1]]$", "both expectations are $[[relu.slope_moment:1]]$"): math.isclose(mean(np.square(relu(nodes))), 1 / 2)
        and math.isclose(mean(np.square(relu.derivative(nodes))), 1 / 2),
    }


def below_one():
    terms = range(2, 200)
    squares = list(accumulate((1 - Fraction(1, k * k) for k in terms), mul))
    plain = list(accumulate((1 - Fraction(1, k) for k in terms), mul))
    return {
        Words("$\\frac{1}{2}\\cdot\\frac{m+2}{m+1}$，趨近$\\frac{1}{2}$", "$\\frac{1}{2}\\cdot\\frac{m+2}{m+1}$ remains, which tends to $\\frac{1}{2}$"): all(
            product == Fraction(m + 2, 2 * (m + 1)) for m, product in enumerate(squares, 1)
        ),
        Words("前$m$個相乘剩下$\\frac{1}{m+1}$", "the first $m$ of them leave $\\frac{1}{m+1}$"): all(
            product == Fraction(1, m + 1) for m, product in enumerate(plain, 1)
        ),
    }


def window_of_tanh():
    def width(f, w):
        """How wide the inputs are whose factor w f'(wa) is at least 1, by halving; without a bias the window is around zero."""
        low, high = np.zeros_like(w), np.full_like(w, 9.0)
        for _ in range(36):
            middle = (low + high) / 2
            inside = w * f.derivative(w * middle) >= 1
            low, high = np.where(inside, middle, low), np.where(inside, high, middle)
        return 2 * low

    weights = np.linspace(1, 6, 101)
    found = width(tanh, weights)
    z = np.linspace(-4, 4, 81)
    best = weights[found.argmax()]
    t, window = math.acosh(math.sqrt(best)), certified()
    return {
        Words("所以$|w|\\ge 1$就會出現", "so $|w|\\ge 1$ is enough"): bool(
            tanh.derivative(z).max() == tanh.derivative(0.0) == 1 and width(tanh, np.array([1.01]))[0] > 0
        ),
        Words("$\\tanh'(z)=4\\sigma'(2z)$", "$\\tanh'(z)=4\\sigma'(2z)$"): np.allclose(tanh.derivative(z), 4 * sigmoid.derivative(2 * z)),
        Words("$\\frac{2}{w}\\operatorname{artanh}\\sqrt{1-\\frac{1}{w}}$", "$\\frac{2}{w}\\operatorname{artanh}\\sqrt{1-\\frac{1}{w}}$"): np.allclose(
            found, 2 / weights * np.arctanh(np.sqrt(1 - 1 / weights)), atol=1e-6
        ),
        Words("$\\frac{4}{w}\\operatorname{artanh}\\sqrt{1-\\frac{4}{w}}$", "$\\frac{4}{w}\\operatorname{artanh}\\sqrt{1-\\frac{4}{w}}$"): np.allclose(
            width(sigmoid, 4 * weights), 1 / weights * np.arctanh(np.sqrt(1 - 1 / weights)), atol=1e-6
        ),
        Words(
            "寬$[[2 * widest_window.width]]$，權重$[[widest_window.weight / 4]]$",
            "a width of $[[2 * widest_window.width]]$ at a weight of $[[widest_window.weight / 4]]$",
        ): abs(found.max() - 2 * float(window["width"].mid())) < 1e-3 and abs(best - float(window["weight"].mid()) / 4) < 5e-2,
        Words("同樣在$2t\\tanh t=1$最大", "again largest where $2t\\tanh t=1$"): abs(2 * t * math.tanh(t) - 1) < 3e-2
        and np.allclose(found, 2 * width(sigmoid, 4 * weights), atol=1e-6),
    }


EXERCISES = (
    Exercise("computing", chain_of_three),
    Exercise("reading", which_layers),
    Exercise("deriving", fastest_change),
    Exercise("deriving", guess_the_gain),
    Exercise("proving", below_one),
    Exercise("deriving", window_of_tanh),
)
