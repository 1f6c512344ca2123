"""Sayings about the mean of outputs, and what inputs that are not centred on zero cost."""

import flint
import numpy as np
from flint import acb, arb

from activation_functions import relu, tanh
from figures.off_centre_varied import slowdowns
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.formula import ball
from mathematics.observation import observe


def normal_mean(line, spread, shift):
    """E f(spread Z + shift) for a standard normal Z: certified quadrature, with a bound for the tails of an f between -1 and 1."""
    flint.ctx.prec = 120
    inner = acb.integral(lambda t, _: ball(line, x=spread * t + shift) * ball("phi(x)", x=t), -20, 20).real
    return inner + arb(0, 1e-80)


def skewed_mean(line, spread, shift):
    """E f(spread (T - 1) + shift) for an exponential T: without the shift the input has mean zero, but it is not symmetric."""
    flint.ctx.prec = 120
    inner = acb.integral(lambda t, _: ball(line, x=spread * (t - 1) + shift) * (-t).exp(), 0, 80).real
    return inner + arb(0, 1e-34)


def mean_is_zero(line, *, spread=1, bias=0):
    """Is the mean output zero: for a normal input around zero, for one moved by one, for a skewed input of mean zero?"""
    symmetric, moved, skewed = normal_mean(line, spread, bias), normal_mean(line, spread, bias + 1), skewed_mean(line, spread, bias)
    zero = [abs(mean) < 1e-30 for mean in (symmetric, moved, skewed)]
    return Ruling("holds" if all(zero) else "conditional" if any(zero) else "wrong", {"moved": moved, "skewed": skewed})


tanh_outputs_average_zero = Claim(
    said=Words("$\\tanh$的輸出平均值是零。", "The outputs of $\\tanh$ have mean zero."),
    says="generally",
    rows=("B31",),
    judge=mean_is_zero,
    about="tanh(x)",
    instead="sigma(x)",
    control=Words("換成Sigmoid：連對稱的輸入也得不到零。", "Replace it by the sigmoid: not even a symmetric input gives zero."),
    assumes=(
        Words(
            "三種輸入：標準常態、平移$1$的常態分布、減去平均值的指數分布。",
            "Three kinds of input: standard normal, normal moved by $1$, exponential minus its mean.",
        ),
        Words("積分由區間算術保證，不是取樣。", "The integrals are certified by interval arithmetic, not sampled."),
    ),
    variations=(
        Variation("bias", Words("三種輸入都加上偏置$2$", "A bias of $2$ added to all three inputs"), {"bias": 2}),
        Variation("inputs", Words("起伏放大四倍", "Four times the spread"), {"spread": 4}),
        Variation("inputs", Words("起伏縮小為四分之一", "A quarter of the spread"), {"spread": 0.25}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth", "initialisation", "optimiser", "batch", "range"),
            Words(
                "只算一個函數的輸出，沒有訓練；積分涵蓋整條數線。",
                "Only the outputs of one function are computed, and nothing is trained; the integrals cover the whole line.",
            ),
        ),
    ),
    why=Words(
        "平均值由函數和輸入一起決定。輸入的分布左右對稱、中心在零時，$\\tanh$是奇函數，平均值為零；輸入平移$1$之後，平均值成為$[[tanh_outputs_average_zero.moved]]$。輸入的平均值是零還不夠：指數分布減去它的平均值$1$，不對稱，輸出的平均值是$[[tanh_outputs_average_zero.skewed]]$。",
        "A mean belongs to a function and its input together. For an input symmetric about zero the mean is zero, because $\\tanh$ is odd; move the input by $1$ and the mean is $[[tanh_outputs_average_zero.moved]]$. An input of mean zero is not enough: an exponential variable minus its mean of $1$ is not symmetric, and the outputs have mean $[[tanh_outputs_average_zero.skewed]]$.",
    ),
    holds_when=Words("預激活值的分布以零為中心左右對稱時成立。", "It holds when the distribution of the pre-activations is symmetric about zero."),
    topic="guide/zero-centred",
)


def slower_off_centre(inputs, *, biases=(False, True), **changed):
    """Is a linear neuron slower off centre than centred, without and with a bias, at one learning rate and at each its best?"""
    found = {bias: slowdowns(bias, inputs=inputs, **changed) for bias in biases}
    certain = [each.mean(axis=0) - 2 * each.std(axis=0, ddof=1) / np.sqrt(len(each)) for each in found.values()]  # less two standard errors
    slower = [factor > 1.05 for each in certain for factor in each]
    numbers = {f"{('plain', 'bias')[bias]}_{which}": observe(each[:, k]) for bias, each in found.items() for k, which in enumerate(("same", "own"))}
    return Ruling("holds" if all(slower) else "conditional" if any(slower) else "wrong", numbers)


off_centre_is_slower = Claim(
    said=Words("輸出恆為正、不以零為中心，訓練就比較慢。", "Outputs that are always positive, and so not centred on zero, make training slower."),
    says="generally",
    rows=("A41", "B30"),
    judge=slower_off_centre,
    about="uniform",
    instead="centred",
    control=Words(
        "換成已經置中的輸入：和它自己的置中版本相比，當然不會比較慢。",
        "Replace them by inputs that are centred already: they are no slower than their own centred version.",
    ),
    assumes=(
        Words("線性神經元，平方損失，沒有雜訊；沒有偏置與有偏置各試一次。", "A linear neuron, squared loss, no noise; once without a bias and once with one."),
        Words("十個互相獨立、均勻分布在$0$到$1$之間的輸入，兩千個樣本。", "Ten independent inputs uniform between $0$ and $1$, two thousand samples."),
        Words(
            "全批次梯度下降，至多一萬兩千步；學習率取$2^{-7}$到$2^{3}$之間所有$2$的整數次方。「同一個學習率」是未置中時最好的那一個。",
            "Full-batch gradient descent, twelve thousand steps at most; learning rates are the powers of $2$ from $2^{-7}$ to $2^{3}$. “One learning rate” is the best one off centre.",
        ),
        Words(
            "起點的誤差取自標準常態，走到原來的百分之一，取$16$個種子的平均；扣掉兩個標準誤，步數還多出百分之五以上，才算慢。",
            "Standard normal first errors, until a hundredth is left, the mean of $16$ seeds; slower means by more than five per cent after two standard errors have been taken off.",
        ),
    ),
    variations=(
        Variation("bias", Words("只看沒有偏置的", "Only without a bias"), {"biases": (False,)}),
        Variation("bias", Words("只看有偏置的", "Only with a bias"), {"biases": (True,)}),
        Variation("width", Words("兩個輸入", "Two inputs"), {"n": 2}),
        Variation("width", Words("五十個輸入", "Fifty inputs"), {"n": 50}),
        Variation("inputs", Words("Sigmoid的輸出", "Outputs of a sigmoid"), about="sigmoid"),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about="relu"),
        Variation("inputs", Words("tanh的輸出，本來就置中", "Outputs of tanh, centred to begin with"), about="tanh"),
        Variation(
            "inputs",
            Words(
                "九個輸入平均是零、變異數是一，第十個平均是一、標準差四分之一",
                "Nine inputs of mean zero and variance one, the tenth of mean one and a quarter of that spread",
            ),
            about="uneven",
        ),
        Variation("initialisation", Words("起點的誤差每個權重都一樣", "A start with the same error in every weight"), {"aligned": True}),
        Variation("form", Words("看損失，不看權重", "By loss, not by weights"), {"by_loss": True}),
        Variation("batch", Words("一次一個樣本", "One sample at a time"), {"batch": 1}),
        Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
        Variation("optimiser", Words("動量，五十個輸入", "Momentum, fifty inputs"), {"rule": "momentum", "n": 50}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
        Variation("optimiser", Words("Adam，五十個輸入", "Adam, fifty inputs"), {"rule": "Adam", "n": 50}),
    ),
    immaterial=(
        Immaterial(
            ("depth",),
            Words(
                "判定只看一個線性神經元；多層網路的實驗在零中心那一章。",
                "The judge looks at one linear neuron; the chapter on zero-centred outputs tries deeper networks.",
            ),
        ),
        Immaterial(("range",), Words("學習率取遍$2$的整數次方，兩邊用同一組。", "The learning rates are powers of $2$, the same set on both sides.")),
    ),
    why=Words(
        "要看有沒有偏置，也要看學習率怎麼選。用普通的梯度下降，有偏置時，兩種選法都比較慢：未置中的輸入不但讓最陡的方向更陡，也讓最平的方向更平。十個均勻的輸入，用同一個學習率，步數是置中的$[[off_centre_is_slower.bias_same]]$倍；各用自己最好的學習率，是$[[off_centre_is_slower.bias_own]]$倍。"
        "沒有偏置時，最平的方向一樣平：用同一個學習率，步數是$[[off_centre_is_slower.plain_same]]$倍，並不比較慢；但最陡的方向陡得多，學習率不能調大，各用自己最好的學習率，是$[[off_centre_is_slower.plain_own]]$倍。",
        "It depends on whether there is a bias, and on the learning rate. By plain gradient descent with a bias, off centre is slower either way: it makes the steepest direction steeper and the flattest one flatter. For ten uniform inputs at one and the same rate, it takes $[[off_centre_is_slower.bias_same]]$ times the steps of the centred ones; with the best rate for each, $[[off_centre_is_slower.bias_own]]$ times. "
        "Without a bias the flattest direction is just as flat: at one and the same rate the factor is $[[off_centre_is_slower.plain_same]]$, so it is no slower; but the steepest direction is far steeper and keeps the rate down, and with the best rate for each the factor is $[[off_centre_is_slower.plain_own]]$.",
    ),
    holds_when=Words(
        "輸入互相獨立、起伏一樣時，神經元有偏置就成立；沒有偏置，則要學習率受最陡的方向限制才成立。輸入越多、平均值越大，差得越遠。起伏不一樣而沒有偏置時，平均值可能反而有幫助，因為它讓平的方向變陡。動量能把差距縮小，輸入不多時甚至看不出來；沒有偏置時改用Adam，輸入不多也看不出來。",
        "Of independent inputs with one spread it holds when the neuron has a bias; without one, when the steepest direction limits the learning rate. The more inputs and the larger their mean, the larger the gap. Where spreads differ and there is no bias, a mean may even help, because it makes a flat direction steeper. Momentum narrows it, and with few inputs may hide it; so does Adam without a bias.",
    ),
    topic="guide/zero-centred",
    reads=("lecun1991", "lecun1998"),
)


def mean_away_from_zero(f, *, shifts=(-2, 0, 2), scale=1.0, seed=0):
    """Is the mean output more than five standard errors from zero, whether the input leans left, right or not at all?"""
    z = np.random.default_rng(seed).standard_normal(1_000_000)
    away = []
    for shift in shifts:
        found = f(shift + scale * z)
        away.append(abs(found.mean()) > 5 * found.std() / np.sqrt(len(found)))
    return Ruling("holds" if all(away) else "conditional" if any(away) else "wrong")


relu_is_not_zero_centred = Claim(
    said=Words("ReLU的輸出也不以零為中心。", "The outputs of ReLU are not centred on zero either."),
    says="generally",
    rows=("X6",),
    judge=mean_away_from_zero,
    about=relu,
    instead=tanh,
    control=Words("換成$\\tanh$：輸入對稱時，平均值落在零。", "Replace it by $\\tanh$: for a symmetric input its mean is at zero."),
    assumes=(
        Words(
            "輸入取自標準常態，以及往左、往右平移$2$；一百萬個樣本，種子是$0$；「不以零為中心」是說平均值離零五個標準誤以上。",
            "Inputs standard normal, and moved by $2$ to the left and to the right; a million samples, seed $0$; “not centred” means that the mean is more than five standard errors from zero.",
        ),
    ),
    variations=(
        Variation("inputs", Words("輸入的起伏放大四倍", "Four times the spread of the input"), {"scale": 4.0}),
        Variation("bias", Words("偏置是$-3$，輸入多半是負的", "A bias of $-3$, so that most inputs are negative"), {"shifts": (-3,)}),
        Variation("inputs", Words("另一個亂數種子", "Another random seed"), {"seed": 100}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth", "initialisation", "optimiser", "batch", "range"),
            Words(
                "只看一個函數的輸出，沒有訓練，也沒有掃過任何範圍。",
                "Only the outputs of one function are looked at; nothing is trained and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "ReLU從不輸出負數。輸入是標準常態時，輸出的平均值是$[[relu.mean]]$，標準差是$[[sqrt(relu.second_moment - relu.mean**2)]]$。",
        "ReLU never outputs a negative number. For a standard normal input its outputs have mean $[[relu.mean]]$ and standard deviation $[[sqrt(relu.second_moment - relu.mean**2)]]$.",
    ),
    holds_when=Words(
        "只要有輸入大於零，輸出的平均值就大於零。只有死掉的ReLU例外：每個輸入都不大於零，輸出全是零。",
        "It holds as soon as one input is above zero. The exception is a dead ReLU: no input is above zero, and every output is zero.",
    ),
    topic="guide/zero-centred",
)
