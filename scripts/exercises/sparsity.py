"""The exercises on sparsity: the skill that each asks for, and its answer computed."""

from fractions import Fraction
from itertools import product
from math import erfc, sqrt

import numpy as np

from language.words import Words
from mathematics.exercise import Exercise


def two_shares():
    on = [[k < active for k in range(4)] for active in (2, 3, 1)]
    paths = [all(path) for path in product(*on)]
    return {
        Words("單元是$\\frac{2+3+1}{12}=\\frac{1}{2}$", "Of units $\\frac{2+3+1}{12}=\\frac{1}{2}$"): Fraction(sum(map(sum, on)), 12) == Fraction(1, 2),
        Words("路徑是$\\frac{2}{4}\\cdot\\frac{3}{4}\\cdot\\frac{1}{4}", "Of paths $\\frac{2}{4}\\cdot\\frac{3}{4}\\cdot\\frac{1}{4}"): Fraction(
            sum(paths), len(paths)
        )
        == Fraction(2, 4) * Fraction(3, 4) * Fraction(1, 4),
    }


def one_unit():
    active = []
    for signs in product((-1, 1), repeat=3):
        a = 1.0
        units = []
        for sign in signs:
            a = max(0.0, sign * a)
            units.append(a > 0)
        active.append((units[-1], all(units)))
    return {
        Words("$\\frac{1}{2}\\left(1-\\frac{1}{2}\\right)^2=\\frac{1}{8}$", "$\\frac{1}{2}\\left(1-\\frac{1}{2}\\right)^2=\\frac{1}{8}$"): Fraction(
            sum(unit for unit, _ in active), len(active)
        )
        == Fraction(1, 8),
        Words("單元激活就是整條路徑激活", "that a unit is active means that the whole path is"): all(unit == path for unit, path in active),
    }


def counting_products():
    rng = np.random.default_rng(0)
    W, V, a = rng.standard_normal((16, 16)), rng.standard_normal((16, 16)), np.zeros(16)
    a[[1, 4, 9, 12]] = 1 + rng.random(4)
    used = np.broadcast_to(a != 0, W.shape)
    after = np.maximum(W @ a, 0)
    again = np.broadcast_to(after != 0, V.shape)
    return {
        Words("平常是$16\\cdot 16=[[16*16]]$次", "The usual product makes $16\\cdot 16=[[16*16]]$"): used.size == 16 * 16,
        Words("需要的是$4\\cdot 16=[[4*16]]$次", "$4\\cdot 16=[[4*16]]$ are needed"): used.sum() == 4 * 16
        and bool(np.allclose(W[:, a != 0] @ a[a != 0], W @ a)),
        Words("下一層要看這一層有幾個輸出激活", "it depends on how many outputs of this one are active"): again.sum()
        == 16 * np.count_nonzero(after)
        != used.sum(),
    }


def negative_biases():
    z, step = np.linspace(-12, 12, 240001, retstep=True)
    density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    shares = {b: density[z + b > 0].sum() * step for b in (-1, -2)}
    return {
        Words("大於$1$的機率是$[[1 - Phi(1):3%]]$", "above $1$ with probability $[[1 - Phi(1):3%]]$"): abs(shares[-1] - erfc(1 / sqrt(2)) / 2) < step,
        Words("大於$2$的是$[[1 - Phi(2):2%]]$", "above $2$ with $[[1 - Phi(2):2%]]$"): abs(shares[-2] - erfc(2 / sqrt(2)) / 2) < step,
    }


def means_and_products():
    ticks = []
    for x1, x2 in ((1, 2), (2, 1), (-1, -1)):
        a1, a2, a3 = (max(0, u) for u in (x1, x1 - x2, x2 - x1))
        ticks.append([[a > 0 for a in (a1, a2, a3)], [v > 0 for v in (a1 + a3, a2 - a1, a1 - 2 * a3)]])
    table = np.array(ticks)  # samples, layers, units
    layers = [Fraction(int(table[:, layer].sum()), 9) for layer in range(2)]
    paths = [Fraction(int(np.outer(*sample).sum()), 9) for sample in table]
    rng = np.random.default_rng(0)
    return {
        Words("只是先加橫的或先加直的", "added across first or downwards first"): all(
            np.isclose(each.mean(axis=1).mean(), each.mean(axis=0).mean()) for each in rng.random((100, 5, 7)) < 0.4
        ),
        Words("兩層的平均激活率是$\\frac{4}{9}$與$\\frac{1}{3}$", "the layers' mean shares are $\\frac{4}{9}$ and $\\frac{1}{3}$"): layers
        == [Fraction(4, 9), Fraction(1, 3)],
        Words("乘積是$\\frac{4}{[[3**3]]}$", "their product is $\\frac{4}{[[3**3]]}$"): layers[0] * layers[1] == Fraction(4, 3**3),
        Words(
            "$\\frac{1}{3}\\left(\\frac{2}{9}+\\frac{4}{9}+0\\right)=\\frac{2}{9}$，比較大",
            "$\\frac{1}{3}\\left(\\frac{2}{9}+\\frac{4}{9}+0\\right)=\\frac{2}{9}$, which is larger",
        ): paths == [Fraction(2, 9), Fraction(4, 9), 0] and sum(paths) / 3 == Fraction(2, 9) > layers[0] * layers[1],
    }


def random_biases():
    rng = np.random.default_rng(0)
    inputs = np.concatenate([np.zeros((1, 3)), rng.standard_normal((4, 3))])
    opposite, nonzero, shares = [], [], []
    for _ in range(20):
        a = inputs
        for _ in range(3):
            w, b = rng.standard_normal((3, 3)), rng.standard_normal(3)
            z = a @ w + b
            opposite.append((a @ -w - b == -z).all())
            nonzero.append((z != 0).all())
            shares.append(((z > 0).mean() + (-z > 0).mean()) / 2)  # each draw and its opposite, which are as likely
            a = np.maximum(z, 0)
    return {
        Words("與$-z=(-w)^{\\mathsf T}a+(-b)$一樣可能", "is as likely as $-z=(-w)^{\\mathsf T}a+(-b)$"): all(opposite),
        Words("機率就是零，$a=0$時也是", "has probability zero, for $a=0$ too"): all(nonzero),
        Words("剩下正負各一半", "What remains is positive or negative, half each"): set(shares) == {1 / 2},
    }


EXERCISES = (
    Exercise("counting", two_shares),
    Exercise("computing", one_unit),
    Exercise("counting", counting_products),
    Exercise("computing", negative_biases),
    Exercise("proving", means_and_products),
    Exercise("proving", random_biases),
)
