"""Sayings about the signs of gradients, where the inputs of a neuron are all positive."""

import numpy as np

from activation_functions import relu, sigmoid, tanh
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe
from mathematics.study import study
from studies.off_centre import outputs, uniform, with_bias


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
        "Replace them by outputs of $\\tanh$: some are negative, and the gradients have mixed signs.",
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


def signs_mix_in_a_batch(inputs, **changed):
    """Does a batch mix the signs, also when all errors lean one way? Does being off centre cost less than a flat unit, a little or very flat?"""
    found = study("mixed_signs", inputs=inputs, **changed)
    relieved = [found[what].mean() < 0.9 * found["alone"].mean() for what in ("together", "leaning")]
    milder = [found["cost"].mean() < sigmoid.derivative(0) / sigmoid.derivative(z) for z in (3, 10)]
    yes = [*relieved, *milder]
    numbers = {name: observe(found[name]) for name in ("together", "cost")}
    return Ruling("holds" if all(yes) else "conditional" if any(yes) else "wrong", numbers)


a_batch_mixes_the_signs = Claim(
    said=Words(
        "把一批樣本的梯度加起來，可以緩解同號的問題；這個問題也沒有飽和嚴重。",
        "Summing the gradients of a batch relieves the problem of equal signs, which is in any case less grave than saturation.",
    ),
    says="generally",
    rows=("D32",),
    judge=signs_mix_in_a_batch,
    about="sigmoid",
    instead="crowded",
    control=Words(
        "把預激活值全部加上$6$：輸出都擠在$1$附近，幾乎沒有起伏，再大的批次也打不散正負號。",
        "Add $6$ to all pre-activations: the outputs crowd near $1$ with hardly any spread, and no batch mixes the signs.",
    ),
    assumes=(
        Words(
            "五十個輸入，是標準常態預激活值的Sigmoid；沒有偏置；批次大小一百二十八。機率取四百次試驗，五個種子的平均。",
            "Fifty inputs, sigmoids of standard normal pre-activations; no bias; batches of a hundred and twenty-eight. Chances are from four hundred trials, the mean of five seeds.",
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
        Variation("inputs", Words("均勻的輸入", "Uniform inputs"), about="uniform"),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about="relu"),
        Variation("inputs", Words("另外五個亂數種子", "Five other random seeds"), {"first": 100}),
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


def slanted_steps(inputs, **changed):
    """On the way from this error to the best point, one sample at a time and with the full batch: does every step move all weights one way?"""
    found = study("staircase", inputs=inputs, **changed)
    both = [found[way].all() for way in ("single", "full")]
    return Ruling("holds" if all(both) else "conditional" if any(both) else "wrong")


only_a_staircase_leads_there = Claim(
    said=Words("輸入全是正的，權重就沿階梯狀的路徑走向最佳點。", "With positive inputs, the weights go to the best point along a staircase."),
    says="generally",
    rows=("A42",),
    judge=slanted_steps,
    about="uniform",
    instead="centred",
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
            "兩個均勻分布在$0$到$1$之間的輸入；從誤差$(1,-1)$出發；一千個樣本；五個種子都如此才算。",
            "Two inputs uniform between $0$ and $1$; from the error $(1, -1)$; a thousand samples; it has to be so for all of five seeds.",
        ),
    ),
    variations=(
        Variation("bias", Words("有偏置", "A bias"), {"bias": True}),
        Variation("width", Words("十個輸入", "Ten inputs"), {"n": 10}),
        Variation("inputs", Words("Sigmoid的輸出", "Outputs of a sigmoid"), about="sigmoid"),
        Variation("inputs", Words("ReLU的輸出", "Outputs of ReLU"), about="relu"),
        Variation("inputs", Words("tanh的輸出，有正有負", "Outputs of tanh, of either sign"), about="tanh"),
        Variation("inputs", Words("另外五個亂數種子", "Five other random seeds"), {"first": 100}),
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
