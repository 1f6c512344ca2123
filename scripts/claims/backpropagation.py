"""Sayings about backpropagation: what travels back, what it is for, what it tells, and over how many samples."""

import numpy as np

from activation_functions import sigmoid, tanh
from activation_functions.network import adam, gradient_descent, momentum, random_network, squared, training
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation

NO_STEP = Immaterial(
    ("optimiser", "range"),
    Words("看的是一次反向傳播，一步也沒有走，也沒有掃過任何範圍。", "The judge looks at one backward pass: there is no step, and no range is scanned."),
)


def raised(z, y):
    """The squared loss and 7 more: another loss with the same slope."""
    loss, slope = squared(z, y)
    return loss + 7, slope


def same_arrives(two, *, sizes=(2, 4, 4, 1), bias=True, start="glorot", low=-1.0, samples=1, f=sigmoid):
    """The loss is the same twice; does the same arrive at the first layer? Or it differs, its slope being the same: does another thing arrive?"""
    rng = np.random.default_rng(0)
    network = random_network(sizes, f, rng, start=start, bias=bias)
    x = rng.uniform(low, 1, (2, samples))
    first, second = (network.gradients(x, network(x) + off, loss)[0] for off, loss in two)
    return Ruling("holds" if np.allclose(first, second, rtol=1e-9, atol=0) else "wrong")


the_loss_goes_back = Claim(
    said=Words("損失每往回經過一個Sigmoid，就衰減一次。", "The loss shrinks each time it goes back through a sigmoid."),
    says="definition",
    rows=("A28",),
    judge=same_arrives,
    about=((1.0, squared), (-1.0, squared)),
    instead=((1.0, squared), (1.0, raised)),
    control=Words(
        "反過來，損失多加$7$而斜率不變：損失大了許多，傳到第一層的卻一模一樣。",
        "The other way round, $7$ is added to the loss and its slope stays: the loss is much larger, and yet the same arrives at the first layer.",
    ),
    assumes=(
        Words(
            "兩個輸入、兩層各四個Sigmoid單元、一個線性輸出，Glorot的初始權重，種子是$0$；一個樣本，均勻分布在$-1$與$1$之間。目標先比輸出大$1$，再比輸出小$1$，所以平方誤差的一半兩次相同；比較傳到第一層權重的梯度。",
            "Two inputs, two layers of four sigmoid units each, a linear output, Glorot's initial weights, seed $0$; one sample, uniform between $-1$ and $1$. The target is first $1$ above the output and then $1$ below, so that half the squared error is the same; the gradients that arrive at the first layer's weights are compared.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("每層五十個單元", "Fifty units a layer"), {"sizes": (2, 50, 50, 1)}),
        Variation("depth", Words("五層隱藏層", "Five hidden layers"), {"sizes": (2, 4, 4, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("batch", Words("十六個樣本", "Sixteen samples"), {"samples": 16}),
        Variation("activation", Words("激活函數改成$\\tanh$", "$\\tanh$ as the activation"), {"f": tanh}),
    ),
    immaterial=(NO_STEP,),
    why=Words(
        "往回走的不是損失，是損失的斜率。目標在輸出上方$1$或下方$1$，損失一樣大，傳到第一層的梯度卻正負號相反。損失是一個數，算完就不再變。",
        "What travels back is not the loss but its slope. With the target $1$ above the output or $1$ below, the loss is equally large, and the gradients that arrive at the first layer have opposite signs. The loss is one number; once computed, it stays what it is.",
    ),
    holds_when=Words(
        "把「損失」換成「梯度」，而且權重不大，這句話就對了；權重夠大時，梯度經過Sigmoid也會變大。",
        "Replace “loss” by “gradient”, and it is right, as long as the weights are small; with large enough weights a gradient grows through a sigmoid.",
    ),
    topic="guide/backpropagation",
    reads=("rumelhart1986",),
)


def each_update_lowers_the_loss(rule, *, sizes=(2, 4, 1), bias=True, start="glorot", low=-1.0, batch=None):
    """Does the loss over all samples fall at each of the first hundred updates, in each of five random networks?"""
    for seed in range(5):
        rng = np.random.default_rng(seed)
        x, y = rng.uniform(low, 1, (2, 8)), rng.standard_normal((1, 8))
        network = random_network(sizes, tanh, rng, start=start, bias=bias)
        before = np.inf
        for step in training(network, x, y, squared, rule(), batch=batch, rng=rng):
            loss, _ = squared(network(x), y)
            if not loss < before:
                return Ruling("wrong")
            if step == 100:
                break
            before = loss
    return Ruling("holds")


backpropagation_lowers_the_loss = Claim(
    said=Words("反向傳播把導數往回傳並更新參數，使損失下降。", "Backpropagation sends derivatives back and updates the parameters, so that the loss falls."),
    says="generally",
    rows=("A31",),
    judge=each_update_lowers_the_loss,
    about=lambda: gradient_descent(0.1),
    instead=lambda: gradient_descent(-0.1),
    control=Words("朝梯度的方向走，而不是反方向：損失上升。", "Step along the gradient and not against it: the loss rises."),
    assumes=(
        Words(
            "兩個輸入、四個$\\tanh$單元、一個線性輸出，Glorot的初始權重；八個樣本，輸入均勻分布在$-1$與$1$之間，目標取自標準常態，平方誤差的一半，取平均；梯度下降，學習率$\\frac{1}{10}$，每步用全部樣本。五個隨機的網路，種子由零起，前一百步每一步都下降才算成立。",
            "Two inputs, four $\\tanh$ units, a linear output, Glorot's initial weights; eight samples, inputs uniform between $-1$ and $1$, standard normal targets, the mean of half the squared error; gradient descent with a learning rate of $\\frac{1}{10}$ and all samples at each step. Five random networks, seeds from zero; it holds if the loss falls at each of the first hundred steps.",
        ),
    ),
    variations=(
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"sizes": (2, 50, 1)}),
        Variation("depth", Words("三層隱藏層", "Three hidden layers"), {"sizes": (2, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("optimiser", Words("有動量，係數是$\\frac{9}{10}$", "Momentum, with a coefficient of $\\frac{9}{10}$"), about=lambda: momentum(0.1)),
        Variation("optimiser", Words("改用Adam", "Adam"), about=lambda: adam(0.1)),
        Variation("batch", Words("每步只用一個樣本", "One sample a step"), {"batch": 1}),
        Variation("range", Words("學習率是$5$", "A learning rate of $5$"), about=lambda: gradient_descent(5.0)),
    ),
    immaterial=(),
    why=Words(
        "反向傳播只算導數；更新參數的是另一步，例如梯度下降。學習率小、每步用全部樣本，損失一路下降。學習率太大會走過頭；每步只看一個樣本，或加上動量，損失就時升時降。",
        "Backpropagation computes derivatives and nothing more; updating is another step, gradient descent for instance. With a small learning rate and all samples at each step the loss falls all the way. Too large a rate overshoots; with one sample a step, or with momentum, the loss goes up at times.",
    ),
    holds_when=Words(
        "損失光滑、梯度不是零、每一步都用全部樣本，而且學習率夠小，梯度下降才保證每步下降。",
        "A fall at every step is certain for gradient descent over all samples with a small enough learning rate, where the loss is smooth and its gradient is not zero.",
    ),
    topic="guide/backpropagation",
    reads=("rumelhart1986",),
)


def slope_tells_the_change(nudge, *, sizes=(2, 4, 4, 1), bias=True, start="glorot", low=-1.0, samples=1, f=tanh):
    """Move the pre-activation of each first-layer unit by the nudge: is the change of the loss the slope times the nudge, within a hundredth?"""
    rng = np.random.default_rng(0)
    network = random_network(sizes, f, rng, start=start)
    x, y = rng.uniform(low, 1, (2, samples)), rng.standard_normal((1, samples))
    if bias:
        for b in network.biases:
            b += rng.standard_normal(b.shape)
    before, _ = squared(network(x), y)
    slopes = network.gradients(x, y, squared)[len(network.weights)]
    changes = []
    for unit in range(sizes[1]):
        network.biases[0][unit] += nudge
        changes.append(squared(network(x), y)[0] - before)
        network.biases[0][unit] -= nudge
    return Ruling("holds" if np.allclose(changes, nudge * slopes[:, 0], rtol=0.01, atol=1e-12) else "wrong")


partial_derivatives_tell_influence = Claim(
    said=Words(
        "偏導數告訴我們每個神經元對損失的影響，用連鎖律就能求得。",
        "Partial derivatives, found by the chain rule, tell how much each neuron influences the loss.",
    ),
    says="generally",
    rows=("E04",),
    judge=slope_tells_the_change,
    about=1e-5,
    instead=2.0,
    control=Words(
        "把預激活值一口氣加上$2$：斜率乘上$2$與損失真正的改變對不上。",
        "Raise the pre-activation by $2$ at once: twice the slope is not what the loss really changes by.",
    ),
    assumes=(
        Words(
            "兩個輸入、兩層各四個$\\tanh$單元、一個線性輸出，Glorot的初始權重，偏置取自標準常態，種子是$0$；一個樣本，平方誤差的一半。第一層的預激活值逐一加上$10^{-5}$，比較損失的改變與$\\delta$乘上這個量，相差不到百分之一才算成立。",
            "Two inputs, two layers of four $\\tanh$ units each, a linear output, Glorot's initial weights, standard normal biases, seed $0$; one sample, half the squared error. The pre-activations of the first layer are raised one at a time by $10^{-5}$; it holds if the change of the loss is $\\delta$ times that, within a hundredth.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置都是零", "Biases of zero"), {"bias": False}),
        Variation("width", Words("每層五十個單元", "Fifty units a layer"), {"sizes": (2, 50, 50, 1)}),
        Variation("depth", Words("五層隱藏層", "Five hidden layers"), {"sizes": (2, 4, 4, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("batch", Words("十六個樣本的平均", "The mean over sixteen samples"), {"samples": 16}),
        Variation("activation", Words("激活函數改成Sigmoid", "The sigmoid as the activation"), {"f": sigmoid}),
        Variation("range", Words("加上千分之一", "A nudge of a thousandth"), about=1e-3),
        Variation("range", Words("加上$2$", "A nudge of $2$"), about=2.0),
    ),
    immaterial=(Immaterial(("optimiser",), Words("沒有訓練，一步也沒有走。", "Nothing is trained; there is no step.")),),
    why=Words(
        "偏導數說的是動一點點的影響，這時與損失真正的改變相符。動得多，曲線彎了，就不相符。飽和的單元斜率接近零，把它整個拿掉，損失卻可能大變；斜率小不等於不重要。",
        "A partial derivative speaks of a small nudge, and there it agrees with what the loss really does. Over a larger distance the curve bends, and the two no longer agree. The slope at a saturated unit is close to zero, and yet taking the unit away may change the loss a great deal: a small slope does not mean unimportant.",
    ),
    holds_when=Words("只問「動一點點」的影響時成立。", "It holds where the question is about a small nudge only."),
    topic="guide/backpropagation",
    reads=("rumelhart1986",),
)


def summed(z, y):
    """The loss summed over the samples, as some programs do."""
    loss, slope = squared(z, y)
    return loss * z.shape[-1], slope * z.shape[-1]


def moves_by_the_mean(loss, *, rule=gradient_descent, sizes=(2, 4, 1), bias=True, start="glorot", low=-1.0, batch=8, steps=2):
    """Is each of two updates the learning rate times the mean of the gradients of the batch's samples, each taken by itself?"""
    rng = np.random.default_rng(0)
    x, y = rng.uniform(low, 1, (2, batch)), rng.standard_normal((1, batch))
    network, made = random_network(sizes, tanh, rng, start=start, bias=bias), rule(0.1)
    for _ in range(steps):
        alone = [network.gradients(x[:, k : k + 1], y[:, k : k + 1], squared) for k in range(batch)]
        means = [np.mean(parts, axis=0) for parts in zip(*alone, strict=True)]
        moves = made(network.gradients(x, y, loss))
        if not all(np.allclose(move, 0.1 * mean) for move, mean in zip(moves, means, strict=True)):
            return Ruling("wrong")
        for parameter, move in zip(network.parameters, moves, strict=True):
            parameter -= move
    return Ruling("holds")


sgd_moves_by_the_mean = Claim(
    said=Words("隨機梯度下降，就是用小批次的平均梯度更新參數。", "Stochastic gradient descent is updating by the averaged gradient of a minibatch."),
    says="generally",
    rows=("D53",),
    judge=moves_by_the_mean,
    about=squared,
    instead=summed,
    control=Words(
        "損失改成八個樣本的和：走的是平均梯度的八倍。", "Let the loss be the sum over the eight samples: the move is eight times the averaged gradient."
    ),
    assumes=(
        Words(
            "兩個輸入、四個$\\tanh$單元、一個線性輸出，Glorot的初始權重，種子是$0$；一批八個樣本，平方誤差的一半，取平均；學習率$\\frac{1}{10}$，走兩步，沒有動量。每個樣本的梯度分開算，再平均來比。",
            "Two inputs, four $\\tanh$ units, a linear output, Glorot's initial weights, seed $0$; a batch of eight samples, the mean of half the squared error; a learning rate of $\\frac{1}{10}$, two steps, no momentum. The gradient of each sample is computed by itself, and their mean is compared.",
        ),
    ),
    variations=(
        Variation("form", Words("損失取和，不取平均", "The loss summed and not averaged"), about=summed),
        Variation("bias", Words("沒有偏置", "No biases"), {"bias": False}),
        Variation("width", Words("五十個隱藏單元", "Fifty hidden units"), {"sizes": (2, 50, 1)}),
        Variation("depth", Words("三層隱藏層", "Three hidden layers"), {"sizes": (2, 4, 4, 4, 1)}),
        Variation("inputs", Words("輸入均勻分布在$0$與$1$之間", "Inputs uniform between $0$ and $1$"), {"low": 0.0}),
        Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), {"start": "pytorch"}),
        Variation("optimiser", Words("有動量", "With momentum"), {"rule": momentum}),
        Variation("batch", Words("一批只有一個樣本", "A batch of one sample"), {"batch": 1}),
    ),
    immaterial=(Immaterial(("range",), Words("比的是兩步更新，沒有掃過任何範圍。", "Two updates are compared, and no range is scanned.")),),
    why=Words(
        "損失是平均，梯度就是平均，因為和的導數等於導數的和。損失若取和，梯度就乘上批次大小，學習率得跟著縮小。加上動量，走的是這一步與以前各步的混合，不再是這一批的平均。",
        "Where the loss is a mean, its gradient is the mean of the gradients, because the derivative of a sum is the sum of the derivatives. Where the loss is a sum, the gradient is multiplied by the batch size, and the learning rate has to shrink with it. With momentum the move mixes this step with those before it, and is no longer the average of this batch.",
    ),
    holds_when=Words(
        "損失取平均、沒有動量、也沒有批次正規化時成立。隨機梯度下降原來的意思，是每步只用一個樣本。",
        "It holds where the loss is a mean and there is neither momentum nor batch normalisation. In its original sense stochastic gradient descent takes one sample a step.",
    ),
    topic="guide/backpropagation",
)
