"""The exercises on nonlinearity: the skill that each asks for, and its answer computed."""

import numpy as np

from activation_functions import relu
from language.words import Words
from mathematics.exercise import Exercise


def with_biases():
    rng = np.random.default_rng(0)
    W, v, c, d = rng.integers(-3, 4, (3, 2)), rng.integers(-3, 4, 3), rng.integers(-3, 4, 3), 2

    def output(x, c=c, d=d):
        return v @ (W @ x + c) + d

    moved = np.array([5, 1, -2])  # other biases with the same sum v·c + d
    same = d + v @ c - v @ moved
    x = rng.integers(-9, 10, (20, 2))
    return {
        Words("輸出多了常數$w_7c_1+w_8c_2+w_9c_3+d$", "The output gains the constant $w_7c_1+w_8c_2+w_9c_3+d$"): all(
            output(p) - v @ W @ p == v @ c + d for p in x
        ),
        Words("它不為零時，直線不通過原點", "Unless that is zero, the line misses the origin"): output(np.zeros(2, int)) == v @ c + d != 0,
        Words("四個偏置只透過這一個和起作用", "The four biases act through this one sum"): all(output(p) == output(p, moved, same) for p in x),
    }


def opposite_of_xor():
    s = np.array([0.0, 1.0, 2.0])
    return {
        Words("$1-\\operatorname{ReLU}(s)+2\\,\\operatorname{ReLU}(s-1)$", "$1-\\operatorname{ReLU}(s)+2\\,\\operatorname{ReLU}(s-1)$"): list(
            1 - relu(s) + 2 * relu(s - 1)
        )
        == [1, 0, 1]
    }


def absolute_value():
    x = np.linspace(-4, 4, 81)
    rng = np.random.default_rng(0)
    level = []
    for v, w, b, c in rng.standard_normal((200, 4)):
        far = v * relu(w * np.array([-1e6, -2e6, 1e6, 2e6]) + b) + c
        level.append(far[0] == far[1] or far[2] == far[3])
    return {
        Words("$|x|=\\operatorname{ReLU}(x)+\\operatorname{ReLU}(-x)$", "$|x|=\\operatorname{ReLU}(x)+\\operatorname{ReLU}(-x)$"): bool(
            (relu(x) + relu(-x) == abs(x)).all()
        ),
        Words("有一邊是水平的", "is level on one side"): all(level),
    }


def merge_two_layers():
    x = np.arange(-5, 6)
    rng = np.random.default_rng(0)
    A, B = rng.integers(-3, 4, (2, 2, 2))
    return {
        Words("$-3(2x+1)+4=-6x+1$", "$-3(2x+1)+4=-6x+1$"): bool((-3 * (2 * x + 1) + 4 == -6 * x + 1).all()),
        Words("$2(-3x+4)+1=-6x+9$", "$2(-3x+4)+1=-6x+9$"): bool((2 * (-3 * x + 4) + 1 == -6 * x + 9).all()),
        Words("連斜率也會不一樣", "the slope may differ too"): bool((A @ B != B @ A).any()),
    }


def squares():
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    x = np.linspace(-1, 1, 400)
    rng = np.random.default_rng(0)
    features = np.square(np.outer(x, rng.standard_normal(50)) + rng.standard_normal(50))  # fifty hidden units with the square
    left = abs(x**3 - features @ np.linalg.lstsq(features, x**3, rcond=None)[0]).max()
    return {
        Words("$(x_1-x_2)^2$就是XOR", "$(x_1-x_2)^2$ is XOR"): [(a - b) ** 2 for a, b in corners] == [0, 1, 1, 0],
        Words("層數固定時，次數也固定，再寬都不會變", "with a fixed number of layers the degree is fixed, however wide they are"): np.linalg.matrix_rank(
            features, tol=1e-8
        )
        == 3
        and left > 1 / 10,
    }


def two_factors():
    rng = np.random.default_rng(0)
    u, w = rng.uniform(-4, 4, 1000), rng.uniform(-4, 4, 1000)
    costs = (u**2 + (w / u) ** 2) / 2
    best = np.sqrt(abs(w))
    return {
        Words("$\\frac{1}{2}(u^2+v^2)\\ge|uv|=|w|$", "$\\frac{1}{2}(u^2+v^2)\\ge|uv|=|w|$"): bool((costs >= abs(w) * (1 - 1e-12)).all()),
        Words("在$|u|=|v|=\\sqrt{|w|}$時相等", "with equality at $|u|=|v|=\\sqrt{|w|}$"): bool(np.allclose((best**2 + (w / best) ** 2) / 2, abs(w))),
        Words("等於懲罰乘積的絕對值，而不是它的平方", "penalises the absolute value of the product and not its square"): not np.allclose(abs(w), w**2),
    }


EXERCISES = (
    Exercise("deriving", with_biases),
    Exercise("computing", opposite_of_xor),
    Exercise("deriving", absolute_value),
    Exercise("computing", merge_two_layers),
    Exercise("reading", squares),
    Exercise("proving", two_factors),
)
