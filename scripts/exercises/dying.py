"""The exercises on dying ReLU: the skill that each asks for, and its answer computed."""

from fractions import Fraction

import numpy as np

from activation_functions import elu, leaky_relu
from language.words import Words
from mathematics.exercise import Exercise


def dead_or_not():
    samples = np.array([-2.0, 0.0, 1.0])
    return {
        Words("三個$z$是$-3$、$-1$、$0$", "The three $z$ are $-3$, $-1$, $0$"): list(samples - 1) == [-3, -1, 0],
        Words("都不大於零，它死了", "none above zero, so it is dead"): not (samples - 1 > 0).any(),
        Words("多了$x=2$，$z=1$，它就活著", "With $x=2$ there is $z=1$, and it is alive"): 2 - 1 == 1 > 0,
    }


def does_nan_count():
    with np.errstate(invalid="ignore"):
        counted = not (np.full(4, np.nan) > 0).any()
    return {Words("NaN與任何數比較都是假，所以全部都算死掉", "Every comparison of NaN with a number is false, so all count as dead"): counted}


def steps_back():
    def steps(f):
        """From w = b = -1 with the same sample x = 2, the same target and rate 1, until z is above zero."""
        w = b = -1.0
        for step in range(1, 10**4):
            z = 2 * w + b
            slope = (f(z) - 1) * f.derivative(z)
            w, b = w - 2 * slope, b - slope
            if 2 * w + b > 0:
                return step
        return None

    return {
        Words("ELU只要", "ELU only"): steps(elu) < steps(leaky_relu),
        Words("若是$z=-9$，ELU的斜率就遠小於Leaky ReLU了", "At $z=-9$ ELU's slope would be far smaller than that of leaky ReLU"): elu.derivative(-9.0)
        < leaky_relu.derivative(-9.0) / 10,
    }


def another_target():
    def after(x, rate):
        """The pre-activation after one step on x = 2 with the target 0, from w = 1 and b = 0."""
        error = 2 - 0
        return (1 - rate * error * 2) * x - rate * error

    fifth, last = Fraction(1, 5), Fraction(3, 14)
    return {
        Words("$x=2$在$\\eta=\\frac{1}{5}$恰好是$0$", "$x=2$ is exactly at $0$ for $\\eta=\\frac{1}{5}$"): after(2, fifth) == 0,
        Words("學習率更大，$z$是負的，輸出還是$0$，照樣達到目標", "at every larger rate its $z$ is negative, but the output is $0$ there too"): all(
            after(2, fifth + Fraction(k, 100)) < 0 for k in range(1, 300)
        )
        and after(2, fifth - Fraction(1, 1000)) > 0,
        Words("$x=3$到$\\eta=\\frac{3}{14}$也是$0$，從這裡起單元死掉", "$x=3$ is at $0$ for $\\eta=\\frac{3}{14}$, and from there on the unit is dead"): after(
            3, last
        )
        == 0
        and all(after(x, last) <= 0 for x in (1, 2, 3))
        and after(3, last - Fraction(1, 1000)) > 0,
    }


def weight_decay():
    w, b, x, c = np.array([-1.0, 0.5]), -0.25, np.array([[1.0, 1.0], [2.0, -1.0]]), 0.9
    z, shrunk = x @ w + b, [x @ (c**k * w) + c**k * b for k in range(1, 50)]
    kept = [x @ (c**k * w) + 0.25 for k in range(1, 50)]  # only w is multiplied, and b is above zero
    return {
        Words("兩者都乘上$c$，$z$也一樣，正負號不變，不會回來", "its sign stays, and the unit does not come back"): (z < 0).all()
        and all((each < 0).all() for each in shrunk),
        Words("若$b>0$，它遲早會回來", "with $b>0$ it comes back sooner or later"): any((each > 0).any() for each in kept),
        Words("$b\\le0$就不會", "with $b\\le0$ it does not"): all((x @ (c**k * w) + b <= 0).all() for k in range(1, 50)),
    }


def centred_data():
    rng = np.random.default_rng(0)
    x = rng.standard_normal((20, 3))
    x -= x.mean(axis=0)
    z = x @ rng.standard_normal((3, 1000))
    return {
        Words("加起來是$w^{\\mathsf T}\\sum x=0$", "adds up to $w^{\\mathsf T}\\sum x=0$"): bool(np.allclose(z.sum(axis=0), 0)),
        Words("除非$w$是零，或資料都在通過零、與$w$垂直的線或面上，否則單元不會死", "the unit is not dead"): bool((z.max(axis=0) > 0).all()),
    }


EXERCISES = (
    Exercise("reading", dead_or_not),
    Exercise("programming", does_nan_count),
    Exercise("computing", steps_back),
    Exercise("computing", another_target),
    Exercise("deriving", weight_decay),
    Exercise("proving", centred_data),
)
