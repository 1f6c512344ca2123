"""Sayings about one step that is too long: a unit left inactive on all data, and an optimum that is stepped over."""

import numpy as np

from activation_functions import relu
from activation_functions.network import Network, cross_entropy, random_network
from claims.dying import NETWORK_CHANGES
from language.words import Words
from mathematics.claim import Claim, Ruling, Variation
from mathematics.observation import observe
from studies.centring import moons
from studies.dying import RULES

NETWORKS = 20
NETWORK = Words(
    "雙月牙九十六個點，置中；三個隱藏層，每層十六個ReLU單元，有偏置，照He開始；交叉熵，全部樣本，一步梯度下降。二十個隨機的網路。",
    "Two moons of ninety-six points, centred; three hidden layers of sixteen ReLU units with biases, from He's start; cross-entropy, all samples, one step of gradient descent. Twenty random networks.",
)
CHANGES = (
    *NETWORK_CHANGES,
    Variation("optimiser", Words("Adam，學習率是百分之一", "Adam, at a hundredth of the rate"), {"rule": "Adam", "smaller": 100}),
    Variation("batch", Words("這一步只看一個樣本", "The step looks at one sample only"), {"batch": 1}),
)


def step_of(rate, *, rule="gradient descent", smaller=1, bias=True, width=16, hidden=3, start="he", batch=None, shift=0.0):
    """Of each network, the share of units of each layer that are active on some sample before one step and on none after it, and whether the gradient turns back."""
    rngs = [np.random.default_rng(seed) for seed in range(NETWORKS)]
    drawn = [moons(rng) for rng in rngs]
    x, y = np.stack([x + shift for x, _ in drawn]), np.stack([y for _, y in drawn])
    each = [random_network([2, *[width] * hidden, 1], relu, rng, start=start, bias=bias) for rng in rngs]
    network = Network(*([np.stack(layer) for layer in zip(*parts, strict=True)] for parts in ([n.weights for n in each], [n.biases for n in each])), relu)
    some = slice(None) if batch is None else np.random.default_rng(0).integers(0, x.shape[-1], batch)

    def looked():
        active = np.stack([(z > 0).any(-1) for z in network.forward(x)[0][:-1]], 1)
        return active, np.concatenate([g.reshape(NETWORKS, -1) for g in network.gradients(x, y, cross_entropy)], axis=1)

    before, first = looked()
    for parameter, move in zip(network.parameters, RULES[rule](rate / smaller)(network.gradients(x[..., some], y[..., some], cross_entropy)), strict=True):
        parameter -= move
    after, second = looked()
    return (before & ~after).mean(-1), np.sum(first * second, axis=1) < 0


def silences_some(rate, **change):
    """Does one step at this rate leave some unit of some network inactive on all samples, which was active on one before?"""
    died, _ = step_of(rate, **change)
    found = {"share": observe(died.mean(1).round(4)), "without_bias": int(step_of(rate, hidden=1, bias=False)[0].sum())}
    return Ruling("holds" if died.any() else "wrong", found)


one_step_may_silence = Claim(
    said=Words("一次很大的梯度更新，可能讓神經元對所有資料都不再激活。", "One very large gradient step may leave a neuron inactive on all data."),
    says="generally",
    rows=("C28",),
    judge=silences_some,
    about=100.0,
    instead=1e-4,
    control=Words("學習率換成$10^{-4}$：一步之後，一個單元也沒有死。", "Take a rate of $10^{-4}$: after one step not one unit is dead."),
    assumes=(
        NETWORK,
        Words(
            "學習率一百。「可能」是說二十個網路裡至少有一個單元：走之前對某個樣本激活，走之後對全部訓練樣本都不激活。",
            "A rate of one hundred. “May” asks for at least one unit in the twenty networks that was active on some sample before the step and is active on no training sample after it.",
        ),
    ),
    variations=(
        *CHANGES,
        Variation("range", Words("學習率$1$", "A rate of $1$"), about=1.0),
    ),
    why=Words(
        "一步就夠，而且不少見：這裡的一步讓$[[one_step_may_silence.share:%]]$的隱藏單元對全部樣本都不激活。步子夠長，單元的$z$在每個樣本上都會落到零以下；從此它自己的梯度是零。只是不激活還不等於回不來：後面的層輸入會變，死過的有$[[dying_by_rate.later_back:%]]$在訓練完時是激活的。",
        "One step is enough, and it is not rare: here one step leaves $[[one_step_may_silence.share:%]]$ of the hidden units inactive on all samples. If the step is long enough, the unit's $z$ falls below zero on every sample, and from then on its own gradient is zero. Inactive is not yet lost for good: in later layers the inputs change, and of the units once dead $[[dying_by_rate.later_back:%]]$ are active when training ends.",
    ),
    holds_when=Words(
        "成立。例外是第一層沒有偏置、資料從各個方向圍著原點：那裡總有一個樣本的$w^{\\mathsf T}x>0$，同樣的一步之後，只有這樣一個隱藏層的網路，不再激活的單元有$[[one_step_may_silence.without_bias]]$個。",
        "It holds. The exception is a first layer without biases on data that lie on all sides of the origin: some sample always has $w^{\\mathsf T}x>0$, and in a network with one such hidden layer the same step leaves $[[one_step_may_silence.without_bias]]$ units inactive.",
    ),
    topic="guide/dying",
    reads=("lu2020",),
)


def kills_and_steps_over(rate, **change):
    """In most networks, does the step kill a unit, and does the gradient turn back, so that the lowest place along the step was passed? One of the two is half true."""
    died, back = step_of(rate, **change)
    kills, over = np.mean(died.any(1)) > 0.5, np.mean(back) > 0.5
    return Ruling("holds" if kills and over else "conditional" if kills or over else "wrong")


large_rates_kill_and_overshoot = Claim(
    said=Words("學習率過大會讓ReLU死掉，也會越過最佳點。", "Too large a learning rate kills ReLUs and steps over the optimum."),
    says="generally",
    rows=("D52",),
    judge=kills_and_steps_over,
    about=10.0,
    instead=0.1,
    control=Words(
        "學習率換成$\\frac{1}{10}$：多數的網路既沒有單元死掉，也沒有越過。", "Take a rate of $\\frac{1}{10}$: most networks neither lose a unit nor step over."
    ),
    assumes=(
        NETWORK,
        Words(
            "學習率十。「死掉」是有單元對全部訓練樣本從激活變成不激活；「越過」是一步之後的梯度與原來的方向相反，也就是這一步已經走過沿途的最低點。超過一半的網路如此才算。",
            "A rate of ten. “Kills” means that some unit turns from active to inactive on all training samples; “steps over”, that the gradient after the step points against the one before, so that the lowest place on the way has been passed. Either counts if more than half of the networks do it.",
        ),
    ),
    variations=(
        *CHANGES,
        Variation("range", Words("學習率$1$", "A rate of $1$"), about=1.0),
        Variation("range", Words("學習率一百", "A rate of one hundred"), about=100.0),
    ),
    why=Words(
        "兩種傷害都是真的，但不是同一種，門檻也不同。只有一個隱藏層時，同樣的學習率越過了最低點，多半的網路卻沒有單元死掉；學習率$1$時，多半的網路已有單元死掉，越過的卻還沒有過半。越過的可以用小一點的學習率補救，死掉的不行。",
        "Both harms are real, but they are two, and have different thresholds. With one hidden layer the same rate steps over the lowest place, and most networks lose no unit; at a rate of $1$ most networks have lost a unit, and no majority has stepped over. A smaller rate mends the overshooting, and not the death.",
    ),
    holds_when=Words(
        "層數多一些、學習率夠大時，兩件事一起發生；學習率再小一點，或只有一個隱藏層，常常只發生一件。",
        "With several layers and a rate that is large enough both happen together; at a smaller rate, or with one hidden layer, often only one of them does.",
    ),
    topic="guide/dying",
)
