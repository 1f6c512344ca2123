"""The exercises on outputs that are not zero-centred: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction
from itertools import product

import numpy as np

from activation_functions import relu, sigmoid, tanh
from language.words import Words
from mathematics.exercise import Exercise


def uniform_moments(n, centred=False):
    """E[xxᵀ] of n independent uniform numbers and, last, the 1 of the bias: from ∫xⁱ = 1/(i+1)."""
    mean = 0 if centred else Fraction(1, 2)
    square = Fraction(1, 3) - (Fraction(1, 4) if centred else 0)
    H = [[square if i == j else mean * mean for j in range(n)] + [mean] for i in range(n)]
    return [*H, [mean] * n + [Fraction(1)]]


def bend(H, e):
    return sum(a * b * H[i][j] for i, a in enumerate(e) for j, b in enumerate(e)) / sum(a * a for a in e)


def condition(H):
    values = np.linalg.eigvalsh(np.array(H, float))
    return values[-1] / values[0]


def tanh_after_relu():
    rng = np.random.default_rng(0)
    inputs = tanh(relu(rng.standard_normal((500, 6))))
    gradients = rng.standard_normal((500, 1)) * inputs  # one sample a row: delta times the input
    return {
        Words("輸入不是負數，$\\tanh$的輸出就不是負數", "From inputs that are not negative, $\\tanh$ makes outputs that are not negative"): bool(
            (inputs >= 0).all()
        ),
        Words("單一樣本的梯度不會有相反的正負號", "the gradients of one sample cannot have opposite signs"): not (
            (gradients > 0).any(axis=1) & (gradients < 0).any(axis=1)
        ).any(),
        Words("輸入為零時，那個權重的梯度是零", "a weight whose input is zero has gradient zero"): bool((inputs == 0).any())
        and not gradients[inputs == 0].any(),
    }


def into_which_quadrant():
    def gradients(x, h=1e-3):
        """From differences of half the squared error, at weights whose output is above the target by 1."""
        w = np.array([0.5, 0.25])
        target = w @ x - 1
        return np.array([((w + h * e) @ x - target) ** 2 - ((w - h * e) @ x - target) ** 2 for e in np.eye(2)]) / (4 * h)

    first, second = gradients(np.array([2.0, 3.0])), gradients(np.array([2.0, -3.0]))
    return {
        Words("梯度是$(2,3)$，兩個權重一起變小", "the gradients are $(2,3)$, and both weights get smaller"): np.allclose(first, [2, 3])
        and bool((-first < 0).all()),
        Words("梯度是$(2,-3)$：一個變小，一個變大", "they are $(2,-3)$: one weight gets smaller, the other larger"): np.allclose(second, [2, -3])
        and list(np.sign(-second)) == [-1, 1],
    }


def four_times():
    z = np.linspace(-9, 9, 4001)
    density = np.exp(-z * z / 2) / np.exp(-z * z / 2).sum()
    means, spreads = zip(*((f @ density, f**2 @ density - (f @ density) ** 2) for f in (sigmoid(k * z) for k in (1, 4, 400))), strict=True)
    ratios = [m * m / s for m, s in zip(means, spreads, strict=True)]

    def with_bias(m, s, n):
        H = np.full((n + 1, n + 1), m * m) + s * np.eye(n + 1)
        H[-1], H[:, -1], H[-1, -1] = m, m, 1
        return condition(H)

    return {
        Words("兩種都變小", "Down in both cases"): all(1 + n * ratios[1] < 1 + n * ratios[0] for n in (2, 50))
        and all(with_bias(means[1], spreads[1], n) < with_bias(means[0], spreads[0], n) for n in (2, 5, 50)),
        Words("平均值仍是$\\frac{1}{2}$", "their mean is still $\\frac{1}{2}$"): np.allclose(means, 1 / 2),
        Words("最多到$\\frac{1}{4}$", "to $\\frac{1}{4}$ at most"): spreads[0] < spreads[1] < spreads[2] < 1 / 4,
        Words("降向$1$", "towards $1$"): ratios[0] > ratios[1] > ratios[2] > 1 and abs(ratios[2] - 1) < 1e-1,
    }


def flattest_direction():
    H, centred = uniform_moments(2), uniform_moments(2, centred=True)
    plain = [row[:2] for row in H[:2]]
    e = (1, 1, -1)
    values = np.linalg.eigvalsh(np.array(H, float))
    others = sorted(values, key=lambda value: abs(value - 1 / 12))[1:]
    return {
        Words("得$\\frac{1}{18}$", "it is $\\frac{1}{18}$"): bend(H, e) == Fraction(1, 18),
        Words("沒有偏置時是$\\frac{1}{12}$", "without a bias it is $\\frac{1}{12}$"): math.isclose(np.linalg.eigvalsh(np.array(plain, float))[0], 1 / 12),
        Words("沿著$(1,-1,0)$的特徵值仍是$\\frac{1}{12}$", "along $(1,-1,0)$ the eigenvalue is still $\\frac{1}{12}$"): [row[0] - row[1] for row in H]
        == [Fraction(1, 12), Fraction(-1, 12), 0],
        Words("和是$\\frac{19}{12}$，積是$\\frac{1}{12}$", "add up to $\\frac{19}{12}$ and have the product $\\frac{1}{12}$"): math.isclose(
            sum(others), 19 / 12
        )
        and math.isclose(math.prod(others), 1 / 12),
        Words("大約是沒有偏置的四倍", "roughly four times what it is without a bias"): abs(condition(H) / condition(plain) - 4) < 1e-1,
        Words("沿著$e$的彎曲程度變成$\\frac{7}{18}$", "the curvature along $e$ is now $\\frac{7}{18}$"): bend(centred, e) == Fraction(7, 18),
        Words("$\\kappa=12$", "$\\kappa=12$"): math.isclose(condition(centred), 12),
    }


def leaning_no_way():
    for_all = []
    for n in (1, 2, 5):
        x = np.array([(*signs, 1) for signs in product((-1, 1), repeat=n)])  # every case, with equal chances, and the input of the bias
        for_all.append(x.T @ x / len(x))
    return {
        Words("所以$H=I$，$\\kappa=1$", "so $H=I$ and $\\kappa=1$"): all(np.array_equal(H[:-1, :-1], np.eye(len(H) - 1)) for H in for_all),
        Words("矩陣仍是$I$，$\\kappa$仍是$1$", "the matrix is $I$ again and $\\kappa$ is still $1$"): all(np.array_equal(H, np.eye(len(H))) for H in for_all),
    }


def limit_for_two():
    H = uniform_moments(2)
    correlation = H[0][1] / H[0][0]
    t = np.linspace(-9, 9, 20001)
    below = np.cumsum(np.exp(-t * t / 2)) / np.exp(-t * t / 2).sum()
    chance = 2 * (np.interp(math.sqrt(3) * t, t, below) ** 2) @ np.exp(-t * t / 2) / np.exp(-t * t / 2).sum()  # the chapter's integral, for n = 2
    rng = np.random.default_rng(0)
    drawn = rng.standard_normal((2000, 20))[:, :, None] * rng.random((2000, 20, 2))
    signs = np.sign(drawn.sum(axis=1))
    return {
        Words("所以$r^2=3$", "so $r^2=3$"): H[0][1] / (H[0][0] - H[0][1]) == 3,
        Words("$\\rho=\\frac{r^2}{1+r^2}=\\frac{3}{4}$", "$\\rho=\\frac{r^2}{1+r^2}=\\frac{3}{4}$"): correlation == Fraction(3, 4),
        Words("$\\frac{1}{2}+\\frac{1}{\\pi}\\arcsin\\rho$", "$\\frac{1}{2}+\\frac{1}{\\pi}\\arcsin\\rho$"): bool(
            abs(chance - (1 / 2 + math.asin(3 / 4) / math.pi)) < 1e-3 and abs((signs[:, 0] == signs[:, 1]).mean() - chance) < 5e-2
        ),
    }


EXERCISES = (
    Exercise("reading", tanh_after_relu),
    Exercise("computing", into_which_quadrant),
    Exercise("deriving", four_times),
    Exercise("computing", flattest_direction),
    Exercise("proving", leaning_no_way),
    Exercise("deriving", limit_for_two),
)
