"""The exercises on properties: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction

import numpy as np

from activation_functions import relu, sigmoid, sine, softplus, tanh
from language.words import Words
from mathematics.exercise import Exercise

X = np.linspace(-40, 40, 8001)


def has(f):
    """Which of the four properties show on a fine grid: differentiable at every point, monotone, bounded, odd."""
    left, right = (f(X) - f(X - 1e-6)) / 1e-6, (f(X + 1e-6) - f(X)) / 1e-6
    values, far = f(X), np.array([-1e6, 1e6])
    return {
        "differentiable": bool(abs(left - right).max() < 1e-3),
        "monotone": bool((np.diff(values) >= 0).all() or (np.diff(values) <= 0).all()),
        "bounded": bool(abs(f(far)).max() <= abs(values).max() + 1e-9),
        "odd": bool(np.allclose(f(-X), -values)),
    }


def roll_call():
    names = {f: [name for name, so in has(f).items() if so] for f in (relu, tanh, sine)}
    return {
        Words("ReLU只有單調", "ReLU is monotone only"): names[relu] == ["monotone"],
        Words("$\\tanh$四樣都有", "$\\tanh$ has all four"): len(names[tanh]) == 4,
        Words("$\\sin$處處可微、有界、是奇函數，但不單調", "$\\sin$ is differentiable everywhere, bounded and odd, but not monotone"): names[sine]
        == ["differentiable", "bounded", "odd"],
    }


def lipschitz_constants():
    def steepest(f):
        """The steepest chord between neighbours of the grid, which no Lipschitz constant may be below."""
        x = np.linspace(-2, 2, 40001)
        return (abs(np.diff(f(x))) / np.diff(x)).max()

    return {
        Words("斜率是$0$或$3$，常數是$3$", "is $0$ or $3$, and the constant is $3$"): math.isclose(steepest(lambda x: np.maximum(0, 3 * x)), 3, rel_tol=1e-9),
        Words("斜率最大在$x=0$，是$2\\cdot5\\cdot1=10$", "is steepest at $x=0$, where the slope is $2\\cdot5\\cdot1=10$"): math.isclose(
            steepest(lambda x: 2 * np.tanh(5 * x)), 10, rel_tol=1e-6
        )
        and math.isclose(10 * tanh.derivative(0.0), 10),
    }


def squeezed():
    nodes, weights = np.polynomial.hermite_e.hermegauss(80)
    weights = weights / weights.sum()
    outputs = sigmoid(2 + nodes)
    mean = outputs @ weights
    normalised = (outputs - mean) / math.sqrt(np.square(outputs - mean) @ weights)
    return {
        Words("其實低一些", "in truth somewhat less"): sigmoid(2.0) - 5e-2 < mean < sigmoid(2.0) - 2e-2,
        Words("離零很遠，也不是$\\frac{1}{2}$", "which is far from zero, and not $\\frac{1}{2}$ either"): mean > 3 / 4,
        Words("做完以後平均是零、標準差是一", "afterwards the mean is zero and the standard deviation one"): abs(normalised @ weights) < 1e-12
        and math.isclose(np.square(normalised) @ weights, 1),
        Words("壓縮只保證不出界", "Squeezing promises only that nothing leaves the range"): bool(((outputs > 0) & (outputs < 1)).all()),
    }


def bound_of_a_network():
    def bound(constant):
        return 2 * constant * 2 * constant * 2 * Fraction(1, 10)

    rng = np.random.default_rng(0)
    layers = [2 * W / np.linalg.norm(W, 2) for W in rng.standard_normal((3, 4, 4))]

    def farthest(f):
        """How far the output moves, at most, over pairs of inputs that are 1/10 apart."""
        x, direction = rng.standard_normal((2, 4, 500))
        pairs = [x, x + direction / np.linalg.norm(direction, axis=0) / 10]
        for W in layers[:-1]:
            pairs = [f(W @ each) for each in pairs]
        return np.linalg.norm(layers[-1] @ (pairs[1] - pairs[0]), axis=0).max()

    return {
        Words("\\frac{1}{10}=\\frac{1}{20}$", "\\frac{1}{10}=\\frac{1}{20}$"): bound(Fraction(1, 4)) == Fraction(1, 20) and farthest(sigmoid) <= 1 / 20,
        Words("\\frac{1}{10}=\\frac{4}{5}$", "\\frac{1}{10}=\\frac{4}{5}$"): bound(1) == Fraction(4, 5) and farthest(relu) <= 4 / 5,
    }


def bounded_and_convex():
    rng = np.random.default_rng(0)
    x = np.linspace(-50, 50, 101)
    above = []
    for u, v, w in rng.standard_normal((200, 3)):  # convex functions: the largest of lines, and a square

        def f(x, u=u, v=v, w=w):
            return np.maximum(u * x + v, v * x + w) + w * w * x * x

        a, b = sorted(rng.uniform(-3, 3, 2))
        chord = f(a) + (f(b) - f(a)) / (b - a) * (x - a)
        outside = x > b if f(a) < f(b) else x < a
        above.append((f(x)[outside] >= chord[outside] - 1e-9).all() and chord[outside].max() > max(f(a), f(b)))
    return {
        Words("凸函數在$b$的右邊不低於這條直線", "to the right of $b$ a convex function is nowhere below that line"): all(above),
        Words("例如ReLU、Softplus，都不可能有界", "such as ReLU and softplus, cannot be bounded"): all(
            (np.diff(f(X), 2) > -1e-9).all() and f(1e6) >= 1e6 and f(-1.0) != f(1.0) for f in (relu, softplus)
        ),
    }


def no_lipschitz_constant():
    x = np.arange(-50, 51)
    cubes = [Fraction(int(k)) ** 3 for k in x]
    ramps = np.arange(1, 30)

    def sum_of_ramps(x):
        """The arctangent and, at every whole number k, a smooth ramp of height 2**-k over a width of 8**-k."""
        return math.atan(x) + (2.0**-ramps * (1 + np.tanh((x - ramps) * 8.0**ramps)) / 2).sum()

    steepness = [(sum_of_ramps(k + h) - sum_of_ramps(k - h)) / (2 * h) for k in (1, 3, 5, 7) for h in [8.0**-k / 100]]
    values = [sum_of_ramps(each) for each in np.linspace(-40, 40, 401)]
    return {
        Words("$x^3$，斜率$3x^2$沒有上界", "$x^3$, for example: its slope $3x^2$ has no upper bound"): all(
            b > a for a, b in zip(cubes, cubes[1:], strict=False)
        )
        and all((Fraction(k + 1) ** 3 - Fraction(k) ** 3) > 3 * k * k for k in (1, 10, 10**6)),
        Words("斜率就沒有上界，函數仍有界", "The slope then has no bound, and the function still has"): all(
            b > 3 * a for a, b in zip(steepness, steepness[1:], strict=False)
        )
        and max(map(abs, values)) < math.pi / 2 + 1
        and bool((np.diff(values) > 0).all()),
    }


EXERCISES = (
    Exercise("reading", roll_call),
    Exercise("computing", lipschitz_constants),
    Exercise("computing", squeezed),
    Exercise("computing", bound_of_a_network),
    Exercise("proving", bounded_and_convex),
    Exercise("proving", no_lipschitz_constant),
)
