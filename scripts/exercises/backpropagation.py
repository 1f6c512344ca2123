"""The exercises on backpropagation: the skill that each asks for, and its answer computed."""

import math
from fractions import Fraction

import numpy as np

from language.words import Words
from mathematics.exercise import Exercise

X, W1, W2, BIAS = (1, 2), ((3, -1), (1, -2)), (2, 4), 1


def softsign(z):
    return Fraction(z) / (1 + abs(z))


def relu(z):
    return max(Fraction(0), Fraction(z))


def output(f, first, second, bias):
    """What the chapter's network puts out, in fractions."""
    return sum(v * f(sum(w * x for w, x in zip(row, X, strict=True))) for v, row in zip(second, first, strict=True)) + bias


def slopes(f, y):
    """The slopes of the loss by the first weights, the second weights and the bias, from differences; the network has no kink near its numbers."""
    h = Fraction(1, 10**6)

    def loss(first=W1, second=W2, bias=BIAS):
        return (output(f, first, second, bias) - y) ** 2 / 2

    def moved(weights, i, by):
        return tuple(w + by if j == i else w for j, w in enumerate(weights))

    def rounded(up, down):
        return Fraction(round((up - down) / (2 * h) * 1000), 1000)

    first = [
        [rounded(*(loss(first=tuple(moved(row, j, by) if k == i else row for k, row in enumerate(W1))) for by in (h, -h))) for j in range(2)] for i in range(2)
    ]
    second = [rounded(*(loss(second=moved(W2, i, by)) for by in (h, -h))) for i in range(2)]
    return first, second, rounded(*(loss(bias=BIAS + by) for by in (h, -h)))


def another_target():
    first, second, bias = slopes(softsign, -1)
    return {
        Words("輸出仍是$-1$，所以損失是零", "The output is still $-1$, so the loss is zero"): output(softsign, W1, W2, BIAS) == -1,
        Words("後面每一個乘積也都是零", "every product after that is zero"): not any([*first[0], *first[1], *second, bias]),
    }


def relu_instead():
    first, second, bias = slopes(relu, 1)
    return {
        Words("$z_2=2\\cdot1+4\\cdot0+1=3$", "$z_2=2\\cdot1+4\\cdot0+1=3$"): output(relu, W1, W2, BIAS) == 3,
        Words("損失是$\\frac{1}{2}\\cdot2^2=2$", "the loss is $\\frac{1}{2}\\cdot2^2=2$"): Fraction((output(relu, W1, W2, BIAS) - 1) ** 2, 2) == 2,
        Words(
            "第一個單元的權重斜率是$(4,8)$，第二個單元全是零", "The weights of the first unit have the slopes $(4,8)$, and those of the second are all zero"
        ): first == [[4, 8], [0, 0]],
        Words("輸出的權重斜率是$2\\cdot(1,0)=(2,0)$，偏置的是$2$", "The output weights have $2\\cdot(1,0)=(2,0)$ and the bias has $2$"): (second, bias)
        == ([2, 0], 2),
    }


def average_first():
    x = np.array([1.0, 3.0])
    w = 1 + 1j * 1e-20  # the imaginary part of a loss at a slightly imaginary weight is the slope
    each, averaged = ((w * x) ** 2 / 2).imag / 1e-20, ((w * x.mean()) ** 2 / 2).imag / 1e-20
    return {
        Words("即$1$與$9$，平均是$5$", "that is $1$ and $9$, with the mean $5$"): np.allclose(each, [1, 9]) and math.isclose(each.mean(), 5),
        Words("平均的樣本給出$2\\cdot2=4$", "The averaged sample gives $2\\cdot2=4$"): math.isclose(averaged, 4),
        Words("差的$1$正是$x$的變異數", "The $1$ between them is just the variance of $x$"): math.isclose(each.mean() - averaged, x.var()),
    }


def what_the_order_saves():
    def multiplications(shapes, from_right):
        """Multiply matrices of these shapes one after another and count the products of two numbers."""
        total, shapes = 0, list(shapes)
        while len(shapes) > 1:
            place = len(shapes) - 2 if from_right else 0
            (rows, inner), (_, columns) = shapes[place : place + 2]
            total += rows * inner * columns
            shapes[place : place + 2] = [(rows, columns)]
        return total

    def both(layers, n):
        shapes = [(n, n)] * layers + [(n, 1)]
        return multiplications(shapes, True), multiplications(shapes, False)

    cases = [(layers, n) for layers in (1, 2, 5, 9) for n in (1, 3, 10)]
    right, left = both(200, 50)
    return {
        Words("由右往左共$Ln^2$次", "from right to left it is $Ln^2$"): all(both(layers, n)[0] == layers * n**2 for layers, n in cases),
        Words("共$(L-1)n^3+n^2$次", "it is $(L-1)n^3+n^2$"): all(both(layers, n)[1] == (layers - 1) * n**3 + n**2 for layers, n in cases),
        Words("$[[2 * 10**2]]$與$[[10**3 + 10**2]]$", "$[[2 * 10**2]]$ against $[[10**3 + 10**2]]$"): both(2, 10) == (2 * 10**2, 10**3 + 10**2),
        Words("層數多時，大約差$n$倍", "with many layers it is roughly a factor of $n$"): abs(left / right / 50 - 1) < 1e-2,
    }


EXERCISES = (
    Exercise("computing", another_target),
    Exercise("computing", relu_instead),
    Exercise("computing", average_first),
    Exercise("counting", what_the_order_saves),
)
