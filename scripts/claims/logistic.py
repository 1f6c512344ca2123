"""Sayings about logistic regression: its loss, its name, its probabilities and where to cut them."""

from fractions import Fraction

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from scipy.optimize import minimize

from activation_functions import identity, relu, sigmoid, softplus, tanh
from claims.neuron import separable
from language.words import Words
from mathematics.claim import ALGEBRA, Claim, Immaterial, Ruling, Variation

ONE_MINIMUM = Immaterial(
    ("initialisation", "optimiser", "batch"),
    Words("只看損失最小的地方，與怎麼走到那裡無關。", "Only the place of the least loss counts, not the way there."),
)


def below_its_chords(loss, *, f=sigmoid, inputs=(1.0,), targets=(1.0,), width=1, bias=0.0, reach=6.0):
    """As all weights of one neuron move together, does its loss stay on or below each of its chords?"""
    w = np.linspace(-reach, reach, 241)
    total = sum(loss(f, width * x * w + bias, y) for x, y in zip(inputs, targets, strict=True))
    return Ruling("holds" if np.all(total[1:-1] <= (total[:-2] + total[2:]) / 2 + 1e-12) else "wrong")


def squared(f, z, y):
    return (f(z) - y) ** 2


def matching(f, z, y):
    """The integral of f(t) - y from 0 to z, by antiderivatives."""
    antiderivative = {"sigmoid": softplus, "relu": lambda z: relu(z) ** 2 / 2, "tanh": lambda z: np.log(np.cosh(z)), "identity": lambda z: z**2 / 2}
    return antiderivative[f.id](z) - y * z


monotone_means_convex = Claim(
    said=Words("激活函數單調，單層網路的損失就必為凸函數。", "With a monotone activation, the loss of a single-layer network is guaranteed to be convex."),
    says="always",
    rows=("B12",),
    judge=below_its_chords,
    about=squared,
    instead=matching,
    control=Words(
        "把平方誤差換成匹配損失，對Sigmoid就是交叉熵：這時是凸的。",
        "Replace the squared error by the matching loss, which for the sigmoid is cross-entropy: now it is convex.",
    ),
    assumes=(
        Words(
            "一個Sigmoid神經元，一個輸入$x=1$，目標是$1$，沒有偏置，平方誤差；權重取由$-6$到$6$等距的點，比較每一點與兩旁兩點的弦。",
            "One sigmoid neuron with one input $x = 1$, the target $1$, no bias, and the squared error; at equally spaced weights from $-6$ to $6$ each value is compared with the chord of its two neighbours.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置是$1$", "A bias of $1$"), {"bias": 1.0}),
        Variation("width", Words("五十個輸入，權重一起變", "Fifty inputs, their weights moved together"), {"width": 50}),
        Variation("inputs", Words("輸入是$-2$", "The input $-2$"), {"inputs": (-2.0,)}),
        Variation("batch", Words("四個樣本的和", "The sum over four samples"), {"inputs": (1.0, 2.0, -1.0, 3.0), "targets": (1.0, 1.0, 0.0, 0.0)}),
        Variation("range", Words("只看$-\\frac{1}{2}$到$\\frac{1}{2}$的權重", "Weights from $-\\frac{1}{2}$ to $\\frac{1}{2}$ only"), {"reach": 0.5}),
        Variation("activation", Words("ReLU", "ReLU"), {"f": relu}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), {"f": tanh}),
        Variation("activation", Words("恆等函數", "The identity"), {"f": identity}),
    ),
    immaterial=(
        Immaterial(
            ("depth", "initialisation", "optimiser"),
            Words("這句話談的是單層網路的損失的形狀，沒有訓練。", "The saying is about the shape of the loss of a single layer; nothing is trained."),
        ),
    ),
    why=Words(
        "凸不凸要看激活函數與損失合起來的樣子。Sigmoid配平方誤差、目標是$1$時，二階導數是$2\\sigma(1-\\sigma)^2(3\\sigma-1)$，輸出小於$\\frac{1}{3}$的地方是負的。恆等函數配平方誤差則是凸的，所以問題不在單調。",
        "Convexity depends on the activation and the loss together. For the sigmoid with the squared error and the target $1$, the second derivative is $2\\sigma(1-\\sigma)^2(3\\sigma-1)$, negative where the output is below $\\frac{1}{3}$. With the identity the squared error is convex, so being monotone is not what decides.",
    ),
    holds_when=Words(
        "激活函數不遞減，而且用它的匹配損失時成立：例如Sigmoid配交叉熵，恆等函數配平方誤差。",
        "It holds for a nondecreasing activation with its matching loss: the sigmoid with cross-entropy, the identity with the squared error.",
    ),
    topic="guide/logistic",
    reads=("auer1996", "helmbold1996"),
)


def cross_entropy(a, y):
    return -y * np.log(a) - (1 - y) * np.log(1 - a)


def says_the_shares(loss, *, x=(-1.0, 0.0, 1.0), shares=(1 / 5, 1 / 2, 4 / 5), bias=True):
    """Of the neurons on these inputs, does the one with the least loss put out the share of ones at each input?"""
    x, shares = np.array(x), np.array(shares)

    def output(p):
        return np.clip(sigmoid(p[0] * x + p[1] * bias), 1e-12, 1 - 1e-12)

    best = minimize(
        lambda p: float(np.sum(shares * loss(output(p), 1.0) + (1 - shares) * loss(output(p), 0.0))),
        [0.1, 0.1],
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-13, "maxiter": 4000},
    )
    return Ruling("holds" if np.allclose(output(best.x), shares, atol=1e-3) else "wrong")


between_zero_and_one_is_a_probability = Claim(
    said=Words("Sigmoid的輸出介於$0$與$1$之間，所以可以當成機率。", "The sigmoid's output lies between $0$ and $1$, so it can be read as a probability."),
    says="generally",
    rows=("B18", "D22"),
    judge=says_the_shares,
    about=cross_entropy,
    instead=lambda a, y: np.abs(a - y),
    control=Words(
        "把損失換成誤差的絕對值：輸出仍介於$0$與$1$之間，最好的輸出卻不是比例，而是盡量靠近$0$或$1$。",
        "Take the absolute error as the loss: outputs still lie between $0$ and $1$, but the best ones are not the shares; they are as close to $0$ or $1$ as can be.",
    ),
    assumes=(
        Words(
            "一個有偏置的Sigmoid神經元，一個輸入，取$-1$、$0$、$1$三個值，樣本一樣多，無限多；答案為$1$的比例依序是$\\frac{1}{5}$、$\\frac{1}{2}$、$\\frac{4}{5}$，對數勝算恰好是仿射的；損失是交叉熵，看損失最小的神經元。",
            "One sigmoid neuron with a bias; one input that takes the three values $-1$, $0$, $1$ equally often, in samples without end; the shares of the answer $1$ are $\\frac{1}{5}$, $\\frac{1}{2}$, $\\frac{4}{5}$, whose log-odds are affine; the loss is cross-entropy, and the neuron of least loss is looked at.",
        ),
    ),
    variations=(
        Variation(
            "bias",
            Words(
                "沒有偏置，事件較少：比例是$\\frac{1}{17}$、$\\frac{1}{5}$、$\\frac{1}{2}$",
                "No bias and a rarer event: shares $\\frac{1}{17}$, $\\frac{1}{5}$, $\\frac{1}{2}$",
            ),
            {"bias": False, "shares": (1 / 17, 1 / 5, 1 / 2)},
        ),
        Variation(
            "inputs",
            Words(
                "比例是$\\frac{1}{5}$、$\\frac{4}{5}$、$\\frac{1}{5}$，對數勝算不是仿射的",
                "Shares $\\frac{1}{5}$, $\\frac{4}{5}$, $\\frac{1}{5}$, whose log-odds are not affine",
            ),
            {"shares": (1 / 5, 4 / 5, 1 / 5)},
        ),
        Variation(
            "depth",
            Words("同樣的比例，但前面有一層先把$x$換成$x^2$", "The same shares after a layer that turns $x$ into $x^2$"),
            {"x": (1.0, 0.0, 1.0), "shares": (1 / 5, 4 / 5, 1 / 5)},
        ),
        Variation("form", Words("平方誤差", "The squared error"), about=lambda a, y: (a - y) ** 2),
    ),
    immaterial=(
        ONE_MINIMUM,
        Immaterial(
            ("width", "range"),
            Words("輸入只有三個值，每個值自成一組，沒有掃過任何範圍。", "The input has three values, each a group of its own; no range is scanned."),
        ),
    ),
    why=Words(
        "值域只是必要條件。還要有在輸出等於真正的機率時平均最小的損失，像交叉熵；而且資料的對數勝算要真的接近輸入的仿射函數。少了其中一個，輸出仍介於$0$與$1$之間，卻不是事件的比例。",
        "The range is only necessary. The loss must also be smallest on average where the output is the true probability, as cross-entropy is, and the log-odds in the data must be close to affine in the inputs. Without either, outputs still lie between $0$ and $1$ and are not the shares of the event.",
    ),
    holds_when=Words(
        "以交叉熵或平方誤差訓練，樣本夠多，而且模型的形式符合資料時成立。",
        "It holds after training with cross-entropy or the squared error, on enough samples, where the form of the model fits the data.",
    ),
    topic="guide/logistic",
    reads=("guo2017",),
)


def cheapest_cut(costs, *, truth=lambda a: a):
    """The output from which on saying 1 costs less on average than saying 0: is it one half?"""
    false_alarm, miss = costs
    a = np.linspace(0, 1, 1001)
    p = truth(a)
    cut = a[np.argmax((1 - p) * false_alarm <= p * miss + 1e-12)]
    return Ruling("holds" if abs(cut - 0.5) < 0.002 else "wrong", {"cut": Fraction(round(float(cut) * 1000), 1000)})


cut_at_one_half = Claim(
    said=Words("輸出超過$\\frac{1}{2}$就判為第$1$類。", "An output above $\\frac{1}{2}$ is put into class $1$."),
    says="generally",
    rows=("D19", "D67"),
    judge=cheapest_cut,
    about=(1.0, 1.0),
    instead=(1.0, 4.0),
    control=Words("漏報的代價改成誤報的四倍：最好的門檻值就不在一半。", "Let a miss cost four times a false alarm: the best threshold is no longer one half."),
    assumes=(
        Words(
            "輸出就是事件真正的機率；誤報與漏報的代價相等；比較兩種決定平均要付的代價，機率每隔千分之一取一點。",
            "The output is the true probability of the event; a false alarm and a miss cost the same; the average costs of the two decisions are compared at every one thousandth.",
        ),
    ),
    variations=(
        Variation("form", Words("漏報的代價是誤報的四倍", "A miss costs four times a false alarm"), about=(1.0, 4.0)),
        Variation("form", Words("誤報的代價是漏報的四倍", "A false alarm costs four times a miss"), about=(4.0, 1.0)),
        Variation(
            "form",
            Words("輸出太有把握，對數勝算是真正的兩倍", "Overconfident outputs, with twice the true log-odds"),
            {"truth": lambda a: np.sqrt(a) / (np.sqrt(a) + np.sqrt(1 - a))},
        ),
        Variation(
            "inputs",
            Words("訓練時兩類一樣多，使用時勝算只有九分之一", "Classes equally common in training, the odds a ninth of that in use"),
            {"truth": lambda a: a / (a + 9 * (1 - a))},
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch", "range"),
            Words("輸出已經給定，只比較兩種決定的代價。", "The output is given; only the costs of two decisions are compared."),
        ),
    ),
    why=Words(
        "說「是」平均付出誤報的代價乘上$1-p$，說「否」付出漏報的代價乘上$p$。兩者相等的地方才是門檻值；代價相等，機率又可信，它才是$\\frac{1}{2}$。",
        "Saying yes costs the price of a false alarm times $1 - p$ on average, saying no the price of a miss times $p$. The threshold is where the two are equal; that is $\\frac{1}{2}$ only if the prices are equal and the probability can be trusted.",
    ),
    holds_when=Words(
        "兩種錯誤的代價相等，而且輸出是可信的機率時成立。", "It holds where both mistakes cost the same and the output is a probability that can be trusted."
    ),
    topic="guide/logistic",
    reads=("elkan2001",),
)


def stays_in_the_interval(regression, *, x=np.linspace(-3.0, 6.0, 91)):  # noqa: B008
    """Do the predictions of something that is called a regression stay between 0 and 1?"""
    predicted = regression(x)
    return Ruling("holds" if np.all((predicted > 0) & (predicted < 1)) else "wrong")


regression_means_squashing = Claim(
    said=Words(
        "邏輯迴歸裡的「迴歸」，指的是用Sigmoid把實數映射到$0$與$1$之間。",
        "The word regression in logistic regression refers to the sigmoid's mapping of real numbers to values between $0$ and $1$.",
    ),
    says="definition",
    rows=("D16",),
    judge=stays_in_the_interval,
    about=lambda x: np.polyval(np.polyfit([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 5.0], 1), x),
    instead=sigmoid,
    control=Words(
        "換成邏輯迴歸自己：它的預測確實介於$0$與$1$之間，但那是「邏輯」函數帶來的。",
        "Take logistic regression itself: its predictions do lie between $0$ and $1$, but that comes from the logistic function.",
    ),
    assumes=(
        Words(
            "線性迴歸，以最小平方法替四個點配一條直線；在$-3$到$6$之間看它的預測。若「迴歸」指映射到$0$與$1$之間，這也該如此。",
            "Linear regression: a straight line fitted to four points by least squares, its predictions looked at from $-3$ to $6$. If regression meant a mapping to between $0$ and $1$, this would be so here too.",
        ),
    ),
    variations=(
        Variation("range", Words("由$0$到$3$", "From $0$ to $3$"), {"x": np.linspace(0.0, 3.0, 31)}),
        Variation("form", Words("帕松迴歸，預測是$e^{x/2}$", "Poisson regression with the prediction $e^{x/2}$"), about=lambda x: np.exp(x / 2)),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("只看一種方法的預測落在哪裡。", "Only where the predictions of a method lie is looked at."),
        ),
    ),
    why=Words(
        "許多叫迴歸的方法都不把數映射到$0$與$1$之間。迴歸是由輸入估計另一個量的平均；邏輯迴歸估計的是機率，辦法是讓對數勝算成為輸入的仿射函數。這個字來自Galton對身高的研究，「邏輯」來自Verhulst的曲線。",
        "Many methods called regression map nothing into that interval. Regression estimates the mean of one quantity from others; logistic regression estimates a probability, by making the log-odds an affine function of the inputs. The word comes from Galton's study of heights, and “logistic” from Verhulst's curve.",
    ),
    holds_when=Words("把「迴歸」換成「邏輯函數」，這句話就對了。", "Replace “regression” by “the logistic function”, and it is right."),
    topic="guide/logistic",
    reads=("galton1886", "cox1958", "cramer2002"),
)


def adds_up_to_one(values, *, z=np.linspace(-6.0, 6.0, 121)):  # noqa: B008
    """Do the values add up to 1 whatever the score is, as the probabilities of all outcomes do? Then they are no likelihoods."""
    return Ruling("wrong" if np.allclose(values(z), 1.0) else "holds")


output_is_a_likelihood = Claim(
    said=Words("邏輯迴歸輸出的是事件發生的概似。", "The output of logistic regression is the likelihood of the event."),
    says="definition",
    rows=("D18",),
    judge=adds_up_to_one,
    about=lambda z: sigmoid(z) + sigmoid(-z),
    instead=lambda z: sigmoid(z) + sigmoid(2 * z),
    control=Words(
        "固定觀察到的事件，換兩組參數，把得到的兩個數相加：那才是概似，加起來不必是一。",
        "Keep the event that was observed, change the parameters, and add the two numbers: those are likelihoods, and need not add up to one.",
    ),
    assumes=(
        Words(
            "參數固定，把事件發生與不發生的輸出相加；預激活值取由$-6$到$6$等距的點。",
            "The parameters are fixed, and the outputs for the event and for its opposite are added; equally spaced pre-activations from $-6$ to $6$.",
        ),
    ),
    variations=(Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"z": np.linspace(-20.0, 20.0, 401)}),),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("只看同一個輸出隨什麼而變。", "The only question is what the output varies with."),
        ),
    ),
    why=Words(
        "機率是參數固定、事件在變：各種結果加起來是一。概似是事件固定、參數在變：同一條算式換個方向讀，加起來不必是一。輸出是前者。",
        "A probability has fixed parameters and varies with the event: over all outcomes it adds up to one. A likelihood has a fixed event and varies with the parameters: the same formula read the other way, with no such sum. The output is the former.",
    ),
    holds_when=Words(
        "談整批已觀察到的資料、而且把它看成參數的函數時，才叫概似。",
        "It is a likelihood when the data are those observed and it is read as a function of the parameters.",
    ),
    topic="guide/logistic",
)


def fits_the_pattern(features, *, labels=(-1, 1, 1, -1), corners=((0, 0), (0, 1), (1, 0), (1, 1))):
    """Is there a weight for each feature, and a bias, that put every point on its side? Linear programming decides."""
    points = np.array([features(*corner) for corner in corners], dtype=float)
    return Ruling("holds" if separable(points, np.array(labels)) else "wrong")


def with_product(u, v):
    return (u, v, u * v)


logistic_regression_bends = Claim(
    said=Words("邏輯迴歸既能處理線性關係，也能處理非線性關係。", "Logistic regression copes with linear relations and with nonlinear ones."),
    says="generally",
    rows=("D20",),
    judge=fits_the_pattern,
    about=lambda u, v: (u, v),
    instead=with_product,
    control=Words("把兩個輸入的乘積也當成輸入：XOR就做得到了。", "Let the product of the two inputs be an input as well: XOR becomes possible."),
    assumes=(
        Words(
            "兩個輸入，四個角，答案是XOR；有偏置；問有沒有一組權重把四個角全分對。",
            "Two inputs, four corners, the answers of XOR; a bias; is there a choice of weights that gets all four right?",
        ),
    ),
    variations=(
        Variation("inputs", Words("答案改成「且」", "The answers of “and”"), {"labels": (-1, -1, -1, 1)}),
        Variation("width", Words("三個輸入：再加上兩個輸入的和", "Three inputs: their sum as well"), about=lambda u, v: (u, v, u + v)),
        Variation("depth", Words("前面有一層先算出兩個輸入的乘積", "A layer before it computes the product of the inputs"), about=with_product),
        Variation("range", Words("四個角移到$\\pm1$", "The four corners at $\\pm1$"), {"corners": ((-1, -1), (-1, 1), (1, -1), (1, 1))}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "initialisation", "optimiser", "batch"),
            Words(
                "偏置已在其中，問的是有沒有這樣的權重，沒有訓練。", "The bias is included; the question is whether such weights exist, and nothing is trained."
            ),
        ),
    ),
    why=Words(
        "對給它的輸入，它的邊界永遠是超平面，所以原始輸入做不到XOR。把乘積或平方也當成輸入，邊界在原來的平面上就能彎；彎的是輸入，不是邏輯迴歸。",
        "In the inputs it is given its boundary is always a hyperplane, so XOR is beyond it. Give it products or squares as inputs and the boundary may bend in the original plane; what bends is the inputs, not logistic regression.",
    ),
    holds_when=Words("先由人或由前面的層造出非線性的輸入時成立。", "It holds once nonlinear inputs have been made, by hand or by earlier layers."),
    topic="guide/logistic",
)


def is_curved(letter, *, style="normal", family="DejaVu Sans"):
    """Has the outline of the letter any curve, or straight lines only?"""
    outline = TextPath((0, 0), letter, prop=FontProperties(family=family, style=style))
    return Ruling("holds" if np.isin(outline.codes, (Path.CURVE3, Path.CURVE4)).any() else "wrong")


named_after_capital_sigma = Claim(
    said=Words("Sigmoid因形狀像大寫的希臘字母Σ而得名。", "The sigmoid owes its name to its likeness to the capital Greek letter Σ."),
    says="definition",
    rows=("D14",),
    judge=is_curved,
    about="Σ",
    instead="ς",
    control=Words(
        "換成小寫的sigma在詞尾的寫法ς：它確實是彎的，像S。",
        "Replace Σ by the small sigma at the end of a word, ς: it is indeed curved, like an S.",
    ),
    assumes=(
        Words(
            "Sigmoid的圖形處處是平滑的彎；看字型DejaVu Sans裡這個字母的輪廓有沒有曲線。字母像不像由輪廓判斷，名稱的由來另見辭典。",
            "The sigmoid's graph is a smooth curve throughout; does the outline of the letter in the typeface DejaVu Sans hold any curve? The outline decides about likeness; for the origin of the name there are dictionaries.",
        ),
    ),
    variations=(
        Variation("form", Words("斜體", "Oblique"), {"style": "oblique"}),
        Variation("form", Words("等寬的字型", "A typeface of fixed width"), {"family": "DejaVu Sans Mono"}),
    ),
    immaterial=(ALGEBRA._replace(why=Words("這句話只談一個字母的形狀。", "The saying is about the shape of a letter.")),),
    why=Words(
        "大寫的Σ全由直線組成，沒有一處像這條曲線。Sigmoid是「像sigma的」，指的是小寫sigma在詞尾的寫法ς，形狀像S；古時的sigma也有像C的寫法，所以這個字在解剖學裡也用來指C形與S形。",
        "The capital Σ is made of straight lines and is nowhere like the curve. Sigmoid means “like a sigma”: the small sigma as written at the end of a word, ς, which is shaped like an S. In ancient times sigma also had a form like a C, and so in anatomy the word is used of C shapes and S shapes alike.",
    ),
    holds_when=Words("把Σ換成ς，這句話就對了。", "Replace Σ by ς, and it is right."),
    topic="guide/logistic",
)
