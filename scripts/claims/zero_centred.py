"""Sayings about outputs that are not centred on zero, and what they do to the gradients of a neuron."""

import flint
import numpy as np
from flint import acb, arb

from activation_functions import relu, sigmoid, tanh
from figures.off_centre_varied import RULES, outputs, slowdowns, uniform, with_bias
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.formula import ball
from mathematics.observation import observe


def one_sign_per_sample(inputs, *, bias=False, n=50, samples=1000, precision=np.float64, seed=0):
    """Does no sample give a neuron one weight gradient δ x above zero and another below?"""
    rng = np.random.default_rng(seed)
    x = inputs(rng, (samples, n))
    delta = rng.standard_normal((samples, 1))  # the slope of the loss at the pre-activation, of either sign
    gradients = delta.astype(precision) * (with_bias(x) if bias else x).astype(precision)
    opposed = np.any(gradients > 0, axis=1) & np.any(gradients < 0, axis=1)
    return Ruling("wrong" if np.any(opposed) else "holds")


positive_inputs_one_sign = Claim(
    said=Words(
        "輸入全是正的，一個樣本給同一個神經元各權重的梯度就都同號。",
        "With positive inputs, the gradients that one sample gives the weights of a neuron all share a sign.",
    ),
    says="always",
    rows=("D31",),
    judge=one_sign_per_sample,
    about=outputs(sigmoid),
    instead=outputs(tanh),
    control=Words(
        "換成$\\tanh$的輸出：它有正有負，梯度的正負號也就混在一起。",
        "Put outputs of $\\tanh$ in their place: some are negative, and the gradients have mixed signs.",
    ),
    assumes=(
        Words("一個樣本只通過神經元一次，損失不含權重衰減。", "One sample passes the neuron once; the loss has no weight decay."),
        Words(
            "五十個輸入，是標準常態預激活值的Sigmoid；$\\delta$取自標準常態。",
            "Fifty inputs, sigmoids of standard normal pre-activations; $\\delta$ standard normal.",
        ),
        Words(
            "沒有偏置；雙精度；一千個樣本，種子是$0$。恰好是零的梯度不算異號。",
            "No bias; double precision; a thousand samples, seed $0$. A gradient of exactly zero does not count as another sign.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置", "A bias"), {"bias": True}),
        Variation("width", Words("兩個輸入", "Two inputs"), {"n": 2}),
        Variation("width", Words("一千個輸入", "A thousand inputs"), {"n": 1000}),
        Variation("inputs", Words("均勻的輸入", "Uniform inputs"), about=uniform),
        Variation("inputs", Words("ReLU的輸出，有些恰好是零", "Outputs of ReLU, some of them exactly zero"), about=outputs(relu)),
        Variation("precision", Words("半精度", "Half precision"), {"precision": np.float16}),
    ),
    immaterial=(
        Immaterial(
            ("initialisation", "optimiser", "range", "depth"),
            Words(
                "走一步之前，梯度就算好了，所以與訓練方法無關。其餘各層與初始權重只決定$\\delta$與輸入的數值；$\\delta$取什麼值都一樣，輸入也不必掃過任何範圍。",
                "The gradient is there before the step, whatever rule the step follows. Other layers and the initial weights only decide the values of $\\delta$ and of the inputs; any $\\delta$ will do, and no range is scanned.",
            ),
        ),
        Immaterial(
            ("batch",), Words("這句話只說一個樣本；一批樣本是下一句的題目。", "The sentence speaks of one sample; batches are the next saying's subject.")
        ),
    ),
    why=Words(
        "由連鎖律，$\\partial\\mathcal{L}/\\partial w_i=\\delta\\,x_i$，而$\\delta$對所有權重都是同一個數。$x_i$都是正的，$\\delta$的正負號就是所有梯度的正負號。偏置的梯度就是$\\delta$，也同號。",
        "By the chain rule $\\partial\\mathcal{L}/\\partial w_i = \\delta\\,x_i$, and $\\delta$ is one number for all the weights. Where every $x_i$ is positive, the sign of $\\delta$ is the sign of every gradient. The gradient of the bias is $\\delta$ itself, of the same sign.",
    ),
    holds_when=Words(
        "對單一樣本的損失必定成立。三種常見的情形不在此列：一批樣本的平均，例如線性神經元的兩個輸入互相獨立、均勻分布在$0$到$1$之間，誤差$(1,-1)$的全批次梯度是$(\\frac{1}{12},-\\frac{1}{12})$；卷積，同一組權重用在許多位置，一個樣本就像一批；權重衰減，它給每個權重另加一份正負號不定的梯度。見[零中心](../guide/zero-centred.md#batches)。",
        "For the loss on a single sample it always holds. Three common cases are another matter: the mean over a batch, for a linear neuron with two independent inputs, uniform between $0$ and $1$, has the full-batch gradient $(\\frac{1}{12}, -\\frac{1}{12})$ at the error $(1, -1)$; a convolution, where the same weights serve many places and one sample is like a batch; and weight decay, which adds to each gradient a part of either sign. See [zero-centred outputs](../guide/zero-centred.md#batches).",
    ),
    topic="guide/zero-centred",
    reads=("lecun1998",),
)


def price(x, bias):
    """How many times the condition number of E[x xᵀ] is that of the centred inputs, were the inputs x independent and alike."""
    n = x.shape[1]
    spread = np.diag([x.var()] * n + [0.0] * bias)
    raw, centred = (spread + np.outer(mean, mean) for mean in (np.append(np.full(n, m), [1.0] * bias) for m in (x.mean(), 0.0)))
    return np.linalg.cond(raw) / np.linalg.cond(centred)


def signs_mix_in_a_batch(inputs, *, bias=False, n=50, batch=128, trials=400, seed=0):
    """Does a batch mix the signs, also when all errors lean one way? Does being off centre cost less than a flat unit, a little or very flat?"""

    def share(size, lean, seed):
        rng = np.random.default_rng(seed)
        x, delta = inputs(rng, (trials, size, n)), rng.standard_normal((trials, 1, size))
        gradients = (np.abs(delta) if lean else delta) @ (with_bias(x) if bias else x)
        return np.mean(np.all(gradients >= 0, axis=2) | np.all(gradients <= 0, axis=2))

    alone, together, leaning = (observe([share(*case, seed + k) for k in range(3)]) for case in ((1, False), (batch, False), (batch, True)))
    relieved = [each.mean < 0.9 * alone.mean for each in (together, leaning)]
    cost = observe([price(inputs(np.random.default_rng(seed + k), (20_000, n)), bias) for k in range(3)])
    milder = [cost.mean < sigmoid.derivative(0) / sigmoid.derivative(z) for z in (3, 10)]
    yes = [*relieved, *milder]
    return Ruling("holds" if all(yes) else "conditional" if any(yes) else "wrong", {"together": together, "cost": cost})


a_batch_mixes_the_signs = Claim(
    said=Words(
        "把一批樣本的梯度加起來，可以緩解同號的問題；這個問題也沒有飽和嚴重。",
        "Summing the gradients of a batch relieves the problem of equal signs, which is in any case less grave than saturation.",
    ),
    says="generally",
    rows=("D32",),
    judge=signs_mix_in_a_batch,
    about=outputs(sigmoid),
    instead=lambda rng, size: sigmoid(6 + rng.standard_normal(size)),
    control=Words(
        "把預激活值全部加上$6$：輸出都擠在$1$附近，幾乎沒有起伏，再大的批次也打不散正負號。",
        "Add $6$ to all pre-activations: the outputs crowd near $1$ with hardly any spread, and no batch mixes the signs.",
    ),
    assumes=(
        Words(
            "五十個輸入，是標準常態預激活值的Sigmoid；沒有偏置；批次大小一百二十八。機率取四百次試驗，三個種子的平均。",
            "Fifty inputs, sigmoids of standard normal pre-activations; no bias; batches of a hundred and twenty-eight. Chances are from four hundred trials, the mean of three seeds.",
        ),
        Words(
            "$\\delta$取自標準常態，另外再試全都大於零；「緩解」是同號的機率至少少一成。",
            "$\\delta$ standard normal, and once more all positive; “relieves” means that the chance of a common sign falls by a tenth at least.",
        ),
        Words(
            "「嚴重」比的是：沒有置中時條件數放大的倍數（輸入當作互相獨立），與Sigmoid在$z=3$、$z=10$的斜率縮小的倍數。",
            "“grave” compares two factors: by how much being off centre raises the condition number, with the inputs taken as independent, and by how much a sigmoid's slope has shrunk at $z = 3$ and $z = 10$.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置", "A bias"), {"bias": True}),
        Variation("width", Words("兩個輸入", "Two inputs"), {"n": 2}),
        Variation("width", Words("十個輸入", "Ten inputs"), {"n": 10}),
        Variation("batch", Words("批次大小$8$", "Batches of $8$"), {"batch": 8}),
        Variation("inputs", Words("均勻的輸入", "Uniform inputs"), about=uniform),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about=outputs(relu)),
        Variation("inputs", Words("另一個亂數種子", "Another random seed"), {"seed": 100}),
    ),
    immaterial=(
        Immaterial(
            ("depth", "initialisation", "optimiser", "range"),
            Words(
                "看的是一層在走一步之前的梯度：層數與初始權重只透過$\\delta$與輸入出現，訓練方法還沒用到，也沒有掃過任何範圍。",
                "The gradients are those of one layer before a step: depth and initial weights enter only through $\\delta$ and the inputs, no step rule has come in yet, and no range is scanned.",
            ),
        ),
    ),
    why=Words(
        "前半句：多半有緩解，但會停住。輸入是五十個Sigmoid的輸出、$\\delta$有正有負時，單一樣本必定同號，批次大小$[[2**7]]$仍有$[[a_batch_mixes_the_signs.together:2%]]$的機會同號，再大的批次也降不下去：所有輸入有共同的平均值，梯度就有共同的一份。整批的$\\delta$若都同一個正負號，加起來還是必定同號。"
        "後半句：要看有多飽和。這五十個輸入未置中時，條件數是置中的$[[a_batch_mixes_the_signs.cost]]$倍。Sigmoid的斜率在$z=3$縮小到最陡處的$[[sigmoid.derivative(0) / sigmoid.derivative(3):2]]$分之一，沒有這麼嚴重；在$z=10$縮小到$[[sigmoid.derivative(0) / sigmoid.derivative(10):2]]$分之一，才比這嚴重。",
        "The first half: mostly it helps, and then it stops helping. With fifty sigmoid inputs and $\\delta$ of either sign, one sample is certain to give one sign, a batch of $[[2**7]]$ still does so in $[[a_batch_mixes_the_signs.together:2%]]$ of cases, and larger batches bring it no lower: the inputs share a mean, so the gradients share a part. Where all the $\\delta$ of a batch have one sign, the sum is certain to have one sign too. "
        "The second half: it depends on how saturated. Off centre, these fifty inputs have a condition number $[[a_batch_mixes_the_signs.cost]]$ times that of the centred ones. The slope of a sigmoid at $z = 3$ is its steepest divided by $[[sigmoid.derivative(0) / sigmoid.derivative(3):2]]$, which is less grave; at $z = 10$ it is divided by $[[sigmoid.derivative(0) / sigmoid.derivative(10):2]]$, which is graver.",
    ),
    holds_when=Words(
        "前半句：$\\delta$有正有負，而且輸入的平均值不比標準差大得多時成立。後半句：和很深的飽和相比，而且輸入不太多時成立。",
        "The first half holds when $\\delta$ takes both signs and the mean of the inputs is not large beside their standard deviation; the second in comparison with deep saturation, for not too many inputs.",
    ),
    topic="guide/zero-centred",
)


def slanted_steps(inputs, *, error=(1.0, -1.0), bias=False, n=2, samples=1000, rule="gradient descent", seed=0):
    """On the way from this error to the best point, one sample at a time and with the full batch: does every step move all weights one way?"""
    x, start, (keep, adaptive) = inputs(np.random.default_rng(seed), (samples, n)), np.resize(error, n), RULES[rule]
    if bias:
        x, start = with_bias(x), np.append(start, 0.0)
    rate = 0.01 if adaptive else (1 - keep) / np.max(np.sum(x**2, axis=1))

    def one_way(batches):
        error, velocity, size = start, 0.0, 0.0
        for step, part in enumerate(batches, 1):
            gradient = part.T @ (part @ error) / len(part)
            velocity, size = keep * velocity + gradient, 0.999 * size + 0.001 * gradient**2
            move = velocity / (np.sqrt(size / (1 - 0.999**step)) + 1e-8) if adaptive else velocity
            if np.any(move > 0) and np.any(move < 0):
                return False
            error = error - rate * move
        return True

    both = one_way([x[[k]] for k in range(samples)]), one_way([x] * samples)
    return Ruling("holds" if all(both) else "conditional" if any(both) else "wrong")


only_a_staircase_leads_there = Claim(
    said=Words("輸入全是正的，權重就沿階梯狀的路徑走向最佳點。", "With positive inputs, the weights go to the best point along a staircase."),
    says="generally",
    rows=("A42",),
    judge=slanted_steps,
    about=uniform,
    instead=lambda rng, size: rng.random(size) - 0.5,
    control=Words(
        "先減去平均值：連單一樣本的步伐也不再限於兩個象限。", "Take the mean away first: even single-sample steps are no longer confined to two quadrants."
    ),
    assumes=(
        Words("線性神經元，平方損失，沒有雜訊，沒有偏置。", "A linear neuron, squared loss, no noise, no bias."),
        Words(
            "梯度下降一千步，學習率是最長的輸入長度平方的倒數。走兩次：一次一個樣本，以及全批次。「階梯」是說每一步都讓所有權重同增或同減；兩次都如此才算成立，只有一次如此算有條件。",
            "A thousand steps of gradient descent, at a rate of one over the squared length of the longest input. It walks twice: one sample at a time, and with the full batch. A “staircase” means that every step moves all weights up or all down; the saying holds if both walks do that, and is conditional if one does.",
        ),
        Words(
            "兩個均勻分布在$0$到$1$之間的輸入；從誤差$(1,-1)$出發；一千個樣本，種子是$0$。",
            "Two inputs uniform between $0$ and $1$; from the error $(1, -1)$; a thousand samples, seed $0$.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置", "A bias"), {"bias": True}),
        Variation("width", Words("十個輸入", "Ten inputs"), {"n": 10}),
        Variation("inputs", Words("Sigmoid的輸出", "Outputs of a sigmoid"), about=outputs(sigmoid)),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about=outputs(relu)),
        Variation("inputs", Words("tanh的輸出，有正有負", "Outputs of tanh, of either sign"), about=outputs(tanh)),
        Variation("inputs", Words("另一個亂數種子", "Another random seed"), {"seed": 100}),
        Variation("initialisation", Words("從誤差$(1,-\\frac{1}{2})$出發", "From the error $(1, -\\frac{1}{2})$"), {"error": (1.0, -0.5)}),
        Variation("optimiser", Words("動量", "Momentum"), {"rule": "momentum"}),
        Variation("optimiser", Words("Adam", "Adam"), {"rule": "Adam"}),
    ),
    immaterial=(
        Immaterial(
            ("batch",),
            Words("單一樣本與全批次都走過；小批次介於兩者之間。", "One sample at a time and the full batch are both walked; small batches lie in between."),
        ),
        Immaterial(("depth", "range"), Words("只有一個線性神經元，沒有掃過任何範圍。", "There is one linear neuron, and no range is scanned.")),
    ),
    why=Words(
        "一次一個樣本時，每一步都落在兩個權重同增或同減的象限裡，路徑確實曲折；但全批次的平均不受限制，可以直直走到。這說的是普通的SGD：動量與Adam的一步混合了先前許多樣本的梯度，正負相抵，同樣不受限制。常見的圖還把步伐畫成與軸平行，那也不對：輸入都是正數時，沒有一步與軸平行。",
        "One sample at a time, each step lies in a quadrant where both weights grow or both shrink, and the path does zig-zag; the mean over a full batch is free and may walk straight there. That is plain SGD: a step of momentum or Adam mixes the gradients of many earlier samples, of either sign, and is just as free. The usual picture also draws the steps along the axes, which is wrong as well: with positive inputs no step is.",
    ),
    holds_when=Words(
        "每一步只看一個樣本，又沒有動量，就成立，而且步伐是斜的。與軸平行的階梯屬於座標下降，或其餘輸入恰好是零的樣本。",
        "It holds when each step sees one sample and there is no momentum, and then the steps are slanted. Steps along the axes belong to coordinate descent, or to samples whose other inputs are exactly zero.",
    ),
    topic="guide/zero-centred",
)


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
    control=Words("換成Sigmoid：連對稱的輸入也得不到零。", "Put the sigmoid in its place: not even a symmetric input gives zero."),
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


def slower_off_centre(inputs, *, biases=(False, True), n=10, aligned=False, seeds=16, **how):
    """Is a linear neuron slower off centre than centred, without and with a bias, at one learning rate and at each its best?"""
    found = {bias: slowdowns(inputs, bias, n=n, aligned=aligned, seeds=seeds, **how) for bias in biases}
    certain = [each.mean(axis=0) - 2 * each.std(axis=0, ddof=1) / np.sqrt(seeds) for each in found.values()]  # less two standard errors
    slower = [factor > 1.05 for each in certain for factor in each]
    numbers = {f"{('plain', 'bias')[bias]}_{which}": observe(each[:, k]) for bias, each in found.items() for k, which in enumerate(("same", "own"))}
    return Ruling("holds" if all(slower) else "conditional" if any(slower) else "wrong", numbers)


off_centre_is_slower = Claim(
    said=Words("輸出恆為正、不以零為中心，訓練就比較慢。", "Outputs that are always positive, and so not centred on zero, make training slower."),
    says="generally",
    rows=("A41", "B30"),
    judge=slower_off_centre,
    about=uniform,
    instead=lambda rng, size: rng.random(size) - 0.5,
    control=Words(
        "換成已經置中的輸入：和它自己的置中版本相比，當然不會比較慢。",
        "Put inputs that are centred already in their place: they are no slower than their own centred version.",
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
        Variation("inputs", Words("Sigmoid的輸出", "Outputs of a sigmoid"), about=outputs(sigmoid)),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about=outputs(relu)),
        Variation("inputs", Words("tanh的輸出，本來就置中", "Outputs of tanh, centred to begin with"), about=outputs(tanh)),
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
        "神經元有偏置時成立；沒有偏置時，學習率受最陡的方向限制才成立。輸入越多、平均值越大，差得越遠。動量能把差距縮小，輸入不多時甚至看不出來；沒有偏置時改用Adam，輸入不多也看不出來。",
        "It holds when the neuron has a bias; without one, when the steepest direction limits the learning rate. The more inputs and the larger their mean, the larger the gap. Momentum narrows it, and with few inputs may hide it; so does Adam without a bias.",
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
    control=Words("換成$\\tanh$：輸入對稱時，平均值落在零。", "Put $\\tanh$ in its place: for a symmetric input its mean is at zero."),
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
