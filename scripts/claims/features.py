"""Sayings about what a layer does to features: how it maps them, what it keeps of them, and whether its outputs suit the next layer."""

from fractions import Fraction

import numpy as np

from activation_functions import hard_tanh, identity, relu, sigmoid, silu, step, tanh
from language.words import Words
from mathematics.claim import NOT_TRAINED, Claim, Immaterial, Ruling, Variation


def _moons(rng, points=200):
    """Two interleaved half circles with noise, standardised; columns are points."""
    t, upper = rng.uniform(0, np.pi, points), np.arange(points) % 2 == 0
    x = np.where(upper, [np.cos(t), np.sin(t)], [1 - np.cos(t), 0.5 - np.sin(t)]) + 0.1 * rng.standard_normal((2, points))
    return (x - x.mean(1, keepdims=True)) / x.std(1, keepdims=True), np.where(upper, 1.0, -1.0)


def _mistakes(x, y, unseen, truth):
    """How many unseen points are on the wrong side of the straight boundary that ridge regression draws."""
    x, unseen = (np.vstack([a, np.ones(a.shape[1])]) for a in (x, unseen))
    w = np.linalg.solve(x @ x.T + 1e-3 * x.shape[1] * np.eye(len(x)), x @ y)
    return int(np.sum(np.sign(w @ unseen) != truth))


def halves_the_mistakes(f, *, size=2.0, units=50, layers=1, bias=1.0, seeds=3):
    """Behind random layers of f, does a straight boundary make at most half the mistakes that it makes on the inputs themselves?"""
    plain = mapped = points = 0
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        (x, y), (unseen, truth) = _moons(rng), _moons(rng)
        plain, points = plain + _mistakes(x, y, unseen, truth), points + len(truth)
        for layer in range(layers):
            W = rng.standard_normal((units, len(x))) * size / (np.sqrt(units) if layer else 1)
            b = rng.standard_normal((units, 1)) * size * bias
            x, unseen = f(W @ x + b), f(W @ unseen + b)
        mapped += _mistakes(x, y, unseen, truth)
    return Ruling("holds" if 2 * mapped <= plain else "wrong", {"before": Fraction(plain, points), "after": Fraction(mapped, points)})


sigmoid_maps_features_well = Claim(
    said=Words("Sigmoid用來做特徵空間的映射，效果很好。", "The sigmoid does well as a map of the feature space."),
    says="generally",
    rows=("A21",),
    judge=halves_the_mistakes,
    about=sigmoid,
    instead=identity,
    control=Words(
        "換成恆等函數：隨機的一層只是換了座標，直線的邊界沒有變好。",
        "Put the identity in its place: a random layer merely changes coordinates, and a straight boundary does no better.",
    ),
    assumes=(
        Words(
            "雙月牙兩百個點，先過一層五十個單元，權重與偏置取自常態分布，標準差是$2$，都不訓練；後面用脊迴歸畫一條直線的邊界。「效果好」是說沒看過的點，錯的至多是不經映射時的一半；三個種子取平均。",
            "Two moons of two hundred points pass a layer of fifty units, normal weights and biases of standard deviation $2$, none of them trained; behind it ridge regression draws a straight boundary. “Does well” means that of unseen points at most half as many are wrong as without the map, on the average of three seeds.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": 0.0}),
        Variation("width", Words("十個單元", "Ten units"), {"units": 10}),
        Variation("depth", Words("五層", "Five layers"), {"layers": 5}),
        Variation("initialisation", Words("標準差是$\\frac{3}{10}$", "Standard deviation $\\frac{3}{10}$"), {"size": 0.3}),
        Variation("initialisation", Words("標準差是$10$", "Standard deviation $10$"), {"size": 10.0}),
        Variation("activation", Words("換成tanh", "Take tanh"), about=tanh),
        Variation("activation", Words("換成ReLU", "Take ReLU"), about=relu),
    ),
    immaterial=(
        Immaterial(("optimiser", "batch"), Words("映射不訓練，邊界由算式解出。", "The map is not trained, and the boundary is solved for.")),
        Immaterial(("inputs", "range"), Words("雙月牙是給定的資料，沒有掃過任何範圍。", "Two moons are the data, and no range is scanned.")),
    ),
    why=Words(
        "要看權重的大小與層數。權重夠大，單元彎在資料所在的地方，直線的邊界就好用得多：錯的由$[[sigmoid_maps_features_well.before:%]]$降到$[[sigmoid_maps_features_well.after:%]]$。權重小，Sigmoid在資料的範圍裡幾乎是直線，映射幾乎沒有作用；疊上五層，差別又被壓小。tanh與ReLU的一層也做得到，這不是Sigmoid的專長。",
        "It depends on the size of the weights and on depth. With weights large enough for the units to bend where the data are, a straight boundary does far better: the mistakes fall from $[[sigmoid_maps_features_well.before:%]]$ to $[[sigmoid_maps_features_well.after:%]]$. With small weights the sigmoid is almost straight over the data, and the map does almost nothing; five layers of it squeeze differences again. A layer of tanh or of ReLU does as much, so it is nothing peculiar to the sigmoid.",
    ),
    holds_when=Words(
        "一層，而且權重大到單元在資料的範圍裡彎得夠多，成立。", "It holds of one layer with weights large enough for its units to bend over the data."
    ),
    topic="guide/nonlinear",
)


def keeps_what_is_active(f, *, reach=6.0, places=1201):
    """Where the unit is active, that is, puts out more than zero, do different pre-activations give different outputs?"""
    a = f(np.linspace(-reach, reach, places))
    return Ruling("holds" if np.all(np.diff(np.sort(a[a > 0])) > 0) else "wrong")


activation_keeps_what_is_active = Claim(
    said=Words("激活函數保留並映射出被激活神經元的特徵。", "The activation keeps the features of the activated neurons and maps them out."),
    says="generally",
    rows=("C04",),
    judge=keeps_what_is_active,
    about=relu,
    instead=step,
    control=Words("換成階梯函數：激活的單元都輸出$1$，強弱看不見了。", "Put the step in its place: active units all put out $1$, and how strongly is lost."),
    assumes=(
        Words(
            "「被激活」是輸出大於零；「保留」是激活的時候，由輸出認得出預激活值，不同的輸入不會變成同一個輸出。預激活值由$-6$到$6$。",
            "“Activated” is an output above zero; “keeps” means that while the unit is active its pre-activation can be told from its output, no two of them giving the same. Pre-activations from $-6$ to $6$.",
        ),
    ),
    variations=(
        Variation("activation", Words("換成Sigmoid", "Take the sigmoid"), about=sigmoid),
        Variation("activation", Words("換成SiLU", "Take SiLU"), about=silu),
        Variation("activation", Words("換成Hard tanh", "Take hard tanh"), about=hard_tanh),
        Variation("range", Words("Sigmoid，預激活值到六十為止", "The sigmoid, with pre-activations up to sixty"), {"reach": 60.0}, sigmoid),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("只看一個單元的輸入與輸出。", "Only what goes into one unit and what comes out is looked at."),
        ),
    ),
    why=Words(
        "這是比喻，可以換成一個算得出來的問題：激活的單元，輸出還認得出輸入嗎？ReLU可以，激活時原樣通過；Sigmoid與SiLU也可以。階梯函數不行，激活的輸出都一樣；Hard tanh過了$1$也不行。Sigmoid在很遠的地方，電腦會把不同的輸出捨入成同一個數。而且Sigmoid永遠大於零，「被激活的」就是全部的單元。",
        "It is a picture, which can be turned into a question with an answer: of an active unit, does the output still tell the input? ReLU's does, for what is active passes unchanged; so do those of the sigmoid and SiLU. The step's does not, as all its active outputs are the same, nor does that of hard tanh beyond $1$. Far out, a computer rounds different outputs of the sigmoid to one number. And the sigmoid is always above zero, so that “the activated” are all units there are.",
    ),
    holds_when=Words("函數在激活的那一段嚴格遞增時成立。", "It holds of functions that increase strictly where they are active."),
    topic="guide/neuron",
)


def _away_from_one(f, *, size=3.0, units=100, layers=1, bias=0.0, inputs=1.0, seeds=3):
    """How far the size of a layer's outputs is from one: |log10| of their root mean square, the median over the seeds."""
    found = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        a = inputs * rng.standard_normal((units, 32))
        for _ in range(layers):
            a = f(rng.standard_normal((units, units)) * size / np.sqrt(units) @ a + bias * rng.standard_normal((units, 1)))
        found.append(abs(np.log10(np.sqrt(np.mean(a**2)))))
    return np.median(found)


def handier_than_relu(f, **network):
    """Are the outputs of layers of f nearer in size to one than those of ReLU from the same weights?"""
    return Ruling("holds" if _away_from_one(f, **network) < _away_from_one(relu, **network) else "wrong")


bounded_outputs_suit_the_next_layer = Claim(
    said=Words("輸出有界，適合當作後一層的輸入。", "A bounded output makes a convenient input for the next layer."),
    says="generally",
    rows=("B06",),
    judge=handier_than_relu,
    about=tanh,
    instead=identity,
    control=Words("換成沒有界的恆等函數：比ReLU離$1$更遠。", "Put the identity, which has no bound, in its place: it is further from $1$ than ReLU."),
    assumes=(
        Words(
            "「適合」當作大小接近$1$，與沒有界的ReLU比。一層一百個單元，沒有偏置，輸入取自標準常態，權重取自常態分布，標準差是$3/\\sqrt{n}$；三個種子取中位數。",
            "“Convenient” is taken as a size near $1$, compared with ReLU, which has no bound. One layer of a hundred units without biases, standard normal inputs, normal weights of standard deviation $3/\\sqrt{n}$; the median of three seeds.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置，取自標準常態", "With standard normal biases"), {"bias": 1.0}),
        Variation("width", Words("十六個單元", "Sixteen units"), {"units": 16}),
        Variation("depth", Words("二十層", "Twenty layers"), {"layers": 20}),
        Variation("inputs", Words("輸入放大十倍", "Inputs ten times as large"), {"inputs": 10.0}),
        Variation("initialisation", Words("照He開始，標準差$\\sqrt{2/n}$", "He's start, standard deviation $\\sqrt{2/n}$"), {"size": 2.0**0.5}),
        Variation(
            "initialisation",
            Words("二十層，標準差$\\sqrt{2/n}$", "Twenty layers, standard deviation $\\sqrt{2/n}$"),
            {"size": 2.0**0.5, "layers": 20},
        ),
        Variation("activation", Words("換成Sigmoid", "Take the sigmoid"), about=sigmoid),
    ),
    immaterial=(NOT_TRAINED._replace(what=("optimiser", "batch")), Immaterial(("range",), Words("沒有掃過任何範圍。", "No range is scanned."))),
    why=Words(
        "權重或輸入太大時，有界的輸出管得住大小，ReLU會一層一層放大，這時成立。權重照He取，ReLU的大小自己就留在$1$附近，tanh反而每層縮小一點。而且大小合適還不夠：Sigmoid的輸出都是正的，飽和之後差別也看不出來。正規化也能把大小管好，不需要有界的函數。",
        "Where weights or inputs are too large, bounded outputs keep the size in check and ReLU magnifies from layer to layer: there it holds. From He's start ReLU's outputs stay near $1$ by themselves, and tanh takes a little away. A fitting size is not all, either: the sigmoid's outputs are all positive, and once it is saturated differences are hard to see. Normalisation keeps sizes in check too, and needs no bounded function.",
    ),
    holds_when=Words("權重或輸入太大，又沒有正規化的時候。", "Where weights or inputs are too large and nothing normalises."),
    topic="guide/properties",
)
