"""What 2σ(2x) − 1 loses near zero although it equals tanh: the sigmoid there is a half, and halves cancel."""

from fractions import Fraction
from functools import cache

import numpy as np

from language.words import Words
from mathematics.formula import value

title = Words("在零附近，2σ(2x)−1只剩捨入誤差", "Near zero, 2σ(2x) − 1 is nothing but rounding")
caption = Words(
    "用$2\\sigma(2x)-1$計算$\\tanh x$的相對誤差，兩軸都是對數尺度。即使$\\sigma$捨入得完美，$x$每小十倍，誤差就大十倍；誤差到了$1$，結果已經一位都不對。",
    "The relative error of computing $\\tanh x$ as $2\\sigma(2x) - 1$, both axes logarithmic. Even with a perfectly rounded $\\sigma$, ten times less $x$ means ten times more error; where the error is $1$, not one digit is right.",
)
alt = Words(
    "兩條斜線由右下往左上：輸入越接近零，相對誤差越大，到頂端就是百分之百；單精度的線比雙精度的早得多。",
    "Two lines climb from the lower right to the upper left: the closer the input is to zero, the larger the relative error, up to a hundred per cent; the line of single precision is there much sooner.",
)
description = Words(
    "雙精度在$x=10^{-2}$附近的相對誤差可達$[[tanh_cancellation.at_ten_to_minus_two:1]]$，在$10^{-5}$可達$[[tanh_cancellation.at_ten_to_minus_five:1]]$，在$10^{-10}$可達$[[tanh_cancellation.at_ten_to_minus_ten:1]]$。",
    "In double precision the relative error can reach $[[tanh_cancellation.at_ten_to_minus_two:1]]$ near $x = 10^{-2}$, $[[tanh_cancellation.at_ten_to_minus_five:1]]$ near $10^{-5}$ and $[[tanh_cancellation.at_ten_to_minus_ten:1]]$ near $10^{-10}$.",
)


@cache
def worst(dtype, exponent):
    """The largest relative error over some fifty inputs around 10^exponent, with σ itself rounded to the nearest number."""
    errors = []
    for factor in np.linspace(0.7, 1.4, 50):
        x = float(dtype(factor * 10.0**exponent))
        true = value("tanh(x)", x).mid().fmpq()
        half = value("sigma(2 * x)", x, bits=120).mid().fmpq()
        rounded = Fraction(float(dtype(float(Fraction(int(half.p), int(half.q))))))
        exact = Fraction(int(true.p), int(true.q))
        errors.append(abs(2 * rounded - 1 - exact) / exact)
    return max(errors)


def numbers():
    return {f"at_ten_to_minus_{name}": worst(np.float64, -k) for name, k in (("two", 2), ("five", 5), ("ten", 10), ("fifteen", 15))}


def holds(drawn):
    x, error = drawn["float64"]
    return {
        Words("只剩捨入誤差", "nothing but rounding"): error[x < 1e-17].min() >= 1,
        Words("單精度的線比雙精度的早得多", "the line of single precision is there much sooner"): (
            np.array(drawn["float32"][1])[x < 1e-3] > 100 * error[x < 1e-3]
        )[x[x < 1e-3] > 1e-14].all(),
        Words("$x$每小十倍，誤差就大十倍", "ten times less $x$ means ten times more error"): 8
        < (worst(np.float64, -12) / worst(np.float64, -6)) ** (1 / 6)
        < 12,
    }


def draw(ax, pen):
    for dtype, colour, start, label in ((np.float64, "c1", -20, "float64"), (np.float32, "c2", -20, "float32")):
        exponents = np.arange(start, 0.01, 0.5)
        y = [float(worst(dtype, float(k))) for k in exponents]
        at = list(exponents).index(-9 if dtype is np.float64 else -5)
        pen.curve(ax, 10.0**exponents, y, label, colour, label, at=at, offset=(-8, -2) if dtype is np.float64 else (8, 2))
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlim(1e-20, 1)
    ax.set_ylim(1e-17, 12)
    ax.minorticks_off()
    pen.ticks(
        ax, x=[1e-20, 1e-15, 1e-10, 1e-5, 1], y=[1e-15, 1e-10, 1e-5, 1], xnames=["10⁻²⁰", "10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"], ynames=["10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"]
    )
    ax.set_xlabel("x")
