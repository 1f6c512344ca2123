"""The exercises on initialisation: the skill that each asks for, and its answer computed."""

from fractions import Fraction

import numpy as np

from activation_functions import gelu, leaky_relu, relu, sigmoid
from language.words import Words
from mathematics.exercise import Exercise

POINTS, WEIGHTS = np.polynomial.hermite_e.hermegauss(80)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def size(f, q=1.0):
    """The mean square of f(sqrt(q) Z) for a standard normal Z, by Gauss and Hermite's points."""
    return WEIGHTS @ np.square(f(np.sqrt(q) * POINTS))


def spread(bound):
    """The variance of a uniform distribution between -bound and bound, by the midpoints of ten thousand strips."""
    middles = (np.arange(10**4) + 1 / 2) / 10**4 * 2 - 1
    return np.square(bound * middles).mean()


def eight_inputs():
    he = 1 / (8 * size(relu))  # the variance with which the mean square stays
    return {
        Words("變異數是$\\frac{2}{8}=\\frac{1}{4}$", "The variance is $\\frac{2}{8}=\\frac{1}{4}$"): bool(np.isclose(he, 1 / 4)),
        Words("所以$b=\\frac{\\sqrt{3}}{2}$", "so $b=\\frac{\\sqrt{3}}{2}$"): bool(np.isclose(spread(np.sqrt(3) / 2), he)),
    }


def three_inputs():
    def bound(n):
        """As PyTorch computes it: kaiming_uniform_ with a = sqrt(5)."""
        gain = np.sqrt(2 / (1 + 5))
        return np.sqrt(3) * gain / np.sqrt(n)

    times = [1 / (n * size(relu)) / spread(bound(n)) for n in (1, 3, 10, 512)]
    return {
        Words("界限是$\\frac{1}{\\sqrt{3}}$，變異數是$\\frac{1}{9}$", "The bound is $\\frac{1}{\\sqrt{3}}$, the variance $\\frac{1}{9}$"): bool(
            np.isclose(bound(3), 1 / np.sqrt(3)) and np.isclose(spread(bound(3)), 1 / 9)
        ),
        Words("He是$\\frac{2}{3}$，是六倍", "He's is $\\frac{2}{3}$, six times as large"): bool(
            np.isclose(1 / (3 * size(relu)), 2 / 3) and np.isclose(times[1], 6)
        ),
        Words("輸入幾個都一樣", "so it is for any number of inputs"): bool(np.allclose(times, 6)),
    }


def made_larger():
    gains, maps = [], []
    for f in (sigmoid, gelu, np.tanh, leaky_relu):
        g = 1 / np.sqrt(size(f))
        for c in (1 / 3, 2, 7):

            def larger(x, c=c, f=f):
                return c * f(x)

            own = 1 / np.sqrt(size(larger))
            gains.append(np.isclose(own, g / c))
            maps += [np.isclose(own**2 * size(larger, q), g**2 * size(f, q)) for q in (1 / 2, 1 - 1e-3, 1, 1 + 1e-3, 4)]
    return {
        Words("所以增益是$\\frac{g}{c}$", "so the gain is $\\frac{g}{c}$"): all(gains),
        Words("映射一模一樣，斜率不變", "the map is the very same, and so is the slope"): all(maps),
    }


def wide_then_narrow():
    mean = [1 / ((Fraction(n) + m) / 2) for n, m in ((4, 16), (16, 4))]  # the harmonic mean of 1/n and 1/m
    forward = [n * v for n, v in zip((4, 16), mean, strict=True)]
    back = [m * v for m, v in zip((16, 4), mean, strict=True)]
    return {
        Words("兩層的變異數都是$\\frac{2}{20}=\\frac{1}{10}$", "Both layers have the variance $\\frac{2}{20}=\\frac{1}{10}$"): mean == [Fraction(1, 10)] * 2,
        Words(
            "$4\\cdot\\frac{1}{10}=\\frac{2}{5}$，第二層乘上$16\\cdot\\frac{1}{10}=\\frac{8}{5}$",
            "$4\\cdot\\frac{1}{10}=\\frac{2}{5}$, the second by $16\\cdot\\frac{1}{10}=\\frac{8}{5}$",
        ): (forward == [Fraction(2, 5), Fraction(8, 5)]),
        Words("$\\frac{16}{[[5**2]]}$", "$\\frac{16}{[[5**2]]}$"): forward[0] * forward[1] == Fraction(16, 5**2),
        Words("單獨哪一個方向都不剛好", "exact in neither direction by itself"): 1 not in forward + back + [forward[0] * forward[1], back[0] * back[1]],
    }


def held_up_by_biases():
    def after(q, n):
        """One layer of ReLU: n weights of variance 1/(3n) on the mean square of ReLU, and a bias of the same variance."""
        return n * spread(1 / np.sqrt(n)) * size(relu, q) + spread(1 / np.sqrt(n))

    q = np.array([1 / 2, 1, 2])
    fixed = {}
    for n in (4, 100):
        settled = 1.0
        for _ in range(20):
            settled = after(settled, n)
        fixed[n] = settled
    return {
        Words("$q$變成$\\frac{q}{6}+\\frac{1}{3n}$", "$q$ becomes $\\frac{q}{6}+\\frac{1}{3n}$"): all(
            np.isclose(after(each, n), each / 6 + 1 / (3 * n)) for each in q for n in (4, 100)
        ),
        Words("也就是$q=\\frac{2}{5n}$，斜率是$\\frac{1}{6}$", "that is $q=\\frac{2}{5n}$, and the slope is $\\frac{1}{6}$"): all(
            np.isclose(settled, 2 / (5 * n)) for n, settled in fixed.items()
        )
        and bool(np.isclose((after(2.0, 100) - after(1.0, 100)), 1 / 6)),
        Words("約是$10^{[[log(sqrt(2/500))/log(10):2]]}$", "is about $10^{[[log(sqrt(2/500))/log(10):2]]}$"): bool(
            np.isclose(np.log10(np.sqrt(fixed[100])), np.log10(2 / 500) / 2)
        ),
    }


def in_proportion():
    own = [(f, 1 / size(f)) for f in (relu, leaky_relu, abs)]
    q = np.array([1e-3, 1 / 2, 1, 3, 1e3])
    x, c = np.linspace(-5, 5, 41), (1 / 8, 3, 50)
    return {
        Words("$f(\\sqrt{q}\\,Z)=\\sqrt{q}\\,f(Z)$", "$f(\\sqrt{q}\\,Z)=\\sqrt{q}\\,f(Z)$"): all(
            np.allclose(f(each * x), each * f(x)) for f, _ in own for each in c
        ),
        Words("=q\\,g^2\\,\\mathbb{E}f(Z)^2=q$", "=q\\,g^2\\,\\mathbb{E}f(Z)^2=q$"): all(np.isclose(g2 * size(f, each), each) for f, g2 in own for each in q),
        Words("ReLU、Leaky ReLU與絕對值都是這樣", "ReLU, leaky ReLU and the absolute value are such functions"): all(
            np.isclose(g2 * (size(f, 2) - size(f, 1)), 1) for f, g2 in own
        )
        and not np.isclose(size(gelu, 2), 2 * size(gelu)),
    }


EXERCISES = (
    Exercise("computing", eight_inputs),
    Exercise("computing", three_inputs),
    Exercise("deriving", made_larger),
    Exercise("computing", wide_then_narrow),
    Exercise("deriving", held_up_by_biases),
    Exercise("proving", in_proportion),
)
