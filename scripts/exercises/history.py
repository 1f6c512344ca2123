"""The exercises on history: the skill that each asks for, and its answer computed."""

from itertools import combinations

import numpy as np

from activation_functions import ALL, sigmoid, tanh
from language.words import Words
from mathematics.exercise import Exercise


def which_mark():
    parts = {"popularised", "introduced", "miscited"}
    played = {part for f in ALL.values() for part in f.sources.values()}
    relu_first = min(("householder1941", "nair2010", "krizhevsky2012"), key=lambda key: int(key[-4:]))
    return {
        Words("依序是普及、提出、常被誤引", "In this order: popularised, introduced, often cited instead"): parts <= played
        and ALL["softsign"].sources["glorot2010"] == "miscited"
        and ALL["relu"].sources[relu_first] == "introduced"
    }


def past_one_half():
    doublings = np.log(9) / np.log(2)
    p = 1 / 10
    for _ in range(1000):  # a thousand small steps of dp/dt = p(1 - p), by the midpoint
        h = np.log(9) / 1000
        middle = p + h / 2 * p * (1 - p)
        p += h * middle * (1 - middle)
    return {
        Words("$p/(1-p)=1$的時候，也就是$\\frac{1}{9}$加倍到$1$", "When $p/(1-p)=1$, that is, when $\\frac{1}{9}$ has doubled up to $1$"): abs(p - 1 / 2)
        < 1e-6,
        Words("要$\\ln 9/\\ln 2$次，約$[[log(9) / log(2)]]$次", "after $\\ln 9/\\ln 2$ doublings, about $[[log(9) / log(2)]]$"): bool(
            np.isclose(2**doublings / 9, 1) and 3 < doublings < 4
        ),
    }


def solve_for_the_curve():
    t = np.linspace(-6, 6, 2001)
    step = t[1] - t[0]

    def slope(values):
        return (values[2:] - values[:-2]) / (2 * step)

    s = sigmoid(t)
    solved, settled = [], []
    for K, r, c in ((5.0, 1 / 2, 1.0), (1 / 3, 2.0, -1.0), (80.0, 1.0, 0.0)):
        P = K * sigmoid(r * t + c)
        solved.append(np.allclose(slope(P), (r * P * (1 - P / K))[1:-1], atol=K / 10**4))
        start = K * sigmoid(c)
        settled.append(np.isclose(np.log(start / (K - start)), c))
    return {
        Words("$\\sigma'=\\sigma(1-\\sigma)$", "$\\sigma'=\\sigma(1-\\sigma)$"): bool(np.allclose(slope(s), (s * (1 - s))[1:-1], atol=1e-4)),
        Words("$P=K\\sigma(rt+c)$", "$P=K\\sigma(rt+c)$"): all(solved),
        Words("$c$由開始的人口決定", "$c$ is settled by the population at the beginning"): all(settled),
    }


def which_is_older():
    x = np.linspace(-20, 20, 401)
    wide = sigmoid(2 * x)
    return {
        Words("$\\tanh x=2\\sigma(2x)-1$", "$\\tanh x=2\\sigma(2x)-1$"): bool(np.allclose(tanh(x), 2 * wide - 1)),
        Words("Sigmoid沒有弄丟任何東西", "the sigmoid has lost nothing"): bool(np.allclose((tanh(x / 2) + 1) / 2, sigmoid(x))),
    }


def firing_rate():
    def rate(current, tau, step):
        """The cell followed in small steps: tau dV/dt = I - V from 0 up to 1, then a rest of one."""
        V, time = 0.0, 0.0
        while V < 1:
            V, time = V + step / tau * (current - V - step / (2 * tau) * (current - V)), time + step
        return 1 / (1 + time)

    def formula(current, tau):
        return 1 / (1 + tau * np.log(current / (current - 1)))

    return {
        Words("放電率是$\\frac{1}{1+\\tau\\ln\\frac{I}{I-1}}$", "The rate is $\\frac{1}{1+\\tau\\ln\\frac{I}{I-1}}$"): all(
            abs(rate(current, tau, tau / 2000) - formula(current, tau)) < 1 / 500 for current in (1.2, 2.0, 7.0) for tau in (1 / 2, 2.0)
        ),
        Words("放電率趨近$1$", "the rate tends to $1$"): abs(formula(1e7, 10.0) - 1) < 1e-5,
        Words("約是$\\frac{I}{\\tau}$，是直線", "it is about $\\frac{I}{\\tau}$, a straight line"): all(
            abs(formula(current, 1e5) / (current / 1e5) - 1) < 1 / 25 for current in (20.0, 100.0, 1000.0)
        )
        and formula(1.5, 1e5) / (1.5 / 1e5) < 3 / 4,  # not where I is near 1
    }


def earliest():
    works = {"a": (1940, True), "b": (1950, False), "c": (1960, True), "d": (1970, True)}  # the year, and whether the formula is there
    found = {}
    for read in (subset for n in range(1, 5) for subset in combinations(works, n)):
        years = [works[key][0] for key in read if works[key][1]]
        if years:
            found[read] = min(years)
    return {
        Words("推翻只要一篇更早、寫著同一個式子的文獻", "One earlier work with the same formula refutes it"): found["c", "d"] == found["b", "c", "d"] == 1960
        and found["a", "c", "d"] < found["c", "d"],
        Words("證實要讀完所有更早的文獻", "To prove it one would have to read all earlier works"): all(
            year == min(found.values()) for read, year in found.items() if "a" in read
        )
        and any(year > min(found.values()) for read, year in found.items() if len(read) == len(works) - 1),
    }


EXERCISES = (
    Exercise("reading", which_mark),
    Exercise("computing", past_one_half),
    Exercise("deriving", solve_for_the_curve),
    Exercise("reading", which_is_older),
    Exercise("deriving", firing_rate),
    Exercise("reading", earliest),
)
