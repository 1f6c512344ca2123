"""Three distributions with mean 0 and variance 1: what normalising makes equal, and what it leaves."""

from fractions import Fraction
from math import factorial, prod

import numpy as np

from language.words import Words

title = Words("平均與變異數相同，三種分布還是不同", "Equal means and variances, and still three distributions")
caption = Words(
    "常態、指數與均勻分布，各自減去平均、除以標準差之後的密度。三條曲線的平均都是$0$，變異數都是$1$。",
    "The densities of a normal, an exponential and a uniform distribution, each after its mean was taken away and it was divided by its deviation. All three have mean $0$ and variance $1$.",
)
alt = Words(
    "鐘形的常態；均勻的矩形；指數分布由負一的最高點一路往下，右邊拖著長尾。",
    "The bell of the normal; the rectangle of the uniform; the exponential begins at minus one with its highest point and falls from there, with a long tail to the right.",
)
description = Words(
    "偏度是標準化之後三次方的平均：常態與均勻都是$[[same_mean_and_variance.normal]]$，指數是$[[same_mean_and_variance.exponential]]$。四次方的平均：均勻是$[[same_mean_and_variance.uniform_fourth]]$，常態是$[[same_mean_and_variance.normal_fourth]]$，指數是$[[same_mean_and_variance.exponential_fourth]]$。",
    "Skewness is the mean of the third power after normalising: $[[same_mean_and_variance.normal]]$ for the normal and the uniform, $[[same_mean_and_variance.exponential]]$ for the exponential. The mean fourth powers are $[[same_mean_and_variance.uniform_fourth]]$ for the uniform, $[[same_mean_and_variance.normal_fourth]]$ for the normal and $[[same_mean_and_variance.exponential_fourth]]$ for the exponential.",
)
X = np.linspace(-2.5, 4, 1301)
ROOT_3 = np.sqrt(3)
DENSITIES = {
    "normal": np.exp(-X * X / 2) / np.sqrt(2 * np.pi),
    "exponential": np.where(X >= -1, np.exp(-np.maximum(X, -1) - 1), 0.0),
    "uniform": np.where(np.abs(X) <= ROOT_3, 1 / (2 * ROOT_3), 0.0),
}


def power(kind, n):
    """The mean of the n-th power, exactly: of the normal, of an exponential minus 1, and of the uniform on ±√3."""
    if kind == "exponential":
        return sum((-1) ** j * factorial(n) // factorial(j) for j in range(n + 1))
    if n % 2:
        return 0
    return prod(range(1, n, 2)) if kind == "normal" else Fraction(3 ** (n // 2), n + 1)


def numbers():
    return {f"{kind}{name}": power(kind, n) for kind in DENSITIES for name, n in (("", 3), ("_fourth", 4))}


def holds(drawn):
    step = X[1] - X[0]
    means = {kind: np.sum(X * drawn[f"{kind} density"][1]) * step for kind in ("normal", "uniform")}
    return {
        Words("平均與變異數相同，三種分布還是不同", "Equal means and variances, and still three distributions"): all(
            abs(mean) < 0.02 for mean in means.values()
        )
        and all(power(kind, 1) == 0 and power(kind, 2) == 1 for kind in DENSITIES)
        and len({power(kind, 4) for kind in DENSITIES}) == len(DENSITIES),
        Words("指數分布由負一的最高點一路往下", "the exponential begins at minus one with its highest point"): abs(
            X[np.argmax(drawn["exponential density"][1])] + 1
        )
        < 0.01,
    }


def draw(ax, pen):
    looks = {
        "normal": ("c1", Words("常態", "normal"), 620),
        "exponential": ("c2", Words("指數", "exponential"), 380),
        "uniform": ("c3", Words("均勻", "uniform"), 842),
    }
    for kind, (colour, words, at) in looks.items():
        pen.curve(ax, X, DENSITIES[kind], f"{kind} density", colour, words, at=at, offset=(6, -6 if kind == "uniform" else 6))
    ax.set_ylim(0, 1.05)
    ax.set_xlabel(pen.say(Words("正規化之後的值", "value after normalising")))
    pen.ticks(ax, x=[-2, -1, 0, 1, 2, 3], y=[0, 0.5, 1], ynames=["0", "½", "1"])
