"""What two hundred units make of the cube: with squares a parabola at best, with ReLU almost the cube itself."""

from fractions import Fraction

import numpy as np
from flint import arb

from activation_functions import relu
from language.words import Words

title = Words("單元是平方，兩百個也接近不了三次方", "If units are squares, two hundred of them do not come near the cube")
caption = Words(
    "一個隱藏層，$[[cube_by_squares.units]]$個單元，權重與偏置隨機，輸出的權重用最小平方法求最好的一組。綠線是$x^3$。橘色虛線：單元是$z^2$，得到的是一條直線。藍點：單元是ReLU，看不出差別。",
    "One hidden layer of $[[cube_by_squares.units]]$ units with random weights and biases; the output weights are the best ones by least squares. Green is $x^3$. Dashed orange: units $z^2$, and the result is a straight line. Blue dots: ReLU units, and no difference can be seen.",
)
alt = Words(
    "綠色的立方曲線上排著藍點；橘色虛線是一條直線，只在三個地方與曲線相交。",
    "Blue dots lie along the green cubic curve; the dashed orange line is straight and crosses the curve in only three places.",
)
description = Words(
    "在$-1$與$1$之間，$z^2$的均方根誤差是$[[cube_by_squares.rms:3]]$，理論的最小值也是；ReLU的最大誤差小於百分之一。",
    "Between $-1$ and $1$ the root mean square error of $z^2$ is $[[cube_by_squares.rms:3]]$, the least that theory allows; the largest error of ReLU is below a hundredth.",
)
assumes = (
    Words(
        "權重取自標準常態，偏置均勻分布在$-2$與$2$之間，種子是$0$；輸出是單元的組合加一個常數，在$-1$與$1$之間的兩千零一個點上用最小平方法求。",
        "Standard normal weights, biases uniform between $-2$ and $2$, seed $0$; the output is a combination of the units and a constant, by least squares at two thousand and one points between $-1$ and $1$.",
    ),
)
UNITS, POINTS = 200, np.linspace(-1, 1, 2001)


def squared(z):
    return z * z


def best(unit, target=POINTS**3, units=UNITS, seed=0, x=POINTS):
    """The best that random units of this kind can do: their outputs combined with a constant."""
    rng = np.random.default_rng(seed)
    features = unit(np.outer(x, rng.standard_normal(units)) + rng.uniform(-2, 2, units))
    given = np.column_stack([features, np.ones_like(x)])
    return given @ np.linalg.lstsq(given, target, rcond=1e-12)[0]


def numbers():
    return {"units": UNITS, "rms": (arb(4) / 175).sqrt(), "largest": Fraction(1, 4)}


def holds(drawn):
    x, y = drawn["units of squares"]
    rms = np.sqrt(np.mean((best(squared) - POINTS**3) ** 2))
    return {
        Words("兩百個也接近不了三次方", "two hundred of them do not come near the cube"): abs(rms - np.sqrt(4 / 175)) < 1e-3,
        Words("得到的是一條直線", "the result is a straight line"): np.abs(np.diff(y, 2)).max() < 1e-6,
        Words("小於百分之一", "below a hundredth"): np.abs(best(relu) - POINTS**3).max() < 1e-2,
    }


def draw(ax, pen):
    x = POINTS[::20]
    pen.curve(ax, x, x**3, "the cube", "c3", "x³", at=-1, offset=(6, 0))
    pen.curve(ax, x, best(squared)[::20], "units of squares", "c2", Words("z²單元", "units z²"), at=-1, offset=(6, 0), linestyle="--")
    every = x[::5]
    pen.keep("ReLU units", every, best(relu)[::100])
    ax.plot(every, best(relu)[::100], "o", markersize=4.5, color="#0072b2")
    pen.note(ax, -0.6, -0.216, Words("ReLU單元", "ReLU units"), "c1", (4, 26))
    ax.set_xlim(-1, 1.05)
    ax.set_xlabel("x", loc="right")
    pen.ticks(ax, x=[-1, 0, 1], y=[-1, 0, 1])
