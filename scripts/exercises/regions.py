"""The exercises on regions: the skill that each asks for, and its answer computed."""

from fractions import Fraction
from itertools import product

import numpy as np

from language.words import Words
from mathematics.exercise import Exercise

W1, W2, W3 = ((1, 0), (0, 1), (-1, -1)), ((1, 1, -1), (-1, 1, 1)), (1, -2)
"""The small network of the chapter, biases 1 in the first layer, -1 in the second and none at the output."""


def dot(w, x):
    return sum(a * b for a, b in zip(w, x, strict=True))


def layers(x):
    """The pre-activations of both layers and the output of the small network, one unit after the other, without matrices."""
    first = [dot(w, x) + 1 for w in W1]
    second = [dot(w, [max(0, z) for z in first]) - 1 for w in W2]
    return first, second, dot(W3, [max(0, z) for z in second])


def gates(x):
    first, second, _ = layers(x)
    return [z > 0 for z in first + second]


def found(x, step=Fraction(1, 100)):
    """M and c at a point, from the differences of the outputs beside it, all of them in its region."""
    y, beside = layers(x)[2], [tuple(a + step * (i == j) for j, a in enumerate(x)) for i in range(2)]
    assert all(gates(each) == gates(x) for each in beside)
    M = [(layers(each)[2] - y) / step for each in beside]
    return M, y - dot(M, x)


def third_sample():
    x = (-2, -2)
    first, second, y = layers(x)
    M, c = found(x)
    return {
        Words("第一層$z=(-1,-1,5)$，只有第三個單元開", "First layer: $z=(-1,-1,5)$, only the third unit is on"): first == [-1, -1, 5],
        Words("第二層$z=(-6,4)$，只有第二個開", "Second layer: $z=(-6,4)$, only the second is on"): second == [-6, 4],
        Words("\\begin{pmatrix}2&2\\end{pmatrix}$，$c=0$", "\\begin{pmatrix}2&2\\end{pmatrix}$, $c=0$"): (M, c) == ([2, 2], 0),
        Words("逐層計算是$-2\\cdot 4=-8$", "layer by layer $-2\\cdot 4=-8$"): y == -2 * 4 == dot(M, x) + c == -8,
    }


def how_many():
    rng = np.random.default_rng(0)
    w, b, turn = rng.standard_normal((4, 2)), rng.standard_normal(4), np.linspace(0, 2 * np.pi, 801)
    meet = [np.linalg.solve(w[[i, j]], -b[[i, j]]) for i in range(4) for j in range(i)]
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    points = np.concatenate([1e-4 * around[::5] + each for each in meet] + [1e4 * around])  # every region has a corner or reaches far out

    def patterns(z):
        return len(np.unique(z > 0, axis=0))

    return {
        Words("$1+4+6=11$塊", "$1+4+6=11$"): patterns(points @ w.T + b) == 1 + 4 + 6 == 11,
        Words("最多分出$8$個扇形", "at most $8$ sectors"): patterns(around @ w.T) == 8,
    }


def at_the_border():
    left, right = (0, 2), (2, 1)
    one, other = found(left), found(right)
    border = [(Fraction(k, 4), Fraction(k, 4) + 1) for k in range(-3, 9)]
    return {
        Words("左邊的塊多開了$h_5=x_2-x_1-1$，輸出多出$-2h_5$", "$h_5=x_2-x_1-1$ is on as well, and adds $-2h_5$ to the output"): gates(left)[:4]
        == gates(right)[:4]
        and gates(left)[4] > gates(right)[4]
        and gates(right) == gates((1, 1))
        and all(dot(one[0], x) + one[1] - dot(other[0], x) - other[1] == -2 * (x[1] - x[0] - 1) for x in product(range(3), repeat=2)),
        Words("在$x_2=x_1+1$上$h_5=0$，所以相等", "On $x_2=x_1+1$ we have $h_5=0$, so they agree"): all(
            dot(one[0], x) + one[1] == dot(other[0], x) + other[1] for x in border
        ),
        Words("由$(1,1)$跳到$(3,-1)$", "from $(1,1)$ to $(3,-1)$"): (other[0], one[0]) == ([1, 1], [3, -1]),
    }


def larger_input():
    rng = np.random.default_rng(0)
    x, opposite, apart = np.array([1.0, 2.0]), [], []
    double = []
    for _ in range(30):
        W, V, u = rng.standard_normal((4, 2)), rng.standard_normal((3, 4)), rng.standard_normal(3)
        outputs, on = [], []
        for at in (x, 2 * x, -x):
            first = W @ at
            second = V @ np.maximum(first, 0)
            outputs.append(u @ np.maximum(second, 0))
            on.append((*(first > 0), *(second > 0)))
        if abs(outputs[0]) > 1e-9:
            u_scaled = 3 / outputs[0]  # the last weights scaled, so that the output at (1, 2) is 3
            double.append(outputs[1] * u_scaled)
            opposite.append(outputs[2] * u_scaled)
            apart.append(on[0] != on[2])
    return {
        Words("輸出$6$", "the output is $6$"): bool(np.allclose(double, 6)),
        Words("是另一塊，由$3$推不出來", "in another region, and $3$ says nothing about it"): all(apart) and np.ptp(opposite) > 1,
        Words("不必是奇函數", "need not be an odd function"): bool((abs(np.add(opposite, 3)) > 1e-9).any()),
    }


def same_map():
    one, other = (Fraction(1, 4), Fraction(-3, 4)), (Fraction(1), Fraction(-2))
    again, first = (Fraction(3, 4), Fraction(-1, 4)), (Fraction(-2), Fraction(-2))
    return {
        Words(
            "在$(\\frac{1}{4},-\\frac{3}{4})$三個都開，在$(1,-2)$只開第一個與第三個",
            "at $(\\frac{1}{4},-\\frac{3}{4})$ all three are on, at $(1,-2)$ only the first and third",
        ): ([*gates(one)[:3], *gates(other)[:3]] == [True, True, True, True, False, True]),
        Words("第二層都全關，$M$與$c$都是零", "in both the second layer is all off, and $M$ and $c$ are zero"): not any(gates(one)[3:] + gates(other)[3:])
        and found(one) == found(other) == ([0, 0], 0),
        Words(
            "在$(\\frac{3}{4},-\\frac{1}{4})$與$(-2,-2)$，樣式不同，$M$卻都是", "at $(\\frac{3}{4},-\\frac{1}{4})$ and $(-2,-2)$ the patterns differ and $M$ is"
        ): gates(again) != gates(first) and found(again) == found(first) == ([2, 2], 0),
    }


def gradient():
    gained = []
    for x in product((Fraction(-7, 3), Fraction(1, 5), Fraction(9, 4)), repeat=2):
        M, _ = found(x, Fraction(1, 10**6))
        eta = Fraction(1, 10**4)
        after = [a + eta * m for a, m in zip(x, M, strict=True)]
        if gates(after) == gates(x):
            gained.append(layers(after)[2] - layers(x)[2] == eta * dot(M, M))
    return {
        Words("輸出增加$\\eta MM^{\\mathsf T}$", "raises the output by $\\eta MM^{\\mathsf T}$"): all(gained) and len(gained) == 9,
        Words("不是近似", "no approximation"): all(gained),
    }


EXERCISES = (
    Exercise("computing", third_sample),
    Exercise("counting", how_many),
    Exercise("computing", at_the_border),
    Exercise("reading", larger_input),
    Exercise("deriving", same_map),
    Exercise("proving", gradient),
)
