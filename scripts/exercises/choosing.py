"""The exercises on choosing a function: the skill that each asks for, and its answer computed."""

import math

import numpy as np

from activation_functions import gelu, gelu_tanh, relu, sigmoid, softmax, tanh
from language.words import Words
from mathematics.exercise import Exercise


def each_in_its_place():
    z = np.linspace(-6, 6, 241)
    approximation = z / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))
    same, another = np.allclose(gelu_tanh(z), approximation), bool((gelu(z) != gelu_tanh(z)).any())
    styles = sigmoid(np.array([2.0, 3.0]))
    gate = sigmoid(z)
    return {
        Words(
            "依序是GELU的$\\tanh$近似式、每種曲風一個Sigmoid、Sigmoid",
            "In this order: the approximation of GELU by $\\tanh$, a sigmoid for each style, a sigmoid",
        ): bool(same and another and styles.min() > 1 / 2 and (gate > 0).all() and (gate < 1).all() and (np.diff(gate) > 0).all())
    }


def first_loss():
    rng = np.random.default_rng(0)
    x = rng.standard_normal((200, 5))
    right = rng.integers(0, 4, 200)

    def loss(size):
        z = x @ (size * rng.standard_normal((5, 4)))
        return (np.log(np.exp(z).sum(axis=1)) - z[np.arange(200), right]).mean(), softmax(z)

    (small, shares), (large, sure) = loss(1e-3), loss(10)
    return {
        Words("四類的機率都接近$\\frac{1}{4}$", "All four probabilities are close to $\\frac{1}{4}$"): abs(shares - 1 / 4).max() < 1e-2,
        Words("損失接近$\\ln 4$", "the loss to $\\ln 4$"): abs(small - math.log(4)) < 1e-2,
        Words("初始權重或輸入的尺度太大", "the initial weights or the inputs are too large"): large > 3 * math.log(4) and sure.max(axis=1).mean() > 9 / 10,
    }


def with_biases():
    def parameters(shapes):
        return sum(np.zeros(shape).size + shape[0] for shape in shapes)

    plain, gated = [(12, 6), (6, 12)], [(8, 6), (8, 6), (6, 8)]
    return {
        Words("多$12+6=18$個，共$[[2*6*12 + 18]]$個", "$12+6=18$ more, $[[2*6*12 + 18]]$ in all"): parameters(plain) == 2 * 6 * 12 + 18
        and sum(rows for rows, _ in plain) == 12 + 6 == 18,
        Words("多$8+8+6=[[8 + 8 + 6]]$個，共$[[3*6*8 + 22]]$個", "$8+8+6=[[8 + 8 + 6]]$ more, $[[3*6*8 + 22]]$ in all"): parameters(gated) == 3 * 6 * 8 + 22
        and sum(rows for rows, _ in gated) == 8 + 8 + 6,
        Words("只差一點點", "The difference is small"): abs(parameters(gated) / parameters(plain) - 1) < 3e-2,
    }


def along_a_ray():
    rng = np.random.default_rng(0)
    matrices = [rng.standard_normal(shape) for shape in ((5, 3), (5, 5), (1, 5))]
    x = rng.standard_normal((3, 100))

    def network(f, x):
        for W in matrices[:-1]:
            x = f(W @ x)
        return matrices[-1] @ x

    z = np.linspace(-3, 3, 61)
    return {
        Words("$\\max(0,cz)=c\\max(0,z)\\ (c>0)$", "$\\max(0,cz)=c\\max(0,z)\\ (c>0)$"): all(np.allclose(relu(c * z), c * relu(z)) for c in (0.1, 2.0, 30.0)),
        Words("所以每一層都只是放大$c$倍", "so each layer only multiplies by $c$"): all(
            np.allclose(network(relu, c * x), c * network(relu, x)) for c in (0.1, 2.0, 30.0)
        ),
        Words("$\\tanh(cz)$不是$c\\tanh z$", "$\\tanh(cz)$ is not $c\\tanh z$"): not np.allclose(tanh(2 * z), 2 * tanh(z))
        and bool((np.sign(network(tanh, 30 * x)) != np.sign(network(tanh, x / 30))).any()),
        Words("$F(-x)=-F(x)$", "$F(-x)=-F(x)$"): np.allclose(network(tanh, -x), -network(tanh, x)),
    }


def softmax_twice():
    rng = np.random.default_rng(0)

    def loss(p):
        return np.log(np.exp(p).sum(axis=-1)) - p[..., 0]

    def least(n):
        return math.log(math.e + n - 1) - 1

    found = []
    for n in (2, 3, 10):
        drawn = softmax(10 * rng.standard_normal((500, n)))
        found.append(math.isclose(loss(np.eye(n)[0]), least(n)) and (loss(drawn) >= least(n) * (1 - 1e-12)).all())
    return {
        Words("損失是$\\ln(e+n-1)-1$", "the loss $\\ln(e+n-1)-1$"): all(found),
        Words("$[[log(exp(1) + 9) - 1]]$", "$[[log(exp(1) + 9) - 1]]$"): math.isclose(loss(np.eye(10)[0]), math.log(math.e + 9) - 1),
        Words("離零很遠，卻比$\\ln 10$小", "far from zero, and yet below $\\ln 10$"): 1 < least(10) < math.log(10),
    }


def another_try():
    nodes, weights = np.polynomial.hermite_e.hermegauss(80)
    weights = weights / weights.sum()
    z = np.linspace(-9, 9, 4001)
    density = np.exp(-z * z / 2) / np.exp(-z * z / 2).sum()
    below = np.cumsum(density) - density / 2
    a, b = np.random.default_rng(0).standard_normal((2, 1000))
    return {
        Words("$\\frac{1}{2}(X+Y)+\\frac{1}{2}|X-Y|$", "$\\frac{1}{2}(X+Y)+\\frac{1}{2}|X-Y|$"): np.allclose(np.maximum(a, b), (a + b) / 2 + abs(a - b) / 2),
        Words("$|X-Y|$的期望值是$2/\\sqrt{\\pi}$", "$|X-Y|$ has the expectation $2/\\sqrt{\\pi}$"): math.isclose(
            abs(math.sqrt(2) * z) @ density, 2 / math.sqrt(math.pi), rel_tol=1e-4
        ),
        Words("$X-Y$的標準差是$\\sqrt{2}$", "$X-Y$ has the standard deviation $\\sqrt{2}$"): math.isclose(
            weights @ np.square(nodes[:, None] - nodes) @ weights, 2
        ),
        Words("乙平均高出$1/\\sqrt{\\pi}$個標準差", "the second is ahead by $1/\\sqrt{\\pi}$ standard deviations on average"): math.isclose(
            2 * (z * below) @ density, 1 / math.sqrt(math.pi), rel_tol=1e-4
        ),
        Words("機率是$\\frac{2}{3}$", "with probability $\\frac{2}{3}$"): math.isclose(1 - below**2 @ density, 2 / 3, rel_tol=1e-4),
    }


EXERCISES = (
    Exercise("choosing", each_in_its_place),
    Exercise("computing", first_loss),
    Exercise("counting", with_biases),
    Exercise("proving", along_a_ray),
    Exercise("deriving", softmax_twice),
    Exercise("deriving", another_try),
)
