"""Sayings about a small network of nine weights: what is left of it without activations, and how an activation bends its boundary."""

from itertools import pairwise

import numpy as np

from activation_functions import identity, relu, sigmoid, step, tanh
from claims.layer_by_layer import no_flat_boundary
from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation

POINTS = np.array([[1, 2], [-3, 1], [0, 0], [4, -5], [2, 2], [-1, -6]])


def is_a_fixed_weighted_sum(f, *, sizes=(2, 3, 1), x=POINTS, seed=0):
    """Is the output, at every point, the inputs in a row times one fixed column, the product of the weight matrices? All are integers."""
    rng = np.random.default_rng(seed)
    weights = [rng.integers(-9, 10, shape) for shape in pairwise(sizes)]
    y = x @ weights[0]
    for W in weights[1:]:
        y = f(y) @ W
    return Ruling("holds" if np.array_equal(y, x @ np.linalg.multi_dot([*weights, np.eye(sizes[-1], dtype=int)])) else "wrong")


nine_weights_are_two = Claim(
    said=Words(
        "九個權重的網路乘開、重新分組，就是兩個輸入的加權和，又回到$y=XW$的形式。",
        "Multiply the nine-weight network out and regroup, and it is a weighted sum of the two inputs, back at the form $y=XW$.",
    ),
    says="definition",
    rows=("B07", "B09"),
    judge=is_a_fixed_weighted_sum,
    about=identity,
    instead=relu,
    control=Words(
        "隱藏單元換成ReLU：各點的輸出不再出自同一組係數。", "Take ReLU for the hidden units: the outputs no longer come from one set of coefficients."
    ),
    assumes=(
        Words(
            "兩個輸入、三個隱藏單元、一個輸出，沒有激活函數；權重是$-9$到$9$的隨機整數，種子是$0$。$X$是輸入排成的橫列，$W$是兩個權重矩陣的乘積；在六個整數點精確比較。",
            "Two inputs, three hidden units, one output and no activation; weights are random integers from $-9$ to $9$, seed $0$. $X$ is the inputs in a row, and $W$ the product of the two weight matrices; compared exactly at six integer points.",
        ),
    ),
    variations=(
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"sizes": (2, 50, 1)}),
        Variation("width", Words("五個輸入、三個輸出", "Five inputs and three outputs"), {"sizes": (5, 3, 3), "x": np.arange(-10, 10).reshape(4, 5) ** 2}),
        Variation("depth", Words("六層", "Six layers"), {"sizes": (2, 3, 3, 3, 3, 3, 1)}),
        Variation("inputs", Words("二十個別的整數點", "Twenty other integer points"), {"x": np.random.default_rng(1).integers(-99, 100, (20, 2))}),
        Variation("initialisation", Words("另一組權重", "Other weights"), {"seed": 1}),
    ),
    immaterial=(
        Immaterial(
            ("bias",),
            Words(
                "這句話數得出權重是九個，沒有偏置；有偏置的網路由另一句話判定。",
                "The saying counts nine weights, and no bias; networks with biases are judged under another saying.",
            ),
        ),
        Immaterial(("optimiser", "batch"), Words("什麼也沒有訓練。", "Nothing is trained.")),
        Immaterial(("range",), Words("整數點精確比較，沒有掃過任何範圍。", "Integer points are compared exactly, and no range is scanned.")),
    ),
    why=Words(
        "從一個輸入走到輸出有三條路，每條路的貢獻是沿途權重的乘積，加起來就是那個輸入的係數。九個權重只透過兩個係數起作用。取$w_k=k$，係數是$[[collapse_nine_weights.first]]$與$[[collapse_nine_weights.second]]$。這一步流傳的教材沒有算錯，錯在後面的移項。",
        "Three routes lead from an input to the output; each contributes the product of the weights along it, and together they are the coefficient of that input. The nine weights act through two coefficients only. With $w_k=k$ these are $[[collapse_nine_weights.first]]$ and $[[collapse_nine_weights.second]]$. The tutorial that is passed around has this step right; it goes wrong later, where it solves for an input.",
    ),
    holds_when=Words(
        "隱藏單元沒有激活函數時恆成立；有偏置時還要加上一個常數，成為$y=XW+b$。",
        "It always holds where hidden units have no activation; with biases a constant is added, which makes $y=XW+b$.",
    ),
    topic="guide/nonlinear",
)


def bends_the_boundary(f, *, output=identity, sizes=(2, 3, 1), bias=True, start=2.0, inputs=None, networks=range(10)):
    """Does one of ten random networks sort the points into halves that no straight line sorts so? The cut is at the median output."""
    for seed in networks:
        rng = np.random.default_rng(seed)
        x = rng.uniform(-2, 2, (200, 2)) if inputs is None else inputs(rng)
        y = x
        for place, (n, m) in enumerate(pairwise(sizes)):
            y = (f(y) if place else y) @ rng.standard_normal((n, m)) * start / n**0.5 + bias * rng.standard_normal(m)
        y = output(y[:, 0])
        sign = np.where(y > np.median(y), 1.0, -1.0)
        if no_flat_boundary(sign, x=x).verdict == "holds":
            return Ruling("holds")
    return Ruling("wrong")


activation_bends_the_boundary = Claim(
    said=Words("加上激活函數，就能得到彎曲的決策邊界。", "Adding an activation allows a curved decision boundary."),
    says="generally",
    rows=("C09",),
    judge=bends_the_boundary,
    about=tanh,
    instead=identity,
    control=Words("隱藏單元換成恆等函數：十個網路的邊界全是直線。", "Take the identity for the hidden units: the boundaries of all ten networks are straight."),
    assumes=(
        Words(
            "兩個輸入、三個$\\tanh$單元、一個輸出，有偏置；權重取自常態分布，標準差是$2/\\sqrt{n}$，偏置取自標準常態。兩百個點均勻分布在邊長$4$的正方形裡，在輸出的中位數切成兩類；邊界彎不彎，看有沒有一條直線切得出同樣的兩類，用線性規劃判定。說的是「能」，十個網路有一個彎就算。",
            "Two inputs, three $\\tanh$ units, one output, with biases; normal weights of standard deviation $2/\\sqrt{n}$, standard normal biases. Two hundred points, uniform in a square of side $4$, are cut into two classes at the median output; the boundary is bent if no straight line makes the same two classes, which linear programming decides. The saying is “allows”: one bent boundary in ten networks will do.",
        ),
    ),
    variations=(
        Variation(
            "form",
            Words("Sigmoid只在輸出，隱藏單元沒有激活函數", "A sigmoid at the output alone, and no activation in the hidden units"),
            {"output": sigmoid},
            about=identity,
        ),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("一個隱藏單元", "One hidden unit"), {"sizes": (2, 1, 1)}),
        Variation("width", Words("兩個隱藏單元", "Two hidden units"), {"sizes": (2, 2, 1)}),
        Variation("depth", Words("三個隱藏層", "Three hidden layers"), {"sizes": (2, 3, 3, 3, 1)}),
        Variation("depth", Words("三個隱藏層，各一個單元", "Three hidden layers of one unit"), {"sizes": (2, 1, 1, 1, 1)}),
        Variation("inputs", Words("點取自標準常態", "Standard normal points"), {"inputs": lambda rng: rng.standard_normal((200, 2))}),
        Variation(
            "range", Words("只看邊長百萬分之一的正方形", "A square of a millionth of that side"), {"inputs": lambda rng: rng.uniform(-2e-6, 2e-6, (200, 2))}
        ),
        Variation("initialisation", Words("權重的標準差是$1/\\sqrt{n}$", "Weights of standard deviation $1/\\sqrt{n}$"), {"start": 1.0}),
        Variation("activation", Words("ReLU", "ReLU"), about=relu),
        Variation("activation", Words("階梯函數", "The step function"), about=step),
    ),
    immaterial=(Immaterial(("optimiser", "batch"), NOT_TRAINED.why),),
    why=Words(
        "要看加在哪裡。激活函數夾在兩次加權求和之間，邊界才彎得起來；只加在輸出，或者每層只有一個單調的單元，邊界仍是一條直線，因為一路都只是同一個加權和的遞增或遞減函數。ReLU與階梯函數的邊界由直的線段接成，是折線，不是曲線。雙月牙上訓練出來的結果是：直的邊界答對$[[boundaries.linear:%]]$，彎的答對$[[boundaries.curved:%]]$。",
        "It depends on where it is added. The boundary can bend once the activation stands between two weighted sums; at the output alone, or with one monotone unit a layer, it stays a straight line, for all along there is only an increasing or decreasing function of one weighted sum. With ReLU or the step function the boundary is made of straight pieces, a broken line rather than a curve. Trained on two moons, the straight boundary is right on $[[boundaries.linear:%]]$ and the bent one on $[[boundaries.curved:%]]$.",
    ),
    holds_when=Words(
        "加在隱藏層，而且第一個隱藏層有兩個以上的單元時成立；湊得很近看，平滑的邊界又像直線。它只說做得到，訓練找不找得到是另一回事。",
        "It holds in hidden layers, the first of which has two units or more; seen from very close, a smooth boundary looks straight again. It only says that there are such networks; whether training finds them is another matter.",
    ),
    topic="guide/nonlinear",
)
