"""Sayings about what an activation function must be: differentiable, smooth, bounded, normalising, indispensable."""

import numpy as np

from activation_functions import bent_identity, elu, gelu, identity, leaky_relu, relu, sigmoid, softplus, step, tanh
from claims.choosing import CHANGES
from claims.nonlinear import solves_xor
from figures.rate_or_function import errors
from language.words import Words
from mathematics.claim import NOT_TRAINED, ONE_UNIT, Claim, Immaterial, Ruling, Variation
from mathematics.raised import Raised

ONE_IS_ENOUGH = Words(
    "說的是「必須」，一個反例就推翻了它，別的設定救不回來。", "It says “must”: one counterexample refutes it, and no other setting can undo that."
)
ONE_WEIGHT = Words(
    "一個權重，由$2$出發，輸入與目標都是$1$，沒有偏置；平方誤差的一半，學習率$\\frac{1}{4}$，走兩百步。",
    "One weight, started at $2$, input and target $1$, no bias; half the squared error, a learning rate of $\\frac{1}{4}$, two hundred steps.",
)


def descend(f, w, x, y, rate, steps=200):
    """The weight of one unit after gradient descent on half the mean squared error."""
    x, y = np.asarray(x), np.asarray(y)
    for _ in range(steps):
        w = w - rate * np.mean((f(w * x) - y) * f.derivative(w * x) * x)
    return w, float(np.mean((f(w * x) - y) ** 2) / 2)


def only_smooth_ones_learn(f, *, w=2.0, x=(1.0,), y=(1.0,), rate=0.25):
    """f has a point without a derivative: is it true that gradient descent gets nowhere with it?"""
    first = float(np.mean((f(w * np.asarray(x)) - np.asarray(y)) ** 2) / 2)
    return Ruling("wrong" if descend(f, w, x, y, rate)[1] < first / 100 else "holds")


must_be_differentiable = Claim(
    said=Words("要用梯度法最佳化，激活函數必須處處可微。", "Gradient-based optimisation requires an activation that is differentiable everywhere."),
    says="always",
    rows=("B11", "C15"),
    judge=only_smooth_ones_learn,
    about=relu,
    instead=Raised(step, 1.0),
    control=Words(
        "換成階梯函數加$1$：它也只有一個點不可微，但其餘的斜率都是零，誤差一點也沒有變小。",
        "Take the step function plus $1$ instead: it too has a single point without a derivative, but all its slopes are zero, and the error does not get smaller at all.",
    ),
    assumes=(
        ONE_WEIGHT,
        Words(
            "激活函數是ReLU，在零不可微；「學得到」是說損失小到百分之一以下。",
            "The activation is ReLU, which has no derivative at zero; it learns if the loss falls below a hundredth of what it was.",
        ),
    ),
    variations=(
        Variation(
            "inputs",
            Words("三個樣本，兩個的輸入是正的，一個是負的", "Three samples, two positive inputs and a negative one"),
            {"x": (1.0, 2.0, -1.0), "y": (1.0, 2.0, 0.0)},
        ),
        Variation("initialisation", Words("權重由$\\frac{1}{10}$出發", "The weight starts at $\\frac{1}{10}$"), {"w": 0.1}),
        Variation("activation", Words("Leaky ReLU", "Leaky ReLU"), about=leaky_relu),
    ),
    immaterial=(Immaterial(("bias", "width", "depth", "optimiser", "batch", "range"), ONE_IS_ENOUGH),),
    why=Words(
        "要的是斜率，不是處處有斜率。ReLU在零不可微，程式在那裡選$0$，照樣學得到。真正要緊的是斜率不能到處是零，像階梯函數那樣。",
        "What is needed is slopes, not one everywhere. ReLU has no derivative at zero, the program chooses $0$ there, and it learns all the same. What does matter is that the slope is not zero nearly everywhere, as that of the step function is.",
    ),
    holds_when=Words(
        "把「處處可微」改成「幾乎處處可微，而且斜率不到處是零」，就成立。",
        "Say “differentiable nearly everywhere, with slopes that are not all zero”, and it holds.",
    ),
    topic="guide/properties",
    reads=("bertoin2021",),
)


def is_smooth(f, *, reach=8.0):
    """Has f no kink, and does its derivative agree with difference quotients?"""
    x, h = np.linspace(-reach, reach, 1601), 1e-5
    quotient = (f(x + h) - f(x - h)) / (2 * h)
    return Ruling("holds" if not f.kinks and np.allclose(quotient, f.derivative(x), atol=1e-8) else "wrong")


sigmoid_is_smooth = Claim(
    said=Words("Sigmoid平滑，處處可微，求導也容易。", "The sigmoid is smooth and has a derivative everywhere that is easily found."),
    says="definition",
    rows=("A25", "D24"),
    judge=is_smooth,
    about=sigmoid,
    instead=relu,
    control=Words("換成ReLU：它在零有轉折。", "Take ReLU instead: it has a kink at zero."),
    assumes=(Words("函數本身；在$-8$到$8$之間比較導數與差商。", "The function itself; derivative and difference quotient are compared between $-8$ and $8$."),),
    variations=(Variation("range", Words("由$-20$到$20$", "From $-20$ to $20$"), {"reach": 20.0}),),
    immaterial=(ONE_UNIT, Immaterial(("inputs",), Words("在等距的點上檢查，沒有抽樣。", "Checked at equally spaced points; nothing is drawn."))),
    why=Words(
        "$\\sigma'=\\sigma(1-\\sigma)$，用函數自己就寫得出來，所以可以一直微分下去，沒有轉折。",
        "$\\sigma'=\\sigma(1-\\sigma)$ is written with the function itself, so it can be differentiated again and again, and there is no kink.",
    ),
    holds_when=Words("總是成立。光滑是優點，不是必要條件。", "It holds always. Being smooth is a merit, and no necessity."),
    topic="guide/properties",
)


def changes_less(f, *, near=0.0, far=6.0):
    """From near to far out, does the slope change less and less?"""
    x = np.linspace(near, far, 601)
    return Ruling("holds" if np.all(np.diff(np.abs(f.second_derivative(x))) < 1e-12) else "wrong")


slope_changes_less_far_out = Claim(
    said=Words("離$y$軸越遠，Sigmoid斜率的變化越小。", "The farther from the $y$ axis, the less the sigmoid's slope changes."),
    says="generally",
    rows=("E08",),
    judge=changes_less,
    about=sigmoid,
    instead=softplus,
    control=Words(
        "換成Softplus：它的斜率在$y$軸上變得最快，往外一路變慢。",
        "Take softplus instead: its slope changes fastest on the $y$ axis, and ever less from there on.",
    ),
    assumes=(
        Words(
            "右半邊，由$0$到$6$等距的點；「變化」是斜率的導數$\\sigma''$的大小。",
            "The right half, equally spaced points from $0$ to $6$; “changes” is the size of $\\sigma''$, the derivative of the slope.",
        ),
    ),
    variations=(
        Variation("range", Words("由$\\frac{3}{2}$到$6$", "From $\\frac{3}{2}$ to $6$"), {"near": 1.5}),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(ONE_UNIT, Immaterial(("inputs",), Words("在等距的點上檢查，沒有抽樣。", "Checked at equally spaced points; nothing is drawn."))),
    why=Words(
        "在$y$軸上，斜率最大，變化卻是$0$。變化先變大，到$\\ln(2+\\sqrt{3})=[[log(2 + sqrt(3))]]$才開始變小。",
        "On the $y$ axis the slope is greatest and does not change at all. From there on it changes more and more, up to $\\ln(2+\\sqrt{3})=[[log(2 + sqrt(3))]]$, and only then less.",
    ),
    holds_when=Words("過了$\\ln(2+\\sqrt{3})$才成立。", "It holds beyond $\\ln(2+\\sqrt{3})$."),
    topic="guide/properties",
)


def squeezes(f, *, moved=2.0, reach=1e6):
    """Do the outputs stay within -1 and 1, and are they normalised, with mean 0 and standard deviation 1, for normal inputs moved aside?"""
    far = f(np.array([-reach, reach]))
    x = np.linspace(-8, 8, 20_001)
    weight = np.exp(-x * x / 2) / np.sum(np.exp(-x * x / 2))
    mean = np.sum(weight * f(x + moved))
    deviation = np.sqrt(np.sum(weight * (f(x + moved) - mean) ** 2))
    bounded, normalised = bool(np.all(np.abs(far) <= 1)), abs(mean) < 0.01 and abs(deviation - 1) < 0.01
    return Ruling("holds" if bounded and normalised else "conditional" if bounded or normalised else "wrong")


activations_normalise = Claim(
    said=Words("激活函數會把輸出正規化到$0$到$1$或$-1$到$1$。", "Activations normalise the output to between $0$ and $1$ or between $-1$ and $1$."),
    says="definition",
    rows=("D06",),
    judge=squeezes,
    about=relu,
    instead=sigmoid,
    control=Words(
        "換成Sigmoid：範圍對了，但平均不是零、標準差不是一，所以只對一半。",
        "Take the sigmoid instead: the range is right, the mean is not zero and the standard deviation not one, so it is half true.",
    ),
    assumes=(
        Words(
            "ReLU；先看$x=\\pm 10^6$的輸出在不在$-1$與$1$之間，再看輸入是$2$加標準常態時，輸出的平均是不是零、標準差是不是一。",
            "ReLU; do the outputs at $x = \\pm 10^6$ lie between $-1$ and $1$, and, for inputs of $2$ plus a standard normal variable, have the outputs mean zero and standard deviation one?",
        ),
    ),
    variations=(
        Variation("inputs", Words("標準常態的輸入", "Standard normal inputs"), {"moved": 0.0}),
        Variation("range", Words("$x=\\pm 1$", "$x = \\pm 1$"), {"reach": 1.0}),
        Variation("activation", Words("GELU", "GELU"), about=gelu),
        Variation("activation", Words("$\\tanh$", "$\\tanh$"), about=tanh),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
            Words("這句話只談函數本身，沒有網路。", "The saying is about the function alone; there is no network."),
        ),
    ),
    why=Words(
        "兩件事混在一起了。有界的函數把輸出關在一個範圍裡，那不是正規化：平均與變異數照樣可以是任何數。而ReLU、GELU、SiLU連上界也沒有，$\\operatorname{ReLU}(10^6)=10^6$。",
        "Two things are mixed up. Bounded functions keep their outputs within a range, and that is not normalising: mean and variance may still be anything. ReLU, GELU and SiLU have no upper bound at all: $\\operatorname{ReLU}(10^6)=10^6$.",
    ),
    holds_when=Words(
        "把「正規化」改成「限制」，對Sigmoid、$\\tanh$這樣有界的函數成立。",
        "Say “confine” for normalise, and it holds for bounded functions such as the sigmoid and $\\tanh$.",
    ),
    topic="guide/properties",
    reads=("ioffe2015",),
)


def stays_within(f, *, far=1e6):
    """Do the outputs for negative inputs stay in an interval, however far out one goes?"""
    near, out = f(np.array([-far, -2 * far]))
    return Ruling("holds" if abs(out) < 1.01 * abs(near) else "wrong")


leaky_relu_bounds_the_negatives = Claim(
    said=Words("Leaky ReLU把負值壓縮到一個範圍裡。", "Leaky ReLU squeezes negative values into an interval."),
    says="definition",
    rows=("E14",),
    judge=stays_within,
    about=leaky_relu,
    instead=elu,
    control=Words("換成ELU：它的左端真的趨近$-1$。", "Take ELU instead: its left end does tend to $-1$."),
    assumes=(
        Words(
            "比較$x=-10^6$與$x=-2\\cdot10^6$的輸出，$\\alpha$取預設值。",
            "The outputs at $x = -10^6$ and $x = -2\\cdot10^6$ are compared, with the default $\\alpha$.",
        ),
    ),
    variations=(
        Variation("range", Words("$x=-10$與$x=-20$", "$x = -10$ and $x = -20$"), {"far": 10.0}),
        Variation("form", Words("$\\alpha=\\frac{1}{5}$", "$\\alpha = \\frac{1}{5}$"), about=lambda x: leaky_relu(x, alpha=0.2)),
    ),
    immaterial=(ONE_UNIT, Immaterial(("inputs",), Words("只比較兩個點，沒有抽樣。", "Two points are compared; nothing is drawn."))),
    why=Words(
        "左邊是$\\alpha x$，一條直線：輸入加倍，輸出也加倍，沒有下界。提出它的理由也不是正負號，而是讓負的那一邊有一點斜率。",
        "The left half is $\\alpha x$, a straight line: double the input and the output doubles, without a lower bound. Nor was it proposed because of signs, but to leave a little slope on the negative side.",
    ),
    holds_when=Words(
        "對ELU、SELU成立。把「壓縮到一個範圍裡」改成「縮小」，對Leaky ReLU就對了。",
        "It holds for ELU and SELU. Say “shrinks negative values”, and it is right of leaky ReLU.",
    ),
    topic="guide/properties",
    reads=("maas2013", "clevert2016"),
)


def cannot_do_without(f):
    """f is neither bounded nor ever exactly zero away from zero: does it fail at XOR, as the saying would have it?"""
    x = np.array([-1e6, -3.0, -0.5, 0.5, 3.0, 1e6])
    lacks_both = np.max(np.abs(f(x))) > 1 and np.all(f(x) != 0)
    return Ruling("wrong" if lacks_both and solves_xor(f).verdict == "holds" else "holds")


needed_for_three_reasons = Claim(
    said=Words(
        "激活函數帶來非線性、限制範圍、產生稀疏，這三點缺一不可。", "Activations bring nonlinearity, bounds and sparsity, and all three are indispensable."
    ),
    says="always",
    rows=("D10",),
    judge=cannot_do_without,
    about=leaky_relu,
    instead=identity,
    control=Words(
        "換成恆等函數：沒有界、不稀疏，也沒有非線性，這時才真的解不了XOR。",
        "Take the identity instead: no bounds, no sparsity and no nonlinearity either, and only then XOR is out of reach.",
    ),
    assumes=(
        Words(
            "Leaky ReLU：沒有界，輸入不是零輸出就不是零，只剩非線性。一個隱藏層，兩個單元，看它解不解得了XOR。",
            "Leaky ReLU: no bounds, and no output of zero unless the input is zero; nonlinearity is all that is left. One hidden layer of two units: does it solve XOR?",
        ),
    ),
    variations=(Variation("activation", Words("彎曲恆等函數", "The bent identity"), about=bent_identity),),
    immaterial=(NOT_TRAINED, Immaterial(("bias", "width", "depth", "inputs", "range"), ONE_IS_ENOUGH)),
    why=Words(
        "三點裡只有非線性少不了。沒有它，多層等於一層；沒有另外兩點，網路照樣解得了XOR，常用的GELU與SiLU也沒有上界、很少恰好輸出零。",
        "Of the three, only nonlinearity cannot be done without. Without it many layers are one; without the other two a network solves XOR all the same, and GELU and SiLU, which are in wide use, have no upper bound and hardly ever put out exactly zero.",
    ),
    holds_when=Words("只說非線性，就成立。", "Of nonlinearity alone it holds."),
    topic="guide/properties",
)


def reaches_the_lowest(f, *, w=-1.0, x=(1.0,), y=(1.0,), rate=0.25, steps=200):
    """Does gradient descent end where the loss is as low as anywhere from -10 to 10?"""
    lowest = min(float(np.mean((f(v * np.asarray(x)) - np.asarray(y)) ** 2) / 2) for v in np.linspace(-10, 10, 2001))
    return Ruling("holds" if descend(f, w, x, y, rate, steps)[1] <= lowest + 1e-3 else "wrong")


training_finds_the_global_minimum = Claim(
    said=Words("訓練要找的最佳解，就是全域最小值，梯度下降會找到它。", "Training looks for the optimum, the global minimum, and gradient descent finds it."),
    says="always",
    rows=("E01",),
    judge=reaches_the_lowest,
    about=relu,
    instead=identity,
    control=Words(
        "換成恆等函數：損失是凸的，從同一點出發就走到最低點。",
        "Take the identity instead: the loss is convex, and from the same start it reaches the lowest point.",
    ),
    assumes=(
        Words(
            "一個ReLU單元，一個權重，由$-1$出發，輸入與目標都是$1$，沒有偏置；平方誤差的一半，學習率$\\frac{1}{4}$，走兩百步。",
            "One ReLU unit with one weight, started at $-1$, input and target $1$, no bias; half the squared error, a learning rate of $\\frac{1}{4}$, two hundred steps.",
        ),
    ),
    variations=(
        Variation("initialisation", Words("由$\\frac{1}{2}$出發", "A start at $\\frac{1}{2}$"), {"w": 0.5}),
        Variation("inputs", Words("輸入是$2$", "An input of $2$"), {"x": (2.0,)}),
        Variation("range", Words("走兩千步", "Two thousand steps"), {"steps": 2000}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "optimiser", "batch"),
            Words("說的是「會找到」，一個找不到的例子就推翻了它。", "It says that it finds it; one case in which it does not is enough."),
        ),
    ),
    why=Words(
        "梯度只說出這一點附近往哪裡降。這個單元由$-1$出發，斜率是零，損失停在$\\frac{1}{2}$，而最小值是$0$。一般的網路不是凸的，訓練找到的是夠低的地方，不保證是最低的。",
        "A gradient only says which way is down near one point. From $-1$ the slope of this unit is zero and the loss rests at $\\frac{1}{2}$, while the minimum is $0$. Losses of networks are not convex in general; training finds places that are low enough, and no promise that they are the lowest.",
    ),
    holds_when=Words("損失是凸的，有最小點，學習率夠小，就成立。", "It holds where the loss is convex and has a minimiser, at a small enough rate."),
    topic="guide/properties",
    reads=("auer1996",),
)


def works_at_as_many_rates(pair, **change):
    """Of seven learning rates, is the mean error on unseen points below 15 % at as many for the first function as for the second?"""
    one, other = ((errors(f, **change).mean(axis=0) < 0.15).sum() for f in pair)
    return Ruling("holds" if one >= other else "wrong", {"one": int(one), "other": int(other)})


bounded_is_more_stable = Claim(
    said=Words("值域有限時，訓練比較穩定。", "A finite range makes training more stable."),
    says="generally",
    rows=("B13",),
    judge=works_at_as_many_rates,
    about=("tanh", "relu"),
    instead=("leaky_relu", "relu"),
    control=Words(
        "把$\\tanh$換成同樣無界的Leaky ReLU：學得好的學習率反而比ReLU多。",
        "Put leaky ReLU, which is as unbounded, in the place of $\\tanh$: it works at more rates than ReLU.",
    ),
    assumes=(
        Words(
            "兩條螺線的分類：兩個隱藏層各十六個單元、有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步；七個學習率，五個種子。「穩定」是看有幾個學習率，沒看過的點平均判錯不到百分之十五；有界的取$\\tanh$，無界的取ReLU。",
            "Two spirals to be told apart: two hidden layers of sixteen units with biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps; seven learning rates, five seeds. “Stable” is the number of rates at which under fifteen hundredths of the unseen points are wrong, on average; $\\tanh$ stands for bounded, ReLU for unbounded.",
        ),
    ),
    variations=CHANGES,
    immaterial=(Immaterial(("range",), Words("兩個函數都試同樣的七個學習率。", "Both functions try the same seven rates.")),),
    why=Words(
        "七個學習率裡，$\\tanh$有$[[bounded_is_more_stable.one]]$個學得好，ReLU有$[[bounded_is_more_stable.other]]$個；換了設定，次序常常反過來，或者打平。有界的輸出，管不住權重，也管不住梯度。",
        "Of seven rates $\\tanh$ does well at $[[bounded_is_more_stable.one]]$ and ReLU at $[[bounded_is_more_stable.other]]$; under other settings it is often the other way round, or a tie. Bounded outputs hold neither the weights nor the gradient.",
    ),
    holds_when=Words(
        "在試過的多數設定裡成立，有時只是打平；照原樣、每層三十二個單元、批次大小三十二時不成立。",
        "It holds in most of the settings tried, in some of them as a tie; not in the network as it is, with thirty-two units a layer, or with batches of thirty-two.",
    ),
    topic="guide/properties",
)
