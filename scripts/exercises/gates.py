"""The exercises on gates: the skill that each asks for, and its answer computed."""

from fractions import Fraction
from itertools import count

import numpy as np

from activation_functions import relu, sigmoid, silu
from language.words import Words
from mathematics.exercise import Exercise


def how_far_open():
    b = np.log([1, 3, 1 / 3])
    return {
        Words(
            "$\\frac{1}{2}$、$\\frac{3}{4}$、$\\frac{1}{4}$，輸出是$2$、$3$、$1$",
            "$\\frac{1}{2}$, $\\frac{3}{4}$ and $\\frac{1}{4}$, so the outputs are $2$, $3$ and $1$",
        ): bool(np.allclose(sigmoid(b), [1 / 2, 3 / 4, 1 / 4]) and np.allclose(4 * sigmoid(b), [2, 3, 1])),
        Words("$4\\cdot 0\\cdot\\frac{1}{2}=0$", "$4\\cdot 0\\cdot\\frac{1}{2}=0$"): 4 * silu(0.0) == 0,
    }


def which_width():
    plain = np.zeros((16, 8)).size + np.zeros((8, 16)).size
    gated = {k: 2 * np.zeros((k, 8)).size + np.zeros((8, k)).size for k in range(1, 33)}
    return {
        Words("原來是$2\\cdot 8\\cdot 16=[[2*8*16]]$個", "There were $2\\cdot 8\\cdot 16=[[2*8*16]]$"): plain == 2 * 8 * 16,
        Words("$k=10$有$[[3*8*10]]$個，$k=11$有$[[3*8*11]]$個", "With $k=10$ there are $[[3*8*10]]$, with $k=11$ there are $[[3*8*11]]$"): gated[10]
        == 3 * 8 * 10
        and gated[11] == 3 * 8 * 11,
        Words("後者差$8$個，比較接近", "the latter is off by $8$ and closer"): min(gated, key=lambda k: abs(gated[k] - plain)) == 11
        and abs(gated[11] - plain) == 8,
    }


def width_of_llama():
    wanted = Fraction(8, 3) * 2**12
    multiple = next(k for k in count() if k * 2**8 >= wanted)
    return {
        Words("約$[[8/3*2**12:6]]$，除以$2^8$約$[[8/3*2**4]]$", "about $[[8/3*2**12:6]]$, which divided by $2^8$ is about $[[8/3*2**4]]$"): wanted / 2**8
        == Fraction(8, 3) * 2**4,
        Words("乘回去得$[[43*2**8:5]]$", "it makes $[[43*2**8:5]]$"): multiple == 43,
    }


def how_long():
    left, steps = Fraction(1), 0
    while left >= Fraction(1, 2):
        left, steps = left * Fraction(9, 10), steps + 1
    low, high = 0.0, 1.0
    for _ in range(60):  # halve the interval in which ten steps leave one half
        middle = (low + high) / 2
        low, high = (low, middle) if middle**10 >= 1 / 2 else (middle, high)
    return {
        Words("所以是七步", "so it takes seven steps"): steps == 7,
        Words("約$[[log(2) / log(10/9)]]$", "is about $[[log(2) / log(10/9)]]$"): bool(np.isclose((9 / 10) ** (np.log(2) / np.log(10 / 9)), 1 / 2)),
        Words("$f$至少約$[[2**(-1/10)]]$", "$f$ is at least about $[[2**(-1/10)]]$"): abs(high - 2 ** (-1 / 10)) < 1e-12,
    }


def how_large():
    rng = np.random.default_rng(0)
    bounded, linear = [], []
    for F in (1 / 10, 1 / 2, 9 / 10, 1):
        c = np.zeros(200)
        for t in range(1, 60):
            f, i, g = F * (1 - rng.random(200) / 50), 1 - rng.random(200) / 50 - 1e-6, rng.uniform(-1, 1, 200)
            g[:100] = 1 - 1e-6  # the worst there is
            before, c = c, f * c + i * g
            linear.append((abs(c) < t).all() and (abs(c) < F * abs(before) + 1).all())
            bounded.append(F == 1 or (abs(c) < 1 / (1 - F)).all())
    worst = 0.0
    for _ in range(200):
        worst = 9 / 10 * worst + 1
    return {
        Words("$|c_t|<F|c_{t-1}|+1$", "$|c_t|<F|c_{t-1}|+1$"): all(linear),
        Words("=\\frac{1}{1-F}$", "=\\frac{1}{1-F}$"): all(bounded) and bool(np.isclose(worst, 10)),
        Words("$F=1$時只有$|c_t|<t$", "For $F=1$ there is only $|c_t|<t$"): all(linear),
        Words("ReLU沒有上界", "ReLU has no bound"): 1 / 2 * relu(1e6) > 1 / (1 - 9 / 10),
    }


def stacked():
    rng = np.random.default_rng(0)
    W = rng.standard_normal((4, 3, 3, 3)) / 3

    def output(x, layers, gate):
        for W1, W2, W3 in W[:layers]:
            x = W3 @ (gate(W1 @ x) * (W2 @ x))
        return x

    def doubled(layers, gate, x, times, rtol=1e-6):
        """Whether an output for twice the input is so many times as large; outputs that are all zero do not count."""
        before, after = output(x, layers, gate), output(2 * x, layers, gate)
        return before.any() and np.allclose(after, times * before, rtol=rtol, atol=0)

    inputs = [x for x in rng.standard_normal((20, 3)) if (W[0, 0] @ x > 0).any()]
    return {
        Words("一層放大$2^2$倍，$L$層放大$2^{2^L}$倍", "One layer multiplies by $2^2$, and $L$ layers by $2^{2^L}$"): all(
            doubled(L, np.asarray, x, 2 ** (2**L)) for x in inputs for L in (1, 2, 3)
        ),
        Words("四層就是$2^{16}$倍", "Four layers make $2^{16}$"): all(doubled(4, np.asarray, x, 2**16) for x in inputs),
        Words("ReGLU也一樣；SwiGLU在輸入很大時也是", "The same goes for ReGLU, and for SwiGLU at large inputs"): len(inputs) > 5
        and all(doubled(1, relu, x, 4) and doubled(1, silu, 10**5 * x, 4) for x in inputs)
        and not any(doubled(1, silu, x, 4, rtol=1 / 1000) for x in inputs),
    }


EXERCISES = (
    Exercise("computing", how_far_open),
    Exercise("counting", which_width),
    Exercise("computing", width_of_llama),
    Exercise("computing", how_long),
    Exercise("proving", how_large),
    Exercise("deriving", stacked),
)
