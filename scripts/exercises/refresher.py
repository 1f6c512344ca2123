"""The exercises of the refresher: the skill that each asks for, and its answer computed."""

from fractions import Fraction

import numpy as np

from language.words import Words
from mathematics.exercise import Exercise

TENTH = Fraction(1, 10)


def differences():
    def quotient(h):
        return ((1 + h) ** 2 - 1) / h

    both_sides = [((x + h) ** 2 - (x - h) ** 2) / (2 * h) - 2 * x for x in (Fraction(-3), Fraction(1), Fraction(7, 2)) for h in (TENTH, Fraction(2))]
    return {
        Words("所以是$3$與$[[2 + 1/10]]$；導數是$2$", "hence $3$ and $[[2 + 1/10]]$; the derivative is $2$"): (quotient(Fraction(1)), quotient(TENTH))
        == (3, 2 + TENTH)
        and abs(quotient(Fraction(1, 10**9)) - 2) < Fraction(1, 10**8),
        Words("$h$縮成十分之一，誤差也縮成十分之一", "With $h$ a tenth as large, the error is a tenth as well"): (quotient(Fraction(1)) - 2) * TENTH
        == quotient(TENTH) - 2,
        Words("對$x^2$恰好就是$2x$，沒有誤差", "is exactly $2x$ for $x^2$, with no error at all"): not any(both_sides),
    }


def chain():
    def y(x):
        return (2 * x) ** 2 - 1

    h = Fraction(1, 1000)
    return {
        Words("$1\\cdot12\\cdot2=[[1 * 12 * 2]]$", "$1\\cdot12\\cdot2=[[1 * 12 * 2]]$"): (y(3 + h) - y(3 - h)) / (2 * h) == 24,
        Words("得$8x$，同樣是這個數", "has the derivative $8x$, which is the same number"): 8 * 3 == 24,
    }


def variance_of_a_sum():
    """Every weight and input takes two values with equal chances, so that all cases of three terms can be written out."""
    n = 3
    signs = np.array(np.meshgrid(*[[-1.0, 1.0]] * (2 * n))).reshape(2 * n, -1)
    w, x = signs[:n] / np.sqrt(n), signs[n:]
    total = (w * x).sum(axis=0)
    return {
        Words("所以變異數可以相加：$n\\cdot\\frac{1}{n}=1$", "so the variances add: $n\\cdot\\frac{1}{n}=1$"): bool(
            np.isclose(total.var(), 1) and np.isclose(total.mean(), 0)
        ),
        Words("$\\mathbb{E}[w_i]\\,\\mathbb{E}[w_j]=0$", "$\\mathbb{E}[w_i]\\,\\mathbb{E}[w_j]=0$"): bool(np.isclose((w[0] * x[0] * w[1] * x[1]).mean(), 0)),
    }


def one_step():
    H = np.array([[2, 1], [1, 2]])

    def after(w, rate):
        return [Fraction(a) - rate * int(b) for a, b in zip(w, H @ w, strict=True)]

    return {
        Words("從$(1,1)$取$\\frac{1}{3}$，從$(1,-1)$取$1$", "from $(1,1)$ take $\\frac{1}{3}$, from $(1,-1)$ take $1$"): after([1, 1], Fraction(1, 3))
        == [0, 0]
        == after([1, -1], Fraction(1)),
        Words("從$(1,0)$，梯度是$(2,1)$", "At $(1,0)$ the gradient is $(2,1)$"): list(H @ [1, 0]) == [2, 1],
        Words("要$\\eta=\\frac{1}{2}$又要$\\eta=0$，辦不到", "asks for $\\eta=\\frac{1}{2}$ and for $\\eta=0$ at once: impossible"): after(
            [1, 0], Fraction(1, 2)
        )[0]
        == 0
        != after([1, 0], Fraction(1, 2))[1]
        and after([1, 0], Fraction(0))[1] == 0,
    }


EXERCISES = (Exercise("computing", differences), Exercise("computing", chain), Exercise("deriving", variance_of_a_sum), Exercise("deriving", one_step))
