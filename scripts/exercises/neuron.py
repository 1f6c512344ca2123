"""The exercises on the neuron: the skill that each asks for, and its answer computed."""

from itertools import product

import numpy as np

from activation_functions import sigmoid
from language.words import Words
from mathematics.exercise import Exercise


def fires(w, b, x):
    return int(np.dot(w, x) + b > 0)


def not_and():
    z = {x: np.dot((-1, -1), x) + 3 / 2 for x in product((0, 1), repeat=2)}

    def nand(a, b):
        return fires((-1, -1), 3 / 2, (a, b))

    def exclusive(a, b):
        middle = nand(a, b)
        return nand(nand(a, middle), nand(b, middle))

    grid = np.linspace(-3, 3, 25)
    alone = any([fires((u, v), b, x) for x in product((0, 1), repeat=2)] == [0, 1, 1, 0] for u, v, b in product(grid, repeat=3) if u in (-3, 0, 3) or v == 3)
    return {
        Words("$w=(-1,-1)$，$b=\\frac{3}{2}$", "$w=(-1,-1)$ and $b=\\frac{3}{2}$"): [nand(*x) for x in z] == [1, 1, 1, 0],
        Words("$z=-\\frac{1}{2}$，輸出$0$；其他時候$z\\ge\\frac{1}{2}$", "$z=-\\frac{1}{2}$ and the output is $0$; otherwise $z\\ge\\frac{1}{2}$"): z[1, 1]
        == -1 / 2
        and min(value for x, value in z.items() if x != (1, 1)) >= 1 / 2,
        Words("只用反及就能組出一切邏輯電路", "Every logical circuit can be built from not-and alone"): [exclusive(*x) for x in z] == [0, 1, 1, 0]
        and [nand(a, a) for a in (0, 1)] == [1, 0],
        Words("做不到互斥或的，只是單獨一個", "it is the single one that fails at exclusive or"): not alone,
    }


def counting_parameters():
    by_hand = sum(m * (n + 1) for n, m in ((3, 4), (4, 4), (4, 2)))
    drawn = [np.zeros((m, n)).size + m for n, m in ((3, 4), (4, 4), (4, 2))]
    return {
        Words("$4\\cdot4+4\\cdot5+2\\cdot5=[[4 * 4 + 4 * 5 + 2 * 5]]$", "$4\\cdot4+4\\cdot5+2\\cdot5=[[4 * 4 + 4 * 5 + 2 * 5]]$"): sum(drawn)
        == by_hand
        == 4 * 4 + 4 * 5 + 2 * 5
    }


def larger_weights():
    rng = np.random.default_rng(1)
    w, b, x = rng.standard_normal(2), rng.standard_normal(), rng.standard_normal((1000, 2))
    z = x @ w + b
    return {
        Words("邊界不變", "The boundary stays"): bool(((z > 0) == (10 * z > 0)).all()),
        Words("$\\sigma(5)=[[sigmoid(5)]]$", "$\\sigma(5)=[[sigmoid(5)]]$"): 10 * (1 / 2) == 5 and sigmoid(5.0) > sigmoid(0.5),
        Words("曲線的陡度變成十倍", "the curve is ten times as steep"): bool(
            np.isclose((sigmoid(10 * 1e-6) - sigmoid(-10 * 1e-6)) / (sigmoid(1e-6) - sigmoid(-1e-6)), 10)
        ),
    }


def how_far():
    w, b = np.array([3.0, 4.0]), -10.0
    foot = -b * w / (w @ w)  # the point of the boundary that is nearest the origin
    return {
        Words("$\\left|b\\right|/\\lVert w\\rVert=10/5=2$", "$\\left|b\\right|/\\lVert w\\rVert=10/5=2$"): bool(
            np.isclose(np.linalg.norm(foot), 2) and np.isclose(w @ foot + b, 0)
        ),
        Words("恰好在邊界上", "exactly on the boundary"): w @ [2, 1] + b == 0,
        Words("$z=3+4-10=-3$，在輸出$0$的那一側", "$z=3+4-10=-3$: on the side where the output is $0$"): w @ [1, 1] + b == -3,
    }


def is_the_bias_gone():
    rng = np.random.default_rng(2)
    w, u, v = rng.standard_normal((3, 4))
    u[0] = v[0] = 1
    return {
        Words("在$n+1$維的空間裡成立", "In the space of $n+1$ dimensions it does"): bool(np.isclose(w @ (u + v), w @ u + w @ v)),
        Words("兩個這樣的輸入相加得到$x_0=2$", "the sum of two of them has $x_0=2$"): (u + v)[0] == 2,
    }


def as_many_neurons():
    one = sum(m * (n + 1) for n, m in ((10, 12), (12, 1)))
    two = sum(m * (n + 1) for n, m in ((10, 6), (6, 6), (6, 1)))
    return {
        Words("$12\\cdot11+1\\cdot13=[[12 * 11 + 13]]$", "$12\\cdot11+1\\cdot13=[[12 * 11 + 13]]$"): one == 12 * 11 + 13,
        Words("$6\\cdot11+6\\cdot7+1\\cdot7=[[6 * 11 + 6 * 7 + 7]]$", "$6\\cdot11+6\\cdot7+1\\cdot7=[[6 * 11 + 6 * 7 + 7]]$"): two == 6 * 11 + 6 * 7 + 7,
        Words("神經元一樣多，參數卻不一樣", "The number of neurons is the same, the number of parameters is not"): one != two,
    }


EXERCISES = (
    Exercise("computing", not_and),
    Exercise("counting", counting_parameters),
    Exercise("reading", larger_weights),
    Exercise("computing", how_far),
    Exercise("deriving", is_the_bias_gone),
    Exercise("counting", as_many_neurons),
)
