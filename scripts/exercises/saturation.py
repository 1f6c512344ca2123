"""The exercises on saturation: the skill that each asks for, and its answer computed."""

import math

import numpy as np

from activation_functions import hard_tanh, log_sigmoid, sigmoid, sine, softplus, softshrink, tanh
from language.words import Words
from mathematics.exercise import Exercise


def half_of_tanh():
    low, high = 0.0, 2.0  # the slope falls from 1 to less than 1/2 in between
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if tanh.derivative(middle) > 1 / 2 else (low, middle)
    x = np.linspace(-5, 5, 101)
    return {
        Words("$x=\\frac{1}{2}\\ln(3+2\\sqrt{2})$", "$x=\\frac{1}{2}\\ln(3+2\\sqrt{2})$"): math.isclose(low, math.log(3 + 2 * math.sqrt(2)) / 2),
        Words(
            "由$1-\\tanh^2 x=\\frac{1}{2}$得$\\tanh x=\\frac{1}{\\sqrt{2}}$", "From $1-\\tanh^2 x=\\frac{1}{2}$ we get $\\tanh x=\\frac{1}{\\sqrt{2}}$"
        ): math.isclose(tanh(low), 1 / math.sqrt(2)),
        Words("它恰好是Sigmoid答案的一半", "It is half of the sigmoid's answer"): math.isclose(sigmoid.derivative(2 * low), sigmoid.derivative(0.0) / 2),
        Words("$\\tanh x=2\\sigma(2x)-1$", "$\\tanh x=2\\sigma(2x)-1$"): np.allclose(tanh(x), 2 * sigmoid(2 * x) - 1),
    }


def which_end():
    x = np.array([5.0, 50.0, 500.0])

    def fades(slopes):
        """The slopes fall towards zero, and none is zero."""
        return bool((slopes > 0).all() and (np.diff(slopes) < 0).all() and slopes[-1] < 1e-100)

    return {
        Words(
            "Softplus的斜率是$\\sigma(x)$，左端趨近零而不到零", "The slope of softplus is $\\sigma(x)$, which on the left tends to zero and is never zero"
        ): fades(softplus.derivative(-x)) and np.allclose((softplus(x + 1e-4) - softplus(x - 1e-4)) / 2e-4, sigmoid(x)),
        Words("右端的斜率趨近$1$，不飽和", "On the right it tends to $1$, so there is none"): bool((abs(softplus.derivative(x) - 1) <= [1e-2, 1e-15, 0]).all()),
        Words("恰好相反：右端軟飽和", "all is the other way round: soft saturation on the right"): fades(log_sigmoid.derivative(x))
        and np.allclose(log_sigmoid.derivative(-x), softplus.derivative(x)),
    }


def nothing_in_the_middle():
    inside, outside = np.linspace(-0.99, 0.99, 45), np.array([1.5, 20.0, 1e6])
    return {
        Words("$|x|\\le 1$時輸出$0$", "for $|x|\\le 1$ the output is $0$"): not softshrink(inside, lam=1.0).any()
        and not softshrink.derivative(inside, lam=1.0).any(),
        Words("之外則把輸入往零移動$1$", "outside it is the input moved towards zero by $1$"): np.array_equal(softshrink(outside, lam=1.0), outside - 1)
        and np.array_equal(softshrink(-outside, lam=1.0), 1 - outside),
        Words("它兩端的斜率都是$1$", "Both ends have slope $1$"): bool(
            (softshrink.derivative(outside, lam=1.0) == 1).all() and (softshrink.derivative(-outside, lam=1.0) == 1).all()
        ),
    }


def steps_away():
    z, steps = 8.0, 0
    while z > 0:
        output = 1 / (1 + math.exp(-z))
        z, steps = z - output * (1 - output), steps + 1
    return {
        Words("所以$z$只降到$[[8 - sigmoid.derivative(8):6]]$", "so $z$ falls to $[[8 - sigmoid.derivative(8):6]]$ only"): math.isclose(
            sigmoid.derivative(8.0), 1 / (math.exp(4) + math.exp(-4)) ** 2
        ),
        Words("要走幾千步才回到零", "some thousands of steps from being back at zero"): 2000 < steps < 10000,
        Words("硬飽和的函數在那裡斜率恰好是零", "Where a function saturates hard its slope is exactly zero"): bool(hard_tanh.derivative(8.0) == 0),
    }


def bounded_and_not_saturating():
    places = 2 * np.pi * np.arange(1, 100)
    ramps = np.arange(1, 50)

    def area_to(x):
        """The height reached at x by little ramps, each as wide as half the one before, whose slope rises to 1 at every whole number and falls again."""
        t = np.clip((x - ramps) * 2.0**ramps, -1, 1)
        return (np.where(t < 0, (1 + t) ** 2, 2 - (1 - t) ** 2) / 2 / 2.0**ramps).sum()

    at = [area_to(x) for x in np.linspace(0, 60, 241)]
    steep = [(area_to(k + 1e-3 / 2**k) - area_to(k - 1e-3 / 2**k)) * 2**k / 2e-3 for k in (1, 5, 9)]
    return {
        Words("$\\sin x$有界，斜率$\\cos x$卻沒有極限", "$\\sin x$ is bounded, but its slope $\\cos x$ has no limit"): np.allclose(sine.derivative(places), 1)
        and np.allclose(sine.derivative(places + np.pi), -1),
        Words("斜率可以在越來越窄的區間裡一再變大", "the slope may become large again on ever narrower intervals"): bool((np.diff(at) >= 0).all())
        and at[-1] <= 1
        and np.allclose(steep, 1, atol=1e-2),
    }


def one_more_unit():
    def slope(x):
        return math.exp(-x) / (1 + math.exp(-x)) ** 2

    def bracket(x):
        return (1 + math.exp(-x)) / (1 + math.exp(-x - 1))

    far = 6 * math.log(10)
    return {
        Words("$\\sigma'(x)=e^{-x}/(1+e^{-x})^2$", "$\\sigma'(x)=e^{-x}/(1+e^{-x})^2$"): all(
            math.isclose(slope(x), sigmoid.derivative(x)) for x in (-3.0, 0.0, 4.0)
        ),
        Words("$e^{-1}\\left(\\frac{1+e^{-x}}{1+e^{-x-1}}\\right)^2$", "$e^{-1}\\left(\\frac{1+e^{-x}}{1+e^{-x-1}}\\right)^2$"): all(
            math.isclose(slope(x + 1) / slope(x), bracket(x) ** 2 / math.e) for x in (-3.0, 0.0, 4.0)
        ),
        Words("括號趨近$1$", "the bracket tends to $1$"): abs(bracket(30.0) - 1) < 1e-12,
        Words("等於$10^{-6}$的地方是$x=6\\ln 10$", "which equals $10^{-6}$ at $x=6\\ln 10$"): slope(far - 1e-5) > 1e-6 > slope(far + 1e-5),
    }


EXERCISES = (
    Exercise("computing", half_of_tanh),
    Exercise("reading", which_end),
    Exercise("choosing", nothing_in_the_middle),
    Exercise("computing", steps_away),
    Exercise("proving", bounded_and_not_saturating),
    Exercise("proving", one_more_unit),
)
