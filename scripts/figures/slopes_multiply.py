"""A chain of ten layers of one unit each: the tangent at the first, and the product of slopes and weights from the output back to each layer."""

from fractions import Fraction

import numpy as np

from activation_functions import ALL
from drawing.live import Choice, Live, Panel, Part, Says, Slide
from language.words import Words

title = Words("Sigmoid的乘積每過一層就變小，tanh在零附近幾乎不變", "Layer by layer the sigmoid's product shrinks; near zero that of tanh hardly does")
caption = Words(
    "十層的網路，每層一個單元，層間的權重都是$w$，沒有偏置。左：藍線是激活函數，大點是第一層的$z$，橘線是它的切線，小點是其餘各層的$z$。右：輸出對各層$z$的斜率，也就是從最後一層乘回來的$f'(z)$與$w$。縱軸是對數尺度；乘積是零時，線掉到圖外。",
    "A chain of ten layers with one unit each, the weight $w$ between them and no biases. Left: the activation function in blue, the $z$ of the first layer as a large dot with its tangent in orange, the $z$ of the other layers as small dots. "
    "Right: the slope of the output with respect to each layer's $z$, that is the product of $f'(z)$ and $w$ from the last layer back. The vertical scale is logarithmic; where the product is zero, the line leaves the picture.",
)
alt = Words(
    "左圖是一條曲線、一段切線與幾個點；右圖的折線從右邊的最後一層往左走到第一層。",
    "On the left a curve, a piece of its tangent and some dots; on the right a line that goes from the last layer, at the right, to the first.",
)
description = Words(
    "靜止的圖裡$z=\\frac{1}{2}$、$w=1$。Sigmoid的第一層斜率是$[[sigmoid.derivative(0.5)]]$，乘過十層剩下$[[slopes_multiply.sigmoid]]$；$\\tanh$是$[[tanh.derivative(0.5)]]$與$[[slopes_multiply.tanh]]$。",
    "In the still picture $z = \\frac{1}{2}$ and $w = 1$. The slope of the sigmoid at the first layer is $[[sigmoid.derivative(0.5)]]$, and after ten layers $[[slopes_multiply.sigmoid]]$ is left; for tanh it is $[[tanh.derivative(0.5)]]$ and $[[slopes_multiply.tanh]]$.",
)
panels = 2
LAYERS, REACH, START, STROKE = 10, 3, 0.5, 0.9
FUNCTIONS = ("sigmoid", "tanh", "relu", "leaky_relu", "gelu")
LOW, HIGH = 1e-8, 1e3


def chain(f, x, w):
    """The pre-activations of the layers, z₁ = x and z = w f(z) of the layer before."""
    z = [x]
    for _ in range(LAYERS - 1):
        z.append(w * float(ALL[f](z[-1])))
    return np.array(z)


def products(f, x, w):
    """The slope of the output by the z of each layer, from the first to the last."""
    factors = np.asarray(ALL[f].derivative(chain(f, x, w)))
    weights = np.array([w] * (LAYERS - 1) + [1.0])
    return np.cumprod((factors * weights)[::-1])[::-1]


def tangent(f, x):
    """A piece of the tangent, as long for every slope."""
    slope = float(ALL[f].derivative(x))
    run = STROKE / np.hypot(1, slope)
    return [x - run, x + run], [float(ALL[f](x)) - run * slope, float(ALL[f](x)) + run * slope]


def curve(f):
    x = np.linspace(-REACH, REACH, 61)
    return x, ALL[f](x)


def others(f, x, w):
    z = chain(f, x, w)[1:]
    return z, ALL[f](z)


def passed(f, x, w):
    return range(1, LAYERS + 1), products(f, x, w)


live = Live(
    controls={
        "f": Choice(Words("函數", "Function"), {f: ALL[f].name for f in FUNCTIONS}, "sigmoid"),
        "x": Slide(Words("第一層的$z$", "$z$ of the first layer"), np.linspace(-REACH, REACH, 25), START, panel=0),
        "w": Slide(Words("權重$w$", "Weight $w$"), (0.5, 1, 2, 4), 1),
    },
    panels=[
        Panel((-REACH, REACH), (-1.5, REACH), {-3: "−3", 0: "0", 3: "3"}, {-1: "−1", 0: "0", 1: "1", 2: "2", 3: "3"}, "z", "f(z)"),
        Panel(
            (1, LAYERS),
            (LOW, HIGH),
            {1: "1", 4: "4", 7: "7", 10: "10"},
            {1e-8: "10⁻⁸", 1e-4: "10⁻⁴", 1: "1", 1e3: "10³"},
            Words("層", "layer"),
            Words("輸出的斜率", "slope of the output"),
            logs="y",
        ),
    ],
    parts={
        "curve": Part(curve, "line c1"),
        "tangent": Part(tangent, "line c2"),
        "others": Part(others, "dots small c3"),
        "point": Part(lambda f, x: ([x], [ALL[f](x)]), "dots c1"),
        "product": Part(passed, "line c2", 1),
        "layers": Part(passed, "dots small c2", 1),
    },
    says={
        "slope": Says(Words("這裡的斜率$f'(z)$", "Slope here, $f'(z)$"), lambda f, x: ALL[f].derivative(x), "tangent"),
        "left": Says(Words("乘過十層", "After ten layers"), lambda f, x, w: products(f, x, w)[0], "product"),
    },
    rows=[{"f": f, "x": x} for f in FUNCTIONS for x in (-3.0, 0.5, 3.0)],
)


def numbers():
    return {f: Fraction(float(products(f, START, 1.0)[0])) for f in ("sigmoid", "tanh")}


def holds(drawn):
    sigmoid, tanh = (drawn[f"product, {f}"][1] for f in ("sigmoid", "tanh"))
    return {
        Words("Sigmoid的乘積每過一層就變小", "Layer by layer the sigmoid's product shrinks"): (sigmoid[:-1] < 0.3 * sigmoid[1:]).all(),
        Words("tanh在零附近幾乎不變", "near zero that of tanh hardly does"): (tanh[:-1] > 0.7 * tanh[1:]).all(),
    }


def draw(axes, pen):
    x = np.linspace(-REACH, REACH, 161)
    for f, colour, style in (("sigmoid", "c1", "-"), ("tanh", "c3", "--")):
        graph = pen.graph(axes[0], ALL[f], x, colour=colour, linestyle=style, label=None)
        pen.curve(axes[0], *tangent(f, START), f"tangent, {f}", "c2", linewidth=2)
        pen.dot(axes[0], START, float(np.interp(START, graph.x, graph.y)), colour=colour)
        pen.note(axes[0], 2.4, float(ALL[f](2.4)), ALL[f].name, colour, (0, 7) if f == "tanh" else (0, -8))
        pen.curve(axes[1], np.arange(1, LAYERS + 1), products(f, START, 1.0), f"product, {f}", colour, linestyle=style, marker="o", markersize=4)
        pen.note(axes[1], 2, float(products(f, START, 1.0)[1]), ALL[f].name, colour, (8, -9))
    axes[0].set_xlim(-REACH, REACH)
    axes[0].set_ylim(-1.5, 1.5)
    axes[0].set_xlabel("z")
    pen.ticks(axes[0], x=[-3, 0, 3], y=[-1, 0, 1])
    axes[1].set_yscale("log")
    axes[1].set_xlabel(pen.say(Words("層", "layer")))
    axes[1].set_ylabel(pen.say(Words("輸出的斜率", "slope of the output")))
    axes[1].minorticks_off()
    pen.ticks(axes[1], x=[1, 4, 7, 10], y=[1e-6, 1e-3, 1], ynames=["10⁻⁶", "10⁻³", "1"])
