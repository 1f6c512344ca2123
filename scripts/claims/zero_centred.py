"""Sayings about outputs that are not centred on zero, and what they do to the gradients of a neuron."""

import flint
import numpy as np
from flint import acb, arb

from activation_functions import relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import Claim, Ruling
from mathematics.formula import ball
from mathematics.observation import observe


def one_sign_per_sample(f):
    """In each sample, do the weight gradients δ x of a neuron fed by outputs of f all have one sign?"""
    rng = np.random.default_rng(0)
    x = f(rng.standard_normal((1000, 50)))  # a thousand samples, fifty inputs
    delta = rng.standard_normal((1000, 1))  # the slope of the loss at the pre-activation, of either sign
    signs = np.sign(delta * x)
    return Ruling("holds" if np.all(signs == signs[:, :1]) else "wrong")


positive_inputs_one_sign = Claim(
    said=Words(
        "輸入全是正的，一個樣本給同一個神經元各權重的梯度就都同號。",
        "With positive inputs, the gradients that one sample gives the weights of a neuron all share a sign.",
    ),
    rows=("D31",),
    judge=one_sign_per_sample,
    about=sigmoid,
    instead=tanh,
    control=Words(
        "換成$\\tanh$的輸出：它有正有負，梯度的正負號也就混在一起。",
        "Put outputs of $\\tanh$ in their place: some are negative, and the gradients have mixed signs.",
    ),
    why=Words(
        "由連鎖律，$\\partial\\mathcal{L}/\\partial w_i=\\delta\\,x_i$，而$\\delta$對所有權重都是同一個數。$x_i$都是正的，$\\delta$的正負號就是所有梯度的正負號。",
        "By the chain rule $\\partial\\mathcal{L}/\\partial w_i = \\delta\\,x_i$, and $\\delta$ is one number for all the weights. Where every $x_i$ is positive, the sign of $\\delta$ is the sign of every gradient.",
    ),
    holds_when=Words(
        "對單一樣本必定成立。對一批樣本的平均不一定：誤差$(1,-1)$的全批次梯度是$(\\frac{1}{12},-\\frac{1}{12})$，見[零中心](../guide/zero-centred.md#batches)。",
        "It always holds for a single sample. For the mean over a batch it need not: at the error $(1, -1)$ the full-batch gradient is $(\\frac{1}{12}, -\\frac{1}{12})$; see [zero-centred outputs](../guide/zero-centred.md#batches).",
    ),
    topic="guide/zero-centred",
    reads=("lecun1998",),
)


def signs_mix_in_a_batch(f):
    """How often do fifty weight gradients share a sign: alone, and averaged over a batch of 128?"""

    def share(batch, seed):
        rng = np.random.default_rng(seed)
        x, delta = f(rng.standard_normal((400, batch, 50))), rng.standard_normal((400, 1, batch))
        positive = np.mean(delta @ x > 0, axis=2)
        return np.mean((positive == 0) | (positive == 1))

    alone, together = (observe([share(batch, seed) for seed in range(3)]) for batch in (1, 128))
    verdict = "holds" if together.mean < 0.05 else "conditional" if together.mean < alone.mean / 2 else "wrong"
    return Ruling(verdict, {"alone": alone, "together": together})


a_batch_mixes_the_signs = Claim(
    said=Words("把一整批樣本的梯度加起來，同號的問題就緩解了。", "Summing the gradients of a batch relieves the problem of equal signs."),
    rows=("D32",),
    judge=signs_mix_in_a_batch,
    about=sigmoid,
    instead=relu,
    control=Words(
        "換成ReLU的輸出：平均值相對於起伏小得多，一批樣本就足以把正負號打散。",
        "Put outputs of ReLU in their place: their mean is much smaller beside their spread, and a batch does mix the signs.",
    ),
    why=Words(
        "有緩解，但會停住。輸入是五十個Sigmoid的輸出時，單一樣本必定同號，批次大小$[[2**7]]$仍有$[[a_batch_mixes_the_signs.together:2%]]$的機會同號，再大的批次也降不下去：所有輸入有共同的平均值，梯度就有共同的一份。",
        "It helps, and then stops helping. With fifty sigmoid inputs one sample is certain to give one sign, a batch of $[[2**7]]$ still does so in $[[a_batch_mixes_the_signs.together:2%]]$ of cases, and larger batches bring it no lower: the inputs share a mean, so the gradients share a part.",
    ),
    holds_when=Words(
        "輸入的平均值比標準差小得多時成立，或批次裡的$\\delta$加起來接近零時成立。",
        "It holds when the mean of the inputs is small beside their standard deviation, or when the $\\delta$ of the batch add up to nearly zero.",
    ),
    topic="guide/zero-centred",
)


def slanted_steps(inputs):
    """At the error (1, −1): does each sample step inside the quadrants of equal signs, and does their mean?"""
    x = inputs(np.random.default_rng(0), (1000, 2))
    gradients = x * (x @ [1, -1])[:, None]
    each_inside = np.all(np.prod(gradients, axis=1) > 0)
    mean_inside = np.prod(gradients.mean(axis=0)) > 0
    return Ruling("holds" if each_inside and mean_inside else "conditional" if each_inside else "wrong")


only_a_staircase_leads_there = Claim(
    said=Words("輸入全是正的，權重就只能沿階梯狀的路徑走向最佳點。", "With positive inputs, the weights can reach the best point only along a staircase."),
    rows=("A42",),
    judge=slanted_steps,
    about=lambda rng, size: rng.random(size),
    instead=lambda rng, size: rng.random(size) - 0.5,
    control=Words(
        "先減去平均值：連單一樣本的步伐也不再限於兩個象限。", "Take the mean away first: even single-sample steps are no longer confined to two quadrants."
    ),
    why=Words(
        "一次一個樣本時，每一步都落在兩個權重同增或同減的象限裡，路徑確實曲折；但全批次的平均不受限制，可以直直走到。常見的圖還把步伐畫成與軸平行，那也不對：輸入都是正數時，沒有一步與軸平行。",
        "One sample at a time, each step lies in a quadrant where both weights grow or both shrink, and the path does zig-zag; the mean over a full batch is free and may walk straight there. The usual picture also draws the steps along the axes, which is wrong as well: with positive inputs no step is.",
    ),
    holds_when=Words(
        "每一步只看一個樣本時成立，而且步伐是斜的。與軸平行的階梯屬於座標下降，或其餘輸入恰好是零的樣本。",
        "It holds when each step sees one sample, and then the steps are slanted. Steps along the axes belong to coordinate descent, or to samples whose other inputs are exactly zero.",
    ),
    topic="guide/zero-centred",
)


def normal_mean(line, shift):
    """E f(Z + shift) for a standard normal Z: certified quadrature, with a bound for the tails of a bounded f."""
    flint.ctx.prec = 120
    inner = acb.integral(lambda t, _: ball(line, x=t + shift) * ball("phi(x)", x=t), -20, 20).real
    return inner + arb(0, 1e-80)


def mean_is_zero(line):
    """Is the mean output zero for a standard normal input, and still zero when the input is moved by one?"""
    centred, moved = (normal_mean(line, shift) for shift in (0, 1))
    zero = [abs(mean) < 1e-30 for mean in (centred, moved)]
    return Ruling("holds" if all(zero) else "conditional" if zero[0] else "wrong", {"moved": moved})


tanh_outputs_average_zero = Claim(
    said=Words("$\\tanh$的輸出平均值是零。", "The outputs of $\\tanh$ have mean zero."),
    rows=("B31",),
    judge=mean_is_zero,
    about="tanh(x)",
    instead="sigma(x)",
    control=Words("換成Sigmoid：連對稱的輸入也得不到零。", "Put the sigmoid in its place: not even a symmetric input gives zero."),
    why=Words(
        "平均值由函數和輸入一起決定。輸入對稱於零時，$\\tanh$是奇函數，平均值為零；輸入平移$1$之後，平均值成為$[[tanh_outputs_average_zero.moved]]$。",
        "A mean belongs to a function and its input together. For an input symmetric about zero the mean is zero, because $\\tanh$ is odd; move the input by $1$ and the mean is $[[tanh_outputs_average_zero.moved]]$.",
    ),
    holds_when=Words("預激活值的分布對稱於零時成立。", "It holds when the distribution of the pre-activations is symmetric about zero."),
    topic="guide/zero-centred",
)


def slower_off_centre(x):
    """Gradient descent to a hundredth of the error: slower than on centred inputs, at one rate and at each its best?"""

    def steps(curvature, rate):
        error, count = np.array([1.0, 0.0]), 0
        while np.linalg.norm(error) > 0.01:
            error, count = error - rate * curvature @ error, count + 1
        return count

    def best(curvature):
        return 2 / np.linalg.eigvalsh(curvature)[[0, -1]].sum()

    raw, centred = x.T @ x / len(x), np.cov(x.T, bias=True)
    same_rate = steps(raw, best(raw)) > steps(centred, best(raw))
    own_rate = steps(raw, best(raw)) > steps(centred, best(centred))
    return Ruling("holds" if same_rate and own_rate else "conditional" if same_rate or own_rate else "wrong")


GRID = (np.stack(np.meshgrid(*[np.arange(20)] * 2), axis=-1).reshape(-1, 2) + 0.5) / 20  # evenly over the unit square

off_centre_is_slower = Claim(
    said=Words("輸出恆為正、不以零為中心，訓練就比較慢。", "Outputs that are always positive, and so not centred on zero, make training slower."),
    rows=("A41", "B30"),
    judge=slower_off_centre,
    about=GRID,
    instead=GRID - 0.5,
    control=Words(
        "換成已經置中的輸入：和它自己的置中版本相比，當然不會比較慢。",
        "Put inputs that are centred already in their place: they are no slower than their own centred version.",
    ),
    why=Words(
        "要看學習率怎麼選。用同一個學習率，沒有置中的輸入並不比較慢，因為最平的那個方向一樣平；但它最陡的方向陡得多，學習率不能開大。各用自己最好的學習率，沒有置中的就慢了。",
        "It depends on the learning rate. At one and the same rate, inputs off centre are no slower, since their flattest direction is just as flat; but their steepest is far steeper and keeps the rate down. With the best rate for each, off centre is slower.",
    ),
    holds_when=Words(
        "學習率受最陡的方向限制時成立，而且輸入的平均值越大於標準差、輸入越多，差得越遠。",
        "It holds when the steepest direction limits the learning rate; the larger the mean beside the standard deviation, and the more inputs, the larger the gap.",
    ),
    topic="guide/zero-centred",
    reads=("lecun1991", "lecun1998"),
)


def mean_away_from_zero(f):
    """Is the mean output more than a tenth of its standard deviation from zero, for a standard normal input?"""
    outputs = f(np.random.default_rng(0).standard_normal(1_000_000))
    return Ruling("holds" if abs(outputs.mean()) > outputs.std() / 10 else "wrong")


relu_is_not_zero_centred = Claim(
    said=Words("ReLU的輸出也不以零為中心。", "The outputs of ReLU are not centred on zero either."),
    rows=("X6",),
    judge=mean_away_from_zero,
    about=relu,
    instead=tanh,
    control=Words("換成$\\tanh$：輸入對稱時，平均值落在零。", "Put $\\tanh$ in its place: for a symmetric input its mean is at zero."),
    why=Words(
        "ReLU從不輸出負數。輸入是標準常態時，輸出的平均值是$[[relu.mean]]$，標準差是$[[sqrt(relu.second_moment - relu.mean**2)]]$。",
        "ReLU never outputs a negative number. For a standard normal input its outputs have mean $[[relu.mean]]$ and standard deviation $[[sqrt(relu.second_moment - relu.mean**2)]]$.",
    ),
    holds_when=Words("只要輸入不是幾乎全為負，這句話就成立。", "It holds unless nearly all inputs are negative."),
    topic="guide/zero-centred",
)
