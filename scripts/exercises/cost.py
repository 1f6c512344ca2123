"""The exercises on cost: the skill that each asks for, and its answer computed."""

from fractions import Fraction

import numpy as np

from activation_functions import softsign
from language.words import Words
from mathematics.exercise import Exercise


def what_part():
    product_and_sum = ["multiply", "add"] * 8
    extra = {"relu": ["compare"], "sigmoid": ["change of sign", "exp", "add", "divide"]}
    part = {name: Fraction(len(counted), len(product_and_sum + counted)) for name, counted in extra.items()}
    return {
        Words("ReLU是$\\frac{1}{16+1}=\\frac{1}{17}$", "ReLU $\\frac{1}{16+1}=\\frac{1}{17}$"): part["relu"] == Fraction(1, 17),
        Words("Sigmoid是$\\frac{4}{16+4}=\\frac{1}{5}$", "the sigmoid $\\frac{4}{16+4}=\\frac{1}{5}$"): part["sigmoid"] == Fraction(1, 5),
    }


def bytes_moved():
    outputs, samples = 1000, 100
    read_and_written = 2 * np.zeros((outputs, samples), dtype=np.float32).nbytes
    half = 2 * np.zeros((outputs, samples), dtype=np.uint16).nbytes  # a bfloat16 has 16 bits
    return {
        Words("十萬個數，每個搬$8$個位元組", "A hundred thousand numbers with $8$ bytes moved each"): outputs * samples == 10**5
        and read_and_written == 8 * outputs * samples,
        Words("一共$[[100000*8]]$", "$[[100000*8]]$ in all"): read_and_written == 100000 * 8,
        Words("bfloat16是一半，$[[100000*4]]$", "bfloat16 has half, $[[100000*4]]$"): half * 2 == read_and_written and half == 100000 * 4,
    }


def slope_from_value():
    exact = [Fraction(k, 7) for k in range(-60, 61)]
    values = [x / (1 + abs(x)) for x in exact]
    x = np.linspace(-50, 50, 1001)
    return {
        Words("$1-|y|=\\frac{1}{1+|x|}$", "$1-|y|=\\frac{1}{1+|x|}$"): all(1 - abs(y) == 1 / (1 + abs(each)) for y, each in zip(values, exact, strict=True)),
        Words("所以斜率是$(1-|y|)^2$", "so the slope is $(1-|y|)^2$"): bool(np.allclose((1 - abs(softsign(x))) ** 2, softsign.derivative(x)))
        and bool(np.allclose(np.gradient(softsign(x), x[1] - x[0])[550:-1], ((1 - abs(softsign(x))) ** 2)[550:-1], rtol=1 / 1000)),
    }


def product_of_times():
    a, b = sum([6] * 10), sum([5] * 15)
    draw = Fraction(a, 15)
    return {
        Words("甲$6\\cdot 10=[[6*10]]$毫秒", "A takes $6\\cdot 10=[[6*10]]$ milliseconds"): a == 6 * 10,
        Words("乙$5\\cdot 15=[[5*15]]$毫秒，甲先到", "B $5\\cdot 15=[[5*15]]$, so A is first"): b == 5 * 15 > a,
        Words("$\\frac{6\\cdot 10}{15}=4$毫秒", "$\\frac{6\\cdot 10}{15}=4$ milliseconds"): draw == 4 and 15 * draw == a,
    }


def a_bound():
    def times_as_fast(p, faster):
        """The speed of a layer whose activation, a part p of the time, became so many times as fast."""
        return 1 / ((1 - p) + p / Fraction(faster))

    parts = [Fraction(k, 16) for k in range(1, 16)]
    return {
        Words("剩下的時間是$1-p$，所以速度最多是原來的$\\frac{1}{1-p}$倍", "so it is at most $\\frac{1}{1-p}$ times as fast"): all(
            times_as_fast(p, 10) < times_as_fast(p, 10**9) < 1 / (1 - p) < times_as_fast(p, 10**9) * (1 + Fraction(1, 10**6)) for p in parts
        ),
        Words("$p=\\frac{1}{16}$時是$\\frac{16}{15}$倍", "$\\frac{16}{15}$ times for $p=\\frac{1}{16}$"): Fraction(16, 15)
        - times_as_fast(Fraction(1, 16), 10**9)
        < Fraction(1, 10**8),
    }


def one_sample():
    def counted(n):
        W, x, y = np.ones((n, n), np.float32), np.ones((n, 1), np.float32), np.ones((n, 1), np.float32)
        return 2 * W.size, W.nbytes + x.nbytes + y.nbytes

    widths = (1, 2, 7, 64, 500)
    ratios = [Fraction(*counted(n)) for n in widths]
    return {
        Words("運算$2n^2$次，搬$4(n^2+2n)$個位元組", "There are $2n^2$ operations and $4(n^2+2n)$ bytes"): all(
            counted(n) == (2 * n**2, 4 * (n**2 + 2 * n)) for n in widths
        ),
        Words("比值是$\\frac{n}{2(n+2)}$", "a ratio of $\\frac{n}{2(n+2)}$"): ratios == [Fraction(n, 2 * (n + 2)) for n in widths],
        Words("趨近$\\frac{1}{2}$", "which approaches $\\frac{1}{2}$"): all(ratio < Fraction(1, 2) for ratio in ratios) and ratios[-1] > Fraction(49, 100),
    }


EXERCISES = (
    Exercise("counting", what_part),
    Exercise("counting", bytes_moved),
    Exercise("deriving", slope_from_value),
    Exercise("computing", product_of_times),
    Exercise("deriving", a_bound),
    Exercise("deriving", one_sample),
)
