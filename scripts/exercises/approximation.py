"""The exercises on approximation: the skill that each asks for, and its answer computed."""

from fractions import Fraction

import numpy as np

from activation_functions import relu
from language.words import Words
from mathematics.exercise import Exercise


def peak():
    x = np.arange(-3, 6) / 1.0
    drawn = relu(x) - 2 * relu(x - 1) + relu(x - 2)
    return {
        Words(
            "$\\operatorname{ReLU}(x)-2\\operatorname{ReLU}(x-1)+\\operatorname{ReLU}(x-2)$",
            "$\\operatorname{ReLU}(x)-2\\operatorname{ReLU}(x-1)+\\operatorname{ReLU}(x-2)$",
        ): list(drawn) == [0, 0, 0, 0, 1, 0, 0, 0, 0],
        Words("斜率依序是$0$、$1$、$-1$、$0$", "The slopes are $0$, $1$, $-1$, $0$ in turn"): list(np.diff(drawn)) == [0, 0, 0, 1, -1, 0, 0, 0],
    }


def pieces(units, rng):
    """The number of straight pieces of a random layer of ReLUs: bends are counted where its slope changes."""
    w, b, v = rng.standard_normal((3, units))
    at = np.sort(-b / w)
    middles = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
    slopes = (v * w) @ (np.outer(w, middles) + b[:, None] > 0)
    return 1 + np.count_nonzero(abs(np.diff(slopes)) > 1e-9)


def how_many_pieces():
    rng = np.random.default_rng(0)
    most = {units: max(pieces(units, rng) for _ in range(50)) for units in range(1, 9)}
    return {
        Words("最多$6$段", "At most $6$ pieces"): most[5] == 6,
        Words("八段至少$7$個單元", "eight pieces take at least $7$ units"): min(units for units, n in most.items() if n >= 8) == 7,
    }


def tent_twice():
    def tent(x):
        return 1 - abs(2 * x - 1)  # the tent of the chapter between 0 and 1, without ReLUs

    grid = np.linspace(0, 1, 65)
    same = (tent(grid) == 2 * relu(grid) - 4 * relu(grid - 1 / 2)).all()
    eighth, five = Fraction(1, 8), Fraction(5, 8)
    return {
        Words("$m(\\frac{1}{8})=\\frac{1}{4}$，$m(\\frac{1}{4})=\\frac{1}{2}$", "$m(\\frac{1}{8})=\\frac{1}{4}$, $m(\\frac{1}{4})=\\frac{1}{2}$"): bool(same)
        and [tent(eighth), tent(tent(eighth))] == [Fraction(1, 4), Fraction(1, 2)],
        Words("$m(\\frac{5}{8})=\\frac{3}{4}$，$m(\\frac{3}{4})=\\frac{1}{2}$", "$m(\\frac{5}{8})=\\frac{3}{4}$, $m(\\frac{3}{4})=\\frac{1}{2}$"): [
            tent(five),
            tent(tent(five)),
        ]
        == [Fraction(3, 4), Fraction(1, 2)],
    }


def squares_twice():
    rng = np.random.default_rng(0)
    x = np.linspace(-1, 1, 200)
    hidden = np.square(np.outer(x, rng.standard_normal(8)) + rng.standard_normal(8))
    features = np.square(hidden @ rng.standard_normal((8, 40)) / 8 + rng.standard_normal(40))
    whole = np.arange(-6, 7)

    def left(target):
        return abs(target - features @ np.linalg.lstsq(features, target, rcond=1e-11)[0]).max()

    first = (whole**2, (whole + 1) ** 2)
    linear = (first[1] - first[0] - 1) // 2
    return {
        Words("最高四次", "Of degree four at most"): np.linalg.matrix_rank(features, tol=1e-8) == 5,
        Words("它們的差含有$x$", "whose difference contains $x$"): bool((linear == whole).all()),
        Words("相減得$4x^3$", "one less the other is $4x^3$"): bool(((first[0] + linear) ** 2 - (first[0] - linear) ** 2 == 4 * whole**3).all())
        and left(x**3) < 1e-6,
        Words("但是$x^5$又不行", "But $x^5$ is out of reach again"): left(x**5) > 1 / 50,
    }


def jump():
    rng = np.random.default_rng(0)
    near = 2.0 ** -np.arange(1, 50)
    errors, sums = [], []
    for _ in range(30):
        w, b, v = rng.standard_normal((3, 8))
        c = rng.standard_normal()

        def g(x, w=w, b=b, v=v, c=c):
            return np.tanh(np.outer(x, w) + b) @ v + c

        errors.append(max(abs(g(-near) - 0).max(), abs(g(near) - 1).max()))
        sums.append((abs(g([0])) + abs(g([0]) - 1))[0])
    return {
        Words("$|g(0)-0|+|g(0)-1|\\ge 1$", "$|g(0)-0|+|g(0)-1|\\ge 1$"): min(sums) >= 1 - 1e-12,
        Words("趨近不小於$\\frac{1}{2}$的數", "tends to a number not below $\\frac{1}{2}$"): min(errors) >= 1 / 2 - 1e-9,
    }


def why_the_square():
    rng = np.random.default_rng(0)
    t = np.linspace(0, 1, 401)
    most, nearer = [], []
    for h in (1 / 4, 1 / 2, 1.0, 2.0):
        x = h * t
        for amplitude, phase in zip(rng.standard_normal((20, 5)), rng.uniform(0, 6, (20, 5)), strict=True):
            k = np.arange(1, 6)
            angle = np.outer(x, k) + phase
            f, second = np.sin(angle) @ amplitude, -np.sin(angle) @ (amplitude * k**2)
            r = f - (f[0] + (f[-1] - f[0]) * t)
            most.append(abs(r).max() / (abs(second).max() * h**2 / 8))
            nearer.append(min(t[abs(r).argmax()], 1 - t[abs(r).argmax()]) * h <= h / 2)

    def off(units):
        x = np.linspace(0, 1, 1921)
        at = np.linspace(0, 1, units + 1)
        return abs(np.exp(x) - np.interp(x, at, np.exp(at))).max()

    parabola = abs(t * t - t).max()  # B = 2 and h = 1: the bound is reached
    return {
        Words("=\\frac{Bh^2}{8}$", "=\\frac{Bh^2}{8}$"): max(most) <= 1 + 1e-3 and bool(np.isclose(parabola, 2 / 8)),
        Words("距離至多$\\frac{h}{2}$", "at most $\\frac{h}{2}$ away"): all(nearer),
        Words("誤差就約剩四分之一", "about a quarter of the error"): abs(off(32) / off(16) - 1 / 4) < 1 / 50,
    }


EXERCISES = (
    Exercise("computing", peak),
    Exercise("counting", how_many_pieces),
    Exercise("computing", tent_twice),
    Exercise("deriving", squares_twice),
    Exercise("proving", jump),
    Exercise("proving", why_the_square),
)
