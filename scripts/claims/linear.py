"""Sayings about the word linear: networks without activations, proportion, chaos, and activations that are linear themselves."""

from itertools import pairwise

import numpy as np

from activation_functions import ALL, identity, relu, tanh
from language.words import Words
from mathematics.claim import NOT_TRAINED, ONE_UNIT, Claim, Immaterial, Ruling, Variation
from mathematics.recorded import recorded

POINTS = np.array([[1.0, 2.0], [-3.0, 1.0], [0.0, 0.0], [4.0, -5.0]])
PLACES = np.array([[-3.0], [-1.0], [2.0], [5.0]])
EXACT = Immaterial(("range",), Words("在整數點精確比較，沒有掃過任何範圍。", "Integer points are compared exactly, and no range is scanned."))


def layers(f, sizes, bias, x):
    """The outputs of dense layers with small random integers for weights; a sample is a row."""
    rng = np.random.default_rng(0)
    for place, (n, m) in enumerate(pairwise(sizes)):
        x = (f(x) if place else x) @ rng.integers(-5, 6, (n, m)) + bias * rng.integers(1, 6, m)
    return x


def superposes(bias, *, sizes=(2, 3, 1), u=POINTS[0], v=POINTS[1]):
    """Do the outputs of a network without activations add up when the inputs do?"""
    of_sum, sum_of = layers(identity, sizes, bias, u + v), layers(identity, sizes, bias, u) + layers(identity, sizes, bias, v)
    return Ruling("holds" if np.array_equal(of_sum, sum_of) else "wrong")


without_activations_all_is_linear = Claim(
    said=Words(
        "沒有激活函數的網路，不管疊幾層，輸出都是輸入的線性函數。",
        "Without activations the output is a linear function of the input, however many layers are stacked.",
    ),
    says="generally",
    rows=("A07", "A08", "B43", "C12"),
    judge=superposes,
    about=True,
    instead=False,
    control=Words("把所有的偏置拿掉：這時真的是線性的。", "Take all biases away: then it is indeed linear."),
    assumes=(
        Words(
            "兩層，大小是$2$、$3$、$1$，權重與偏置是小的隨機整數，種子是$0$；「線性」是說$f(u+v)=f(u)+f(v)$，乘上一個矩陣就是這樣。",
            "Two layers of sizes $2$, $3$, $1$; weights and biases are small random integers, seed $0$; “linear” means $f(u+v)=f(u)+f(v)$, as it is when a layer multiplies by a matrix.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), about=False),
        Variation("width", Words("兩個隱藏層各五十個單元", "Two hidden layers of fifty units"), {"sizes": (2, 50, 50, 1)}),
        Variation("depth", Words("只有一層", "A single layer"), {"sizes": (2, 3)}),
        Variation("depth", Words("只有一層，沒有偏置", "A single layer without a bias"), {"sizes": (2, 3)}, about=False),
        Variation("depth", Words("十層", "Ten layers"), {"sizes": (2,) * 10 + (1,)}),
        Variation("depth", Words("十層，沒有偏置", "Ten layers without biases"), {"sizes": (2,) * 10 + (1,)}, about=False),
        Variation("inputs", Words("換另外兩個點", "Two other points"), {"u": POINTS[3], "v": POINTS[1]}),
    ),
    immaterial=(NOT_TRAINED, EXACT),
    why=Words(
        "每一層都是乘上一個矩陣再加偏置，所以嚴格說是仿射：線性再加一個常數。各層的偏置合併成一個常數，輸入相加時它被多算一次。層數沒有關係，有沒有偏置才有關係。",
        "Each layer multiplies by a matrix and adds its bias, so strictly it is affine: linear up to a constant. The biases of all layers merge into one constant, which is counted twice when inputs are added. Depth makes no difference; a bias does.",
    ),
    holds_when=Words("沒有偏置時成立；或者把「線性」讀成仿射。", "It holds without biases, or if “linear” is read as affine."),
    topic="guide/nonlinear",
)


def no_hidden_layer_will_do(f, *, sizes=(2, 3, 1), bias=True, x=POINTS):
    """Is there one affine map, from input to output, that says what this network says at the points?"""
    y = layers(f, sizes, bias, x)
    given = np.column_stack([x, np.ones(len(x))])
    merged = np.linalg.lstsq(given, y, rcond=None)[0]
    return Ruling("holds" if np.allclose(given @ merged, y) else "wrong")


same_as_no_hidden_layer = Claim(
    said=Words("少了激活函數，多層網路就和沒有隱藏層一樣。", "Without activations a deep network is just like one with no hidden layer."),
    says="always",
    rows=("B02", "C06", "C11"),
    judge=no_hidden_layer_will_do,
    about=identity,
    instead=relu,
    control=Words("把隱藏單元換成ReLU：這時一個仿射映射就不夠了。", "Make the hidden units ReLU: now one affine map no longer does."),
    assumes=(
        Words(
            "兩層，大小是$2$、$3$、$1$，有偏置，權重與偏置是小的隨機整數，種子是$0$；在四個整數點比較，它們不在同一條直線上。問的是能算出哪些輸出，不是怎麼學到。",
            "Two layers of sizes $2$, $3$, $1$ with biases; weights and biases are small random integers, seed $0$; compared at four integer points, not all on one line. The question is what can be computed, not how it is learned.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("兩個隱藏層各五十個單元", "Two hidden layers of fifty units"), {"sizes": (2, 50, 50, 1)}),
        Variation("depth", Words("十層", "Ten layers"), {"sizes": (2,) * 10 + (1,)}),
        Variation("inputs", Words("二十個別的整數點", "Twenty other integer points"), {"x": np.random.default_rng(1).integers(-9, 10, (20, 2)).astype(float)}),
    ),
    immaterial=(NOT_TRAINED, EXACT),
    why=Words(
        "各層的權重乘成一個矩陣，偏置合成一個向量，剩下的就是一個仿射映射；推導頁對任何層數都證明了。學習的過程是另一回事：兩層與一層，學得快慢的次序不同。",
        "The weights of all layers multiply into one matrix and the biases merge into one vector, which leaves one affine map; the derivation proves it for every depth. Learning is another matter: two layers and one learn in different orders.",
    ),
    holds_when=Words("就能算出的函數而言，總是成立。", "Of the functions that can be computed it holds always."),
    topic="guide/nonlinear",
    reads=("saxe2014",),
)


def proportion_tells(f, *, x=PLACES):
    """Is f out of proportion to its input exactly where it bends, so that no affine map is equal to it?"""
    y = f(x)
    factor = np.sum(x * y) / np.sum(x * x)
    given = np.column_stack([x, np.ones(len(x))])
    bends = not np.allclose(given @ np.linalg.lstsq(given, y, rcond=None)[0], y)
    return Ruling("holds" if bends != np.allclose(y, factor * x) else "wrong")


not_in_proportion = Claim(
    said=Words("非線性，就是輸出與輸入不成正比。", "Nonlinear means that the output is not in proportion to the input."),
    says="generally",
    rows=("A11",),
    judge=proportion_tells,
    about=relu,
    instead=lambda x: 2 * x + 3,
    control=Words(
        "換成$2x+3$：不成正比，卻沒有彎，疊幾層都還是一條直線。",
        "Take $2x+3$: not in proportion, and yet without a bend; any number of such layers is still a straight line.",
    ),
    assumes=(
        Words(
            "一個輸入、一個輸出，ReLU，四個點。激活函數要的是「彎」，也就是沒有一個仿射函數與它相等。",
            "One input and one output, ReLU, four points. What an activation needs is a bend: no affine function is equal to it.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有激活函數，但有偏置：$2x+3$", "No activation but a bias: $2x+3$"), about=lambda x: 2 * x + 3),
        Variation(
            "width",
            Words("兩個輸入、兩個輸出，轉一個直角", "Two inputs and two outputs, a turn by a right angle"),
            {"x": POINTS},
            about=lambda x: x @ np.array([[0.0, 1.0], [-1.0, 0.0]]),
        ),
        Variation("inputs", Words("只看正的輸入", "Positive inputs only"), {"x": np.array([[1.0], [2.0], [5.0]])}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(
        NOT_TRAINED,
        Immaterial(("depth", "range"), Words("只看一個函數，點是給定的。", "One function is looked at, at given points.")),
    ),
    why=Words(
        "一個輸入、一個輸出時，成正比就是線性，這樣說沒有錯。但$2x+3$不成正比也不彎；兩個輸入時，旋轉把向量轉到別的方向，不成正比，卻是線性的。",
        "With one input and one output, in proportion means linear, and the saying is right. But $2x+3$ is not in proportion and has no bend; and with two inputs a rotation turns vectors into other directions, not in proportion and yet linear.",
    ),
    holds_when=Words("一個輸入、一個輸出、沒有偏置時成立。", "It holds with one input, one output and no bias."),
    topic="guide/nonlinear",
)


def gaps_grow(systems, *, x=0.3, steps=2000):
    """Is there one among these systems whose steps, on average, magnify a small gap?"""
    growth = []
    for step, slope in systems:
        at, total = x, 0.0
        for _ in range(steps):
            total += float(np.log(max(abs(slope(at)), 1e-12)))
            at = step(at)
        growth.append(total / steps)
    return Ruling("holds" if max(growth) > 0.01 else "wrong")


def logistic(r):
    return lambda x: r * x * (1 - x), lambda x: r * (1 - 2 * x)


nonlinear_systems_may_be_chaotic = Claim(
    said=Words("非線性系統的行為可能混沌、難以預測。", "A nonlinear system can behave chaotically and defy prediction."),
    says="generally",
    rows=("A13",),
    judge=gaps_grow,
    about=(logistic(2.5), logistic(4.0), (tanh, tanh.derivative)),
    instead=((lambda x: x / 2, lambda x: 0.5), (lambda x: 1 - x, lambda x: -1.0)),
    control=Words(
        "換成待在一個範圍裡的線性系統，$x\\mapsto\\frac{x}{2}$與$x\\mapsto 1-x$：差距都不會長大。",
        "Take linear systems that stay within bounds, $x \\mapsto \\frac{x}{2}$ and $x \\mapsto 1-x$: no gap grows.",
    ),
    assumes=(
        Words(
            "三個系統：$r=\\frac{5}{2}$與$r=4$的$x\\mapsto r\\,x\\,(1-x)$，以及$\\tanh$。反覆套用，從$\\frac{3}{10}$出發，走兩千步；「混沌」是說相鄰兩個出發點的差距平均每一步都放大。",
            "Three systems: $x \\mapsto r\\,x\\,(1-x)$ with $r = \\frac{5}{2}$ and $r = 4$, and $\\tanh$, applied again and again, two thousand times from $\\frac{3}{10}$; “chaotic” means that on average each step magnifies the gap between neighbouring starts.",
        ),
    ),
    variations=(
        Variation("form", Words("只看$r=\\frac{19}{5}$", "$r = \\frac{19}{5}$ alone"), about=(logistic(3.8),)),
        Variation("inputs", Words("從$\\frac{1}{5}$出發", "From $\\frac{1}{5}$"), {"x": 0.2}),
        Variation("range", Words("只走兩百步", "Two hundred steps only"), {"steps": 200}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
            Words("反覆套用一個函數，沒有網路，也沒有訓練。", "One function is applied again and again; there is no network and no training."),
        ),
    ),
    why=Words(
        "說的是「可能」，一個例子就夠：$r=4$時，差距平均每一步加倍。不是每一個都會：$r=\\frac{5}{2}$時差距很快消失，反覆套用$\\tanh$也只會趨近零。",
        "It says “can”, and one example is enough: with $r=4$ the gap doubles at each step on average. Not all of them are: with $r=\\frac{5}{2}$ it soon disappears, and $\\tanh$ applied again and again just tends to zero.",
    ),
    holds_when=Words("成立，但只是「可能」：非線性不一定混沌。", "It holds, as “can”: what is nonlinear need not be chaotic."),
    topic="guide/nonlinear",
    reads=("may1976",),
)


def offered(path, library="", without=()):
    """Functions of this site that a library offers in the place where it keeps its activations."""
    named = {
        name for name, calls in recorded("peers")["names"].items() for each in calls if each["name"].startswith(path) and each["library"].startswith(library)
    }
    return [ALL[name] for name in sorted(named - set(without)) if name in ALL and not ALL[name].mixes]


def all_bend(functions, *, x=np.linspace(-10.0, 10.0, 201), **parameters):  # noqa: B008
    """Is none of these functions equal to an affine one?"""
    given = np.column_stack([x, np.ones(len(x))])
    values = [f(x, **{name: value for name, value in parameters.items() if name in f.parameters}) for f in functions]
    affine = [np.allclose(given @ np.linalg.lstsq(given, y, rcond=None)[0], y) for y in values]
    return Ruling("wrong" if any(affine) else "holds", {"functions": len(functions), "affine": sum(affine)})


activations_are_all_nonlinear = Claim(
    said=Words("激活函數都是非線性的。", "Activation functions are nonlinear, all of them."),
    says="always",
    rows=("D03",),
    judge=all_bend,
    about=offered("keras.activations"),
    instead=offered("keras.activations", without=("identity",)),
    control=Words("把恆等函數拿掉：剩下的都不是仿射函數。", "Take the identity away: none of the rest is affine."),
    assumes=(
        Words(
            "Keras放在`keras.activations`裡、本站也收錄的逐元素函數；「線性」從寬，當作仿射：在$-10$到$10$之間的點上與一個仿射函數相等。",
            "The functions of one number that Keras keeps in `keras.activations` and this site has as well; “linear” is read generously as affine: equal to an affine function at points from $-10$ to $10$.",
        ),
    ),
    variations=(
        Variation("form", Words("JAX放在`jax.nn`裡的", "Those that JAX keeps in `jax.nn`"), about=offered("jax.nn")),
        Variation(
            "range",
            Words("拿掉恆等函數，只看$-3$到$3$", "Without the identity, from $-3$ to $3$ only"),
            {"x": np.linspace(-3.0, 3.0, 61)},
            about=offered("keras.activations", without=("identity",)),
        ),
        Variation("form", Words("PReLU，學到的斜率剛好是$1$", "PReLU whose learned slope happens to be $1$"), {"alpha": 1.0}, about=[ALL["prelu"]]),
    ),
    immaterial=(ONE_UNIT, Immaterial(("inputs",), Words("函數的值由它自己決定，沒有抽樣。", "The values are those of the function itself; nothing is drawn."))),
    why=Words(
        "函式庫裡的激活函數就有一個是線性的：恆等函數，Keras直接叫它`linear`。迴歸的輸出層與線性瓶頸用的都是它。硬Sigmoid在$-3$到$3$之間也是一條直線，可學習的函數也可能學成線性的。要非線性的，是網路裡的某些隱藏層，不是每一個激活函數。",
        "Libraries have an activation that is linear: the identity, which Keras simply calls `linear`. It is what output layers of regression and linear bottlenecks use. From $-3$ to $3$ the hard sigmoid is a straight line too, and a function with learned parameters may turn out linear. What has to be nonlinear is some hidden layer of the network, and not every activation function.",
    ),
    holds_when=Words(
        "不算恆等函數，就成立：這裡的$[[activations_are_all_nonlinear.functions]]$個函數裡，仿射的只有$[[activations_are_all_nonlinear.affine]]$個。",
        "Leave the identity out, and it holds: of the $[[activations_are_all_nonlinear.functions]]$ functions here, $[[activations_are_all_nonlinear.affine]]$ is affine.",
    ),
    topic="guide/nonlinear",
)
