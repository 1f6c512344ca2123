"""The exercises on scaling: the skill that each asks for, and its answer computed."""

from itertools import product

import numpy as np
import sympy

from language.words import Words
from mathematics.exercise import Exercise

COLUMN = (2, 4, 4, 6)


def standardised(x, column=COLUMN):
    mean = sympy.Rational(sum(column), len(column))
    return (x - mean) / sympy.sqrt(sympy.Rational(sum((each - mean) ** 2 for each in column), len(column)))


def symmetric(x, column=COLUMN):
    """The straight line that takes the least of the column to -1 and the largest to 1."""
    slope, at_zero = np.linalg.solve([[min(column), 1], [max(column), 1]], [-1, 1])
    return slope * x + at_zero


def four_numbers():
    root = sympy.sqrt(2)
    return {
        Words("平均是$4$，變異數是$\\frac{4+0+0+4}{4}=2$", "The mean is $4$ and the variance $\\frac{4+0+0+4}{4}=2$"): (np.mean(COLUMN), np.var(COLUMN))
        == (4, 2),
        Words("標準化得$-\\sqrt{2},0,0,\\sqrt{2}$", "standardised it is $-\\sqrt{2},0,0,\\sqrt{2}$"): [standardised(x) for x in COLUMN] == [-root, 0, 0, root],
        Words("之間得$-1,0,0,1$", "it is $-1,0,0,1$"): bool(np.allclose([symmetric(x) for x in COLUMN], [-1, 0, 0, 1])),
    }


def new_sample():
    return {
        Words("標準化得$2\\sqrt{2}$", "Standardised $2\\sqrt{2}$"): standardised(8) == 2 * sympy.sqrt(2),
        Words("縮放得$2\\cdot\\frac{8-2}{6-2}-1=2$", "scaled $2\\cdot\\frac{8-2}{6-2}-1=2$"): bool(np.isclose(symmetric(8), 2)),
        Words("$8$與$6$就分不開了", "$8$ and $6$ could no longer be told apart"): min(symmetric(8), 1) == min(symmetric(6), 1),
    }


def other_range():
    rng = np.random.default_rng(0)
    w, b, x = rng.standard_normal(5), rng.standard_normal(), rng.random((50, 5))
    u = 2 * x - 1
    return {
        Words("新的輸入是$u=2x-1$，$x=\\frac{u+1}{2}$", "The new input is $u=2x-1$, so $x=\\frac{u+1}{2}$"): [2 * end - 1 for end in (0, 1)] == [-1, 1]
        and bool(np.allclose((u + 1) / 2, x)),
        Words("權重減半，偏置加上權重總和的一半", "half the weights, and half their sum added to the bias"): bool(
            np.allclose(u @ (w / 2) + b + w.sum() / 2, x @ w + b)
        ),
    }


def times_the_rate():
    rng = np.random.default_rng(0)
    metres, target = rng.standard_normal((20, 3)), rng.standard_normal(20)

    def outputs(x, W, b, v, rate, first):
        """What a network with one hidden layer of tanh says at each of thirty steps down the squared error; `first` is the rate of its first weights."""
        said = []
        for _ in range(30):
            a = np.tanh(x @ W + b)
            said.append(a @ v)
            error = (a @ v - target) / len(x)
            delta = np.outer(error, v) * (1 - a * a)
            W, b, v = W - first * x.T @ delta, b - rate * delta.sum(axis=0), v - rate * a.T @ error
        return np.array(said)

    W, b, v = rng.standard_normal((3, 4)), rng.standard_normal(4), rng.standard_normal(4)
    c, rate = 100, 1 / 2
    before = outputs(metres, W, b, v, rate, rate)
    return {
        Words(
            "權重取原來的$10^{-2}$倍，學習率取$c^{-2}\\eta=10^{-4}\\eta$",
            "The weights are $10^{-2}$ times what they were and the rate is $c^{-2}\\eta=10^{-4}\\eta$",
        ): bool(np.allclose(outputs(c * metres, W / c, b, v, rate, rate / c**2), before)),
        Words("只改第一層的權重，不改偏置", "for the first weights alone and not for the biases"): not np.allclose(
            outputs(c * metres, W / c, b, v, rate / c**2, rate / c**2), before
        ),
    }


def mean_meets_weights():
    m, s, r = 3, 2, 5  # inputs are m + s or m - s, and weights r or -r, each as likely: means and variances over all cases are exact
    inputs = np.array(list(product((m - s, m + s), repeat=4)))
    weights = np.array(list(product((-r, r), repeat=4)))
    z = inputs @ weights.T
    n, v = 4, r * r
    rng = np.random.default_rng(0)
    far = (20 + rng.standard_normal((200, 8))) @ rng.standard_normal((8, 500))
    most = np.maximum((far > 0).mean(axis=0), (far < 0).mean(axis=0))
    return {
        Words("平均是$n v s^2$", "on average $n v s^2$"): z.var(axis=0).mean() == n * v * s**2
        and bool(np.allclose(z.var(axis=0), s**2 * (weights**2).sum(axis=1))),
        Words("平方的平均是$n v m^2$", "its square on average $n v m^2$"): (z.mean(axis=0) ** 2).mean() == n * v * m**2
        and bool(np.allclose(z.mean(axis=0), m * weights.sum(axis=1))),
        Words("多數單元的樣本就幾乎全在零的同一側", "most units have nearly all samples on one side of zero"): np.median(most) > 99 / 100,
    }


def skewness():
    def skew(x):
        return np.mean(((x - x.mean()) / x.std()) ** 3)

    rng = np.random.default_rng(0)
    x = rng.exponential(size=500)
    same = [np.isclose(skew(a * x + b), skew(x)) for a, b in zip(rng.uniform(1 / 10, 9, 50), rng.uniform(-9, 9, 50), strict=True)]
    turned = [np.isclose(skew(-a * x + b), -skew(x)) for a, b in zip(rng.uniform(1 / 10, 9, 50), rng.uniform(-9, 9, 50), strict=True)]
    u = 3 * x - 7
    return {
        Words("$u$的平均是$am+b$，標準差是$as$", "The mean of $u$ is $am+b$ and its standard deviation $as$"): bool(
            np.isclose(u.mean(), 3 * x.mean() - 7) and np.isclose(u.std(), 3 * x.std())
        ),
        Words("三次方的平均當然相同", "the mean third powers are the same"): all(same) and skew(x) > 1,
        Words("$a<0$時正負號相反", "For $a<0$ the sign changes"): all(turned),
    }


EXERCISES = (
    Exercise("computing", four_numbers),
    Exercise("computing", new_sample),
    Exercise("deriving", other_range),
    Exercise("deriving", times_the_rate),
    Exercise("deriving", mean_meets_weights),
    Exercise("proving", skewness),
)
